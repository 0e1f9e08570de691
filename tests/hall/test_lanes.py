"""The threads that read the rooms: each gets its own answer, none waits for ever, other lanes go first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest

from hall.book.errors import RoomError
from hall.stage.lanes import Lane
from tests.asgi import apart


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane(2, "essai")
    yield made
    made.close()


def _refuse(why: str) -> None:
    raise RoomError(why)


def test_each_gets_its_own_answer_or_its_own_error(lane: Lane) -> None:
    async def asked(number: int) -> int | str:
        if number % 3:
            return await lane.run(abs, -number)
        try:
            await lane.run(_refuse, f"{number}")
        except RoomError as error:
            return str(error)
        return "no error"

    async def all_at_once() -> list[int | str]:
        return await asyncio.gather(*map(asked, range(1000)))

    assert apart(all_at_once()) == [number if number % 3 else f"{number}" for number in range(1000)]


def test_a_lane_outlives_an_event_loop(lane: Lane) -> None:
    assert [apart(lane.run(abs, -number)) for number in range(5)] == list(range(5))


def test_who_has_left_takes_nothing_from_those_behind(lane: Lane) -> None:
    async def left() -> list[int]:
        gate = Event()
        held = [asyncio.create_task(lane.run(gate.wait)) for _ in range(2)]
        gone, behind = asyncio.create_task(lane.run(abs, -1)), asyncio.create_task(lane.run(abs, -2))
        await asyncio.sleep(0)
        gone.cancel()
        gate.set()
        await asyncio.gather(*held)
        return [await behind, int(gone.cancelled())]

    assert apart(left()) == [2, 1]


def test_a_lane_does_not_wait_for_another(lane: Lane) -> None:
    async def held() -> int:
        gate, ahead = Event(), Lane(1, "devant")
        slow = [asyncio.create_task(lane.run(gate.wait)) for _ in range(100)]
        await asyncio.sleep(0)
        found = await ahead.run(abs, -7)
        assert not any(task.done() for task in slow)
        gate.set()
        await asyncio.gather(*slow)
        ahead.close()
        return found

    assert apart(held()) == 7
