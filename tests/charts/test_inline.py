"""Rows written in charts and as texts; charts that are laid over one another share what they hold."""

import json
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from charts import inline
from tests.schema import check, specified

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


def test_rows_that_leave_as_texts_are_drawn_as_they_were() -> None:
    rows: list[dict[str, Any]] = [
        {"name": '« L’\u202f"Île"\\n »', "rank": 1.5, "known": True, "side": "a"},
        {"name": "", "rank": None, "known": False, "side": "b"},
        {"name": None, "rank": -2, "known": True, "side": "b"},
        {"name": "1e3", "rank": 1e-20, "known": False, "side": "a"},
    ]
    marks = inline.drawn_from(rows).mark_point().encode(x="rank:Q", y="name:N", color="known:N")
    words = inline.drawn_from(rows[:1]).mark_text().transform_filter("datum.known").encode(text="name:N")
    joined = alt.Chart(pd.DataFrame({"side": ["b", "a"]})).mark_bar().encode(x="side:N", y="rank:Q")
    joined = joined.transform_lookup("side", alt.LookupData(inline.drawn_from(rows).data, "side", ["rank"]))
    faceted = inline.drawn_from(rows).mark_point().encode(x="rank:Q").facet("side:N")
    for chart in (alt.layer(marks, words), alt.vconcat(joined, faceted)):
        spec = inline.written(chart)
        sent = inline.with_text_rows(spec)
        check(sent)
        assert sent != spec
        assert specified(json.dumps(sent)) == specified(json.dumps(spec))
        assert vl_convert.vegalite_to_svg(sent) == vl_convert.vegalite_to_svg(spec)


def test_rows_sent_as_text_leave_the_specification_as_it_was() -> None:
    spec = inline.written(_marks())
    before = json.dumps(spec)
    inline.with_text_rows(spec)
    assert json.dumps(spec) == before
