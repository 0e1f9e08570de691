"""A screen without telephones: asked aloud, then told; nobody is welcomed, counted or let in."""

from __future__ import annotations

import re
import time
from html import unescape

from hall.book.errors import GestureRefusedError
from hall.book.gestures import Gesture, onward, possible
from hall.book.steps import Kind, StepState
from hall.stage.hall import Hall
from hall.stage.plan.alike import alike
from hall.stage.plan.new_room import Choice, new_room
from tests.hall.conftest import NOW
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
