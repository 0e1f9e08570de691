"""One page is drawn at a time: those who come together are served one after another, not all at the end.

Python runs one thread at a time. Two hundred scripts that share it in slices all end with the last one, and
so does what the loop has to do meanwhile: send what is drawn, answer `/ready`, take the ballots of a room.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# Longer than any page takes of what an edition keeps; a workbook that a visitor brings takes more.
LONGEST_SECONDS = 1.0
# Between two threads that both have work. Python's own, 5 ms, cuts each run of a script in ten: to take the
# processor from one another that often costs a tenth of it.
SLICE_SECONDS = 0.02


class Turns:
    """Lets one in at a time. `longest`: seconds after which whoever is in keeps nobody out any more."""

    def __init__(self, longest: float = LONGEST_SECONDS) -> None:
        self._longest = longest
        self._next, self._in = Lock(), Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it."""
        with self._next:
            held = self._in
            if not held.acquire(timeout=self._longest):
                # Whoever was in goes on beside the others: nobody waits for a workbook to be read.
                held = self._in = Lock()
                held.acquire()
        try:
            yield
        finally:
            held.release()


TURNS = Turns()


def last_longer() -> None:
    """Let a thread work longer before another takes over; for a process that serves."""
    sys.setswitchinterval(SLICE_SECONDS)
