"""« Par domaine », where several indicators make a score: their grid, what each brings, one of them."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts import rank_figure
from charts.bands import Band
from charts.drawing import Drawing
from charts.heatmap import NOTHING, STATED, Grid, heatmap
from charts.heatmap_axes import Labels, fitted, two_lines
from charts.look import Look
from charts.together import above
from exports.figures import published
from exports.numbers import numbers
from indicators.members import Link
from indicators.method import Method
from indicators.rows import Row, records
from pages.explored import Explored, explored
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition, results
from pages.facade.overview_level import ranks_of
from readings.domain import members as words
from readings.domain.words_measured import figure_words
from readings.overview import level
from wording.lists import joined
from wording.slug import slug

_REGION, _LINE, _PHONE_LINE = 12, 40, 21


@dataclass(frozen=True)
class Members:
    """The grid of the indicators of a domain, ready to be sent.

    `brought`: what makes the score of the chosen region, `""` without one.
    """

    title: str
    notes: tuple[str, ...]
    brought: str
    sources: str
    drawing: Drawing
    legend: Drawing


@dataclass(frozen=True)
class Inside:
    """The indicators of a domain in one region: what they count, what makes its score, a table."""

    title: str
    brought: str
    table: Explored


@per_edition(max_entries=256)
def inside(edition: Edition, domain: str, method: Method, region: str) -> Inside:
    """Return the indicators of a domain in a region, first those that bring it most fragility."""
    values, parts = edition.results.region_values(domain, method), _parts(domain, method, region)
    known = edition.results.vocabulary()
    return Inside(
        title=f"{words.title(edition.results.members(domain, method))}.",
        brought=words.brought(parts, known.indicators, known.names[region].name_in, method),
        table=explored(
            words.inside(edition.results.members(domain, method), values, _added(parts, method), region)
        ),
    )


@per_edition(max_entries=64)
def members_of(edition: Edition, domain: str, method: Method, look: Look) -> Members:
    """Return the indicators of a domain and how they stand to each other."""
    parts, known = _parts(domain, method, look.region), edition.results.vocabulary()
    title, region = words.title(_rows(domain, method)), known.names.get(look.region)
    return Members(
        title=title,
        notes=(words.HOW, words.RULE),
        brought=words.brought(parts, known.indicators, region.name_in, method) if region else "",
        sources=joined(dict.fromkeys(filter(None, edition.results.region_values(domain, method)["source"]))),
        drawing=Drawing(_drawing(domain, method, look), f"{title}. {_told(domain, method)}"),
        legend=_legend(domain, method, look),
    )


@per_edition(max_entries=128)
def table_of(edition: Edition, domain: str, method: Method, region: str) -> Explored:
    """Return the indicators of a domain one by one, with the figures of the region when one is chosen."""
    values, parts = edition.results.region_values(domain, method), _parts(domain, method, region)
    name = choices.region_name(region)
    told = words.table(_rows(domain, method), values, _added(parts, method), region, name)
    return explored(told, filters=("Unité", "Année", "Source"))


def still(domain: str, method: Method, look: Look) -> dict[str, Any]:
    """Return the grid and its legend as one drawing, for a picture."""
    return above(_drawing(domain, method, look), _legend(domain, method, look).specification)


def numbers_of(domain: str) -> pd.DataFrame:
    """Return every published figure of the indicators of a domain, to take away."""
    values = results().region_values(domain).assign(domain_code=domain)
    return numbers(pd.DataFrame(list(published.measured(values, off_screen.words()))))


def standing(domain: str, indicator: str, method: Method) -> list[str]:
    """Say what one indicator is to the score of its domain and to the others that make it."""
    rows, known = _rows(domain, method), results().vocabulary()
    row = records(rows[rows["indicator_code"] == indicator])[0]
    return words.standing(row, len(rows), known.domains[domain])


@per_edition(max_entries=64)
def _rows(edition: Edition, domain: str, method: Method) -> pd.DataFrame:
    return words.ordered(edition.results.members(domain, method))


def _parts(domain: str, method: Method, region: str) -> pd.DataFrame:
    """Return what each indicator brings to the score of a region; no row without one."""
    if not region:
        return pd.DataFrame(columns=["indicator_code", "part", "score"])
    found = results().contributions(region, method)
    return found[(found["level"] == level.DOMAIN) & (found["code"] == domain)]


def _added(parts: pd.DataFrame, method: Method) -> pd.DataFrame:
    """Keep the parts of a mean that is a sum."""
    return parts.iloc[:0] if method.aggregation.geometric(level.DOMAIN) else parts


def _legend(domain: str, method: Method, look: Look) -> Drawing:
    return rank_figure.legend(_scale(domain, method, look), look, missing=False)


def _scale(domain: str, method: Method, look: Look) -> list[Band]:
    return rank_figure.scale_of(results().region_values(domain, method), look.page)


def _drawing(domain: str, method: Method, look: Look) -> dict[str, Any]:
    grid = Grid(
        _columns(domain, method),
        _lines(records(_rows(domain, method)), look),
        ("indicateur", "indicateurs"),
        "Rang",
        opens=True,
    )
    return heatmap(_boxes(domain, method), grid, _scale(domain, method, look), look)


def _columns(domain: str, method: Method) -> Labels:
    """Name the regions, from the most to the least fragile in the domain."""
    order = records(ranks_of(domain, method)[["region_code", "short_name"]])
    return [(row["region_code"], two_lines(row["short_name"], _REGION), False) for row in order]


@per_edition(max_entries=64)
def _boxes(edition: Edition, domain: str, method: Method) -> pd.DataFrame:
    """Write the box of each indicator in each region."""
    codes = set(_rows(domain, method)["indicator_code"])
    values = records(edition.results.region_values(domain, method))
    boxes = [_box(row) for row in values if row["indicator_code"] in codes]
    return pd.DataFrame(boxes).astype({"value": "float64"})


def _lines(rows: list[Row], look: Look) -> Labels:
    """Name the indicators after their sign; a rule stands between those of two signs."""
    names = results().vocabulary().indicators
    width = _PHONE_LINE if look.narrow else _LINE
    found, before = [], None
    for row in rows:
        name = f"{words.SIGNS[Link(row['link'])]} {names[row['indicator_code']]}"
        starts = before is not None and row["link"] != before
        found.append((slug(row["indicator_code"]), fitted(name, width, look), starts))
        before = row["link"]
    return found


def _box(row: Row) -> dict[str, Any]:
    """Write the rank of a region by one indicator, and its value for who points at it."""
    known, ranked = results().vocabulary(), row["rank"] is not None
    where = known.names[row["region_code"]].name_in
    place = f", {words.rank_words(row)}" if ranked else ""
    return {
        "region": row["region_code"],
        "line": slug(row["indicator_code"]),
        "look": STATED if ranked else NOTHING,
        "value": row["rank"],
        "text": str(row["rank"]) if ranked else "•",
        "label": f"{known.indicators[row['indicator_code']]}, {where}\u202f: {figure_words(row)}{place}",
    }


@per_edition(max_entries=64)
def _told(edition: Edition, domain: str, method: Method) -> str:
    """Say each line for who does not see it: its sign, and the region that comes first."""
    known, said = edition.results.vocabulary(), []
    rows, values = _rows(domain, method), edition.results.region_values(domain, method)
    firsts = values[values["rank"] == 1].groupby("indicator_code")["region_code"].agg(list)
    for row in records(rows):
        code = row["indicator_code"]
        first = joined(known.regions[region] for region in firsts.get(code, []))
        said.append(
            f"{words.SIGNS[Link(row['link'])]} {known.indicators[code]}\u202f: {first or 'sans rang'}"
        )
    return f"Tableau de couleurs\u202f; au premier rang de fragilité, {'. '.join(said)}."
