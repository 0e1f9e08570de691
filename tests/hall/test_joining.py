"""From the mirror to a room: nothing is sent before the second button, and then what was told, no more."""

from __future__ import annotations

from dataclasses import replace

from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import Kind, Step
from hall.stage.hall import Hall
from tests.hall.conftest import NEW, NOW, STEPS, TODAY
from tests.hall.visit import Visit, entered, led

NOTES: dict[str, object] = {
    "note-sante": "7",
    "note-emploi": "0",
    "note-culture": "sans-avis",
    "note-environnement": "3",
}
TOLD = "/salle/rejoindre"


def _from_the_mirror(visit: Visit, room: Room, **more: str) -> Visit:
    fields: dict[str, object] = NOTES | {
        "region": "32",
        "code": str(room.code).lower(),
        "maturite": "maturite-1",
    }
    return visit.post(TOLD, fields | more)


def test_notes_are_sent_by_the_second_button_alone(hall: Hall, debate: Room) -> None:
    led(hall, debate, 3, Gesture.OPEN)
    mirror = Visit(hall).post("/miroir?region=32", NOTES)
    assert f'action="{TOLD}"' in mirror.text
    visit = _from_the_mirror(mirror, debate)
    # What, to whom, and what not.
    for said in (
        "Lille",
        "Santé\u202f: 7 sur 10",
        "Emploi\u202f: 0 sur 10",
        "co-construction ne sont jamais",
    ):
        assert said in visit.text.replace("&#8239;", "\u202f")
    assert "Culture" not in visit.text
    assert (hall.box.ballots(debate.id), hall.box.present(debate.id)) == ([], {})
    told = visit.text
    here = f"/salle/{debate.code}/notes"
    assert visit.send(here, **NOTES, region="32").status == 422
    assert "en tant que qui" in visit.text
    assert hall.box.ballots(debate.id) == []
    visit.text = told
    visit.send(here, **NOTES, region="32", code=debate.code, acteur="maires")
    assert visit.status == 200
    # One note is of no domain of the open question: it stays in the page.
    assert "2 sur 3" in visit.text
    assert 'name="note-environnement" value="3"' in visit.text
    assert [one.answer for one in hall.box.ballots(debate.id)] == [{"notes": {"sante": 7, "emploi": 0}}]
    # Sent again, it takes the place of the first, and says so.
    again = _from_the_mirror(visit, debate, **{"note-sante": "2"})
    assert "remplacent" in again.text
    again.send(here, **NOTES | {"note-sante": "2"}, region="32")
    assert [one.answer["notes"]["sante"] for one in hall.box.ballots(debate.id)] == [2]
    assert hall.box.present(debate.id) == {"maires": 1}


def test_a_room_that_asks_no_notes_gets_none(hall: Hall, debate: Room) -> None:
    for gestures in ((), (Gesture.OPEN, Gesture.CLOSE)):
        led(hall, debate, 3, *gestures)
        visit = _from_the_mirror(Visit(hall), debate)
        assert "ne prend pas vos notes" in visit.text
        assert "Réessayer" in visit.text
        assert f"{debate.code}/notes" not in visit.text
    led(hall, debate, 3, Gesture.OPEN)
    visit = _from_the_mirror(Visit(hall), debate)
    led(hall, debate, 3, Gesture.CLOSE, Gesture.REVEAL)
    visit.send(f"/salle/{debate.code}/notes", **NOTES, region="32", acteur="maires")
    assert visit.status == 409
    assert "rien n’est envoyé" in visit.text
    assert hall.box.ballots(debate.id) == []


def test_every_open_question_gets_its_own_notes(hall: Hall) -> None:
    more = Step(4, Kind.NOTES, {**STEPS[3].subject, "domaines": {"environnement": "Environnement"}})
    room = hall.book.create(replace(NEW, steps=(*STEPS[:4], more)), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    led(hall, room, 3, Gesture.OPEN)
    # Going back leaves a question open.
    hall.book.move(room.id, Gesture.CLOSE, NOW)
    hall.book.move(room.id, Gesture.REVEAL, NOW)
    led(hall, room, 4, Gesture.OPEN)
    hall.book.move(room.id, Gesture.BACK, NOW)
    hall.book.move(room.id, Gesture.AGAIN, NOW)
    visit = _from_the_mirror(entered(hall, room), room)
    visit.send(f"/salle/{room.code}/notes", **NOTES, region="32")
    assert {(one.rank, one.round): one.answer["notes"] for one in hall.box.ballots(room.id)} == {
        (3, 2): {"sante": 7, "emploi": 0},
        (4, 1): {"environnement": 3},
    }
    assert "Vos notes sont dans la salle" not in visit.text


def test_hostile_hands_and_other_regions_send_nothing(hall: Hall, debate: Room) -> None:
    led(hall, debate, 3, Gesture.OPEN)
    assert "autre région" in _from_the_mirror(Visit(hall), debate, region="53").text
    wrong = Visit(hall).post(TOLD, NOTES | {"region": '"><script>', "code": "<script>"})
    assert wrong.status == 404
    assert "<script>" not in wrong.text
    assert 'name="note-sante" value="7"' in wrong.text
    assert Visit(hall).post(TOLD, NOTES, origin="https://ailleurs.test").status == 403
    # A browser may say nothing of its site, when it was told to say nothing of the page before.
    assert Visit(hall).post(TOLD, NOTES, origin="null").status == 404
    visit = _from_the_mirror(Visit(hall), debate)
    there = f"/salle/{debate.code}/notes"
    assert visit.post(there, NOTES | {"region": "32", "jeton": "0" * 32, "acteur": "maires"}).status == 403
    visit = _from_the_mirror(Visit(hall), debate)
    assert visit.send(there, **NOTES, region="53", acteur="maires").status == 409
    assert hall.box.present(debate.id) == {}
    hall.book.move(debate.id, Gesture.LOCK, NOW)
    late = _from_the_mirror(Visit(hall), debate)
    assert late.send(there, **NOTES, region="32", acteur="maires").status == 409
    assert hall.box.ballots(debate.id) == []
