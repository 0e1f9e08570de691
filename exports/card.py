"""The image that a shared link shows: the page, its region on the map, the observatory, the edition."""

from typing import Any

from charts.palette import CHOSEN, INK_LIGHT, LIGHT, QUIET, RULE
from exports.drawn import Room, drawn, png
from exports.poster import BAND, Style, placed, text, whole
from exports.stamp import Stamp
from wording.lettering import lines
from wording.mentions import FICTIONAL, OBSERVATORY

# What the sites that show links ask for, in pixels.
WIDTH, HEIGHT = 1200, 630
MAP = 430
_MARGIN, _WORDS, _TOP, _MAP_TOP, _BETWEEN = 60, 620, 96, 50, 14
_BAND = 54
_NAME, _SITE = Style(30, 700, QUIET), Style(30, 400, LIGHT.ink)
_PAGE, _REGION = Style(68, 700, LIGHT.ink), Style(54, 700, CHOSEN)
_FOOT = Style(21, 400, QUIET)


def card(stamp: Stamp, region: str, drawing: dict[str, Any]) -> bytes:
    """Return the image as PNG, `WIDTH` by `HEIGHT`.

    `stamp`: its title is that of the page, its subtitle what the site is about; `region`: a name, `""` for
    none; `drawing`: the map of the regions, `MAP` pixels wide.
    """
    band = _BAND if stamp.fictional else 0
    written = [(OBSERVATORY, _NAME), (stamp.title, _PAGE), (region, _REGION), (stamp.subtitle, _SITE)]
    parts, end = [], float(_TOP + band / 2)
    for words, style in written:
        for line in lines(words, _WORDS, style.size, bold=style.weight > 400) if words else []:
            parts.append(text(line, _MARGIN, end + style.size, style))
            end += style.leading
        end += _BETWEEN
    whole_map = placed(drawn(drawing, Room(MAP)), WIDTH - _MARGIN - MAP, _MAP_TOP + band / 2)
    ground = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT.background}"/>']
    said = [*(_invented() if band else []), *parts, whole_map, *_foot(stamp)]
    return png(whole([*ground, *said], WIDTH, HEIGHT, stamp.title), 1)


def _foot(stamp: Stamp) -> list[str]:
    """Write the edition and the mention under a line."""
    top = HEIGHT - _MARGIN / 2 - 2 * _FOOT.leading
    rule = f'<rect x="{_MARGIN}" y="{top - 12}" width="{WIDTH - 2 * _MARGIN}" height="1" fill="{RULE}"/>'
    told = (f"{stamp.edition}.", stamp.mention)
    return [
        rule,
        *(text(line, _MARGIN, top + (at + 1) * _FOOT.leading, _FOOT) for at, line in enumerate(told)),
    ]


def _invented() -> list[str]:
    style = Style(30, 700, INK_LIGHT)
    said = text(FICTIONAL, WIDTH / 2, 38, style, ' text-anchor="middle" letter-spacing="4"')
    return [f'<rect width="{WIDTH}" height="{_BAND}" fill="{BAND}"/>', said]
