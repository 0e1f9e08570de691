"""What each domain weighs in the index: equal, by axis, an actor's priorities, or the reader's own."""

from __future__ import annotations

import math

import pandas as pd

from indicators.method import Method, MethodError, Weighting
from indicators.steps import chain
from indicators.structure import domains
from loaders.store import Store
from wording.lists import join
from wording.numbers import counted
from wording.typography import quoted


def domain_weights(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return one row a domain: domain_code, axis_code, weight (share of the index, 0 to 1; they sum to 1).

    The weight of an axis is the sum of its domains'. Raises `MethodError` when the edition has no such domain
    or no such actor, or too little published for the actor's priorities to serve.
    """
    chosen = method or Method()
    frame = domains(store)[["domain_code", "axis_code"]]
    weights = _relative(store, chosen, frame)
    if not weights.sum() > 0:
        raise MethodError(
            "Aucun domaine du classeur n’a de poids dans cette pondération\u202f: choisissez-en une autre."
        )
    return frame.assign(weight=weights / weights.sum())


def _relative(store: Store, method: Method, frame: pd.DataFrame) -> pd.Series:
    """Weights of the domains, before they are brought to a sum of 1."""
    if method.weighting is Weighting.EQUAL_DOMAINS:
        return pd.Series(1.0, index=frame.index)
    if method.weighting is Weighting.EQUAL_AXES:
        return 1 / frame.groupby("axis_code")["domain_code"].transform("size").astype("float64")
    by_domain = (
        _actor(store, method)
        if method.weighting is Weighting.ACTOR
        else _reader(method, set(frame["domain_code"]))
    )
    return pd.Series([by_domain.get(code, 0.0) for code in frame["domain_code"]], frame.index, "float64")


def actor_priorities(store: Store, actor: str, minimum_coverage: float = 0.5) -> pd.DataFrame:
    """Return the published figures that make an actor's priorities, one row a domain, in the domains' order.

    Columns: domain_code, value (unit of the measure), measure, survey, wave, survey_date, origin ('france' or
    'regions'), domains (how many). One survey, one wave, one measure: the latest that speaks of at least
    `minimum_coverage` of the domains; within a wave the one with most domains, shares before notes, France
    before the mean of the regions. A domain without a figure has no row, it is never guessed. Raises
    `MethodError` when nothing published is enough.
    """
    _check_actor(store, actor)
    vectors = store.frame(chain("territory", "perceived", last="priority_vector"), {"actor": actor})
    total = len(domains(store))
    least = max(math.ceil(minimum_coverage * total), 1)
    enough = vectors[vectors["domains"] >= least]
    if enough.empty:
        raise MethodError(_too_few(actor, int(vectors["domains"].max()) if len(vectors) else 0, total, least))
    vector = ["survey", "wave", "measure", "origin"]
    return enough[(enough[vector] == enough.iloc[0][vector]).all(axis=1)].reset_index(drop=True)


def _actor(store: Store, method: Method) -> dict[str, float]:
    """Weights in proportion to the actor's figures; what the actor was not published on weighs nothing."""
    chosen = actor_priorities(store, method.actor, method.minimum_coverage)
    return dict(zip(chosen["domain_code"], chosen["value"], strict=True))


def _reader(method: Method, known: set[str]) -> dict[str, float]:
    weights = dict(method.domain_weights)
    for code in weights:
        if code not in known:
            raise MethodError(
                f"Le domaine {quoted(code)} n’est pas dans le classeur\u202f: retirez son poids, ou "
                f"choisissez parmi {join(sorted(known))}."
            )
    return weights


def _check_actor(store: Store, actor: str) -> None:
    known = [str(code) for (code,) in store.rows("SELECT actor_code FROM mart.actor ORDER BY position")]
    if actor not in known:
        raise MethodError(f"L’acteur {quoted(actor)} est inconnu\u202f: choisissez {join(known, 'ou')}.")


def _too_few(actor: str, best: int, total: int, least: int) -> str:
    return (
        f"Les priorités de l’acteur {quoted(actor)} ne peuvent pas servir de poids\u202f: l’enquête "
        f"la plus complète en publie {counted(best, 'domaine', 'domaines')} sur {total}, il en faut {least}. "
        "Choisissez un autre acteur, ou une couverture minimale plus basse."
    )
