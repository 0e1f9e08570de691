"""The gaps of one region, actor by actor: one list, in one order, for the page and what is taken from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, by
from readings.phrases import reach

# The gaps of one region, by who feels.
Gaps = Mapping[str, Sequence[Row]]


def gaps_by_actor(results: Results, region: str, method: Method) -> dict[str, list[Row]]:
    """Return the gaps of a region (INSEE code) by actor, as `every_gap` orders them; every actor is there."""
    return {actor: own.get(region, []) for actor, own in _rows(results, method).items()}


def every_gap(results: Results, method: Method) -> dict[str, pd.DataFrame]:
    """Return the gaps of all regions by actor, latest survey first (see `indicators.gap_signs`).

    With the interval of the measured rank of each domain in the region: objective_low, objective_high, and
    objective_reach, what absent values could make of it in words (`""` for nothing).
    """
    return results.once(("every_gap", method), lambda: _every(results, method))


def of_latest(rows: pd.DataFrame, gaps: Sequence[Row]) -> pd.DataFrame:
    """Keep the rows of an actor that its latest survey of their domain tells; `gaps`: of `gaps_by_actor`."""
    latest: dict[str, str] = {}
    for gap in gaps:
        latest.setdefault(gap["domain_code"], gap["wave"])
    told = zip(rows["domain_code"], rows["wave"], strict=True)
    return rows.loc[[latest.get(domain, wave) == wave for domain, wave in told]]


def _rows(results: Results, method: Method) -> dict[str, dict[str, list[Row]]]:
    """Return the gaps of each actor by region: fifty columns are read once, not thirteen times."""
    return results.once(
        ("gap rows", method),
        lambda: {actor: by(gaps, "region_code") for actor, gaps in every_gap(results, method).items()},
    )


def _every(results: Results, method: Method) -> dict[str, pd.DataFrame]:
    ranks = results.rank_intervals(method)
    ends = ranks[ranks["among"] == "domaines"].set_index(["region_code", "code"])[["low", "high"]]
    moved = reach.inside_of(results, method)
    return {
        actor: _with_ends(results.crossed(actor, method=method).gaps, ends, moved)
        for actor in results.vocabulary().actors
    }


def _with_ends(gaps: pd.DataFrame, ends: pd.DataFrame, moved: Mapping[reach.Place, str]) -> pd.DataFrame:
    places = pd.MultiIndex.from_frame(gaps[["region_code", "domain_code"]])
    found = ends.reindex(places)
    told = gaps.assign(
        objective_low=found["low"].array,
        objective_high=found["high"].array,
        objective_reach=[moved.get(place, "") for place in places],
    )
    return told.sort_values("survey_date", ascending=False, kind="stable")
