"""Four named corners: how fragile a place is measured against how strongly it is felt, both by rank.

Upwards: measured more fragile. To the right: felt more strongly. Each point has a row of its own, so that
its name stands beside it; the corner is told by the place, by the name written in it and by the shape.
"""

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import palette
from charts.inline import specification
from charts.look import Look
from charts.screen_look import Projected
from wording.lettering import breadth, lines
from wording.numbers import ordinal

# Corner: horizontal and vertical side (+1 right, +1 top), colour, shape.
_LOOKS: Mapping[str, tuple[int, int, str, str]] = {
    "angle_mort": (-1, 1, palette.GAP[1], "square"),
    "reconnue": (1, 1, palette.FRAGILITY[3], "circle"),
    "point_d_appui": (-1, -1, palette.OUTLINE, "diamond"),
    "inquietude": (1, -1, palette.GAP[7], "triangle-up"),
    "": (0, 0, palette.HATCH, "cross"),
}
# A name from its point, in pixels.
_BESIDE = 11
# Where a name stands from its point: alignment, pixels to the right, pixels down.
_SIDES: Mapping[str, tuple[Literal["left", "right", "center"], int, int]] = {
    "left": ("right", -_BESIDE, 0),
    "right": ("left", _BESIDE, 0),
    "above": ("center", 0, -9),
}
_POINT = "felt measured label fill line shape area".split()
_LINE = "felt_low felt_high measured colour".split()
_ALIGN: Mapping[int, Literal["left", "right"]] = {1: "right", -1: "left"}
_BASE: Mapping[int, Literal["top", "bottom"]] = {1: "top", -1: "bottom"}
_TINT = 0.14
# Rows above the first rank and under the last one, for the corners' names (two lines on a phone).
_AIR, _AIR_NARROW = 2.0, 2.6
# The height of the words of the axis, in letters.
_AXIS = 4.6
# The height of the name of a corner, in letters.
_NAME = 2.8
# What the words of the other axis take, in letters: on a screen they are flat.
_SIDE, _UPRIGHT = 8, 5.2
# The name of a corner from the edges of the figure and its lines from one another, in its letters.
_INSIDE, _APART = 0.5, 1.15
# The size of letters beside which points have their size, in pixels.
_LETTERS = 15


