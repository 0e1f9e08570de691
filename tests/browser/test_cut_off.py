"""A debate without internet: the server, two screens and a telephone on the laptop's own network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.cut_off import ADDRESS, OWN
from tests.browser.rooms import rooms

pytestmark = pytest.mark.browser
APART = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
REMEDY = (
    "No network namespace here (unshare and ip, as root or with user namespaces): a debate cut off from the "
    "internet is not tried"
)


def test_a_debate_needs_no_internet_and_outlives_a_killed_server(chromium: str, tmp_path: Path) -> None:
    if not (shutil.which("unshare") and shutil.which("ip")):
        pytest.skip(REMEDY)
    if subprocess.run([*APART, "ip", "link"], capture_output=True, check=False).returncode:
        pytest.skip(REMEDY)
    done = subprocess.run(
        [*APART, sys.executable, "-m", "tests.browser.cut_off", chromium, str(tmp_path)],
        env=os.environ | {"OBSERVATOIRE_SALLES": rooms(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    # Nothing is asked of anybody else, and the codes lead telephones to an address that they reach.
    assert seen["asked"] == ["127.0.0.1", OWN, ADDRESS]
    assert ADDRESS in seen["addresses"]
    # Killed, it has lost nothing of what it had acknowledged.
    assert seen["ballots"] == [2, 2]
    # The figure stays while the server is away; it comes back where it was.
    assert len(set(seen["headings"])) == 1
    # A browser keeps awake a page of its own machine alone.
    assert seen["awake"] == [True, False]
