"""« Comparer », drawn: the marks and what they mean, the ranks, one map a domain and its colours."""

from collections.abc import Sequence

import pandas as pd

from charts import bands, dots, rank_figure
from charts.dots_legend import legend
from charts.drawing import Drawing
from charts.look import Look
from charts.rank_dots import rank_dots
from charts.small_maps import small_maps
from indicators.comparison import chosen, points
from indicators.method import Method
from indicators.normalisation import Normalisation
from pages.facade import shapes
from wording.lists import ended, join

# What a score of 0 means, where it means something.
_ZERO = {Normalisation.ZSCORE: "moyenne des régions", Normalisation.PERCENT: "France"}
# Sixteen lines of text that can be read, thirteen on a phone where the words come under the name.
_LINE, _TWO_LINES = 27, 40
# Widths in pixels: a step so that drawings are shared; five regions in columns.
_STEP, _COLUMNS = 30, 900
# How many maps on a line, by the width there is: all of them in sight at once where there is room.
_MAPS = {1500: 8, 1000: 6, 600: 4, 0: 2}
_PHONE, _MARGINS = 640, (32, 180)


def room(window_width: int) -> int:
    """Return the width of the page in a window, in pixels."""
    width = window_width - _MARGINS[window_width > _PHONE]
    return max(280, min(1700, width // _STEP * _STEP))


def wide(room: int) -> bool:
    """Say whether a width, in pixels, holds five regions beside one another."""
    return room >= _COLUMNS


def height(look: Look, domains: int) -> int:
    """Return the height of the dots of so many domains, in pixels."""
    return max(round(look.size[1] * 1.1), _LINE * domains)


def marks_and_domains(
    rows: pd.DataFrame, marks: Sequence[dots.Mark], method: Method, title: str, look: Look, height: int
) -> Drawing:
    """Draw the compared regions on a line a domain, the others behind them."""
    label = _ZERO.get(method.normalisation)
    zero = dots.Reference(0.0, label) if label else None
    said = ended(points.listed(rows, [mark.code for mark in marks]))
    return Drawing(
        dots.dots(rows, compared=marks, reference=zero, height=height, page=look.page),
        f"{ended(title)} Points, un domaine par ligne\u202f: {said}",
    )


def marks_legend(marks: Sequence[dots.Mark], look: Look, height: int, room: int) -> Drawing:
    """Draw what the marks mean, beside dots of a height."""
    columns = chosen.MOST if wide(room) else 2
    said = join(f"{mark.name} ({dots.SHAPES[mark.shape]})" for mark in marks)
    return Drawing(
        legend(marks, columns=columns, size=dots.text_size(height), page=look.page),
        f"Légende des marques\u202f: {said}.",
    )


def overall(ranked: pd.DataFrame, codes: tuple[str, ...], names: chosen.Names, look: Look) -> Drawing:
    """Draw the overall rank of every region with its interval."""
    rows = ranked[ranked["level"] == "ensemble"].sort_values("rank", kind="stable")
    rows = rows.assign(
        code=rows["region_code"],
        name=[names[code]["short_name"] for code in rows["region_code"]],
        text=rows["words"],
    )
    height = max(look.size[1], (_TWO_LINES if look.narrow else _LINE) * len(rows))
    listed = "\u202f; ".join(f"{name} {text}" for name, text in zip(rows["name"], rows["text"], strict=True))
    return Drawing(
        rank_dots(rows, chosen=codes, height=height, ranked=len(rows), page=look.page, narrow=look.narrow),
        f"Rangs des 16 domaines ensemble, avec leur intervalle\u202f: {listed}.",
    )


def maps(rows: pd.DataFrame, codes: tuple[str, ...], look: Look, room: int) -> Drawing:
    """Draw the ranks on one map a domain."""
    known, scale = rows["rank"].astype("float64"), rank_figure.scale_of(rows)
    drawn = rows.assign(
        panel=rows["name"],
        colour=[bands.colour_of(rank, scale) for rank in known],
        missing=known.isna(),
    )
    columns = next(count for least, count in _MAPS.items() if room >= least)
    return Drawing(
        small_maps(shapes.regions(), drawn, chosen=codes, columns=columns, width=room, page=look.page),
        f"Une carte par domaine, rang de chaque région\u202f: {points.listed(rows, codes)}.",
    )


def maps_legend(rows: pd.DataFrame, look: Look) -> Drawing:
    """Draw what the colours of the maps mean."""
    scale = rank_figure.scale_of(rows)
    return Drawing(
        rank_figure.legend(scale, look, missing=bool(rows["rank"].isna().any())).specification,
        f"Légende des couleurs, rang parmi les régions\u202f: {', '.join(band.label for band in scale)}.",
    )
