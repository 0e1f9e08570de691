"""The two objective views: the published figure, and the place of the domain inside each region."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.method import Method
from indicators.plain_names import described, plain
from indicators.scores import domain_ranks, domain_scores
from indicators.structure import DomainLabels, missing_indicators
from indicators.values import region_values
from loaders.store import Store
from readings.overview.finding import Finding
from readings.overview.findings import rank_finding, value_finding
from readings.overview.rows import cells, published, thirteen
from readings.overview.views import CorrectedCell, Measure, OverviewMeta, Quantity, View

Drawn = tuple[pd.DataFrame, OverviewMeta, Finding]


def objective(store: Store, domain: DomainLabels, measure: Measure) -> Drawn:
    """Show the published figure of one indicator: the one asked for, else the domain's first with a value."""
    method = Method(flipped=measure.flipped)
    values = _chosen(region_values(store, domain.code, method), measure.indicator)
    direction = _direction(values)
    frame = thirteen(store, values, absent="missing", lowest_first=direction == -1)
    meta = replace(
        _meta(store, domain, frame, View.OBJECTIVE),
        quantity=Quantity.INDICATOR,
        direction=direction,
        turned=bool(values["indicator_code"].isin(list(measure.flipped)).any()),
        corrections=_corrections(values),
    )
    if len(values):
        meta = _about_indicator(meta, values.iloc[0])
    return frame, meta, value_finding(frame, meta)


def rank(store: Store, domain: DomainLabels) -> Drawn:
    """Show the place of the domain inside each region (1 = where the region is most fragile)."""
    ranks = domain_ranks(store)
    here = ranks[ranks["domain_code"] == domain.code]
    here = here.assign(value=here["objective_rank"].astype("float64"), status="value")
    frame = thirteen(store, here, absent="missing", lowest_first=True)
    meta = replace(
        _meta(store, domain, frame, View.RANK),
        direction=-1,
        ranked_domains=int(here["objective_ranked"].max()) if len(here) else None,
    )
    return frame, meta, rank_finding(frame, meta)


def _chosen(values: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Keep one indicator; an unknown code means the default, because it may come from an old link."""
    known = values[values["indicator_code"] == indicator]
    if not known.empty:
        return known
    usable = values[values["status"].isin(["value", "range"])]
    first = (values if usable.empty else usable)["indicator_code"].head(1)
    return values[values["indicator_code"].isin(first)]


def _direction(values: pd.DataFrame) -> int | None:
    known = values["direction"].dropna()
    return int(known.iloc[0]) if len(known) else None


def _meta(store: Store, domain: DomainLabels, frame: pd.DataFrame, view: View) -> OverviewMeta:
    """State what both objective views have in common."""
    missing = missing_indicators(store)
    scores = domain_scores(store, Method(minimum_coverage=0))
    return OverviewMeta(
        view=view,
        quantity=Quantity.OBJECTIVE_RANK,
        domain_code=domain.code,
        domain_label=domain.label,
        domain_short_label=domain.short_label,
        unit="rang",
        decimals=0,
        direction=None,
        territory_count=len(frame),
        published_count=len(published(frame)),
        coverage=float(scores.loc[scores["domain_code"] == domain.code, "coverage"].max()),
        missing_indicators=tuple(missing.loc[missing["domain_code"] == domain.code, "label"].map(plain)),
        cells=cells(frame),
    )


def _about_indicator(meta: OverviewMeta, row: pd.Series[Any]) -> OverviewMeta:
    known = pd.notna(row["benchmark"])
    return replace(
        meta,
        indicator_code=str(row["indicator_code"]),
        indicator_label=str(row["label"]),
        indicator_name=plain(str(row["label"])),
        indicator_described=described(str(row["label"]), str(row["unit"]), str(row["year"])),
        unit=str(row["unit"]),
        decimals=int(row["decimals"]),
        year=str(row["year"]),
        sources=(str(row["source"]),) if row["source"] else (),
        benchmark=float(row["benchmark"]) if known else None,
        benchmark_decimals=int(row["benchmark_decimals"]) if known else 0,
        benchmark_cell=str(row["benchmark_cell"]) if known else None,
    )


def _corrections(values: pd.DataFrame) -> tuple[CorrectedCell, ...]:
    names = ["region_code", "sheet", "cell", "published_raw", "correction_reason"]
    return tuple(
        CorrectedCell(*row) for row in values.loc[values["corrected"], names].itertuples(index=False)
    )
