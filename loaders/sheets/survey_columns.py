"""The columns of a survey row that need more than a text or a number: dates, ranks, sizes, bounds."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from decimal import Decimal

from loaders.cells.figures import Figure, absent, is_percent, read_text
from loaders.cells.marks import unmarked
from loaders.cells.unreadable import Unreadable
from loaders.file.richtext import level
from loaders.naming import collapse, quote, words
from loaders.records import Measure
from loaders.sheets.lines import Line
from wording.numbers import number

DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_WHOLE = 100
_ORDINAL = r"(?:(?:er|re|[eè]re|i?[eè]me|[eè]|nde?|d|°)s?)?"
_TIED = r"(?: ?,? ?\(?ex[ -]?(?:æ|ae)quo\)?)?"
_RANK = re.compile(
    rf"([1-9][0-9]?){_ORDINAL}(?: ?(?:ou|à|-|–) ?([1-9][0-9]?){_ORDINAL})?{_TIED}",
    re.IGNORECASE,
)
# A size that the source only bounds: « plus de 2 000 », « au moins 2 000 », « > 2 000 ».
_AT_LEAST = re.compile(r"(?:plus de|au moins|minimum|>=?|≥) ?(.+)", re.IGNORECASE)


_SIZE = (
    "Saisir le nombre de répondants (2\u202f400), «\u00a0plus de 2\u202f000\u00a0» s’il est publié ainsi, ou "
    "vider la cellule."
)
_RANK_ALONE = "Écrire le rang seul\u202f: «\u00a02\u00a0», ou «\u00a02 ou 3\u00a0»."
_DEVIATION = "Corriger l’écart-type d’après le document publié, ou vider la cellule."


def read_programme(line: Line) -> str:
    """The programme of surveys (PHARE, IMPACT…); never empty."""
    text = line.text("programme")
    if not text:
        line.error("programme", "programme_absent", "Le programme est vide.", "Écrire PHARE, IMPACT, ARPEA…")
    return text


def read_date(line: Line) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD.

    Excel likes to turn « 2015-09 » into the first of September: taken back.
    """
    cell = line.cell("date")
    if cell is not None and isinstance(cell.value, datetime.date):
        day = cell.value
        text = f"{day:%Y-%m}" if day.day == 1 else f"{day:%Y-%m-%d}"
        line.findings.info(
            "date_lue", cell.sheet, cell.cell, f"La date {cell.text} est lue «\u00a0{text}\u00a0»."
        )
        return text
    text = line.text("date").replace("\u2010", "-").replace("\u2011", "-").replace("\u2013", "-")
    if text and not DATE.fullmatch(text):
        line.error(
            "date",
            "date_illisible",
            f"Date illisible\u202f: {quote(text)}.",
            "Écrire l’année et le mois ainsi\u202f: 2015-09.",
        )
    return text


def check_value(line: Line, figure: Figure, measure: Measure | None, unit: str) -> None:
    """Check a value against its measure and its unit."""
    numbers = [value for value in (figure.value, figure.low, figure.high) if value is not None]
    if figure.doubt:
        line.findings.alert(
            figure.doubt,
            line.layout.sheet.name,
            line.address("value"),
            f"{quote(figure.told)} n’est pas utilisable comme nombre.",
            "Vérifier dans le document publié et corriger la cellule.",
        )
    if measure is not None and any(not _within(value, measure) for value in numbers):
        line.error(
            "value",
            "valeur_hors_bornes",
            f"{quote(figure.told)} sort des bornes de la mesure «\u00a0{measure.label}\u00a0» "
            f"({_bound(measure.minimum)} à {_bound(measure.maximum)}).",
            "Corriger la valeur ou la mesure.",
        )
    elif is_percent(unit) and not all(0 <= value <= _WHOLE for value in numbers):
        # A measure without bounds of its own (« autre »): only a change may leave them.
        line.findings.alert(
            "part_impossible",
            line.layout.sheet.name,
            line.address("value"),
            f"{quote(figure.told)}\u202f: une part est comprise entre 0 et 100\u202f%.",
            "Vérifier la valeur dans le document publié, ou l’unité de la ligne.",
        )
    if measure is not None and numbers and contradicts(unit, measure.unit):
        line.error(
            "unit",
            "unite_contraire",
            f"L’unité {quote(unit)} contredit la mesure {quote(measure.measure)}, dont l’unité est "
            f"{quote(measure.unit)}.",
            "Corriger l’unité, ou la mesure.",
        )
    # A share of 0.36 under % is 36 % typed as a fraction more often than a third of a percent.
    if is_percent(unit) and not figure.marked_percent and any(0 < abs(value) < 1 for value in numbers):
        line.error(
            "value",
            "pourcentage_ambigu",
            f"{quote(figure.told)} avec l’unité\u202f%\u202f: pourcentage, ou fraction à multiplier par "
            "cent\u202f?",
            "Donner à la cellule un format de pourcentage, ou écrire le signe\u202f% après le nombre.",
        )


