"""Options of an expert, folded: outliers, what a score needs, directions, goalposts."""

from functools import partial

import streamlit as st

from indicators.method import Method
from pages import frame, selectors
from pages.facade import choices, options
from pages.facade.options import COVERAGE, FLIPPED, GOALPOSTS, MOST, OUTLIERS
from pages.parameters import codes_of

HEADING = "Options d’expert"
MOVED = "Valeurs extrêmes ramenées à une voisine, pour les scores seulement."
_FIELDS = ("borne_indicateur", "borne_basse", "borne_haute")
_REFUSED = "bornes_refusees"


def draw() -> None:
    """Draw the options under a heading that opens them; open where one is chosen."""
    method = frame.method()
    if place := frame.part(HEADING, folded=True, opened=options.changed(method)):
        with place:
            selectors.fill(choices.parameters(), (OUTLIERS, COVERAGE), idle=options.idle(method))
            told = options.treated(method)
            frame.sentences(told.sentences)
            if told.table is not None:
                frame.table(told.table, MOVED)
            directions()
            goalposts(method)


def directions() -> None:
    """Draw the choice of the indicators that are read the other way round."""
    item, codes = choices.parameters()[FLIPPED], codes_of(selectors.chosen(FLIPPED))
    drawn = partial(
        st.multiselect,
        item.label,
        list(item.options),
        format_func=item.options.__getitem__,
        placeholder="Choisir",
        select_all=False,
        help="Entre parenthèses, le sens du classeur\u202f; choisir un indicateur le retourne partout.",
    )
    key = f"choix_{FLIPPED}"
    selectors.held(drawn, key, codes, {"default": codes}, partial(_turned, key))


def _turned(key: str) -> None:
    selectors.choose(FLIPPED, ",".join(st.session_state[key][:MOST]))


def goalposts(method: Method) -> None:
    """Draw the goalposts that are fixed, and the fields that fix one more pair."""
    frame.sentences(["Ce que valent 0 et 10, dans l’unité de l’indicateur."], lead="Bornes fixées.")
    if not options.bounds(method):
        frame.sentences([options.UNBOUNDED])
        return
    text = selectors.chosen(GOALPOSTS)
    frame.points(options.fixed(text))
    if st.session_state.pop(_REFUSED, False):
        frame.empty("Ces bornes ne se lisent pas.", "Écrivez deux nombres, le plus petit d’abord.")
    _fields(text)
    if text:
        st.button("Retirer les bornes", on_click=selectors.choose, args=(GOALPOSTS, ""))


def _fields(text: str) -> None:
    """Draw the indicator and its two ends, those of the published values until others are typed."""
    offered = options.ends()
    indicator, low, high = _FIELDS
    names = choices.parameters()[FLIPPED].options
    chosen = st.selectbox(
        "Indicateur", list(offered), format_func=names.__getitem__, key=indicator, placeholder="Choisir"
    )
    if not chosen:
        return
    with selectors.line():
        # A key for each indicator: what was typed for one says nothing of another.
        least, most = offered[chosen]
        st.text_input("Borne basse", least, key=f"{low}_{chosen}", max_chars=20)
        st.text_input("Borne haute", most, key=f"{high}_{chosen}", max_chars=20)
        st.button("Fixer ces bornes", on_click=_fix, args=(text, chosen))


def _fix(text: str, name: str) -> None:
    """Write the goalposts in the address; those that cannot be read are refused."""
    _, low, high = _FIELDS
    state = st.session_state
    found = options.with_goalposts(text, name, state[f"{low}_{name}"], state[f"{high}_{name}"])
    if found is None:
        state[_REFUSED] = True
        return
    selectors.choose(GOALPOSTS, found)
