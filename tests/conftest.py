"""What holds for every test: one repeatable run, and no browser test left out in silence."""

import gc
import os
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from slipcover import pytest_plugin as coverage

from tests.setup.browser import CHROMIUM
from tests.setup.everything import NEEDED
from tests.setup.needed import Needed, framed

if TYPE_CHECKING:
    from indicators.facts import Fact
    from loaders.store import Store

# The same examples every time, so that a red run is red again; `HYPOTHESIS_PROFILE=explore` looks further.
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "explore", parent=settings.get_profile("repeatable"), derandomize=False, max_examples=1000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# Told before anything that is measured is imported; its own setting does not reach the workers. What was seen
# and comes back so many times ends its probe: to find the functions it stands in, all of them are read, 50 ms
# each time. At its own 50 times that is a fifteenth of the time of a worker.
if coverage._slipcover_instance:
    coverage._slipcover_instance.d_miss_threshold = 2000


class NeedyTests:
    """What became of the tests of a program, read from the reports, those of parallel workers too."""

    def __init__(self, needed: Needed, config: pytest.Config) -> None:
        self._needed = needed
        self._whole = config.args_source is config.ArgsSource.TESTPATHS
        self._met, self._left_out = False, 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test of the program, and whether it was left out."""
        if self._needed.marker in report.keywords:
            self._met = True
            self._left_out += report.skipped

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Where the program is required, refuse a whole run without any of its tests."""
        if self._absent and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.USAGE_ERROR

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> Generator[None, None, None]:
        """Say loudly, after every other report, how many of its tests were left out."""
        yield
        needed = self._needed
        if self._absent:
            told = f"{needed.switch}=1 and no {needed.marker} test was run"
            terminalreporter.write_line(told, red=True, bold=True)
        if self._left_out:
            frame = framed(needed.missing, f"{self._left_out} tests left out.", needed.remedy)
            terminalreporter.write_line(frame, red=True, bold=True)

    @property
    def _absent(self) -> bool:
        return self._needed.required and self._whole and not self._met


def pytest_configure(config: pytest.Config) -> None:
    """Follow what programs are needed for from where reports arrive; collect no garbage among imports."""
    gc.disable()
    if not hasattr(config, "workerinput"):
        for needed in NEEDED:
            config.pluginmanager.register(NeedyTests(needed, config), f"{needed.marker} tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses Chromium."""
    for item in items:
        if isinstance(item, pytest.Function) and "chromium" in item.fixturenames:
            item.add_marker("browser")


def pytest_collection_finish() -> None:
    """Keep what was imported out of each later collection, and collect less often: an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 100)
    gc.enable()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is not there; where it is required (REQUIRE_BROWSER=1), fail it."""
    for needed in NEEDED:
        if item.get_closest_marker(needed.marker) is None or needed.find():
            continue
        if needed.required:
            pytest.fail(f"{needed.switch}=1 and {needed.absent}", pytrace=False)
        pytest.skip(needed.absent)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chromium for Playwright's `executable_path`; what uses it is a browser test."""
    path = CHROMIUM.find()
    if path is None:
        pytest.skip(CHROMIUM.absent)
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server of this run: its address; who uses it is marked `postgres`."""
    from tests.setup import postgres  # noqa: PLC0415

    with postgres.running() as address:
        yield address


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Generator[None]:
    """Take the sheets out of the same bytes once: tests load the published workbook a hundred times."""
    from loaders.file import workbook  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "read", lru_cache(64)(workbook.read))
        yield


# What several rooms of tests ask; imported when it is asked, so that a run of others does not wait for it.
@pytest.fixture(scope="session")
def published() -> "Store":
    """The published workbook as a store, read once."""
    from tests import opened  # noqa: PLC0415

    return opened.published().store


@pytest.fixture(scope="session")
def published_facts() -> "tuple[Fact, ...]":
    from tests import opened  # noqa: PLC0415

    return opened.published_facts()


@pytest.fixture(scope="session")
def invented_facts() -> "tuple[Fact, ...]":
    """Of a complete survey that does not exist."""
    from tests import opened  # noqa: PLC0415

    return opened.invented_facts()
