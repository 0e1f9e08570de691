"""Three marked figures: a published figure and a rank that say the same thing, and that the check trusts.

A figure is told in a unit that is published; it differs from France by more than both roundings can make,
on the side where the rank of the region in the domain puts it (see `strength.sql`); that rank is known within
two places; and the check of the workbook has no doubt about the cells. A domain of one indicator must be
measured in full. Of a domain of several one figure is told: among the indicators that go with the others (see
`indicators.members`) and put the region in the same half, the one where it is nearest to the end of its side;
then the one that weighs most. The interval of the rank counts the error of a measure, the distance to France
does not, and the sheet says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.members import Link
from indicators.method import Method
from indicators.plain_names import plain, unit_beside
from indicators.results import Results
from indicators.rows import Row, by, records
from indicators.vocabulary import Vocabulary
from readings.debate.places import places
from readings.debate.point import MOST, Point
from readings.domain.members import rank_words
from readings.phrases.most import least_fragile, most_fragile
from readings.phrases.words import compared, doubtful, measured
from wording.ranks import placed_of_regions
from wording.typography import quoted

# A wider interval is a place that rounding and the error of measure decide: nothing else moves a rank on one
# indicator.
WIDEST = 2
# Two frailties then one strength: a debate that only lists what is wrong has no one to build on.
_FRAILTIES = 2
_FIGURE = [
    *(
        "domain_code",
        "indicator_code",
        "rank",
        "ranked",
        "region_code",
        "label",
        "value",
        "benchmark",
        "benchmark_cell",
        "direction",
        "unit",
        "decimals",
    ),
    *("benchmark_decimals", "year", "source", "sheet", "cell"),
]
_ROW = re.compile(r"[0-9]+")


@dataclass(frozen=True)
class Ground:
    """What a fact rests on: the figure of the region, its place in the domain, the side of the domain.

    `among`: how many indicators make the score that the place is of; `turned`: see `readings.phrases.most`.
    """

    figure: Row
    place: Row
    side: str
    among: int = 1
    turned: bool = False


def facts(results: Results, region: str, method: Method) -> tuple[Point, ...]:
    """Return the marked figures of a region, at most three: two frailties, one strength, or what there is."""
    known = results.vocabulary()
    return tuple(point(ground, known, region) for ground in grounds(results, region, method))


def grounds(results: Results, region: str, method: Method) -> tuple[Ground, ...]:
    """Return what the marked figures rest on, in their order."""
    chosen = every_ground(results, region, method)[:MOST]
    return tuple(sorted(chosen, key=lambda ground: ground.side == "force"))


def every_ground(results: Results, region: str, method: Method) -> tuple[Ground, ...]:
    """Return what any figure that is solid rests on, one a domain: those that are marked first."""
    return results.once(("grounds", region, method), lambda: _every(results, region, method))


def _every(results: Results, region: str, method: Method) -> tuple[Ground, ...]:
    found = list(_solid_ones(results, region, method))
    frail = [ground for ground in found if ground.side == "fragilite"]
    strong = [ground for ground in found if ground.side == "force"]
    return (*frail[:_FRAILTIES], *strong[:1], *frail[_FRAILTIES:], *strong[1:])


def note(found: tuple[Point, ...]) -> str:
    """Say why there are fewer than three."""
    if len(found) == MOST:
        return ""
    return (
        "Les autres chiffres de la région ne sont pas retenus ici\u202f: non publiés, trop proches de la "
        "France pour les arrondis, signalés par le contrôle, ou d’un rang trop incertain."
    )


def _solid_ones(results: Results, region: str, method: Method) -> Iterator[Ground]:
    """Yield what is solid among the most and the least fragile domains, the most marked first."""
    doubts = results.findings()
    doubts = doubts[doubts["level"] == "alerte"]
    turned = results.turned(method)
    ranks = places(results, method, region, "regions")
    figures: dict[str, list[Row]] = {}
    for row in _figures(results, method).get(region, []):
        figures.setdefault(row["domain_code"], []).append(row)
    for domain in records(results.strengths(region, method)):
        code, side = domain["domain_code"], str(domain["side"])
        own = figures.get(code, [])
        rows = results.members(str(code), method)
        if len(rows) > 1:
            own = _alike(own, rows, side)
        elif domain["coverage"] < 1 or len(own) > 1:
            continue
        solid = (figure for figure in own if _solid(figure, ranks[code], side, doubts))
        if (figure := next(solid, None)) is not None:
            yield Ground(figure, ranks[code], side, len(rows), code in turned)


def _alike(figures: list[Row], rows: pd.DataFrame, side: str) -> list[Row]:
    """Keep the figures that say of the region what the score of the domain does, the most telling first.

    `rows`: see `indicators.members`.
    """
    weights = {row["indicator_code"]: row["share"] for row in records(rows) if row["link"] == Link.WITH}
    kept = [row for row in figures if row["indicator_code"] in weights and row["rank"] is not None]
    near = [row for row in kept if _from_end(row, side) < row["ranked"] / 2]
    return sorted(near, key=lambda row: (_from_end(row, side), -weights[row["indicator_code"]]))


def _from_end(figure: Row, side: str) -> int:
    """Return how many regions are nearer to the end of a side by an indicator."""
    return int(figure["rank"]) - 1 if side == "fragilite" else int(figure["ranked"] - figure["rank"])


def _figures(results: Results, method: Method) -> Mapping[str, list[Row]]:
    """Return the figures of each region that have a value, a direction and one of France."""
    return results.once(("compared figures", method), lambda: _compared(results.every_value(method)))


def _compared(values: pd.DataFrame) -> Mapping[str, list[Row]]:
    return by(values[_FIGURE].dropna(subset=["value", "direction", "benchmark"]), "region_code")


def _solid(figure: Row, place: Row, side: str, doubts: pd.DataFrame) -> bool:
    away = figure["direction"] * (figure["value"] - figure["benchmark"])
    # Two figures printed one last digit apart may be the same number: each is half a digit uncertain.
    agrees = beyond_rounding(figure) and (away < 0 if side == "force" else away > 0)
    narrow = place["high"] - place["low"] <= WIDEST
    return agrees and narrow and not doubtful(figure["unit"]) and not _doubted(figure, doubts)


def beyond_rounding(figure: Row) -> bool:
    """True when the region and France differ by more than the last digit printed."""
    apart, step = abs(figure["value"] - figure["benchmark"]), 10.0 ** -int(figure["decimals"])
    return bool(round(apart / step, 6) > 1)


def _doubted(figure: Row, doubts: pd.DataFrame) -> bool:
    """True when a finding is about this very cell, about France's, or about the whole row."""
    cells = {figure["cell"], figure["benchmark_cell"].rpartition("!")[2]}
    row = _ROW.findall(figure["cell"])[0]
    return any(
        cell in cells or (":" in cell and _ROW.findall(cell)[0] == row)
        for cell in doubts.loc[doubts["sheet"] == figure["sheet"], "cell"]
    )


