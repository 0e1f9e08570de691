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

# What is drawn at once; the indicators, hundreds, are taken out when their table opens.
_DRAWN = ("axe", "domaine")


@dataclass(frozen=True)
class Level:
    """The elements of one level: a drawing (None for the indicators, which repeat their domain), a table.

    The table is made when it opens: `table_of`. `folded`: its title, "" where it holds the numbers drawn.
    """

    code: str
    heading: str
    drawing: Drawing | None
    alternative: str
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
    return figures.removed(_of(method, code))


def picture_of(method: Method, code: str, look: Look) -> dict[str, Any]:
    """Return the bars of a level as they are drawn in a picture."""
    return _bars(_rows(method, _DRAWN), _of(method, code), look)


@per_edition(max_entries=64)
def table_of(edition: Edition, method: Method, level: str, region: str) -> Explored:
    """Return the elements of a level, with the rank of the region without each when one is chosen."""
    rows, here = _of(method, level), results().vocabulary().short_regions.get(region, "")
    if region:
        moves = leave_one_out.of_region(edition.store, region, method, (level,))
        rows = rows.join(moves.set_index("code")["after"].map(elements.rank_here).rename(here), on="code")
    return explored(tables.removed_table(rows, here), chosen=here)


@per_edition(max_entries=128)
def _rows(edition: Edition, method: Method, levels: tuple[str, ...]) -> pd.DataFrame:
    table = leave_one_out.leave_one_out(edition.store, method, levels)
    return elements.removed(table, edition.results.vocabulary())


def _of(method: Method, level: str) -> pd.DataFrame:
    rows = _rows(method, _DRAWN if level in _DRAWN else (level,))
    return rows[rows["level"] == level]


@per_edition(max_entries=128)
def removed(edition: Edition, method: Method, look: Look) -> Removed:
    """Return what the ranks owe to each element, by the method."""
    rows = _rows(method, _DRAWN)
    if rows["mean_change"].isna().all():
        return Removed(elements.finding(rows), (), (), "")
    title = whole = elements.finding(rows)
    said = tuple(filter(None, [elements.reading(rows)]))
    if look.region:
        moves = leave_one_out.of_region(edition.store, look.region, method, _DRAWN)
        title = elements.here(moves, edition.results.vocabulary(), look.region)
        said = (f"{whole}.", *said)
    return Removed(title, said, tuple(_level(rows, level, look) for level in elements.LEVELS), whole)


def _level(every: pd.DataFrame, level: str, look: Look) -> Level:
    heading = f"{elements.LEVELS[level]} en moins"
    rows = every[every["level"] == level]
    told = f"{heading}, changement moyen des rangs\u202f: {joined(_labels(rows))}."
    bars = Drawing(_bars(every, rows, look), told) if level in _DRAWN else None
    return Level(
        level,
        heading,
        bars,
        f"{heading}\u202f: changement moyen des rangs, un élément par ligne.",
        "" if bars else "Les indicateurs, un par un",
    )


def _bars(every: pd.DataFrame, rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    drawn = rows.assign(value=rows["mean_change"], text=rows["mean"], label=_labels(rows))
    longest = float(every["mean_change"].max()) or None
    return signed_bars(drawn, look, longest=longest)


def _labels(rows: pd.DataFrame) -> "pd.Series[str]":
    return rows["name"] + "\u202f: " + rows["mean"]
