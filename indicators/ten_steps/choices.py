"""Every choice of the method that a reader can name in an address, with the step that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from indicators import method_codes
from indicators.alternatives import alternatives, ranked
from indicators.results import REFERENCE, Results
from indicators.ten_steps.step import Step
from loaders.store import Store

# By name in the address: the choices of a list, and the step that they belong to. A choice more is a line
# more; a text of the reader (weights) is in no list.
_LISTS: Mapping[str, tuple[Step, Callable[[Store], Mapping[str, str]]]] = {
    method_codes.NORMALISATION: (Step.NORMALISATION, lambda _: method_codes.NORMALISATIONS),
    method_codes.WEIGHTING: (Step.AGGREGATION, method_codes.weightings),
}
# The codes of a list that belong to another step than their list.
_ELSEWHERE = {(method_codes.NORMALISATION, "geometrique"): Step.AGGREGATION}
# What is no choice until the reader says more.
_OPEN = {(method_codes.WEIGHTING, method_codes.READER)}


class Choice(NamedTuple):
    """One choice of the address, other than our starting one, and its words."""

    step: Step
    name: str
    code: str
    words: str


def choices(store: Store) -> list[Choice]:
    """Return every choice that this edition can compute, in the order of the lists."""
    return [
        Choice(_ELSEWHERE.get((name, code), step), name, code, words)
        for name, (step, listed) in _LISTS.items()
        for code, words in listed(store).items()
        if code and (name, code) not in _OPEN
    ]


def effects(results: Results, step: Step | None = None) -> pd.DataFrame:
    """Return what each choice alone does to the ranks of the whole: step, name, code, words, then effects.

    The columns that follow are those of `indicators.alternatives`, but `choice`. `step`: None for all of
    them. Computed once for an edition.
    """
    return results.once(("effects", step), lambda: _effects(results, step))


def _effects(results: Results, step: Step | None) -> pd.DataFrame:
    found = [one for one in choices(results.store) if step in {None, one.step}]
    domains = results.domains()["domain_code"].tolist()
    methods = ((one.words, method_codes.method({one.name: one.code}, domains)) for one in found)
    others = ((words, ranked(results.store, method)) for words, method in methods)
    moved = alternatives(results.rank_intervals(REFERENCE), others).drop(columns="choice")
    return pd.concat([pd.DataFrame(found, columns=list(Choice._fields)), moved], axis=1)
