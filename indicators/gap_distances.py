"""Both sides of a gap as distances to France, side by side: never subtracted from one another.

measured: the figure of the region minus that of France, positive when it is more fragile, in the unit of the
indicator and in standard deviations between the regions. felt: the note or the share of the region minus the
one that the same survey publishes for France, the same year, on the same domain. France is a benchmark that
somebody publishes: where nobody does, there is no distance.
"""

from __future__ import annotations

import numpy as np

from indicators.both_sides import BothSides
from indicators.draw_table import DrawTable, Floats
from indicators.gap_draws import at


def distances(sides: BothSides) -> dict[str, Floats]:
    """Return, for the rows of `sides.felt`, both sides minus France; NaN where one of the two is missing.

    objective_distance: unit of the only indicator of the domain (NaN of several), positive = more fragile;
    objective_deviations: standard deviations between the regions, weighted mean over the indicators of the
    domain; perceived_benchmark: France (unit of the figure); perceived_distance: same unit.
    """
    felt = sides.felt
    benchmark = felt["benchmark"].to_numpy(np.float64)
    unit, deviations = (
        at(felt, sides.table, numbers[:, :, None])[:, 0]
        for numbers in _measured(sides.table, sides.method.minimum_coverage)
    )
    return {
        "objective_distance": unit,
        "objective_deviations": deviations,
        "perceived_benchmark": benchmark,
        "perceived_distance": felt["value"].to_numpy(np.float64) - benchmark,
    }


def _measured(table: DrawTable, least: float) -> tuple[Floats, Floats]:
    """Return R x D distances: in the unit of an only indicator, then in standard deviations.

    `least`: the share of the weight of a domain (0 to 1) that has to have both figures.
    """
    if not table.regions:
        return np.empty((0, 0)), np.empty((0, 0))
    apart = table.oriented - table.benchmark
    weight = table.weight * ~np.isnan(apart)
    deviations = np.nan_to_num(apart / np.nanstd(table.oriented, axis=0)) * weight
    held = np.add.reduceat(weight, table.domain_start, axis=1)
    told = (held > 0) & (np.round(held / table.planned, 9) >= least)
    total = np.add.reduceat(deviations, table.domain_start, axis=1)
    alone = np.diff(np.r_[table.domain_start, len(table.weight)]) == 1
    unit = np.where(alone, apart[:, table.domain_start], np.nan)
    return unit, np.where(
        told, np.divide(total, held, out=np.full(held.shape, np.nan), where=held > 0), np.nan
    )
