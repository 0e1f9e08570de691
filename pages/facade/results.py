"""What several pages compute, computed once an edition: scores, intervals, gaps, quadrants.

Frames are shared and never changed: a page filters them into frames of its own. `method` is a key made by
`facade.methods`; `wave` is a code of the address, `""` for all of them.
"""

from collections.abc import Sequence

import pandas as pd

from indicators.results import Results
from loaders.store import Store
from pages.facade import choices, methods
from pages.facade.cache import kept
from pages.facade.current import store


def of_edition() -> Results:
    """Return the results of the edition of this run, for what takes them whole."""
    return of(store())


def of(edition: Store) -> Results:
    """Return the results of an edition, looked at or not."""
    return _results(edition.key, edition)


def regions() -> pd.DataFrame:
    """Return the regions with the grammar of their names (see `indicators.structure`)."""
    return of_edition().regions()


def domains() -> pd.DataFrame:
    """Return the domains with their axis."""
    return of_edition().domains()


def actors() -> pd.DataFrame:
    """Return the actors with their labels."""
    return of_edition().actors()


def catalogue() -> pd.DataFrame:
    """Return the indicators."""
    return of_edition().catalogue()


def index_scores(method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return every score and rank (see `indicators.index`)."""
    return of_edition().index_scores(methods.of(method))


def rank_intervals(method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return an interval on every rank (see `indicators.intervals`)."""
    return of_edition().rank_intervals(methods.of(method))


def region_values(domain: str) -> pd.DataFrame:
    """Return the published figures of a domain (see `indicators.values`)."""
    return of_edition().region_values(domain)


def gaps(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the gaps with their stated sign (see `indicators.gap_signs`)."""
    return of_edition().crossed(actor, choices.wave(wave), methods.of(method)).gaps


def quadrants_of(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the quadrant of each figure (see `indicators.quadrants`)."""
    return of_edition().crossed(actor, choices.wave(wave), methods.of(method)).quadrants


def spots(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return blind spots and worries, strongest first."""
    return of_edition().crossed(actor, choices.wave(wave), methods.of(method)).spots


def unnamed_gaps(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return bounds on what a published top list does not name (see `indicators.unnamed`)."""
    return of_edition().crossed(actor, choices.wave(wave), methods.of(method)).unnamed


def everyone(wave: str = "") -> pd.DataFrame:
    """Return what every actor is published to feel (see `indicators.felt`)."""
    return of_edition().everyone(choices.wave(wave))


def agreements(wave: str = "", region: str | None = None) -> pd.DataFrame:
    """Return how far the actors rank the domains alike (see `indicators.agreement`)."""
    return of_edition().agreements(choices.wave(wave), region)


def similar(region: str, basis: str, count: int = 3) -> pd.DataFrame:
    """Return the regions nearest to one (see `indicators.similarity`)."""
    return of_edition().similar(region, basis, count)


def strengths(region: str, method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the five most and the five least fragile domains of a region."""
    return of_edition().strengths(region, methods.of(method))


def chosen_of(frame: pd.DataFrame, **codes: str | Sequence[str]) -> pd.DataFrame:
    """Keep the rows whose columns hold these codes, in a new frame numbered from 0."""
    kept = frame
    for column, wanted in codes.items():
        wanted_codes = [wanted] if isinstance(wanted, str) else list(wanted)
        kept = kept[kept[column].isin(wanted_codes)]
    return kept.reset_index(drop=True)


@kept(max_entries=4)
def _results(key: str, _store: Store) -> Results:
    return Results(_store)
