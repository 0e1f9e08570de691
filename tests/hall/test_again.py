"""« Même séquence »: the steps and the choices of a room, the figures of another region, and no answer."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest

from hall.book.book import Book
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.gestures import Gesture
from hall.book.rooms import written
from hall.book.steps import Kind, RoomState, StepState
from hall.stage.hall import Hall
from hall.stage.plan.alike import alike, new_alike
from hall.stage.plan.new_room import Choice, new_room
from hall.stage.plan.sequence import sequence
from tests import opened
from tests.hall.conftest import NOW, TODAY
from tests.hall.test_desk import taken as desk_of


def test_the_same_steps_are_made_of_the_figures_of_another_region(book: Book, box: Box) -> None:
    results = opened.published()
    steps, _ = sequence(results, "32")
    order = (0, len(steps) - 1, *range(2, len(steps) - 1))
    choice = Choice("Lille", order, kept_days=7, shared=True, actors=("maires",), address="http://salle.test")
    first = new_room(book, results, "32", choice=choice)
    box.join(first.id, "d", 1, "maires").result()
    book.move(first.id, Gesture.OPEN, NOW)
    made, left = new_alike(book, results, "53", book.of(first.id), "Rennes")
    assert (made.region, made.title, made.kept_days, made.shared) == ("53", "Rennes", 7, True)
    assert (made.actors, made.address) == (first.actors, first.address)
    assert made.progress.state is RoomState.PREPARED
    assert {step.state for step in made.progress.steps} == {StepState.PREPARED}
    assert box.present(made.id) == {}
    own = {(step.kind, step.subject["titre"]): step.subject for step in sequence(results, "53")[0]}
    # A figure follows its step where the region has one.
    kinds, before = (
        [step.kind for step in one.progress.steps if step.kind is not Kind.FIGURE] for one in (made, first)
    )
    assert kinds == [kind for kind in before if kind in {known for known, _ in own}]
    for step in made.progress.steps:
        if step.kind in (Kind.NUMBER, Kind.RANK, Kind.DOMAIN, Kind.MIRROR):
            assert step.subject == json.loads(written(own[step.kind, step.subject["titre"]]))
        assert "Hauts-de-France" not in str(step.subject.get("question", ""))
    assert len(kinds) + len([one for one in left if "n’a pas de quoi" in one]) == len(before)


def test_a_step_that_the_region_cannot_make_is_left_out_and_said() -> None:
    results = opened.published()
    steps, _ = sequence(results, "53")
    strange = replace(steps[0], kind=Kind.VIEW, subject={"titre": "Une figure d’ailleurs"})
    added = replace(steps[0], kind=Kind.FIGURE, subject={"titre": "Écarts", "propre": False})
    ranks, left = alike((*steps, strange, added), results, "53")
    assert left[1].endswith("ajoutez-la de nouveau depuis sa page.")
    assert ranks == tuple(range(len(steps)))
    assert (
        left[0] == "«\u00a0Une figure d’ailleurs\u00a0»\u202f: la région n’a pas de quoi faire cette étape."
    )


def test_an_erased_room_has_no_sequence(book: Book) -> None:
    room = new_room(book, opened.published(), "53")
    book.erase(room.id, TODAY)
    with pytest.raises(RoomError, match="sa séquence l’est aussi"):
        new_alike(book, opened.published(), "32", book.of(room.id))


def test_the_desk_makes_the_same_room_elsewhere(hall: Hall) -> None:
    room = new_room(hall.book, opened.published(), "53")
    desk = desk_of(hall, room)
    asked = f"/regie/{room.code}/semblable"
    assert "Corse" in desk.get(asked).text
    assert desk.post(asked, {"region": "99"}).status == 422
    desk.post(asked, {"region": "32", "titre": "Lille\u0007"})
    assert desk.status == 200
    (made,) = [one for one in hall.book.every() if one.id != room.id]
    assert (made.region, made.title) == ("32", "Lille")
    key = desk.text.partition("jeton=")[2].partition('"')[0]
    taken = hall.book.take(key, time.time())
    assert taken
    assert taken[0].id == made.id
    desk.cookies.clear()
    assert desk.get(asked).status == desk.post(asked, {"region": "32"}).status == 403
    assert len(hall.book.every()) == 2
