"""What each view of the first page states: one finding, taken from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

import pandas as pd

from indicators.gap_signs import Sign
from readings.gaps.cells import Cell
from readings.overview.finding import Finding, Kind
from readings.overview.rows import cells, published
from readings.overview.views import OverviewMeta, Quantity


def value_finding(frame: pd.DataFrame, meta: OverviewMeta) -> Finding:
    """Say who is most fragile, or why nobody can be named."""
    single = frame[frame["status"] == "value"]
    if single.empty:
        return Finding(Kind.NOT_PUBLISHED, meta.domain_code)
    if len(single) > 1 and single["value"].min() == single["value"].max():
        numbers = {"value": float(single["value"].iloc[0]), "published": len(single)}
        return Finding(
            Kind.NO_DIFFERENCE, meta.domain_code, numbers=MappingProxyType(numbers), cells=cells(single)
        )
    if meta.direction is None:
        numbers = {"lowest": float(single["value"].min()), "highest": float(single["value"].max())}
        return Finding(
            Kind.NOT_RANKABLE, meta.domain_code, numbers=MappingProxyType(numbers), cells=cells(single)
        )
    return _most_fragile(single, meta, meta.direction)


def _most_fragile(single: pd.DataFrame, meta: OverviewMeta, direction: int) -> Finding:
    """Name who is at rank 1, and count how the others stand around France."""
    first = single[single["rank"] == 1]
    last = single[single["value"] == (single["value"] * direction).min() * direction]
    numbers = {
        "value": float(first["value"].iloc[0]),
        "regions": len(first),
        "least": float(last["value"].iloc[0]),
        "published": len(single),
        "distinct": int(single["value"].nunique()),
    }
    if meta.benchmark is not None:
        beyond = (single["value"] - meta.benchmark) * direction > 0
        numbers |= {"benchmark": meta.benchmark, "beyond_benchmark": int(beyond.sum())}
    own = cells(first)
    return Finding(
        Kind.MOST_FRAGILE,
        meta.domain_code,
        tuple(first["region_code"]),
        numbers=MappingProxyType(numbers),
        cells=(*own, meta.benchmark_cell) if meta.benchmark_cell else own,
    )


def rank_finding(frame: pd.DataFrame, meta: OverviewMeta) -> Finding:
    """Name the regions where the domain stands highest among the measured fragilities."""
    shown = published(frame)
    if shown.empty:
        return Finding(Kind.NOT_PUBLISHED, meta.domain_code)
    leaders = shown[shown["rank"] == 1]
    numbers = {
        "rank": float(leaders["value"].iloc[0]),
        "regions": len(leaders),
        "published": len(shown),
        "lowest": float(shown["value"].max()),
    }
    codes = tuple(leaders["region_code"])
    return Finding(Kind.MEASURED_RANKS, meta.domain_code, codes, numbers=MappingProxyType(numbers))


def perceived_finding(frame: pd.DataFrame, meta: OverviewMeta) -> Finding:
    """Say which place or value the domain is published to have."""
    shown = published(frame)
    if shown.empty:
        kind = Kind.FRANCE_ONLY if meta.france else Kind.NOT_PUBLISHED
        return Finding(kind, meta.domain_code, actor_code=meta.actor_code or "")
    low, high = shown["low"].fillna(shown["value"]), shown["high"].fillna(shown["value"])
    numbers = {"low": float(low.min()), "high": float(high.max()), "published": len(shown)}
    ranked = meta.quantity is Quantity.PERCEIVED_RANK
    first = shown[shown["rank"] == 1]
    return Finding(
        Kind.PERCEIVED_RANKS if ranked else Kind.PERCEIVED_VALUES,
        meta.domain_code,
        tuple(shown["region_code"] if ranked else first["region_code"]),
        actor_code=meta.actor_code or "",
        wave=meta.wave or "",
        numbers=MappingProxyType(numbers),
        cells=meta.cells,
    )


def gap_finding(every: Sequence[Cell], meta: OverviewMeta) -> Finding:
    """Set what is felt beside what is measured, in ranks, and count the signs that may be stated.

    Without any felt figure, the regions are those where a top list that does not name the domain proves one.
    """
    told = [cell for cell in every if cell.felt and cell.measured and not cell.bounded]
    proved = tuple(cell.region_code for cell in every if cell.bounded)
    actor = meta.actor_code or ""
    if not told:
        return Finding(Kind.NOT_PUBLISHED, meta.domain_code, proved, actor_code=actor, wave=meta.wave or "")
    signs = Counter(cell.sign for cell in every)
    felt = [cell.felt for cell in told if cell.felt]
    measured = [cell.measured[0] for cell in told if cell.measured]
    numbers = {
        "published": len(told),
        "perceived_low": min(low for low, _ in felt),
        "perceived_high": max(high for _, high in felt),
        "objective_low": min(measured),
        "objective_high": max(measured),
        "objective_first": measured.count(1),
        "more_felt": signs[Sign.MORE],
        "less_felt": signs[Sign.LESS],
        "same": signs[Sign.SAME],
        "undetermined": signs[Sign.UNDETERMINED],
    }
    return Finding(
        Kind.RANK_GAPS,
        meta.domain_code,
        tuple(cell.region_code for cell in told),
        actor_code=actor,
        wave=meta.wave or "",
        numbers=MappingProxyType({name: float(count) for name, count in numbers.items()}),
        cells=meta.cells,
    )
