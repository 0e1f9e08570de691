"""« Comparer »: everything the page shows of the regions that are compared, ready to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import bands, dots
from charts.dots_legend import legend
from charts.legend import strip
from charts.look import Look
from charts.overview import legend_size
from charts.rank_dots import rank_dots
from charts.small_maps import small_maps
from charts.together import above
from exports.figures import comparison as figures
from indicators.comparison import chosen, lines, points, ranks, spreads, tables, words
from indicators.method import Method
from indicators.normalisation import Normalisation
from pages.facade import compare, off_screen, shapes
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow
from wording.lists import ended, join
from wording.numbers import ordinal
from wording.source_notes import NOT_PUBLISHED

# What a score of 0 means, where it means something.
_ZERO = {Normalisation.ZSCORE: "moyenne des régions", Normalisation.PERCENT: "France"}
# Sixteen lines of text that can be read, thirteen on a phone where the words come under the name.
_LINE, _TWO_LINES = 27, 40
# Widths in pixels: a step so that drawings are shared; five regions in columns.
_STEP, _COLUMNS = 30, 900
# How many maps on a line, by the width there is: all of them in sight at once where there is room.
_MAPS = {1500: 8, 1000: 6, 600: 4, 0: 2}
_PHONE, _MARGINS = 640, (32, 180)
# As wide as a picture, where the maps and their scale end at the same place.
_PICTURE = 1200


@dataclass(frozen=True)
class Drawn:
    """A figure: its heading, its specification and the alternative of it, the table of the same numbers."""

    title: str
    chart: dict[str, Any]
    alternative: str
    table: pa.Table


@dataclass(frozen=True)
class Picture:
    """A specification and its text alternative."""

    chart: dict[str, Any]
    alternative: str


@dataclass(frozen=True)
class Comparison:
    """The dots, the ranks and the maps of the compared regions, with the words around them."""

    sentences: tuple[str, ...]
    legend: Picture
    dots: Drawn
    ranks: Drawn
    placed: str
    maps: Picture
    scale: Picture


def room(window_width: int) -> int:
    """Return the width of the page in a window, in pixels."""
    width = window_width - _MARGINS[window_width > _PHONE]
    return max(280, min(1700, width // _STEP * _STEP))


def numbers_of_dots(codes: tuple[str, ...], method: Method) -> pd.DataFrame:
    """Return the published values of the compared regions, and the scores of all of them."""
    unit = figures.score_unit(method)
    values, scores = _values(), results().index_scores(method)
    return figures.values_and_scores(values, scores, unit, codes, off_screen.words())


def numbers_of_ranks(codes: tuple[str, ...], method: Method) -> pd.DataFrame:
    """Return the overall ranks of all regions, and every rank of the compared ones."""
    return figures.overall_ranks(_ranks(method), codes, off_screen.words())


def numbers_of_maps(method: Method) -> pd.DataFrame:
    """Return the rank of every region in every domain."""
    return figures.domain_ranks(_ranks(method), off_screen.words())


def picture_of_dots(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the dots and what their marks mean, for a picture."""
    drawn = _off_screen(codes, method, look)
    return above(drawn.legend.chart, drawn.dots.chart)


