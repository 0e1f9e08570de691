"""A server asks for the files that its visitors take, and says when it is not given them."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such limit")

_ASKED = """
import resource, sys
soft, hard = map(int, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
from pages import open_files
open_files.ask_for_more()
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (min(hard, open_files.WANTED), hard))
"""


# Not here: a hard limit is never given back.
def _asked(soft: int, hard: int) -> tuple[str, str]:
    command = [sys.executable, "-c", _ASKED, f"{soft}", f"{hard}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return told.stdout.strip(), told.stderr


def test_as_many_files_as_visitors_take_are_asked_for() -> None:
    assert _asked(1024, 10_000) == ("True", "")


def test_a_system_that_grants_fewer_is_told_in_the_log() -> None:
    done, told = _asked(1024, 4096)
    assert done == "True"
    assert "4096 files at most may be open here: about 1024 visitors" in told
