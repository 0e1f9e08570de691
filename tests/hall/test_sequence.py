"""The sequence of a region: what its screens are called is true of all that they hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.book.steps import GUESSES, Kind
from hall.stage.plan.followed import followed
from hall.stage.plan.sequence import sequence
from indicators.method import Method
from indicators.results import Results
from readings.debate.gaps import gaps
from tests.opened import large, published
from wording.typography import quoted

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


@pytest.mark.parametrize("results", [published, large])
def test_nothing_that_is_told_before_a_guess_holds_its_answer(results: Callable[[], Results]) -> None:
    names, asked = results().vocabulary().domains, 0
    for region in results().vocabulary().regions:
        steps = {step.kind: step.subject for step in sequence(results(), region)[0] if step.kind in GUESSES}
        if Kind.RANK not in steps:
            continue
        asked += 1
        ranked = steps.pop(Kind.RANK)
        for told in steps.values():
            said = f"{told['verite']} {told.get('detail', '')} {told['question']}"
            assert quoted(names[ranked["domaine"]]) not in said, (region, said)
    if not asked:
        pytest.fail("no rank is asked: this test tests nothing")


@pytest.mark.parametrize("results", [published, large])
def test_the_frailest_domain_that_is_guessed_leaves_out_none_that_may_come_before(
    results: Callable[[], Results],
) -> None:
    names, beside = results().vocabulary().domains, 0
    for region in results().vocabulary().regions:
        (asked,) = (step.subject for step in sequence(results(), region)[0] if step.kind is Kind.DOMAIN)
        ranks = results().strengths(region).set_index("domain_code")
        frail = ranks[(ranks["side"] == "fragilite")]
        sure = frail[frail["ranked"] - frail["high"] > (frail["ranked"] - 1) / 2].sort_values("place")[:3]
        right = set(sure.index) | set(frail.index[frail["rank"] <= sure["rank"].max()])
        assert set(asked["justes"]) == right
        assert all(quoted(names[code]) in asked["verite"] for code in right)
        more = len(right) > len(sure)
        beside += more
        assert more == asked["verite"].startswith("Parmi les") == ("peut-être aussi" in asked["verite"])
    if not beside:
        pytest.fail("no domain is beside those named: this test tests nothing")


@given(st.permutations([*GUESSES, Kind.VIEW, Kind.NOTES, Kind.MIRROR]), st.integers(0, 6))
def test_a_figure_is_after_what_it_shows_and_after_every_guess(order: list[Kind], kept: int) -> None:
    shown = {str(one): f"figure of {one}" for one in (Kind.DOMAIN, Kind.RANK, Kind.VIEW)}
    found = followed([*map(str, order[:kept])], shown.get, GUESSES.__contains__)
    assert [one for one in found if one not in shown.values()] == order[:kept]
    for one in {*map(str, order[:kept])} & {*shown}:
        assert found.count(shown[one]) == 1
        assert not {*found[found.index(shown[one]) :]} & {one, *GUESSES}
