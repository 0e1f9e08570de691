"""What a room takes home: read back by the survey reader to the same means, and nothing of a small group."""

from __future__ import annotations

import csv
import io
import random
import statistics
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import Kind, Step
from hall.stage import reveal
from hall.stage.kept.taken_home import tables, taken_home
from indicators.room import groups
from loaders.edition import LoadedEdition, load
from loaders.survey.door import columns, proposed, read
from loaders.survey.matching_file import matching_of
from tests.boring import WORKBOOK
from tests.hall.conftest import NEW, NOW, TODAY

_GROUPS = {"citoyens": 12, "maires": 7, "associations": 4, groups.UNHEARD: 9}


@cache
def edition() -> LoadedEdition:
    """The published edition."""
    return load(WORKBOOK)


def domains() -> list[str]:
    """The codes of the domains of the published edition."""
    return [domain.domain_code for domain in edition().domains]


def a_debate(book: Book, box: Box) -> Room:
    """Return a room that answered priorities, then notes on two screens, all of it revealed."""
    known = domains()
    half = len(known) // 2
    asked: dict[str, object] = {"titre": "?", "question": "?", "echelle": "?"}
    steps = (
        Step(0, Kind.WELCOME, {"titre": "?"}),
        Step(1, Kind.PRIORITIES, asked | {"domaines": dict.fromkeys(known, "?")}),
        Step(2, Kind.NOTES, asked | {"domaines": dict.fromkeys(known[:half], "?")}),
        Step(3, Kind.NOTES, asked | {"domaines": dict.fromkeys(known[half:], "?")}),
    )
    room = book.create(replace(NEW, steps=steps), TODAY)
    drawn = random.Random(5)
    people = [(f"{actor}{place}", actor) for actor, count in _GROUPS.items() for place in range(count)]
    book.move(room.id, Gesture.OPEN, NOW)
    for step in steps[1:]:
        for gesture in (Gesture.NEXT, Gesture.NEXT):
            book.move(room.id, gesture, NOW)
        for device, actor in people:
            codes = list(step.subject["domaines"])
            answer = (
                {"domaines": sorted(drawn.sample(codes, 3))}
                if step.kind is Kind.PRIORITIES
                else {"notes": {code: drawn.randint(0, 10) for code in codes if drawn.random() < 0.8}}
            )
            assert box.cast(Ballot(room.id, step.rank, 1, device, 1, actor, answer), NOW).result()
        for gesture in (Gesture.CLOSE, Gesture.REVEAL):
            book.move(room.id, gesture, NOW)
    return book.of(room.id)


def texts(box: Box, room: Room, today: date = TODAY) -> dict[str, str]:
    """Return what a room takes home, but its sheet."""
    return {name: content.decode("utf-8-sig") for name, content in tables(box, room, today).items()}


def test_notes_are_read_back_to_the_means_that_were_shown(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    taken = texts(box, room)
    data = taken["notes.csv"].encode()
    matching = matching_of(taken["correspondance.json"].encode(), "notes.csv")
    # What the file says of itself is what its matching says, but for the source.
    assert proposed(columns(data), edition()) == replace(matching, source="")
    survey = read(data, matching, edition())
    shown: dict[tuple[str, str], dict[str, float]] = {}
    for step in room.progress.steps[2:]:
        found = reveal.revealed(box, room, step)
        assert found
        for actor, voice in found["groups"].items():
            shown |= {(actor, code): note for code, note in voice["notes"].items()}
    read_back = {(str(figure.actor_code), str(figure.domain_code)): figure for figure in survey.figures}
    assert set(read_back) == set(shown)
    for key, figure in read_back.items():
        assert figure.value is not None
        assert float(figure.value) == pytest.approx(shown[key]["mean"], abs=0.005)
        assert figure.sample_size == shown[key]["count"]


def test_no_sum_over_what_is_shown_and_taken_home_gives_a_group_under_five(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    taken = texts(box, room)
    mirror = reveal.content(room.progress.steps, Step(9, Kind.MIRROR), box.ballots(room.id))
    screens: dict[str, dict[str, float]] = {}
    for step in room.progress.steps[2:]:
        found = reveal.revealed(box, room, step)
        assert found
        screens |= found["whole"]["notes"]
    for code in domains():
        rows = [row for row in csv.DictReader(io.StringIO(taken["notes.csv"]), delimiter=";") if row[code]]
        counted = {actor: sum(row["acteur"] == actor for row in rows) for actor in _GROUPS}
        assert all(count == 0 or count >= groups.FEWEST for count in counted.values())
        notes = [float(row[code]) for row in rows]
        # The screen, the mirror and the file rest on the same people: their differences are nobody.
        assert screens[code]["count"] == mirror["whole"]["notes"][code]["count"] == len(notes)
        assert screens[code]["mean"] == pytest.approx(statistics.fmean(notes))
    for name in ("notes.csv", "priorites.csv"):
        actors = {row["acteur"] for row in csv.DictReader(io.StringIO(taken[name]), delimiter=";")}
        assert actors == {"citoyens", "maires"}


def test_only_what_was_revealed_is_taken_home(book: Book, box: Box) -> None:
    room = book.create(NEW, TODAY)
    for _ in range(4):
        book.move(room.id, Gesture.NEXT, NOW)
    for place in range(6):
        box.cast(Ballot(room.id, 2, 1, f"d{place}", 1, "maires", {"domaines": ["sante"]}), NOW).result()
    taken = texts(box, book.of(room.id))
    assert len(taken["priorites.csv"].splitlines()) == 1
    assert "maires" not in "".join(taken.values())
    assert taken["notes.csv"].splitlines() == ["acteur;region;fiabilite;mesure;programme;date"]
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        book.move(room.id, gesture, NOW)
    taken = texts(box, book.of(room.id))
    told = f"maires;32;salle;part_priorite_pct;Salle {room.code};2027-01-15;oui;non;non;non"
    assert taken["priorites.csv"].count(told) == 6


def test_an_erased_room_is_not_exported(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    book.erase(room.id, TODAY)
    with pytest.raises(RoomError, match=r"^Cette salle est effacée\u202f: il n’en reste rien à exporter\.$"):
        taken_home(box, book.of(room.id), TODAY)


def test_the_same_room_gives_the_same_zip(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    made = taken_home(box, room, TODAY)
    assert taken_home(box, room, TODAY) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {*archive.namelist()} == {*texts(box, room), "fiche.pdf", "fiche.html"}
        assert archive.read("fiche.pdf").startswith(b"%PDF")
