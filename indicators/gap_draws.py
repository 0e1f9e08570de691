"""The readings of a gap, in every draw: perceived minus objective, never added to one another.

rank: inside a region, objective rank of the domain minus its perceived rank (ranks). standardised: inside a
domain, across the regions that have both, z(perceived) - z(objective), both over these regions (standard
deviations); it takes five published figures at least, and a figure shared by two regions is one figure.
native: note out of 10 minus the objective score by min–max, 0 to 10 as well (points). centred: what the rank
reading has beyond its mean over the regions (see `gap_centred`); it tells a region from the others and has no
say on the sign of the gap.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.both_sides import BothSides
from indicators.draw_table import DrawTable, Floats
from indicators.draws import ranks
from indicators.felt import ACROSS, VECTOR
from indicators.gap_centred import centred
from indicators.method import Aggregation
from indicators.noise import SEED, Noise
from indicators.normalisation import Normalisation

# Under five points a standard deviation says nothing.
FIGURES_NEEDED = 5


class Reading(StrEnum):
    """How a gap is read; the names are those of the columns."""

    RANK = "rank"
    STANDARDISED = "standardised"
    NATIVE = "native"
    CENTRED = "centred"


# The readings that the sign of a gap rests on.
DECIDING = (Reading.RANK, Reading.STANDARDISED, Reading.NATIVE)


def readings(sides: BothSides, noise: Noise, draws: int) -> dict[Reading, Floats]:
    """Return, for each reading, rows x draws gaps; NaN where the reading cannot be computed.

    A perceived rank published as « 2 ou 3 » is drawn; without noise it is 2 and 3 in turn.
    """
    felt, table, scores = sides.felt, sides.table, sides.scores(noise, draws)
    objective = at(felt, table, scores)
    values = sides.values(noise, draws)
    by_rank = at(felt, table, sides.places(noise, draws)) - perceived_ranks(sides, values, noise)
    return {
        Reading.RANK: by_rank,
        Reading.STANDARDISED: standardised(sides, values, objective),
        Reading.NATIVE: _native(sides, noise, values),
        Reading.CENTRED: centred(sides, by_rank),
    }


def at(felt: pd.DataFrame, table: DrawTable, scores: Floats) -> Floats:
    """Pick rows x N numbers out of R x D x N ones; NaN for a region or a domain that has none."""
    if not table.regions:
        return np.full((len(felt), scores.shape[-1]), np.nan)
    region = pd.Index(table.regions).get_indexer(pd.Index(felt["region_code"]))
    domain = pd.Index(table.domains).get_indexer(pd.Index(felt["domain_code"]))
    found: Floats = scores[region, domain]
    found[(region < 0) | (domain < 0)] = np.nan
    return found


def perceived_ranks(sides: BothSides, values: Floats, noise: Noise) -> Floats:
    """Return rows x N perceived ranks: as published, or of the drawn values where the vector is complete."""
    felt = sides.felt
    low, high = (
        felt[name].to_numpy(np.float64, na_value=np.nan)[:, None] for name in ("rank_low", "rank_high")
    )
    found: Floats = low + (high - low) * (np.arange(values.shape[1]) % 2)
    wide = (high > low)[:, 0]
    if noise > Noise.NONE and wide.any():
        random = np.random.default_rng(np.random.SeedSequence(SEED).spawn(5)[4])
        found[wide] = random.integers(low[wide], high[wide] + 1, (wide.sum(), values.shape[1]))
    derived = (felt["rank_origin"] == "derived").to_numpy(np.bool_, na_value=False)
    for rows in sides.groups(VECTOR):
        if derived[rows].any():
            found[rows] = np.where(derived[rows, None], ranks(values[rows], 0), found[rows])
    return found


def standardised(sides: BothSides, values: Floats, objective: Floats) -> Floats:
    """Return z(perceived) - z(objective) inside each comparison of regions."""
    found = np.full(values.shape, np.nan)
    both = ~np.isnan(values[:, 0]) & ~np.isnan(objective[:, 0])
    published = sides.felt["value"].to_numpy(np.float64)
    for rows in comparisons(sides, both):
        if _varies(published[rows]) and _varies(objective[rows, 0]):
            found[rows] = _z(values[rows]) - _z(objective[rows])
    return found


def comparisons(sides: BothSides, usable: npt.NDArray[np.bool_]) -> list[npt.NDArray[np.intp]]:
    """Return the rows of each comparison of regions that has figures enough, one a region."""
    regions, figures = (sides.felt[name].to_numpy() for name in ("region_code", "figure_id"))
    every = [rows[usable[rows]] for rows in sides.groups(ACROSS)]
    return [
        rows
        for rows in every
        if len(set(regions[rows])) == len(rows) and len(set(figures[rows])) >= FIGURES_NEEDED
    ]


def _varies(numbers: Floats) -> bool:
    """Say whether the numbers are not all equal, to 9 decimals."""
    return bool(np.ptp(np.round(numbers, 9)) > 0)


def _z(numbers: Floats) -> Floats:
    deviation = numbers.std(axis=0)
    return np.asarray((numbers - numbers.mean(axis=0)) / np.where(deviation > 0, deviation, 1), np.float64)


def _native(sides: BothSides, noise: Noise, values: Floats) -> Floats:
    """Return note - min–max score: both 0 to 10, whatever the method compares otherwise."""
    ten = replace(sides.method, normalisation=Normalisation.MINMAX, aggregation=Aggregation.ARITHMETIC)
    scores = sides.scores(min(noise, Noise.WEIGHTS), values.shape[1], ten)
    scores = at(sides.felt, sides.table, scores)
    return np.where((sides.felt["kind"] == "note").to_numpy(np.bool_)[:, None], values - scores, np.nan)
