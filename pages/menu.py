"""The pages, in the order of the menu; not in the router, whose script runs again at every click."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

DATA_PAGE = "Données et méthode"
# The choices of the method, folded under one button on the pages whose scores depend on it.
METHOD = ("methode", "ponderation")
# The choice that is offered of a domain of several indicators only.
INDICATOR = "indicateur"
# Why a selector is closed.
_OF_AN_INDICATOR = "Un indicateur est montré tel qu’il est publié, sans ce que les acteurs en ressentent."
_OF_A_LEVEL = "Un axe, ou les 16 domaines ensemble, n’a de score que pour ce qui est mesuré."
_OF_A_RANK = "Le rang mesuré ne dépend d’aucune enquête."


@dataclass(frozen=True)
class Entry:
    """One page: its script, its name in the menu and the address, the choices on its line and folded ones."""

    script: str
    title: str
    address: str
    uses: tuple[str, ...] = field(default=())
    folded: tuple[str, ...] = field(default=())

    def tab(self, site: str, part: str = "") -> str:
        """Return the title of the browser's tab: what tells it from the others first.

        `part`: the name of the region or of the section that the page shows, `""` for none.
        """
        return " – ".join([*filter(None, [part]), self.title, site])


ENTRIES = (
    Entry(
        "overview.py",
        "Vue d’ensemble",
        "vue-d-ensemble",
        ("domaine", "region", "afficher", "acteur"),
        ("niveau", "vague", *METHOD),
    ),
    Entry("territory.py", "Mon territoire", "mon-territoire", ("region",), METHOD),
    Entry(
        "domain.py",
        "Par domaine",
        "par-domaine",
        ("domaine", INDICATOR, "region", "acteur"),
        ("vague", *METHOD),
    ),
    Entry("actors.py", "Regards croisés", "regards-croises", ("acteur", "region"), ("vague",)),
    Entry("gaps.py", "Écarts", "ecarts", ("acteur", "region"), ("vague", *METHOD)),
    Entry("compare.py", "Comparer", "comparer", folded=("semblables", *METHOD)),
    Entry("alliances.py", "Alliances et initiatives", "alliances", ("theme", "region", "nature")),
    Entry("debate.py", "Débat", "debat", ("region",), METHOD),
    # Its sections do not all rest on the same choices: it draws its own selectors.
    Entry("method.py", DATA_PAGE, "donnees-et-methode"),
)


@cache
def declared() -> dict[str, StreamlitPage]:
    """Return the page of each address, its file looked for once for all readers; asked for in a run."""
    return {
        entry.address: st.Page(
            entry.script, title=entry.title, url_path=entry.address, default=entry is ENTRIES[0]
        )
        for entry in ENTRIES
    }


def path(entry: Entry) -> str:
    """Return the address of a page from the root, without choices: the first one is at the root itself."""
    return "" if entry is ENTRIES[0] else entry.address


def idle(entry: Entry, chosen: Callable[[str], str]) -> dict[str, str]:
    """Return, by name, why a choice of a page changes nothing on it now."""
    if INDICATOR in entry.uses and chosen(INDICATOR):
        return dict.fromkeys(("acteur", "vague"), _OF_AN_INDICATOR)
    if entry is not ENTRIES[0]:
        return {}
    if chosen("niveau"):
        return dict.fromkeys(("domaine", "afficher", "acteur", "vague"), _OF_A_LEVEL)
    return dict.fromkeys(("acteur", "vague"), _OF_A_RANK) if chosen("afficher") == "rang" else {}
