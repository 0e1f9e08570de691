"""The gaps of one region, actor by actor: one list, in one order, for the page and what is taken from it."""

from __future__ import annotations

import pandas as pd

from indicators.method import Method
from indicators.results import Results


def gaps_by_actor(results: Results, region: str, method: Method) -> dict[str, pd.DataFrame]:
    """Return the gaps of a region (INSEE code) by actor, latest survey first (see `indicators.gap_signs`).

    Every actor is there. With the interval of the measured rank of each domain in the region: objective_low,
    objective_high.
    """
    ranks = results.rank_intervals(method)
    inside = ranks[(ranks["among"] == "domaines") & (ranks["region_code"] == region)]
    ends = inside.set_index("code")[["low", "high"]].add_prefix("objective_")
    return {
        actor: _latest_first(results.crossed(actor, method=method).gaps, region).join(ends, on="domain_code")
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
    mine = gaps[gaps["region_code"] == region]
    return mine.sort_values("survey_date", ascending=False, kind="stable", ignore_index=True)
