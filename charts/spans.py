"""Values around a landmark, one line a region: one panel, or several side by side, each on its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import palette
from charts.canvas import boxes, drawing, each, points, rules, words
from charts.lines import Lines
from charts.look import Look
from charts.spans_frame import BESIDE, Frame, Panel, frame

_MARK = 0.95


def spans(rows: pd.DataFrame, panels: Sequence[Panel], look: Look, *, chosen: str) -> dict[str, Any]:
    """Draw one line a region, in their order.

    `rows`: region_code, name, panel, value, low, high (the same as the value where nothing is known of it;
    NaN: nothing is drawn, its text stands at the landmark), text (the value in few signs), label.
    The line of the `chosen` code is framed. Returns a Vega-Lite specification as wide as what holds it.
    """
    place = frame(rows, panels, look)
    number = {panel.code: count for count, panel in enumerate(panels)}
    known = list(each(rows[rows["value"].notna()]))
    holes = list(each(rows[rows["value"].isna()]))
    mine = list(dict.fromkeys(rows.loc[rows["region_code"] == chosen, "name"]))
    layers = [
        boxes([_box(place, name) for name in mine]),
        rules([*_landmarks(place, panels), *(_rule(place, panels, number, row) for row in known)]),
        points([_point(place, panels, number, row) for row in known], told="Chiffre"),
        *_texts(place, number, known, holes),
        *_names(place, mine),
        *_heads(place, panels),
    ]
    made = drawing(layers, round(place.bottom + look.text * 1.6))
    codes = list(dict.fromkeys(rows["region_code"]))
    return look.cut(
        made,
        Lines(
            [place.top + place.tall * count for count in range(len(place.names) + 1)],
            what=("région", "régions"),
            chosen=[count for count, code in enumerate(codes) if code == chosen],
            ordered=True,
        ),
    )


def _box(place: Frame, name: str) -> dict[str, Any]:
    top = place.top + place.tall * place.names.index(name)
    line = {"stroke": palette.CHOSEN, "stroke_width": 2.5, "fill": "transparent", "label": name}
    return {"x": 0, "x2": 1, "y": top, "y2": top + place.tall} | line


def _landmarks(place: Frame, panels: Sequence[Panel]) -> list[dict[str, Any]]:
    """Draw the line of each landmark down its panel."""
    line = {"y": place.top, "y2": place.bottom, "stroke": place.look.page.ink, "stroke_width": 1.5}
    return [{"x": x, "x2": x} | line for x in (place.across(count, 0) for count in range(len(panels)))]


def _rule(place: Frame, panels: Sequence[Panel], number: dict[str, int], row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row
    """Draw an interval; where there is none, what separates the value from the landmark, thin."""
    panel, y, known = number[row.panel], place.down(row.name), row.low < row.high
    ends = (row.low, row.high) if known else (0, row.value)
    x, x2 = (place.across(panel, end) for end in ends)
    colour = panels[panel].colour
    return {"x": x, "x2": x2, "y": y, "y2": y, "stroke": colour, "stroke_width": 4 if known else 1.5}


def _point(place: Frame, panels: Sequence[Panel], number: dict[str, int], row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row
    panel = panels[number[row.panel]]
    return {
        "x": place.across(number[row.panel], row.value),
        "y": place.down(row.name),
        "shape": panel.shape,
        "fill": panel.colour,
        "stroke": place.look.page.background,
        "area": (_MARK * place.look.text) ** 2,
        "label": row.label,
    }


def _texts(place: Frame, number: dict[str, int], known: Sequence[Any], holes: Sequence[Any]) -> list[Any]:
    """Write each value beyond its mark and its interval, away from the landmark."""
    look, off = place.look, place.sizes(BESIDE)
    sides: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for row in known:
        right = row.value >= 0
        end = max(row.high, row.value) if right else min(row.low, row.value)
        x = place.across(number[row.panel], end) + (off if right else -off)
        sides[right].append({"x": x, "y": place.down(row.name), "text": row.text})
    middle = [
        {"x": place.across(number[row.panel], 0) + off, "y": place.down(row.name), "text": row.text}
        for row in holes
    ]
    return [words([*sides[True], *middle], look), words(sides[False], look, align="right")]


def _names(place: Frame, mine: Sequence[str]) -> list[Any]:
    """Write the names, the chosen one in bold: beside the lines, or above them on a phone."""
    up = 1.3 * place.look.text if place.look.narrow else 0
    told = [{"x": place.sizes(0.4), "y": place.down(name) - up, "text": name} for name in place.names]
    plain, bold = ([row for row in told if (row["text"] in mine) is here] for here in (False, True))
    return [words(plain, place.look), words(bold, place.look, weight=600)]


def _heads(place: Frame, panels: Sequence[Panel]) -> list[Any]:
    """Write over each panel what it is, and which way its values grow; its landmark under it."""
    size, found = place.look.text, []
    bottom = place.bottom + 0.8 * size
    for count, panel in enumerate(panels):
        start, less_more = place.start(count), panel.ends
        y = 2.2 * size
        found += [
            words([{"x": start, "y": 0.7 * size, "text": panel.heading}], place.look, weight=600),
            words([{"x": start, "y": y, "text": less_more[0]}], place.look),
            words([{"x": start + place.wide, "y": y, "text": less_more[1]}], place.look, align="right"),
            words(
                [{"x": place.across(count, 0), "y": bottom, "text": panel.landmark}],
                place.look,
                align="center",
            ),
        ]
    return found
