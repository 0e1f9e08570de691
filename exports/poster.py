"""A picture around a drawing: the finding above, source, edition and mention below, as one SVG.

Words are escaped: those of the workbook are shown, never markup.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from charts import palette
from exports.stamp import Stamp
from wording.lettering import breadth, lines
from wording.letters import drawable
from wording.mentions import FICTIONAL

FONT = "Source Sans 3"
# Quoted: a name that holds a number is no bare name for CSS.
FAMILY = f"'{FONT}', sans-serif"
MARGIN = 40
# By how much a title is narrowed at a time.
_STEP = 20
# White letters on the band of what is invented have a contrast of 7.
_PALE, _RULE, BAND = palette.QUIET, palette.RULE, palette.WARM
_BAND_HEIGHT = 46


@dataclass(frozen=True)
class Drawn:
    """A finished drawing: its SVG and its size in pixels."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True)
class Style:
    """Size in pixels, weight and colour of words."""

    size: int
    weight: int
    colour: str

    @property
    def leading(self) -> int:
        """Return the height of a line."""
        return round(self.size * 1.3)


_TITLE = Style(30, 700, palette.LIGHT.ink)
_SUBTITLE = Style(20, 400, _PALE)
_NOTES = Style(17, 400, _PALE)
_FOOT = Style(15, 400, _PALE)


def poster(drawn: Drawn, stamp: Stamp, width: int) -> str:
    """Return the whole picture as SVG, `width` pixels wide and as high as its words ask."""
    room = width - 2 * MARGIN
    top = MARGIN + _BAND_HEIGHT * stamp.fictional
    head, below = _block(stamp.title, _TITLE, _balanced(stamp.title, room), top)
    long = breadth(stamp.subtitle, _SUBTITLE.size) > 2 * room
    subtitle, below = _block(stamp.subtitle, _NOTES if long else _SUBTITLE, room, below + 4)
    middle = below + 14
    scale = min(1.0, room / drawn.width)
    foot_top = middle + drawn.height * scale + 20
    foot, end = [], foot_top + 12
    for line in [*stamp.lines(), *([f"Cette vue\u202f: {stamp.link}"] if stamp.link else [])]:
        texts, end = _block(line, _FOOT, room, end)
        foot += texts
    height = round(end + MARGIN / 2)
    parts = [
        f'<rect width="{width}" height="{height}" fill="{palette.LIGHT.background}"/>',
        *(_band(width) if stamp.fictional else []),
        *head,
        *subtitle,
        placed(drawn, MARGIN + (room - drawn.width * scale) / 2, middle, scale),
        f'<rect x="{MARGIN}" y="{foot_top:.1f}" width="{room}" height="1" fill="{_RULE}"/>',
        *foot,
        *(_across(width, middle, drawn.height * scale) if stamp.fictional else []),
    ]
    return whole(parts, width, height, stamp.title, " ".join([stamp.subtitle, *stamp.lines()]))


def whole(parts: list[str], width: float, height: float, title: str = "", description: str = "") -> str:
    """Return one SVG document; `title` and `description` are for who does not see it."""
    named = f'role="img" aria-label={quoteattr(drawable(title))}' if title else ""
    told = f"<title>{_words(title)}</title><desc>{_words(description)}</desc>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {named} '
        f'xml:lang="fr" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
        f"{told}{''.join(parts)}</svg>"
    )


def placed(drawn: Drawn, x: float, y: float, scale: float = 1.0) -> str:
    """Return a drawing as a part of another one, its corner at `x`, `y`."""
    inside = drawn.svg[drawn.svg.index(">") + 1 : drawn.svg.rindex("</svg>")]
    return (
        f'<svg x="{x:.1f}" y="{y:.1f}" width="{drawn.width * scale:.1f}" height="{drawn.height * scale:.1f}" '
        f'viewBox="0 0 {drawn.width:g} {drawn.height:g}" overflow="visible">{inside}</svg>'
    )


def _block(told: str, style: Style, room: float, top: float) -> tuple[list[str], float]:
    """Write a text from `top`, in as many lines as it asks; return where the next one starts."""
    cut = lines(told, room, style.size, bold=style.weight > 400) if told else []
    written = [
        text(line, MARGIN, top + number * style.leading + style.size, style)
        for number, line in enumerate(cut)
    ]
    return written, top + len(cut) * style.leading


def _balanced(title: str, room: float) -> float:
    """Return the least room that asks for no more lines: no word stays alone on the last one."""
    count = len(lines(title, room, _TITLE.size, bold=True))
    while count > 1 and len(lines(title, room - _STEP, _TITLE.size, bold=True)) == count:
        room -= _STEP
    return room


def text(line: str, x: float, y: float, style: Style, more: str = "") -> str:
    """Write one line from `x`, on its foot at `y`; `more`: attributes."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FAMILY}" font-size="{style.size}" '
        f'font-weight="{style.weight}" fill="{style.colour}"{more}>{_words(line)}</text>'
    )


def _words(told: str) -> str:
    """Write a text in our letters first: one of those that stand for another may be a mark of XML."""
    return escape(drawable(told))


def _band(width: int) -> list[str]:
    """Say across the top that the data are invented."""
    style = Style(24, 700, palette.INK_LIGHT)
    return [
        f'<rect width="{width}" height="{_BAND_HEIGHT}" fill="{BAND}"/>',
        text(FICTIONAL, width / 2, 32, style, ' text-anchor="middle" letter-spacing="3"'),
    ]


def _across(width: int, top: float, height: float) -> list[str]:
    """Say it again over the drawing, where no cut of the picture loses it."""
    x, y = width / 2, top + height / 2
    style = Style(96, 700, BAND)
    more = f' text-anchor="middle" opacity="0.14" transform="rotate(-24 {x:.1f} {y:.1f})" aria-hidden="true"'
    return [text(FICTIONAL, x, y, style, more)]
