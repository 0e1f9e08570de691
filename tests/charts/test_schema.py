"""The check that every chart of the tests goes through refuses what Vega-Lite would not draw."""

import altair as alt
import pytest
from jsonschema_rs import ValidationError

MADE = alt.Chart(alt.Data(values=[{"a": 1.5}])).mark_bar().encode(x="a:Q")


def test_a_valid_chart_passes() -> None:
    assert MADE.to_dict(validate=False)["mark"] == {"type": "bar"}


@pytest.mark.parametrize("wrong", [{"widht": 3}, {"mark": "barr"}, {"encoding": {"x": {"type": "measure"}}}])
def test_what_the_schema_does_not_know_is_refused(wrong: dict[str, object]) -> None:
    chart = MADE.copy()
    chart._kwds.update(wrong)
    with pytest.raises(ValidationError):
        chart.to_dict(validate=False)
