"""The figures of « Regards croisés »: which drawing, on which scale, for each kind of section."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from charts.actors_bars import panel_bars
from charts.actors_series import Series, chosen, of_actors, of_surveys, tick
from charts.dumbbell import dumbbell
from charts.dumbbell_frame import Axis
from charts.look import Look
from wording.numbers import number, percent

_MOST_COLUMNS, _MOST_TICKS = 4, 9


@dataclass(frozen=True)
class Scale:
    """A measure: its bounds, the distance of its written values, and how they are written."""

    low: float
    high: float
    step: float
    write: Callable[[float], str]

    def around(self, values: Iterable[float], most: int = _MOST_TICKS) -> Axis:
        """Return the axis that holds the known values, at most `most` written values wide."""
        known = [value for value in values if not math.isnan(value)]
        low = max(self.low, math.floor(min(known) / self.step - 0.2) * self.step)
        high = min(self.high, math.ceil(max(known) / self.step + 0.2) * self.step)
        steps = round((high - low) / self.step)
        every = math.ceil((steps + 1) / most)
        ticks = [low + self.step * number for number in range(0, steps + 1, every)]
        return Axis(low, high, tuple((tick, self.write(tick)) for tick in ticks))


NOTES = Scale(0, 10, 1, partial(number, decimals=0))
SHARES = Scale(0, 100, 10, partial(percent, decimals=0))
CONCORDANCE = Axis(0, 1, tuple((quarter / 4, number(quarter / 4)) for quarter in range(5)))


def priorities(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the first domains of each actor, an actor a column."""
    return panel_bars(rows, look, columns=min(_MOST_COLUMNS, rows["panel"].nunique()))


def answers(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the answers to each question, three questions side by side."""
    panels = len(rows[["panel", "note"]].drop_duplicates())
    return panel_bars(rows, look, columns=min(3, panels))


def voices(rows: pd.DataFrame, actors: dict[str, str], scale: Scale, look: Look) -> dict[str, Any]:
    """Draw the actors (name by code) side by side on each domain."""
    return dumbbell(rows, of_actors(actors), _fitted(scale, rows, look), look)


def accord(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the concordance of each set of actors, and what chance gives."""
    seen = Series("observe", "accord observé", "circle", "#2c74b3")
    return dumbbell(rows, (tick("hasard", "moyenne au hasard"), seen), CONCORDANCE, look)


def conviction(rows: pd.DataFrame, region: str, others: str, look: Look) -> dict[str, Any]:
    """Draw one line an actor: surveys of the country, `others` as landmarks, `region` (its name) outlined."""
    surveys = [name for name in dict.fromkeys(rows["series"]) if name not in {region, others}]
    series = [*(tick(others, others),), *of_surveys(surveys), *(chosen(region, region),)]
    present = set(rows["series"])
    return dumbbell(rows, [one for one in series if one.code in present], _fitted(SHARES, rows, look), look)


def changes(rows: pd.DataFrame, scale: Scale, look: Look) -> dict[str, Any]:
    """Draw two surveys on each domain."""
    return dumbbell(rows, of_surveys(list(dict.fromkeys(rows["series"]))), _fitted(scale, rows, look), look)


def _fitted(scale: Scale, rows: pd.DataFrame, look: Look) -> Axis:
    return scale.around(rows["value"], 5 if look.narrow else _MOST_TICKS)
