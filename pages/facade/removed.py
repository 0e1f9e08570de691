"""What decides the ranks, ready to be sent: axes, domains, then indicators."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.look import Look
from charts.settings_bars import signed_bars, text_size
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


@kept(max_entries=128)
def _removed(key: str, _store: Store, method: str, look: Look) -> Removed:
    table = leave_one_out.leave_one_out(_store, methods.of(method))
    rows = elements.removed(table, results.domains(), results.catalogue())
    if rows["mean_change"].isna().all():
        return Removed(elements.finding(rows), (), ())
    said = tuple(filter(None, [elements.reading(rows)]))
    levels = tuple(_level(rows, level, look) for level in elements.LEVELS)
    return Removed(elements.finding(rows), said, levels)


def _level(every: pd.DataFrame, level: str, look: Look) -> Level:
    rows = every[every["level"] == level]
    heading = f"{elements.LEVELS[level]} en moins"
    labels = rows["name"] + "\u202f: " + rows["mean"]
    listed = "\u202f; ".join(labels)
    drawn = rows.assign(value=rows["mean_change"], text=rows["mean"], label=labels)
    bars = None
    if level != "indicateur":
        longest = float(every["mean_change"].max()) or None
        bars = signed_bars(drawn, size=text_size(look.size[1]), page=look.page, longest=longest)
    return Level(
        heading,
        bars,
        f"{heading}, changement moyen des rangs\u202f: {listed}.",
        arrow(tables.removed_table(rows)),
        "Les nombres de ce graphique" if bars else "Les indicateurs, un par un",
    )
