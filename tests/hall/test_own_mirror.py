"""One's own mirror in a room: of what was revealed, of groups of five or more, no truth before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import Kind, Step
from hall.stage.hall import Hall
from tests.hall.conftest import DOMAINS, NEW, NOW, STEPS, TODAY
from tests.hall.visit import Visit, entered, led

NOTES = {"note-sante": "9", "note-emploi": "3", "note-culture": "sans-avis", "note-mobilite": "5"}
MEASURES = {
    code: {"rank": place, "low": place, "high": place + 1} for place, code in enumerate(DOMAINS, start=1)
}
SURVEY = {"acteur": "citoyens", "vague": "PHARE 2015", "rangs": {"emploi": [1, 1]}} | {
    "perimetre": "Bretagne",
    "taille": "taille non publiée",
}
MIRROR = {"titre": "Miroir", "domaines": DOMAINS, "mesures": MEASURES, "enquetes": [SURVEY]}


def _answered(hall: Hall, room: Room, visits: list[Visit], rank: int, **fields: object) -> None:
    led(hall, room, rank, Gesture.OPEN)
    for visit in visits:
        visit.get(f"/salle/{room.code}").send(f"/salle/{room.code}/{rank}", tour=1, **fields)


def test_what_a_whole_room_asks_for_waits_in_the_lane_of_the_telephones(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = hall.book.create(NEW, TODAY)

    def ahead(*_: object) -> object:
        raise AssertionError("ahead of the telephones")

    monkeypatch.setattr(hall, "run", ahead)
    addresses = (f"/salle/{room.code}/miroir", "/fiche-debat?region=53", "/miroir?region=53")
    assert [Visit(hall).get(address).status for address in addresses] == [200, 200, 200]


def test_only_what_was_revealed_is_in_ones_mirror(hall: Hall) -> None:
    room = hall.book.create(replace(NEW, steps=(*STEPS[:5], Step(5, Kind.MIRROR, MIRROR))), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    visits = [entered(hall, room, "citoyens") for _ in range(6)]
    visits.append(entered(hall, room, "maires"))
    mine = f"/salle/{room.code}/miroir"
    assert "Rien n’est encore révélé" in visits[0].get(mine).text
    _answered(hall, room, visits, 3, **NOTES)
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        assert "Santé" not in visits[0].get(mine).text
        hall.book.move(room.id, gesture, NOW)
    visit = visits[0].get(mine)
    assert visit.headers["cache-control"] == "no-store"
    # Six citizens are heard, the one mayor in nothing.
    for said in (">9/10<", "9,0/10 (6)", "sans avis", "moins de\u00a05"):
        assert said in visit.text
    assert "(7)" not in visit.text
    assert "PHARE" not in visit.text
    _answered(hall, room, visits, 4, nombre="12,5")
    assert "vérité" not in visits[0].get(mine).text
    assert "médiane" not in visits[0].text
    for gesture in (Gesture.CLOSE, Gesture.REVEAL, Gesture.NEXT):
        hall.book.move(room.id, gesture, NOW)
    assert hall.book.of(room.id).progress.step.kind is Kind.MIRROR
    seen = visits[0].get(mine).text
    for said in (
        "Vous\u202f: 12,5\u202f%",
        "La vérité est 10,8",
        "PHARE 2015",
        "Bretagne, taille non publiée",
    ):
        assert said in seen.replace("&#8239;", "\u202f")
    assert ">9/10<" not in Visit(hall).get(mine).text.replace("9 sur 10 (6", "")
    assert "Mon miroir" in visits[0].get(f"/salle/{room.code}").text


def test_a_second_round_hides_nothing_of_the_first_and_a_silence_is_no_opinion(hall: Hall) -> None:
    room = hall.book.create(NEW, TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    visits = [entered(hall, room, "citoyens") for _ in range(6)]
    _answered(hall, room, visits, 2, domaine="sante")
    for gesture in (Gesture.CLOSE, Gesture.REVEAL, Gesture.AGAIN):
        hall.book.move(room.id, gesture, NOW)
    _answered(hall, room, visits[:-1], 3, **NOTES)
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        hall.book.move(room.id, gesture, NOW)
    for visit, said in ((visits[0], "sans avis"), (visits[-1], "pas répondu")):
        seen = visit.get(f"/salle/{room.code}/miroir").text
        assert "Priorités, 1ᵉʳ tour" in seen
        assert "Vous\u202f: Santé." in seen.replace("&#8239;", "\u202f")
        assert f"<td>{said}</td>" in seen


def test_a_unit_that_is_cut_short_ends_its_sentence_once(hall: Hall) -> None:
    asked = replace(
        STEPS[4], rank=1, subject={**STEPS[4].subject, "symbole": "", "unite": "pour 1\u202f000 hab."}
    )
    room = hall.book.create(replace(NEW, steps=(STEPS[0], asked)), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    visits = [entered(hall, room, "citoyens") for _ in range(5)]
    _answered(hall, room, visits, 1, nombre="12,5")
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        hall.book.move(room.id, gesture, NOW)
    seen = visits[0].get(f"/salle/{room.code}/miroir").text
    assert "hab.</strong>" in seen
    assert "hab.." not in seen


def test_the_measures_wait_for_every_guess_wherever_the_mirror_is(hall: Hall) -> None:
    first, guess = Step(1, Kind.MIRROR, MIRROR), replace(STEPS[4], rank=2)
    room = hall.book.create(replace(NEW, steps=(STEPS[0], first, guess)), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    visit = entered(hall, room)
    led(hall, room, 1)
    mine = f"/salle/{room.code}/miroir"
    assert "PHARE 2015" not in visit.get(mine).text
    led(hall, room, 2, Gesture.OPEN, Gesture.CLOSE, Gesture.REVEAL)
    assert "PHARE 2015" in visit.get(mine).text
