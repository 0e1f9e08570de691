"""The solid facts, one a slide: the figure of the region among those of the others."""

from __future__ import annotations

from typing import Any

import pandas as pd

from exports.slides import theme
from exports.slides.bars import Bars, bars
from exports.slides.chart_frame import numeric
from exports.slides.slide import Deck
from exports.slides.story import Story
from exports.slides.words import shortened
from indicators.rows import Row, records
from readings.debate.point import Point
from readings.territory.line_words import value_text
from wording.lists import ended, joined

_HERE = "▶ "
FRANCE = "France"


def facts(deck: Deck, story: Story) -> None:
    """Show the first solid fact and the last: what weighs most, and what the region can build on."""
    points = story.debate.facts
    for point in dict.fromkeys((*points[:1], *points[-1:])):
        _fact(deck, story, point)


def figures(story: Story, point: Point) -> list[Row]:
    """Return the published figures of every region behind a fact, most fragile first, France among them.

    A fact compares the region to France: there is a figure of France.
    """
    values = _behind(story, point.cells[0])
    mine = values.sort_values(["rank", "position"], na_position="last")
    found = records(mine)
    benchmark = found[0]["benchmark"]
    france = {**found[0], "region_code": "FR", "name": FRANCE, "value": benchmark, "status": "value"}
    sign = found[0]["direction"]
    before = [row for row in found if row["value"] is not None and row["value"] * sign >= benchmark * sign]
    return [*before, france, *found[len(before) :]]


def _behind(story: Story, cell: str) -> pd.DataFrame:
    """Return the figures of the indicator that has a cell (« sheet!cell »)."""
    results = story.results
    every = (results.region_values(code, story.method) for code in results.domains()["domain_code"])
    named = ((values, values["sheet"].str.cat(values["cell"], sep="!") == cell) for values in every)
    values, here = next((values, here) for values, here in named if here.any())
    found: pd.DataFrame = values[values["indicator_code"] == values.loc[here, "indicator_code"].iloc[0]]
    return found


def _fact(deck: Deck, story: Story, point: Point) -> None:
    rows = figures(story, point)
    told = [f"{row['name']}\u202f: {_said(row)}" for row in rows]
    notes = [
        point.text,
        point.detail,
        ended("De la région la plus fragile à la moins fragile\u202f: " + joined(told)),
    ]
    slide = deck.add(shortened(point.text), notes, point.detail)
    first = rows[0]
    kinds: dict[str, tuple[str, Any]] = {
        story.name: (theme.CHOSEN, lambda code: code == story.region),
        FRANCE: (theme.INK, lambda code: code == "FR"),
        "Autres régions": (theme.OTHERS, lambda code: code not in {"FR", story.region}),
    }
    bars(
        slide,
        theme.MAIN,
        [_category(row, story.region) for row in rows],
        [
            Bars(name, code, tuple(row["value"] if mine(row["region_code"]) else None for row in rows))
            for name, (code, mine) in kinds.items()
        ],
        numbers=numeric(int(first["decimals"]), "%" if first["unit"] == "%" else ""),
        name="Chiffres des régions",
        alternative=ended(f"{point.text} " + joined(told)),
    )


def _category(row: Row, region: str) -> str:
    name = f"{_HERE if row['region_code'] == region else ''}{row['name']}"
    return name if row["value"] is not None else f"{name} ({_said(row)})"


def _said(row: Row) -> str:
    return value_text(row | {"low_value": row["low"], "high_value": row["high"]})
