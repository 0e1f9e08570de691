"""A process that serves looks through what may be garbage, and seldom."""

import subprocess
import sys

_SETTLED = """
import gc
from pages import heap
heap.settle()
print(gc.get_freeze_count() > 1_000, gc.get_threshold() == heap.THRESHOLDS, gc.isenabled())
"""


def test_what_is_there_is_left_alone_and_the_rest_is_still_collected() -> None:
    # Not here: what a test of this process left behind would never be collected.
    told = subprocess.run([sys.executable, "-c", _SETTLED], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True"] * 3
