"""From a raw cell to a typed figure: exact value, range, or the reason why there is none.

A figure never changes silently: whatever cannot be read in exactly one way raises `Unreadable` (the workbook
is refused), and a range whose ends make no sense is kept as text, `not_available`, with a doubt for the
reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any

from loaders.cells import unreadable
from loaders.cells.marks import is_only_a_mark, meaning, unmarked
from loaders.cells.numerals import NotANumber, Numeral, read_numeral, split_bound, split_range
from loaders.cells.unreadable import Unreadable
from loaders.file.number_format import NumberFormat, decimals, exact, unformatted
from loaders.file.richtext import level
from loaders.naming import collapse, quote, words
from loaders.records import RawCell, Status
from loaders.reference import Absence, Reference
from wording.numbers import number

# Beyond what Excel stores exactly (15 digits); the largest true figure, the GDP in euros, has 13.
LARGEST = Decimal("1e15")
# Far below what a formula leaves instead of zero (some 1e-17 beside figures of the size of one).
SMALLEST = Decimal("1e-20")
LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Figure:
    """A typed figure: its exact value, and the `decimals` that it shows.

    `marked_percent`: the cell itself says %, by its format or its text. `doubt`: why it is kept as text only
    (a code), else "". `note`: what the source says of a number (« provisoire »), or why there is none
    (« secret statistique »).
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status
    decimals: int
    raw: str
    marked_percent: bool = False
    doubt: str = ""
    note: str = ""

    @property
    def told(self) -> str:
        """What to quote of it: what the cell holds, since the rounded number that it shows may be right."""
        digits = 0 if self.value is None else decimals(self.value)
        if self.value is None or digits <= self.decimals:
            return self.raw
        return number(float(self.value), digits) + "\u202f%" * self.marked_percent

    def published(self) -> dict[str, Any]:
        """What the record of a figure keeps of it, by the names of the fields."""
        return {name: getattr(self, name) for name in ("value", "low", "high", "status", "decimals", "note")}


# On the words of a unit: « % des ménages », « pourcentage », « part en % », « taux (%) ».
_PERCENT = re.compile(
    r"(?:pourcent(?:ages?)?|pour cent)(?: d(?:e|es|u)?(?: .*)?)?"
    r"|(?:.* )?en (?:%|pour ?cent(?:ages?)?)(?: .*)?"
    r"|[^0-9]* (?:%|pourcent(?:ages?)?)"
)
# A difference between two percentages is no percentage.
_POINTS = {"point", "points", "pt", "pts"}


@lru_cache(maxsize=256)
def is_percent(unit: str) -> bool:
    """True when the unit of a row is a percentage, in whatever words."""
    told = words(unit)
    spelled = _PERCENT.fullmatch(" ".join(told)) is not None and not _POINTS & set(told)
    return told[:1] == ["%"] or spelled


def absent(status: Status, raw: str = "", doubt: str = "", note: str = "") -> Figure:
    """A figure without a number."""
    return Figure(None, None, None, status, 0, raw, doubt=doubt, note=note)


def read_figure(cell: RawCell | None, unit: str, reference: Reference) -> Figure:
    """Type one cell under the unit of its row; percentages come out in points. Raises `Unreadable`."""
    if cell is None:
        return absent("missing")
    if cell.is_error:
        return absent("not_available", cell.text, "valeur_en_erreur")
    if cell.value is None:
        raise unreadable.without_value(cell.formula)
    if cell.raised:
        raise unreadable.raised(cell.text)
    if isinstance(cell.value, str):
        return read_text(cell.value, unit, reference)
    return _read_number(cell, unit, reference)


def read_text(text: str, unit: str, reference: Reference) -> Figure:
    """Type a figure written as text (a text cell, or the corrected text of a declared correction)."""
    if len(text) > LONGEST_TEXT:
        raise unreadable.not_a_number(text)
    plain = collapse(text)
    if not plain:
        return absent("missing", text)
    if plain.startswith("#") and plain.upper() in _ERRORS_AS_TEXT:
        return absent("not_available", text, "valeur_en_erreur")
    marked = unmarked(plain, reference.marks, reference.absences)
    absence = _absence(plain, reference) or _absence(marked.text, reference)
    if absence is not None:
        # An asterisk alone is a sign of absence, not the note of another one.
        marks = () if _absence(plain, reference) else marked.notes
        notes = (absence.reason or ("non disponible" if marks else ""), *marks)
        return absent(absence.status, text, note=", ".join(filter(None, notes)))
    if is_only_a_mark(plain):
        return absent("not_available", text, note=f"renvoi {level(plain)} de la source, sans nombre")
    if _IN_BRACKETS.fullmatch(plain):
        return absent("not_available", text, "nombre_entre_parentheses")
    figure = _bound(text, marked.text, unit, reference) or _numbers(text, marked.text, unit, reference)
    return replace(figure, note=", ".join(filter(None, (figure.note, *marked.notes))))


