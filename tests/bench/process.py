"""What a server process holds, read beside it: memory, open files, threads; Linux only."""

from __future__ import annotations

import re
import urllib.request
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.server import LOOPBACK

_RESIDENT, _THREADS = re.compile(r"VmRSS:\s+(\d+) kB"), re.compile(r"Threads:\s+(\d+)")
_NUMBER = re.compile(r":\[\d+\]$")
_SESSIONS = re.compile(r"^active_sessions (\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Held:
    """What a process holds at one moment; `memory` in megabytes, `files` by what is open."""

    memory: float
    files: Counter[str]
    threads: int


def held(pid: int) -> Held:
    """Return what a process holds now; raises OSError where the system does not say."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    memory, threads = _RESIDENT.search(told), _THREADS.search(told)
    if memory is None or threads is None:
        raise OSError(f"the process {pid} is over")
    return Held(int(memory[1]) / 1000, _files(pid), int(threads[1]))


def _files(pid: int) -> Counter[str]:
    """Return what is open; a number that tells one socket from another is left out."""
    found: Counter[str] = Counter()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            found[_NUMBER.sub("", f"{entry.readlink()}")] += 1
    return found


def sessions(port: int) -> int:
    """Return how many sessions a server says are open."""
    address = f"http://{LOOPBACK}:{port}/_stcore/metrics?families=active_sessions"
    with urllib.request.urlopen(address, timeout=30) as answer:
        found = _SESSIONS.search(answer.read().decode())
    if found is None:
        raise RuntimeError("the server does not say how many sessions are open")
    return int(found[1])
