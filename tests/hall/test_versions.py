"""Rooms that an earlier version of the application kept: read, led, and erased when it was promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hall.book.ballots import ACTORS
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.steps import Kind, Step
from hall.stage.hall import Hall
from tests.hall.conftest import NEW, NOW, STEPS, STORES, TODAY
from tests.hall.test_own_mirror import MIRROR, SURVEY
from tests.hall.visit import Visit

# What the first version that kept rooms had not.
_BEFORE = (
    "ALTER TABLE room DROP COLUMN address",
    "ALTER TABLE room DROP COLUMN actors",
    "ALTER TABLE room DROP COLUMN moved",
    "DROP TABLE drawing",
)


@STORES
def test_rooms_of_the_first_version_are_read_then_erased_as_promised(where: str) -> None:
    ledger = opened(where)
    book, box = Book(ledger), Box(ledger)
    room = book.create(NEW, TODAY)
    book.move(room.id, Gesture.OPEN, NOW)
    box.join(room.id, "d", 1, "maires").result()
    ledger.ask(lambda connection: [connection.execute(said) for said in _BEFORE]).result()
    ledger.close()
    # Twice: what is there is not added again.
    opened(where).close()
    ledger = opened(where)
    book, box = Book(ledger), Box(ledger)
    (found,) = book.every()
    assert (found.id, found.actors, found.address) == (room.id, ACTORS, "")
    assert box.present(room.id) == {"maires": 1}
    # Nothing tells when its debate was: what nobody ended is kept as long from the day it is first seen.
    late = TODAY + timedelta(100)
    assert book.forget(late) == 0
    assert book.of(room.id).moved == late
    book.move(room.id, Gesture.END, NOW)
    ended = book.of(room.id).ended
    assert ended is not None
    assert book.forget(ended + timedelta(room.kept_days)) == 1
    assert box.present(room.id) == {}
    # New ones are kept beside it.
    assert book.create(replace(NEW, address="http://salle.test"), TODAY).address == "http://salle.test"
    ledger.close()


def test_a_survey_that_was_kept_without_its_territory_is_shown_without_it(hall: Hall) -> None:
    survey = {name: told for name, told in SURVEY.items() if name not in ("perimetre", "taille")}
    step = Step(5, Kind.MIRROR, MIRROR | {"enquetes": [survey]})
    room = hall.book.create(replace(NEW, steps=(*STEPS[:5], step)), TODAY)
    hall.book.move(room.id, Gesture.OPEN, NOW)
    for rank in (3, 4):
        while hall.book.of(room.id).progress.at < rank:
            hall.book.move(room.id, Gesture.NEXT, NOW)
        for gesture in (Gesture.OPEN, Gesture.CLOSE, Gesture.REVEAL):
            hall.book.move(room.id, gesture, NOW)
    hall.book.move(room.id, Gesture.NEXT, NOW)
    seen = Visit(hall).get(f"/salle/{room.code}/miroir")
    assert seen.status == 200
    assert "PHARE 2015." in seen.text
