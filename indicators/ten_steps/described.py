"""Steps 1 to 3, what the edition is made of: framework, data, and what is missing from them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pandas as pd

from indicators.missing_bounds import missing_bounds
from indicators.results import REFERENCE, Results
from indicators.score_table import WHOLE
from indicators.structure import missing_indicators
from indicators.ten_steps.step import Measure, Step, Unit
from indicators.treatment import flagged

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def framework(results: Results) -> Iterator[Measure]:
    """Count axes, domains, what measures them, and the domains that a single indicator measures."""
    domains, catalogue = results.domains(), results.catalogue()
    scored = results.scored_indicators()
    by_domain = scored.groupby("domain_code").size()
    counts = {
        "axes": domains["axis_code"].nunique(),
        "domains": len(domains),
        "domains_measured": len(by_domain),
        "domains_of_one_indicator": int((by_domain == 1).sum()),
        "indicators": len(scored),
        "low_is_fragile": int((scored["direction"] == -1).sum()),
        "by_convention": len(results.vocabulary().conventions),
        "profile": int(catalogue["domain_code"].isna().sum()),
    }
    yield from _counted(Step.FRAMEWORK, counts)


def data(results: Results) -> Iterator[Measure]:
    """Count cells, sources and years of the indicators that the scores rest on."""
    scored, cells = results.scored_indicators(), _cells(results)
    named = scored.loc[scored["source"] != "", "source"]
    counts = {
        "cells": len(scored) * len(results.regions()),
        "cells_used": int(cells["value"].notna().sum()),
        "cells_corrected": int(cells["corrected"].astype(bool).sum()),
        "sources": named.nunique(),
        "without_source": len(scored) - len(named),
        "without_year": int((scored["year"] == "").sum()),
    }
    counts["outliers"] = flagged(results.store, REFERENCE)["indicator_code"].nunique()
    yield from _counted(Step.DATA, counts)
    years = [int(year) for text in scored["year"] for year in _YEAR.findall(text)]
    for name, pick in (("first_year", min), ("last_year", max)):
        yield Measure(Step.DATA, name, "", pick(years) if years else math.nan, Unit.YEAR)


def missing(results: Results) -> Iterator[Measure]:
    """Count the holes, and the ranks that they leave open: best and worst ranks differ."""
    cells = len(results.scored_indicators()) * len(results.regions())
    bounds = missing_bounds(results.store)
    bounds = bounds[(bounds["among"] == "regions") & bounds["rank"].notna()]
    counts = {
        "holes": cells - int(_cells(results)["value"].notna().sum()),
        "silent_indicators": int(missing_indicators(results.store)["domain_code"].notna().sum()),
        "bounds_exact": int(bounds["exact"].all()),
    }
    yield from _counted(Step.MISSING, counts)
    for level in (WHOLE, "domaine"):
        mine = bounds[bounds["level"] == level]
        open_by = (mine["high"] - mine["low"]).astype("float64")
        yield Measure(Step.MISSING, "ranks", level, len(mine), Unit.COUNT)
        yield Measure(Step.MISSING, "ranks_open", level, int((open_by > 0).sum()), Unit.COUNT)
        yield Measure(Step.MISSING, "widest", level, float(open_by.max()), Unit.PLACES)


def _cells(results: Results) -> pd.DataFrame:
    """Return the cells of the indicators that give scores."""
    values = results.every_value()
    return values[values["indicator_code"].isin(results.scored_indicators()["indicator_code"])]


def _counted(step: Step, counts: dict[str, int]) -> Iterator[Measure]:
    for name, count in counts.items():
        yield Measure(step, name, "", count, Unit.COUNT)
