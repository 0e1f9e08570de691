"""Rooms of the server that the browsers reach, from beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall.book.book import Book
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger, opened
from hall.book.rooms import Room
from hall.book.steps import Step, StepState
from hall.stage.plan.new_room import new_room
from tests.opened import published

REGION = "32"


def rooms(stores: Path) -> str:
    """Return where a server that keeps its stores there keeps its rooms."""
    return str(stores / "salles")


@pytest.fixture
def ledger(server: str, stores: Path) -> Iterator[Ledger]:
    """The rooms of the server, from beside it."""
    found = opened(rooms(stores))
    yield found
    found.close()


@pytest.fixture
def room(ledger: Ledger) -> Room:
    """A room of its own."""
    return new_room(Book(ledger), published(), REGION)


def opened_at(book: Book, room: Room, step: Step) -> None:
    """Lead a debate until a question is open."""
    while (place := book.of(room.id).progress).at < step.rank or place.step.state is not StepState.OPEN:
        book.move(room.id, Gesture.NEXT, time.time())
