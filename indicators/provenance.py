"""From a number back to the cells it rests on, with the value at each step.

`python -m indicators provenance` prints it. A trail computes nothing of its own: each number on it is the
one that the score, the rank or the gap was made with.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.index import contributions, index_scores
from indicators.method import Aggregation, Method
from indicators.provenance_indicator import indicator_steps, scored_steps
from indicators.provenance_steps import Step, StepName, known, table
from indicators.rows import Fields
from indicators.structure import UnknownCode, catalogue, domains, regions
from loaders.store import Store

WHOLE = "ensemble"


def provenance(
    store: Store, region: str, level: str = WHOLE, code: str = WHOLE, method: Method | None = None
) -> pd.DataFrame:
    """Return the steps behind one score, one row each (columns: see `indicators.provenance_steps.Step`).

    `level` is 'indicateur', 'domaine', 'axe' or 'ensemble'. Raises `UnknownCode` for a region or a code that
    the edition does not have, and `MethodError`.
    """
    chosen = method or Method()
    if region not in set(regions(store)["region_code"]):
        raise UnknownCode(region)
    if level == "indicateur":
        if code not in set(catalogue(store)["indicator_code"]):
            raise UnknownCode(code)
        return table(indicator_steps(store, region, code, chosen))
    return table(score_steps(store, region, level, code, chosen))


def score_steps(store: Store, region: str, level: str, code: str, method: Method) -> list[Step]:
    """Return the steps of a domain, of an axis or of the whole: its cells, its parts, its score, its rank."""
    scores = index_scores(store, method)
    found = scores[(scores["region_code"] == region) & (scores["level"] == level) & (scores["code"] == code)]
    if found.empty:
        raise UnknownCode(f"{region} {level} {code}")
    parts = contributions(store, method, region)
    parts = parts[(parts["level"] == level) & (parts["code"] == code)]
    steps = scored_steps(store, region, _indicators(store, level, code), parts, method)
    row: Any = found.iloc[0]
    moved = method.aggregation is not Aggregation.ARITHMETIC
    unit = "1–10" if moved else str(method.normalisation)
    return [
        *steps,
        Step(StepName.COVERAGE, level, code, region, number=float(row["coverage"])),
        Step(StepName.SCORE, level, code, region, number=float(row["score"]), unit=unit),
        _rank(level, code, region, row),
    ]


def _rank(level: str, code: str, region: str, row: Fields) -> Step:
    ranked = float(row["ranked"])
    return Step(StepName.RANK, level, code, region, factor=ranked, number=known(row["rank"]))


def _indicators(store: Store, level: str, code: str) -> list[str]:
    """Name the indicators that the structure places under a domain, an axis or the whole."""
    table = catalogue(store)
    table = table[table["domain_code"].notna() & (table["weight"] > 0)]
    if level == "domaine":
        return table.loc[table["domain_code"] == code, "indicator_code"].tolist()
    if level == "axe":
        every = domains(store)
        inside = every.loc[every["axis_code"] == code, "domain_code"]
        return table.loc[table["domain_code"].isin(inside), "indicator_code"].tolist()
    return table["indicator_code"].tolist()
