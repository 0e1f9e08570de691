"""What the score of a region is made of, one part a domain and one an indicator, in words.

A part is the share of an indicator in the score times its normalised value: the parts add up to the score.
Under a geometric mean they are logarithms, and are read as what they multiply the distance to 11 by.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.results import Results
from readings.settings.moves import OVERALL
from wording.lists import join
from wording.numbers import number, percent, signed

# A sixteenth of a point is 0.0625: with fewer decimals the parts would not visibly add up.
_DECIMALS = 3
_NAMED = 3
# What the two ends of the scale are; the reader may have fixed some.
_ENDS = {
    False: "\u202f: la région la moins fragile, 10\u202f: la plus fragile)",
    True: "\u202f: la région la moins fragile, 10\u202f: la plus fragile, ou la borne fixée)",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one score, largest first; the score in words; what the numbers are counted in.

    rows, an indicator each: domain (short label), indicator (label), part, normalised, share, text (the part
    in words). domains, a domain each: name (short label), part (the sum of those of its indicators), text.
    """

    rows: pd.DataFrame
    domains: pd.DataFrame
    score: str
    finding: str
    counted_in: str


def parts(contributions: pd.DataFrame, results: Results, method: Method, code: str = OVERALL) -> Parts | None:
    """Return the parts of a region's score; None when the score is not shown.

    `contributions`: a frame of `indicators.index` for one region; `results`: of the same edition, for its
    words; `code`: of an axis, or the whole.
    """
    mine = contributions[contributions["code"] == code]
    if mine.empty:
        return None
    words = results.vocabulary()
    rows = mine.assign(
        domain=mine["domain_code"].map(words.domains), indicator=mine["indicator_code"].map(words.indicators)
    )
    summed = rows.groupby("domain", sort=False)["part"].sum().rename_axis("name").reset_index()
    domains = _largest_first(summed, method)
    kept = _largest_first(rows, method)[["domain", "indicator", "part", "normalised", "share", "text"]]
    regions = len(results.regions())
    score = score_words(float(mine["score"].iloc[0]), method, regions)
    return Parts(kept, domains, score, _finding(domains), _counted_in(method, regions))


def _largest_first(rows: pd.DataFrame, method: Method) -> pd.DataFrame:
    told = rows.assign(text=[part_words(part, method) for part in rows["part"]])
    return told.sort_values("part", ascending=False, kind="stable", ignore_index=True)


def part_words(part: float, method: Method) -> str:
    """« +0,123 », « ×0,95 » (geometric: the part is a logarithm)."""
    if method.aggregation.geometric(OVERALL):
        return f"×{number(math.exp(-part), 2)}"
    return signed(part, _DECIMALS)


def score_words(score: float, method: Method, regions: int) -> str:
    """« +0,589 écart-type », « 5,850 sur 10 », « −12,400 % »."""
    match method.normalisation:
        case Normalisation.MINMAX:
            return f"{number(score, _DECIMALS)} sur 10"
        case Normalisation.RANK:
            return f"{number(score, _DECIMALS)} sur {regions}"
        case Normalisation.PERCENT:
            return f"{signed(score, _DECIMALS)}\u202f%"
    return f"{signed(score, _DECIMALS)}\u00a0écart-type"


def share_words(share: float) -> str:
    """Write the share of an indicator in the score: « 6,25 % »."""
    return percent(100 * share, 2)


def _finding(rows: pd.DataFrame) -> str:
    """Name what raises the score most and what lowers it most (or adds least, where nothing is negative)."""
    count = max(1, min(_NAMED, len(rows) // 2))
    up, down = _first(rows[rows["part"] > 0], count), _first(rows[rows["part"] < 0][::-1], count)
    if down.empty:
        most, least = _first(rows, count), _first(rows[::-1], count)
        return f"{_some(most, 'ajoute')} le plus\u202f; {_some(least, 'ajoute')} le moins"
    raised = f"{_some(up, 'augmente')} le plus" if len(up) else "rien n’augmente ce score"
    return f"{raised}\u202f; {_some(down, 'diminue')} le plus"


def _first(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    """Keep the first rows and those whose part equals the last of them (9 decimals, as ties everywhere)."""
    if len(rows) <= count:
        return rows
    parts = rows["part"].round(9)
    last = parts.iloc[count - 1]
    kept: pd.DataFrame = rows[(parts == last) | parts.index.isin(rows.index[:count])]
    return kept


def _some(rows: pd.DataFrame, verb: str) -> str:
    """« Emploi et Santé augmentent », « Emploi augmente », « 5 domaines, dont des ex æquo, augmentent »."""
    names = join(rows["name"]) if len(rows) <= _NAMED else f"{number(len(rows))} domaines, dont des ex æquo,"
    return f"{names} {verb}{'nt' if len(rows) > 1 else ''}"


def _counted_in(method: Method, regions: int) -> str:
    """Say what the parts are, for who recomputes them."""
    if method.aggregation.geometric(OVERALL):
        return (
            "Chaque part multiplie ce qui sépare le score de 11, qui est de 10 au départ\u202f: "
            "le score est 11 moins 10 fois leur produit."
        )
    match method.normalisation:
        case Normalisation.MINMAX:
            low = 0 if method.aggregation is Aggregation.ARITHMETIC else 1
            unit = f"en points sur 10 ({low}{_ENDS[bool(method.goalposts)]}"
        case Normalisation.RANK:
            unit = f"en places ({regions}\u202f: la région la plus fragile, 1\u202f: la moins fragile)"
        case Normalisation.PERCENT:
            unit = "en pour cent d’écart à la France (positif\u202f: plus fragile que la France)"
        case _:
            unit = "en écarts-types (positif\u202f: plus fragile que la moyenne des régions)"
    return f"Les parts sont {unit}\u202f; leur somme redonne le score."
