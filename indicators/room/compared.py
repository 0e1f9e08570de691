"""Two rooms asked the same question: what separates the answers of the same actor, never their sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.arrays import Floats
from indicators.room.groups import heard_among
from indicators.room.spread import FEW, apart
from indicators.room.voices import Notes


@dataclass(frozen=True)
class Difference:
    """The mean of one room less that of the other, and how many answered in each.

    `low`, `high`: of the difference, in 90 % of the draws; None unless each has `FEW` answers.
    """

    counts: tuple[int, int]
    means: tuple[float, float]
    low: float | None
    high: float | None

    @property
    def difference(self) -> float:
        """Return the first mean less the second."""
        return self.means[0] - self.means[1]


Answers = Sequence[tuple[str, Notes]]


def compared(one: Answers, other: Answers, domains: Sequence[str]) -> dict[str, dict[str, Difference]]:
    """Return, by actor, the difference on each domain that five of that actor answered in each room.

    `one`, `other`: actor and answers of each person. Rooms are not compared as wholes: they are not made of
    the same actors.
    """
    found: dict[str, dict[str, Difference]] = {}
    for domain in domains:
        given = [_by_actor(answers, domain) for answers in (one, other)]
        for actor in given[0]:
            if actor in given[1]:
                found.setdefault(actor, {})[domain] = _difference(given[0][actor], given[1][actor])
    return found


def _by_actor(answers: Answers, domain: str) -> dict[str, Floats]:
    told = [(actor, notes[domain]) for actor, notes in answers if domain in notes]
    shown = heard_among(actor for actor, _ in told)
    return {actor: np.sort([note for who, note in told if who == actor]) for actor in shown}


def _difference(one: Floats, other: Floats) -> Difference:
    counts, means = (len(one), len(other)), (float(one.mean()), float(other.mean()))
    if min(counts) < FEW:
        return Difference(counts, means, None, None)
    return Difference(counts, means, *apart(one, other))
