"""The numbers of one domain under one view: published value, rank in the region, what is felt, gap."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from exports.figures import published
from exports.figures.gaps import FELT, MEASURED, gap_matrix
from exports.figures.names import Names, names
from exports.figures.rows import COMPUTED, RANK, Row, ends, missing, noted, one, placed, valued
from exports.numbers import numbers
from indicators.results import Results
from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.overview.views import FranceFigure, Overview, OverviewMeta, Quantity
from wording.lists import joined
from wording.numbers import number
from wording.perimeter import perimeter
from wording.typography import typed

_NOT_AVAILABLE = "non disponible dans la source"


def overview(results: Results, shown: Overview) -> pd.DataFrame:
    """Return the numbers of a view of a domain (`readings.overview.overview`): the regions, then France."""
    words = names(results)
    match shown.meta.quantity:
        case Quantity.INDICATOR:
            rows = _indicator(results, shown.meta, words)
        case Quantity.OBJECTIVE_RANK:
            rows = _inside(results, shown, words)
        case Quantity.GAP:
            return _gaps(shown, words)
        case _:
            rows = _felt(shown, words)
    return numbers(pd.DataFrame(list(rows)))


def _indicator(results: Results, meta: OverviewMeta, words: Names) -> Iterator[Row]:
    values = results.region_values(meta.domain_code)
    mine = values[values["indicator_code"] == meta.indicator_code]
    return published.measured(mine.assign(domain_code=meta.domain_code), words)


def _inside(results: Results, shown: Overview, words: Names) -> Iterator[Row]:
    """Yield the place of the domain inside each region, by the reference method, as the map shows it."""
    places = _places(results, shown.meta.domain_code)
    for row in each(shown.frame):
        yield words.region(row.region_code) | _domain(shown.meta, words) | places[row.region_code]


def _felt(shown: Overview, words: Names) -> Iterator[Row]:
    meta = shown.meta
    ranked = meta.quantity is Quantity.PERCEIVED_RANK
    for row in each(shown.frame):
        base = words.region(row.region_code) | _survey(meta, words)
        unit = (
            {"measure": FELT, "unit": RANK} if ranked else {"measure": meta.measure_label, "unit": meta.unit}
        )
        yield base | unit | {"sheet": row.sheet, "cell": row.cell} | _value(row)
    for figure in meta.france:
        yield from _country(figure, meta, words)


def _gaps(shown: Overview, words: Names) -> pd.DataFrame:
    """Return the gap of each region, with its readings and both of its sides, as « Écarts » gives them."""
    if shown.crossed is None:
        return numbers(pd.DataFrame())
    found = shown.crossed
    return gap_matrix(found.cells, found.gaps, found.picture, str(shown.meta.actor_code), words)


def _places(results: Results, domain: str) -> dict[str, Row]:
    intervals = results.rank_intervals()
    here = intervals[(intervals["among"] == "domaines") & (intervals["code"] == domain)]
    base = {"measure": MEASURED, "unit": RANK, "source": COMPUTED}
    return {
        str(row.region_code): base | placed(row.rank, row.low, row.high) | _among(row.ranked)
        for row in each(here)
    }


def _among(ranked: int | None) -> Row:
    return {} if pd.isna(ranked) else {"note": f"sur {number(int(ranked), 0)} domaines"}


def _value(row: Fields) -> Row:
    """Return the figure drawn: a value, both ends of a range, or nothing."""
    unavailable = _NOT_AVAILABLE if row.status == "not_available" and not row.note else ""
    note = noted(perimeter(row.perimeter), row.note, unavailable)
    found = {"value": one(row.value)} if row.status == "value" else ends(row.low, row.high)
    return (found if row.status in {"value", "range"} else missing()) | {"note": note}


def _domain(meta: OverviewMeta, words: Names) -> Row:
    return {"domain": words.domains[meta.domain_code]}


def _survey(meta: OverviewMeta, words: Names) -> Row:
    return _domain(meta, words) | {
        "actor": words.actors[str(meta.actor_code)],
        "period": meta.wave or "",
        "source": typed(joined(meta.sources)),
    }


def _country(figure: FranceFigure, meta: OverviewMeta, words: Names) -> Iterator[Row]:
    """Yield what is published for the whole country: a value, a rank, or both."""
    base = words.region(FRANCE) | _survey(meta, words) | {"period": figure.wave}
    base |= {"sheet": figure.sheet, "cell": figure.cell}
    if figure.value is not None:
        yield base | {"measure": figure.measure_label} | valued(figure.value, figure.unit)
    if figure.rank_low is not None:
        yield base | {"measure": FELT, "unit": RANK} | ends(figure.rank_low, figure.rank_high)
