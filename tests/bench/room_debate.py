"""A room of a server that was started for it, seen from beside it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from hall.book.ballots import ACTORS, Answer, Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.ledger import opened
from hall.book.place import VARIABLE
from hall.book.rooms import Room
from hall.book.steps import Kind, Step
from hall.stage.plan.new_room import new_room
from indicators.results import Results
from tests.bench.server import started
from tests.bench.sites import ROOT

REGION = "32"


@dataclass
class Debate:
    """A room: the port and the process of its server, and the file that both read."""

    port: int
    process: int
    book: Book
    box: Box
    room: Room

    @property
    def step(self) -> Step:
        """Return the step on the screen now."""
        return self.book.of(self.room.id).progress.step

    @property
    def kept(self) -> int:
        """Return how many answered the step on the screen."""
        return sum(self.box.answered(self.book.of(self.room.id)).values())

    def answered_by(self, people: int, now: float) -> None:
        """Have so many people answer the open question, without a telephone."""
        step = self.step
        waiting = [
            self.box.cast(
                Ballot(
                    self.room.id, step.rank, step.round, f"d{place}", 1, _actor(place), answer(step, place)
                ),
                now,
            )
            for place in range(people)
        ]
        if not all(one.result() for one in waiting):
            raise RuntimeError("the question does not take answers")


@contextmanager
def debates(results: Results, many: int) -> Iterator[list[Debate]]:
    """Serve the application with rooms of its own, and make so many."""
    with tempfile.TemporaryDirectory() as folder, closing(opened(folder)) as ledger:
        book, box = Book(ledger), Box(ledger)
        rooms = [new_room(book, results, REGION) for _ in range(many)]
        with started(ROOT / "app.py", ROOT, **{VARIABLE: folder}) as (port, process):
            yield [Debate(port, process, book, box, room) for room in rooms]


def answer(step: Step, place: int) -> Answer:
    """Return what somebody answers to a step."""
    codes = list(step.subject.get("domaines", step.subject.get("acteurs", ())))
    answers: dict[Kind, Answer] = {
        Kind.PRIORITIES: {"domaines": sorted({codes[(place + turn) % len(codes)] for turn in (0, 3, 7)})}
        if codes
        else {},
        Kind.NOTES: {"notes": {code: (place * 7 + turn * 3) % 11 for turn, code in enumerate(codes)}},
        Kind.DOMAIN: {"domaine": codes[place % len(codes)] if codes else ""},
        Kind.NUMBER: {"nombre": place % 40 / 2},
        Kind.RANK: {"rang": place % int(step.subject.get("parmi", 1)) + 1},
        Kind.NEXT: {"acteurs": codes[:2]},
    }
    return answers[step.kind]


def fields(given: Answer) -> dict[str, object]:
    """Return an answer as the fields of its form."""
    if "notes" in given:
        return {f"note-{code}": note for code, note in given["notes"].items()}
    names = {"domaines": "domaine", "acteurs": "acteur"}
    return {names.get(name, name): value for name, value in given.items()}


def _actor(place: int) -> str:
    return ACTORS[place % (len(ACTORS) - 1)]
