"""What became of one thing that was bent, at any door: refused, right, or a fault that must not be."""

from __future__ import annotations

import resource
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

# What must not be: an error of ours, a value that is not the file's, a difference nothing explains, a refusal
# without a sentence, something that was brought and is shown or kept, too long, too large.
FAULTS = ("crash", "silent", "unknown", "mute", "written", "forged", "slow", "heavy")
# Seconds of processor that one may take, and megabytes that a process may grow to.
LONGEST, LARGEST = 10.0, 1_500
# A sentence is read on a telephone.
_LONGEST_SENTENCE = 1_500
_OF_A_TRACE = ("Traceback", "Error:", "Exception", 'File "')


@dataclass(frozen=True)
class Verdict:
    """`outcome`: what became of it, or a fault; `ways`: how it was bent; `number` makes it again."""

    number: int
    outcome: str
    ways: str
    why: str
    seconds: float
    megabytes: float


def verdict(number: int, ways: str, judge: Callable[[], tuple[str, str]]) -> Verdict:
    """Judge one: `judge` returns an outcome and why, or raises what the product lets through."""
    before, peak = time.process_time(), _peak()
    try:
        outcome, why = judge()
    except Exception as error:  # noqa: BLE001 - whatever it raises is what is looked for
        outcome, why = "crash", repr(error)
    seconds = time.process_time() - before
    megabytes = _peak()
    if outcome not in FAULTS:
        # What was large before is not its doing: the tests judge in a process that has drawn much else.
        heavy = megabytes > max(LARGEST, peak)
        outcome = "slow" if seconds > LONGEST else "heavy" if heavy else outcome
    return Verdict(number, outcome, ways, why, seconds, megabytes)


def _peak() -> float:
    """Return the most megabytes that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def is_sentence(text: str) -> bool:
    """Say whether a refusal is one that a reader can read: on one line, without a trace."""
    whole = text.strip()
    return (
        0 < len(whole) <= _LONGEST_SENTENCE
        and not hides(whole)
        and whole[-1] in ".!?)»"
        and not any(mark in whole for mark in _OF_A_TRACE)
    )


def hides(text: str) -> bool:
    """Say whether a text holds a sign that is not seen: a control, a direction, a line break."""
    return any(unicodedata.category(sign)[0] == "C" for sign in text)