# In French statistics a number in brackets is imprecise, in an account it is negative: nobody can tell.
_IN_BRACKETS = re.compile(r"\( ?[+-−]? ?[0-9][0-9 ,.]* ?%? ?\) ?%?")


def _absence(plain: str, reference: Reference) -> Absence | None:
    """The sign that there is no figure: « s », « (s) », Eurostat's « : c » (not available, confidential)."""
    sign = plain.casefold()
    bare = sign.lstrip(": ").strip("()[] ") or sign
    found = reference.absences.get(sign) or reference.absences.get(bare)
    if found is None and sign.startswith(":") and bare in reference.marks:
        return Absence("not_available", reference.marks[bare])
    return found


def _bound(text: str, plain: str, unit: str, reference: Reference) -> Figure | None:
    """« <0,1 » is no number: it is kept as what the source says, and takes part in no computation."""
    bound = split_bound(plain)
    if bound is None:
        return None
    _numeral(text, bound[1], unit, reference)
    return absent("not_available", text, note=f"{bound[0]} {bound[1]}")


def _numbers(text: str, plain: str, unit: str, reference: Reference) -> Figure:
    ends = split_range(plain)
    if ends is not None:
        return _read_range(text, ends, unit, reference)
    numeral, note = _numeral(text, plain, unit, reference)
    return replace(_single(text, numeral, unit), note=note)


