"""One page is drawn at a time, and nobody waits for the one that takes long."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest

from pages.turns import TURNS, Turns
from tests.pages.conftest import visited

WAIT = 30.0


def test_those_who_come_together_are_served_one_after_another() -> None:
    turns, inside, most = Turns(WAIT), [0], [0]

    def draw(_: int) -> None:
        with turns.turn():
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            Event().wait(0.001)
            inside[0] -= 1

    with ThreadPoolExecutor(20) as crowd:
        list(crowd.map(draw, range(60)))
    assert most == [1]


def test_whoever_takes_long_keeps_nobody_out() -> None:
    turns, started, ended = Turns(0.0), Event(), Event()

    def read_a_workbook() -> None:
        with turns.turn():
            started.set()
            assert ended.wait(WAIT)

    slow = Thread(target=read_a_workbook)
    slow.start()
    assert started.wait(WAIT)
    with turns.turn():
        assert not ended.is_set()
    ended.set()
    slow.join(WAIT)
    # Its end gives nobody a second turn: the next two still go one after the other.
    turns._longest = WAIT
    order: list[str] = []
    with turns.turn():
        second = Thread(target=lambda: _noted(turns, order))
        second.start()
        order.append("first")
    second.join(WAIT)
    assert order == ["first", "second"]


def _noted(turns: Turns, order: list[str]) -> None:
    with turns.turn():
        order.append("second")


def test_a_page_that_fails_gives_its_turn_back() -> None:
    turns = Turns(WAIT)
    with pytest.raises(ZeroDivisionError), turns.turn():
        raise ZeroDivisionError
    with turns.turn():
        pass


def test_a_page_is_drawn_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    turn = Turns.turn

    def noted(turns: Turns) -> object:
        taken.append(turns)
        return turn(turns)

    monkeypatch.setattr(Turns, "turn", noted)
    assert not visited("debate").exception
    assert taken == [TURNS]


def test_a_server_lets_a_thread_work_longer_than_python_does() -> None:
    # Not here: it would hold for every test of this process.
    asked = "import sys\nfrom pages import turns\nturns.last_longer()\nprint(sys.getswitchinterval())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert float(told.stdout) == pytest.approx(0.02)
