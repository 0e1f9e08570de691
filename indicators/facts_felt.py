"""Facts that cross what is felt and what is measured: gaps with their sign, or why it is not stated."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.both_sides import both_sides
from indicators.facts import Fact, FactKind, numbers
from indicators.facts_cells import NO_SUPPORT, Supports, Told, supports
from indicators.facts_quadrants import spot_facts
from indicators.gap_signs import Sign, gaps
from indicators.method import Method
from indicators.quadrants import quadrants, spots
from indicators.rows import Fields
from loaders.store import Store

_KINDS = {
    Sign.MORE: FactKind.GAP_MORE_FELT,
    Sign.LESS: FactKind.GAP_LESS_FELT,
    Sign.SAME: FactKind.GAP_NONE,
    Sign.UNDETERMINED: FactKind.GAP_UNDETERMINED,
}


def crossed(store: Store, method: Method, told: Told, draws: int) -> Iterator[Fact]:
    """Yield every gap between a published figure of a region and what is measured there, and the spots.

    numbers: objective_rank, objective_ranked, perceived_low, perceived_high (ranks), perceived_value (in
    `unit`) and decimals, the three gaps with their ends, share_positive, share_negative: those that exist.
    `text`: the survey's own perimeter. Strength of a stated sign: |rank gap| over the largest possible, times
    the share of the draws that hold it (for none: that share); of an unstated one: the larger of both shares.
    """
    behind = supports(store)
    for actor, figures in told.items():
        if figures.empty:
            continue
        decimals = figures.drop_duplicates("figure_id").set_index("figure_id")["decimals"]
        sides = both_sides(store, actor, None, method, draws)
        found = gaps(sides)
        found = found.assign(decimals=found["figure_id"].map(decimals))
        facts = {(str(row.figure_id), str(row.region_code)): _gap(row, behind) for row in found.itertuples()}
        yield from facts.values()
        yield from spot_facts(spots(quadrants(sides, found)), facts, behind)


def _gap(row: Fields, behind: Supports) -> Fact:
    sign = Sign(row.stated_sign)
    measured = behind.get((row.region_code, row.domain_code), NO_SUPPORT).cells
    return Fact(
        _KINDS[sign],
        region_code=str(row.region_code),
        domain_code=str(row.domain_code),
        actor_code=str(row.actor_code),
        wave=str(row.wave),
        numbers=numbers(**_stated(row)),
        unit=str(row.unit),
        reason=str(row.reason),
        text=str(row.perimeter),
        strength=_strength(row, sign),
        cells=(*_felt_cells(row), *measured),
    )


_NUMBERS = {
    "objective_rank": "objective_rank",
    "objective_ranked": "objective_ranked",
    "perceived_rank_low": "perceived_low",
    "perceived_rank_high": "perceived_high",
    "perceived_value": "perceived_value",
    **{
        f"{reading}_gap{end}": f"{reading}_gap{end}"
        for reading in ("rank", "standardised", "native")
        for end in ("", "_low", "_high")
    },
    "share_positive": "share_positive",
    "share_negative": "share_negative",
    "decimals": "decimals",
}


def _stated(row: Fields) -> dict[str, float]:
    """Keep the numbers that exist: a missing one is absent from the fact, never 0."""
    found = {name: getattr(row, column, None) for column, name in _NUMBERS.items()}
    return {name: float(value) for name, value in found.items() if pd.notna(value)}


def _felt_cells(row: Fields) -> tuple[str, ...]:
    """Name the cell of the value and that of the rank, where each holds something."""
    cells = []
    if pd.notna(row.perceived_value):
        cells.append(f"{row.sheet}!{row.cell}")
    if row.rank_origin == "published":
        cells.append(f"{row.sheet}!{row.rank_cell}")
    return tuple(cells)


def _strength(row: Fields, sign: Sign) -> float:
    positive, negative = (
        0.0 if pd.isna(share) else float(share) for share in (row.share_positive, row.share_negative)
    )
    if sign is Sign.SAME:
        return 1 - positive - negative
    most = max(positive, negative)
    if sign is Sign.UNDETERMINED or pd.isna(row.rank_gap) or row.objective_ranked < 2:
        return most
    return abs(float(row.rank_gap)) / (float(row.objective_ranked) - 1) * most
