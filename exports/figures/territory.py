"""The numbers of « Mon territoire »: every region on every measured figure, the region's ranks, its gaps."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from exports.figures import published
from exports.figures.compare import domain_ranks
from exports.figures.names import Names, names
from exports.figures.rows import Row
from exports.figures.two_sides import Gap, Side, among, two_sides
from exports.numbers import numbers
from indicators.method import Method
from indicators.results import Results
from indicators.rows import Fields, each, of
from readings.phrases.reasons import gap_reason
from readings.territory.gaps import every_gap
from wording.perimeter import perimeter
from wording.typography import typed


def spine(results: Results, region: str, method: Method) -> pd.DataFrame:
    """Return the published figures of all regions and of France, then the ranks of one region by domain."""
    words = names(results)
    values = results.every_value(method)
    drawn = values[values["direction"].notna()]
    intervals = results.rank_intervals(method)
    mine = intervals[(intervals["among"] == "regions") & (intervals["region_code"] == region)]
    return pd.concat(
        [numbers(pd.DataFrame(list(published.measured(drawn, words)))), domain_ranks(mine, words)],
        ignore_index=True,
    )


def felt(results: Results, region: str, actor: str, method: Method) -> pd.DataFrame:
    """Return every gap of one actor in one region, with its sign and both of its sides."""
    words, found = names(results), of(every_gap(results, method)[actor], region_code=region)
    rows = [line for row in each(found) for line in _gap(row, words)]
    return numbers(pd.DataFrame(rows))


def _gap(row: Fields, words: Names) -> Iterator[Row]:
    told = words.region(str(row.region_code)) | {
        "domain": words.domains[row.domain_code],
        "actor": words.actors[row.actor_code],
        "period": row.wave,
    }
    why = gap_reason(row.reason) if row.reason else ""
    return two_sides(
        told,
        Gap(row.rank_gap, row.rank_gap_low, row.rank_gap_high, row.stated_sign, why),
        Side(row.objective_rank, row.objective_low, row.objective_high, among(row.objective_ranked), {}),
        Side(None, row.perceived_rank_low, row.perceived_rank_high, perimeter(row.perimeter), cell_of(row)),
        words,
    )


def cell_of(row: Fields) -> Row:
    """Return where a felt rank is written; one derived from values is in the cell of its value."""
    derived = row.rank_origin == "derived" or pd.isna(row.rank_cell)
    return {
        "source": typed(row.source),
        "sheet": row.sheet,
        "cell": row.cell if derived else row.rank_cell,
    }
