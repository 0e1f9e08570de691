"""Colours: one sequential scale for fragility, one diverging scale for gaps, grey for what is not published.

Both scales keep their order in grey print (lightness moves steadily away from the page) and for
colour-blind readers (blue alone; orange against purple, never red against green). A figure never rests on
colour alone: values are written on the map, gaps carry their sign, and what is not published is hatched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# From one end to the other of lightness (see `Page.growing`).
FRAGILITY = ("#dce9f5", "#a9cbe8", "#6aa5d6", "#2c74b3", "#0c447e")
# Purple: a blind spot (measured more than felt). Orange: felt more than measured. The middle is no gap.
GAP = tuple("#3b1d70 #6f5fb0 #a9a0d2 #dcd9ee #f1f1f3 #f9d5a6 #efa14b #c96c12 #8c3d04".split())
_GAP_DARK = tuple("#d3ccff #a398e6 #6f5fb0 #463a78 #30303c #5c3510 #a5570d #ee9f48 #ffd9a0".split())
MISSING = "#e3e3e8"
HATCH = "#85848f"
OUTLINE = "#77768c"
# The lines of a hatching as dots, for a gap without a stated sign.
DOTTED: dict[str, Any] = {"strokeDash": [0.1, 6], "strokeCap": "round"}
DOT = 2.2
# The chosen region: 3:1 at least on white and on the dark background.
CHOSEN = "#d01c8b"
INK_DARK = "#1c1b2e"
INK_LIGHT = "#ffffff"
# On paper, slides and pictures: words that accompany, lines between parts, what is set apart or invented.
QUIET, RULE, TINTED = "#55546a", "#c9c9d4", "#f4f8fc"
WARM, WARM_PALE = GAP[8], "#fdeed8"


@dataclass(frozen=True)
class Page:
    """Colours of the page a figure is drawn on: those of `.streamlit/config.toml`, and what is drawn there.

    On both pages what is more fragile, or a larger gap, stands out more.
    """

    background: str
    ink: str
    gap: tuple[str, ...]
    missing: str

    @property
    def others(self) -> str:
        """Regions among which one is looked at, where no colour has a class: grey."""
        return mix(self.ink, self.background, 0.4)

    @property
    def ground(self) -> str:
        """Regions of a map that only says where one is."""
        return mix(self.ink, self.background, 0.12)

    @property
    def measured(self) -> str:
        """Return the blue of what is measured, where two sides stand apart by their colours."""
        return self._clearest(FRAGILITY[2:4])

    @property
    def felt(self) -> str:
        """Return the orange of what is felt, where two sides stand apart by their colours."""
        return self._clearest(GAP[6:8])

    @property
    def here(self) -> str:
        """The region that such a map tells apart."""
        return mix(CHOSEN, self.background, 0.55)

    def growing(self, colours: Sequence[str]) -> tuple[str, ...]:
        """Order a scale of one hue from the colour nearest to the page to the one that stands out most."""
        return tuple(sorted(colours, key=lambda colour: contrast(colour, self.background)))

    def _clearest(self, colours: Sequence[str]) -> str:
        return max(colours, key=lambda colour: contrast(colour, self.background))


LIGHT = Page(background="#ffffff", ink="#1c1b2e", gap=GAP, missing=MISSING)
DARK = Page(background="#14141f", ink="#efeff6", gap=_GAP_DARK, missing="#26262f")


def rgb(colour: str) -> tuple[int, int, int]:
    """Split a `#rrggbb` colour into its three bytes."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, background: str, share: float) -> str:
    """Fade a colour into a background, keeping `share` (0 to 1) of it."""
    parts = zip(rgb(colour), rgb(background), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in parts)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white); source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (_linear(part / 255) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21; source: WCAG 2.2, definition of contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=64)
def ink(background: str) -> str:
    """Choose the text colour, dark or white, that contrasts most with a background."""
    return max((INK_DARK, INK_LIGHT), key=lambda text: contrast(text, background))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
