"""The reader's own weight for each of the sixteen domains, kept in the address."""

from functools import partial

import pandas as pd
import streamlit as st

from pages import frame, selectors
from pages.facade import methods
from pages.facade.edition import results
from wording.numbers import number

STEPS = tuple(step / 2 for step in range(11))
READER = "lecteur"
_REFUSED = "poids_refuses"


def draw() -> None:
    """Draw one slider a domain, axis by axis, under a heading that opens them."""
    own = selectors.chosen("ponderation") == READER
    weights = methods.weights_of(selectors.chosen("poids"))
    with st.expander("Mes poids, domaine par domaine", expanded=own and not frame.look().narrow):
        frame.sentences(
            ["De 0 (ne compte pas) à 5. Déplacer un curseur choisit «\u00a0Ma pondération\u00a0»."]
        )
        if st.session_state.pop(_REFUSED, False):
            frame.empty(
                "Tous les poids seraient à 0.",
                "Il en faut un au moins\u202f: le dernier curseur n’a pas bougé.",
            )
        for column, rows in zip(st.columns(2), halves(results().domains()), strict=True):
            with column:
                for code, label in rows:
                    slider(code, label, weights)


def halves(domains: pd.DataFrame) -> list[list[tuple[str, str]]]:
    """Cut the domains (code, label) in two, in their order."""
    rows = list(zip(domains["domain_code"], domains["short_label"], strict=True))
    middle = (len(rows) + 1) // 2
    return [rows[:middle], rows[middle:]]


def slider(code: str, label: str, weights: dict[str, float]) -> None:
    """Draw one slider; a weight of the address that is not a step is a step of its own."""
    weight = weights[code]
    drawn = partial(st.select_slider, label, sorted({*STEPS, weight}), format_func=number)
    selectors.held(drawn, f"poids_{code}", weight, {"value": weight}, partial(moved, code, weights))


def moved(code: str, before: dict[str, float]) -> None:
    """Write the weights in the address; all of them at 0 make no index, and are refused.

    A callback runs before the edition of the run is known: it asks nothing of the data.
    """
    weights = before | {code: st.session_state[f"poids_{code}"]}
    if not sum(weights.values()):
        st.session_state[_REFUSED] = True
        return
    selectors.choose("poids", methods.weights_written(weights))
    selectors.choose("ponderation", READER)
