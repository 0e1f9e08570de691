"""What the trials behind an interval let vary for one result, in French: never more than can move it."""

from __future__ import annotations

from indicators.method import Method
from indicators.results import Results
from wording.lists import join
from wording.measurement import Errors
from wording.numbers import percent
from wording.reading import one_indicator

DRAWN, WRITTEN = "Le trait", "L’intervalle du tableau"


def trials(results: Results, code: str, method: Method, shown: str = DRAWN) -> str:
    """Say what an interval covers; `code`: of a domain, of an axis, or `ensemble`; `shown`: where it is.

    With one scored indicator neither weights nor normalisation nor mean can change the order of the
    regions.
    """
    return worded(errors(results, code, method), shown)


def errors(results: Results, code: str, method: Method) -> Errors:
    """Return what is known of the errors of the indicators that give a score under a code."""
    places, scored = results.domains(), results.scored_indicators()
    under = (places["domain_code"] == code) | (places["axis_code"] == code) | (code == "ensemble")
    known = scored.loc[scored["domain_code"].isin(places.loc[under, "domain_code"]), "standard_error"]
    return Errors(len(known), int(known.notna().sum()), method.error)


def worded(known: Errors, shown: str = DRAWN) -> str:
    """Say the same from the indicators and their errors of measure."""
    said = f"{shown} couvre les rangs que la région prend dans au moins {percent(90)} des essais, quand"
    about = known.convention if known.drawn or known.indicators > 1 else one_indicator(known)
    return " ".join(filter(None, [f"{said} {varying(known)}.", about]))


def varying(known: Errors) -> str:
    """« varient l’arrondi des valeurs publiées, les poids et le calcul des scores »: what can move it."""
    several = ["les poids", "le calcul des scores"] if known.indicators > 1 else []
    moves = [*filter(None, ["l’arrondi des valeurs publiées", known.named]), *several]
    return f"{'varient' if len(moves) > 1 else 'varie'} {join(moves)}"
