"""The steps behind what is felt: from a survey cell to its rank, and to the gap with what is measured."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.both_sides import both_sides
from indicators.facts_cells import NO_SUPPORT, supports
from indicators.gap_draws import Reading
from indicators.gap_signs import gaps
from indicators.index import index_scores
from indicators.intervals import point_ranks
from indicators.method import Aggregation, Method
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from indicators.perception import perceived
from indicators.provenance import score_steps
from indicators.provenance_steps import Step, StepName, known, table
from indicators.rows import Fields
from indicators.structure import UnknownCode
from loaders.store import FRANCE, Store

_LEVEL = "domaine"


def perceived_provenance(store: Store, region: str, domain: str, actor: str, wave: str = "") -> pd.DataFrame:
    """Return the steps behind what one actor is published to say of a domain in a region (FR included).

    Every usable figure of that place is there, of one wave or of all. Raises `UnknownCode` without any.
    """
    steps = list(_felt(perceived(store, actor), region, domain, wave))
    if not steps:
        raise UnknownCode(f"{region} {domain} {actor} {wave}")
    return table(steps)


def gap_provenance(
    store: Store, region: str, domain: str, actor: str, wave: str = "", method: Method | None = None
) -> pd.DataFrame:
    """Return the steps behind a gap: the measured side, the felt side, then each reading that exists.

    The numbers are those of `indicators.gap_signs.gaps` without noise. Raises `UnknownCode` when no reading
    can be computed there, and `MethodError`.
    """
    chosen = method or Method()
    gaps_here = gaps(both_sides(store, actor, wave or None, chosen, 2, Noise.NONE))
    mine = (gaps_here["region_code"] == region) & (gaps_here["domain_code"] == domain)
    found = gaps_here[mine & (gaps_here["readings"] > 0)]
    if found.empty:
        raise UnknownCode(f"{region} {domain} {actor} {wave}")
    told = perceived(store, actor)
    return table(
        [
            *score_steps(store, region, _LEVEL, domain, chosen),
            *_rank_in_region(store, region, domain, chosen),
            *_felt(told, region, domain, wave),
            *(step for row in found.itertuples() for step in _readings(store, row, told, chosen)),
        ]
    )


def _rank_in_region(store: Store, region: str, domain: str, method: Method) -> Iterator[Step]:
    """Name the other domains of the region, with their scores and cells: the rank rests on all of them."""
    ranks = point_ranks(index_scores(store, method))
    here = ranks[(ranks["among"] == "domaines") & (ranks["region_code"] == region)]
    here = here[here["rank"].notna()]
    behind = supports(store)
    for row in here[here["code"] != domain].itertuples():
        code, score = str(row.code), known(row.score)
        for place in behind.get((region, code), NO_SUPPORT).cells:
            sheet, _, cell = place.rpartition("!")
            yield Step(StepName.COMPARED_DOMAIN, _LEVEL, code, region, sheet, cell, number=score)
    for row in here[here["code"] == domain].itertuples():
        own, ranked = known(row.rank), known(row.ranked)
        yield Step(StepName.RANK_IN_REGION, _LEVEL, domain, region, factor=ranked, number=own)


def _felt(told: pd.DataFrame, region: str, domain: str, wave: str) -> Iterator[Step]:
    here = told[told["region_code"] == region]
    here = here[here["wave"] == wave] if wave else here
    for _, row in here[here["domain_code"] == domain].iterrows():
        yield from _figure(row, here)


def _figure(row: pd.Series[Any], here: pd.DataFrame) -> Iterator[Step]:
    """Follow one figure: what the cell shows, its number, its rank (published, or derived)."""
    code, region = str(row["domain_code"]), str(row["region_code"])
    place = (str(row["sheet"]), str(row["cell"]))
    asked: dict[str, Any] = {name: str(row[name]) for name in ("wave", "measure", "perimeter")}
    if pd.notna(row["value"]):
        raw, value = str(row["raw_value"]), known(row["value"])
        told: dict[str, Any] = {"unit": str(row["unit"]), "decimals": int(row["decimals"])}
        yield Step(StepName.PERCEIVED_RAW, _LEVEL, code, region, *place, text=raw, **asked)
        yield Step(StepName.PERCEIVED_TYPED, _LEVEL, code, region, *place, number=value, **(asked | told))
    if row["rank_origin"] == "derived":
        yield from _others(row, here)
    elif pd.notna(row["rank_low"]):
        place = (place[0], str(row["rank_cell"]))
        raw = str(row["raw_rank"])
        yield Step(StepName.PERCEIVED_RAW, _LEVEL, code, region, *place, text=raw, **asked)
    if pd.notna(row["rank_low"]):
        origin = asked | {"rank_origin": str(row["rank_origin"])}
        for rank in dict.fromkeys([known(row["rank_low"]), known(row["rank_high"])]):
            yield Step(StepName.PERCEIVED_RANK, _LEVEL, code, region, *place, number=rank, **origin)


def _others(row: pd.Series[Any], here: pd.DataFrame) -> Iterator[Step]:
    """Name the figures that a derived rank was read among: same survey, wave, measure and perimeter."""
    same = here["value"].notna() & (here["domain_code"] != row["domain_code"])
    for key in ("survey", "wave", "measure", "perimeter"):
        same &= here[key] == row[key]
    yield from (_compared(other) for _, other in here[same].iterrows())


def _compared(other: pd.Series[Any]) -> Step:
    return Step(
        StepName.PERCEIVED_COMPARED,
        _LEVEL,
        str(other["domain_code"]),
        str(other["region_code"]),
        str(other["sheet"]),
        str(other["cell"]),
        text=str(other["raw_value"]),
        number=known(other["value"]),
        unit=str(other["unit"]),
        decimals=int(other["decimals"]),
    )


def _readings(store: Store, row: Fields, told: pd.DataFrame, method: Method) -> Iterator[Step]:
    """Give each reading that exists, after what it alone rests on; « 2 ou 3 » gives both ends."""
    yield from _gap(row, Reading.RANK, "rangs")
    if pd.notna(row.standardised_gap):
        yield from _elsewhere(row, told)
        yield from _gap(row, Reading.STANDARDISED, "écarts-types")
    if pd.notna(row.native_gap):
        ten = replace(method, normalisation=Normalisation.MINMAX, aggregation=Aggregation.ARITHMETIC)
        scores = score_steps(store, str(row.region_code), _LEVEL, str(row.domain_code), ten)
        yield from (
            replace(step, step=StepName.NATIVE_SCORE) for step in scores if step.step is StepName.SCORE
        )
        yield from _gap(row, Reading.NATIVE, "points sur 10")


def _gap(row: Fields, reading: Reading, unit: str) -> Iterator[Step]:
    asked: dict[str, Any] = {"wave": str(row.wave), "measure": str(row.measure), "reading": str(reading)}
    ends = (known(getattr(row, f"{reading}_gap{end}")) for end in ("_low", "_high"))
    for gap in dict.fromkeys(end for end in ends if not math.isnan(end)):
        yield Step(
            StepName.GAP, _LEVEL, str(row.domain_code), str(row.region_code), number=gap, unit=unit, **asked
        )


def _elsewhere(row: Fields, told: pd.DataFrame) -> Iterator[Step]:
    """Name the same figure of the other regions: a standardised gap rests on all of them."""
    same = told["value"].notna() & ~told["region_code"].isin([FRANCE, row.region_code])
    for key in ("survey", "wave", "measure", "domain_code"):
        same &= told[key] == getattr(row, key)
    yield from (_compared(other) for _, other in told[same].iterrows())
