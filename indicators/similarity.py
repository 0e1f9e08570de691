"""What a region resembles, and what it stands out for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import pandas as pd

from indicators.dimensions import PROFILE, counting, dimensions
from indicators.index import check_region, parameters, steps
from indicators.method import Method, MethodError
from indicators.steps import chain, normalised
from loaders.store import Store
from wording.lists import join
from wording.typography import quoted

# How many similar regions a page names.
NEAREST = 3
# How many domains stand out on each side.
_MARKED = 5


class Basis(StrEnum):
    """What regions are compared on: their profile (population, area, GDP…) or their 16 domain scores."""

    PROFILE = "profil"
    DOMAINS = "domaines"


def similar_regions(store: Store, region: str, basis: str = Basis.PROFILE, k: int = NEAREST) -> pd.DataFrame:
    """Return the k regions most like one, nearest first; equal distances in the order of the observatory.

    Columns: region_code, basis, distance (Euclidean, in standard deviations), usual (the same between any two
    regions: root mean square over all pairs), common (dimensions that both regions have), dimensions (of the
    basis). Over the common dimensions only, scaled up to all of them; a region with less than half in common
    is left out. The profile takes single published values: a range has no place on an axis. Of those that say
    the same, one is a dimension (see `indicators.dimensions`). Raises `UnknownCode` for a region,
    `MethodError` for a basis or a k below 1.
    """
    check_region(store, region)
    if k < 1:
        raise MethodError(f"Le nombre de régions proches vaut {k}\u202f: choisissez 1 ou plus.")
    return similar_to(store, [region], basis, k).drop(columns="own_code")


def similar_to(store: Store, regions: Sequence[str], basis: str, k: int) -> pd.DataFrame:
    """Return the rows of `similar_regions` of each of these regions, named `own_code`, in their order."""
    chosen = _basis(basis)
    bound: dict[str, object] = {"regions": list(regions), "count": k}
    if chosen is Basis.DOMAINS:
        bound["minimum_coverage"] = Method().minimum_coverage
    else:
        bound["dimensions"] = counting(dimensions(store))["indicator_code"].tolist()
    frame = store.frame(chain(*_STEPS[chosen], f"dimension=dimension_{chosen}", last="similar_region"), bound)
    frame.insert(2, "basis", pd.Series(str(chosen), frame.index, dtype="str"))
    return frame


def strengths(store: Store, region: str, method: Method | None = None) -> pd.DataFrame:
    """Return the domains where a region is most and least fragile relative to the others, five of each.

    Columns: region_code, side ('fragilite' | 'force'), place (1 = the most marked of its side), domain_code,
    score (unit of the normalisation), coverage, objective_rank (of the domain inside the region),
    objective_ranked, rank (of the region on the domain, 1 = most fragile), ranked. In the order of the rank,
    then of the score, then of the observatory. A domain is a frailty only where the region stands in the more
    fragile half of the regions, a strength only in the other half (the middle place is neither): either side
    may have fewer than five, or none. Raises `UnknownCode`.
    """
    check_region(store, region)
    return strengths_of(store, [region], method)


def strengths_of(store: Store, regions: Sequence[str], method: Method | None = None) -> pd.DataFrame:
    """Return the rows of `strengths` of each of these regions, in their order."""
    chosen = method or Method()
    query = chain(*steps(chosen), "domain_rank", "index_rank", last="strength")
    return store.frame(query, {**parameters(store, chosen), "regions": list(regions), "count": _MARKED})


_STEPS = {
    Basis.PROFILE: PROFILE,
    Basis.DOMAINS: (*normalised(Method()), "domain_score"),
}


def _basis(basis: str) -> Basis:
    try:
        return Basis(basis)
    except ValueError as error:
        raise MethodError(
            f"La base de comparaison {quoted(basis)} est inconnue\u202f: "
            f"choisissez {join(list(Basis), 'ou')}."
        ) from error
