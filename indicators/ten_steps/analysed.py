"""Steps 4 to 6: whether the domains say one thing, then what the choices of the calculation move."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators import coherence
from indicators.correlation import correlations
from indicators.importance import importance
from indicators.results import Results
from indicators.score_table import WHOLE, Group
from indicators.ten_steps.choices import effects
from indicators.ten_steps.step import Measure, Step, Unit

# How many principal components are told: with 13 regions there are 12 at most.
_COMPONENTS = 2


def analysis(results: Results) -> Iterator[Measure]:
    """Measure the coherence of the domains, their opposed pairs, their principal components."""
    made = results.groups()
    table = coherence.coherence(made)
    whole = table[table["in_level"] == WHOLE]
    for name in ("alpha", "mean_correlation"):
        yield Measure(Step.ANALYSIS, name, "", _first(whole[name]), Unit.CORRELATION)
    pairs = coherence.pairs(made)
    found = pairs.loc[pairs["level"] == "domaine", "correlation"].dropna()
    counts = {
        "pairs": len(found),
        "pairs_opposed": int((found <= -coherence.STRONG).sum()),
        "pairs_alike": int((found >= coherence.STRONG).sum()),
    }
    for name, count in counts.items():
        yield Measure(Step.ANALYSIS, name, "", count, Unit.COUNT)
    for place, share in enumerate(components(made[0]), start=1):
        yield Measure(Step.ANALYSIS, "component", str(place), share, Unit.SHARE)


def components(domains: Group) -> list[float]:
    """Return the shares of variance (0 to 1) of the first principal components of the domains.

    Of their correlations; no share where a domain has no score in some region, or the same in all of them.
    """
    has = (domains.weight > 0) & ~np.isnan(domains.own).all(axis=0)
    own = domains.own[:, has]
    found, _ = correlations(own, own)
    if np.isnan(own).any() or np.isnan(found).any() or len(found) < _COMPONENTS:
        return [math.nan] * _COMPONENTS
    values = np.linalg.eigvalsh(found)[::-1]
    return [float(value) for value in values[:_COMPONENTS] / values.sum()]


def normalisation(results: Results) -> Iterator[Measure]:
    """Measure what each other way to make values comparable moves."""
    yield from _moved(results, Step.NORMALISATION)


def aggregation(results: Results) -> Iterator[Measure]:
    """Measure what each other way to weigh moves, then what each domain decides of the whole."""
    yield from _moved(results, Step.AGGREGATION)
    yield from _weighed(results)


def _moved(results: Results, step: Step) -> Iterator[Measure]:
    units = {"mean": Unit.PLACES, "largest": Unit.PLACES, "moved": Unit.COUNT, "compared": Unit.COUNT}
    for row in effects(results, step).to_dict("records"):
        for name, unit in units.items():
            value = math.nan if pd.isna(row[name]) else float(row[name])
            yield Measure(step, f"ranks_{name}", f"{row['name']}={row['code']}", value, unit)


def _weighed(results: Results) -> Iterator[Measure]:
    every = importance(results.groups(), curves=False)
    rows = every[(every["in_level"] == WHOLE) & (every["level"] == "domaine")]
    for name, unit in (("weight", Unit.SHARE), ("share", Unit.SHARE), ("correlation", Unit.CORRELATION)):
        for code, value in zip(rows["code"], rows[name], strict=True):
            yield Measure(Step.AGGREGATION, f"domain_{name}", str(code), float(value), unit)


def _first(column: pd.Series[float]) -> float:
    return float(column.iloc[0]) if len(column) else math.nan
