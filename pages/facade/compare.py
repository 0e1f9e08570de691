"""« Comparer »: which regions are compared, and which could be at one click."""

from collections.abc import Sequence

import pandas as pd

from indicators.comparison import chosen, suggested, words
from indicators.method import Method
from indicators.similarity import Basis
from pages.facade import choices
from pages.facade.edition import Edition, per_edition, results
from pages.parameters import Parameter
from wording.lists import join

NAME = "regions"
Offer = suggested.Offer


def parameter() -> Parameter:
    """Return the regions that can be compared."""
    return next(item for item in choices.parameters() if item.name == NAME)


def short_names() -> dict[str, str]:
    """Return the short name of every region by code."""
    return choices.words(results().regions(), "region_code", "short_name")


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
    near = {basis: results().similar(anchor, basis) for basis in Basis}
    return suggested.neighbours(anchor, near, names())


def _nearest(region: str) -> str:
    near = results().similar(region, Basis.PROFILE, 1)["region_code"]
    return "" if near.empty else str(near.iloc[0])


@per_edition(max_entries=1)
def names(edition: Edition) -> chosen.Names:
    """Return the names of the regions by code."""
    return chosen.named(edition.results.regions())


@per_edition(max_entries=16)
def pairs(edition: Edition, method: Method) -> list[suggested.Offer]:
    """Return pairs to begin with when nothing is chosen."""
    near = [
        edition.results.similar(str(region), basis, 1).assign(other_code=str(region))
        for basis in Basis
        for region in edition.results.regions()["region_code"]
    ]
    scores = edition.results.index_scores(method)
    return suggested.pairs(scores[scores["level"] == "ensemble"], pd.concat(near, ignore_index=True), names())
