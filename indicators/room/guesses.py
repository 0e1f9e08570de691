"""Guesses of a published figure: where the room stands, before the figure is told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.room.groups import heard_among
from indicators.room.spread import Spread, spread


def guesses(answers: Sequence[tuple[str, float]]) -> tuple[Spread, tuple[float, ...]] | None:
    """Return the spread of the guesses of those who are heard, and each of them in order; None: nobody is.

    `answers`: actor and guess of each person.
    """
    shown = heard_among(actor for actor, _ in answers)
    values = np.sort(np.array([guess for actor, guess in answers if actor in shown], dtype=float))
    return (spread(values), tuple(float(value) for value in values)) if len(values) else None
