"""The one gateway between the pages and the data: the edition shown, its figures, its drawings.

Every cache is keyed by the edition and by what was chosen, holds whole results, and has a limit. The store
itself is never part of a key (its name starts with `_`): its `key` says which edition it is.
"""

import json
import os
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from charts import geometry, palette, report
from charts.overview import Figure, Look, Subject, figure
from indicators import perception, structure
from indicators import quality as data_quality
from indicators.overview import Overview, overview
from indicators.views import View
from loaders.editions import CurrentEdition, EditionKeeper
from loaders.store import FRANCE, Store
from pages.parameters import Parameter

ROOT = Path(__file__).parents[1]
VIEWS = {
    View.GAP: "Écart entre ressenti et mesuré",
    View.PERCEIVED: "Ce qui est ressenti",
    View.OBJECTIVE: "Ce qui est mesuré",
    View.RANK: "Rang parmi les fragilités mesurées",
}
DEFAULTS = {"domaine": "emploi", "region": "", "afficher": str(View.GAP), "acteur": "citoyens"}


@dataclass(frozen=True)
class Quality:
    """What the quality page shows: how much was read, and its tables (findings by level)."""

    counts: dict[str, int]
    findings: dict[str, pd.DataFrame]
    corrections: pd.DataFrame
    to_verify: pd.DataFrame
    coverage: pd.DataFrame


_current: ContextVar[CurrentEdition] = ContextVar("current")


def begin() -> CurrentEdition:
    """Choose the edition of this run, so that every figure of one page comes from one edition."""
    edition = _keeper().current()
    _current.set(edition)
    return edition


def _store() -> Store:
    return _current.get().store


def edition() -> structure.Edition:
    """Return what identifies the edition shown in this run."""
    return _edition(_store().key, _store())


def parameters() -> list[Parameter]:
    """Return what can be chosen in this edition."""
    return _parameters(_store().key, _store())


def overview_of(domain: str, view: str, actor: str) -> Overview:
    """Return the figures of the first page for one choice."""
    return _overview(_store().key, _store(), domain, view, actor)


def figure_of(domain: str, view: str, actor: str, look: Look) -> Figure:
    """Return the drawings of the first page for one choice, ready to be sent."""
    return _figure(_store().key, _store(), (domain, view, actor), look)


def published_by_region(actor: str) -> list[str]:
    """Return the names of the domains that this actor is published to have ranked or noted, by region."""
    return _published_by_region(_store().key, _store(), actor)


def quality() -> Quality:
    """Return the tables of the quality page."""
    return _quality(_store().key, _store())


def warm_up() -> None:
    """Open the store and draw the first page in both themes, so that no visitor waits for it."""
    begin()
    parameters()
    edition()
    quality()
    for page in (palette.LIGHT, palette.DARK):
        look = Look(region="", size=(500, 370), page=page)
        figure_of(DEFAULTS["domaine"], DEFAULTS["afficher"], DEFAULTS["acteur"], look)


def readiness() -> dict[str, Any]:
    """Run one real query; raises StoreError or OSError when the data cannot be served."""
    current = _keeper().current()
    regions = len(structure.regions(current.store))
    return {"ready": regions > 0, "edition": current.store.sha256[:12], "regions": regions}


@st.cache_resource(show_spinner=False, max_entries=1)
def _keeper() -> EditionKeeper:
    workbook = os.environ.get("OBSERVATOIRE_CLASSEUR", ROOT / "data" / "indicateurs_regionaux.xlsx")
    stores = os.environ.get("OBSERVATOIRE_MAGASIN", ROOT / ".store")
    return EditionKeeper(Path(workbook), Path(stores))


@st.cache_resource(show_spinner=False, max_entries=1)
def _layout() -> geometry.Layout:
    source = ROOT / "data" / "geometry" / "regions.geojson"
    return geometry.lay_out(json.loads(source.read_text(encoding="utf-8")))


# Shared, never changed: `cache_resource` hands out the object itself, where `cache_data` would copy it every
# time.
@st.cache_resource(show_spinner=False, max_entries=4)
def _edition(key: str, _store: Store) -> structure.Edition:
    return structure.edition(_store)


@st.cache_resource(show_spinner=False, max_entries=4)
def _parameters(key: str, _store: Store) -> list[Parameter]:
    domains, regions, actors = structure.domains(_store), structure.regions(_store), structure.actors(_store)
    return [
        Parameter("domaine", "Domaine", _words(domains, "domain_code", "label"), DEFAULTS["domaine"]),
        Parameter(
            "region",
            "Région",
            {"": "France entière"} | _words(regions, "region_code", "name"),
            DEFAULTS["region"],
        ),
        Parameter(
            "afficher", "Afficher", {str(view): label for view, label in VIEWS.items()}, DEFAULTS["afficher"]
        ),
        Parameter("acteur", "Ressenti de", _words(actors, "actor_code", "label"), DEFAULTS["acteur"]),
    ]


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
    return figure(_layout(), shown.frame, subject, look)


@st.cache_resource(show_spinner=False, max_entries=32)
def _published_by_region(key: str, _store: Store, actor: str) -> list[str]:
    figures = perception.perceived(_store, actor)
    codes = set(figures.loc[figures["region_code"] != FRANCE, "domain_code"])
    domains = structure.domains(_store)
    return domains.loc[domains["domain_code"].isin(codes), "label"].tolist()


@st.cache_resource(show_spinner=False, max_entries=4)
def _quality(key: str, _store: Store) -> Quality:
    names = _words(structure.actors(_store), "actor_code", "label")
    return Quality(
        counts=data_quality.counts(_store),
        findings=report.findings(structure.findings(_store)),
        corrections=report.corrections(structure.corrections(_store)),
        to_verify=report.to_verify(data_quality.to_verify(_store)),
        coverage=report.coverage(data_quality.coverage(_store), names),
    )


def _words(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code], frame[label], strict=True))
