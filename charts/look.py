"""How a figure is drawn, whatever it shows: the chosen region, the room there is, the colours of the page."""

from dataclasses import dataclass, replace
from typing import Any

from charts.lines import Lines
from charts.palette import Page

# Under this width in pixels a figure stands on a phone: fewer words, one above the other.
_NARROW = 480
# The sizes of letters in pixels: the least (that of a phone), the most, and how many are as high as the
# map between the two, so that a large screen is read from the back of a room. Small ones write
# legends, grids and numbers on a map, where many stand side by side.
_TEXT = (14, 20, 26)
_SMALL = (12, 18, 32)
# The height of a line of marks, in letters: with one line of words, with two.
_LINE, _TWO_LINES = 2, 3
# Letters of this size and more are written on a map, in pixels.
_READABLE = 10.5
# The share of the page that the map takes beside its bars.
MAP = (5, 11)


@dataclass(frozen=True)
class Look:
    """The chosen region (`""` for none), width and height of the map in pixels, colours of the page."""

    region: str
    size: tuple[int, int]
    page: Page

    @property
    def narrow(self) -> bool:
        """Whether the figure stands on a phone."""
        return self.size[0] < _NARROW

    @property
    def text(self) -> int:
        """Return the size of the letters, in pixels."""
        return self._letters(*_TEXT)

    @property
    def small(self) -> int:
        """Return the size of the letters of a legend, of numbers on a map, of a grid, in pixels."""
        return self._letters(*_SMALL)

    @property
    def room(self) -> int:
        """Return about how wide the page is, in pixels."""
        share, whole = MAP
        return self.size[0] if self.narrow else self.size[0] * whole // share

    def height(self, lines: int, *, stacked: bool = False) -> int:
        """Return the height, in pixels, of so many lines of marks, as high as the map at least.

        `stacked`: two lines of words for each.
        """
        return max(self.size[1], lines * self.text * (_TWO_LINES if stacked else _LINE))

    @property
    def readable(self) -> float:
        """Return the least size that letters may have on a map, in pixels."""
        return _READABLE

    @property
    def legend(self) -> int:
        """Return how wide a legend is, in pixels."""
        return self.size[0]

    def width(self, pixels: int) -> int:
        """Return the width of a picture that chooses its own, in pixels."""
        return pixels

    def columns(self, panels: int) -> int:
        """Return how many panels stand side by side, where their width allows so many."""
        return panels

    def limit(self, pixels: int) -> int:
        """Return how long the words of an axis may be, in pixels."""
        return pixels

    def free(self, letters: float) -> int:  # noqa: ARG002 - a screen counts them
        """Return the height, in pixels, that a figure fills with marks; `letters`: of words around them."""
        return self.size[1]

    def beside(self) -> "Look":
        """Return the look of what stands beside a map."""
        return self

    def grid(self, lines: int, above: int) -> int:
        """Return the height of so many lines of boxes, in pixels; `above`: what their names take."""
        return 2 * self.text * lines + above

    def line(self, letters: float) -> float:
        """Return the height of a line of marks that takes so many letters, in pixels."""
        return letters * self.text

    def bars(self, lines: int) -> int:  # noqa: ARG002 - a screen counts them
        """Return the height, in pixels, of so many bars beside a map."""
        return self.size[1]

    def lesser(self, size: float) -> float:
        """Return the size of letters that may be smaller than the others, in pixels."""
        return size

    def of_height(self, height: int) -> "Look":
        """Return the same for a figure that has its own height, in pixels."""
        return replace(self, size=(self.size[0], height))

    def cut(self, spec: dict[str, Any], lines: Lines) -> dict[str, Any]:  # noqa: ARG002 - a page shows all of them
        """Say where a drawing may be cut, for who shows a few of its lines at a time (see `Projected`)."""
        return spec

    def _letters(self, least: int, most: int, count: int) -> int:
        return least if self.narrow else max(least, min(most, self.size[1] // count))
