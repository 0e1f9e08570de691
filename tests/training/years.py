"""Earlier years of one invented indicator in six: what moves everywhere or here, a definition changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from tests.training.indicators import Invented, placed

SHEET, RUPTURE = "Années antérieures", "Rupture"
_ONE_IN = 6
# How many years apart two figures are, how many earlier ones there are.
_APART, _COUNT = (1, 2, 5), (1, 2, 2, 3)
# What moves in a year, in spreads: everywhere, in a region.
_EVERYWHERE, _HERE = 0.08, 0.05
# Out of a hundred: definitions that changed since the oldest year.
_CHANGED = 20
_RUPTURES = ("enquête rénovée", "champ élargi aux DROM", "seuil revalorisé", "nouvelle nomenclature")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Earlier:
    """An indicator as it was; its own year, values by place, what changed after it (`""`: nothing)."""

    one: Invented
    values: dict[str, float]
    rupture: str


def earlier(number: int, one: Invented, now: dict[str, float]) -> Iterator[Earlier]:
    """Yield the earlier years of the indicator of this number, the latest first; most have none."""
    if number % _ONE_IN:
        return
    chance = Random(f"{one.code}, années")
    apart, count = chance.choice(_APART), chance.choice(_COUNT)
    drift = chance.gauss(0, _EVERYWHERE)
    own = {place: drift + chance.gauss(0, _HERE) for place in now if place != "FR"} | {"FR": drift}
    changed = chance.random() * 100 < _CHANGED
    for step in range(1, count + 1):
        back = step * apart
        year = _YEAR.sub(partial(_before, back), one.year)
        values = {place: _then(one, value, -back * own[place]) for place, value in now.items()}
        france = values.pop("FR")
        # No region is at France to the digit (see `tests.training.indicators.values`).
        values = {place: value + one.step * (value == france) for place, value in values.items()}
        values = {"FR": france} | {place: round(value, one.decimals) for place, value in values.items()}
        rupture = chance.choice(_RUPTURES) if changed and step == count else ""
        yield Earlier(replace(one, year=year), values, rupture)


def _before(back: int, found: re.Match[str]) -> str:
    return str(int(found[0]) - back)


def _then(one: Invented, value: float, apart: float) -> float:
    """Return a value as far from that of today as a level moved by so many spreads is from the level."""
    return round(value * placed(one, apart) / one.level, one.decimals)
