"""The numbers of « Alliances et initiatives »: initiatives by department, published answers by topic."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from exports.figures import published
from exports.figures.names import Names
from exports.figures.rows import Row, missing, valued
from exports.numbers import numbers
from indicators.rows import Fields, each
from readings.alliances.topics import named
from wording.lists import join
from wording.typography import quoted

INITIATIVES = "Initiatives citées par les documents"
_NONE = "aucune initiative citée par les documents"


def by_department(
    counts: pd.DataFrame, departments: Mapping[str, str], region_of: Mapping[str, str], names: Names
) -> pd.DataFrame:
    """Return one row a department: how many initiatives the documents place there.

    `counts`: `alliances.selection.by_department`; `departments`: names by code; `region_of`: code of the
    region of each. Where none is cited, nothing says that there is none: « non publié », never 0.
    """
    known = {str(row.department_code): row for row in each(counts)}
    rows = []
    for code, name in departments.items():
        base = names.region(region_of[code]) | {"measure": f"{INITIATIVES}\u202f: {name} ({code})"}
        rows.append(base | _count(known.get(code)))
    return numbers(pd.DataFrame(rows))


def _count(row: Fields) -> Row:
    if row is None:
        return missing(_NONE) | {"unit": "initiatives"}
    cited = join(quoted(named(name)) for name in row.names)
    return valued(row.count, "initiatives") | {"note": cited}


def topic(figures: pd.DataFrame, drawn: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return the published figures behind one topic, in the order they are drawn.

    `figures`: `alliances.figures`; `drawn`: `alliances.topics.topic_rows`.
    """
    order = figures.set_index("figure_id").loc[list(drawn["figure_id"])].reset_index()
    return numbers(pd.DataFrame(published.said(order, names)))
