"""What is measured: the place of the region in each domain, its figure, its rank."""

from __future__ import annotations

import pandas as pd

from exports.slides import theme
from exports.slides.lines import HERE, LEAST_END, MOST_END, Dots, Field, lines
from exports.slides.slide import Deck
from exports.slides.story import Story
from exports.slides.table import Column
from indicators.rows import Row, records
from readings.territory.line_words import spine_alternative, spine_finding
from wording.lists import ended, join
from wording.typography import uncapital

_COLON = "\u202f: "
_DRAWN = (
    "Place de la région entre la moins fragile et la plus fragile, chiffre publié, rang parmi les régions"
)
# The bounds themselves have no room here: the notes say them.
_MARK = "*"
_MOVED = (
    f"Place de la région, chiffre publié, rang parmi les régions ({_MARK}\u202f: une valeur absente peut le "
    "changer)"
)


def domains(deck: Deck, story: Story) -> None:
    """Place the region on each domain, on two slides."""
    rows = story.report.spine_rows
    for axes in _halves(rows):
        _spine(deck, rows[rows["axis_label"].isin(axes)], axes)


def _halves(rows: pd.DataFrame) -> list[list[str]]:
    """Split the axes where the lines before are nearest to half; a single axis stays whole."""
    counts = rows.groupby("axis_label", sort=False).size()
    before = (counts.cumsum() - len(rows) / 2).abs()
    cut = 1 + int(before.to_numpy()[:-1].argmin()) if len(counts) > 1 else len(counts)
    axes = [str(axis) for axis in counts.index]
    return [half for half in (axes[:cut], axes[cut:]) if half]


def _spine(deck: Deck, rows: pd.DataFrame, axes: list[str]) -> None:
    where = join([axes[0], *(uncapital(axis) for axis in axes[1:])])
    finding = f"{where}\u202f: {spine_finding(rows)}"
    drawn = _MOVED if rows["reach_text"].any() else _DRAWN
    lined = list(enumerate(records(rows), start=1))
    slide = deck.add(
        finding, [f"{finding}. {drawn}.", *(ended(row["label_text"]) for _, row in lined)], drawn
    )
    lines(
        slide,
        theme.MAIN,
        Column("Domaine", 3.0, tuple(row["short_label"] for _, row in lined)),
        Field(3.0, (0, 1), (LEAST_END, MOST_END)),
        [
            Column("Chiffre publié", 3.8, tuple(map(_figure, (row for _, row in lined)))),
            Column("Rang parmi les régions", 2.3, tuple(_rank(row) for _, row in lined), right=True),
        ],
        _places(lined),
        name="Place de la région dans chaque domaine",
        alternative=spine_alternative(rows, finding),
    )


def _figure(row: Row) -> str:
    """« Taux de chômage : 10,8 % »."""
    return f"{row['measure_text']}{_COLON}{row['value_text']}" if row["measure_text"] else row["value_text"]


def _rank(row: Row) -> str:
    return f"{row['rank_text']}\u00a0{_MARK}" if row["reach_text"] else str(row["rank_text"])


def _places(lined: list[tuple[int, Row]]) -> list[Dots]:
    """Return the other regions, France, then the region over them; what has no place is not drawn."""
    others = tuple((other, float(line)) for line, row in lined for other in row["others"])
    france = tuple((row["at_france"], float(line)) for line, row in lined if row["at_france"] is not None)
    own = tuple((row["at"], float(line)) for line, row in lined if row["at"] is not None)
    return [
        Dots("Autres régions", "disc", 6, theme.OTHERS, others),
        Dots("France", "diamond", 12, theme.INK, france),
        Dots(HERE, "disc", 15, theme.CHOSEN, own),
    ]
