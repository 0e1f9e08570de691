"""The first page: its figures and its drawings."""

from typing import Any

import pandas as pd
import pyarrow as pa

from charts.look import Look
from charts.overview import Figure, Subject, figure, still
from exports.figures import overview as numbers
from indicators import perception, structure
from indicators.overview import Overview, overview
from indicators.panorama import words
from indicators.views import View
from loaders.store import FRANCE, Store
from pages.facade import choices, methods, results, shapes
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow


def overview_of(domain: str, view: str, actor: str, wave: str = "") -> Overview:
    """Return the figures of one domain for one choice; `wave` is a code, `""` for the most complete."""
    return _overview(store().key, store(), domain, view, actor, wave)


def figure_of(domain: str, view: str, actor: str, look: Look, wave: str = "") -> Figure:
    """Return the drawings of one domain for one choice, ready to be sent."""
    return _figure(store().key, store(), (domain, view, actor, wave), look)


def table_of(domain: str, view: str, actor: str, look: Look, wave: str = "") -> pa.Table:
    """Return the table of the same numbers, ready to be sent."""
    return _table(store().key, store(), (domain, view, actor, wave), look)


def still_of(choice: tuple[str, str, str, str], look: Look) -> dict[str, Any]:
    """Return the map and the bars of one choice (domain, view, actor, wave) as one drawing, for a picture."""
    shown = overview_of(*choice)
    return still(shapes.regions(), shown.frame, _subject(shown), look)


def numbers_of(choice: tuple[str, str, str, str]) -> pd.DataFrame:
    """Return the numbers of one choice (domain, view, actor, wave), to take away."""
    return numbers.overview(results.of_edition(), overview_of(*choice))


def notes(view: str, wave: str, method: str) -> list[str]:
    """Say which of the choices do not change the figure."""
    return words.notes(view, wave, changed_method=method != methods.REFERENCE)


def published_by_region(actor: str) -> list[str]:
    """Return the names of the domains that this actor is published to have ranked or noted, by region."""
    return _published_by_region(store().key, store(), actor)


@kept(max_entries=512)
def _overview(key: str, _store: Store, domain: str, view: str, actor: str, wave: str) -> Overview:
    return overview(results.of(_store), domain, View(view), actor, choices.wave(wave))


@kept(max_entries=256)
def _figure(key: str, _store: Store, choice: tuple[str, str, str, str], look: Look) -> Figure:
    shown = _overview(key, _store, *choice)
    return figure(shapes.regions(), shown.frame, _subject(shown), look)


def _subject(shown: Overview) -> Subject:
    meta = shown.meta
    return Subject(
        *(shown.title, str(meta.quantity), meta.unit, meta.decimals, meta.direction),
        *(meta.benchmark, meta.benchmark_decimals),
    )


@kept(max_entries=256)
def _table(key: str, _store: Store, choice: tuple[str, str, str, str], look: Look) -> pa.Table:
    return arrow(_figure(key, _store, choice, look).table)


@kept(max_entries=32)
def _published_by_region(key: str, _store: Store, actor: str) -> list[str]:
    figures = perception.perceived(_store, actor)
    codes = set(figures.loc[figures["region_code"] != FRANCE, "domain_code"])
    domains = structure.domains(_store)
    return domains.loc[domains["domain_code"].isin(codes), "label"].tolist()
