"""The gaps of one domain, region by region: the cells of the matrix, on the survey that says most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.gap_chance import Chance, Count, Side, chance, count
from indicators.results import REFERENCE, Results
from readings.gaps.cells import Cell, cells
from readings.gaps.picture import Picture, of_picture, pictured_on
from readings.phrases import reach


@dataclass(frozen=True)
class DomainGaps:
    """A cell a region; `gaps`: the rows of `indicators.gap_signs` behind them, one a region, maybe none."""

    picture: Picture
    cells: tuple[Cell, ...]
    gaps: pd.DataFrame


def domain_gaps(results: Results, domain: str, actor: str, wave: str | None = None) -> DomainGaps | None:
    """Return the gaps of an actor on a domain; None when the actor has no figure by region."""
    crossed = results.crossed(actor, wave)
    picture = pictured_on(crossed.gaps, domain)
    if picture is None:
        return None
    told = of_picture(crossed.gaps[crossed.gaps["domain_code"] == domain], picture)
    unnamed = crossed.unnamed[crossed.unnamed["domain_code"] == domain]
    found = cells(
        told,
        of_picture(unnamed, picture),
        results.rank_intervals(),
        list(results.regions()["region_code"]),
        [domain],
        reach.inside_of(results, REFERENCE),
    )
    return DomainGaps(picture, found, told)


def by_chance(found: Sequence[Cell]) -> Chance | None:
    """Return what chance gives for the cells of one domain (see `indicators.gap_chance`)."""
    return chance(_sides(found))


def count_by_chance(found: Sequence[Cell], *, after: bool) -> Count | None:
    """Return what chance gives of how many regions measure a domain after it is felt, or before."""
    return count(_sides(found), after=after)


def _sides(found: Sequence[Cell]) -> Iterator[Side]:
    for cell in found:
        if cell.measured and cell.felt and not cell.bounded:
            yield Side(cell.measured[0], cell.measured[3], cell.felt)
