"""The gaps of one region, actor by actor: one list, in one order, for the page and what is taken from it."""

from __future__ import annotations

import pandas as pd

from indicators.method import Method
from indicators.results import Results
from readings.phrases import reach


def gaps_by_actor(results: Results, region: str, method: Method) -> dict[str, pd.DataFrame]:
    """Return the gaps of a region (INSEE code) by actor, latest survey first (see `indicators.gap_signs`).

    Every actor is there. With the interval of the measured rank of each domain in the region: objective_low,
    objective_high, and objective_reach, what absent values could make of it in words (`""` for nothing).
    """
    ranks = results.rank_intervals(method)
    inside = ranks[(ranks["among"] == "domaines") & (ranks["region_code"] == region)]
    ends = inside.set_index("code")[["low", "high"]]
    moved = reach.inside(results.missing_bounds(method))
    ends["reach"] = [moved.get((region, str(domain)), "") for domain in ends.index]
    return {
        actor: _with_ends(_latest_first(results.crossed(actor, method=method).gaps, region), ends)
        for actor in results.vocabulary().actors
    }


def of_latest(rows: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of an actor that its latest survey of their domain tells; `gaps`: of `gaps_by_actor`."""
    latest: dict[str, str] = {}
    for domain, wave in zip(gaps["domain_code"], gaps["wave"], strict=True):
        latest.setdefault(domain, wave)
    told = zip(rows["domain_code"], rows["wave"], strict=True)
    return rows.loc[[latest.get(domain, wave) == wave for domain, wave in told]]


def _latest_first(gaps: pd.DataFrame, region: str) -> pd.DataFrame:
    # One frame is taken of the fifty columns, not one to choose the rows and another to sort them.
    dates = gaps.loc[gaps["region_code"] == region, "survey_date"]
    return gaps.loc[dates.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _with_ends(gaps: pd.DataFrame, ends: pd.DataFrame) -> pd.DataFrame:
    domains = gaps["domain_code"]
    found = {f"objective_{end}": domains.map(ends[end]) for end in ends}
    return gaps.assign(**found).astype(dict.fromkeys(("objective_low", "objective_high"), "Int64"))
