"""What is said of the guesses of a room: no finer than they are, and true of half of them."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hall.book.steps import Kind, Step, StepState
from hall.stage.screen.counts import rank
from hall.stage.screen.view import View
from indicators.room.guesses import guesses
from readings.room import words


def found(answers: list[float]) -> dict[str, Any]:
    """Return what is kept of guesses."""
    told = guesses([("maires", answer) for answer in answers])
    assert told
    return asdict(told[0]) | {"values": list(told[1])}


@given(st.lists(st.integers(1, 13), min_size=5, max_size=40))
def test_half_of_the_ranks_are_where_it_is_said(ranks: list[int]) -> None:
    ends = [int(one) for one in re.findall(r"\d+", words.ranked(found([float(one) for one in ranks])))]
    low, high = (ends[0], ends[1]) if len(ends) > 1 else (ends[0], ends[0])
    assert 2 * sum(low <= one <= high for one in ranks) >= len(ranks)


def test_guesses_are_told_no_finer_than_they_were_written() -> None:
    said = words.guessed(found([6.1, 6.4, 9.3, 13.1, 14.0, 15.0]), "%")
    assert said == "La moitié des réponses est entre 7,1 et 13,8\u202f%, la médiane est 11,2\u202f%."
    assert words.guessed({}) == words.ranked({}) == words.NOBODY


def test_the_rank_that_is_right_is_on_the_screen_though_nobody_guessed_it() -> None:
    subject = {"parmi": 13, "valeur": 11, "verite": "11ᵉ sur 13 régions.", "detail": "2019, INSEE"}
    made = View("rang", "Un rang")
    ranks = [2.0] * 5 + [3.0] * 4 + [1.0] * 3 + [9.0] * 2 + [5.0, 6.0]
    rank(made, Step(0, Kind.RANK, subject, StepState.REVEALED), found(ranks))
    assert [row.label for row in made.rows] == ["1ʳᵉ", "2ᵉ", "3ᵉ", "9ᵉ", "11ᵉ"]
    assert [row.values for row in made.rows if row.marked] == [("0 sur 16",)]
    assert made.sentences == [
        "La moitié des réponses au moins va du 2ᵉ au 5ᵉ rang, la médiane est entre le 2ᵉ et le 3ᵉ.",
    ]


def test_who_answered_is_told_in_one_order_whoever_came_first() -> None:
    few, many = {"people": 9}, {"people": 16}
    told = {"people": 25, "groups": {"associations": few, "citoyens": many}}
    names = {"citoyens": "citoyens", "maires": "maires", "associations": "associations"}
    assert words.heard(told, names) == "25\u00a0réponses, dont 16 citoyens et 9 associations."
    assert words.heard({"people": 9, "groups": {"maires": few}}, names) == "9\u00a0réponses."
