"""Two rooms compared: the same words only, per actor, both counts, an interval from thirty answers on."""

from __future__ import annotations

import io
import json
import random
import statistics
import zipfile
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from hall.book.book import Book
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.stage.kept.comparison import comparison
from hall.stage.kept.given_back import of_files, of_zip
from hall.stage.kept.taken_home import tables
from indicators.noise import DRAWS_PAGE, SEED
from indicators.room.compared import compared
from tests.hall.conftest import TODAY
from tests.hall.test_keep import a_debate

Files = dict[str, bytes]


def people(actor: str, count: int, seed: int) -> list[tuple[str, dict[str, float]]]:
    drawn = random.Random(seed)
    return [(actor, {"sante": float(drawn.randint(0, 10))}) for _ in range(count)]


def zipped(files: Files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_the_difference_of_two_means_is_that_of_plain_loops() -> None:
    one = people("maires", 31, 1) + people("citoyens", 40, 2) + people("associations", 4, 3)
    other = people("maires", 30, 4) + people("citoyens", 6, 5) + people("associations", 9, 6)
    found = compared(one, other, ["sante", "emploi"])
    assert set(found) == {"maires", "citoyens"}
    for actor, domains in found.items():
        assert set(domains) == {"sante"}
        told = domains["sante"]
        notes = [[given["sante"] for who, given in room if who == actor] for room in (one, other)]
        assert told.counts == tuple(map(len, notes))
        assert told.means == pytest.approx([statistics.fmean(given) for given in notes])
        assert told.difference == pytest.approx(statistics.fmean(notes[0]) - statistics.fmean(notes[1]))
        assert (told.low is None) == (actor == "citoyens")
    # The bootstrap by plain loops: each room draws its own people again, apart from the other.
    each = []
    for place, room in enumerate((one, other), start=1):
        given = [notes["sante"] for who, notes in room if who == "maires"]
        values = sorted(set(given))
        shares = [given.count(value) / len(given) for value in values]
        rows = np.random.default_rng((SEED, place)).multinomial(len(given), shares, size=DRAWS_PAGE)
        each.append(
            [
                sum(time * value for time, value in zip(row, values, strict=True)) / len(given)
                for row in rows.tolist()
            ]
        )
    drawn = [first - second for first, second in zip(*each, strict=True)]
    low, high = np.percentile(drawn, (5, 95))
    assert (found["maires"]["sante"].low, found["maires"]["sante"].high) == pytest.approx((low, high))
    back = compared(other, one, ["sante"])["maires"]["sante"]
    assert back.difference == pytest.approx(-found["maires"]["sante"].difference)


def test_rooms_given_back_are_compared_by_actor_with_their_places(book: Book, box: Box) -> None:
    rooms = [a_debate(book, box) for _ in range(2)]
    first, second = (tables(box, room, TODAY) for room in rooms)
    told = comparison(of_zip(zipped(first)), of_files(second))
    assert told.title == " et ".join(f"Salle {room.code} (Lille, 32, 2027-01-15)" for room in rooms)
    assert [table.heading for table in told.tables] == [
        "Citoyens\u202f: note de fragilité sur 10",
        "Maires\u202f: note de fragilité sur 10",
        "Citoyens\u202f: part qui en fait une priorité, en %",
        "Maires\u202f: part qui en fait une priorité, en %",
    ]
    assert told.tables[0].heads == ("Domaine", f"Salle {rooms[0].code}", f"Salle {rooms[1].code}", "Écart")
    # The same people answered both: nothing separates them, and no interval is given under thirty.
    assert {row[3] for table in told.tables for row in table.rows} <= {"0,0", "0"}
    with pytest.raises(RoomError, match="deux fois la même salle"):
        comparison(of_files(first), of_files(first))


def test_another_wording_is_not_compared(book: Book, box: Box) -> None:
    one, other = (of_files(tables(box, a_debate(book, box), TODAY)) for _ in range(2))
    asked = {name: dict.fromkeys(codes, "Autrement\u202f?") for name, codes in other.wordings.items()}
    told = comparison(one, replace(other, wordings=asked))
    assert not told.tables
    assert "rien ne se compare" in told.sentences[0]
    assert told.left.startswith("Laissé de côté")


def _claimed(files: Files) -> Files:
    return files | {"notes.csv": files["notes.csv"].replace(b";salle;", b";publie;")}


def _worded(files: Files) -> Files:
    told = json.loads(files["questions.json"])
    return files | {"questions.json": json.dumps(told | {"salle": "\u001b[2J"}).encode()}


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda files: {},
        lambda files: files | {"questions.json": b"["},
        lambda files: files | {"questions.json": b"{}"},
        lambda files: files | {"notes.csv": files["notes.csv"].replace(b";10;", b";11;")},
        lambda files: files | {"notes.csv": b"\xff"},
        lambda files: files | {"notes.csv": b"0" * 6_000_000},
        _claimed,
        _worded,
    ],
)
def test_what_is_no_room_is_refused_in_a_sentence(
    book: Book, box: Box, spoilt: Callable[[Files], Files]
) -> None:
    files = tables(box, a_debate(book, box), TODAY)
    with pytest.raises(RoomError, match=r"^Ce fichier n’est pas le zip d’une salle"):
        of_zip(zipped(spoilt(files)))
    with pytest.raises(RoomError, match=r"^Ce fichier n’est pas le zip d’une salle"):
        of_zip(b"PK\x03\x04")
