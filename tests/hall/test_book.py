"""Rooms and their answers in a file: what is acknowledged is there, what is erased is not."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hall.book import codes, place
from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import ON_THE_WAY, Box
from hall.book.drawings import COLOURS, DARK, LIGHT, SQUARE, WIDE, Drawing
from hall.book.errors import GestureRefusedError, PlaceError, RoomError
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger, opened
from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from tests.hall.conftest import NEW, NOW, STEPS, STORES, TODAY, led_to

_ROUND = 1


def ballot(room: Room, device: str, *codes: str, actor: str = "maires", rank: int = 2) -> Ballot:
    """Return a ballot of priorities."""
    return Ballot(room.id, rank, _ROUND, device, 1, actor, {"domaines": list(codes)})


@STORES
def test_a_room_is_found_by_its_code_until_it_ends(book: Book, room: Room) -> None:
    assert room.code
    assert book.called(room.code) == room
    assert book.every() == [room]
    assert room.progress.steps == STEPS
    ended = book.move(room.id, Gesture.END, NOW)
    assert ended.code is None
    assert book.called(room.code) is None
    assert book.of(room.id).progress.state is RoomState.ENDED
    with pytest.raises(RoomError, match="existe pas"):
        book.of("inconnue")


@STORES
def test_a_change_of_mind_counts_once(book: Book, box: Box, room: Room) -> None:
    room = led_to(book, room, 2, Gesture.OPEN)
    assert box.cast(ballot(room, "a", "sante"), NOW).result()
    assert box.cast(ballot(room, "a", "emploi"), NOW).result()
    assert box.cast(ballot(room, "b", "culture", actor="citoyens"), NOW).result()
    assert box.counts(room.id, 2, _ROUND) == {"maires": 1, "citoyens": 1}
    assert box.own(room.id, "a", 1) == {(2, _ROUND): {"domaines": ["emploi"]}}


@STORES
def test_an_answer_counts_while_its_question_is_open_and_a_moment_after(
    book: Book, box: Box, room: Room
) -> None:
    assert not box.cast(ballot(room, "a", "sante"), NOW).result()
    room = led_to(book, room, 2)
    assert not box.cast(ballot(room, "a", "sante"), NOW).result()
    book.move(room.id, Gesture.OPEN, NOW)
    assert box.cast(ballot(room, "a", "sante"), NOW).result()
    book.move(room.id, Gesture.CLOSE, NOW)
    assert box.cast(ballot(room, "b", "sante"), NOW + ON_THE_WAY).result()
    assert not box.cast(ballot(room, "c", "sante"), NOW + ON_THE_WAY + 0.1).result()
    book.move(room.id, Gesture.REVEAL, NOW)
    assert not box.cast(ballot(room, "d", "sante"), NOW).result()
    room = book.move(room.id, Gesture.AGAIN, NOW)
    assert not box.cast(ballot(room, "e", "sante"), NOW).result()  # of the first round
    assert box.cast(replace(ballot(room, "e", "sante"), round=2), NOW).result()
    assert box.counts(room.id, 2, 1) == {"maires": 2}
    assert box.counts(room.id, 2, 2) == {"maires": 1}


@STORES
def test_a_locked_door_lets_in_those_who_were_there(book: Book, box: Box, room: Room) -> None:
    # Who comes early is in.
    assert box.join(room.id, "a", 1, "maires").result()
    led_to(book, room, 1)
    book.move(room.id, Gesture.LOCK, NOW)
    assert not box.join(room.id, "b", 1, "maires").result()
    assert box.join(room.id, "a", 1, "citoyens").result()
    assert box.present(room.id) == {"citoyens": 1}


@STORES
def test_a_tablet_goes_round(book: Book, box: Box, room: Room) -> None:
    led_to(book, room, 1)
    for person, actor in ((1, "maires"), (2, "citoyens")):
        assert box.join(room.id, "tablette", person, actor).result()
    assert box.person(room.id, "tablette") == (2, "citoyens")
    assert box.person(room.id, "autre") is None
    assert box.present(room.id) == {"maires": 1, "citoyens": 1}


@STORES
def test_each_gesture_and_each_answer_is_seen(book: Book, box: Box, room: Room) -> None:
    room = led_to(book, room, 2, Gesture.OPEN)
    assert room.code
    before = book.versions(room.code)
    assert before
    box.cast(ballot(room, "a", "sante"), NOW).result()
    after = book.versions(room.code)
    assert after == before._replace(answers=before.answers + 1)
    book.move(room.id, Gesture.DARK, NOW)
    dark = after._replace(version=after.version + 1)
    assert book.versions(room.code) == dark
    with pytest.raises(GestureRefusedError):
        book.move(room.id, Gesture.AGAIN, NOW)
    assert book.versions(room.code) == dark
    book.move(room.id, Gesture.CLOSE, NOW)
    closed = book.versions(room.code)
    assert closed
    assert closed.moment != before.moment == dark.moment
    assert book.versions("AAAAAA") is None


@STORES
def test_steps_change_only_before_the_room_opens(book: Book, room: Room) -> None:
    arranged = book.arrange(room.id, (STEPS[0], STEPS[3], STEPS[2]))
    assert [(step.rank, step.kind) for step in arranged.progress.steps] == [
        (0, STEPS[0].kind),
        (1, STEPS[3].kind),
        (2, STEPS[2].kind),
    ]
    book.move(room.id, Gesture.OPEN, NOW)
    with pytest.raises(RoomError, match="ne change plus"):
        book.arrange(room.id, STEPS)


@STORES
def test_the_figures_of_a_room_stay_with_it_until_it_is_erased(book: Book, ledger: Ledger) -> None:
    svg = "<svg>é</svg>"
    step = Step(0, Kind.FIGURE, {"titre": "Figure", "figure": "0", "ecrans": {WIDE: 1, SQUARE: 2}})
    drawings = tuple(
        Drawing("0", shape, colours, screen, f"{svg}{shape}{colours}{screen}")
        for shape, count in ((WIDE, 1), (SQUARE, 2))
        for colours in COLOURS
        for screen in range(1, count + 1)
    )
    # Nobody is welcomed: the screen is alone, and starts with its first gesture.
    room = book.create(replace(NEW, steps=(step, STEPS[1]), drawings=drawings), TODAY)
    assert book.drawing(room, WIDE, LIGHT) == f"{svg}{WIDE}{LIGHT}1"
    room = book.move(room.id, Gesture.NEXT, NOW, shape=SQUARE)
    assert book.drawing(room, SQUARE, DARK) == f"{svg}{SQUARE}{DARK}2"
    assert book.drawing(room, WIDE, DARK) == f"{svg}{WIDE}{DARK}1"
    book.erase(room.id, TODAY)
    assert book.drawing(room, WIDE, LIGHT) == ""
    assert ledger.rows("SELECT count(*) FROM drawing", {}) == [(0,)]


@STORES
def test_a_link_of_the_desk_serves_once_and_not_for_long(book: Book, room: Room) -> None:
    key = book.lend(room.id, NOW, 120)
    taken = book.take(key, NOW + 119)
    assert taken
    assert taken[0].id == room.id
    assert book.holds(room.id, taken[1])
    assert not book.holds(room.id, key)
    assert book.take(key, NOW + 119) is None
    assert book.take(book.lend(room.id, NOW, 120), NOW + 121) is None
    # Two desks of one room: the laptop keeps its own.
    other = book.take(book.lend(room.id, NOW, 120), NOW)
    assert other
    assert book.holds(room.id, taken[1])
    assert book.holds(room.id, other[1])


def test_what_was_shown_does_not_change(box: Box, room: Room) -> None:
    box.keep(room.id, 2, 1, {"n": 5})
    box.keep(room.id, 2, 1, {"n": 6})
    assert box.results(room.id) == {(2, 1): {"n": 5}}


def test_what_is_erased_is_in_no_file(book: Book, box: Box, room: Room, tmp_path: Path) -> None:
    room = led_to(book, room, 2, Gesture.OPEN)
    box.join(room.id, "appareil-secret", 1, "maires").result()
    box.cast(ballot(room, "appareil-secret", "sante"), NOW).result()
    assert _anywhere(tmp_path, b"appareil-secret")
    book.erase(room.id, TODAY)
    assert not _anywhere(tmp_path, b"appareil-secret")
    assert not _anywhere(tmp_path, b"Lille")
    gone = book.of(room.id)
    assert (gone.progress.state, gone.progress.steps, gone.title) == (RoomState.ERASED, (), "")


@STORES
def test_answers_are_forgotten_in_time_and_what_was_shown_stays(
    book: Book, box: Box, room: Room, where: str, tmp_path: Path
) -> None:
    room = led_to(book, room, 2, Gesture.OPEN)
    box.join(room.id, "appareil-secret", 1, "maires").result()
    box.cast(ballot(room, "appareil-secret", "sante"), NOW).result()
    box.keep(room.id, 2, 1, {"n": 5})
    ended = book.move(room.id, Gesture.END, NOW).ended
    assert ended
    assert book.forget(ended + timedelta(NEW.kept_days - 1)) == 0
    assert box.present(room.id)
    other = opened(where)
    with closing(other), ThreadPoolExecutor(2) as servers:
        # Two servers come to it at the same moment.
        late = [ended + timedelta(NEW.kept_days)] * 2
        assert max(servers.map(Book.forget, (book, Book(other)), late)) == 1
    assert book.forget(late[0]) == 0
    assert (box.present(room.id), box.ballots(room.id)) == ({}, [])
    assert box.results(room.id) == {(2, 1): {"n": 5}}
    assert not _anywhere(tmp_path, b"appareil-secret")


@STORES
@pytest.mark.parametrize("kept_days", [0, 7, 30])
def test_a_debate_that_nobody_ends_is_forgotten_after_the_day_it_last_moved_on(
    book: Book, box: Box, kept_days: int
) -> None:
    room = book.create(replace(NEW, kept_days=kept_days), TODAY - timedelta(100))
    waiting = book.create(replace(NEW, kept_days=kept_days), TODAY - timedelta(100))
    room, waiting = (led_to(book, one, 2, Gesture.OPEN) for one in (room, waiting))
    assert room.moved == TODAY
    for one in (room, waiting):
        box.join(one.id, "a", 1, "maires").result()
    box.cast(ballot(room, "a", "sante"), NOW).result()
    # Neither a door nor a step seen again is the debate.
    later = NOW + 86_400
    for gesture in (Gesture.LOCK, Gesture.DARK, Gesture.BACK, Gesture.HOME):
        room = book.move(room.id, gesture, later)
    assert room.day == TODAY
    last = TODAY + timedelta(max(kept_days, 2))
    assert book.forget(last - timedelta(1)) == 0
    assert box.ballots(room.id)
    assert book.forget(last) == 2
    assert [(box.present(one.id), box.ballots(one.id)) for one in (room, waiting)] == [({}, [])] * 2
    over = book.of(room.id)
    assert (over.progress.state, over.ended, over.code) == (RoomState.ENDED, TODAY, None)
    # Where nobody answered, the debate may still be to come.
    assert book.of(waiting.id).progress.state is RoomState.OPEN
    assert book.forget(last) == 0
    assert book.move(waiting.id, Gesture.CLOSE, later).moved == TODAY + timedelta(1)


def test_nothing_but_the_listed_columns_is_kept(book: Book, box: Box, room: Room, tmp_path: Path) -> None:
    room = led_to(book, room, 2, Gesture.OPEN)
    box.join(room.id, "a", 1, "maires").result()
    box.cast(ballot(room, "a", "sante"), NOW).result()
    file = sqlite3.connect(tmp_path / "salles" / "salles.sqlite")
    columns = {
        table: [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
        for table in ("participant", "ballot")
    }
    rows = [*file.execute("SELECT * FROM participant"), *file.execute("SELECT * FROM ballot")]
    file.close()
    assert columns == {
        "participant": ["room", "device", "person", "actor"],
        "ballot": ["room", "rank", "round", "device", "person", "actor", "answer"],
    }
    assert rows == [
        (room.id, "a", 1, "maires"),
        (room.id, 2, 1, "a", 1, "maires", '{"domaines":["sante"]}'),
    ]


def test_the_secret_is_one_for_every_process_and_for_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "salles"))
    monkeypatch.delenv(place.SECRET_VARIABLE, raising=False)
    assert place.secret() == place.secret()
    assert (tmp_path / "salles" / "cle").stat().st_mode & 0o077 == 0
    monkeypatch.setenv(place.SECRET_VARIABLE, "court")
    with pytest.raises(PlaceError, match="32 signes"):
        place.secret()
    monkeypatch.delenv(place.SECRET_VARIABLE)
    monkeypatch.setenv(place.VARIABLE, "postgresql://serveur/salles")
    with pytest.raises(PlaceError, match="la même valeur"):
        place.secret()


def test_a_ledger_opened_again_holds_what_it_held(tmp_path: Path) -> None:
    first = opened(str(tmp_path / "salles"))
    room = led_to(Book(first), Book(first).create(NEW, TODAY), 2, Gesture.OPEN)
    assert Box(first).cast(ballot(room, "a", "sante"), NOW).result()
    first.close()
    again = opened(str(tmp_path / "salles"))
    assert Book(again).of(room.id).progress.step.state is StepState.OPEN
    assert Box(again).counts(room.id, 2, 1) == {"maires": 1}
    again.close()


@STORES
def test_two_servers_hold_one_room(where: str, book: Book, box: Box, room: Room) -> None:
    """What one does the other tells: neither answers from what it remembers."""
    other = opened(where)
    with closing(other):
        there = Book(other)
        assert room.code
        for gesture in (Gesture.OPEN, Gesture.NEXT, Gesture.NEXT, Gesture.OPEN):
            moved = book.move(room.id, gesture, NOW)
            assert there.called(room.code) == book.called(room.code) == moved
        assert Box(other).cast(ballot(room, "a", "sante"), NOW).result()
        assert box.cast(ballot(room, "a", "culture"), NOW).result()
        assert Box(other).own(room.id, "a", 1) == {(2, _ROUND): {"domaines": ["culture"]}}
        assert there.versions(room.code) == book.versions(room.code)
        answered = there.called(room.code)
        assert answered
        assert answered.answers == 2
        closed = there.move(room.id, Gesture.CLOSE, NOW)
        assert book.called(room.code) == replace(closed, answers=2)
        there.move(room.id, Gesture.REVEAL, NOW)
        assert not box.cast(ballot(room, "b", "sante"), NOW).result()
        there.move(room.id, Gesture.END, NOW)
        assert book.called(room.code) is None


def _anywhere(folder: Path, text: bytes) -> bool:
    return any(text in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@STORES
def test_codes_of_open_rooms_differ(book: Book) -> None:
    made = {book.create(NEW, TODAY).code for _ in range(5)}
    assert len(made) == 5
    assert all(code and codes.typed(code) == code for code in made)