def picture_of_ranks(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the overall ranks, for a picture."""
    return _off_screen(codes, method, look).ranks.chart


def picture_of_maps(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the maps and what their colours mean, for a picture."""
    drawn = _off_screen(codes, method, look)
    return above(drawn.scale.chart, drawn.maps.chart)


def _off_screen(codes: tuple[str, ...], method: Method, look: Look) -> Comparison:
    return comparison(codes, method, look, _PICTURE)


@per_edition(max_entries=1)
def _values(edition: Edition) -> pd.DataFrame:
    codes = [str(code) for code in edition.results.domains()["domain_code"]]
    found = [edition.results.region_values(code).assign(domain_code=code) for code in codes]
    return pd.concat(found, ignore_index=True)


@per_edition(max_entries=64)
def _ranks(edition: Edition, method: Method) -> pd.DataFrame:
    return ranks.ranks(edition.results.rank_intervals(method), edition.results.domains())


@per_edition(max_entries=256)
def comparison(edition: Edition, codes: tuple[str, ...], method: Method, look: Look, room: int) -> Comparison:
    """Return everything drawn of these regions; `room`: width of the page, in pixels."""
    names, domains, wide = compare.names(), edition.results.domains(), room >= _COLUMNS
    values, scores, ranked = _values(), edition.results.index_scores(method), _ranks(method)
    apart = spreads.spreads(scores, domains, codes)
    figures = lines.lines(values, domains, codes, names)
    rows = points.points(scores, ranked, figures, domains, codes, names)
    title = words.title(apart, figures, codes, names)
    marks = dots.marks(codes, [str(names[code]["short_name"]) for code in codes], look.region)
    table = tables.values_table(figures, codes, names, wide=wide)
    overall = ranks.told_apart(ranked, codes)
    return Comparison(
        sentences=tuple(words.sentences(apart, lines.unmeasured(values), names)),
        legend=_legend(marks, look, room),
        dots=Drawn(
            title,
            dots.dots(rows, compared=marks, reference=_zero(method), height=_height(look), page=look.page),
            f"{ended(title)} Points, un domaine par ligne\u202f: {ended(points.listed(rows, codes))}",
            arrow(table),
        ),
        ranks=Drawn(
            overall,
            *_rank_dots(ranked, codes, names, look),
            arrow(tables.ranks_table(ranked, codes, names, wide=wide)),
        ),
        placed=ranks.overall(ranked, codes, names),
        maps=_maps(rows, codes, look, room),
        scale=_scale(rows, look),
    )


def _height(look: Look) -> int:
    return max(round(look.size[1] * 1.1), _LINE * len(results().domains()))


def _legend(marks: Sequence[dots.Mark], look: Look, room: int) -> Picture:
    columns = chosen.MOST if room >= _COLUMNS else 2
    said = join(f"{mark.name} ({dots.SHAPES[mark.shape]})" for mark in marks)
    return Picture(
        legend(marks, columns=columns, size=dots.text_size(_height(look)), page=look.page),
        f"Légende des marques\u202f: {said}.",
    )


def _zero(method: Method) -> dots.Reference | None:
    label = _ZERO.get(method.normalisation)
    return dots.Reference(0.0, label) if label else None


def _rank_dots(
    ranked: pd.DataFrame, codes: tuple[str, ...], names: chosen.Names, look: Look
) -> tuple[dict[str, Any], str]:
    rows = ranked[ranked["level"] == "ensemble"].sort_values("rank", kind="stable")
    rows = rows.assign(
        code=rows["region_code"],
        name=[names[code]["short_name"] for code in rows["region_code"]],
        text=rows["words"],
    )
    height = max(look.size[1], (_TWO_LINES if look.narrow else _LINE) * len(rows))
    listed = "\u202f; ".join(f"{name} {text}" for name, text in zip(rows["name"], rows["text"], strict=True))
    return (
        rank_dots(rows, chosen=codes, height=height, ranked=len(rows), page=look.page, narrow=look.narrow),
        f"Rangs des 16 domaines ensemble, avec leur intervalle\u202f: {listed}.",
    )


def _bands(rows: pd.DataFrame) -> list[bands.Band]:
    return bands.ranks(rows["rank"].astype("float64"), lambda rank: ordinal(int(rank), feminine=True))


def _maps(rows: pd.DataFrame, codes: tuple[str, ...], look: Look, room: int) -> Picture:
    known, scale = rows["rank"].astype("float64"), _bands(rows)
    drawn = rows.assign(
        panel=rows["name"],
        colour=[bands.colour_of(rank, scale) for rank in known],
        missing=known.isna(),
    )
    columns = next(count for least, count in _MAPS.items() if room >= least)
    return Picture(
        small_maps(shapes.regions(), drawn, chosen=codes, columns=columns, width=room, page=look.page),
        f"Une carte par domaine, rang de chaque région\u202f: {points.listed(rows, codes)}.",
    )


def _scale(rows: pd.DataFrame, look: Look) -> Picture:
    scale = _bands(rows)
    missing = NOT_PUBLISHED if rows["rank"].isna().any() else ""
    ends = ("moins fragile", "plus fragile")
    return Picture(
        strip(scale, ends=ends, missing=missing, page=look.page, size=legend_size(look.size[1])),
        f"Légende des couleurs, rang parmi les régions\u202f: {', '.join(band.label for band in scale)}.",
    )
