"""A program that tests need and no package of Python brings: found, else installed, else said loudly."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Each way is a list of commands, all of which must succeed.
Ways = list[list[list[str]]]


@dataclass(frozen=True)
class Needed:
    """What tests of a `marker` need.

    `find`: its path when it really starts, or None; `ways`: how to install it here, the cheapest first;
    `switch`: the variable under which a machine without it fails.
    """

    marker: str
    name: str
    missing: str
    remedy: str
    find: Callable[[], str | None]
    ways: Callable[[], Ways]

    @property
    def switch(self) -> str:
        """Return the variable under which a machine without it fails: REQUIRE_BROWSER."""
        return f"REQUIRE_{self.marker.upper()}"

    @property
    def required(self) -> bool:
        """Say whether a machine without it fails."""
        return os.environ.get(self.switch, "") not in {"", "0"}

    @property
    def absent(self) -> str:
        """Say in a few words that it is not there."""
        return f"no {self.name} on this machine"

    def install(self) -> None:
        """Try each way to get it on this machine; none of them failing stops the caller."""
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for commands in self.ways():
            done = (subprocess.run(command, check=False, env=quiet).returncode == 0 for command in commands)
            if all(done) and self.find():
                return

    def provide(self) -> int:
        """Print what the tests will use, installed if it is not there; 1 when it is required and missing."""
        if not self.find():
            print(f"No {self.name} on this machine: installing one for the {self.marker} tests", flush=True)
            self.install()
        path = self.find()
        said = f"{self.marker.capitalize()} tests use {path}" if path else framed(self.missing, self.remedy)
        print(said, flush=True)
        return 1 if self.required and not path else 0


def of_debian(*packages: str) -> Ways:
    """Return how Debian and Ubuntu install packages; no way for who is not root, or elsewhere."""
    if is_root() and shutil.which("apt-get"):
        return [[["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]]]
    return []


def is_root() -> bool:
    """Say whether this process may install anything; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def starts(command: Sequence[str]) -> bool:
    """Say whether a command answers: a name may be a note that says to install something else."""
    try:
        answer = subprocess.run(command, check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def framed(*lines: str) -> str:
    """Draw a frame that cannot be missed in a long log."""
    width = max(map(len, lines))
    edge = "#" * (width + 6)
    return "\n".join([edge, *(f"#  {line:<{width}}  #" for line in lines), edge])
