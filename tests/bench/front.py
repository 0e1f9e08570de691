"""The topology of `deploy/` on this machine: its nginx in front of two servers over one PostgreSQL."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from hall.book.place import SECRET_VARIABLE, VARIABLE
from loaders import place
from tests.bench.registry import Line
from tests.bench.server import started
from tests.bench.sites import ROOT
from tests.setup import nginx
from tests.setup.needed import Needed
from tests.setup.ports import free_port

SECRET = "x" * 32
_NAMES = "ab"


def missing(*needed: Needed) -> list[Line]:
    """Return the line that says which programs are not there, none where all are; it misses its target."""
    absent = [one.absent for one in needed if one.find() is None]
    return [Line("programs missing", len(absent), "", 0, " ".join(absent))] if absent else []


@dataclass(frozen=True)
class Front:
    """Two servers behind one address: its port, the folder of nginx, the process of each by its cookie."""

    port: int
    folder: Path
    processes: dict[str, int]

    def kill(self, name: str) -> None:
        """End a server as by `kill -9`."""
        os.kill(self.processes[name], signal.SIGKILL)


@contextmanager
def front(folder: Path, where: str) -> Iterator[Front]:
    """Serve until the block ends; `where`: the PostgreSQL of the rooms. Raises RuntimeError without nginx."""
    laid = folder / "nginx"
    laid.mkdir()
    settings = {VARIABLE: where, SECRET_VARIABLE: SECRET}
    with ExitStack() as both:
        servers = [
            both.enter_context(
                started(ROOT / "app.py", ROOT, **settings, **{place.STORES: f"{folder / name}"})
            )
            for name in _NAMES
        ]
        first, second = (port for port, _ in servers)
        port = free_port()
        both.enter_context(nginx.running(laid, port, (first, second)))
        yield Front(port, laid, dict(zip(_NAMES, (process for _, process in servers), strict=True)))
