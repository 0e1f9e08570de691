"""The quality report: what was read, what is doubtful, what is corrected, what is published for whom."""

import streamlit as st

from pages import frame
from pages.facade.quality import quality


def draw() -> None:
    """Draw the section."""
    report = quality()
    st.title(report.title, anchor=False)
    frame.sentences([report.content])
    for table in report.tables:
        st.header(table.heading, anchor=False)
        frame.sentences([table.what])
        if table.rows is None:
            frame.sentences(["Aucun cas dans cette édition."])
        else:
            frame.table(table.rows, table.alternative, folded=table.folded)
