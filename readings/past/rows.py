"""The years of an indicator as they are drawn, as a table, and in the text that replaces the drawing."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Row, records
from indicators.vocabulary import RegionNames
from loaders.store import FRANCE
from readings.domain.words_measured import figure_words
from readings.past.words import dated
from readings.phrases.words import compared
from wording.lists import ended, joined
from wording.typography import quoted, typed

_CHANGED = "la définition change ensuite\u202f: "


def drawn(rows: pd.DataFrame, names: RegionNames, *, short: bool = False) -> pd.DataFrame:
    """Return one row a year x territory: region_code, period, year, value, joined, name, text, said, label.

    `rows`: see `indicators.past`, of one indicator; `short`: names that fit a phone. text: what the end of
    a line has room for; said: in full, a missing value with its reason.
    """
    told = [figure_words(row) for row in records(rows)]
    known = [names[str(code)] for code in rows["region_code"]]
    label = [
        f"{one.name}, {year}\u202f: {text}" for one, year, text in zip(known, rows["year"], told, strict=True)
    ]
    return rows[["region_code", "period", "year", "value", "joined"]].assign(
        name=[one.short_name if short else one.name for one in known],
        text=[_at_the_end(row) for row in records(rows)],
        said=told,
        label=label,
    )


def table(rows: pd.DataFrame, region: str, names: RegionNames) -> pd.DataFrame:
    """Return one row a year, oldest first: Année, the region if any, France, Cellules et précisions."""
    shown = [code for code in (region, FRANCE) if code]
    found = {(row["region_code"], row["period"]): row for row in records(rows)}
    years = records(rows.drop_duplicates("period"))
    return pd.DataFrame(
        {
            "Année": [row["year"] for row in years],
            **{
                names[code].name: [figure_words(found[code, row["period"]]) for row in years]
                for code in shown
            },
            "Cellules et précisions": [
                _about([found[code, row["period"]] for code in shown]) for row in years
            ],
        }
    )


def alternative(title: str, drawn_rows: pd.DataFrame, region: str) -> str:
    """Say the finding, then every year of the region and of France.

    `drawn_rows`: see `drawn`.
    """
    shown = [code for code in (region, FRANCE) if code]
    lines = [_line(drawn_rows[drawn_rows["region_code"] == code]) for code in shown]
    return ended(f"{title}. Courbes, une par territoire. {'. '.join(lines)}")


def _line(rows: pd.DataFrame) -> str:
    told = joined(f"{dated(year)} {text}" for year, text in zip(rows["year"], rows["said"], strict=True))
    return f"{rows['name'].iloc[0]}\u202f: {told}"


def _at_the_end(row: Row) -> str:
    known = row["value"] is not None
    return compared(row["value"], row["unit"], int(row["decimals"])) if known else ""


def _about(rows: list[Row]) -> str:
    """« Années antérieures, T6 et J6 ; source : COMISIS OW ; la définition change ensuite : … »."""
    first = rows[0]
    cells = f"{first['sheet']}, {' et '.join(row['cell'] for row in rows)}"
    source = f"source\u202f: {typed(first['source'])}" if first["source"] else ""
    changed = "" if first["joined"] else f"{_CHANGED}{quoted(typed(first['rupture']))}"
    return joined(filter(None, [cells, source, changed]))
