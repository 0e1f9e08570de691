"""The sheet of a room: what was revealed and nothing else, on paper and on the web, from its desk."""

from __future__ import annotations

import io
import statistics
from dataclasses import replace
from datetime import timedelta

import pypdf

from exports.room import make_html, make_pdf
from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage import reveal
from hall.stage.hall import Hall
from hall.stage.kept.sheet import sheet
from hall.stage.kept.taken_home import GUESSES, file_name, tables
from hall.stage.screen.shown import view
from readings.room.words import NOBODY
from tests.exports.test_debate import HOSTILE, Page, squeezed
from tests.hall.conftest import NEW, NOW, TODAY, led_to
from tests.hall.test_desk import taken as desk_of
from tests.hall.test_keep import a_debate
from wording import mentions
from wording.numbers import number


def words(box: Box, room: Room) -> str:
    """Return every word of the sheet of a room, as its web page has them, without the spaces."""
    return Page(make_html(sheet(room, reveal.frozen(box, room)))).text


def test_the_sheet_says_what_was_revealed_with_how_many(book: Book, box: Box) -> None:
    room = a_debate(book, box)
    made = sheet(room, reveal.frozen(box, room))
    noted = next(part for part in made.parts if part.heading.startswith("Les notes"))
    assert list(noted.heads[4:]) == ["Citoyens", "Maires"]
    plain: dict[str, list[int]] = {}
    for ballot in box.ballots(room.id):
        if ballot.actor == "maires":
            for code, note in ballot.answer.get("notes", {}).items():
                plain.setdefault(code, []).append(note)
    told = {
        f"{number(statistics.fmean(notes), 1)} ({len(notes)})" for notes in plain.values() if len(notes) >= 5
    }
    assert {row[5] for row in noted.rows} - {"moins de cinq"} == told
    said = words(box, room)
    assert squeezed(f"Salle {room.code}, 15/01/2027.") in said
    assert squeezed("Cette salle n’est pas un échantillon") in said
    assert "ssociation" not in said
    assert squeezed(mentions.FICTIONAL) not in said


def test_a_second_round_leaves_the_first_as_it_was_shown(book: Book, box: Box) -> None:
    room = led_to(book, book.create(NEW, TODAY), 2, Gesture.OPEN)
    for person in range(6):
        assert box.cast(
            Ballot(room.id, 2, 1, f"d{person}", 1, "maires", {"domaines": ["sante"]}), NOW
        ).result()
    for gesture in (Gesture.CLOSE, Gesture.REVEAL, Gesture.AGAIN, Gesture.CLOSE, Gesture.REVEAL):
        room = book.move(room.id, gesture, NOW)
    made = sheet(room, reveal.frozen(box, room))
    first, second = (part for part in made.parts if part.heading.startswith("Priorités"))
    assert (first.heading, second.heading) == ("Priorités, 1ᵉʳ tour", "Priorités, 2ᵉ tour")
    assert " ".join(first.sentences) == (
        "«\u00a0Santé\u00a0» est la première priorité de la salle\u202f: 6\u00a0réponses sur 6. "
        "Moins de 30 réponses\u202f: à lire avec prudence."
    )
    assert second.sentences == [NOBODY]
    found = reveal.revealed(box, room, room.progress.steps[2])
    assert view(room, room.progress.step, found, {}).heading == "Priorités, 2ᵉ tour"


def test_what_is_taken_home_is_of_the_day_of_the_debate(book: Book, box: Box) -> None:
    prepared = book.create(NEW, TODAY - timedelta(40))
    room = led_to(book, prepared, 2, Gesture.OPEN, Gesture.CLOSE, Gesture.REVEAL)
    # Whoever ends it the next day, or shows it again, changes nothing of it.
    for gesture in (Gesture.BACK, Gesture.END):
        room = book.move(room.id, gesture, NOW + 86_400)
    assert ", 15/01/2027." in sheet(room, reveal.frozen(box, room)).finding
    assert "_2027-01-15_" in file_name(room)
    said = b"".join(content for name, content in tables(box, room, TODAY).items() if name != GUESSES)
    assert said.count(b"2027-01-15") == 3
    assert (
        tables(box, room, TODAY)["LISEZ-MOI.txt"]
        .decode()
        .startswith(f"Salle {room.id[:6]}, «\u00a0Lille\u00a0», 15/01/2027.")
    )
    assert b"2026-12" not in said


def test_paper_and_the_web_say_the_same_and_that_data_are_invented(book: Book, box: Box) -> None:
    room = replace(
        a_debate(book, box), footer=(mentions.FICTIONAL, mentions.INVENTED, f"{HOSTILE}"), title=HOSTILE
    )
    made = sheet(room, reveal.frozen(box, room))
    page, paper = Page(make_html(made)), pypdf.PdfReader(io.BytesIO(make_pdf(made)))
    assert "script" not in page.tags
    assert len(paper.pages) <= 2
    for told in (page.text, squeezed("".join(one.extract_text() for one in paper.pages))):
        assert "<script>alert(1)</script>" in told
        assert squeezed(mentions.FICTIONAL) in told
        assert "(FICTIF)" in told
    assert file_name(room).startswith("salle_FICTIF_32_")


def test_each_round_of_a_guess_is_kept_though_no_screen_asked_for_it(book: Book, box: Box) -> None:
    room = book.create(NEW, TODAY)
    for _ in range(6):
        book.move(room.id, Gesture.NEXT, NOW)
        if book.of(room.id).progress.step.asked:
            for gesture in (Gesture.OPEN, Gesture.CLOSE, Gesture.REVEAL):
                book.move(room.id, gesture, NOW)
        if book.of(room.id).progress.at == 4:
            break
    for turn in (2, 3):
        book.move(room.id, Gesture.AGAIN, NOW)
        for place in range(6):
            box.cast(
                Ballot(room.id, 4, turn, f"d{place}", 1, "maires", {"nombre": 10.0 * turn}), NOW
            ).result()
        for gesture in (Gesture.CLOSE, Gesture.REVEAL):
            book.move(room.id, gesture, NOW)
    found = reveal.frozen(box, book.of(room.id))
    assert [found[4, turn].get("median") for turn in (1, 2, 3)] == [None, 20.0, 30.0]
    said = words(box, book.of(room.id))
    assert "2ᵉtour" in said
    assert "10,8" in said


def test_nothing_is_on_the_sheet_before_it_is_revealed(hall: Hall, debate: Room) -> None:
    desk = desk_of(hall, debate)
    desk.get(f"/regie/{debate.code}/fiche")
    assert desk.status == 200
    assert "Rien n’a encore été révélé" in desk.text
    assert "10,8" not in desk.text
    desk.cookies.clear()
    assert desk.get(f"/regie/{debate.code}/fiche").status == 403
