"""What can be chosen in an edition: the registry of every parameter of the address."""

import pandas as pd
import streamlit as st

from indicators import structure
from indicators.views import View
from loaders.store import Store
from pages.facade.current import store
from pages.parameters import Parameter

VIEWS = {
    View.GAP: "Écart entre ressenti et mesuré",
    View.PERCEIVED: "Ce qui est ressenti",
    View.OBJECTIVE: "Ce qui est mesuré",
    View.RANK: "Rang parmi les fragilités mesurées",
}
# The whole country: the code `""`, which the address leaves out.
WHOLE = "France entière"
DEFAULTS = {"domaine": "emploi", "region": "", "afficher": str(View.GAP), "acteur": "citoyens"}


def parameters() -> list[Parameter]:
    """Return what can be chosen in this edition."""
    return _parameters(store().key, store())


@st.cache_resource(show_spinner=False, max_entries=4)
def _parameters(key: str, _store: Store) -> list[Parameter]:
    domains, regions, actors = structure.domains(_store), structure.regions(_store), structure.actors(_store)
    named = words(regions, "region_code", "name")
    shown = {str(view): label for view, label in VIEWS.items()}
    return [
        Parameter("domaine", "Domaine", words(domains, "domain_code", "label"), DEFAULTS["domaine"]),
        Parameter("region", "Région", {"": WHOLE} | named, DEFAULTS["region"]),
        Parameter("afficher", "Afficher", shown, DEFAULTS["afficher"]),
        Parameter("acteur", "Ressenti de", words(actors, "actor_code", "label"), DEFAULTS["acteur"]),
    ]


def words(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    """Return the label of each code."""
    return dict(zip(frame[code], frame[label], strict=True))
