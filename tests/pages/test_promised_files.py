"""A file that a click makes waits for the browser that was given its address, and for nobody else."""

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileKind, MediaFileStorageError

from pages import promised_files
from pages.promised_files import PROMISED_SECONDS, PromisedFiles

TEXT, NAME = "text/csv", "nombres.csv"


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Visit:
    """What Streamlit does with the file of one click: made, then forgotten as runs of others end."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.files = PromisedFiles("/media", self.clock)
        self.manager = MediaFileManager(self.files)

    def click(self, content: bytes = b"a;b") -> str:
        """Return the name in the address that the browser is given."""
        deferred = self.manager.add_deferred(lambda: content, TEXT, "bouton", NAME)
        return self.manager.execute_deferred(deferred).rpartition("/")[2]

    def others_go_on(self) -> None:
        self.manager.clear_session_refs("dontcare")
        for _ in range(3):
            self.manager.remove_orphaned_files()

    def is_there(self, name: str) -> bool:
        try:
            return bool(self.files.get_file(name).content)
        except MediaFileStorageError:
            return False


def test_a_file_stays_until_the_browser_has_come_twice() -> None:
    visit = Visit()
    name = visit.click()
    visit.others_go_on()
    assert [visit.is_there(name) for _ in range(3)] == [True, True, False]
    # Asked for before anybody goes on: it goes as it went.
    name = visit.click()
    assert [visit.is_there(name) for _ in range(3)] == [True, True, True]
    visit.others_go_on()
    assert not visit.is_there(name)


def test_those_who_take_the_same_file_have_a_promise_each() -> None:
    visit = Visit()
    name = visit.click()
    visit.others_go_on()
    assert visit.is_there(name)
    # One content has one name; what the first click had left is not taken from the second.
    assert visit.click() == name
    visit.others_go_on()
    assert [visit.is_there(name) for _ in range(4)] == [True, True, True, False]


def test_nobody_comes_and_the_file_goes() -> None:
    visit = Visit()
    name = visit.click()
    visit.others_go_on()
    visit.clock.seconds = PROMISED_SECONDS
    other = visit.click(b"c;d")
    assert not visit.is_there(name)
    assert visit.is_there(other)


def test_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promised_files, "MOST_BYTES", 30)
    visit = Visit()
    names = []
    for number in range(5):
        names.append(visit.click(b"%010d" % number))
        visit.others_go_on()
    assert [visit.is_there(name) for name in names] == [False, False, True, True, True]


def test_a_file_of_a_page_is_not_promised() -> None:
    visit = Visit()
    name = visit.files.load_and_get_id(b"GIF", "image/gif", MediaFileKind.MEDIA)
    visit.files.get_url(name)
    visit.files.delete_file(name)
    assert not visit.is_there(name)
