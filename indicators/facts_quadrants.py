"""Named blind spots and worries: measured high and felt low, or the reverse (see `indicators.quadrants`)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.facts import Fact, FactKind, numbers
from indicators.facts_cells import NO_SUPPORT, Supports
from indicators.quadrants import Quadrant
from indicators.rows import Fields

_KINDS = {Quadrant.BLIND_SPOT: FactKind.BLIND_SPOT, Quadrant.WORRY: FactKind.WORRY}


def spot_facts(found: pd.DataFrame, gaps: dict[tuple[str, str], Fact], behind: Supports) -> Iterator[Fact]:
    """Yield a fact for each row of `indicators.quadrants.spots`.

    `gaps`: the gap facts by (figure_id, region_code), which bring ranks and values. numbers: theirs, and
    displacement and holds (0 to 1, share of the draws that place it there).
    """
    for row in found.itertuples():
        yield _spot(row, gaps[str(row.figure_id), str(row.region_code)], behind)


def _spot(row: Fields, gap: Fact, behind: Supports) -> Fact:
    stated = {"displacement": float(row.displacement), "holds": float(row.holds)}
    measured = behind.get((gap.region_code, gap.domain_code), NO_SUPPORT).cells
    return Fact(
        _KINDS[Quadrant(row.verdict)],
        region_code=gap.region_code,
        domain_code=gap.domain_code,
        actor_code=gap.actor_code,
        wave=gap.wave,
        among=str(row.among),
        numbers=numbers(**gap.numbers, **stated),
        unit=gap.unit,
        text=gap.text,
        strength=float(row.strength),
        cells=tuple(dict.fromkeys([*gap.cells, *measured])),
    )
