"""One step of a trail, in French: what was done and the number it gave."""

from __future__ import annotations

from collections.abc import Callable

from indicators.provenance_steps import StepName
from indicators.reader_options import Outliers
from indicators.rows import Row
from readings.phrases.words import measured, nth
from wording.numbers import number, ordinal, percent, plural, signed
from wording.perimeter import asked_territory
from wording.source_notes import marked
from wording.typography import quoted

MISSING = "non publié"
# What a score is counted in.
_ON_TEN = {"minmax", "1–10"}
_ONE = {"rangs": "rang", "écarts-types": "écart-type", "points sur 10": "point sur 10"}
_STATUS = {"range": "intervalle publié, qui ne donne pas un nombre", "not_available": "non disponible"}
_READINGS = {
    "rank": "Écart des rangs, mesuré moins ressenti",
    "standardised": "Écart standardisé, entre régions",
    "native": "Écart de la note au score de 0 à 10",
}
_ORIGINS = {"published": "publié", "derived": "déduit des valeurs des 16 domaines"}


def typed(row: Row) -> str:
    """Write the number read from a cell, with its unit, or what the cell holds instead.

    When the cell shows less than it holds, that is said: the steps that follow rest on what it holds.
    """
    if row["number"] is None:
        return _STATUS.get(row["note"], MISSING)
    value, decimals = row["number"], int(row["decimals"])
    text = number(value, most=decimals)
    said = measured(value, row["unit"], len(text.partition(",")[2]))
    return said if text == number(value) else f"{said}, arrondi affiché de la valeur exacte"


def scored(row: Row) -> str:
    """Write a score in what it is counted in."""
    if row["number"] is None:
        return "non calculé"
    score, unit = row["number"], row["unit"]
    if unit in _ON_TEN:
        return f"{number(score, 2)} sur 10"
    if unit == "percent":
        return f"{signed(score, 2)}\u202f%"
    if unit == "rank":
        return f"{number(score, 2)} (rang, du moins au plus fragile)"
    return f"{signed(score, 2)}\u00a0{plural(score, 'écart-type', 'écarts-types')}"


def _past(row: Row) -> tuple[str, str]:
    what = f"Année antérieure, {row['note']}, hors du calcul"
    if row["number"] is not None:
        return what, typed(row)
    return what, quoted(row["text"]) if row["text"] else MISSING


def _raw(row: Row) -> tuple[str, str]:
    return "Texte de la cellule", quoted(row["text"]) if row["text"] else "cellule vide"


def _corrected(row: Row) -> tuple[str, str]:
    return "Correction déclarée", f"lu {quoted(row['text'])}\u202f: {row['note']}"


def number_read(row: Row) -> str:
    """Write the number of a cell with what its source says of it, or why the source gives none."""
    said = typed(row)
    return str(row["text"] or said) if row["number"] is None else marked(said, row["text"])


def _number(row: Row) -> tuple[str, str]:
    return "Nombre lu", number_read(row)


def _oriented(row: Row) -> tuple[str, str]:
    way = "une valeur élevée est plus fragile" if row["factor"] > 0 else "une valeur basse est plus fragile"
    way += ", à l’inverse du classeur" * bool(row["note"])
    return f"Sens de lecture\u202f: {way}", f"× {number(row['factor'], 0)}"


def _treated(row: Row) -> tuple[str, str]:
    if row["note"] == Outliers.LOGARITHM:
        return "Valeur extrême, prise par son logarithme", signed(row["number"], 3)
    value = measured(row["number"], row["unit"], int(row["decimals"]))
    return "Valeur extrême, ramenée pour le calcul", value


def _goalpost(row: Row) -> tuple[str, str]:
    return "Borne fixée", number(row["number"])


def _moved(row: Row) -> tuple[str, str]:
    return "Ramené de 1 à 10, avant la moyenne géométrique", number(row["number"], 2)


def _benchmark(row: Row) -> tuple[str, str]:
    return "Comparé à la France", typed(row)


def _normalised(row: Row) -> tuple[str, str]:
    return "Score de l’indicateur", scored(row)


def _logarithm(row: Row) -> tuple[str, str]:
    return "Logarithme, avant la moyenne géométrique", signed(row["number"], 3)


def _weighted(row: Row) -> tuple[str, str]:
    share = percent(100 * row["factor"], 0)
    weight = row["text"].replace(".", ",")
    return f"Poids de l’indicateur\u202f: {weight}, soit {share} du score", f"part {signed(row['number'], 2)}"


def _coverage(row: Row) -> tuple[str, str]:
    return "Part du poids qui est mesurée", percent(100 * row["number"], 0)


def _score(row: Row) -> tuple[str, str]:
    return "Score", scored(row)


def _rank(row: Row) -> tuple[str, str]:
    return f"Rang parmi {number(row['factor'], 0)}\u00a0régions", placed(row, feminine=True)


def _rank_in_region(row: Row) -> tuple[str, str]:
    return f"Rang parmi les {number(row['factor'], 0)} domaines de la région", placed(row)


def placed(row: Row, *, feminine: bool = False) -> str:
    """Write a rank, or that there is none."""
    return "sans rang" if row["number"] is None else ordinal(int(row["number"]), feminine=feminine)


def _perceived_raw(row: Row) -> tuple[str, str]:
    return f"Texte de l’enquête ({_survey(row)})", quoted(row["text"])


def _perceived_number(row: Row) -> tuple[str, str]:
    return f"Nombre lu ({_survey(row)})", typed(row)


def _perceived_rank(row: Row) -> tuple[str, str]:
    origin = _ORIGINS[row["rank_origin"]]
    return f"Rang ressenti, {origin} ({_survey(row)})", nth(row["number"])


def _native(row: Row) -> tuple[str, str]:
    return "Score mesuré, de 0 à 10", number(row["number"], 2)


def _gap(row: Row) -> tuple[str, str]:
    reading, wave, gap, many = row["reading"], row["wave"], row["number"], row["unit"]
    digits = 0 if reading == "rank" else 2
    return f"{_READINGS[reading]} ({wave})", f"{signed(gap, digits)}\u00a0{plural(gap, _ONE[many], many)}"


def _survey(row: Row) -> str:
    """« PHARE 2015 », « PHARE 2015, « PACA-Corse » »: the survey's own territory is said."""
    own = [quoted(asked_territory(row["perimeter"]))] if row["perimeter"] else []
    return ", ".join([row["wave"], *own])


WORDS: dict[StepName, Callable[[Row], tuple[str, str]]] = {
    StepName.PAST: _past,
    StepName.RAW: _raw,
    StepName.CORRECTED: _corrected,
    StepName.TYPED: _number,
    StepName.ORIENTED: _oriented,
    StepName.TREATED: _treated,
    StepName.GOALPOST: _goalpost,
    StepName.MOVED: _moved,
    StepName.BENCHMARK: _benchmark,
    StepName.NORMALISED: _normalised,
    StepName.LOGARITHM: _logarithm,
    StepName.WEIGHTED: _weighted,
    StepName.COVERAGE: _coverage,
    StepName.SCORE: _score,
    StepName.RANK: _rank,
    StepName.RANK_IN_REGION: _rank_in_region,
    StepName.PERCEIVED_RAW: _perceived_raw,
    StepName.PERCEIVED_TYPED: _perceived_number,
    StepName.PERCEIVED_RANK: _perceived_rank,
    StepName.NATIVE_SCORE: _native,
    StepName.GAP: _gap,
}
