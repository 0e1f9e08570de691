"""The instruments themselves: a bench that cannot see an error or a slow page would always be pleased."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hall.book import ballots
from hall.book.steps import Kind, Step
from tests.bench import faults
from tests.bench.__main__ import main, table
from tests.bench.first_visit import Visit
from tests.bench.first_visit import lines as visited
from tests.bench.measure import median_ms, percentile
from tests.bench.process import Held
from tests.bench.registry import BENCHMARKS, Line, benchmark
from tests.bench.reruns import COUNTED, TURNS, Course
from tests.bench.room import SCREEN_SECONDS
from tests.bench.room_crowd import Crowd as RoomCrowd
from tests.bench.room_debate import Debate, answer, fields
from tests.bench.room_screen import every
from tests.bench.server import server
from tests.bench.soak import Soak
from tests.bench.soak import lines as soak_lines
from tests.bench.visitor import Run, Visitor
from tests.bench.visitors import REFERENCE_SECONDS, VISITORS, Crowd, crowd
from tests.setup.nginx import NGINX

PAGE = """
import time
import streamlit as st
domain = st.selectbox("Domaine", [f"domain {number}" for number in range(16)])
if domain == "domain 15":
    st.write("The last one")
if "broken" in st.query_params:
    raise ValueError("broken on purpose")
if "slow" in st.query_params:
    time.sleep(0.1)
"""
TWO_PAGES = """
import streamlit as st
def first():
    st.write("One line")
def second():
    st.write("One line")
    st.write("And another")
st.navigation([st.Page(first), st.Page(second)]).run()
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.py").write_text(PAGE)
    with server(folder / "page.py", folder) as free:
        yield free


async def runs(visitor: Visitor, *, choice: str = "") -> list[Run]:
    await visitor.open()
    first = await visitor.run()
    visitor.chosen = {identifier: choice for identifier in visitor.selects if choice}
    second = await visitor.run()
    await visitor.leave()
    return [first, second]


def test_a_visitor_sees_the_page_and_changes_it(port: int) -> None:
    visitor = Visitor(port)
    first, second = asyncio.run(runs(visitor, choice="domain 15"))
    assert first.errors == second.errors == []
    assert list(visitor.selects.values()) == [[f"domain {number}" for number in range(16)]]
    assert [first.elements, second.elements] == [1, 2]


def test_a_visitor_stays_on_the_page_of_the_address(tmp_path: Path) -> None:
    (tmp_path / "pages.py").write_text(TWO_PAGES)
    with server(tmp_path / "pages.py", tmp_path) as free:
        assert [run.elements for run in asyncio.run(runs(Visitor(free, "second")))] == [2, 2]


def test_a_visitor_sees_an_error_on_the_page(port: int) -> None:
    for run in asyncio.run(runs(Visitor(port, query="broken=1"))):
        assert run.errors == ["broken on purpose"]


def test_a_crowd_counts_who_was_served_and_who_was_not(port: int) -> None:
    served = asyncio.run(crowd(port, [""], 5))
    assert len(served.waits) == 5
    assert not served.errors
    nobody_there = asyncio.run(crowd(1, [""], 3))
    assert nobody_there.waits == []
    assert nobody_there.errors == Counter({"ConnectionRefusedError": 3})
    assert all(line.missed for line in nobody_there.lines("closed", 3.0) if line.target is not None)


def test_a_room_counts_who_was_not_served() -> None:
    debate = cast("Debate", SimpleNamespace(port=1, process=0, room=SimpleNamespace(code="AAAAAA")))
    nobody_there = RoomCrowd(debate, 3)
    asyncio.run(nobody_there.at_once("page", nobody_there.arrive))
    assert sum(nobody_there.errors.values()) == 3
    assert nobody_there.line("page", 1.0).missed
    assert nobody_there.line("page with its files", 1.0).missed


@pytest.mark.parametrize(
    "kind", [Kind.PRIORITIES, Kind.NOTES, Kind.DOMAIN, Kind.NUMBER, Kind.RANK, Kind.NEXT]
)
def test_what_a_telephone_of_a_room_sends_is_an_answer(kind: Kind) -> None:
    names = dict(zip("abcde", "abcde", strict=True))
    asked: dict[Kind, dict[str, Any]] = {
        Kind.NEXT: {"acteurs": names},
        Kind.NUMBER: {"symbole": "%", "unite": ""},
    }
    step = Step(0, kind, {"domaines": names} | asked.get(kind, {"parmi": 13}))
    for place in range(30):
        given = answer(step, place)
        form = {
            name: [str(one) for one in (value if isinstance(value, list) else [value])]
            for name, value in fields(given).items()
        }
        assert ballots.read(step, form) == given


def test_the_screen_of_a_room_looks_as_often_as_its_script() -> None:
    assert 0 < every() <= SCREEN_SECONDS / 2


