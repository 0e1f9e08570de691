"""Names of the columns and rows of a heatmap, on several lines where one would be cut."""

import json
from collections.abc import Sequence

import altair as alt

from charts.drawing import bare_axis, bold
from charts.look import Look
from charts.screen_look import Projected

# Code, lines of its name, and whether it begins a group.
Labels = Sequence[tuple[str, Sequence[str], bool]]


def across(labels: Labels, *, chosen: str, look: Look) -> alt.X:
    """Write the columns' names above them: upright on a phone; the chosen one in bold."""
    page, size, narrow, slanted = look.page, look.small, look.narrow, isinstance(look, Projected)
    # Two lines grow downwards, into the boxes: every name takes two, the first one empty where one is enough.
    standing = [
        (code, parts if len(parts) > 1 or narrow else ["", *parts], first) for code, parts, first in labels
    ]
    upright = {"labelAngle": -90, "labelAlign": "left", "labelBaseline": "middle"}
    turned = upright if narrow else {"labelAngle": -40 * slanted}
    axis = bare_axis(page, size)(
        orient="top",
        labelLimit=0,
        labelExpr=_named(labels if slanted else standing, lines=not (narrow or slanted)),
        labelFlush=False,
        labelLineHeight=size + 2,
        labelFontWeight=bold([chosen]),
        labelPadding=6 if narrow or slanted else size + 8,
        **turned,
    )
    return alt.X(
        "region:N", sort=[code for code, _, _ in labels], axis=axis, scale=alt.Scale(paddingInner=0.06)
    )


def down(labels: Labels, look: Look) -> alt.Y:
    """Write the lines' names on their left, on one or two lines."""
    double = [code for code, parts, _ in labels if len(parts) > 1]
    # The second line comes under the first: the first one ends in the middle of the row.
    middle = alt.condition(
        f"indexof({json.dumps(double)}, datum.value) >= 0", alt.value("bottom"), alt.value("middle")
    )
    size = look.small if double or look.narrow else look.text
    axis = bare_axis(look.page, size)(
        labelLimit=0,
        labelPadding=6,
        labelExpr=_named(labels, lines=True),
        labelLineHeight=size + 1,
        labelBaseline=middle,
    )
    return alt.Y("line:N", sort=[code for code, _, _ in labels], axis=axis, scale=alt.Scale(paddingInner=0.1))


def _named(labels: Labels, *, lines: bool) -> str:
    names = {
        code: list(parts) if lines else " ".join(parts).replace("- ", "-").strip()
        for code, parts, _ in labels
    }
    return f"({json.dumps(names, ensure_ascii=False)})[datum.value]"


def fitted(name: str, width: int, look: Look) -> list[str]:
    """Cut a name for two lines of so many signs, for one on a screen, whose lines are closer.

    Too long, it loses its middle, not its end, which tells it from the next.
    """
    if isinstance(look, Projected):
        return [name] if len(name) <= width else ["".join(_ends(name, width // 2))]
    if len(name) <= 2 * width:
        lines = two_lines(name, width)
        if max(map(len, lines)) <= width:
            return lines
    return _ends(name, width)


def _ends(name: str, width: int) -> list[str]:
    """Return the first and the last words, each in so many signs."""
    head, tail = name[:width].rpartition(" ")[0], name[-width - 1 :].partition(" ")[2]
    return [f"{head or name[: width - 1]}…", tail or name[-width:]]


def room_above(size: int, *, narrow: bool) -> int:
    """Return the height the columns' names take, in pixels, for the text size of `across`."""
    return 110 if narrow else 2 * size + 14


def two_lines(name: str, width: int) -> list[str]:
    """Cut a name after a space or a hyphen where it is longer than `width` signs, as evenly as possible."""
    if len(name) <= width:
        return [name]
    cuts = [place + 1 for place, sign in enumerate(name[:-1]) if sign in " -"]
    if not cuts:
        return [name]
    cut = min(cuts, key=lambda place: max(place, len(name) - place))
    return [name[:cut].rstrip(" "), name[cut:]]
