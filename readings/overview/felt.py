"""What an actor is published to say: the perception itself, and what it shares with the view of the gaps."""

from __future__ import annotations

from dataclasses import replace
from numbers import Integral
from typing import Any

import pandas as pd

from indicators.perception import perceived
from indicators.structure import DomainLabels, actor_label
from loaders.store import FRANCE, Store
from readings.gaps.picture import one_a_place, widest
from readings.overview.choice import RANK, drawable, of_domain
from readings.overview.finding import Finding
from readings.overview.findings import perceived_finding
from readings.overview.rows import cells, published, thirteen
from readings.overview.views import FranceFigure, OverviewMeta, Perimeter, Quantity, View

Drawn = tuple[pd.DataFrame, OverviewMeta, Finding]


def perception(store: Store, domain: DomainLabels, actor: str, wave: str | None) -> Drawn:
    """Show the rank, note or share published for the domain: one wave, one kind, those with most regions."""
    told = perceived(store, actor)
    here = of_domain(told, domain.code)
    figures = drawable(here)
    local = figures[figures["region_code"] != FRANCE]
    within = local if wave is None else local[local["wave"] == wave]
    # What is published is drawn, ranked or not: most regions count.
    chosen = one_a_place(widest(within, "shown", "region_code"))
    ranked = chosen.empty or chosen["shown"].iloc[0] == RANK
    frame = thirteen(store, chosen, absent="not_published", lowest_first=ranked)
    meta = replace(
        actor_meta(store, domain, chosen, frame, told, actor),
        view=View.PERCEIVED,
        quantity=Quantity.PERCEIVED_RANK if ranked else Quantity.PERCEIVED_VALUE,
        unit="rang" if ranked else str(chosen["unit"].iloc[0]),
        decimals=int(chosen["decimals"].max()) if len(chosen) else 0,
        direction=-1 if ranked else 1,
        france=france_figures(here, wave),
    )
    meta = _with_benchmark(meta, figures, chosen)
    return frame, meta, perceived_finding(frame, meta)


def actor_meta(
    store: Store,
    domain: DomainLabels,
    chosen: pd.DataFrame,
    frame: pd.DataFrame,
    told: pd.DataFrame,
    actor: str,
) -> OverviewMeta:
    """State what both views have in common (the gap's, unless replaced). `told`: all the actor's figures."""
    first = chosen.iloc[0] if len(chosen) else None
    return OverviewMeta(
        view=View.GAP,
        quantity=Quantity.GAP,
        domain_code=domain.code,
        domain_label=domain.label,
        domain_short_label=domain.short_label,
        unit="rangs",
        decimals=0,
        direction=1,
        territory_count=len(frame),
        published_count=len(published(frame)),
        wave=None if first is None else str(first["wave"]),
        surveys=tuple(dict.fromkeys(chosen["survey"])),
        measure=None if first is None else str(first["measure"]),
        measure_label=None if first is None else str(first["measure_label"]),
        sources=tuple(dict.fromkeys(chosen["source"])),
        waves=tuple(dict.fromkeys(told.sort_values("survey_date", ascending=False, kind="stable")["wave"])),
        perimeters=_perimeters(frame),
        cells=cells(frame),
        actor_code=actor,
        actor_label=actor_label(store, actor),
    )


def _perimeters(frame: pd.DataFrame) -> tuple[Perimeter, ...]:
    """List the survey territories that are not today's regions, each with the regions it is shown for."""
    other = published(frame)
    other = other[other["perimeter"] != ""]
    texts = dict.fromkeys(other["perimeter"])
    return tuple(
        Perimeter(text, tuple(other.loc[other["perimeter"] == text, "region_code"])) for text in texts
    )


def _whole(value: object) -> int | None:
    """Return an integer, or None where the frame has nothing."""
    return int(value) if isinstance(value, Integral) else None


def france_figures(figures: pd.DataFrame, wave: str | None) -> tuple[FranceFigure, ...]:
    """List what is published for the whole country, latest wave first."""
    told = figures["value"].notna() | figures["rank_low"].notna()
    country = figures[(figures["region_code"] == FRANCE) & told]
    if wave is not None:
        country = country[country["wave"] == wave]
    country = country.sort_values("survey_date", ascending=False, kind="stable")
    return tuple(_france_figure(row) for _, row in country.iterrows())


def _france_figure(row: pd.Series[Any]) -> FranceFigure:
    return FranceFigure(
        measure=str(row["measure"]),
        measure_label=str(row["measure_label"]),
        unit=str(row["unit"]),
        decimals=int(row["decimals"]),
        wave=str(row["wave"]),
        value=None if pd.isna(row["value"]) else float(row["value"]),
        rank_low=_whole(row["rank_low"]),
        rank_high=_whole(row["rank_high"]),
        sheet=str(row["sheet"]),
        cell=str(row["cell"]),
    )


def _with_benchmark(meta: OverviewMeta, figures: pd.DataFrame, chosen: pd.DataFrame) -> OverviewMeta:
    """Add France's figure of exactly the same wave, measure and kind, when there is one."""
    keys = ["shown", "wave", "measure"]
    country = figures[(figures["region_code"] == FRANCE) & figures["value"].notna()]
    same = country.merge(chosen[keys].drop_duplicates(), on=keys)
    if same.empty:
        return meta
    row = same.iloc[0]
    return replace(
        meta,
        benchmark=float(row["value"]),
        benchmark_decimals=max(meta.decimals, int(row["decimals"])),
        benchmark_cell=f"{row['sheet']}!{row['cell']}",
    )
