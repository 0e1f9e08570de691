"""A room read back: its figures stand apart under its own name, and nothing else of an edition moves."""

from __future__ import annotations

import csv
import io
import re
import statistics
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from indicators import published, quality
from loaders.__main__ import main
from loaders.edition import LoadedEdition, load
from loaders.store import Store
from loaders.store.frames import frames
from loaders.survey.door import columns, proposed, read
from loaders.survey.findings import SurveyRefused
from loaders.survey.matching import PUBLISHED
from loaders.survey.matching_file import matching_of
from loaders.survey.merge import with_survey
from readings.room import imported
from tests import fictional, opened
from tests.hall.conftest import NOW, TODAY
from tests.hall.test_keep import a_debate, edition, texts

_ROOT = Path(__file__).parents[2]
_FILES = {"notes.csv": "note_fragilite_sur_10", "priorites.csv": "part_priorite_pct"}


@cache
def complete() -> LoadedEdition:
    """The invented edition."""
    return load(fictional.workbook())


def added(onto: LoadedEdition, taken: dict[str, str]) -> LoadedEdition:
    """Return an edition with both surveys of a room, read as « Mon classeur » proposes."""
    for name in _FILES:
        data = taken[name].encode()
        onto = with_survey(onto, read(data, proposed(columns(data), onto), onto, name))
    return onto


def test_no_figure_of_an_edition_moves_when_a_room_is_read_back(book: Book, box: Box) -> None:
    taken = texts(box, a_debate(book, box))
    for before in (edition(), complete()):
        after = added(before, taken)
        assert after.rooms
        old, new = (frames(one, "", "") for one in (before, after))
        # Everything that is ever computed is read from these tables, and from them alone.
        for name in set(old) - {"edition", "finding", "room"}:
            assert new[name].equals(old[name]), name
        more = set(after.findings) - set(before.findings)
        assert set(before.findings) <= set(after.findings)
        assert {(found.level, found.sheet) for found in more} == {("info", "Enquête importée")}
        assert after.fictional == before.fictional


def test_only_what_shows_rooms_reads_them() -> None:
    """No score, gap, rank or count can take what no query of theirs names."""
    told = [*_ROOT.glob("indicators/**/*"), *_ROOT.glob("readings/**/*"), *_ROOT.glob("exports/**/*")]
    texts = {path: path.read_text(encoding="utf-8") for path in told if path.suffix in {".py", ".sql"}}
    found = {path.relative_to(_ROOT).as_posix() for path, text in texts.items() if "room_figure" in text}
    assert found == {"indicators/published.py", "indicators/quality.py"}


def test_a_room_is_shown_under_its_own_name_with_plain_means(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    taken = texts(box, room)
    store = Store.in_memory(added(edition(), taken))
    rows = published.rooms(store)
    assert set(rows["reliability"]) == {"salle"}
    assert set(rows["programme"]) == {f"Salle {room.code}"}
    assert quality.counts(store) == quality.counts(opened.published().store) | {"rooms": len(rows)}
    plain: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for name, measure in _FILES.items():
        for row in csv.DictReader(io.StringIO(taken[name]), delimiter=";"):
            for code in (domain.domain_code for domain in edition().domains):
                if row[code]:
                    answer = {"oui": 100.0, "non": 0.0}.get(row[code])
                    plain[row["acteur"], code, measure].append(float(row[code]) if answer is None else answer)
    assert len(rows) == len(plain)
    for row in rows.to_dict("records"):
        answers = plain[row["actor_code"], row["domain_code"], row["measure"]]
        assert row["value"] == pytest.approx(statistics.fmean(answers), abs=0.005)
        assert row["sample_size"] == len(answers)
    words = opened.published().vocabulary()
    table = imported.table(rows, words.domains, words.actors)
    assert table["Salle"].unique().tolist() == [f"Salle {room.code}, Hauts-de-France, 2027-01-15"]
    assert re.fullmatch(r"\d,\d\d\u00a0sur 10 en moyenne, \d+\u00a0réponses", table["Réponses"][0])
    store.close()


def test_a_file_that_says_it_is_of_a_room_is_one_whatever_is_said_of_it(book: Book, box: Box) -> None:
    taken = texts(box, a_debate(book, box))
    data = taken["notes.csv"].encode()
    claimed = replace(
        proposed(columns(data), edition()), reliability=PUBLISHED, programme="PHARE", date="2015-09"
    )
    after = with_survey(edition(), read(data, claimed, edition(), "notes.csv"))
    assert after.perceptions == edition().perceptions
    assert {figure.reliability for figure in after.rooms} == {"salle"}
    # Brought again it takes its own place, not a second one.
    assert len(with_survey(after, read(data, claimed, edition(), "notes.csv")).rooms) == len(after.rooms)


def test_the_command_reads_a_room_with_its_matching(
    book: Book, box: Box, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = a_debate(book, box)
    for name, text in texts(box, room).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    asked = ["survey", str(tmp_path / "priorites.csv"), "--matching", str(tmp_path / "correspondance.json")]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert f"- Enquête\u202f: Salle {room.code}" in said
    assert "n’entrent dans aucun score" in said
    assert "SERAIENT REMPLACÉS\n- aucun chiffre" in said


@pytest.mark.parametrize(
    "text", ["[]", "{", "{}", '{"a.csv": 1}', '{"a.csv": {"x": ""}}', '{"a.csv": {"kind": "reponses"}}',
             '{"a.csv": {"kind": "?", "measure": "", "programme": "", "date": ""}}',
             '{"a.csv": {"kind": "reponses", "measure": 1, "programme": "", "date": ""}}',
             '{"b.csv": {}}', "[" * 100_000]
)  # fmt: skip
def test_a_matching_that_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(SurveyRefused, match="Correspondance refusée"):
        matching_of(text.encode(), "a.csv")


def test_what_is_left_of_a_room_when_its_answers_are_gone(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    before = texts(box, room)
    book.move(room.id, Gesture.END, NOW)
    ended = book.of(room.id)
    assert book.named(room.id) == ended
    late = TODAY.replace(month=3)
    book.forget(late)
    after = texts(box, ended, late)
    assert set(before) - set(after) == {*_FILES, "correspondance.json", "questions.json"}
    assert after["devinettes.csv"] == before["devinettes.csv"]
    assert "effacées comme promis" in after["LISEZ-MOI.txt"]