def test_a_slow_page_is_measured_as_slow(port: int) -> None:
    async def course() -> Course:
        slow = Course("slow", Visitor(port, query="slow=1"))
        await slow.open()
        await slow.turn()
        await slow.visitor.leave()
        return slow

    measured = asyncio.run(course())
    assert len(measured.times) == COUNTED
    assert measured.median >= 100


def test_a_page_in_error_stops_the_measure_of_reruns(port: int) -> None:
    async def course() -> None:
        broken = Course("broken", Visitor(port, query="broken=1"))
        try:
            await broken.open()
        finally:
            await broken.visitor.leave()

    with pytest.raises(RuntimeError, match="broken on purpose"):
        asyncio.run(course())


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"absent\.py"), server(tmp_path / "absent.py", tmp_path):
        pass


def test_enough_is_measured() -> None:
    assert TURNS * COUNTED >= 30
    assert VISITORS == 200


def test_percentile() -> None:
    values = [float(number) for number in range(1, 101)]
    assert percentile(values, 0.95) == 95
    assert percentile(values, 0.5) == 50
    assert percentile([7.0], 0.95) == 7


def test_the_first_call_is_not_counted() -> None:
    calls = iter([0.05, 0.0, 0.0, 0.0])

    def action() -> None:
        asyncio.run(asyncio.sleep(next(calls)))

    assert median_ms(action, 3) < 50


@pytest.mark.parametrize(("value", "missed"), [(3.0, False), (3.01, True), (float("inf"), True)])
def test_a_target_is_the_most_a_value_may_be(value: float, missed: bool) -> None:
    line = Line("p95", value, "s", 3.0)
    assert line.missed is missed
    assert ("MISSED" in table([line])[0]) is missed


def test_a_missed_target_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(BENCHMARKS, "good", lambda: [Line("quick", 1.0, "ms", 2.0)])
    monkeypatch.setitem(BENCHMARKS, "bad", lambda: [Line("slow", 3.0, "ms", 2.0)])
    assert main(["--only", "good"]) == 0
    assert main(["--only", "good", "--only", "bad"]) == 1
    assert "1 targets missed" in capsys.readouterr().out


def test_two_benchmarks_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BENCHMARKS, "twice", list)
    with pytest.raises(ValueError, match="twice"):
        benchmark("twice")(list)


def test_lines_of_a_crowd() -> None:
    lines = Crowd([1.0, 2.0], Counter({"TimeoutError": 1})).lines("warm", 3.0)
    assert [line.value for line in lines] == [1, 1.0, 2.0]
    assert lines[0].missed
    assert lines[0].note == "1 × TimeoutError"


def test_the_target_of_a_crowd_is_also_a_share_of_what_the_machine_makes_of_an_empty_page() -> None:
    *_, seconds, share = Crowd([6.0]).lines("warm", 3.0, Crowd([2 * REFERENCE_SECONDS]))
    assert (seconds.missed, share.missed, share.value) == (True, False, 6 / (2 * REFERENCE_SECONDS))
    *_, share = Crowd([6.1]).lines("warm", 3.0, Crowd([2 * REFERENCE_SECONDS]))
    assert share.missed


def test_a_soak_tells_what_visits_leave_from_what_is_there() -> None:
    flat = Soak(1, 0, memory=[(visits, 400.0) for visits in range(0, 2000, 100)])
    grows = Soak(1, 0, memory=[(visits, 400 + visits / 20) for visits in range(0, 2000, 100)])
    assert [round(soaked.slope) for soaked in (flat, grows)] == [0, 50]
    held = Held(400, Counter({"socket": 20}), 17)
    assert not [line.what for line in soak_lines(flat, held, held, set(), 0) if line.missed]
    read = Held(400, Counter({"socket": 19, "/x/salles/salles.sqlite": 2}), 17)
    assert not [line.what for line in soak_lines(flat, held, read, set(), 0) if line.missed]
    more = soak_lines(grows, held, Held(450, Counter({"socket": 21}), 18), {Path("left")}, 1)
    assert "20 before, 1 × socket" in [line.note for line in more]
    assert len([line for line in more if line.missed]) == 6
    # Nothing measured is not flat.
    assert Soak(1, 0).slope == float("inf")


def test_the_bench_of_faults_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = replace(NGINX, find=lambda: None)
    monkeypatch.setattr(faults, "_NEEDED", (nobody,))
    (line,) = faults.faults()
    assert line.missed
    assert NGINX.absent in line.note


def test_a_first_visit_that_waits_for_its_figure_misses_the_target() -> None:
    measured = list(
        visited("/", [Visit(900_000, 1, 5, 11), Visit(700_000, 2, 6, 12), Visit(800_000, 9, 7, 9)])
    )
    assert [line.value for line in measured] == [800, 2, 6, 11]
    assert [line.missed for line in measured] == [False, False, False, True]
