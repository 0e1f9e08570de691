"""A figure for a whole screen, read from the back of a room: nothing scrolls, what is left is on the next.

Every screen has the title, what is drawn, the source and the mention; the last one has their whole text,
where the others leave some of it out.
The letters are 3.6 % of the height, and none is smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts.look import Look
from charts.palette import INK_LIGHT, Page, mix
from charts.screen_look import LETTERS, Projected
from exports.composed import Tree, composed
from exports.cuts import Part
from exports.drawn import Room, numbered
from exports.poster import BAND, Style, placed, text, whole
from exports.stamp import Stamp
from wording.lettering import breadth, lines
from wording.mentions import FICTIONAL, NOT_MEASURED

HEIGHT = 720
# The narrowest and the widest screens; another shape has bands on its sides.
_SHAPES = (1.25, 2.4)
_MARGIN, _GAP = 24, 10
_TITLES = (42, 38, 34, 30)
_TITLE_LINES, _FOOT_LINES = 2, 3
# What bars need beside a map, in letters.
_BESIDE = 25
_LEGEND = 5.4
# The largest letters of a figure that has few lines.
_LARGEST = 34
_QUIET = 0.78
_BAND_HEIGHT = 40
# The least height of a figure; where its foot leaves less, most of it is on the last screen.
_LEAST_ROOM = 14 * LETTERS
_CONVENTION = "Des domaines sont mesurés par convention\u202f: voir le dernier écran."
READING = "Lecture et sources"
_FOLLOWS = "(suite au dernier écran)"
Draw = Callable[[Look], dict[str, Any]]


@dataclass(frozen=True)
class _Screen:
    """What surrounds the figure on each of its screens."""

    stamp: Stamp
    page: Page
    width: int

    @property
    def room(self) -> float:
        return self.width - 2 * _MARGIN

    @property
    def quiet(self) -> Style:
        return Style(LETTERS, 400, mix(self.page.ink, self.page.background, _QUIET))

    @property
    def strong(self) -> Style:
        return Style(LETTERS, 700, self.page.ink)

    def cut(self, words: str, style: Style) -> list[str]:
        """Cut a text in lines of the screen."""
        return lines(words, self.room, style.size, bold=style.weight > 400) if words else []


def screens(draw: Draw, stamp: Stamp, look: Look, shape: float, *, first: bool = False) -> list[str]:
    """Return the screens of a figure as SVG, the figure first, then how it is read and what it comes from.

    `draw`: makes its specification for a look; `look`: the chosen region and the colours of the page;
    `shape`: how many times the screen is wider than high; `first`: of the figure, its most telling screen.
    """
    least, most = _SHAPES
    screen = _Screen(stamp, look.page, round(HEIGHT * max(least, min(most, shape))))
    head, top = _head(screen)
    foot = _foot(screen)
    bottom = _bottom(screen, foot)
    drawn = _drawn(draw, screen, look, bottom - top)
    short = _short_foot(screen)
    if len(short) < len(foot) and (len(drawn) > 1 or bottom - top < _LEAST_ROOM):
        # What each of several screens would say again takes lines of the figure: it is whole on the last one.
        foot, bottom = short, _bottom(screen, short)
        drawn = _drawn(draw, screen, look, bottom - top)
    found = drawn[:1] if first else drawn
    texts = _texts(screen) if _left_out(screen, foot) else []
    count = len(found) + len(texts)
    place = [f"{number} / {count}" for number in range(1, count + 1)] if count > 1 else [""]
    figures = [_figure(screen, (head, foot), part, (top, bottom), place.pop(0)) for part in found]
    told = [_told(screen, written, place.pop(0)) for written in texts]
    return [numbered(one) for one in (*figures, *told)]


def _left_out(screen: _Screen, foot: Sequence[str]) -> bool:
    """Say whether the screens of the figure leave out some of what it says of itself."""
    stamp, (_, title) = screen.stamp, _title(screen)
    cut = title[-1].endswith("…") or _CONVENTION in foot or _FOLLOWS in " ".join(foot)
    return bool(stamp.edition) or cut or _first_sentences(screen).rstrip(".") != stamp.subtitle.rstrip(".")


def _bottom(screen: _Screen, foot: Sequence[str]) -> float:
    """Return where the figure ends, over its foot."""
    return HEIGHT - 2 * _GAP - (len(foot) + 1) * screen.quiet.leading


def _drawn(draw: Draw, screen: _Screen, look: Look, height: float) -> list[Part]:
    """Draw the figure; with larger letters where all of it leaves room."""

    def made(letters: int) -> Tree:
        return composed(draw(_projected(screen, look, height, letters)), Room(screen.room, look.page))

    tree = made(LETTERS)
    larger = min(_LARGEST, int(LETTERS * height / tree.height))
    if larger > LETTERS and tree.cut:
        again = made(larger)
        tree = again if again.height <= height else tree
    return tree.parts(height)


def _projected(screen: _Screen, look: Look, height: float, letters: int) -> Projected:
    """Leave to a map what its bars do not need."""
    side = min(0.95 * (height - _LEGEND * letters), screen.room - _BESIDE * letters)
    return Projected(look.region, (round(side), round(height)), look.page, letters, round(screen.room))


def _head(screen: _Screen) -> tuple[list[str], float]:
    """Write the title as large as two lines hold, then what is drawn; return where the figure starts."""
    style, cut = _title(screen)
    top = _MARGIN / 2 + _BAND_HEIGHT * screen.stamp.fictional
    written = _written(cut, style, top)
    top += len(cut) * style.leading
    told = screen.cut(_first_sentences(screen), screen.quiet)
    return [*written, *_written(told, screen.quiet, top)], top + len(told) * screen.quiet.leading + _GAP


def _title(screen: _Screen) -> tuple[Style, list[str]]:
    """Return the title as large as two lines hold, its end left to the last screen past three small ones."""
    # How a convention is read takes its room below.
    for size in _TITLES[2:] if screen.stamp.convention else _TITLES:
        style = Style(size, 700, screen.page.ink)
        cut = screen.cut(screen.stamp.title, style)
        if len(cut) <= _TITLE_LINES:
            return style, cut
    kept = cut[: _TITLE_LINES + 1]
    return style, kept if kept == cut else [*kept[:-1], f"{kept[-1].rsplit(' ', 1)[0]}…"]


def _first_sentences(screen: _Screen) -> str:
    """Return the first sentences of what is drawn, those on one line, or the first on two.

    None where how a convention is read takes their room: they are on the last screen.
    """
    kept = ""
    if screen.stamp.convention or not screen.stamp.subtitle:
        return kept
    for sentence in screen.stamp.subtitle.split(". "):
        longer = f"{kept}{' ' * bool(kept)}{sentence.rstrip('.')}."
        if len(screen.cut(longer, screen.quiet)) > (1 if kept else 2):
            break
        kept = longer
    return kept


def _short_foot(screen: _Screen) -> list[str]:
    """Return the least of it: where a convention is read, the first document, the mention."""
    told = screen.stamp.convention
    shorter = told if len(screen.cut(told, screen.quiet)) <= 1 else _CONVENTION
    return _foot(replace(screen, stamp=replace(screen.stamp, convention=shorter)), 1)


def _foot(screen: _Screen, most: int = _FOOT_LINES) -> list[str]:
    """Return the lines of the foot: how a convention is read, the source, the mention; the last two whole.

    `most`: lines that more documents than the first may take.
    """
    stamp = screen.stamp
    documents = stamp.source.split("\u202f; ")
    for count in range(len(documents), 0, -1):
        source = "\u202f; ".join(documents[:count])
        cut = screen.cut(_sourced(source, stamp, whole=count == len(documents)), screen.quiet)
        if len(cut) <= most - bool(stamp.convention):
            break
    return [*screen.cut(stamp.convention, screen.quiet), *cut]


def _sourced(source: str, stamp: Stamp, *, whole: bool) -> str:
    said = f"Source\u202f: {source}{'.' if whole else f' {_FOLLOWS}.'}" if source else ""
    return " ".join(filter(None, [said, stamp.mention]))


def _figure(
    screen: _Screen, words: tuple[list[str], list[str]], part: Part, ends: tuple[float, float], count: str
) -> str:
    """Return the screen of a part of the figure, between two heights."""
    (head, foot), (top, bottom), drawn = words, ends, part.drawn
    scale = min(1.0, screen.room / drawn.width, (bottom - top) / drawn.height)
    left = (screen.width - drawn.width * scale) / 2
    down = top + (bottom - top - drawn.height * scale) / 2
    said = _numbered(screen, part.said, count, bottom + _GAP)
    under = _written(foot, screen.quiet, bottom + _GAP + screen.quiet.leading)
    return _whole(screen, [*head, placed(drawn, left, down, scale), *said, *under])


def _texts(screen: _Screen) -> list[list[str]]:
    """Return what is read on the last screens, in as many as its lines ask."""
    stamp, (style, title) = screen.stamp, _title(screen)
    said = [
        stamp.title if title[-1].endswith("…") else "",
        stamp.subtitle,
        NOT_MEASURED if stamp.fictional else "",
        stamp.convention,
        f"Source\u202f: {stamp.source}." if stamp.source else "",
        f"{stamp.edition}." if stamp.edition else "",
        stamp.mention,
    ]
    cut = [line for words in said for line in screen.cut(words, screen.quiet)]
    above = _MARGIN / 2 + _BAND_HEIGHT * stamp.fictional + len(title) * style.leading + 2 * _GAP
    most = int((HEIGHT - above) / screen.quiet.leading) - 1
    return [cut[start : start + most] for start in range(0, len(cut), most)]


def _told(screen: _Screen, cut: Sequence[str], count: str) -> str:
    style, title = _title(screen)
    top = _MARGIN / 2 + _BAND_HEIGHT * screen.stamp.fictional
    parts = _written(title, style, top)
    top += len(title) * style.leading + _GAP
    numbered = _numbered(screen, READING, count, top)
    return _whole(screen, [*parts, *numbered, *_written(cut, screen.quiet, top + screen.quiet.leading)])


def _numbered(screen: _Screen, said: str, count: str, top: float) -> list[str]:
    """Write what a screen shows, and at the right which one it is, when there are several."""
    right = screen.width - _MARGIN - breadth(count, LETTERS, bold=True)
    numbering = [text(count, right, top + LETTERS, screen.strong)] * bool(count)
    return [*_written([said] * bool(said), screen.strong, top), *numbering]


def _written(cut: Sequence[str], style: Style, top: float) -> list[str]:
    return [
        text(line, _MARGIN, top + number * style.leading + style.size, style)
        for number, line in enumerate(cut)
    ]


def _whole(screen: _Screen, parts: list[str]) -> str:
    """Put the parts on the colour of the page, and what is invented said across."""
    stamp, width = screen.stamp, screen.width
    ground = f'<rect width="{width}" height="{HEIGHT}" fill="{screen.page.background}"/>'
    band = _band(width) if stamp.fictional else []
    told = " ".join([stamp.subtitle, *stamp.lines()])
    return whole([ground, *band, *parts], width, HEIGHT, stamp.title, told)


def _band(width: int) -> list[str]:
    style = Style(LETTERS, 700, INK_LIGHT)
    said = text(FICTIONAL, width / 2, 30, style, ' text-anchor="middle" letter-spacing="3"')
    return [f'<rect width="{width}" height="{_BAND_HEIGHT}" fill="{BAND}"/>', said]
