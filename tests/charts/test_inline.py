"""Charts that are laid over one another share what they hold, and stay as they were."""

import altair as alt
import pandas as pd

from charts import inline

ROWS = pd.DataFrame({"rank": [1, 2], "name": ["Bretagne", "Corse"]})


def _marks() -> alt.Chart:
    chart: alt.Chart = alt.Chart(ROWS).mark_point(size=40).encode(x=alt.X("rank:Q", axis=None))
    return chart


def test_a_copy_of_a_chart_shares_what_it_holds() -> None:
    marks = _marks()
    assert marks.copy() is not marks
    assert marks.copy().encoding is marks.encoding


def test_a_layer_is_drawn_the_same_wherever_it_is_laid() -> None:
    marks = _marks()
    alone, words = inline.written(marks), marks.mark_text().encode(text="name:N")
    first = inline.specification(alt.layer(marks, words, width=100, height=50))
    alt.vconcat(alt.layer(words, marks, width=300), marks.properties(height=7))
    assert inline.written(marks) == alone
    assert inline.specification(alt.layer(marks, words, width=100, height=50)) == first
    assert [layer["mark"]["type"] for layer in first["layer"]] == ["point", "text"]
    assert (first["width"], first["height"]) == (100, 50)