# Errors pasted as text, under their English and French names.
_ERRORS_AS_TEXT = frozenset(
    "#N/A #N/D #DIV/0! #REF! #VALUE! #VALEUR! #NAME? #NOM? #NUM! #NOMBRE! #NULL! #NUL! #SPILL! #CALC!".split()
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


def _numeral(text: str, plain: str, unit: str, reference: Reference) -> tuple[Numeral, str]:
    """The number of `plain` and what a mark in letters behind it says: « 8,4 p », « 8,4 % prov. »."""
    _refuse_contradiction(text, plain, unit, reference)
    try:
        numeral = read_numeral(plain)
    except NotANumber as error:
        alone = meaning(plain.strip("()[]"), reference.marks)
        if alone:
            raise unreadable.mark_alone(text, alone) from error
        raise (unreadable.ambiguous(text) if error.ambiguous else unreadable.not_a_number(text)) from error
    if _is_unit(numeral.unit, unit, reference):
        return numeral, ""
    own = numeral.unit.split()
    for mark, rest in ((own[-1], own[:-1]), (own[0], own[1:])):
        note = meaning(mark, reference.marks)
        if note and _is_unit(" ".join(rest), unit, reference):
            return replace(numeral, unit=" ".join(rest)), note
    raise _other_unit(text, unit)


# A short sign behind a number, between brackets or not.
_SIGNED = re.compile(r".*[0-9%‰] ?[(\[]?(?P<sign>[^\W\d_]{1,2})[)\]]?")


def _refuse_contradiction(text: str, plain: str, unit: str, reference: Reference) -> None:
    """Refuse « 8,4 s »: a number, and the sign that there is none."""
    found = _SIGNED.fullmatch(plain)
    sign = found["sign"].casefold() if found else ""
    if sign in reference.absences and sign not in reference.marks and not _is_unit(sign, unit, reference):
        raise unreadable.contradiction(text, sign, reference.absences[sign].reason)


def _is_unit(written: str, unit: str, reference: Reference) -> bool:
    """The unit written in the cell must be the row's, or begin it: « milliards » of « milliards d’euros »."""
    found = words(written)
    if not written or (found == ["%"] and is_percent(unit)):
        return True
    told = words(unit)
    # Each as it is written and as the table spells it: « M€ » is « millions d’euros », on either side.
    spelled = [(one, reference.unit_words.get(" ".join(one), one)) for one in (found, told)]
    return any(one and other[: len(one)] == one for one in spelled[0] for other in spelled[1])


def _other_unit(text: str, unit: str) -> Unreadable:
    if not unit:
        return unreadable.not_a_number(text)
    return Unreadable(
        "unite_differente",
        f"La cellule contient {quote(text)} alors que l’unité de la ligne est {quote(unit)}.",
        "Écrire le nombre seul, dans l’unité de la ligne, ou corriger l’unité. Les marques admises à côté "
        "d’un nombre (p, r, e…) sont sur la page «\u00a0Données et méthode\u00a0».",
    )


def _read_range(text: str, ends: tuple[str, str], unit: str, reference: Reference) -> Figure:
    """Type both ends; a badly grouped end, or a low above the high, leaves only the text, with a doubt."""
    plain = [unmarked(end, reference.marks, reference.absences) for end in ends]
    try:
        low, high = (read_numeral(end.text) for end in plain)
    except NotANumber:
        return absent("not_available", text, "fourchette_mal_formee")
    if not all(_is_unit(end.unit, unit, reference) for end in (low, high)):
        raise _other_unit(text, unit)
    if low.amount > high.amount:
        return absent("not_available", text, "fourchette_mal_formee")
    digits = max(_written(low), _written(high))
    note = ", ".join(dict.fromkeys(note for end in plain for note in end.notes))
    return Figure(
        None, _bounded(low.amount, text), _bounded(high.amount, text), "range", digits, text, note=note
    )


def _read_number(cell: RawCell, unit: str, reference: Reference) -> Figure:
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
    note = _beside(cell, style, unit, reference)
    value = _bounded(exact(cell.value) * (100 if style.percent else 1), cell.text)
    return Figure(
        value.normalize() + 0,
        None,
        None,
        "value",
        style.decimals(value),
        cell.text,
        marked_percent=style.shows_percent_sign,
        note=note,
    )


def _check_format(cell: RawCell, style: NumberFormat, unit: str) -> None:
    if not style.shows_number and not _is_drawn_zero(cell, style):
        raise unreadable.hidden(cell)
    if style.shows_percent_sign and not is_percent(unit):
        raise Unreadable(
            "unite_differente",
            f"La cellule affiche un pourcentage ({cell.text}) alors que l’unité de la ligne est "
            f"{quote(unit)}."
            if unit
            else f"La cellule affiche un pourcentage ({cell.text}) alors que la ligne n’a pas d’unité.",
            "Écrire\u202f% dans la colonne «\u00a0Unité\u00a0», ou donner à la cellule un format de nombre.",
        )
    if style.scaled:
        raise Unreadable(
            "format_a_l_echelle",
            f"Le format {quote(cell.number_format)} affiche le nombre divisé par mille ou par un million.",
            "Donner à la cellule un format de nombre ordinaire et vérifier l’unité de la ligne.",
        )


# Accountants draw a zero as a dash.
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")


def _is_drawn_zero(cell: RawCell, style: NumberFormat) -> bool:
    return cell.value == 0 and style.before.strip() in _DASHES


# A sign, brackets and spaces around a number say nothing that the number does not.
_SAYS_NOTHING = frozenset(" \u00a0\u202f+()") | _DASHES
# Without a unit, only these words change a number: « 2 milliers » is not 2.
_SCALES = frozenset("‰ k m md mds mille millier milliers million millions milliard milliards".split())


def _beside(cell: RawCell, style: NumberFormat, unit: str, reference: Reference) -> str:
    """What the words of a format say of its number, by the rules of a text: a mark, or another unit."""
    said = f"{style.before} {style.after}".strip()
    if not set(said) - _SAYS_NOTHING or style.shows_percent_sign or _is_unit(said, unit, reference):
        return ""
    told = words(said)
    # « /10 » of a note out of 10.
    if set(told) <= set(words(unit)) and any(word.isdigit() for word in told):
        return ""
    try:
        figure = read_text(f"{style.before}1{style.after}", unit, reference)
    except Unreadable:
        figure = absent("not_available")
    if figure.status == "value":
        return figure.note
    if not unit and not _SCALES & set(told):
        return ""
    raise unreadable.other_words(f"{style.before}{cell.text}{style.after}", unit)


def _bounded(amount: Decimal, text: str) -> Decimal:
    if abs(amount) > LARGEST or 0 < abs(amount) < SMALLEST:
        raise unreadable.absurd(text)
    return amount
