"""What changes the ranks when it is taken out, ready to be sent: axes, domains, then indicators."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.drawing import Drawing
from charts.look import Look
from charts.settings_bars import signed_bars
from exports.figures import settings as figures
from indicators import leave_one_out
from indicators.method import Method
from pages.explored import Explored, explored
from pages.facade.edition import Edition, per_edition, results
from readings.settings import removed as elements
from readings.settings import tables
from wording.lists import joined


@dataclass(frozen=True)
class Level:
    """The elements of one level: a drawing (None for the indicators, which repeat their domain), a table."""

    code: str
    heading: str
    drawing: Drawing | None
    alternative: str
    table: Explored
    folded: str


@dataclass(frozen=True)
class Removed:
    """The finding, what follows it in words, and the levels (none when no rank can be computed)."""

    title: str
    sentences: tuple[str, ...]
    levels: tuple[Level, ...]
    whole: str  # the finding on all the regions, which are in the drawings


def numbers_of(method: Method, code: str) -> pd.DataFrame:
    """Return how the ranks move without each element of a level."""
    rows = _rows(method)
    return figures.removed(rows[rows["level"] == code])


def picture_of(method: Method, code: str, look: Look) -> dict[str, Any]:
    """Return the bars of a level as they are drawn in a picture."""
    every = _rows(method)
    return _bars(every, every[every["level"] == code], look)


@per_edition(max_entries=128)
def _rows(edition: Edition, method: Method) -> pd.DataFrame:
    table = leave_one_out.leave_one_out(edition.store, method)
    return elements.removed(table, edition.results.vocabulary())


@per_edition(max_entries=128)
def removed(edition: Edition, method: Method, look: Look) -> Removed:
    """Return what the ranks owe to each element, by the method."""
    rows = _rows(method)
    if rows["mean_change"].isna().all():
        return Removed(elements.finding(rows), (), (), "")
    title = whole = elements.finding(rows)
    said = tuple(filter(None, [elements.reading(rows)]))
    if look.region:
        known = edition.results.vocabulary()
        moves = leave_one_out.of_region(edition.store, look.region, method)
        title, said = elements.here(moves, known, look.region), (f"{whole}.", *said)
        without = moves.set_index(["level", "code"])["after"].map(elements.rank_here)
        rows = rows.join(without.rename(known.short_regions[look.region]), on=["level", "code"])
    levels = tuple(_level(rows, level, look) for level in elements.LEVELS)
    return Removed(title, said, levels, whole)


def _level(every: pd.DataFrame, level: str, look: Look) -> Level:
    rows = every[every["level"] == level]
    heading = f"{elements.LEVELS[level]} en moins"
    here = results().vocabulary().short_regions.get(look.region, "")
    listed = joined(_labels(rows))
    told = f"{heading}, changement moyen des rangs\u202f: {listed}."
    bars = Drawing(_bars(every, rows, look), told) if level != "indicateur" else None
    return Level(
        level,
        heading,
        bars,
        f"{heading}\u202f: changement moyen des rangs, un élément par ligne.",
        explored(tables.removed_table(rows, here), chosen=here),
        "Les nombres de ce graphique" if bars else "Les indicateurs, un par un",
    )


def _bars(every: pd.DataFrame, rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    drawn = rows.assign(value=rows["mean_change"], text=rows["mean"], label=_labels(rows))
    longest = float(every["mean_change"].max()) or None
    return signed_bars(drawn, look, longest=longest)


def _labels(rows: pd.DataFrame) -> "pd.Series[str]":
    return rows["name"] + "\u202f: " + rows["mean"]
