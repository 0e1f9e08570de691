"""What is said of the guesses of a room: no finer than they are, and true of half of them."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hall.book.steps import Kind, Step, StepState
from hall.stage.screen.counts import rank
from hall.stage.screen.scales import guessed, noted
from hall.stage.screen.view import View
from indicators.room.guesses import guesses
from indicators.room.spread import spread
from readings.room import words


def found(answers: list[float]) -> dict[str, Any]:
    """Return what is kept of guesses."""
    told = guesses([("maires", answer) for answer in answers])
    assert told
    return asdict(told[0]) | {"values": list(told[1])}


def ends(said: str) -> tuple[float, float]:
    """Return between what a sentence says that half of the answers are."""
    half = said.partition("moitié des réponses au moins")[2].partition(".")[0].split(", la médiane")[0]
    found = [float(one.replace(",", ".")) for one in re.findall(r"\d+(?:,\d+)?", half)]
    return found[0], found[-1]


@given(st.lists(st.integers(1, 13), min_size=5, max_size=40))
def test_half_of_the_answers_are_where_it_is_said(given_answers: list[int]) -> None:
    answers = [float(one) for one in given_answers]
    note = asdict(spread(np.array(answers)))
    for said in (
        words.ranked(found(answers)),
        words.guessed(found(answers), "%"),
        words.noted("Santé", note),
    ):
        low, high = ends(said)
        assert 2 * sum(low <= one <= high for one in answers) >= len(answers), said
        assert "entre 7 et 7" not in said


def test_guesses_are_told_no_finer_than_they_were_written() -> None:
    said = words.guessed(found([6.1, 6.4, 9.3, 13.1, 14.0, 15.0]), "%")
    assert said == "La moitié des réponses au moins est entre 6,4 et 14\u202f%, la médiane est 11,2\u202f%."
    assert words.guessed({}) == words.ranked({}) == words.NOBODY
    assert words.guessed(found([7.0] * 5), "%") == "La moitié des réponses au moins est 7\u202f%."


def test_half_of_the_notes_is_told_of_notes_that_were_given() -> None:
    few = "Peu de réponses\u202f: chacune est montrée, aucun intervalle n’est donné."
    for answers, mean, half in (
        ([1, 2, 3, 4, 5, 6], "3,5", "entre 2 et 5"),
        ([7, 7, 7, 7, 2], "6,0", "7"),
    ):
        said = words.noted("Santé", asdict(spread(np.array(answers, dtype=float))))
        assert said == (
            f"«\u00a0Santé\u00a0» reçoit {mean} sur 10 en moyenne\u202f; la moitié des réponses au moins "
            f"est {half}. {few}"
        )


def test_what_is_cited_as_often_is_told_in_the_plural() -> None:
    names = {"a": "Emploi", "b": "Santé"}
    counts = {"people": 12, "counts": {"a": 5, "b": 5}}
    assert words.first(counts, names, words.DOMAIN) == (
        "«\u00a0Emploi\u00a0» et «\u00a0Santé\u00a0» sont à égalité les domaines les plus cités de la "
        "salle\u202f: 5\u00a0réponses sur 12 chacun. Moins de 30 réponses\u202f: à lire avec prudence."
    )
    assert "les premières priorités de la salle\u202f: 5\u00a0réponses sur 12 chacune." in words.first(
        counts, names, words.PRIORITY
    )
    assert "est l’acteur le plus cité de la salle" in words.first(
        counts | {"counts": {"a": 5}}, names, words.ACTOR
    )


def test_an_absurd_guess_presses_nothing_and_how_many_answered_is_told() -> None:
    subject = {"symbole": "%", "lieu": "Ici", "valeur": 10.8, "france": 8.4, "verite": "10,8.", "detail": ""}
    made = View("nombre", "Un chiffre")
    guesses_of_the_room = found([8.0, 9.0, 10.0, 12.0, 13.0, 999999999.0])
    guessed(made, Step(0, Kind.NUMBER, subject, StepState.REVEALED), guesses_of_the_room)
    assert made.state == "6\u00a0réponses."
    assert [round(row.marks[0].at) for row in made.rows] == [85, 83, 65]
    assert made.rows[0].marks[0].high == 100


def test_the_notes_say_how_many_they_rest_on_and_what_both_ends_are() -> None:
    note = asdict(spread(np.array([7.0] * 6)))
    made = View("notes", "Vos notes")
    whole = {"notes": {"a": note, "b": note | {"count": 8}}, "alone": {"a": {7: 6}, "b": {7: 8}}}
    subject = {"domaines": {"a": "Emploi", "b": "Santé"}}
    noted(made, Step(0, Kind.NOTES, subject, StepState.REVEALED), {"whole": whole})
    assert made.state == "6 à 8 réponses."
    assert made.ends == ("0, pas fragile du tout", "10, très fragile")


def test_the_rank_that_is_right_is_on_the_screen_though_nobody_guessed_it() -> None:
    subject = {"parmi": 13, "valeur": 11, "verite": "11ᵉ sur 13 régions.", "detail": "2019, INSEE"}
    made = View("rang", "Un rang")
    ranks = [2.0] * 5 + [3.0] * 4 + [1.0] * 3 + [9.0] * 2 + [5.0, 6.0]
    rank(made, Step(0, Kind.RANK, subject, StepState.REVEALED), found(ranks))
    assert [row.label for row in made.rows] == ["1ʳᵉ", "2ᵉ", "3ᵉ", "9ᵉ", "11ᵉ"]
    assert [row.values for row in made.rows if row.marked] == [("0 sur 16",)]
    assert made.state == "16\u00a0réponses."
    assert made.sentences == [
        "La moitié des réponses au moins va du 2ᵉ au 5ᵉ rang, la médiane est entre le 2ᵉ et le 3ᵉ.",
    ]


def test_who_answered_is_told_in_one_order_whoever_came_first() -> None:
    few, many = {"people": 9}, {"people": 16}
    told = {"people": 25, "groups": {"associations": few, "citoyens": many}}
    names = {"citoyens": "citoyens", "maires": "maires", "associations": "associations"}
    assert words.heard(told, names) == "25\u00a0réponses\u202f: 16 citoyens et 9 associations."
    assert words.heard({"people": 9, "groups": {"maires": few}}, names) == "9\u00a0réponses."
    others = "sans les groupes de moins de cinq, ni les réponses sans acteur."
    assert words.heard(told | {"left_out": True}, names) == (
        f"25\u00a0réponses montrées\u202f: 16 citoyens et 9 associations\u202f; {others}"
    )
    alone = {"people": 9, "groups": {"maires": few}, "left_out": True}
    assert words.heard(alone, names) == f"9\u00a0réponses montrées\u202f: 9 maires\u202f; {others}"
