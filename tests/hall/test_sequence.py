"""The sequence of a region: what its screens are called is true of all that they hold."""

from __future__ import annotations

import pytest

from hall.book.steps import Kind
from hall.stage.plan.sequence import sequence
from indicators.method import Method
from readings.debate.gaps import gaps
from tests.opened import published

# With the error of measure that is supposed, no published gap is established at the same rank.
EXACT = Method(error=0)


def test_a_screen_of_gaps_is_not_called_apart_where_what_is_felt_is_what_is_measured() -> None:
    results, same = published(), 0
    for region in results.vocabulary().regions:
        stated = gaps(results, region, EXACT)
        shown = [step for step in sequence(results, region, EXACT)[0] if "acteur" in step.subject]
        (found,) = (step for step in shown if step.kind is Kind.VIEW) if stated else (None,)
        if found is None:
            continue
        assert found.subject["points"] == [[gap.point.text, gap.point.detail] for gap in stated]
        if any(gap.sign == "nul" for gap in stated):
            same += 1
            assert "écart" not in str(found.subject["titre"])
    if not same:
        pytest.fail("no region has such a gap: this test tests nothing")
