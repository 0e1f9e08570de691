"""From a raw cell to a typed figure: exact value, range, or the reason why there is none.

A figure never changes silently: whatever cannot be read in exactly one way raises `Unreadable` (the workbook
is refused), and a range whose ends make no sense is kept as text, `not_available`, with a doubt for the
reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from loaders import unreadable
from loaders.naming import collapse, quote, words
from loaders.number_format import NumberFormat, exact, unformatted
from loaders.numerals import NotANumber, Numeral, read_numeral, split_range
from loaders.records import RawCell, Status
from loaders.reference import Reference
from loaders.unreadable import Unreadable

# Beyond what Excel stores exactly (15 digits); the largest true figure, the GDP in euros, has 13.
LARGEST = Decimal("1e15")
LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Figure:
    """A typed figure: its exact value, and the `decimals` that it shows.

    `marked_percent`: the cell itself says %, by its format or its text. `doubt`: why it is kept as text only
    (a code), else "".
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status
    decimals: int
    raw: str
    marked_percent: bool = False
    doubt: str = ""


def is_percent(unit: str) -> bool:
    """True when the unit of a row is a percentage (« % », « % des ménages »)."""
    return unit.lstrip().startswith("%")


def absent(status: Status, raw: str = "", doubt: str = "") -> Figure:
    """A figure without a number."""
    return Figure(None, None, None, status, 0, raw, doubt=doubt)


def read_figure(cell: RawCell | None, unit: str, reference: Reference) -> Figure:
    """Type one cell under the unit of its row; percentages come out in points. Raises `Unreadable`."""
    if cell is None:
        return absent("missing")
    if cell.is_error:
        return absent("not_available", cell.text, "valeur_en_erreur")
    if cell.value is None:
        raise Unreadable(
            "formule_sans_valeur",
            f"La formule {quote(cell.formula)} n’a pas de valeur enregistrée.",
            "Ouvrir le classeur dans Excel ou LibreOffice, le recalculer et l’enregistrer.",
        )
    if isinstance(cell.value, str):
        return read_text(cell.value, unit, reference)
    return _read_number(cell, unit)


def read_text(text: str, unit: str, reference: Reference) -> Figure:
    """Type a figure written as text (a text cell, or the corrected text of a declared correction)."""
    if len(text) > LONGEST_TEXT:
        raise unreadable.not_a_number(text)
    plain = collapse(text)
    if not plain:
        return absent("missing", text)
    if plain.casefold() in reference.missing:
        return absent(reference.missing[plain.casefold()], text)
    if plain.startswith("#") and plain.upper() in _ERRORS_AS_TEXT:
        return absent("not_available", text, "valeur_en_erreur")
    ends = split_range(plain)
    if ends is not None:
        return _read_range(text, ends, unit, reference)
    return _single(text, _numeral(text, unit, reference), unit)


# Errors pasted as text, under their English and French names.
_ERRORS_AS_TEXT = frozenset(
    [
        "#N/A",
        "#N/D",
        "#DIV/0!",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#NAME?",
        "#NOM?",
        "#NUM!",
        "#NOMBRE!",
        "#NULL!",
        "#NUL!",
        "#SPILL!",
        "#CALC!",
    ]
)


def _single(text: str, numeral: Numeral, unit: str) -> Figure:
    marked = numeral.unit.startswith("%")
    value = _bounded(numeral.amount, text)
    return Figure(
        value, None, None, "value", _written(numeral), text, marked_percent=marked and is_percent(unit)
    )


def _written(numeral: Numeral) -> int:
    """The decimals of a number written as text; a computed one pasted as text has no more than any other."""
    return unformatted(numeral.amount, numeral.decimals)


def _numeral(text: str, unit: str, reference: Reference) -> Numeral:
    try:
        numeral = read_numeral(text)
    except NotANumber as error:
        raise (unreadable.ambiguous(text) if error.ambiguous else unreadable.not_a_number(text)) from error
    _check_unit(text, numeral.unit, unit, reference)
    return numeral


def _check_unit(text: str, written: str, unit: str, reference: Reference) -> None:
    """The unit written in the cell must be the row's, or begin it: « milliards » of « milliards d’euros »."""
    if not written:
        return
    if not unit:
        raise unreadable.not_a_number(text)
    found = words(written)
    found = reference.unit_words.get(" ".join(found), found)
    if not found or words(unit)[: len(found)] != found:
        raise Unreadable(
            "unite_differente",
            f"La cellule contient {quote(text)} alors que l’unité de la ligne est {quote(unit)}.",
            "Écrire le nombre seul, dans l’unité de la ligne, ou corriger l’unité.",
        )


def _read_range(text: str, ends: tuple[str, str], unit: str, reference: Reference) -> Figure:
    """Type both ends; a badly grouped end, or a low above the high, leaves only the text, with a doubt."""
    try:
        low, high = (read_numeral(end) for end in ends)
    except NotANumber:
        return absent("not_available", text, "fourchette_mal_formee")
    for end in (low, high):
        _check_unit(text, end.unit, unit, reference)
    if low.amount > high.amount:
        return absent("not_available", text, "fourchette_mal_formee")
    digits = max(_written(low), _written(high))
    return Figure(None, _bounded(low.amount, text), _bounded(high.amount, text), "range", digits, text)


def _read_number(cell: RawCell, unit: str) -> Figure:
    if isinstance(cell.value, bool):
        raise Unreadable(
            "booleen",
            f"La cellule contient {cell.text} là où un nombre est attendu.",
            "Saisir le nombre, ou vider la cellule s’il n’est pas publié.",
        )
    if not isinstance(cell.value, int | float):
        raise unreadable.date(cell)
    if not isfinite(cell.value):
        raise unreadable.absurd(cell.text)
    style = NumberFormat.of(cell.number_format, cell.value)
    _check_format(cell, style, unit)
    value = _bounded(exact(cell.value) * (100 if style.percent else 1), cell.text)
    return Figure(
        value.normalize() + 0,
        None,
        None,
        "value",
        style.decimals(value),
        cell.text,
        marked_percent=style.shows_percent_sign,
    )


def _check_format(cell: RawCell, style: NumberFormat, unit: str) -> None:
    if style.shows_percent_sign and not is_percent(unit):
        raise Unreadable(
            "unite_differente",
            f"La cellule affiche un pourcentage ({cell.text}) alors que l’unité de la ligne est "
            f"{quote(unit)}.",
            "Écrire % dans la colonne « Unité », ou donner à la cellule un format de nombre.",
        )
    if style.scaled:
        raise Unreadable(
            "format_a_l_echelle",
            f"Le format {quote(cell.number_format)} affiche le nombre divisé par mille ou par un million.",
            "Donner à la cellule un format de nombre ordinaire et vérifier l’unité de la ligne.",
        )


def _bounded(amount: Decimal, text: str) -> Decimal:
    if abs(amount) > LARGEST:
        raise unreadable.absurd(text)
    return amount
