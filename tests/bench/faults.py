"""One of two servers dies while readers read and a room votes: who loses what.

The readers, the telephones, both servers, nginx and PostgreSQL share the processors of one machine: seconds
are longer than where they do not.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hall.book import codes
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.steps import Kind
from hall.stage.plan.new_room import new_room
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests.bench.front import SECRET, Front, front, missing
from tests.bench.loading import WORKBOOK
from tests.bench.measure import percentile
from tests.bench.readers import Readers
from tests.bench.registry import Line, benchmark
from tests.bench.room_crowd import Crowd
from tests.bench.room_debate import REGION, Debate
from tests.bench.telephone import Telephone
from tests.setup import nginx, postgres

READERS, TELEPHONES = 200, 500
DIES, STAYS = "a", "b"
_NEEDED = (nginx.NGINX, postgres.POSTGRES)


@dataclass
class Votes:
    """The telephones that vote: whose ballot was acknowledged, and when half of them were."""

    crowd: Crowd
    acknowledged: set[str] = field(default_factory=set)
    half: asyncio.Event = field(default_factory=asyncio.Event)

    async def vote(self, phone: Telephone) -> None:
        """Vote, until the page says that the answer is kept."""
        debate, before = self.crowd.debate, len(self.crowd.acknowledged)
        await self.crowd.voting(debate.step)(phone)
        if len(self.crowd.acknowledged) > before:
            self.acknowledged.add(codes.device(SECRET.encode(), debate.room.id, phone.cookies["salle"]))
        if len(self.acknowledged) >= self.crowd.size / 2:
            self.half.set()


@benchmark("faults")
def faults() -> Iterator[Line]:
    """Kill one of two servers behind nginx, in the middle of a vote."""
    if lines := missing(*_NEEDED):
        yield from lines
        return
    results = Results(Store.in_memory(load(WORKBOOK)))
    with tempfile.TemporaryDirectory() as folder, postgres.running() as server:
        where = postgres.apart(server)
        with closing(opened(where)) as ledger, front(Path(folder), where) as both:
            book, box = Book(ledger), Box(ledger)
            room = new_room(book, results, REGION)
            book.move(room.id, Gesture.OPEN, time.time())
            debate = Debate(both.port, both.processes[STAYS], book, box, room)
            yield from asyncio.run(_died(both, debate))


def _ask(debate: Debate) -> None:
    """Lead a room to its question of priorities, and open it."""
    while debate.step.kind is not Kind.PRIORITIES:
        debate.book.move(debate.room.id, Gesture.NEXT, time.time())
    debate.book.move(debate.room.id, Gesture.OPEN, time.time())


async def _died(both: Front, debate: Debate) -> list[Line]:
    readers, crowd = Readers(both.port), Crowd(debate, TELEPHONES)
    votes = Votes(crowd)
    await readers.arrive(READERS)
    await crowd.at_once("page", crowd.arrive)
    await crowd.at_once("who one is", crowd.enter)
    _ask(debate)
    await crowd.at_once("question", crowd.read)
    sent = sum(phone.again for phone in crowd.phones)
    voting = [asyncio.create_task(votes.vote(phone)) for phone in crowd.phones]
    await votes.half.wait()
    both.kill(DIES)
    await readers.choose()
    await asyncio.gather(*voting)
    lines = list(_lines(debate, votes, readers, sum(phone.again for phone in crowd.phones) - sent))
    await readers.leave()
    await crowd.leave()
    return lines


def _lines(debate: Debate, votes: Votes, readers: Readers, again: int) -> Iterator[Line]:
    ballots = [one.device for one in debate.box.ballots(debate.room.id)]
    lost, twice = votes.acknowledged - {*ballots}, len(ballots) - len({*ballots})
    moved, crowd = readers.of(DIES), votes.crowd
    served = [reader.again for reader in moved if reader.again is not None]
    told = f"{len(votes.acknowledged)} acknowledged of {crowd.size}, {len(ballots)} kept"
    errors = readers.errors + crowd.errors
    yield Line("acknowledged ballots lost", len(lost), "", 0, told)
    yield Line("ballots counted twice", twice + max(0, debate.kept - crowd.size), "", 0)
    yield Line("telephones that had to send again", again + crowd.size - len(votes.acknowledged), "", 0)
    yield crowd.line("vote")
    yield Line(
        "readers of the lost server not served again", len(moved) - len(served), "", 0, f"of {len(moved)}"
    )
    yield Line(
        "… without the region or domain of their address",
        sum(reader.again is not None and not reader.kept_choices for reader in moved),
        "",
        0,
    )
    yield Line("… until their first choice works, p95", percentile(served or [float("inf")], 0.95), "s")
    yield Line(
        "readers of the other server who were cut",
        sum(reader.again is not None for reader in readers.of(STAYS)),
        "",
        0,
        f"of {len(readers.of(STAYS))}",
    )
    said = ", ".join(f"{count} × {error}" for error, count in errors.most_common(3))
    yield Line("errors", errors.total(), "", 0, said)
