"""How a figure is drawn for a room: one size of letters, few lines, cut where the drawing says."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from charts.lines import Lines
from charts.look import Look

# The smallest letters, in pixels of a screen of 720: 3.6 % of its height.
LETTERS = 26
# The height of a line of marks in letters: with one line of words, with two.
_LINE, _TWO_LINES = 1.55, 2.7
# What a line of marks keeps of its height.
_CLOSER = 0.82
# Under this width, in letters, a figure stands as on a phone: its words above its marks.
_NARROW = 26
# The longest name of an axis, in letters.
_LONGEST = 14
# As many panels at most, of so many letters each.
_MAPS, _PANEL = 4, 11
# Where a finished specification says how it is cut: Vega-Lite reads nothing there.
LINES = "lines"


@dataclass(frozen=True)
class Projected(Look):
    """The look of a screen: `letters` is the size of every letter and `wide` the room across, in pixels.

    `size`: of the map that stands beside its bars.
    """

    letters: int
    wide: int

    @property
    def narrow(self) -> bool:
        """Whether the room is that of a phone, in letters."""
        return self.wide < _NARROW * self.letters

    @property
    def text(self) -> int:
        """Return the size of the letters."""
        return self.letters

    @property
    def small(self) -> int:
        """Return the same: none is smaller."""
        return self.letters

    @property
    def room(self) -> int:
        """Return how wide the screen is."""
        return self.wide

    @property
    def readable(self) -> float:
        """Return the size of the letters: a map that has no room for them has no words."""
        return self.letters

    def height(self, lines: int, *, stacked: bool = False) -> int:
        """Return the height of so many lines; more than a screen has are shown in several times."""
        return round(lines * self.letters * (_TWO_LINES if stacked else _LINE))

    @property
    def legend(self) -> int:
        """Return how wide the screen is: a legend is under the map and its bars."""
        return self.wide

    def width(self, pixels: int) -> int:  # noqa: ARG002 - that of the screen
        """Return how wide the screen is."""
        return self.wide

    def columns(self, panels: int) -> int:
        """Return how many panels stand side by side: as many as have room for their words."""
        return max(1, min(panels, _MAPS, self.wide // (_PANEL * self.letters)))

    def limit(self, pixels: int) -> int:
        """Return how long the words of an axis may be: that of our longest names at least."""
        return max(pixels, round(_LONGEST * self.letters))

    def free(self, letters: float) -> int:
        """Return the height of the screen without these words."""
        return round(self.size[1] - letters * self.letters)

    def beside(self) -> Look:
        """Return the look of what stands beside the map: the room is what the map leaves."""
        return replace(self, wide=self.wide - self.size[0])

    def grid(self, lines: int, above: int) -> int:  # noqa: ARG002 - outside of the lines
        """Return the height of so many lines of boxes."""
        return self.height(lines)

    def line(self, letters: float) -> float:
        """Return the height of a line of marks, closer to the next than on a page."""
        return _CLOSER * letters * self.letters

    def bars(self, lines: int) -> int:
        """Return the height of so many bars."""
        return self.height(lines)

    def lesser(self, size: float) -> float:  # noqa: ARG002 - none is smaller
        """Return the size of the letters."""
        return self.letters

    def of_height(self, height: int) -> Look:  # noqa: ARG002 - that of the screen
        """Return the same look: no figure is higher than the screen."""
        return self

    def cut(self, spec: dict[str, Any], lines: Lines) -> dict[str, Any]:
        """Write beside a drawing where it is cut: `exports.cuts` reads it, Vega-Lite does not."""
        return spec | {"usermeta": {LINES: asdict(lines)}}
