"""The first page beyond one figure: an axis or the whole, the ranks of a domain, the 16 domains at once."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import rank_figure
from charts.bands import colour_of
from charts.drawing import Drawing
from charts.look import Look
from charts.overview import Figure
from charts.small_maps import small_maps
from charts.together import above
from exports.figures import overview_level as figures
from exports.figures.compare import score_unit
from indicators.method import Method
from pages.facade import choices, off_screen, shapes
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow
from readings.overview import level as ranks
from readings.overview import level_words as words
from readings.overview.here import level_here
from readings.phrases.reach import of_code, reached_of
from readings.phrases.trials import trials
from wording.lists import ended

# Four maps a line in a picture, which then grow with it.
_STILL = 760


@dataclass(frozen=True)
class Level:
    """The ranks at one level, ready to be sent; `known`: regions that have one, `held`: how sure they are.

    `finding`: that on all the regions, `""` where it is the title.
    """

    known: int
    title: str
    finding: str
    held: str
    lead: str
    sentences: tuple[str, ...]
    figure: Figure
    table: pa.Table


@dataclass(frozen=True)
class Maps:
    """The 16 domains at once: their maps, the legend they share, the table of the same ranks."""

    title: str
    maps: Drawing
    legend: Drawing
    table: pa.Table


def still(code: str, method: Method, look: Look) -> dict[str, Any]:
    """Return the map and the ranks of an axis or of the whole as one drawing, for a picture."""
    return rank_figure.still(shapes.regions(), ranks_of(code, method), look)


def maps_still(method: Method, look: Look) -> dict[str, Any]:
    """Return the 16 maps and their legend as one drawing, for a picture."""
    found = maps(method, look, look.width(_STILL))
    return above(found.maps.specification, found.legend.specification)


def numbers(code: str, method: Method) -> pd.DataFrame:
    """Return the ranks in a domain, in an axis or on the whole, to take away."""
    return _numbers(ranks_of(code, method).assign(code=code), method)


def every_number(method: Method) -> pd.DataFrame:
    """Return the ranks in every domain, to take away."""
    return _numbers(_every(method).rename(columns={"domain_code": "code"}), method)


def _numbers(rows: pd.DataFrame, method: Method) -> pd.DataFrame:
    return figures.ranks(rows, score_unit(method), off_screen.words())


@per_edition(max_entries=64)
def held(edition: Edition, code: str, method: Method) -> str:
    """Say how sure the ranks are at one level."""
    return words.held_title(ranks_of(code, method), edition.results.vocabulary().levels[code])


@per_edition(max_entries=256)
def ranks_of(edition: Edition, code: str, method: Method) -> pd.DataFrame:
    """Return the ranks of the regions in a domain, in an axis or on the whole, the most fragile first."""
    found = edition.results
    scores, intervals = found.index_scores(method), found.rank_intervals(method)
    return ranks.ranks(scores, intervals, found.regions(), _kind(code), code)


def _kind(code: str) -> str:
    """Return the level of a code of the address."""
    return ranks.DOMAIN if code in set(results().domains()["domain_code"]) else ranks.level_of(code)


@per_edition(max_entries=16)
def _every(edition: Edition, method: Method) -> pd.DataFrame:
    found = edition.results
    scores, intervals = found.index_scores(method), found.rank_intervals(method)
    return ranks.every_domain(scores, intervals, found.regions(), found.domains())


@per_edition(max_entries=256)
def level(edition: Edition, code: str, method: Method, look: Look) -> Level:
    """Return the ranks of the regions in a domain, in an axis or on the whole (`ensemble`)."""
    regions, named = edition.results.regions(), edition.results.vocabulary().levels
    rows = ranks_of(code, method)
    reach = of_code(reached_of(edition.results, method, _kind(code)), code)
    turned = code in edition.results.turned(method)
    finding, table = words.title(rows, regions, named[code], code, turned=turned), words.table(rows, reach)
    figure = rank_figure.figure(shapes.regions(), rows, finding, table, look)
    inside = edition.results.vocabulary().names[look.region].name_in if figure.chosen else ""
    return Level(
        known=int(rows["rank"].count()),
        title=level_here(named[code], inside, figure.chosen) if figure.chosen else finding,
        finding=ended(finding) if figure.chosen else "",
        held=held(code, method),
        lead=words.drawn(named[code], rows),
        sentences=tuple(words.solidity(rows, trials(edition.results, code, method))),
        figure=figure,
        table=arrow(table, chosen=choices.region_name(look.region)),
    )


@per_edition(max_entries=64)
def maps(edition: Edition, method: Method, look: Look, width: int) -> Maps:
    """Return the 16 domains at once, `width` pixels wide."""
    regions, rows = edition.results.regions(), _every(method)
    scale, missing = rank_figure.scale_of(rows, look.page), bool(rows["missing"].any())
    drawn = rows.assign(
        panel=_panels(rows, look.region),
        label=rows["name"] + "\u202f: " + rows["words"],
        colour=[colour_of(rank, scale, look.page) for rank in rows["rank"].astype("float64")],
    )
    title = words.domains_title(rows, regions)
    spec = small_maps(
        shapes.regions(),
        drawn,
        chosen=[look.region] * bool(look.region),
        width=width,
        look=look,
    )
    return Maps(
        title=title,
        maps=Drawing(spec, f"{title}. Une carte par domaine. {words.domains_listed(rows)}"),
        legend=rank_figure.legend(scale, look, missing=missing),
        table=arrow(words.domains_table(rows)),
    )


def _panels(rows: pd.DataFrame, region: str) -> list[str]:
    """Title each map by its domain and, when a region is chosen, the rank of that region under it."""
    mine = rows[rows["region_code"] == region].set_index("domain_code")["words"]
    held = mine.str.replace(" ", "\u00a0")
    return [
        f"{label}\n{held[code]}" if region else label
        for code, label in zip(rows["domain_code"], rows["short_label"], strict=True)
    ]
