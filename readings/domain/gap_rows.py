"""One gap a region on one domain: stated, undetermined, bounded by what a ranking does not name, or none."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.gap_signs import Sign
from readings.gaps.picture import of_picture, pictured_on
from readings.phrases.reach import NOWHERE, Place

# How a gap that no survey names can be looked at: the places left for it.
_BOUNDS = {
    "perceived_rank_low": "felt_low",
    "perceived_rank_high": "felt_high",
    "gap_low": "gap_low",
    "gap_high": "gap_high",
}
_READ = {
    "perceived_rank_low": "felt_low",
    "perceived_rank_high": "felt_high",
    "rank_gap": "gap",
    "rank_gap_low": "gap_low",
    "rank_gap_high": "gap_high",
}
_CENTRED = ["centred_gap", "centred_gap_low", "centred_gap_high", "shared_gap", "shared_regions"]
_SIDE = ["region_code", "measured", "measured_low", "measured_high", "measured_ranked"]
_FELT = [
    *("region_code", "wave", "measure", "kind", "felt_low", "felt_high", "gap", "gap_low", "gap_high"),
    *_CENTRED,
    *("readings", "stated_sign", "reason", "sampling_known", "perimeter", "unnamed"),
]
_WHOLE = ("felt_low", "felt_high", "gap", "gap_low", "gap_high", "readings")


def gap_rows(
    regions: pd.DataFrame,
    gaps: pd.DataFrame,
    unnamed: pd.DataFrame,
    intervals: pd.DataFrame,
    domain: str,
    reach: Mapping[Place, str] = NOWHERE,
) -> pd.DataFrame:
    """Return one row a region, in the order of the regions, of the survey that « Écarts » shows.

    Takes the frames of `indicators.structure`, `gap_signs`, `unnamed` and `intervals`; `reach`: see
    `readings.phrases.reach.inside`, in words in measured_reach (`""` for none). Other columns: region_code,
    name, short_name, measured (rank of the domain in the region), measured_low, measured_high,
    measured_ranked, wave, measure, kind, felt_low, felt_high (ranks), gap (ranks; missing for a range),
    gap_low, gap_high, centred_gap and its bounds, shared_gap, shared_regions (see `gap_signs`), readings,
    stated_sign, reason, sampling_known, perimeter, unnamed (the region's ranking does not name the domain:
    felt and gap are bounds), verdict (a `Sign`).
    """
    picture = pictured_on(gaps, domain)
    named, left = (
        of_picture(frame[frame["domain_code"] == domain], picture) if picture else frame.head(0)
        for frame in (gaps, unnamed)
    )
    named = named.rename(columns=_READ).assign(unnamed=False)
    left = left[~left["region_code"].isin(named["region_code"])].rename(columns=_BOUNDS)
    left = left.assign(**dict.fromkeys(_CENTRED))
    left = left.assign(kind="rang", gap=None, readings=None, sampling_known=None, unnamed=True)
    felt = pd.concat([part[_FELT].astype(object) for part in (named, left)], ignore_index=True)
    frame = regions[["region_code", "name", "short_name"]].merge(
        _measured(intervals, domain), on="region_code", how="left"
    )
    frame = frame.merge(felt, on="region_code", how="left")
    frame["unnamed"] = frame["unnamed"].eq(other=True).astype("boolean")
    moved = [reach.get((code, domain), "") for code in frame["region_code"]]
    return frame.assign(verdict=_verdicts(frame), measured_reach=moved).astype(dict.fromkeys(_WHOLE, "Int64"))


def _measured(intervals: pd.DataFrame, domain: str) -> pd.DataFrame:
    inside = intervals[(intervals["among"] == "domaines") & (intervals["code"] == domain)]
    names = {"rank": "measured", "ranked": "measured_ranked", "low": "measured_low", "high": "measured_high"}
    return inside.rename(columns=names)[_SIDE]


def _verdicts(frame: pd.DataFrame) -> list[str]:
    """Keep a stated sign; without any reading and without bounds, no gap can be computed."""
    compared = (frame["readings"].fillna(0).astype(int) > 0) | frame["unnamed"]
    known = compared & frame["measured"].notna()
    return [
        str(sign) if comparable else str(Sign.NONE)
        for sign, comparable in zip(frame["stated_sign"], known, strict=True)
    ]
