"""The two sites that are compared: the application as served, the empty page under Streamlit's defaults."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.server import started

ROOT = Path(__file__).resolve().parents[2]
EMPTY = Path(__file__).parent / "empty_page"


@contextmanager
def application() -> Iterator[tuple[int, int]]:
    """Serve the application with its own settings and yield the port and the process."""
    with started(ROOT / "app.py", ROOT) as served:
        yield served


@contextmanager
def empty_page() -> Iterator[tuple[int, int]]:
    """Serve the empty page under Streamlit's defaults and yield the port and the process."""
    if (EMPTY / ".streamlit").exists():
        raise RuntimeError("the empty page must be served under Streamlit's defaults")
    with started(EMPTY / "empty.py", EMPTY) as served:
        yield served
