"""« Comparer »: which regions are compared, and which could be at one click."""

from collections.abc import Sequence

import pandas as pd

from indicators.comparison import chosen, suggested, words
from indicators.similarity import Basis
from loaders.store import Store
from pages.facade import choices, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.parameters import Parameter
from wording.lists import join

NAME = "regions"
Offer = suggested.Offer


def parameter() -> Parameter:
    """Return the regions that can be compared."""
    return next(item for item in choices.parameters() if item.name == NAME)


def short_names() -> dict[str, str]:
    """Return the short name of every region by code."""
    return choices.words(results.regions(), "region_code", "short_name")


def label(codes: Sequence[str]) -> str:
    """Say how many regions can be chosen, and what to do when there is no room left."""
    if len(codes) < chosen.MOST:
        return f"{parameter().label} (deux à cinq)"
    return f"{parameter().label} (cinq au plus\u202f: retirez-en une pour en changer)"


def picked(before: Sequence[str], now: Sequence[str], region: str) -> str:
    """Return the text of the address once the reader has changed the list."""
    return ",".join(chosen.picked(before, now, region))


def compared(codes: Sequence[str], region: str) -> chosen.Compared:
    """Return what to compare: the regions picked, or one and the most similar; none when none is chosen."""
    return chosen.compared(codes, region, _nearest)


def named(codes: Sequence[str]) -> str:
    """Name the compared regions in one sentence."""
    return join(str(names()[code]["name"]) for code in codes)


def completed(shown: chosen.Compared) -> str:
    """Say why a region nobody picked is compared, `""` when all were picked."""
    return words.completed(shown.completed, shown.codes[0], names()) if shown.completed else ""


def neighbours(anchor: str) -> list[suggested.Offer]:
    """Return a region with those most like it, on each basis."""
    near = {basis: results.similar(anchor, basis) for basis in Basis}
    return suggested.neighbours(anchor, near, names())


def pairs(method: str) -> list[suggested.Offer]:
    """Return pairs to begin with when nothing is chosen."""
    return _pairs(store().key, store(), method)


def _nearest(region: str) -> str:
    near = results.similar(region, Basis.PROFILE, 1)["region_code"]
    return "" if near.empty else str(near.iloc[0])


def names() -> chosen.Names:
    """Return the names of the regions by code."""
    return _names(store().key, store())


@kept(max_entries=4)
def _names(key: str, _store: Store) -> chosen.Names:
    return chosen.named(results.regions())


@kept(max_entries=16)
def _pairs(key: str, _store: Store, method: str) -> list[suggested.Offer]:
    near = [
        results.similar(str(region), basis, 1).assign(other_code=str(region))
        for basis in Basis
        for region in results.regions()["region_code"]
    ]
    scores = results.chosen_of(results.index_scores(method), level="ensemble")
    return suggested.pairs(scores, pd.concat(near, ignore_index=True), names())
