"""How wide a text is in our font, and how it is cut in lines before anything draws it."""

import re
from collections.abc import Callable, Iterable

from wording.letters import advances, drawable

_SPACES = re.compile(r"[ \t\r\n]+")
_AFTER_HYPHENS = re.compile(r"(?<=\w-)(?=\w)")


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in the unit of `size`, without kerning, which pulls letters together."""
    wide = advances(bold=bold)
    return size * sum(wide.get(letter, 0) for letter in drawable(text))


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Cut a text in lines of at most `room`; no-break spaces hold.

    A word longer than a line is cut after its hyphens; one of these that still is, anywhere.
    """
    return _filled(
        _SPACES.split(text.strip(" \t\r\n")), " ", lambda line: breadth(line, size, bold=bold) <= room
    )


def _filled(parts: Iterable[str], joined: str, fits: Callable[[str], bool]) -> list[str]:
    """Put as many parts on each line as it holds."""
    found: list[str] = []
    for part in parts:
        if found and fits(f"{found[-1]}{joined}{part}"):
            found[-1] += joined + part
        elif fits(part) or len(part) == 1:
            found.append(part)
        else:
            smaller = _AFTER_HYPHENS.split(part)
            found += _filled(smaller if len(smaller) > 1 else part, "", fits)
    return found
