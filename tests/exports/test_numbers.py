"""The long table of a figure: every column, a status each, missing never 0."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.numbers import COLUMNS, NAMES, NumbersError, Status, headed, numbers

_NUMBER = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False, width=32))


def test_a_row_says_everything_under_french_headings() -> None:
    made = numbers(pd.DataFrame([{"region_code": "32", "measure": "Taux", "value": 10.8, "unit": "%"}]))
    assert list(made.columns) == list(NAMES)
    kept = made[["region_code", "value", "status", "note"]]
    assert kept.to_numpy().tolist() == [["32", 10.8, "valeur", ""]]
    assert list(headed(made).columns) == list(COLUMNS)
    assert COLUMNS[:6] == ("Code région", "Région", "Domaine", "Acteur", "Mesure", "Valeur")


@given(st.lists(st.tuples(_NUMBER, _NUMBER, _NUMBER), max_size=6))
@settings(max_examples=25, deadline=None)
def test_the_status_follows_what_is_there(
    rows: list[tuple[float | None, float | None, float | None]],
) -> None:
    known = [row for row in rows if row[0] is not None or (row[1] is None) == (row[2] is None)]
    made = numbers(pd.DataFrame(known, columns=["value", "low", "high"]))
    for (value, low, _), status in zip(known, made["status"], strict=True):
        expected = Status.VALUE if value is not None else Status.MISSING if low is None else Status.RANGE
        assert status == expected
    missing = made["status"] == Status.MISSING
    assert made.loc[missing, ["value", "low", "high"]].isna().all(axis=None)


def test_no_row_is_a_table_all_the_same() -> None:
    assert list(numbers(pd.DataFrame([])).columns) == list(NAMES)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"colour": "red"}, "columns that no file has: colour"),
        ({"value": 0.0, "status": "non publié"}, "with a number"),
        ({"status": "corrigé"}, "a value that is missing"),
        ({"low": 2.0, "status": "fourchette"}, "a range without its bounds"),
        ({"value": 1.0, "status": "publié"}, "unknown status"),
        ({"value": "douze"}, "could not convert"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(row: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        numbers(pd.DataFrame([row]))


def test_the_refusal_is_our_own() -> None:
    assert issubclass(NumbersError, ValueError)
