"""What holds for every test: one repeatable run, and no browser test left out in silence."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.setup import browser

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

_left_out = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the list of browser tests that could not run."""
    config.stash[_left_out] = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses Chromium; under REQUIRE_BROWSER=1, refuse a whole run without any such test."""
    for item in items:
        if isinstance(item, pytest.Function) and "chromium" in item.fixturenames:
            item.add_marker("browser")
    whole = config.args_source is config.ArgsSource.TESTPATHS
    if browser.REQUIRED and whole and not any(item.get_closest_marker("browser") for item in items):
        raise pytest.UsageError("REQUIRE_BROWSER=1 and no browser test was collected")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test where there is no browser; under REQUIRE_BROWSER=1, fail it."""
    if item.get_closest_marker("browser") is None or browser.find():
        return
    item.config.stash[_left_out].append(item.nodeid)
    if browser.REQUIRED:
        pytest.fail("REQUIRE_BROWSER=1 and there is no Chromium", pytrace=False)
    pytest.skip("no Chromium on this machine")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> Generator[None, None, None]:
    """Say loudly, after every other report, how many browser tests were left out."""
    yield
    left_out = config.stash[_left_out]
    if left_out:
        frame = browser.framed(browser.MISSING, f"{len(left_out)} tests left out.", browser.REMEDY)
        terminalreporter.write_line(frame, red=True, bold=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chromium for Playwright's `executable_path`; what uses it is a browser test."""
    path = browser.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    return path
