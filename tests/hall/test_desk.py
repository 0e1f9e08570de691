"""The presenter's desk without script: taken by a link, moved by its buttons, closed to everybody else."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from http.cookies import SimpleCookie
from typing import Any

import pytest

from hall.book.ballots import Ballot
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import RoomState, Step, StepState
from hall.stage import reveal
from hall.stage.buttons import WORDS
from hall.stage.hall import Hall
from tests.hall.conftest import NEW, NOW, TODAY
from tests.hall.visit import Visit, entered, led


def taken(hall: Hall, room: Room) -> Visit:
    """Return a browser that holds the desk of a room."""
    return Visit(hall).get(f"/regie/ouvrir?jeton={hall.book.lend(room.id, time.time(), 120)}")


def test_the_buttons_move_the_debate(hall: Hall, debate: Room) -> None:
    desk = taken(hall, debate)
    for word in ("Ouvrir", "Clore", "Révéler", "Suivant", "Précédent"):
        assert f">{word}</button>" in desk.text
    assert _offered(desk) == ["Suivant", "Écran noir", "Fermer la porte", "Régie sur un autre appareil"]
    send = f"/regie/{debate.code}/geste"
    for _ in range(2):
        desk.post(send, {"geste": "suivant"})
    assert "3 / 6" in desk.text
    for gesture, state in (
        ("ouvrir", StepState.OPEN),
        ("clore", StepState.CLOSED),
        ("reveler", StepState.REVEALED),
    ):
        assert _offered(desk)[0] == WORDS[Gesture(gesture)]
        desk.post(send, {"geste": gesture})
        assert desk.status == 200
        assert hall.book.of(debate.id).progress.step.state is state
    desk.post(send, {"geste": "clore"})
    assert desk.status == 409
    assert "n’est pas ouverte" in desk.text
    assert desk.post(send, {"geste": "danser"}).status == 409
    desk.post(send, {"geste": "terminer"})
    assert hall.book.of(debate.id).progress.state is RoomState.ENDED
    # Its code is free, its desk is not lost: what was said can still be taken home.
    assert desk.status == 200
    assert "<h1>Le débat est terminé</h1>" in desk.text
    assert _offered(desk) == []
    assert f"/regie/{debate.id}/exporter" in desk.text


def _offered(desk: Visit) -> list[str]:
    """Return the buttons that do something, as they stand on the page."""
    return re.findall(r'<button class="(?:second)?">([^<]+)<', desk.text)


def test_a_button_pressed_twice_does_once_what_it_says(hall: Hall, debate: Room) -> None:
    desk = taken(hall, debate)
    send = f"/regie/{debate.code}/geste"
    for _ in range(2):
        desk.post(send, {"geste": "suivant", "vu": debate.version})
    assert desk.status == 409
    assert "la salle avait déjà bougé" in desk.text
    assert hall.book.of(debate.id).progress.at == 1
    told = json.loads(desk.get(f"/regie/{debate.code}/etat").text)
    assert told == {
        "q": str(hall.book.of(debate.id).version),
        "said": "À l’écran. Moins de 5 personnes entrées.",
    }


def test_what_nothing_takes_back_is_asked_twice(hall: Hall) -> None:
    room = hall.book.create(replace(NEW, kept_days=0), TODAY)
    desk = taken(hall, room)
    desk.get(f"/regie/{room.code}/terminer")
    assert "effacées aussitôt" in desk.text
    desk.get(f"/regie/{room.code}/effacer")
    assert "Rien ne se récupère" in desk.text
    assert hall.book.of(room.id).progress.state is RoomState.PREPARED
    assert Visit(hall).get(f"/regie/{room.code}/terminer").status == 403


def test_a_browser_finds_again_the_desks_that_it_holds(hall: Hall, debate: Room) -> None:
    key = hall.book.lend(debate.id, time.time(), 120)
    desk = Visit(hall).get(f"/regie/ouvrir?jeton={key}&salle={debate.id}")
    other = hall.book.create(NEW, TODAY)
    assert f'href="/regie/{debate.code}"' in desk.get("/regie").text
    assert str(other.code) not in desk.text
    # The link was used up: it still leads who used it.
    assert desk.get(f"/regie/ouvrir?jeton={key}&salle={debate.id}").status == 200
    thief = Visit(hall)
    assert thief.get(f"/regie/ouvrir?jeton={key}&salle={debate.id}").status == 403
    assert "Aucune" in thief.get("/regie").text
    thief.cookies[f"regie-{debate.id}"] = "faux"
    assert "Aucune" in thief.get("/regie").text


def test_a_browser_keeps_a_desk_from_the_preparation_to_the_export(hall: Hall) -> None:
    room = hall.book.create(replace(NEW, kept_days=0), TODAY)
    desk = taken(hall, room)
    # Each page of the desk gives it again.
    for _ in range(2):
        told = SimpleCookie(desk.get(f"/regie/{room.code}").headers["set-cookie"])[f"regie-{room.id}"]
        assert told.value == desk.cookies[told.key]
        assert int(told["max-age"]) == 180 * 86_400
        assert (told["path"], told["samesite"], told["httponly"]) == ("/regie", "strict", True)


def test_the_desk_is_closed_to_who_did_not_take_it(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    send = f"/regie/{debate.code}/geste"
    assert visit.get(f"/regie/{debate.code}").status == 403
    assert visit.post(send, {"geste": "suivant"}).status == 403
    assert visit.post(send, {"geste": "suivant", "ecran": "1"}).status == 403
    assert "n’a pas la régie" in visit.text
    assert visit.post(f"/regie/{debate.code}/effacer", {}).status == 403
    assert visit.get("/regie/ouvrir?jeton=faux").status == 403
    desk = taken(hall, debate)
    assert desk.post(send, {"geste": "suivant"}, origin="https://ailleurs.test").status == 403
    assert desk.post(send, {"geste": "suivant"}, origin="null").status == 403
    assert hall.book.of(debate.id).progress.at == 0


def test_another_device_takes_the_desk_by_a_link_that_serves_once(hall: Hall, debate: Room) -> None:
    desk = taken(hall, debate)
    desk.post(f"/regie/{debate.code}/preter", {})
    assert "<svg" in desk.text
    address = desk.text.rpartition("/regie/ouvrir")[2].partition("<")[0]
    other = Visit(hall).get(f"/regie/ouvrir{address}")
    assert other.status == 200
    assert Visit(hall).get(f"/regie/ouvrir{address}").status == 403
    assert desk.get(f"/regie/{debate.code}").status == 200


def test_the_keys_of_the_screen_are_told_in_a_sentence(hall: Hall, debate: Room) -> None:
    desk = taken(hall, debate)
    send = f"/regie/{debate.code}/geste"
    assert desk.post(send, {"geste": "suivant", "ecran": "1"}).status == 200
    assert desk.post(send, {"geste": "clore", "ecran": "1"}).status == 409
    assert desk.text.startswith("Cette étape ne pose pas de question")


def test_a_room_is_erased_from_its_desk(hall: Hall, debate: Room) -> None:
    desk = taken(hall, debate)
    entered(hall, debate)
    desk.post(f"/regie/{debate.code}/effacer", {})
    assert desk.status == 200
    assert hall.box.present(debate.id) == {}
    assert Visit(hall).get(f"/salle/{debate.code}").status == 404


def test_the_screen_follows_and_keeps_its_place(hall: Hall, debate: Room) -> None:
    screen = Visit(hall).get(f"/ecran/{debate.code}")
    assert "Bienvenue" in screen.text
    screen.get(f"/ecran/{debate.code}/vue")
    etag = screen.headers["etag"]
    assert screen.get(f"/ecran/{debate.code}/vue", if_none_match=etag).status == 304
    led(hall, debate, 2, Gesture.OPEN)
    assert "Lesquelles" in screen.get(f"/ecran/{debate.code}/vue", if_none_match=etag).text
    hall.book.move(debate.id, Gesture.DARK, NOW)
    assert "Écran noir" in screen.get(f"/ecran/{debate.code}/vue").text
    assert screen.get("/ecran/AAAAAA").status == 404
    assert screen.get("/ecran/AAAAAA/vue").status == 404


def test_what_is_about_to_be_revealed_is_ready_and_is_of_the_last_answer(
    hall: Hall, debate: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    computed = reveal.content

    def content(steps: Sequence[Step], step: Step, ballots: Sequence[Ballot]) -> dict[str, Any]:
        made.append(len(ballots))
        return computed(steps, step, ballots)

    monkeypatch.setattr(reveal, "content", content)
    devices = [entered(hall, debate) for _ in range(6)]
    led(hall, debate, 2, Gesture.OPEN)
    here, screen = f"/salle/{debate.code}", Visit(hall)
    for visit in devices[:5]:
        visit.get(here).send(f"{here}/2", domaine=["sante"], tour=1)
    late = devices[5].get(here)
    hall.book.move(debate.id, Gesture.CLOSE, time.time())
    screen.get(f"/ecran/{debate.code}/vue")
    assert made == [5]
    late.send(f"{here}/2", domaine=["emploi"], tour=1)  # on its way when the question closed
    screen.get(f"/ecran/{debate.code}/vue")
    assert made == [5, 6]
    assert "sur 6" not in screen.text
    hall.book.move(debate.id, Gesture.REVEAL, NOW)
    assert "5 sur 6" in screen.get(f"/ecran/{debate.code}/vue").text
    assert made == [5, 6]
