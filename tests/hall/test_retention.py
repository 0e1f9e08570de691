"""Answers are erased while the server runs: at its start, then every hour, whatever happens to the store."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import pytest

from hall.book.ballots import Ballot
from hall.book.gestures import Gesture
from hall.stage.hall import Hall
from hall.stage.participants import promise
from tests.asgi import apart
from tests.hall.conftest import NEW, NOW, TODAY, led_to

LONG_AGO = 1_000_000_000.0


def run_for(hall: Hall, hours: int) -> list[float]:
    """Run what erases for so many hours; returns how long it waited each time."""
    rested: list[float] = []

    async def rest(seconds: float) -> None:
        rested.append(seconds)
        if len(rested) == hours:
            raise asyncio.CancelledError

    hall.rest = rest
    with pytest.raises((asyncio.CancelledError, CancelledError)):
        apart(hall.forget_in_time())
    return rested


def test_answers_go_within_the_hour_their_time_is_over(hall: Hall) -> None:
    rooms = [hall.book.create(replace(NEW, kept_days=days), TODAY) for days in (0, 30_000)]
    for room in rooms:
        hall.book.move(room.id, Gesture.OPEN, LONG_AGO)
        assert hall.box.join(room.id, "a", 1, "maires").result()
        hall.book.move(room.id, Gesture.END, LONG_AGO)
    assert run_for(hall, 2) == [3600.0, 3600.0]
    assert [hall.box.present(room.id) for room in rooms] == [{}, {"maires": 1}]


def test_what_was_revealed_is_kept_when_nobody_ends_the_debate(hall: Hall) -> None:
    room = led_to(hall.book, hall.book.create(NEW, TODAY), 2, Gesture.OPEN)
    for device in "abcdef":
        assert hall.box.join(room.id, device, 1, "maires").result()
        vote = Ballot(room.id, 2, 1, device, 1, "maires", {"domaines": ["sante"]})
        assert hall.box.cast(vote, NOW).result()
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        hall.book.move(room.id, gesture, NOW)
    hall.now = lambda: NOW + NEW.kept_days * 86_400
    # No screen had asked for it.
    assert hall.box.results(room.id) == {}
    run_for(hall, 1)
    assert hall.box.ballots(room.id) == []
    assert hall.box.results(room.id)[2, 1]["people"] == 6


@pytest.mark.parametrize(("kept_days", "said"), [(0, "2\u00a0jours"), (7, "7\u00a0jours")])
def test_the_promise_says_what_is_done(hall: Hall, kept_days: int, said: str) -> None:
    room = hall.book.create(replace(NEW, kept_days=kept_days), TODAY)
    left = f" si personne ne le termine, {said} après sa dernière étape."
    assert promise(room).endswith(left)
    assert left not in promise(room, ends=True)
    assert left not in promise(hall.book.move(room.id, Gesture.END, NOW))


def test_where_no_room_was_ever_kept_nothing_is_made(tmp_path: Path) -> None:
    hall = Hall(str(tmp_path / "jamais"))
    run_for(hall, 1)
    hall.close()
    assert not (tmp_path / "jamais").exists()


def test_a_store_that_does_not_answer_is_said_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    hall = Hall("postgresql://127.0.0.1:1/personne")
    with caplog.at_level(logging.ERROR):
        run_for(hall, 2)
    hall.close()
    assert caplog.text.count("could not be erased") == 2
    assert "ne s’ouvrent pas" in caplog.text
