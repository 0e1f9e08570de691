"""What chance alone would give, in words: a mean gap that is no more says nothing of the regions."""

from __future__ import annotations

from indicators.gap_chance import Chance, Count
from readings.phrases.words import nth, regions
from wording.numbers import number, plural, signed
from wording.typography import quoted


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


def of_count(found: Count, domain: str) -> str:
    """Say in how many regions chance would put the measured rank after the felt one, or before it.

    The intervals have no say in it: a count of established signs is never more.
    """
    side = "après" if found.after else "avant"
    ends = number(found.low, 0)
    if found.high > found.low:
        ends = f"de {ends} à {number(found.high, 0)}"
    many = plural(found.expected, "région", "régions")
    return (
        f"Sur {quoted(domain)}, un rang mesuré tiré au hasard viendrait {side} le rang ressenti dans "
        f"{number(found.expected, 1)}\u00a0{many} sur {number(found.regions, 0)} en moyenne ({ends} neuf "
        f"fois sur dix)\u202f; intervalles à part, il vient {side} dans {number(found.observed, 0)}, "
        f"{_beyond(found)}."
    )


def _beyond(found: Count) -> str:
    if found.observed > found.high:
        return "plus que le hasard n’explique"
    return (
        "moins que le hasard n’en donnerait" if found.observed < found.low else "rien qui dépasse le hasard"
    )


def _ranks(gap: float) -> str:
    return f"{signed(gap, 1)}\u00a0{plural(gap, 'rang', 'rangs')}"
