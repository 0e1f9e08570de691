"""A line on stderr when something takes more than a second, so that nobody wonders whether it hangs."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_SECONDS = 1.0


@contextmanager
def progress(label: str, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Say, once `patience` seconds have passed and then as often, what is going on and for how long."""
    started = time.monotonic()
    done = threading.Event()

    def tell() -> None:
        while not done.wait(patience):
            sys.stderr.write(f"{label}\u202f: {time.monotonic() - started:.0f} s…\n")
            sys.stderr.flush()

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
