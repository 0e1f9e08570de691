"""Four quadrants: measured high or low, felt high or low; and how firmly a place stays in its own.

Two comparisons, told apart by `among`. 'regions': the regions on one domain, each side against the median of
the regions. 'domaines': the domains inside one region, each side against the middle rank (8.5 of 16). What is
exactly in the middle is on neither side, and in no quadrant.

A quadrant is a place, not a verdict. It is named (« angle mort », « inquiétude »…) only when the sign of the
gap is stated (`indicators.gap_signs`) and says the same, and when nine draws in ten at least give the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from indicators.both_sides import BothSides
from indicators.draw_table import DrawTable, Flags, Floats
from indicators.draws import ranks
from indicators.gap_draws import at, comparisons, perceived_ranks
from indicators.gap_signs import STATED, Sign
from indicators.noise import Noise


class Quadrant(StrEnum):
    """Measured x felt."""

    RECOGNISED = "reconnue"  # measured high, felt high
    BLIND_SPOT = "angle_mort"  # measured high, felt low
    WORRY = "inquietude"  # measured low, felt high
    STRENGTH = "point_d_appui"  # measured low, felt low


class Unplaced(StrEnum):
    """Why there is no quadrant."""

    PLACED = ""
    NO_OBJECTIVE = "objectif_absent"
    NOT_COMPARABLE = "perception_insuffisante"  # among regions: fewer than five figures; else: no rank
    MIDDLE = "a_la_mediane"


_PLACES = {
    (1, 1): Quadrant.RECOGNISED,
    (1, -1): Quadrant.BLIND_SPOT,
    (-1, 1): Quadrant.WORRY,
    (-1, -1): Quadrant.STRENGTH,
}
_SIDES = {1: "haut", -1: "bas"}
# Share of the draws from which a place is firm enough for a name.
SURE = 0.9
# The signs that each name goes with: a blind spot is felt less than measured, a worry more.
_NAMED = {
    Quadrant.RECOGNISED: STATED,
    Quadrant.BLIND_SPOT: (Sign.LESS,),
    Quadrant.WORRY: (Sign.MORE,),
    Quadrant.STRENGTH: STATED,
}
WHO = "region_code domain_code actor_code wave survey measure kind".split()
RESTS_ON = "sampling_known perimeter figure_id sheet cell rank_cell".split()
COLUMNS = [
    "among",
    *WHO,
    *"objective_side perceived_side quadrant reason displacement holds strength".split(),
    *"stated_sign verdict".split(),
    *RESTS_ON,
    "draws",
]


@dataclass(frozen=True, slots=True)
class _Sides:
    """n x N: 1 above the middle, -1 under, 0 in it, NaN where there is nothing; displacement 0 to 1."""

    objective: Floats
    perceived: Floats
    displacement: Floats


def quadrants(sides: BothSides, gaps: pd.DataFrame) -> pd.DataFrame:
    """Return one row a usable figure of a region x comparison (`among`); `gaps`: `gap_signs.gaps(sides)`.

    Columns: `COLUMNS`. objective_side, perceived_side ('haut' | 'bas' | missing), quadrant (missing with a
    reason), displacement (0 to 1: how far apart the two ranks are, as a share of the farthest possible),
    holds (share of the draws that give this quadrant), strength (displacement x holds), stated_sign (of the
    gap), verdict (the quadrant where it may be named, else missing).
    """
    frames = []
    for among in ("regions", "domaines"):
        still, moved = _sides(among, sides, Noise.NONE, 2), _sides(among, sides, sides.noise, sides.draws)
        frames.append(_frame(sides.felt, still, moved).assign(among=among))
    frame = pd.concat(frames).sort_values(["row_number", "region_code"], kind="stable", ignore_index=True)
    signs = gaps[["figure_id", "region_code", "stated_sign"]]
    frame = frame.merge(signs, on=["figure_id", "region_code"], how="left", validate="many_to_one")
    frame = frame.assign(verdict=_texts(_verdicts(frame)), draws=sides.draws)[COLUMNS]
    return frame.astype({"draws": "Int64"})


def _verdicts(frame: pd.DataFrame) -> list[str | None]:
    """Name a quadrant whose sign is stated and agrees, and that holds."""
    rows = zip(frame["quadrant"], frame["stated_sign"], frame["holds"], strict=True)
    return [
        str(place) if pd.notna(place) and sign in _NAMED[Quadrant(place)] and holds >= SURE else None
        for place, sign, holds in rows
    ]


def spots(placed: pd.DataFrame) -> pd.DataFrame:
    """Keep the named blind spots and worries of the rows of `quadrants`, strongest first."""
    frame = placed[placed["verdict"].isin([Quadrant.BLIND_SPOT, Quadrant.WORRY])]
    return frame.sort_values("strength", ascending=False, kind="stable", ignore_index=True)


def _sides(among: str, sides: BothSides, noise: Noise, draws: int) -> _Sides:
    values = sides.values(noise, draws)
    if among == "regions":
        return _among_regions(sides, sides.scores(noise, draws), values)
    middle = (len(sides.domains) + 1) / 2
    felt, place = sides.felt, sides.places(noise, draws)
    return _among_domains(felt, sides.table, place, perceived_ranks(sides, values, noise), middle)


def _among_regions(sides: BothSides, scores: Floats, values: Floats) -> _Sides:
    """Compare with the medians: of all the regions that have a score, of those that have a figure."""
    felt, table = sides.felt, sides.table
    objective = at(felt, table, scores)
    median = np.full(scores.shape, np.nan)
    if scores.size:
        median[:] = np.nanmedian(scores, axis=0)
    above = np.sign(np.round(objective - at(felt, table, median), 9))
    felt_above, displacement = np.full(values.shape, np.nan), np.full(values.shape, np.nan)
    for rows in comparisons(sides, ~np.isnan(values[:, 0]) & ~np.isnan(objective[:, 0])):
        felt_above[rows] = np.sign(np.round(values[rows] - np.median(values[rows], axis=0), 9))
        apart = ranks(objective[rows], 0).astype(np.float64) - ranks(values[rows], 0)
        displacement[rows] = np.abs(apart) / (len(rows) - 1)
    return _Sides(above, felt_above, displacement)


def _among_domains(
    felt: pd.DataFrame, table: DrawTable, place: Floats, perceived: Floats, middle: float
) -> _Sides:
    """Compare ranks inside the region with the middle rank: 1 is the most fragile, so above it."""
    ranked = (place > 0).sum(axis=1, keepdims=True) + np.zeros(place.shape)
    objective = at(felt, table, place)
    above = np.sign((at(felt, table, ranked) + 1) / 2 - objective)
    return _Sides(above, np.sign(middle - perceived), np.abs(objective - perceived) / (2 * middle - 2))


def _frame(felt: pd.DataFrame, still: _Sides, moved: _Sides) -> pd.DataFrame:
    """Place each figure: without noise, then in each draw. « 2 ou 3 » is placed when both ends agree."""
    objective, perceived = _agreed(still.objective), _agreed(still.perceived)
    unplaced: list[tuple[Flags, Unplaced]] = [
        (np.isnan(still.objective[:, 0]), Unplaced.NO_OBJECTIVE),
        (np.isnan(still.perceived[:, 0]), Unplaced.NOT_COMPARABLE),
        ((objective == 0) | (perceived == 0), Unplaced.MIDDLE),
    ]
    reason = np.select([holds for holds, _ in unplaced], [str(code) for _, code in unplaced], "")
    same = (moved.objective == objective[:, None]) & (moved.perceived == perceived[:, None])
    displacement = still.displacement.mean(axis=1)
    holds = np.where(reason == "", same.mean(axis=1), np.nan)
    return felt[[*WHO, *RESTS_ON, "row_number"]].assign(
        objective_side=_named(objective),
        perceived_side=_named(perceived),
        quadrant=_texts([_PLACES.get(pair) for pair in zip(objective, perceived, strict=True)]),
        reason=reason,
        displacement=displacement,
        holds=holds,
        strength=displacement * holds,
    )


def _agreed(sides: Floats) -> Floats:
    """Return the side when both ends have the same, else 0; NaN stays."""
    return np.where((sides[:, 0] == sides[:, 1]) | np.isnan(sides[:, 0]), sides[:, 0], 0)


def _named(sides: Floats) -> pd.Series[Any]:
    return _texts([_SIDES.get(side) for side in sides])


def _texts(codes: Sequence[str | None]) -> pd.Series[Any]:
    """Return a column of texts, whatever the rows."""
    return pd.Series([None if code is None else str(code) for code in codes], dtype="str")
