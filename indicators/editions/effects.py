"""The results that differ between two editions, as three frames, with the changed cells behind each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.editions.behind import Behind
from indicators.editions.pairs import STAYED, became, by_effect, differ, side_by_side
from indicators.results import Results

_GAP_KEYS = ["actor_code", "wave", "survey", "measure", "region_code", "domain_code"]
_GAP_VALUES = [
    *("objective_rank", "perceived_value", "perceived_rank_low", "perceived_rank_high"),
    *("rank_gap", "rank_gap_low", "rank_gap_high", "stated_sign", "unit", "perimeter"),
]
# The same in both editions, but for a figure that only one of them has.
_SAID_ONCE = ("unit", "perimeter")


@dataclass(frozen=True)
class Effects:
    """What differs, the largest effect first; every frame has `became` and `cells` (tuples « sheet!cell »).

    `became`: 'apparu' (only the new edition has it), 'disparu', '' (in both).
    scores: region_code, level, code, before_score, after_score, change, before_coverage, after_coverage.
    ranks: among ('regions' | 'domaines'), region_code, level, code, before_rank, before_low, before_high,
        before_ranked, after_…, move (places gained towards the most fragile; <NA> without both), outside
        (the new rank is out of the interval of the old one, so that it is more than the doubts allowed).
    gaps: actor_code, wave, survey, measure, region_code, domain_code, before_… and after_… objective_rank,
        perceived_value (in `unit`), perceived_rank_low, perceived_rank_high, rank_gap, rank_gap_low,
        rank_gap_high, stated_sign; change (of the gap in ranks), sign_changed, unit, perimeter.
    """

    scores: pd.DataFrame
    ranks: pd.DataFrame
    gaps: pd.DataFrame


def effects(before: Results, after: Results, changes: pd.DataFrame) -> Effects:
    """Compare two editions by our starting method; `changes`: rows of `loaders.editions.table`."""
    behind, domains = Behind(changes), _domains(before, after)
    return Effects(
        _scores(before, after, behind, domains),
        _ranks(before, after, behind, domains),
        _gaps(before, after, behind),
    )


def _scores(
    before: Results, after: Results, behind: Behind, domains: Mapping[str, list[str]]
) -> pd.DataFrame:
    keys = ["region_code", "level", "code"]
    old, new = before.index_scores(), after.index_scores()
    frame = side_by_side(old, new, keys, ["score", "coverage"])
    frame = frame[differ(frame, ["score"])].reset_index(drop=True)
    frame = frame.assign(
        change=frame["after_score"] - frame["before_score"],
        became=became(frame, "score"),
        cells=_measured(frame, behind, domains),
    )
    return by_effect(frame, "change", "score")


def _ranks(before: Results, after: Results, behind: Behind, domains: Mapping[str, list[str]]) -> pd.DataFrame:
    keys = ["among", "region_code", "level", "code"]
    old, new = before.rank_intervals(), after.rank_intervals()
    frame = side_by_side(old, new, keys, ["rank", "low", "high", "ranked"])
    frame = frame[differ(frame, ["rank"])].reset_index(drop=True)
    within = (frame["after_rank"] >= frame["before_low"]) & (frame["after_rank"] <= frame["before_high"])
    frame = frame.assign(
        move=frame["before_rank"] - frame["after_rank"],
        outside=~within.fillna(value=True).astype(bool),
        became=became(frame, "rank"),
        cells=_placed(frame, behind, domains),
    )
    return by_effect(frame, "move", "rank")


def _gaps(before: Results, after: Results, behind: Behind) -> pd.DataFrame:
    old, new = _every_gap(before), _every_gap(after)
    frame = side_by_side(old, new, _GAP_KEYS, _GAP_VALUES)
    looked_at = [name for name in _GAP_VALUES if name not in {"objective_rank", *_SAID_ONCE}]
    frame = frame[differ(frame, looked_at)].reset_index(drop=True)
    came = became(frame, "stated_sign")
    frame = frame.assign(
        change=frame["after_rank_gap"] - frame["before_rank_gap"],
        sign_changed=differ(frame, ["stated_sign"]) & (came == STAYED),
        became=came,
        **{name: frame[f"after_{name}"].fillna(frame[f"before_{name}"]) for name in _SAID_ONCE},
        cells=_felt(frame, behind),
    )
    twice = [f"{side}_{name}" for side in ("before", "after") for name in _SAID_ONCE]
    return by_effect(frame, "change", "rank_gap", "sign_changed").drop(columns=twice)


def _every_gap(results: Results) -> pd.DataFrame:
    found = [results.crossed(actor).gaps for actor in results.actors()["actor_code"]]
    return pd.concat(found, ignore_index=True)


def _measured(frame: pd.DataFrame, behind: Behind, domains: Mapping[str, list[str]]) -> pd.Series:
    places = _places(frame, "region_code", "code")
    cells = [behind.measured(region, domains.get(code, [code])) for region, code in places]
    return pd.Series(cells, index=frame.index, dtype=object)


def _placed(frame: pd.DataFrame, behind: Behind, domains: Mapping[str, list[str]]) -> pd.Series:
    cells = _measured(frame, behind, domains)
    inside = [behind.placed(region, code) for region, code in _places(frame, "region_code", "code")]
    return cells.where(frame["among"] == "regions", pd.Series(inside, index=frame.index, dtype=object))


def _felt(frame: pd.DataFrame, behind: Behind) -> pd.Series:
    places = _places(frame, "region_code", "domain_code", "actor_code", "wave")
    return pd.Series([behind.felt(*place) for place in places], index=frame.index, dtype=object)


def _places(frame: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


def _domains(before: Results, after: Results) -> dict[str, list[str]]:
    """Return the domains of each axis, and all of them under the code of the whole, of either edition."""
    found: dict[str, list[str]] = {}
    every = pd.concat([before.domains(), after.domains()])
    for axis, domain in zip(every["axis_code"], every["domain_code"], strict=True):
        for code in (axis, "ensemble"):
            found.setdefault(code, []).append(domain)
    return {code: list(dict.fromkeys(domains)) for code, domains in found.items()}
