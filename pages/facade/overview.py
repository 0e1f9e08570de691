"""The first page: its figures and its drawings."""

import streamlit as st

from charts.look import Look
from charts.overview import Figure, Subject, figure
from indicators import perception, structure
from indicators.overview import Overview, overview
from indicators.views import View
from loaders.store import FRANCE, Store
from pages.facade import shapes
from pages.facade.current import store


def overview_of(domain: str, view: str, actor: str) -> Overview:
    """Return the figures of the first page for one choice."""
    return _overview(store().key, store(), domain, view, actor)


def figure_of(domain: str, view: str, actor: str, look: Look) -> Figure:
    """Return the drawings of the first page for one choice, ready to be sent."""
    return _figure(store().key, store(), (domain, view, actor), look)


def published_by_region(actor: str) -> list[str]:
    """Return the names of the domains that this actor is published to have ranked or noted, by region."""
    return _published_by_region(store().key, store(), actor)


@st.cache_resource(show_spinner=False, max_entries=512)
def _overview(key: str, _store: Store, domain: str, view: str, actor: str) -> Overview:
    return overview(_store, domain, View(view), actor)


@st.cache_resource(show_spinner=False, max_entries=256)
def _figure(key: str, _store: Store, choice: tuple[str, str, str], look: Look) -> Figure:
    shown = _overview(key, _store, *choice)
    meta = shown.meta
    subject = Subject(
        shown.title, str(meta.quantity), meta.unit, meta.decimals, meta.direction, meta.benchmark
    )
    return figure(shapes.regions(), shown.frame, subject, look)


@st.cache_resource(show_spinner=False, max_entries=32)
def _published_by_region(key: str, _store: Store, actor: str) -> list[str]:
    figures = perception.perceived(_store, actor)
    codes = set(figures.loc[figures["region_code"] != FRANCE, "domain_code"])
    domains = structure.domains(_store)
    return domains.loc[domains["domain_code"].isin(codes), "label"].tolist()
