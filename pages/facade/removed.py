"""What changes the ranks when it is taken out, ready to be sent: axes, domains, then indicators."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.look import Look
from charts.settings_bars import signed_bars, text_size
from exports.figures import settings as figures
from indicators import leave_one_out
from indicators.settings import removed as elements
from indicators.settings import tables
from loaders.store import Store
from pages.facade import methods, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow


@dataclass(frozen=True)
class Level:
    """The elements of one level: a figure (None for the indicators, which repeat their domain), a table."""

    code: str
    heading: str
    chart: dict[str, Any] | None
    alternative: str
    table: pa.Table
    folded: str


@dataclass(frozen=True)
class Removed:
    """The finding, what follows it in words, and the levels (none when no rank can be computed)."""

    title: str
    sentences: tuple[str, ...]
    levels: tuple[Level, ...]


def removed(method: str, look: Look) -> Removed:
    """Return what the ranks owe to each element, by the method."""
    return _removed(store().key, store(), method, look)


def numbers_of(method: str, code: str) -> pd.DataFrame:
    """Return how the ranks move without each element of a level."""
    rows = _rows(store().key, store(), method)
    return figures.removed(rows[rows["level"] == code])


def picture_of(method: str, code: str, look: Look) -> dict[str, Any]:
    """Return the bars of a level as they are drawn in a picture."""
    every = _rows(store().key, store(), method)
    return _bars(every, every[every["level"] == code], look)


@kept(max_entries=128)
def _rows(key: str, _store: Store, method: str) -> pd.DataFrame:
    table = leave_one_out.leave_one_out(_store, methods.of(method))
    return elements.removed(table, results.domains(), results.catalogue())


@kept(max_entries=128)
def _removed(key: str, _store: Store, method: str, look: Look) -> Removed:
    rows = _rows(key, _store, method)
    if rows["mean_change"].isna().all():
        return Removed(elements.finding(rows), (), ())
    said = tuple(filter(None, [elements.reading(rows)]))
    levels = tuple(_level(rows, level, look) for level in elements.LEVELS)
    return Removed(elements.finding(rows), said, levels)


def _level(every: pd.DataFrame, level: str, look: Look) -> Level:
    rows = every[every["level"] == level]
    heading = f"{elements.LEVELS[level]} en moins"
    listed = "\u202f; ".join(_labels(rows))
    bars = _bars(every, rows, look) if level != "indicateur" else None
    return Level(
        level,
        heading,
        bars,
        f"{heading}, changement moyen des rangs\u202f: {listed}.",
        arrow(tables.removed_table(rows)),
        "Les nombres de ce graphique" if bars else "Les indicateurs, un par un",
    )


def _bars(every: pd.DataFrame, rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    drawn = rows.assign(value=rows["mean_change"], text=rows["mean"], label=_labels(rows))
    longest = float(every["mean_change"].max()) or None
    return signed_bars(drawn, size=text_size(look.size[1]), page=look.page, longest=longest)


def _labels(rows: pd.DataFrame) -> "pd.Series[str]":
    return rows["name"] + "\u202f: " + rows["mean"]
