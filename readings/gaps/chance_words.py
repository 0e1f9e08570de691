"""What chance alone would give, in words: a mean gap that is no more says nothing of the regions."""

from __future__ import annotations

from indicators.gap_chance import Chance
from readings.phrases.words import nth, regions
from wording.numbers import number, plural, signed


def sentence(found: Chance) -> str:
    """Say what the gap is made of, what chance would give, and whether the mean goes beyond."""
    less = f"l’écart y est le rang mesuré moins {number(found.felt, 0)}"
    where = f"les {regions(found.regions)} où il est publié"
    inside = found.low <= found.observed <= found.high
    beyond = "rien qui dépasse le hasard" if inside else "plus que le hasard n’explique"
    return (
        f"Le rang ressenti est le même ({nth(found.felt)}) dans {where}\u202f: {less}. "
        f"Un rang mesuré tiré au hasard donnerait {_ranks(found.expected)} en moyenne (de "
        f"{signed(found.low, 1)} à {signed(found.high, 1)} neuf fois sur dix)\u202f; la moyenne est de "
        f"{signed(found.observed, 1)}, {beyond}."
    )


def _ranks(gap: float) -> str:
    return f"{signed(gap, 1)}\u00a0{plural(gap, 'rang', 'rangs')}"
