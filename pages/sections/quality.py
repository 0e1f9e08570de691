"""The quality report: what was read, what is doubtful, what is corrected, what is published for whom."""

from collections.abc import Iterable

import streamlit as st

from pages import frame
from pages.facade.quality import Listed, quality
from pages.sections import rooms


def draw() -> None:
    """Draw the section."""
    report = quality()
    st.title(report.title, anchor=False)
    frame.sentences([report.content])
    listed(report.tables)
    rooms.draw()


def listed(tables: Iterable[Listed]) -> None:
    """Write each table under its heading; a table without rows is a sentence."""
    for table in tables:
        st.header(table.heading, anchor=False)
        frame.sentences([table.what])
        if table.rows is None:
            frame.sentences(["Aucun cas dans cette édition."])
        else:
            frame.table(table.rows, table.alternative, folded=table.folded)