def contradicts(unit: str, expected: str) -> bool:
    """True when a unit cannot be the one of the measure: « % » of a note, « sur 5 » of a note out of 10."""
    if not unit or not expected:
        return False
    told, known = words(unit), words(expected)
    numbers = [{word for word in each if word.isdigit()} for each in (told, known)]
    return _speaks_of_percent(told) != _speaks_of_percent(known) or not numbers[0] <= numbers[1]


def _speaks_of_percent(told: list[str]) -> bool:
    return bool({"%", "pourcent", "pourcentage", "pourcentages", "cent"} & set(told))


def _within(value: Decimal, measure: Measure) -> bool:
    low, high = measure.minimum, measure.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def _bound(value: Decimal | None) -> str:
    return "sans limite" if value is None else number(float(value))


def read_raw_rank(line: Line) -> str:
    """The published rank as written."""
    cell = line.cell("rank")
    return "" if cell is None else cell.text


def read_rank(line: Line) -> tuple[int | None, int | None]:
    """« 2 » gives (2, 2), « 2 ou 3 » gives (2, 3); any other text is kept raw, with a word about it."""
    if not line.holds_text("rank"):
        rank = _whole(line, "rank", _RANK_ALONE)
        return rank, rank
    text = level(unmarked(line.text("rank"), {}).text)
    match = _RANK.fullmatch(text)
    if match is None:
        _report_rank(line, text)
        return None, None
    low, high = int(match[1]), int(match[2] or match[1])
    if low > high:
        line.error(
            "rank", "rang_illisible", f"Le rang {quote(text)} est à l’envers.", "Écrire «\u00a02 ou 3\u00a0»."
        )
    return low, high


def check_rank(line: Line, rank: int | None, domains: int) -> None:
    """Refuse a rank among the domains that passes their number; `rank`: the worst one the cell allows."""
    if rank is not None and rank > domains:
        line.error(
            "rank",
            "rang_impossible",
            f"Le rang {rank} dépasse le nombre de domaines ({domains}).",
            "Corriger le rang d’après le document publié, ou vider la cellule.",
        )


def _report_rank(line: Line, text: str) -> None:
    if not text:
        return
    sheet, place = line.layout.sheet.name, line.address("rank")
    if text[0].isdigit() or text[0] in "-+−":
        line.error(
            "rank",
            "rang_illisible",
            f"Rang illisible\u202f: {quote(text)}.",
            "Écrire «\u00a02\u00a0», ou «\u00a02 ou 3\u00a0».",
        )
        return
    line.findings.info(
        "rang_sans_nombre", sheet, place, f"Le rang {quote(text)} est gardé comme texte, sans rang."
    )


def read_sample_size(line: Line) -> tuple[int | None, bool]:
    """How many people answered, when published, and whether that is a lower bound (« plus de 2 000 »).

    The bound itself is kept: fewer people than were asked only widens what is said of the error.
    """
    cell = line.cell("sample_size")
    text = collapse(cell.text) if cell is not None and line.holds_text("sample_size") else ""
    bound = _AT_LEAST.fullmatch(text)
    if bound is None:
        return _whole(line, "sample_size", _SIZE), False
    try:
        figure = read_text(bound[1], "", line.reference)
    except Unreadable:
        figure = absent("not_available", text)
    return _positive(line, "sample_size", replace(figure, raw=text), _SIZE), True


def _whole(line: Line, column_key: str, way_out: str) -> int | None:
    figure = line.figure(column_key, way_out=way_out)
    if figure.value is None and figure.status in {"missing", "not_available"}:
        return None
    return _positive(line, column_key, figure, way_out)


def _positive(line: Line, column_key: str, figure: Figure, way_out: str) -> int | None:
    if figure.value is not None and figure.value == int(figure.value) and figure.value >= 1:
        return int(figure.value)
    line.error(
        column_key,
        "entier_attendu",
        f"{quote(figure.told)} n’est pas un nombre entier positif.",
        way_out,
    )
    return None


def read_standard_deviation(line: Line, measure: Measure | None, size: int | None) -> Decimal | None:
    """The standard deviation of the answers, when published: no more than their scale allows."""
    figure = line.figure("standard_deviation", way_out=_DEVIATION)
    if figure.status == "range" or (figure.value is not None and figure.value < 0):
        line.error(
            "standard_deviation",
            "ecart_type_impossible",
            f"Un écart-type ne peut pas être {quote(figure.told)}.",
            _DEVIATION,
        )
        return None
    _check_deviation(line, figure, measure, size)
    return figure.value


def _check_deviation(line: Line, figure: Figure, measure: Measure | None, size: int | None) -> None:
    """Refuse a deviation that no answers on the scale of the measure have."""
    most = measure.largest_deviation(size) if measure else None
    if measure and figure.value is not None and most is not None and figure.value > most:
        line.error(
            "standard_deviation",
            "ecart_type_impossible",
            f"Un écart-type ne peut pas être {quote(figure.told)} quand les réponses vont de "
            f"{_bound(measure.minimum)} à {_bound(measure.maximum)}\u202f: il est de "
            f"{number(float(most), most=2)} au plus.",
            _DEVIATION,
        )
