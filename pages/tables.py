"""Tables of words on their way to the screen: Markdown neutralised, turned once into what Streamlit sends."""

import pandas as pd
import pyarrow as pa

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>()#+-.!|~$:"})


def plain(text: str) -> str:
    """Neutralise Markdown in words that come from the workbook: they are shown, never interpreted."""
    return text.translate(_SPECIAL)


def arrow(rows: pd.DataFrame, *, chosen: str = "") -> pa.Table:
    """Turn a finished table of words into what Streamlit sends, every word neutralised.

    Streamlit reads Markdown in the cells of a table, and turns a frame into an Arrow table at every rerun,
    four times slower than it sends one. `chosen`: the name of the chosen region, written in bold, in the
    heading of its column too.
    """
    told = rows.map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
    if chosen:
        told = told.replace(plain(chosen), f"**{plain(chosen)}**").rename(columns={chosen: f"**{chosen}**"})
    return pa.Table.from_pandas(told, preserve_index=False)


def filled(rows: pd.DataFrame) -> pa.Table | None:
    """Return the same, None for a table without rows: the page says in words that there is nothing."""
    return None if rows.empty else arrow(rows)
