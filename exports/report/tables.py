"""The tables of the report on paper: a list of headings and rows of words, as JSON takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.plain_names import plain
from indicators.rows import Row, records
from readings.phrases.reach import with_reach
from readings.phrases.words import compared, nth
from readings.territory.report import Felt
from wording.signs import SHORT

Table = dict[str, Any]
NONE = "–"
_MEASURED = [
    "Domaine et indicateur",
    "Région",
    "France",
    "De la moins à la plus fragile",
    "Rang parmi les régions",
]


def table(frame: pd.DataFrame) -> Table:
    """Return a finished frame of words."""
    return {"heads": list(frame.columns), "rows": frame.to_numpy().tolist()}


def sides(strengths: pd.DataFrame) -> list[Table]:
    """Return the most and the least fragile domains as two tables, the side as the first heading."""
    side, domain, rank = strengths.columns
    groups = strengths.groupby(side, sort=False)
    return [
        {"heads": [name, rank], "rows": rows[[domain, rank]].to_numpy().tolist()} for name, rows in groups
    ]


def measured(rows: pd.DataFrame) -> Table:
    """Return the lines of the spine (see `readings.territory.line_words.worded`), one row an indicator.

    The first cell is the domain then, after a line break, the indicator and its year.
    """
    return {"heads": _MEASURED, "rows": [_line(row) for row in records(rows)]}


def matrix(felt: Sequence[Felt]) -> Table:
    """Return the drawn lines of every actor: a row a domain, its measured rank, then one cell an actor."""
    drawn = [actor for actor in felt if len(actor.lines)]
    cells = {actor.actor_code: {row["short_name"]: row for row in records(actor.lines)} for actor in drawn}
    first: dict[str, Row] = {}
    for rows in cells.values():
        first = rows | first
    order = sorted(first, key=lambda name: first[name]["measured"])
    told = [
        [name, f"{nth(first[name]['measured'])} domaine", *(_felt(rows.get(name)) for rows in cells.values())]
        for name in order
    ]
    heads = [f"{actor.label} ({actor.lines['wave'].iloc[0]})" for actor in drawn]
    return {"heads": ["Domaine", "Mesuré", *heads], "rows": told}


def _line(row: Row) -> list[str]:
    """One indicator: what it is, the region, France, both ends, the rank."""
    what = ", ".join(word for word in (plain(row["label"]), row["year"]) if word)
    ends = "" if row["least"] is None else " à ".join(_end(row, end) for end in ("least", "most"))
    return [
        f"{row['short_label']}\n{what}",
        row["value_text"],
        row["france_text"] or NONE,
        ends or NONE,
        with_reach(row["rank_text"], row["reach_text"]),
    ]


def _end(row: Row, end: str) -> str:
    return compared(float(row[end]), row["unit"], int(row["decimals"]))


def _felt(row: Row | None) -> str:
    """« 2ᵉ, plus fort »: the felt rank and the stated sign."""
    if row is None:
        return NONE
    ends = dict.fromkeys((nth(row["felt_low"]), nth(row["felt_high"])))
    return f"{' à '.join(ends)}, {SHORT[row['verdict']]}"
