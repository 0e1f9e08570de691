"""The first page beyond one figure: an axis or the whole, the ranks of a domain, the 16 domains at once."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import rank_figure
from charts.bands import colour_of
from charts.look import Look
from charts.overview import Figure
from charts.small_maps import small_maps
from charts.together import above
from exports.figures import panorama as figures
from exports.figures.comparison import score_unit
from exports.figures.names import names
from indicators.panorama import ranks, words
from indicators.trials import trials
from loaders.store import Store
from pages.facade import methods, results, shapes
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow
from wording.numbers import NO_BREAK_SPACE

# Sixteen maps on two lines of a screen, four lines of a small window, eight of a phone.
_LINES = ((1000, 8), (600, 4), (0, 2))
# Four maps a line in a picture, which then grow with it.
_STILL = 760
_PHONE, _MARGINS, _STEP, _WIDEST = 640, (32, 180), 30, 1700


@dataclass(frozen=True)
class Level:
    """The ranks at one level, ready to be sent; `known`: regions that have one, `held`: how sure they are."""

    known: int
    title: str
    held: str
    lead: str
    sentences: tuple[str, ...]
    figure: Figure
    table: pa.Table


@dataclass(frozen=True)
class Maps:
    """The 16 domains at once: their maps, the legend they share, the table of the same ranks."""

    title: str
    maps: dict[str, Any]
    maps_alt: str
    legend: dict[str, Any]
    legend_alt: str
    table: pa.Table


def level(code: str, method: str, look: Look) -> Level:
    """Return the ranks of an axis or of the whole (`ensemble`)."""
    return _level(store().key, store(), ranks.level_of(code), code, method, look)


def domain(code: str, method: str, look: Look) -> Level:
    """Return the ranks of a domain among the regions."""
    return _level(store().key, store(), ranks.DOMAIN, code, method, look)


def maps(method: str, look: Look, window_width: int) -> Maps:
    """Return the 16 domains at once, as wide as the page is in this window."""
    width = min(_WIDEST, (window_width - _MARGINS[window_width > _PHONE]) // _STEP * _STEP)
    return _maps(store().key, store(), method, look, width)


def still(code: str, method: str, look: Look) -> dict[str, Any]:
    """Return the map and the ranks of an axis or of the whole as one drawing, for a picture."""
    return rank_figure.still(shapes.regions(), _ranks(ranks.level_of(code), code, method), look)


def maps_still(method: str, look: Look) -> dict[str, Any]:
    """Return the 16 maps and their legend as one drawing, for a picture."""
    found = _maps(store().key, store(), method, look, _STILL)
    return above(found.maps, found.legend)


def numbers(code: str, method: str) -> pd.DataFrame:
    """Return the numbers of an axis or of the whole, to take away."""
    return _numbers(_ranks(ranks.level_of(code), code, method).assign(code=code), method)


def domain_numbers(code: str, method: str) -> pd.DataFrame:
    """Return the ranks of a domain, to take away."""
    return _numbers(_ranks(ranks.DOMAIN, code, method).assign(code=code), method)


def every_number(method: str) -> pd.DataFrame:
    """Return the ranks in every domain, to take away."""
    return _numbers(_every(method).rename(columns={"domain_code": "code"}), method)


def _numbers(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    edition = results.of_edition()
    return figures.ranks(rows, score_unit(methods.of(method)), names(edition))


def _ranks(kind: str, code: str, method: str) -> pd.DataFrame:
    found, solid = results.index_scores(method), results.rank_intervals(method)
    return ranks.ranks(found, solid, results.regions(), kind, code)


def _every(method: str) -> pd.DataFrame:
    return ranks.every_domain(
        results.index_scores(method), results.rank_intervals(method), results.regions(), results.domains()
    )


@kept(max_entries=256)
def _level(key: str, _store: Store, kind: str, code: str, method: str, look: Look) -> Level:
    regions, domains = results.regions(), results.domains()
    named = words.labels(domains) | dict(zip(domains["domain_code"], domains["short_label"], strict=True))
    rows = _ranks(kind, code, method)
    title, table = words.title(rows, regions, named[code], code), words.table(rows)
    return Level(
        known=int(rows["rank"].count()),
        title=title,
        held=words.held_title(rows, named[code]),
        lead=words.drawn(named[code], len(rows)),
        sentences=tuple(words.solidity(rows, trials(_store, code, methods.of(method)))),
        figure=rank_figure.figure(shapes.regions(), rows, title, table, look),
        table=arrow(table),
    )


@kept(max_entries=64)
def _maps(key: str, _store: Store, method: str, look: Look, width: int) -> Maps:
    regions, rows = results.regions(), _every(method)
    scale, missing = rank_figure.scale_of(rows), bool(rows["missing"].any())
    drawn = rows.assign(
        panel=_panels(rows, look.region),
        label=rows["name"] + "\u202f: " + rows["words"],
        colour=[colour_of(rank, scale) for rank in rows["rank"].astype("float64")],
    )
    title = words.domains_title(rows, regions)
    return Maps(
        title=title,
        maps=small_maps(
            shapes.regions(), drawn, chosen=[look.region] * bool(look.region),
            columns=next(count for least, count in _LINES if width >= least), width=width, page=look.page,
        ),
        maps_alt=f"{title}. Une carte par domaine. {words.domains_listed(rows)}",
        legend=rank_figure.legend(scale, look, missing=missing),
        legend_alt=rank_figure.legend_alternative(scale, missing=missing),
        table=arrow(words.domains_table(rows)),
    )  # fmt: skip


def _panels(rows: pd.DataFrame, region: str) -> list[str]:
    """Title each map by its domain and, when a region is chosen, the rank of that region under it."""
    mine = rows[rows["region_code"] == region].set_index("domain_code")["words"]
    return [
        f"{label}\n{mine[code].replace(' ', NO_BREAK_SPACE)}" if region else label
        for code, label in zip(rows["domain_code"], rows["short_label"], strict=True)
    ]
