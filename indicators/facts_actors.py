"""Facts on the actors themselves: do they order the domains alike, and what changed between two waves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from indicators.agreement import CHANCE, agreement
from indicators.evolution import evolution
from indicators.facts import Fact, FactKind, numbers
from indicators.facts_cells import Told
from indicators.rows import Fields
from loaders.store import Store

# Width of the scale of a measure, for the strength of a change.
_SCALES = {"%": 100.0}
_OUT_OF_TEN = 10.0


def agreements(store: Store) -> Iterator[Fact]:
    """Yield one fact a wave x territory x set of actors.

    numbers: w (absent when nobody tells the domains apart), by_chance, chance (share of random rankings that
    agree as much), domains.
    """
    for row in agreement(store).itertuples():
        yield _agreement(row)


def _agreement(row: Fields) -> Fact:
    stated = {"by_chance": row.by_chance, "domains": row.domain_count}
    known = pd.notna(row.w)
    if known:
        stated |= {"w": row.w, "chance": row.chance}
    return Fact(
        FactKind.AGREEMENT if known and row.chance <= CHANCE else FactKind.AGREEMENT_UNDETERMINED,
        region_code=str(row.region_code),
        wave=str(row.wave),
        codes=tuple(row.actors),
        measures=tuple(row.measures),
        numbers=numbers(**stated),
        strength=float(row.w) if known else 0.0,
        cells=tuple(dict.fromkeys(row.cells)),
    )


def evolutions(store: Store, told: Told) -> Iterator[Fact]:
    """Yield one fact a figure published in two waves; `reason`: why no change is stated.

    numbers: before, after (in `unit`), change and its ends, decimals, sampling_known,
    sampling_bounded (0 or 1). Only values: two ranks may move because another domain did.
    """
    every = pd.concat(list(told.values()), ignore_index=True)
    decimals = dict(zip(every["sheet"] + "!" + every["cell"], every["decimals"], strict=True))
    for before, after in combinations(_dated(every), 2):
        found = evolution(store, before, after)
        for row in found[found["change"].notna()].itertuples():
            yield _evolution(row, decimals)


def _dated(every: pd.DataFrame) -> list[str]:
    """List the waves, oldest first; one without a date cannot be before or after another."""
    dated = every[every["survey_date"] != ""]
    return list(dict.fromkeys(dated.sort_values("survey_date", kind="stable")["wave"]))


def _evolution(row: Fields, decimals: dict[str, int]) -> Fact:
    cells = (f"{row.from_sheet}!{row.from_cell}", f"{row.to_sheet}!{row.to_cell}")
    return Fact(
        FactKind.EVOLUTION,
        region_code=str(row.region_code),
        domain_code=str(row.domain_code),
        actor_code=str(row.actor_code),
        wave=str(row.to_wave),
        since=str(row.from_wave),
        numbers=numbers(
            before=row.from_value,
            after=row.to_value,
            change=row.change,
            change_low=row.change_low,
            change_high=row.change_high,
            sampling_known=row.sampling_known,
            sampling_bounded=row.sampling == "bornee",
            decimals=max(decimals[cell] for cell in cells),
        ),
        unit=str(row.unit),
        reason=str(row.reason),
        text=str(row.perimeter),
        strength=min(1.0, abs(float(row.change)) / _SCALES.get(str(row.unit), _OUT_OF_TEN)),
        cells=cells,
    )
