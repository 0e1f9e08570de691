"""How a figure is drawn, whatever it shows: the chosen region, the room there is, the colours of the page."""

from dataclasses import dataclass

from charts.palette import Page

# Under this width in pixels a figure stands on a phone: fewer words, one above the other.
_NARROW = 480


@dataclass(frozen=True)
class Look:
    """The chosen region (`""` for none), width and height in pixels, colours of the page."""

    region: str
    size: tuple[int, int]
    page: Page

    @property
    def narrow(self) -> bool:
        """Whether the figure stands on a phone."""
        return self.size[0] < _NARROW
