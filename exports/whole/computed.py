"""What is computed with our starting method, for every region, domain, actor and wave."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pandas as pd

from indicators.crossed import Crossed
from indicators.evolution import COLUMNS, evolution
from indicators.importance import importance
from indicators.results import Results
from indicators.scores import indicator_scores

BASES = ("profil", "domaines")
_PLACES = {"low": "rank_low", "high": "rank_high"}


def scores(results: Results) -> pd.DataFrame:
    """Return every score with its rank among the regions and the interval of that rank.

    level, code, region_code, score, coverage, rank, ranked, rank_low, rank_high, holds. A score that is not
    computable is missing, its rank too.
    """
    placed = _placed(results, "regions")[["region_code", "level", "code", *_PLACES.values(), "holds"]]
    found = results.index_scores().merge(placed, on=["region_code", "level", "code"], how="left")
    return found.assign(label=found["code"].map(_labels(results)))


def domain_ranks(results: Results) -> pd.DataFrame:
    """Return the place of each domain inside each region: domain_code, region_code, rank, ranked, bounds."""
    return _placed(results, "domaines").rename(columns={"code": "domain_code"})


def standardised(results: Results) -> pd.DataFrame:
    """Return each indicator's standardised score in each region (see `indicators.scores`)."""
    return indicator_scores(results.store)


def importances(results: Results) -> pd.DataFrame:
    """Return what each element decides of a score (see `indicators.importance`); weight: nominal_weight."""
    return importance(results.groups()).rename(columns={"weight": "nominal_weight"})


def doubts(results: Results) -> pd.DataFrame:
    """Return what each doubt explains of a rank among the regions (see `indicators.doubts`), with `label`.

    source, first and total are named doubt, first_order and total_effect: the first two are other columns.
    """
    named = {"source": "doubt", "first": "first_order", "total": "total_effect"}
    found = results.doubts().rename(columns=named)
    return found.assign(label=found["code"].map(_labels(results)))


def gaps(results: Results) -> pd.DataFrame:
    """Return the gaps of every actor and wave (see `indicators.gap_signs`)."""
    return _every_actor(results, lambda crossed: crossed.gaps)


def unnamed(results: Results) -> pd.DataFrame:
    """Return bounds on what top lists do not name (see `indicators.unnamed`)."""
    return _every_actor(results, lambda crossed: crossed.unnamed)


def quadrants(results: Results) -> pd.DataFrame:
    """Return the situation of every crossed figure (see `indicators.quadrants`)."""
    return _every_actor(results, lambda crossed: crossed.quadrants)


def evolutions(results: Results) -> pd.DataFrame:
    """Return what changed between any two waves, earliest first (see `indicators.evolution`)."""
    told = results.everyone().sort_values("survey_date")
    pairs = combinations(told["wave"].drop_duplicates(), 2)
    found = [evolution(results.store, before, after) for before, after in pairs]
    return _stacked([pd.DataFrame(columns=COLUMNS), *found])


def neighbours(results: Results) -> pd.DataFrame:
    """Return the three nearest of each region by basis: region_code, basis, place, similar_code."""
    found = [
        results.similar(region, basis)
        .rename(columns={"region_code": "similar_code"})
        .assign(region_code=region, basis=basis)
        .pipe(lambda near: near.assign(place=range(1, len(near) + 1)))
        for region in results.regions()["region_code"]
        for basis in BASES
    ]
    return _stacked(found)


def _placed(results: Results, among: str) -> pd.DataFrame:
    intervals = results.rank_intervals()
    return intervals[intervals["among"] == among].rename(columns=_PLACES).reset_index(drop=True)


def _labels(results: Results) -> dict[str, str]:
    words = results.vocabulary()
    return {**words.axes, **words.domain_labels, "ensemble": "Ensemble"}


def _every_actor(results: Results, part: Callable[[Crossed], pd.DataFrame]) -> pd.DataFrame:
    return _stacked([part(results.crossed(actor)) for actor in results.actors()["actor_code"]])


def _stacked(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put frames one under the other; empty ones have columns without types and would spoil the others'."""
    held = [frame for frame in frames if len(frame)] or frames[:1]
    return pd.concat(held, ignore_index=True)
