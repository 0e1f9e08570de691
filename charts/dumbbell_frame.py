"""Where things are in a dumbbell: across in shares of the width, downwards in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.actors_series import Series
from charts.look import Look
from wording.lettering import breadth

ABSENT = "non publié"
# In text sizes: a line of the drawing, a line of the legend, a slot of the column of what is not published.
_TALL, _TALL_NARROW, KEY, SLOT = 2.3, 3.3, 1.7, 1.5
# More for a line with landmarks under it: they must be nearer to it than to the next.
_LANDMARK = 0.7
_LONGEST_NAME = 0.4


@dataclass(frozen=True)
class Axis:
    """What is drawn of the scale of a measure, and the values written above the lines with their words."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Frame:
    """The places of a drawing; `slots`: where the column of what is not published starts."""

    lines: tuple[str, ...]
    known: dict[str, Series]
    absent: tuple[Series, ...]
    axis: Axis
    look: Look
    left: float
    right: float
    slots: float
    top: float

    @property
    def size(self) -> int:
        """The size of the text, in pixels."""
        return self.look.text

    @property
    def tall(self) -> float:
        """The height of a line: on a phone its name stands above it."""
        more = _LANDMARK * any(not one.joined for one in self.known.values())
        return self.look.line(_TALL_NARROW if self.look.narrow else _TALL) + self.size * more

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + len(self.lines) * self.tall

    def across(self, value: float) -> float:
        """Return where a value is."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + (self.right - self.left) * share

    def down(self, line: str) -> float:
        """Return where the marks of a line are."""
        first = 2.2 * self.size if self.look.narrow else self.look.line(_TALL) / 2
        return self.top + self.tall * self.lines.index(line) + first

    def sizes(self, count: float) -> float:
        """Return a distance across, given in text sizes."""
        return count * self.size / self.look.room


def frame(rows: pd.DataFrame, series: Sequence[Series], axis: Axis, look: Look, legend: int) -> Frame:
    """Share the drawing between names, marks and what is not published, under `legend` lines of legend."""
    names = tuple(dict.fromkeys(rows["line"]))
    holed = set(rows.loc[rows["value"].isna(), "series"])
    absent = tuple(one for one in series if one.code in holed)
    unit = look.text / look.room
    longest = max(breadth(name, unit) for name in names)
    column = max(len(absent) * SLOT * unit, breadth(ABSENT, unit)) if absent else 0.0
    return Frame(
        lines=names,
        known={one.code: one for one in series},
        absent=absent,
        axis=axis,
        look=look,
        left=3 * unit if look.narrow else min(_LONGEST_NAME, longest) + 3.5 * unit,
        right=1 - column - 3.5 * unit,
        slots=1 - column,
        top=(legend * KEY + 1.9) * look.text,
    )
