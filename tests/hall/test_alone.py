"""A screen without telephones: asked aloud, then told; nobody is welcomed, counted or let in."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest

from hall.book.errors import GestureRefusedError, RoomError
from hall.book.gestures import Gesture, onward, possible
from hall.book.steps import Kind, StepState
from hall.stage.hall import Hall
from hall.stage.kept.sheet import sheet
from hall.stage.kept.taken_home import taken_home
from hall.stage.participants import ALOUD
from hall.stage.plan.alike import alike, new_alike
from hall.stage.plan.alone import alone
from hall.stage.plan.new_room import Choice, new_room
from hall.stage.plan.sequence import sequence
from hall.stage.reveal import frozen
from tests.hall.conftest import NOW, TODAY
from tests.hall.visit import Visit
from tests.opened import published

SHOWN = {Kind.DOMAIN, Kind.NUMBER, Kind.RANK, Kind.VIEW, Kind.FIGURE}
COUNTED = r"[Mm]oins de (?:5|cinq)|[Aa]u moins \d|réponse|téléphone"


def test_a_screen_alone_asks_aloud_and_tells_only_what_is_revealed(hall: Hall) -> None:
    room = new_room(hall.book, published(), "32", choice=Choice(alone=True))
    assert {step.kind for step in room.progress.steps} == SHOWN
    desk = Visit(hall).get(f"/regie/ouvrir?jeton={hall.book.lend(room.id, time.time(), 60)}")
    assert "sans téléphones" in desk.text
    asked: list[int] = []
    told: list[int] = []
    while True:
        place = hall.book.of(room.id).progress
        step = place.step
        page = Visit(hall).get(f"/ecran/{room.code}").text
        words = unescape(re.sub(r"<[^>]+>", " ", page.partition('id="vue"')[2]))
        assert not re.search(COUNTED, words), words
        assert str(room.code)[:3] not in words
        if step.asked:
            shown = str(step.subject["verite"]) in words
            assert shown == (step.state is StepState.REVEALED)
            (told if shown else asked).append(step.rank)
            assert not possible(place) & {Gesture.OPEN, Gesture.CLOSE, Gesture.AGAIN}
        try:
            hall.book.move(room.id, Gesture.NEXT, NOW)
        except GestureRefusedError:
            break
    assert told == asked
    assert len(told) == 3
    assert onward(hall.book.of(room.id).progress) is Gesture.END
    # Nobody comes in.
    phone = Visit(hall).get(f"/salle/{room.code}")
    assert (phone.status, "à voix haute" in phone.text) == (404, True)
    # Made again elsewhere, it is still alone.
    ranks, _ = alike(room.progress.steps, published(), "53")
    assert len(ranks) > len(told)


def test_a_room_like_a_screen_alone_is_alone_and_of_its_steps(hall: Hall) -> None:
    room = new_room(hall.book, published(), "32", choice=Choice(alone=True))
    again, left = new_alike(hall.book, published(), "53", room)
    assert again.progress.alone
    ranks, said = alike(room.progress.steps, published(), "53")
    assert left == said
    steps, _ = sequence(published(), "53")
    planned = alone(steps)
    own = [step for step in again.progress.steps if not step.subject.get("propre")]
    assert [(step.kind, step.subject["titre"]) for step in own] == [
        (planned[rank].kind, planned[rank].subject["titre"]) for rank in ranks
    ]


def test_a_screen_alone_says_nothing_of_who_was_not_asked(hall: Hall) -> None:
    room = new_room(hall.book, published(), "32", choice=Choice(alone=True))
    # There is no code to show: what is said of the key that shows it is what the key does here.
    screen = Visit(hall).get(f"/ecran/{room.code}").text
    assert "la première étape" in screen
    assert "le code de la salle" not in screen
    presenter = Visit(hall)
    said = [presenter.get(f"/regie/ouvrir?jeton={hall.book.lend(room.id, time.time(), 60)}").text]
    while onward(hall.book.of(room.id).progress) is not Gesture.END:
        hall.book.move(room.id, Gesture.NEXT, NOW)
    room = hall.book.of(room.id)
    address = f"/regie/{room.code}"
    said += [presenter.get(f"{address}{part}").text for part in ("", "/terminer", "/fiche")]
    presenter.post(f"{address}/geste", {"geste": Gesture.END})
    said.append(presenter.get(f"/regie/{room.id}").text)
    for page in said:
        words = unescape(re.sub(r"<(style|title)>.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL))
        for told in (ALOUD, "sans téléphones"):
            words = words.replace(told, "")
        assert not re.search(COUNTED, words), words
        assert str(room.code) not in words.replace(f"/ecran/{room.code}", "")
        assert "exporter" not in page


def test_the_sheet_of_a_screen_alone_is_what_was_asked_and_what_is_published(hall: Hall) -> None:
    room = new_room(hall.book, published(), "32", choice=Choice(alone=True))
    assert "Rien n’a encore été révélé" in sheet(room, {}).parts[0].sentences[0]
    while onward(hall.book.of(room.id).progress) is not Gesture.END:
        hall.book.move(room.id, Gesture.NEXT, NOW)
    room = hall.book.of(room.id)
    asked = [step for step in room.progress.steps if step.asked]
    first, limits = sheet(room, frozen(hall.box, room)).parts
    assert [point[0] for point in first.points] == [step.subject["question"] for step in asked]
    for (_, told), step in zip(first.points, asked, strict=True):
        assert str(step.subject["verite"]) in told
    assert limits.points == [(ALOUD, "")]
    with pytest.raises(RoomError, match="rien à exporter"):
        taken_home(hall.box, room, TODAY)
    presenter = Visit(hall)
    presenter.get(f"/regie/ouvrir?jeton={hall.book.lend(room.id, time.time(), 60)}")
    refused = presenter.get(f"/regie/{room.code}/exporter")
    assert (refused.status, "Rien à exporter" in refused.text) == (409, True)
