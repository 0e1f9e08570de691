"""What the trials behind an interval let vary for one result, in French: never more than can move it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from indicators.method import Aggregation, Method
from indicators.structure import domains, measured_with_error, scored_indicators
from loaders.store import Store
from wording.lists import join
from wording.numbers import percent
from wording.reading import one_indicator


def trials(store: Store, code: str, method: Method) -> str:
    """Say what an interval covers; `code`: of a domain, of an axis, or `ensemble`.

    With one scored indicator neither weights nor normalisation can change the order of the regions; under a
    geometric mean the normalisation is not drawn (see `indicators.noise`).
    """
    return worded(scored(store, code), method, errors=scored(store, code, measured_with_error))


def scored(store: Store, code: str, among: Callable[[Store], pd.DataFrame] = scored_indicators) -> int:
    """Count the indicators that give a score under a code, or those of them that are `among` others."""
    places = domains(store)
    under = (places["domain_code"] == code) | (places["axis_code"] == code) | (code == "ensemble")
    return int(among(store)["domain_code"].isin(places.loc[under, "domain_code"]).sum())


def worded(indicators: int, method: Method, *, errors: int = 0) -> str:
    """Say the same from the number of indicators; `errors`: how many of them publish their error."""
    said = (
        f"Le trait couvre les rangs que la région prend dans au moins {percent(90)} des essais, quand "
        f"{varying(indicators, method, errors=errors)}."
    )
    return said if indicators > 1 or errors else f"{said} {one_indicator(errors=False)}"


def varying(indicators: int, method: Method, *, errors: int = 0) -> str:
    """« varient l’arrondi des valeurs publiées, les poids et le calcul des scores »: what can move it."""
    moves = ["l’arrondi des valeurs publiées"]
    if errors:
        some = " quand elle est publiée" * (errors < indicators)
        moves.append(f"l’erreur de mesure{some}")
    if indicators > 1:
        moves.append("les poids")
        if method.aggregation is Aggregation.ARITHMETIC:
            moves.append("le calcul des scores")
    return f"{'varient' if len(moves) > 1 else 'varie'} {join(moves)}"
