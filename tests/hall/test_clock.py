"""The clock of a server is set in the middle of a debate: an hour back, a day on, for summer or winter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import RoomState
from hall.stage.desk import LENT, LENT_HERE
from hall.stage.hall import Hall
from tests.hall.conftest import NEW, NOW, TODAY
from tests.hall.test_retention import run_for
from tests.hall.visit import Visit, entered

HOUR, DAY = 3600.0, 86_400.0
JUMPS = pytest.mark.parametrize("jump", [-DAY, -HOUR, HOUR, DAY], ids=["-1d", "-1h", "+1h", "+1d"])
RANK = 2


class Clock:
    """The clock on the wall of a server."""

    def __init__(self, hall: Hall) -> None:
        self.at = NOW
        hall.now = lambda: self.at


@pytest.fixture
def clock(hall: Hall) -> Clock:
    """A clock that the test sets."""
    return Clock(hall)


def presenter(hall: Hall, room: Room, seconds: float = LENT) -> Visit:
    """A browser that tries a link of the desk, lent now."""
    key = hall.book.lend(room.id, hall.now(), seconds)
    return Visit(hall).get(f"/regie/ouvrir?jeton={key}")


def press(desk: Visit, room: Room, *gestures: Gesture) -> None:
    """Press the keys of the screen."""
    for gesture in gestures:
        assert desk.post(f"/regie/{room.code}/geste", {"geste": gesture, "ecran": "1"}).status == 200


def asked(hall: Hall, room: Room) -> Visit:
    """Take the desk, and open the first question."""
    desk = presenter(hall, room)
    while hall.book.of(room.id).progress.at < RANK:
        press(desk, room, Gesture.NEXT)
    press(desk, room, Gesture.OPEN)
    return desk


def vote(phone: Visit, room: Room, *domains: str) -> int:
    """Answer the question of the page that is open."""
    return phone.send(f"/salle/{room.code}/{RANK}", tour=1, domaine=domains).status


def kept(hall: Hall, room: Room) -> list[list[str]]:
    """Return what is answered."""
    return [ballot.answer["domaines"] for ballot in hall.box.ballots(room.id)]


@JUMPS
def test_a_debate_goes_on(hall: Hall, debate: Room, clock: Clock, jump: float) -> None:
    desk, phone = asked(hall, debate), entered(hall, debate)
    before = phone.text
    assert vote(phone, debate, "sante") == 200
    clock.at += jump
    # The page that was there before, its signed form and its cookie; a telephone that comes after.
    phone.text = before
    assert vote(phone, debate, "emploi") == 200
    assert vote(entered(hall, debate), debate, "culture") == 200
    assert sorted(kept(hall, debate)) == [["culture"], ["emploi"]]
    # So is the desk of before.
    press(desk, debate, Gesture.CLOSE, Gesture.REVEAL, Gesture.NEXT, Gesture.OPEN)
    assert hall.book.of(debate.id).progress.at == RANK + 1
    press(desk, debate, Gesture.CLOSE, Gesture.REVEAL, Gesture.END)
    assert hall.book.of(debate.id).progress.state is RoomState.ENDED


@JUMPS
def test_a_question_that_is_closed_stays_closed(hall: Hall, debate: Room, clock: Clock, jump: float) -> None:
    desk, phone, late = asked(hall, debate), entered(hall, debate), entered(hall, debate)
    press(desk, debate, Gesture.CLOSE)
    # On its way when it closed, as long as the clock goes on.
    clock.at += 1
    assert vote(phone, debate, "sante") == 200
    clock.at += jump
    assert vote(late, debate, "emploi") == 409
    assert kept(hall, debate) == [["sante"]]


@pytest.fixture
def _in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that tells the time of Paris."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Paris")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_in_paris")
@pytest.mark.parametrize("day", [datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC)])
def test_summer_and_winter_change_nothing(hall: Hall, debate: Room, clock: Clock, day: datetime) -> None:
    clock.at = day.timestamp() - 2
    desk, phone, late = asked(hall, debate), entered(hall, debate), entered(hall, debate)
    press(desk, debate, Gesture.CLOSE)
    clock.at += 4
    assert vote(phone, debate, "sante") == 200
    clock.at += 2
    assert vote(late, debate, "emploi") == 409
    press(desk, debate, Gesture.REVEAL, Gesture.END)
    assert hall.book.of(debate.id).ended == day.date()


@JUMPS
def test_answers_are_never_kept_longer_than_was_promised(
    hall: Hall, debate: Room, clock: Clock, jump: float
) -> None:
    desk, phone = asked(hall, debate), entered(hall, debate)
    assert vote(phone, debate, "sante") == 200
    clock.at += jump
    press(desk, debate, Gesture.CLOSE, Gesture.REVEAL, Gesture.END)
    # Set right; what erases comes by within the hour.
    clock.at = NOW
    run_for(hall, 1)
    assert kept(hall, debate)
    ended = hall.book.of(debate.id).ended
    assert ended is not None
    assert TODAY - timedelta(1) <= ended <= TODAY
    clock.at = NOW + debate.kept_days * DAY
    run_for(hall, 1)
    assert not kept(hall, debate)


@pytest.mark.parametrize("jump", [-HOUR, DAY], ids=["-1h", "+1d"])
def test_answers_that_go_with_the_end_go_with_it(hall: Hall, clock: Clock, jump: float) -> None:
    room = hall.book.create(replace(NEW, kept_days=0), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    desk, phone = asked(hall, room), entered(hall, room)
    assert vote(phone, room, "sante") == 200
    clock.at += jump
    press(desk, room, Gesture.CLOSE, Gesture.REVEAL, Gesture.END)
    assert not kept(hall, room)


@pytest.mark.parametrize("seconds", [LENT, LENT_HERE])
def test_a_link_of_the_desk_waits_no_longer(hall: Hall, debate: Room, clock: Clock, seconds: float) -> None:
    assert presenter(hall, debate, seconds).status == 200
    key = hall.book.lend(debate.id, clock.at, seconds)
    clock.at -= HOUR + LENT
    link = f"/regie/ouvrir?jeton={key}"
    assert Visit(hall).get(link).status == 403
    # Nor when its hour has come round again.
    clock.at = NOW
    assert Visit(hall).get(link).status == 403


@JUMPS
def test_whoever_sends_too_much_is_stopped_whatever_the_hour(
    hall: Hall, debate: Room, clock: Clock, jump: float
) -> None:
    asked(hall, debate)
    phone = entered(hall, debate)
    page, told = phone.text, set()
    for turn in range(40):
        clock.at += jump if turn == 20 else 0
        phone.text = page
        told.add(vote(phone, debate, "sante"))
    assert 429 in told
    assert kept(hall, debate) == [["sante"]]
