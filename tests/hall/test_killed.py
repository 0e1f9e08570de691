"""A server killed in the middle of the votes: what it acknowledged is there, and counts once."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

import pytest

from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.place import is_server
from tests.hall.conftest import NEW, NOW, STORES, TODAY, led_to

DEVICES = 200


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Start processes that have imported what they need: ten servers cost the time of one."""
    found = get_context("forkserver")
    found.set_forkserver_preload([__name__])
    return found


def serve(where: str, room: str, life: int, said: Connection) -> None:
    """Cast without end, and say each ballot once it is acknowledged."""
    box = Box(opened(where))
    for turn in range(life * 10_000, 1_000_000):
        sent = [
            (place, box.cast(Ballot(room, 2, 1, f"d{place}", 1, "maires", {"domaines": [f"{turn}"]}), 0.0))
            for place in range(DEVICES)
        ]
        for place, kept in sent:
            if kept.result():
                said.send((f"d{place}", turn))


@STORES
def test_no_acknowledged_ballot_is_lost_when_the_server_is_killed_ten_times(
    where: str, processes: ForkServerContext
) -> None:
    ledger = opened(where)
    room = led_to(Book(ledger), Book(ledger).create(NEW, TODAY), 2, Gesture.OPEN)
    ledger.close()
    for life in range(10):
        acknowledged = killed(processes, where, room.id, after=40 + 20 * life, life=life)
        again = opened(where)
        try:
            if not is_server(where):
                assert again.rows("PRAGMA integrity_check", {}) == [("ok",)]
            ballots = Box(again).ballots(room.id)
            kept = {ballot.device: int(ballot.answer["domaines"][0]) for ballot in ballots}
            assert len(kept) == len(ballots)
            assert all(kept[device] >= said for device, said in acknowledged.items())
        finally:
            again.close()
    again = opened(where)
    for place in range(DEVICES):
        ballot = Ballot(room.id, 2, 1, f"d{place}", 1, "maires", {"domaines": ["sante"]})
        assert Box(again).cast(ballot, NOW).result()
    assert Box(again).counts(room.id, 2, 1) == {"maires": DEVICES}
    again.close()


def killed(processes: ForkServerContext, where: str, room: str, *, after: int, life: int) -> dict[str, int]:
    """Kill a server that votes, after so many acknowledgements; returns the last one of each device."""
    heard, said = processes.Pipe(duplex=False)
    server = processes.Process(target=serve, args=(where, room, life, said), daemon=True)
    server.start()
    said.close()
    found = {}
    for device, turn in heard_of(heard):
        found[device] = turn
        after -= 1
        if after == 0:
            # What it has said before it dies is still to be heard.
            server.kill()
    server.join()
    return found


def heard_of(heard: Connection) -> Iterator[tuple[str, int]]:
    """Yield what a server says, until it dies; its last word may be cut."""
    with heard:
        while True:
            try:
                yield heard.recv()
            except (EOFError, OSError):
                return
