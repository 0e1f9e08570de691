"""The figure of the first page: map, legend, bars and table of the same thirteen figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts import map as regions
from charts.bands import Band
from charts.bars import Benchmark, ranked_bars
from charts.drawing import Drawing
from charts.geometry import Layout
from charts.legend import strip
from charts.look import Look
from charts.palette import Page
from charts.rows import RANKS, UNDECIDED, drawn
from charts.table import table
from charts.text import MAP, alternative, place
from charts.together import figured
from wording import numbers
from wording.source_notes import NOT_PUBLISHED

_ENDS = {
    "indicator_value": ("moins fragile", "plus fragile"),
    "objective_rank": ("moins fragile ici qu’ailleurs", "plus fragile ici qu’ailleurs"),
    "perceived_rank": ("cité plus loin", "cité en premier"),
    "perceived_value": ("moins ressenti", "plus ressenti"),
    "rank_gap": ("ressenti moins fort", "ressenti plus fort"),
}


@dataclass(frozen=True)
class Subject:
    """What the figures are: `quantity` as in `charts.rows`; `benchmark` is France's value or None.

    `decimals` and `benchmark_decimals`: how many each is shown with.
    """

    title: str
    quantity: str
    unit: str
    decimals: int
    direction: int | None
    benchmark: float | None
    benchmark_decimals: int = 0


@dataclass(frozen=True)
class Figure:
    """The map, its legend and the bars, ready to be sent, and the table of the same numbers.

    `chosen`: the figure of the chosen region in words (« 7,2 %, 12ᵉ sur 13 régions »), `""` without one.
    """

    map: Drawing
    legend: Drawing
    bars: Drawing
    table: pd.DataFrame
    table_alt: str
    chosen: str


def figure(layout: Layout, frame: pd.DataFrame, subject: Subject, look: Look) -> Figure:
    """Draw thirteen rows (the frame of `readings.overview.overview`) in the order they come."""
    rows, bands = _drawn(frame, subject, look.page)
    ends = _ends(subject.quantity, bands)
    missing = NOT_PUBLISHED if rows["missing"].any() else ""
    undecided = UNDECIDED if (rows["status"] == "undetermined").any() else ""
    classes = [*(band.label for band in bands), *filter(None, [undecided, missing])]
    return Figure(
        map=Drawing(
            regions.choropleth(layout, _short(rows, subject.quantity), look),
            MAP,
        ),
        legend=Drawing(
            strip(
                bands,
                ends=ends,
                missing=missing,
                look=look,
                undecided=undecided,
            ),
            f"Légende des couleurs\u202f: {', '.join(classes)}.",
        ),
        bars=Drawing(
            ranked_bars(rows, look, benchmark=_france(subject)),
            alternative(subject.title, "Barres, dans l’ordre", rows),
        ),
        table=table(rows, quantity=subject.quantity),
        table_alt="Tableau des mêmes nombres, une ligne par région.",
        chosen=place(rows, look.region, quantity=subject.quantity),
    )


def still(layout: Layout, frame: pd.DataFrame, subject: Subject, look: Look) -> dict[str, Any]:
    """Draw the same map, legend and bars as one, for a picture."""
    shown = figure(layout, frame, subject, look)
    rows, _ = _drawn(frame, subject, look.page)
    chart = regions.still(layout, _short(rows, subject.quantity), look)
    return figured(chart, shown.legend.specification, shown.bars.specification, look)


def _drawn(frame: pd.DataFrame, subject: Subject, page: Page) -> tuple[pd.DataFrame, list[Band]]:
    return drawn(
        frame,
        quantity=subject.quantity,
        unit=subject.unit,
        decimals=subject.decimals,
        direction=subject.direction,
        page=page,
    )


def _short(rows: pd.DataFrame, quantity: str) -> pd.DataFrame:
    """Keep of a gap what a map has room for: its interval is in the tooltip, in the bars and in the table."""
    return rows.assign(text=rows["mark"]) if quantity == "rank_gap" else rows


def _ends(quantity: str, bands: Sequence[Band]) -> tuple[str, str]:
    """Say what each end of the legend means; where no gap is negative, none is « moins fort »."""
    low, high = _ENDS[quantity]
    if quantity == "rank_gap" and bands:
        low = low if bands[0].low < 0 else ("même rang" if bands[0].low == 0 else "")
        high = high if bands[-1].high > 0 else ("même rang" if bands[-1].high == 0 else "")
    return (low, high) if len(bands) > 1 else ("", high)


def _france(subject: Subject) -> Benchmark | None:
    # The bar of a rank is the longer the nearer to the first: a line at the rank itself would be elsewhere.
    if subject.benchmark is None or subject.quantity in RANKS:
        return None
    unit = subject.unit if subject.unit == "%" else ""
    value = numbers.quantity(subject.benchmark, unit, subject.benchmark_decimals)
    return Benchmark(subject.benchmark, f"France\u202f: {value}")
