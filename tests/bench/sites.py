"""The two sites that are compared: the application as served, the empty page under Streamlit's defaults."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.server import server

ROOT = Path(__file__).resolve().parents[2]
EMPTY = Path(__file__).parent / "empty_page"


@contextmanager
def application() -> Iterator[int]:
    """Serve the application with its own settings and yield the port."""
    with server(ROOT / "app.py", ROOT) as port:
        yield port


@contextmanager
def empty_page() -> Iterator[int]:
    """Serve the empty page under Streamlit's defaults and yield the port."""
    if (EMPTY / ".streamlit").exists():
        raise RuntimeError("the empty page must be served under Streamlit's defaults")
    with server(EMPTY / "empty.py", EMPTY) as port:
        yield port
