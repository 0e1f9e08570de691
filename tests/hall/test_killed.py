"""A server killed in the middle of the votes: what it acknowledged is there, and counts once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.place import is_server
from tests.hall.conftest import NEW, NOW, STORES, TODAY, led_to

DEVICES = 200
# Casts without end, and says each ballot once it is acknowledged.
_SERVER = """
import sys
from hall.book.ballots import Ballot
from hall.book.box import Box
from hall.book.ledger import opened
from hall.book.place import is_server
where, room, life = sys.argv[1:]
box = Box(opened(where))
devices = [f"d{place}" for place in range(200)]
for turn in range(int(life) * 10_000, 1_000_000):
    sent = [
        (device, box.cast(Ballot(room, 2, 1, device, 1, "maires", {"domaines": [f"{turn}"]}), 0.0))
        for device in devices
    ]
    for device, kept in sent:
        if kept.result():
            print(device, turn, flush=True)
"""


@STORES
def test_no_acknowledged_ballot_is_lost_when_the_server_is_killed_ten_times(where: str) -> None:
    ledger = opened(where)
    room = led_to(Book(ledger), Book(ledger).create(NEW, TODAY), 2, Gesture.OPEN)
    ledger.close()
    for life in range(10):
        acknowledged = killed(where, room.id, after=40 + 20 * life, life=life)
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


def killed(where: str, room: str, *, after: int, life: int) -> dict[str, int]:
    """Kill a server that votes, after so many acknowledgements; returns the last one of each device."""
    said: dict[str, int] = {}
    command = [sys.executable, "-c", _SERVER, where, room, str(life)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        lines = iter(server.stdout or ())
        for _ in range(after):
            device, turn = next(lines).split()
            said[device] = int(turn)
        os.kill(server.pid, signal.SIGKILL)
        # What it had said before it died; its last line may be cut.
        for line in lines:
            if line.endswith("\n"):
                device, turn = line.split()
                said[device] = int(turn)
    return said
