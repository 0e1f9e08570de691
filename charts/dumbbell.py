"""Dumbbells: one line a subject, one mark a voice, a bar from the lowest to the highest."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import palette
from charts.actors_series import Series
from charts.canvas import drawing, each, points, rules, words
from charts.dumbbell_frame import ABSENT, SLOT, Axis, Frame, frame
from charts.dumbbell_key import key, key_lines, mark
from charts.lines import Lines
from charts.look import Look

# Landmarks are this far under the line, in text sizes; marks that hide each other are this far apart.
_UNDER, _APART = 1.05, 0.62


def dumbbell(rows: pd.DataFrame, series: Sequence[Series], axis: Axis, look: Look) -> dict[str, Any]:
    """Draw the lines in their order of appearance; rows: line, series (code), value, text, label.

    A missing value has an empty mark in a column of its own, at the right, under « non publié »: it is
    nowhere on the scale. The lowest and the highest joined values are written, and every landmark's.
    """
    rows = rows[rows["series"].isin({one.code for one in series})]
    legend = key_lines(series, look)
    place = frame(rows, series, axis, look, len(legend))
    known = rows[rows["value"].notna()]
    marks, said = key(legend, look)
    joined = known["series"].map(lambda code: place.known[code].joined)
    layers = [
        rules([*_grid(place), *_bars(known[joined], place)]),
        points([*_landmarks(known[~joined], place), *_marks(known[joined], place)], told="Chiffre"),
        points(_holes(rows[rows["value"].isna()], place), told="Chiffre"),
        points(marks),
        words(said, look),
        words(_names(place), look, weight=600 if look.narrow else 400),
        words(_heads(place), look, align="center"),
        *_values(known[joined], known[~joined], place),
    ]
    made = drawing(layers, round(place.bottom + place.size * 0.4))
    ends = [place.top + place.tall * number for number in range(len(place.lines) + 1)]
    return look.cut(made, Lines(ends, what=("ligne", "lignes")))


def _grid(place: Frame) -> list[dict[str, Any]]:
    """Draw each written value of the scale down the lines, faint."""
    page = place.look.page
    line = {"y": place.top, "y2": place.bottom, "stroke": palette.mix(page.ink, page.background, 0.18)}
    xs = [place.across(value) for value, _ in place.axis.ticks]
    return [{"x": x, "x2": x, "stroke_width": 1} | line for x in xs]


def _bars(rows: pd.DataFrame, place: Frame) -> list[dict[str, Any]]:
    page = place.look.page
    grey = {"stroke": palette.mix(page.ink, page.background, 0.4), "stroke_width": 3}
    values = {line: [row.value for row in own] for line, own in _by_line(rows).items()}
    return [
        {"x": place.across(min(own)), "x2": place.across(max(own)), "y": y, "y2": y} | grey
        for line, own in values.items()
        for y in [place.down(line)]
    ]


def _by_line(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the rows of each line, in the order of the lines."""
    found: dict[str, list[Any]] = {}
    for row in each(rows):
        found.setdefault(row.line, []).append(row)
    return found


def _marks(rows: pd.DataFrame, place: Frame) -> list[dict[str, Any]]:
    """Draw the values; marks that would hide each other step aside, up and down."""
    found = []
    for line, group in _by_line(rows).items():
        xs = [place.across(row.value) for row in group]
        steps = aside(xs, place.sizes(0.7))
        for row, x, step in zip(group, xs, steps, strict=True):
            y = place.down(line) + step * place.size * _APART
            found.append({"x": x, "y": y, **mark(place.known[row.series], place.look), "label": row.label})
    return found


def aside(places: list[float], apart: float) -> list[float]:
    """Return how far each mark steps aside, in marks: 0 for one that is `apart` from the others."""
    order = sorted(range(len(places)), key=places.__getitem__)
    clusters: list[list[int]] = []
    for number in order:
        if clusters and places[number] - places[clusters[-1][-1]] < apart:
            clusters[-1].append(number)
        else:
            clusters.append([number])
    steps = [0.0] * len(places)
    for cluster in clusters:
        for rank, number in enumerate(cluster):
            steps[number] = rank - (len(cluster) - 1) / 2
    return steps


def _landmarks(rows: pd.DataFrame, place: Frame) -> list[dict[str, Any]]:
    return [
        {
            "x": place.across(row.value),
            "y": place.down(row.line) + _UNDER * place.size,
            **mark(place.known[row.series], place.look),
            "label": row.label,
        }
        for row in each(rows)
    ]


def _holes(rows: pd.DataFrame, place: Frame) -> list[dict[str, Any]]:
    """Draw an empty grey mark for each figure that is not published, in the column of its voice."""
    slot = {one.code: number + 0.5 for number, one in enumerate(place.absent)}
    empty = {
        "fill": place.look.page.background,
        "stroke": palette.HATCH,
        "area": (place.size * 0.6) ** 2,
    }
    return [
        {
            "x": place.slots + place.sizes(slot[row.series] * SLOT),
            "y": place.down(row.line),
            "shape": place.known[row.series].shape,
            "label": row.label,
        }
        | empty
        for row in each(rows)
    ]


def _names(place: Frame) -> list[dict[str, Any]]:
    """Write each line's name at its left, or above it on a phone."""
    above = 1.4 * place.size if place.look.narrow else 0.0
    return [{"x": 0.0, "y": place.down(line) - above, "text": line} for line in place.lines]


def _heads(place: Frame) -> list[dict[str, Any]]:
    y = place.top - 0.7 * place.size
    said = [{"x": place.across(value), "y": y, "text": text} for value, text in place.axis.ticks]
    return said + [{"x": (place.slots + 1) / 2, "y": y, "text": ABSENT}] * bool(place.absent)


def _values(joined: pd.DataFrame, landmarks: pd.DataFrame, place: Frame) -> list[Any]:
    """Write the lowest value at the left of its mark, the highest and the landmarks' at the right."""
    lefts, rights = [], []
    for group in _by_line(joined).values():
        ordered = sorted(group, key=lambda row: row.value)
        rights.append(_value(ordered[-1], 0, place))
        if ordered[0].value < ordered[-1].value:
            lefts.append(_value(ordered[0], 0, place))
    rights += [_value(row, _UNDER, place) for row in each(landmarks) if row.text]
    away = place.size * 0.9
    return [
        words(rights, place.look, weight=600, dx=away),
        words(lefts, place.look, align="right", weight=600, dx=-away),
    ]


def _value(row: Any, under: float, place: Frame) -> dict[str, Any]:  # noqa: ANN401 - a row of a frame
    return {"x": place.across(row.value), "y": place.down(row.line) + under * place.size, "text": row.text}
