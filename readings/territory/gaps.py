"""The gaps of one region, actor by actor: one list, in one order, for the page and what is taken from it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.method import Method
from indicators.results import Results
from indicators.rows import of
from readings.phrases import reach


def gaps_by_actor(results: Results, region: str, method: Method) -> dict[str, pd.DataFrame]:
    """Return the gaps of a region (INSEE code) by actor, latest survey first (see `indicators.gap_signs`).

    Every actor is there. With the interval of the measured rank of each domain in the region: objective_low,
    objective_high, and objective_reach, what absent values could make of it in words (`""` for nothing).
    """
    return results.once(("gaps_by_actor", region, method), lambda: _of(results, region, method))


def of_latest(rows: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of an actor that its latest survey of their domain tells; `gaps`: of `gaps_by_actor`."""
    latest: dict[str, str] = {}
    for domain, wave in zip(gaps["domain_code"], gaps["wave"], strict=True):
        latest.setdefault(domain, wave)
    told = zip(rows["domain_code"], rows["wave"], strict=True)
    return rows.loc[[latest.get(domain, wave) == wave for domain, wave in told]]


def _of(results: Results, region: str, method: Method) -> dict[str, pd.DataFrame]:
    every = results.once(("gaps_by_actor", method), lambda: _every(results, method))
    return {actor: of(gaps, region_code=region) for actor, gaps in every.items()}


def _every(results: Results, method: Method) -> dict[str, pd.DataFrame]:
    """Return the gaps of all regions by actor: each is read thirteen times, and has fifty columns."""
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
