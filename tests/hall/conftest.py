"""Rooms of the tests: a ledger in a folder of its own, a room with one step of each kind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hall.book import place
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger, opened
from hall.book.rooms import NewRoom, Room
from hall.book.steps import Kind, Step
from hall.stage.edition_memory import EditionMemory
from hall.stage.hall import Hall
from hall.stage.plan import own_figures
from tests.setup import postgres

# The tests of the book alone are of both stores: what stands on it is the same.
POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgres)
STORES = pytest.mark.parametrize("where", ["sqlite", POSTGRESQL], indirect=True)
NOW = 1_800_000_000.0
TODAY = date(2027, 1, 15)
DOMAINS = {"sante": "Santé", "emploi": "Emploi", "culture": "Culture", "mobilite": "Mobilité"}
STEPS = (
    Step(0, Kind.WELCOME, {"titre": "Bienvenue"}),
    Step(1, Kind.PRESENT, {"titre": "Qui est là"}),
    Step(2, Kind.PRIORITIES, {"titre": "Priorités", "question": "Lesquelles", "domaines": DOMAINS}),
    Step(3, Kind.NOTES, {"titre": "Notes", "question": "Combien", "echelle": "0 à 10", "domaines": DOMAINS}),
    Step(
        4,
        Kind.NUMBER,
        {"titre": "Un chiffre", "question": "Combien", "unite": "", "symbole": "%"}
        | {"lieu": "Hauts-de-France", "valeur": 10.8, "france": 8.4}
        | {"verite": "La vérité est 10,8 %.", "detail": "2019, INSEE"},
    ),
    Step(5, Kind.MIRROR, {"titre": "Miroir", "domaines": DOMAINS, "mesures": {}, "enquetes": []}),
)
NEW = NewRoom(region="32", title="Lille", edition="0" * 64, footer=("Étude",), steps=STEPS)


@pytest.fixture(autouse=True)
def _quickly_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no figure: what is drawn is for `tests/exports` and the browser."""
    monkeypatch.setattr(own_figures, "screens", lambda *_, first: ["<svg/>"] * first)
    monkeypatch.setattr(own_figures, "_KEPT", EditionMemory(64))


@pytest.fixture
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where rooms are kept: a folder of nobody else, or a place on a server for the tests of `STORES`."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return str(tmp_path / "salles")
    return postgres.apart(request.getfixturevalue("postgresql"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """A ledger of nobody else."""
    found = opened(where)
    yield found
    found.close()


@pytest.fixture
def book(ledger: Ledger) -> Book:
    """The rooms of the ledger."""
    return Book(ledger)


@pytest.fixture
def box(ledger: Ledger) -> Box:
    """The answers of the ledger."""
    return Box(ledger)


@pytest.fixture
def room(book: Book) -> Room:
    """A room that was just made."""
    return book.create(NEW, TODAY)


def led_to(book: Book, room: Room, rank: int, *more: Gesture) -> Room:
    """Lead a room that was just made to a step, then do more."""
    room = book.move(room.id, Gesture.OPEN, NOW)
    while room.progress.at < rank:
        room = book.move(room.id, Gesture.NEXT, NOW)
    for gesture in more:
        room = book.move(room.id, gesture, NOW)
    return room


async def at_once(_seconds: float) -> None:
    """Wait for nothing."""


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """A hall of nobody else."""
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "salles"))
    monkeypatch.delenv(place.SECRET_VARIABLE, raising=False)
    found = Hall()
    found.rest = at_once
    yield found
    found.close()


@pytest.fixture
def debate(hall: Hall) -> Room:
    """An open room."""
    room = hall.book.create(NEW, TODAY)
    return hall.book.move(room.id, Gesture.OPEN, NOW)
