"""« Comparer », drawn: the marks and what they mean, the ranks, one map a domain and its colours."""

from collections.abc import Sequence

import pandas as pd

from charts import bands, dots, rank_figure
from charts.dots_legend import legend
from charts.drawing import Drawing
from charts.look import Look
from charts.rank_dots import rank_dots
from charts.small_maps import small_maps
from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.vocabulary import RegionNames
from pages.facade import shapes
from readings.compare import chosen, points
from wording.lists import ended, join, joined

# What a score of 0 means, where it means something.
_ZERO = {Normalisation.ZSCORE: "moyenne des régions", Normalisation.PERCENT: "France"}
# From this width on, in pixels, five regions stand in columns.
_COLUMNS = 900
# How wide they are then, in letters.
_LETTERS = 48


def wide(room: int) -> bool:
    """Say whether a width, in pixels, holds five regions beside one another."""
    return room >= _COLUMNS


def marks_and_domains(
    rows: pd.DataFrame, marks: Sequence[dots.Mark], method: Method, title: str, look: Look
) -> Drawing:
    """Draw the compared regions on a line a domain, the others behind them."""
    label = _ZERO.get(method.normalisation)
    zero = dots.Reference(0.0, label) if label else None
    said = ended(points.listed(rows, [mark.code for mark in marks]))
    return Drawing(
        dots.dots(rows, look, compared=marks, reference=zero),
        f"{ended(title)} Points, un domaine par ligne\u202f: {said}",
    )


def marks_legend(marks: Sequence[dots.Mark], look: Look, room: int) -> Drawing:
    """Draw what the marks mean."""
    columns = chosen.MOST if room >= _LETTERS * look.text else 2
    said = join(f"{mark.name} ({dots.SHAPES[mark.shape]})" for mark in marks)
    return Drawing(
        legend(marks, columns=columns, look=look),
        f"Légende des marques\u202f: {said}.",
    )


def overall(ranked: pd.DataFrame, codes: tuple[str, ...], names: RegionNames, look: Look) -> Drawing:
    """Draw the overall rank of every region with its interval."""
    rows = ranked[ranked["level"] == "ensemble"].sort_values("rank", kind="stable")
    rows = rows.assign(
        code=rows["region_code"],
        name=[names[code].short_name for code in rows["region_code"]],
        text=rows["words"],
    )
    listed = joined(f"{name} {text}" for name, text in zip(rows["name"], rows["text"], strict=True))
    return Drawing(
        rank_dots(rows, look, chosen=codes),
        f"Rangs des 16 domaines ensemble, avec leur intervalle\u202f: {listed}.",
    )


def maps(rows: pd.DataFrame, codes: tuple[str, ...], look: Look, room: int) -> Drawing:
    """Draw the ranks on one map a domain."""
    known, scale = rows["rank"].astype("float64"), rank_figure.scale_of(rows, look.page)
    drawn = rows.assign(
        panel=rows["name"],
        colour=[bands.colour_of(rank, scale, look.page) for rank in known],
        missing=known.isna(),
    )
    return Drawing(
        small_maps(shapes.regions(), drawn, chosen=codes, width=room, look=look),
        f"Une carte par domaine, rang de chaque région\u202f: {points.listed(rows, codes)}.",
    )


def maps_legend(rows: pd.DataFrame, look: Look) -> Drawing:
    """Draw what the colours of the maps mean."""
    scale = rank_figure.scale_of(rows, look.page)
    return Drawing(
        rank_figure.legend(scale, look, missing=bool(rows["rank"].isna().any())).specification,
        f"Légende des couleurs, rang parmi les régions\u202f: {', '.join(band.label for band in scale)}.",
    )
