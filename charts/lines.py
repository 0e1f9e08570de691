"""Where a drawing may be cut in lines, for a screen that shows a few of them at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Lines:
    """The lines of a drawing, in pixels from the top of its marks, or in shares of it (from 0 to 1).

    `ends`: where each ends and the next starts, one more than lines: what is above the first and under the
    last goes with every line. `what`: what a line is (« région », « régions »). `chosen`, `silent`: the
    numbers of the lines of what is chosen, of those without a figure. `ordered`: the first and the last say
    the most. `heads`: from where to where is what is written again above each line when it comes first on a
    screen (0 to 0: nothing).
    """

    ends: Sequence[float]
    what: tuple[str, str]
    chosen: Collection[int] = ()
    silent: Collection[int] = ()
    ordered: bool = False
    heads: Sequence[tuple[float, float]] = ()


def even(lines: int, height: float) -> list[float]:
    """Return where lines of one height are cut."""
    return [height * number / lines for number in range(lines + 1)]
