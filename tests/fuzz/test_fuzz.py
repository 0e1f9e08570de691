"""A few bent things at each door at each run of the tests; `make fuzz` sends thousands."""

import random
from dataclasses import replace

import pytest

from loaders.survey import door
from loaders.survey.door import SurveyRows
from pages import parameters
from tests.fuzz import addresses, bent_survey, surveys, workbooks
from tests.fuzz import verdict as verdicts
from tests.fuzz.bent_workbook import bent
from tests.fuzz.doors import DOORS
from tests.fuzz.verdict import FAULTS

_KNOCKS = {"workbook": 24, "survey": 40, "address": 12, "room": 2}


# A part may be there twice: that is what is tried.
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("at", "number"), [(at, number) for at, count in _KNOCKS.items() for number in range(count)]
)
def test_what_is_bent_is_read_right_or_refused_with_a_sentence(at: str, number: int) -> None:
    verdict = DOORS[at].judged(number)
    assert verdict.outcome not in FAULTS, verdict


def test_a_number_bends_always_the_same() -> None:
    data = workbooks._bases()[0]
    assert bent(data, random.Random(7))[1] == bent(data, random.Random(7))[1]
    assert bent_survey.bent(random.Random(7))[0] == bent_survey.bent(random.Random(7))[0]


def test_a_silent_change_of_a_workbook_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cells to explain it, another figure is a fault."""
    published = dict(workbooks._published())
    key = next(iter(published))
    monkeypatch.setattr(workbooks, "_published", lambda: published | {key: (1, None, None, "value")})
    monkeypatch.setattr(workbooks, "bent", lambda data, _seed: (data, "as it is"))
    assert workbooks.judged(1).outcome == "silent"


def test_a_survey_that_is_read_wrong_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*given: object) -> SurveyRows:
        rows = read(*given)  # type: ignore[arg-type]
        return replace(rows, figures=rows.figures[1:])

    read = door.read
    monkeypatch.setattr(surveys, "read", wrong)
    assert "silent" in {surveys.judged(number).outcome for number in range(5)}


def test_a_text_of_an_address_that_is_shown_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    read = parameters.read
    monkeypatch.setattr(
        addresses, "read", lambda known, asked: (read(known, asked)[0], [f"{asked['region']}."])
    )
    monkeypatch.setattr(addresses, "bent", lambda _seed: [("region", "<script>alert(1)</script>")])
    assert "written" in {addresses.judged(number).outcome for number in range(5)}


def test_what_was_large_before_is_not_the_doing_of_what_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    held = iter([2_000.0, 2_000.0, 1_000.0, 2_000.0])
    monkeypatch.setattr(verdicts, "_peak", lambda: next(held))
    assert [verdicts.verdict(1, "", lambda: ("right", "")).outcome for _ in range(2)] == ["right", "heavy"]