def quadrant(
    rows: pd.DataFrame,
    look: Look,
    *,
    corners: Mapping[str, str],
    spans: tuple[int, int],
) -> dict[str, Any]:
    """Draw a point a row: felt_low, felt_high, measured, quadrant, named, name, label, strong, count.

    `corners`: the words written in each; `spans`: how many are ranked by what is felt and by what is
    measured; name `""` leaves a point without words; a wide felt rank is drawn as a broken line; a place that
    is not `named` is hollow.
    """
    across = alt.Scale(domain=[spans[0] + 0.7, 0.3], nice=False, zero=False)
    air = _air(look, spans[1])
    down = alt.Scale(domain=[spans[1] + air, 1 - air], nice=False, zero=False)
    x = alt.X("felt:Q", scale=across, axis=_ranks("Rang ressenti", "le plus ressenti", spans[0], look))
    ranks = _ranks("Rang mesuré", "le plus fragile", spans[1], look, upwards=True)
    y = alt.Y("measured:Q", scale=down, axis=ranks)
    placed = _placed(rows, spans[0], look)
    points = alt.Chart(placed[_POINT]).mark_point(filled=True, strokeWidth=2, opacity=1)
    layers = [
        *_backgrounds(corners, spans, air, look),
        *_lines(placed, y),
        points.encode(
            x=x,
            y=y,
            tooltip=[alt.Tooltip("label:N", title="Place")],
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("line:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("area:Q", scale=None),
            description=alt.Description("label:N"),
        ),
        *_names(placed, x, y, look, spans),
    ]
    return specification(alt.layer(*layers, width="container", height=look.free(_AXIS)))


def _air(look: Look, last: int) -> float:
    """Return the ranks above the first and under the last that the names of the corners take."""
    if not isinstance(look, Projected):
        return _AIR_NARROW if look.narrow else _AIR
    words = _NAME * look.letters
    return words * last / (look.free(_AXIS) - 2 * words)


def _half(look: Look) -> float:
    """Return how wide half of the figure is, in pixels."""
    return (look.room - (_SIDE if isinstance(look, Projected) else _UPRIGHT) * look.small) / 2


def _placed(rows: pd.DataFrame, felt: int, look: Look) -> pd.DataFrame:
    """Give each point its colour, shape, size, its name in lines and the side where it is written."""
    page, grown = look.page, look.lesser(_LETTERS) / _LETTERS
    looks = [_LOOKS[code] for code in rows["quadrant"]]
    middle = (rows["felt_low"] + rows["felt_high"]) / 2
    # A rank that is only bounded is a line without a point: nobody published where on it.
    open_ended = (rows["quadrant"] == "") & (rows["felt_low"] != rows["felt_high"])
    colours = [colour for _, _, colour, _ in looks]
    hollow = (rows["quadrant"] != "") & ~rows["named"].astype(bool)
    names = [
        (name, "above") if bare else _written(name, rank, felt, look)
        for name, bare, rank in zip(rows["name"], open_ended, middle, strict=True)
    ]
    return rows.assign(
        felt=middle,
        colour=colours,
        fill=[page.background if bare else colour for colour, bare in zip(colours, hollow, strict=True)],
        # A full sign with an edge of the page's colour would look half as large as a hollow one.
        line=[
            palette.CHOSEN if strong else colour
            for strong, colour in zip(rows["strong"], colours, strict=True)
        ],
        shape=[look[3] for look in looks],
        area=[
            0 if bare else (160 if count == 1 else 320) * grown**2
            for bare, count in zip(open_ended, rows["count"], strict=True)
        ],
        name=[name for name, _ in names],
        side=[side for _, side in names],
    )


def _written(name: str, rank: float, felt: int, look: Look) -> tuple[str, str]:
    """Return a name in one line or two and its side: towards the middle, else away from it.

    The first that stays in the corner of its point; else towards the middle, where no letter is cut.
    """
    half = _half(look)
    inwards = half * abs(rank - (felt + 1) / 2) / (felt / 2 + 0.2)
    inner, outer = ("left", "right") if rank <= (felt + 1) / 2 else ("right", "left")
    two = "\n".join(lines(name, breadth(name, 1) * 0.65, 1))
    for said in (name, two):
        wide = _BESIDE + max(breadth(line, look.small) for line in said.split("\n"))
        for side, room in ((inner, inwards), (outer, half - inwards)):
            if wide <= room:
                return said, side
    return two, inner


def _lines(placed: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    """Draw a broken line where a felt rank is only known between two ends."""
    wide = placed.loc[placed["felt_low"] != placed["felt_high"], _LINE]
    if wide.empty:
        return []
    rules = alt.Chart(wide).mark_rule(strokeDash=[4, 3], strokeWidth=2, aria=False)
    return [
        rules.encode(
            x=alt.X("felt_low:Q"), x2=alt.X2("felt_high:Q"), y=y, color=alt.Color("colour:N", scale=None)
        )
    ]


def _apart(named: pd.DataFrame, look: Projected, spans: tuple[int, int]) -> pd.DataFrame:
    """Keep the names that do not cover one before them: large letters leave room for few."""
    letters, height = look.letters, spans[1] + 2 * _air(look, spans[1])
    across, down = 2 * _half(look) / letters / (spans[0] + 0.4), look.free(_AXIS) / letters / height
    taken: list[tuple[float, float, float, int]] = []
    kept = []
    columns = (named[name] for name in ("felt", "measured", "name", "side"))
    for felt, measured, name, side in zip(*columns, strict=True):
        said = name.split("\n")
        x, y, wide = -felt * across, measured * down, max(breadth(line, 1) for line in said)
        left = {"left": x - wide - 0.5, "right": x + 0.5}.get(side, x - wide / 2)
        clear = all(
            abs(y - high) > (len(said) + tall) / 2 or left > right or left + wide < start
            for start, right, high, tall in taken
        )
        kept.append(clear)
        if clear:
            taken.append((left, left + wide, y, len(said)))
    # As booleans even when there is no name at all: a list of none would choose columns.
    return named[pd.Series(kept, index=named.index, dtype=bool)]


def _names(placed: pd.DataFrame, x: alt.X, y: alt.Y, look: Look, spans: tuple[int, int]) -> list[alt.Chart]:
    """Write each name beside its point, or above a broken line; the chosen one in bold."""
    marks = []
    named = placed[placed["name"] != ""]
    if isinstance(look, Projected):
        named = _apart(named.sort_values("strong", ascending=False, kind="stable"), look, spans)
    for side, (align, right, down) in _SIDES.items():
        own = named[named["side"] == side]
        groups: Any = own.groupby([own["strong"], own["name"].str.count("\n")])
        for (strong, more), rows in groups:
            words = alt.Chart(rows[["felt", "measured", "name"]]).mark_text(
                align=align, dx=right, dy=down - more * look.small / 2, fontSize=look.small,
                lineHeight=look.small, lineBreak="\n", baseline="middle", color=look.page.ink, aria=False,
                fontWeight=800 if strong else 400,
            )  # fmt: skip
            marks.append(words.encode(x=x, y=y, text=alt.Text("name:N")))
    return marks


def _ranks(title: str, first: str, last: int, look: Look, *, upwards: bool = False) -> alt.Axis:
    """Write a few ranks, and what the first one means."""
    screen = isinstance(look, Projected)
    ends = sorted({1, last, *([(last + 1) // 2] if screen else range(4, last - 1, 4))})
    words = {rank: ordinal(rank) for rank in ends}
    listed = ",".join(f'"{rank}":"{word}"' for rank, word in words.items())
    # On a screen the height holds no upright words.
    flat: dict[str, Any] = {"titleAngle": 0, "titleAlign": "right"} if screen and upwards else {}
    named = (title.split() if upwards else title) if screen else f"{title} (1ᵉʳ = {first})"
    return alt.Axis(
        title=named, **flat, values=ends, labelExpr=f"({{{listed}}})[datum.value]",
        grid=False, domain=False, ticks=False, aria=False, titleFontWeight=400, titleColor=look.page.ink,
        labelFontSize=look.lesser(max(12, look.small - 2)),
        titleFontSize=look.lesser(max(12, look.small - 1)), labelColor=look.page.ink,
    )  # fmt: skip


def _backgrounds(
    corners: Mapping[str, str], spans: tuple[int, int], air: float, look: Look
) -> list[alt.Chart]:
    """Tint the four corners and write their names in them."""
    page, size = look.page, look.small if look.narrow else look.lesser(look.small + 2)
    middle = tuple((span + 1) / 2 for span in spans)
    ends = {1: (0.3, 1 - air), -1: (spans[0] + 0.7, spans[1] + air)}
    room = _half(look) - 2 * _INSIDE * size
    frame = pd.DataFrame(
        [
            {
                "left": ends[right][0], "right": middle[0], "top": ends[up][1], "bottom": middle[1],
                "tint": palette.mix(colour, page.background, _TINT),
                "name": "\n".join(lines(corners[code], room, size, bold=True)),
            }
            for code, (right, up, colour, _) in _LOOKS.items()
            if code
        ]
    )  # fmt: skip
    tinted = (
        alt.Chart(frame)
        .mark_rect(stroke=page.background, strokeWidth=4, aria=False)
        .encode(
            x=alt.X("left:Q"),
            x2=alt.X2("right:Q"),
            y=alt.Y("top:Q"),
            y2=alt.Y2("bottom:Q"),
            color=alt.Color("tint:N", scale=None),
        )
    )
    sides = [(right, up) for code, (right, up, *_) in _LOOKS.items() if code]
    return [tinted, *(_corner(frame.iloc[[row]], *side, size, page) for row, side in enumerate(sides))]


def _corner(named: pd.DataFrame, right: int, up: int, size: float, page: palette.Page) -> alt.Chart:
    """Write the name of one corner against its edges: under the top, or its last line on the bottom."""
    # Vega counts the lines of a text downwards, wherever it stands.
    above = 0 if up > 0 else named["name"].iloc[0].count("\n") * _APART * size
    words = alt.Chart(named[["left", "top", "name"]]).mark_text(
        align=_ALIGN[right], baseline=_BASE[up], dx=-right * _INSIDE * size, dy=up * _INSIDE * size - above,
        fontSize=size, lineHeight=_APART * size, fontWeight=700, color=page.ink, aria=False, lineBreak="\n",
    )  # fmt: skip
    made: alt.Chart = words.encode(x=alt.X("left:Q"), y=alt.Y("top:Q"), text=alt.Text("name:N"))
    return made
