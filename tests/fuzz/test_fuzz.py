"""A few bent workbooks at each run of the tests; `make fuzz` bends thousands."""

import random

import pytest

from tests.fuzz import judge
from tests.fuzz.bent import bent


# A part may be there twice: that is what is tried.
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("number", range(24))
def test_a_bent_workbook_is_read_right_or_refused_with_a_sentence(number: int) -> None:
    verdict = judge.judged(number)
    assert verdict.outcome not in judge.FAULTS, verdict


def test_a_number_bends_a_workbook_always_the_same() -> None:
    data = judge._bases()[0]
    assert bent(data, random.Random(7))[1] == bent(data, random.Random(7))[1]


def test_a_silent_change_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cells to explain it, another figure is a fault."""
    published = dict(judge._published())
    key = next(iter(published))
    monkeypatch.setattr(judge, "_published", lambda: published | {key: (1, None, None, "value")})
    monkeypatch.setattr(judge, "bent", lambda data, _seed: (data, "as it is"))
    assert judge.judged(1).outcome == "silent"
