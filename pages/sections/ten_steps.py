"""« Dix étapes »: the method as a paper, one step at a time, each with what it changes on these data."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages import frame, selectors
from pages.clipboard import copy_text
from pages.facade import choices, sections, ten_steps
from wording.lists import joined

EFFECT = "Ce que cela donne sur ces données"
WHOSE = (
    "Ces mesures sont celles de notre réglage de départ, quels que soient vos réglages. Les étapes sont "
    "celles du manuel de l’OCDE et de la Commission européenne (2008)."
)
NO_RANK = "Un autre choix change les intervalles, et aucun rang\u202f: essayez-le."
ALONE = "Ce que chaque autre choix déplace"
FORMULAS = "Lire la méthode et ses formules"
# The page that this section is on.
HERE = "method.py"
# Rows of a page of references.
_ROWS = 3


@dataclass(frozen=True)
class Way:
    """The way to where a step is seen or changed: its words, the page, the codes of the address."""

    words: str
    script: str
    codes: Mapping[str, str]


def _section(words: str, section: str, **codes: str) -> Way:
    return Way(words, HERE, {"section": section, **codes})


# By code of the step in the address.
WAYS: Mapping[str, tuple[Way, ...]] = {
    "": (
        _section("Voir chaque indicateur, son domaine et son sens", sections.DICTIONARY),
        _section("Regarder un autre classeur", sections.OWN),
    ),
    "donnees": (
        _section("Voir l’année et la source de chaque indicateur", sections.DICTIONARY),
        _section("Remonter d’un score à ses cellules", sections.PROVENANCE),
    ),
    "absents": (
        _section("Voir ce qui manque, et pourquoi", sections.QUALITY),
        _section("Voir ce qui est publié, région par région", sections.COVERAGE),
    ),
    "analyse": (_section("Voir les domaines deux à deux", sections.DECIDING),),
    "normalisation": (),
    "agregation": (
        _section("Donner mes propres poids", sections.SETTINGS, ponderation="lecteur"),
        _section("Voir ce qui décide vraiment", sections.DECIDING),
    ),
    "incertitude": (
        _section("Voir l’intervalle de chaque rang", sections.SETTINGS),
        Way("Comparer deux régions dans les mêmes tirages", "compare.py", {}),
    ),
    "retour": (
        _section("Voir ce qui change quand on retire un domaine", sections.DECIDING),
        Way("Voir le profil d’une région", "territory.py", {}),
    ),
    "liens": (Way("Voir le profil d’une région, et qui lui ressemble", "territory.py", {}),),
    "presentation": (
        Way("Voir la carte", "overview.py", {}),
        Way("Voir les écarts et leur sens", "gaps.py", {}),
    ),
}


def draw() -> None:
    """Draw the section."""
    code = selectors.chosen(ten_steps.PARAMETER.name)
    shown = ten_steps.shown(code)
    st.title(shown.title, anchor=False)
    selectors.draw(choices.parameters(), (ten_steps.PARAMETER.name,))
    frame.sentences([shown.choice], lead="Notre choix.")
    frame.sentences([shown.reason], lead="Pourquoi.")
    st.header(EFFECT, anchor=False)
    # The title says the first.
    frame.points(shown.effects[1:] or shown.effects)
    frame.sentences([WHOSE])
    others(shown)
    ways(code, shown)
    around(shown)


def others(shown: ten_steps.Shown) -> None:
    """Draw what each other choice of the step moves, and the way to each."""
    if not shown.others:
        return
    if shown.table:
        st.header(ALONE, anchor=False)
        frame.sentences([shown.finding])
        frame.table(shown.table, f"{ALONE}, un choix par ligne.")
    else:
        frame.sentences([NO_RANK])
    with st.container(horizontal=True):
        for other in shown.others:
            codes = {other.name: other.code, "section": sections.SETTINGS}
            selectors.offer(f"Essayer\u202f: {other.words}", f"essai_{other.name}_{other.code}", **codes)


def ways(code: str, shown: ten_steps.Shown) -> None:
    """Draw where the step is seen or changed, its formulas, what it cites."""
    with st.container(horizontal=True):
        for way in (*WAYS[code], _section(FORMULAS, sections.WORDS, partie=shown.part)):
            if way.script == HERE:
                selectors.offer(way.words, f"voie_{way.words}", **way.codes)
            else:
                frame.link(way.script, way.words, **way.codes)
    if place := frame.part("Références", folded=True):
        with place:
            frame.sentences([f"{joined(shown.cited)}."])
            rows = _ROWS * len(shown.cited)
            copy_text(
                shown.references, label="Références de l’étape (style APA)", rows=rows, key="references"
            )


def around(shown: ten_steps.Shown) -> None:
    """Draw the ways to the step before and to the step after."""
    name = ten_steps.PARAMETER.name
    with st.container(horizontal=True):
        for code, words in ((shown.before, "Étape précédente"), (shown.after, "Étape suivante")):
            if code is not None:
                selectors.offer(words, f"etape_{words}", **{name: code})
