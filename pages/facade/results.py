"""What several pages compute, computed once: scores, intervals, gaps, quadrants.

Frames are shared and never changed: a page filters them into frames of its own. `method` is a key made by
`facade.methods`; `wave` is a code of the address, `""` for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import (
    agreement,
    both_sides,
    felt,
    gap_signs,
    index,
    intervals,
    quadrants,
    similarity,
    structure,
    unnamed,
    values,
)
from loaders.store import Store
from pages.facade import choices, methods
from pages.facade.cache import kept
from pages.facade.current import store

# Results are small (a few hundred rows) but the reader's own weights make any number of methods.
_METHODS = 64
_SURVEYS = 128


@dataclass(frozen=True)
class _Crossed:
    """What rests on the same draws of one actor's survey."""

    gaps: pd.DataFrame
    quadrants: pd.DataFrame
    spots: pd.DataFrame
    unnamed: pd.DataFrame


def regions() -> pd.DataFrame:
    """Return the regions with the grammar of their names (see `indicators.structure`)."""
    return _structure(store().key, store())["regions"]


def domains() -> pd.DataFrame:
    """Return the domains with their axis."""
    return _structure(store().key, store())["domains"]


def actors() -> pd.DataFrame:
    """Return the actors with their labels."""
    return _structure(store().key, store())["actors"]


def catalogue() -> pd.DataFrame:
    """Return the indicators."""
    return _structure(store().key, store())["catalogue"]


def index_scores(method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return every score and rank (see `indicators.index`)."""
    return _index(store().key, store(), method)


def rank_intervals(method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return an interval on every rank (see `indicators.intervals`)."""
    return _intervals(store().key, store(), method)


def region_values(domain: str) -> pd.DataFrame:
    """Return the published figures of a domain (see `indicators.values`)."""
    return _values(store().key, store(), domain)


def gaps(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the gaps with their stated sign (see `indicators.gap_signs`)."""
    return _crossed(store().key, store(), actor, wave, method).gaps


def quadrants_of(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the quadrant of each figure (see `indicators.quadrants`)."""
    return _crossed(store().key, store(), actor, wave, method).quadrants


def spots(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return blind spots and worries, strongest first."""
    return _crossed(store().key, store(), actor, wave, method).spots


def unnamed_gaps(actor: str, wave: str = "", method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return bounds on what a published top list does not name (see `indicators.unnamed`)."""
    return _crossed(store().key, store(), actor, wave, method).unnamed


def everyone(wave: str = "") -> pd.DataFrame:
    """Return what every actor is published to feel (see `indicators.felt`)."""
    return _everyone(store().key, store(), wave)


def agreements(wave: str = "", region: str | None = None) -> pd.DataFrame:
    """Return how far the actors rank the domains alike (see `indicators.agreement`)."""
    return _agreements(store().key, store(), wave, region)


def similar(region: str, basis: str, count: int = 3) -> pd.DataFrame:
    """Return the regions nearest to one (see `indicators.similarity`)."""
    return _similar(store().key, store(), region, basis, count)


def strengths(region: str, method: str = methods.REFERENCE) -> pd.DataFrame:
    """Return the five most and the five least fragile domains of a region."""
    return _strengths(store().key, store(), region, method)


def chosen_of(frame: pd.DataFrame, **codes: str | Sequence[str]) -> pd.DataFrame:
    """Keep the rows whose columns hold these codes, in a new frame numbered from 0."""
    kept = frame
    for column, wanted in codes.items():
        wanted_codes = [wanted] if isinstance(wanted, str) else list(wanted)
        kept = kept[kept[column].isin(wanted_codes)]
    return kept.reset_index(drop=True)


@kept(max_entries=4)
def _structure(key: str, _store: Store) -> dict[str, pd.DataFrame]:
    return {
        "regions": structure.regions(_store),
        "domains": structure.domains(_store),
        "actors": structure.actors(_store),
        "catalogue": structure.catalogue(_store),
    }


@kept(max_entries=_METHODS)
def _index(key: str, _store: Store, method: str) -> pd.DataFrame:
    return index.index_scores(_store, methods.of(method))


@kept(max_entries=_METHODS)
def _intervals(key: str, _store: Store, method: str) -> pd.DataFrame:
    return intervals.rank_intervals(_store, methods.of(method))


@kept(max_entries=64)
def _values(key: str, _store: Store, domain: str) -> pd.DataFrame:
    return values.region_values(_store, domain)


@kept(max_entries=_SURVEYS)
def _crossed(key: str, _store: Store, actor: str, wave: str, method: str) -> _Crossed:
    """Draw once what is felt and what is measured; the draws go, the frames stay."""
    sides = both_sides.both_sides(_store, actor, choices.wave(wave), methods.of(method))
    placed = quadrants.quadrants_of(sides)
    return _Crossed(
        gaps=gap_signs.gaps_of(sides),
        quadrants=placed,
        spots=quadrants.spots_of(placed),
        unnamed=unnamed.unnamed_of(sides, _intervals(key, _store, method)),
    )


@kept(max_entries=16)
def _everyone(key: str, _store: Store, wave: str) -> pd.DataFrame:
    return felt.everyone(_store, choices.wave(wave))


@kept(max_entries=_SURVEYS)
def _agreements(key: str, _store: Store, wave: str, region: str | None) -> pd.DataFrame:
    return agreement.agreement(_store, choices.wave(wave), region)


@kept(max_entries=128)
def _similar(key: str, _store: Store, region: str, basis: str, count: int) -> pd.DataFrame:
    return similarity.similar_regions(_store, region, basis, count)


@kept(max_entries=256)
def _strengths(key: str, _store: Store, region: str, method: str) -> pd.DataFrame:
    return similarity.strengths(_store, region, method=methods.of(method))
