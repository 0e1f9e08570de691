"""Gaps with the sign that may be stated, or the reason why none is.

A gap never says that people are wrong: the objective side is relative to the other regions, and a difficulty
that the whole country shares is felt everywhere without putting any region ahead of the others. A sign is
stated when all the readings that can be computed have it and none of their intervals holds 0. Notes polarise
high, so the native reading never decides alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from indicators.both_sides import BothSides
from indicators.draw_table import Flags, Floats
from indicators.draws import ranks
from indicators.gap_centred import shared
from indicators.gap_distances import distances
from indicators.gap_draws import DECIDING, Reading, at
from indicators.gap_intervals import DrawnGaps, drawn_gaps
from indicators.noise import Noise


class Sign(StrEnum):
    """What the readings say together of a gap, or that there is none to compute."""

    MORE = "positive"
    SAME = "nul"  # felt exactly as measured, in every draw
    LESS = "negative"
    UNDETERMINED = "indetermine"
    NONE = "non_calculable"


STATED = (Sign.MORE, Sign.SAME, Sign.LESS)


class Reason(StrEnum):
    """Why no sign is stated; the first that holds. The last two: there is not even a figure."""

    STATED = ""
    NO_OBJECTIVE = "objectif_absent"  # the domain has no score in this region
    NOT_COMPARABLE = "perception_insuffisante"  # neither a rank nor enough regions, nor a note
    NOTE_ALONE = "note_seule"  # only the native reading can be computed
    READINGS_DIFFER = "lectures_divergentes"
    HOLDS_ZERO = "intervalle_contient_zero"
    UNNAMED = "non_cite"  # the published top list leaves the domain out
    UNPUBLISHED = "non_publie"


COLUMNS = (
    "region_code domain_code actor_code wave survey survey_date measure measure_label kind unit "
    "objective_rank objective_ranked objective_score perceived_value perceived_rank_low perceived_rank_high "
    "perceived_ranked rank_origin "
    "rank_gap rank_gap_low rank_gap_high standardised_gap standardised_gap_low standardised_gap_high "
    "native_gap native_gap_low native_gap_high centred_gap centred_gap_low centred_gap_high shared_gap "
    "shared_regions objective_distance objective_deviations perceived_benchmark perceived_distance "
    "readings stated_sign reason share_positive share_negative "
    "sampling_known sample_size perimeter reliability source remark figure_id sheet cell rank_cell draws"
).split()
_WHOLE = (
    "objective_rank objective_ranked perceived_ranked rank_gap rank_gap_low rank_gap_high shared_regions "
    "readings draws"
)


def gaps(sides: BothSides) -> pd.DataFrame:
    """Return one row a usable figure x region: the readings, their intervals, the sign and the reason.

    Columns: `COLUMNS`. A reading that cannot be computed is missing. rank_gap in ranks (missing for a rank
    « 2 ou 3 », its bounds are there), standardised_gap in standard deviations, native_gap in points of 10;
    centred_gap: rank_gap minus shared_gap, its mean over shared_regions (see `gap_centred`); both sides as
    distances to France (see `gap_distances`); readings: how many decide the sign; share_positive,
    share_negative: share of the draws (0 to 1) in which all of them have that sign; sampling_known False: the
    sample size is not published, so that the interval knows nothing of who was asked. Notes, shares and bare
    ranks are rows of their own.
    """
    found = drawn_gaps(sides)
    frame = _measured(sides)
    for reading, drawn in found.items():
        for end, numbers in (("", drawn.point), ("_low", drawn.low), ("_high", drawn.high)):
            frame[f"{reading}_gap{end}"] = numbers
    frame = frame.assign(**shared(frame), **distances(sides))
    scored = frame["objective_score"].notna().to_numpy(np.bool_)
    deciding = {reading: found[reading] for reading in DECIDING}
    frame = frame.assign(**_decided(scored, deciding), **_shares(deciding), draws=sides.draws)
    frame = frame.sort_values(["row_number", "region_code"], ignore_index=True)
    texts = dict.fromkeys(("stated_sign", "reason"), "str")
    return frame[COLUMNS].astype(dict.fromkeys(_WHOLE.split(), "Int64") | texts)


def _measured(sides: BothSides) -> pd.DataFrame:
    """Put the objective score and rank next to each figure."""
    felt, table, scores = sides.felt, sides.table, sides.scores(Noise.NONE, 1)
    place = ranks(scores, 1)
    counted = np.broadcast_to((place > 0).sum(axis=1, keepdims=True), place.shape)
    objective = at(felt, table, scores)[:, 0]
    shown = ~np.isnan(objective)
    ranked = felt.groupby(["survey", "wave", "region_code", "measure"])["rank_low"].transform("count")
    return felt.assign(
        objective_score=objective,
        objective_rank=np.where(shown, at(felt, table, place.astype(np.float64))[:, 0], np.nan),
        objective_ranked=np.where(shown, at(felt, table, counted.astype(np.float64))[:, 0], np.nan),
        perceived_value=felt["value"],
        perceived_rank_low=felt["rank_low"],
        perceived_rank_high=felt["rank_high"],
        perceived_ranked=ranked,
    )


def _decided(scored: Flags, found: dict[Reading, DrawnGaps]) -> dict[str, Any]:
    """Return `readings`, `stated_sign`, `reason`. `scored`: the rows that have an objective score."""
    low, high, point = (
        np.array([getattr(gap, end) for gap in found.values()]) for end in ("low", "high", "point")
    )
    computed = ~np.isnan(low)
    side = np.select([low > 0, high < 0, (low == 0) & (high == 0)], [1.0, -1.0, 0.0], np.nan)
    alone = computed.sum(axis=0) == computed[list(found).index(Reading.NATIVE)]
    reasons: list[tuple[Flags, Reason]] = [
        (~scored, Reason.NO_OBJECTIVE),
        (~computed.any(axis=0), Reason.NOT_COMPARABLE),
        (alone, Reason.NOTE_ALONE),
        (_differ(np.sign(point)) | _differ(side), Reason.READINGS_DIFFER),
        ((computed & np.isnan(side)).any(axis=0), Reason.HOLDS_ZERO),
    ]
    reason = np.select(
        [holds for holds, _ in reasons], [str(code) for _, code in reasons], str(Reason.STATED)
    )
    signs = [_SIGNS.get(number, Sign.UNDETERMINED) for number in np.fmax.reduce(side, axis=0)]
    stated = [
        str(sign if code == Reason.STATED else Sign.UNDETERMINED)
        for sign, code in zip(signs, reason, strict=True)
    ]
    return {"readings": computed.sum(axis=0), "stated_sign": stated, "reason": reason}


_SIGNS = {1.0: Sign.MORE, -1.0: Sign.LESS, 0.0: Sign.SAME}


def _differ(signs: Floats) -> Flags:
    """Say where two readings have two signs; what has none differs from nothing."""
    return np.asarray(np.fmin.reduce(signs, axis=0) < np.fmax.reduce(signs, axis=0))


def _shares(found: dict[Reading, DrawnGaps]) -> dict[str, Floats]:
    """Return the share of the draws in which every computed reading is positive, and negative."""
    last = [gap.last for gap in found.values()]
    none = np.all([np.isnan(gap).all(axis=1) for gap in last], axis=0)
    shares = {}
    for name, sign in (("share_positive", 1), ("share_negative", -1)):
        together = np.all([(np.sign(gap) == sign) | np.isnan(gap) for gap in last], axis=0)
        shares[name] = np.where(none, np.nan, together.mean(axis=1))
    return shares