def point(ground: Ground, known: Vocabulary, region: str) -> Point:
    """Word a marked figure."""
    figure, inside = ground.figure, known.names[region].name_in
    unit, decimals = figure["unit"], int(figure["decimals"])
    name = plain(figure["label"])
    value = measured(figure["value"], unit_beside(name, unit), decimals)
    france = compared(figure["benchmark"], unit, int(figure["benchmark_decimals"]))
    # Among frailties, what is a strength says so: points are read without what is said of them.
    end = ", du côté le moins fragile" if ground.side == "force" else ""
    text = f"{name}\u202f: {value} {inside}, contre {france} en France{end}."
    cells = (f"{figure['sheet']}!{figure['cell']}", str(figure["benchmark_cell"]))
    return Point(text, _detail(ground, known.domains[ground.place["code"]]), cells)


def _detail(ground: Ground, domain: str) -> str:
    return f"{placed(ground, domain)}{stands_for(ground)}{origin(ground)}"


def placed(ground: Ground, domain: str) -> str:
    """Say the place of the region, and what a place counts: « « Santé » : 13ᵉ sur 13 régions (…). »."""
    place = ground.place
    said = placed_of_regions(place["rank"], place["low"], place["high"], place["ranked"])
    return f"{quoted(domain)}\u202f: {said} ({_ends(ground)})."


def stands_for(ground: Ground) -> str:
    """Say, after a space, how the figure was chosen in a domain of several; `""` where it is alone."""
    if ground.among == 1:
        return ""
    score = f" Score de {ground.among}\u00a0indicateurs"
    return f"{score}\u202f; celui-ci va avec les autres, et la région y est {rank_words(ground.figure)}."


def origin(ground: Ground) -> str:
    """Say the year and the source of the figure, after a space."""
    year, named = ground.figure["year"], ground.figure["source"] or "source non publiée"
    return f" Chiffres\u202f: {', '.join(part for part in (year, named) if part)}."


def ranked_by(ground: Ground) -> str:
    """Say what the place of the region rests on: the source and the year of a figure, or a score."""
    if ground.among > 1:
        return f"score de {ground.among}\u00a0indicateurs du classeur"
    source, year = ground.figure["source"], ground.figure["year"]
    if not source:
        return f"non publiée{f' (chiffres de {year})' if year else ''}"
    return ", ".join(part for part in (source, year) if part)


def _ends(ground: Ground) -> str:
    """Say what the rank counts: 1 is the most fragile, the last the least."""
    code = str(ground.place["code"])
    if ground.side == "fragilite":
        return f"1ʳᵉ\u202f: {most_fragile(code, many=False, turned=ground.turned)}"
    return f"{ground.place['ranked']}ᵉ\u202f: {least_fragile(code, many=False, turned=ground.turned)}"
