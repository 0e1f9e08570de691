"""Results kept a while."""

from functools import partial
from threading import Barrier, Thread

import pytest

from loaders.store.memory import Memory


def test_a_result_is_computed_once_however_many_ask_together() -> None:
    memory, start = Memory(4), Barrier(8)
    asked: list[int] = []

    def ask() -> None:
        start.wait()
        memory.once("scores", lambda: asked.append(1))

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == [1]


def test_the_longest_unused_is_forgotten_and_none_is_a_result() -> None:
    memory = Memory(2)
    computed: list[str] = []
    for key in ("a", "b", "a", "c", "a", "b"):
        memory.once(key, partial(computed.append, key))
    assert computed == ["a", "b", "c", "b"]


def test_an_error_is_not_kept() -> None:
    memory = Memory(2)
    with pytest.raises(ZeroDivisionError):
        memory.once("a", lambda: 1 / 0)
    assert memory.once("a", lambda: 3) == 3
