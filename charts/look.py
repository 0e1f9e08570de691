"""How a figure is drawn, whatever it shows: the chosen region, the room there is, the colours of the page."""

from dataclasses import dataclass

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

    def _letters(self, least: int, most: int, count: int) -> int:
        return least if self.narrow else max(least, min(most, self.size[1] // count))
