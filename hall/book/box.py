"""The ballot box: who is there, what is answered, how many; a change of mind takes the place of the first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

from hall.book import rooms
from hall.book.ballots import NOBODY_YET, Answer, Ballot
from hall.book.ledger import Ledger
from hall.book.rooms import Room
from hall.book.steps import RoomState, StepState
from hall.book.writer import Connection

# An answer sent before the question closed may be on its way for a while, in seconds. A closing that is later
# than now by more was before the clock was set back: nothing is on its way any more.
ON_THE_WAY = 5.0
# No debate has so many steps.
_LAST = 1_000_000
_COUNTED = "UPDATE room SET answers = answers + 1 WHERE id = :room"
_JOIN = """
    INSERT INTO participant SELECT id, :device, :person, :actor FROM room
    WHERE id = :room AND state IN (:prepared, :open)
      AND (locked = 0 OR EXISTS (SELECT 1 FROM participant WHERE room = :room AND device = :device))
    ON CONFLICT (room, device, person) DO UPDATE SET actor = excluded.actor
"""
_CAST = """
    INSERT INTO ballot SELECT step.room, step.rank, step.round, :device, :person, :actor, :answer
    FROM step JOIN room ON room.id = step.room
    WHERE step.room = :room AND step.rank = :rank AND step.round = :round AND room.state = :room_open
      AND (step.state = :open OR (step.state = :closed AND step.closed_at BETWEEN :since AND :until))
    ON CONFLICT (room, rank, round, device, person)
    DO UPDATE SET actor = excluded.actor, answer = excluded.answer
"""


class Box:
    """The answers of every room of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def join(self, room: str, device: str, person: int, actor: str) -> Future[bool]:
        """Let somebody in, or change who they answer as; false where the door is closed to them."""
        values = {"room": room, "device": device, "person": person, "actor": actor}
        values |= {"prepared": RoomState.PREPARED, "open": RoomState.OPEN}
        return self._ledger.ask(lambda connection: _written(connection, _JOIN, values))

    def cast(self, ballot: Ballot, now: float) -> Future[bool]:
        """Keep an answer; false when the question does not take any (any more). `now`: seconds."""
        values = {
            "room": ballot.room,
            "rank": ballot.rank,
            "round": ballot.round,
            "device": ballot.device,
            "person": ballot.person,
            "actor": ballot.actor,
            "answer": rooms.written(ballot.answer),
            "room_open": RoomState.OPEN,
            "open": StepState.OPEN,
            "closed": StepState.CLOSED,
            "since": now - ON_THE_WAY,
            "until": now + ON_THE_WAY,
        }
        return self._ledger.ask(lambda connection: _written(connection, _CAST, values))

    def person(self, room: str, device: str) -> tuple[int, str] | None:
        """Return who holds a device now, and the actor they answer as; None before they said it."""
        found = self._ledger.rows(
            "SELECT person, actor FROM participant WHERE room = :room AND device = :device "
            "ORDER BY person DESC LIMIT 1",
            {"room": room, "device": device},
        )
        return (found[0][0], found[0][1]) if found else None

    def present(self, room: str) -> dict[str, int]:
        """Return how many came in and said who they are, by actor."""
        query = (
            "SELECT actor, count(*) FROM participant WHERE room = :room AND actor <> :nobody GROUP BY actor"
        )
        return dict(self._ledger.rows(query, {"room": room, "nobody": NOBODY_YET}))

    def counts(self, room: str, rank: int, turn: int) -> dict[str, int]:
        """Return how many ballots a question has, by actor."""
        query = (
            "SELECT actor, count(*) FROM ballot WHERE room = :room AND rank = :rank AND round = :round "
            "GROUP BY actor"
        )
        return dict(self._ledger.rows(query, {"room": room, "rank": rank, "round": turn}))

    def answered(self, room: Room) -> dict[str, int]:
        """Return how many answered the step on the screen, by actor; who came in, where it asks nothing."""
        step = room.progress.step
        return self.counts(room.id, step.rank, step.round) if step.asked else self.present(room.id)

    def own(self, room: str, device: str, person: int) -> dict[tuple[int, int], Answer]:
        """Return the answers of one person, by step and round."""
        query = """
            SELECT rank, round, answer FROM ballot
            WHERE room = :room AND device = :device AND person = :person
        """
        found = self._ledger.rows(query, {"room": room, "device": device, "person": person})
        return {(rank, turn): json.loads(answer) for rank, turn, answer in found}

    def ballots(self, room: str, rank: int | None = None) -> list[Ballot]:
        """Return every ballot of a room, or of one of its steps, in the order of random names.

        None tells when it came.
        """
        query = (
            "SELECT rank, round, device, person, actor, answer FROM ballot "
            "WHERE room = :room AND rank BETWEEN :first AND :last ORDER BY rank, round, device, person"
        )
        asked = {"room": room, "first": rank or 0, "last": _LAST if rank is None else rank}
        return [
            Ballot(room, rank, turn, device, person, actor, json.loads(answer))
            for rank, turn, device, person, actor, answer in self._ledger.rows(query, asked)
        ]

    def keep(self, room: str, rank: int, turn: int, content: Mapping[str, Any]) -> None:
        """Keep what a question gave, once: what was shown does not change."""
        values = {"room": room, "rank": rank, "round": turn, "content": rooms.written(content)}
        query = """
            INSERT INTO result VALUES (:room, :rank, :round, :content)
            ON CONFLICT (room, rank, round) DO NOTHING
        """
        self._ledger.ask(lambda connection: connection.execute(query, values)).result()

    def results(self, room: str) -> dict[tuple[int, int], dict[str, Any]]:
        """Return what was revealed, by step and round."""
        query = "SELECT rank, round, content FROM result WHERE room = :room"
        return {
            (rank, turn): json.loads(content)
            for rank, turn, content in self._ledger.rows(query, {"room": room})
        }


def _written(connection: Connection, query: str, values: Mapping[str, Any]) -> bool:
    """Write one row if its question takes it; the room is held meanwhile, so that nothing is revealed."""
    connection.execute(_COUNTED, {"room": values["room"]})
    return bool(connection.execute(query, values).rowcount)
