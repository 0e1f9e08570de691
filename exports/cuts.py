"""A drawing in several: some of its lines at a time, each time under what is written above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring

from exports.poster import Drawn, placed, whole
from wording.lists import join
from wording.numbers import counted
from wording.typography import capital

# Where Vega puts the corner of its marks.
_MOVE = re.compile(r"translate\((-?[\d.]+),\s*(-?[\d.]+)\)")
_SVG = "{http://www.w3.org/2000/svg}"
# How far above its foot the middle of a letter is, in sizes.
_MIDDLE = 0.3


@dataclass(frozen=True)
class Part:
    """A part of a figure, and which of its lines it shows, in words (`""`: all of them)."""

    drawn: Drawn
    said: str = ""


@dataclass(frozen=True)
class Cut:
    """Where a drawing may be cut (pixels from its top, one more than lines) and what its lines are.

    `heads`: what is written above a line that does not start what it belongs to (see
    `charts.lines.Lines`).
    """

    ends: tuple[float, ...]
    what: tuple[str, str]
    chosen: tuple[int, ...]
    silent: tuple[int, ...]
    ordered: bool
    heads: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, drawn: Drawn, told: Mapping[str, Any]) -> "Cut":
        """Place what a specification tells on its finished drawing."""
        found = _MOVE.search(drawn.svg)
        top = float(found[2]) if found else 0.0
        ends = told["ends"]
        if ends[-1] <= 1:
            # In shares of the drawing.
            ends, top = [end * drawn.height for end in ends], 0.0
        return cls(
            tuple(top + end for end in ends),
            (told["what"][0], told["what"][1]),
            tuple(told["chosen"]),
            tuple(told["silent"]),
            told["ordered"],
            tuple((top + start, top + end) for start, end in told["heads"] or [(0, 0)] * (len(ends) - 1)),
        )

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.ends) - 1

    @property
    def top(self) -> float:
        """Where the first line starts."""
        return self.ends[0]

    def high(self, line: int) -> float:
        """Return the height of a line, in pixels."""
        return self.ends[line + 1] - self.ends[line]


def parts(drawn: Drawn, cut: Cut, height: float) -> list[Part]:
    """Return a drawing whole where it is no higher; else its most telling lines, then all in order."""
    if drawn.height <= height:
        return [Part(drawn)]
    room = height - cut.top - (drawn.height - cut.ends[-1])
    told = [line for line in range(cut.count) if line not in cut.silent]
    following = _in_order(
        cut, list(range(cut.count)) if cut.ordered else told or list(range(cut.count)), room
    )
    found = [_most_telling(cut, told, room), *following] if cut.ordered else following
    return [Part(_shown(drawn, cut, lines), _words(cut, lines, told)) for lines in found]


def _fit(cut: Cut, lines: Sequence[int], room: float) -> bool:
    head = cut.heads[lines[0]]
    return sum(map(cut.high, lines)) + (head[1] - head[0]) <= room


def _most_telling(cut: Cut, told: Sequence[int], room: float) -> list[int]:
    """Return the chosen lines, then one of each end in turn, as many as there is room for."""
    others = [line for line in told if line not in cut.chosen]
    turns = [others[-1 - turn // 2] if turn % 2 else others[turn // 2] for turn in range(len(others))]
    kept = list(cut.chosen)
    for line in turns:
        if not _fit(cut, [*kept, line], room):
            break
        kept.append(line)
    return sorted(kept)


def _in_order(cut: Cut, lines: Sequence[int], room: float) -> list[list[int]]:
    """Share lines in order, evenly where the room allows."""
    found = _filled(cut, lines, room)
    share, more = divmod(len(lines), len(found))
    starts = [number * share + min(number, more) for number in range(len(found) + 1)]
    even = [list(lines[start:end]) for start, end in pairwise(starts)]
    return even if all(_fit(cut, some, room) for some in even) else found


def _filled(cut: Cut, lines: Sequence[int], room: float) -> list[list[int]]:
    found: list[list[int]] = []
    for line in lines:
        if found and _fit(cut, [*found[-1], line], room):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _words(cut: Cut, lines: Sequence[int], told: Sequence[int]) -> str:
    """« 8 régions sur 13 : 4 en tête de liste, la région choisie et 3 en fin de liste »."""
    one, several = cut.what
    if lines[-1] - lines[0] + 1 == len(lines):
        first, last = lines[0] + 1, lines[-1] + 1
        said = f"{capital(one)} {first}" if first == last else f"{capital(several)} {first} à {last}"
        said += f" sur {cut.count}"
    else:
        said = f"{counted(len(lines), one, several)} sur {cut.count}"
    if cut.ordered and sorted(lines) != list(range(lines[0], lines[0] + len(lines))):
        return f"{said}\u202f: {_which(cut, lines, told)}"
    rest = cut.count - len(told)
    if rest and not cut.ordered:
        said += f"\u202f; aucun chiffre pour {counted(rest, 'autre', 'autres')}"
    return said


def _which(cut: Cut, lines: Sequence[int], told: Sequence[int]) -> str:
    first = [line for place, line in enumerate(told) if set(told[: place + 1]) <= set(lines)]
    last = [line for line in lines if line not in first and {one for one in told if one > line} <= set(lines)]
    mine = [line for line in lines if line not in (*first, *last)]
    one, several = cut.what
    said = [f"{len(first)} en tête de liste"] * bool(first)
    said += [f"les {several} choisies" if len(mine) > 1 else f"la {one} choisie"] * bool(mine)
    said += [f"{len(last)} en fin de liste"] * bool(last)
    return join(said)


def _shown(drawn: Drawn, cut: Cut, lines: Sequence[int]) -> Drawn:
    """Put what is above the lines, these lines and what is under them together."""
    windows = [(0.0, cut.top), cut.heads[lines[0]]]
    for line in lines:
        if windows[-1][1] == cut.ends[line]:
            windows[-1] = (windows[-1][0], cut.ends[line + 1])
        else:
            windows.append((cut.ends[line], cut.ends[line + 1]))
    windows.append((cut.ends[-1], drawn.height))
    top, placings = 0.0, []
    for start, end in windows:
        if end > start:
            placings.append(placed(_window(drawn, start, end), 0, top))
            top += end - start
    return Drawn(whole(placings, drawn.width, top), drawn.width, top)


def _window(drawn: Drawn, start: float, end: float) -> Drawn:
    """Return what is between two heights: marks are cut there, words elsewhere are left out."""
    root = fromstring(drawn.svg)
    _leave_out(root, 0.0, start, end)
    root.attrib |= {"y": "0", "overflow": "hidden"}
    root.attrib |= {"viewBox": f"0 {start:g} {drawn.width:g} {end - start:g}", "height": f"{end - start:g}"}
    inside = tostring(root, encoding="unicode").replace("ns0:", "").replace(":ns0", "")
    return Drawn(whole([inside], drawn.width, end - start), drawn.width, end - start)


def _leave_out(node: Element, top: float, start: float, end: float) -> None:
    """Take the words that stand outside of two heights out of a drawing."""
    for child in list(node):
        found = _MOVE.search(child.get("transform", ""))
        down = top + (float(found[2]) if found else 0.0)
        if child.tag == f"{_SVG}text":
            size = float(re.sub(r"[^\d.]", "", child.get("font-size", "0")) or 0)
            if not start <= down - _MIDDLE * size <= end:
                node.remove(child)
        else:
            _leave_out(child, down, start, end)
