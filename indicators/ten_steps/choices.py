"""Every choice of the method that a reader can name in an address, with the step that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from indicators import method_codes, option_codes
from indicators.alternatives import alternatives, ranked
from indicators.method import Aggregation, Method
from indicators.plain_names import by_convention, plain
from indicators.results import REFERENCE, Results
from indicators.structure import domains, scored_indicators
from indicators.ten_steps.step import Step
from loaders.store import Store
from wording.slug import slug
from wording.typography import uncapital


def _named(what: str, listed: Mapping[str, str]) -> Mapping[str, str]:
    """Name what a list is of before each of its choices, which alone would not be understood."""
    return {code: f"{what}\u202f: {uncapital(words)}" for code, words in listed.items()}


def _turned(store: Store) -> Mapping[str, str]:
    """Return the indicators whose direction is a convention, read the other way round."""
    known = scored_indicators(store)
    return {
        slug(code): f"{plain(label)}, lu à l’envers"
        for code, label in zip(known["indicator_code"], known["label"], strict=True)
        if by_convention(label)
    }


# By name in the address: the choices of a list, and the step that they belong to. A choice more is a line
# more; a text of the reader (weights, goalposts) is in no list.
_LISTS: Mapping[str, tuple[Step, Callable[[Store], Mapping[str, str]]]] = {
    method_codes.NORMALISATION: (Step.NORMALISATION, lambda _: method_codes.NORMALISATIONS),
    method_codes.WEIGHTING: (Step.AGGREGATION, method_codes.weightings),
    option_codes.OUTLIERS: (Step.DATA, lambda _: _named("Valeurs extrêmes", option_codes.TREATMENTS)),
    option_codes.COVERAGE: (Step.MISSING, lambda _: _named("Un score demande", option_codes.COVERAGES)),
    option_codes.FLIPPED: (Step.FRAMEWORK, _turned),
    option_codes.ERROR: (
        Step.UNCERTAINTY,
        lambda _: _named("Erreur de mesure supposée", option_codes.ERRORS),
    ),
}
# The codes of a list that belong to another step than their list.
_ELSEWHERE = {
    (method_codes.NORMALISATION, str(mean)): Step.AGGREGATION
    for mean in Aggregation
    if mean is not Aggregation.ARITHMETIC
}
# What moves intervals, never a rank.
_NO_RANK = {option_codes.ERROR}
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


def alone(store: Store) -> list[tuple[Choice, Method]]:
    """Return every choice that may move a rank, with the method that changes it alone."""
    places = domains(store)["domain_code"].tolist()
    indicators = {slug(code): code for code in scored_indicators(store)["indicator_code"]}
    return [
        (one, method_codes.method({one.name: one.code}, places, indicators))
        for one in choices(store)
        if one.name not in _NO_RANK
    ]


def effects(results: Results, step: Step | None = None) -> pd.DataFrame:
    """Return what each choice alone does to the ranks of the whole: step, name, code, words, then effects.

    The columns that follow are those of `indicators.alternatives`, but `choice`. `step`: None for all of
    them. Computed once for an edition.
    """
    return results.once(("effects", step), lambda: _effects(results, step))


def _effects(results: Results, step: Step | None) -> pd.DataFrame:
    kept = [(one, method) for one, method in alone(results.store) if step in {None, one.step}]
    found = [one for one, _ in kept]
    others = ((one.words, ranked(results.store, method)) for one, method in kept)
    moved = alternatives(results.rank_intervals(REFERENCE), others).drop(columns="choice")
    return pd.concat([pd.DataFrame(found, columns=list(Choice._fields)), moved], axis=1)
