"""How a table is explored: a search, filters, an order and pages of lines above it."""

from contextlib import nullcontext
from zlib import crc32

import pyarrow as pa
import streamlit as st

from pages.explored import Asked, Explored, found, told
from pages.tables import plain
from wording.numbers import number

# As many lines as a screen or two show.
LINES = 25
# In pixels: five beside one another on a laptop, where a domain is read whole.
_WIDE = 220
AS_IT_IS = "Ordre du tableau"
NOTHING = "Aucune ligne ne répond à cette demande. Effacez la recherche ou retirez un filtre."
CLEAR = "Effacer la recherche et les filtres"


def lines(table: Explored, alternative: str, *, narrow: bool) -> pa.Table | None:
    """Draw what explores a long table and return the lines to show; None when none answers.

    `alternative`: the name of the table, which tells it from the others of the page; `narrow`: on a phone.
    """
    sent = table.narrow if narrow else table.wide
    if table.few:
        return sent
    key = f"explore_{crc32(alternative.encode()):08x}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = _search(key)
        # On a phone they would fill the screen before the first line.
        with st.popover("Filtrer et trier") if narrow else nullcontext():
            asked = Asked(text, _filters(table, key), *_order(table, key))
        answered = found(table, asked)
        first = _page(len(answered), f"{key}_{crc32(repr(asked).encode()):08x}")
        if asked.narrows:
            st.button(CLEAR, key=f"{key}_effacer", on_click=_clear, args=(table, key))
    last = min(first + LINES, len(answered))
    here = f" Lignes {number(first + 1)} à {number(last)}." if last - first < len(answered) else ""
    st.markdown(plain(told(asked, len(answered), len(table.words)) + here), anchors=False)
    if not answered:
        st.info(NOTHING)
        return None
    return _marked(sent.take(answered[first:last]), asked)


def _search(key: str) -> str:
    """Draw the search; it answers while the reader types."""
    text = st.text_input(
        "Chercher une ligne",
        key=f"{key}_texte",
        type="search",
        placeholder="Mot, nombre, code",
        live=True,
        width=_WIDE,
    )
    return text or ""


def _filters(table: Explored, key: str) -> dict[str, tuple[str, ...]]:
    """Draw a list a filter; return what is chosen in each."""
    offered = {column: table.options(column) for column in table.kinds}
    chosen = {
        column: st.multiselect(
            column,
            options,
            key=f"{key}_{column}",
            placeholder="Choisir",
            select_all=False,
            width=_WIDE,
            wrap=True,
        )
        for column, options in offered.items()
        # One value is no choice.
        if len(options) > 1
    }
    return {column: tuple(kinds) for column, kinds in chosen.items()}


def _order(table: Explored, key: str) -> tuple[str, bool]:
    """Draw the choice of the column that sorts, and of the way."""
    column = st.selectbox(
        "Trier par",
        ["", *table.keys],
        key=f"{key}_tri",
        format_func=lambda name: name or AS_IT_IS,
        placeholder="Choisir",
        width=_WIDE,
    )
    return column or "", st.toggle("Ordre inverse", key=f"{key}_inverse")


def _page(answered: int, key: str) -> int:
    """Draw the numbers of the pages, where there are several; return the first line of the one shown."""
    pages = -(-answered // LINES)
    return (st.pagination(pages, key=key, width="stretch") - 1) * LINES if pages > 1 else 0


def _marked(rows: pa.Table, asked: Asked) -> pa.Table:
    """Mark the heading of the column that sorts, where it is shown."""
    arrow = "↓" if asked.backwards else "↑"
    return rows.rename_columns(
        [f"{name}\u00a0{arrow}" if name == asked.column else name for name in rows.column_names]
    )


def _clear(table: Explored, key: str) -> None:
    st.session_state[f"{key}_texte"] = ""
    for column in table.kinds:
        st.session_state[f"{key}_{column}"] = []
