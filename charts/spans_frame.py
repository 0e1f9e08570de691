"""Where things are in a drawing of values around a landmark, one line a region, one panel or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.look import Look
from wording.lettering import breadth

# In text sizes: a line, a line whose name stands above it, what is written over the panels.
_TALL, _TALL_NARROW, _HEAD = 2.0, 3.4, 3.6
# Between two panels and at their ends, where a number is written beside its mark, in text sizes.
_BETWEEN, BESIDE = 1.5, 0.9


@dataclass(frozen=True)
class Panel:
    """One scale: its code in the rows, its heading, the two directions, the landmark at 0, its mark."""

    code: str
    heading: str
    ends: tuple[str, str]
    landmark: str
    shape: str
    colour: str


@dataclass(frozen=True)
class Frame:
    """Where things are: across in shares of the width, downwards in pixels."""

    names: tuple[str, ...]
    left: float
    wide: float
    reach: tuple[float, ...]  # the furthest value of each panel from its landmark
    beside: tuple[float, ...]  # the room of the widest number of each panel
    look: Look

    @property
    def top(self) -> float:
        """Where the first line starts."""
        return _HEAD * self.look.text

    @property
    def tall(self) -> float:
        """The height of a line: on a phone its name stands above its marks."""
        return self.look.line(_TALL_NARROW if self.look.narrow else _TALL)

    def down(self, line: str) -> float:
        """Return the middle of the marks of a line."""
        first = 2.4 * self.look.text if self.look.narrow else self.tall / 2
        return self.top + self.tall * self.names.index(line) + first

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + self.tall * len(self.names)

    def start(self, panel: int) -> float:
        """Return where a panel starts."""
        return self.left + panel * (self.wide + self.sizes(_BETWEEN))

    def across(self, panel: int, value: float) -> float:
        """Return where a value of a panel is; 0, the landmark, is in its middle."""
        half = self.wide / 2
        return self.start(panel) + half + (half - self.beside[panel]) * value / self.reach[panel]

    def sizes(self, count: float) -> float:
        """Return a distance across, given in text sizes."""
        return count * self.look.text / self.look.room


def frame(rows: pd.DataFrame, panels: Sequence[Panel], look: Look) -> Frame:
    """Share the width between the names and the panels; `rows`: see `charts.spans`."""
    unit = look.text / look.room
    names = tuple(dict.fromkeys(rows["name"]))
    left = unit if look.narrow else max(breadth(name, unit, bold=True) for name in names) + 1.5 * unit
    between = _BETWEEN * unit * (len(panels) - 1)
    here = [rows[rows["panel"] == panel.code] for panel in panels]
    ends = [part[["value", "low", "high"]].abs().max().max() for part in here]
    return Frame(
        names,
        left,
        (1 - left - between) / len(panels),
        tuple(float(end) if end > 0 else 1.0 for end in ends),
        tuple(_widest(part, unit) + 1.5 * BESIDE * unit for part in here),
        look,
    )


def _widest(rows: pd.DataFrame, unit: float) -> float:
    """Return how wide the widest number of a panel is."""
    return max((breadth(text, unit) for text in rows.loc[rows["value"].notna(), "text"]), default=0.0)
