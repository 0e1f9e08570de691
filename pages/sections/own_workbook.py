"""« Mon classeur »: the visitor's own figures, or the training ones, in the whole application."""

import streamlit as st

from pages import frame, selectors
from pages.facade import current, own_workbook, sections
from pages.facade.own_workbook import Outcome
from pages.menu import ENTRIES
from pages.sections import own_survey
from pages.sections.quality import listed
from pages.tables import plain

NOTHING_YET = "Mon classeur\u202f: tout le tableau de bord sur vos propres chiffres, pour vous seul"
PRIVATE = (
    "Le fichier est lu en mémoire, contrôlé cellule par cellule, et n’est enregistré nulle part. Vous seul "
    "voyez ce que vous apportez\u202f: ni un autre visiteur, ni la personne à qui vous envoyez un lien. "
    "Recharger ou fermer la page l’efface."
)
LIMITS = (
    "Classeur .xlsx de 5\u00a0Mo au plus, de la même forme que le classeur de l’Observatoire. "
    "Un classeur refusé ne change rien à ce que vous regardez."
)
TRAINING = (
    "Un classeur inventé, grandeur nature, pour se former\u202f: environ 350\u00a0indicateurs, quatre "
    "acteurs, deux enquêtes dans les 13\u00a0régions, des cases vides. Chaque page et chaque fichier "
    "emporté porte «\u00a0DONNÉES FICTIVES\u00a0»."
)
# In the state of the visit: what the last reading gave, and the file it was, so that a file is read once.
_OUTCOME, _FILE = "classeur_lu", "classeur_fichier"


def draw() -> None:
    """Draw the section."""
    title = st.empty()
    frame.sentences([PRIVATE])
    st.header("Apporter un classeur", anchor=False)
    frame.sentences([LIMITS])
    st.button(
        "Prendre un modèle vide",
        on_click=selectors.choose,
        args=(sections.PARAMETER.name, sections.TAKEAWAY),
        type="tertiary",
        icon=":material/arrow_forward:",
    )
    upload()
    title.title(_title(), anchor=False)
    # Filled after the survey below, which may change it: an answer is written where it was asked.
    said = st.container()
    st.header("Ajouter une enquête", anchor=False)
    answered = own_survey.draw(read, answer)
    st.header("S’entraîner", anchor=False)
    frame.sentences([TRAINING])
    training()
    if not answered:
        with said:
            answer()


def upload() -> None:
    """Draw the place where a file is put; read it once, in the run that receives it."""
    file = st.file_uploader("Classeur (.xlsx)", key="classeur_depose")
    if file is not None and st.session_state.get(_FILE) != file.file_id:
        st.session_state[_FILE] = file.file_id
        own_survey.leave_answer()
        with st.spinner("Lecture et contrôle du classeur…"):
            read(own_workbook.workbook(file.getvalue(), file.name))


def read(outcome: Outcome) -> None:
    """Keep what reading a file gave; what is looked at does not change."""
    st.session_state[_OUTCOME] = outcome
    if outcome.own:
        current.accept(outcome.own)


def answer() -> None:
    """Say what became of the last file, what can be done with it, then its sheets and cells.

    The cells come at once when the file is refused.
    """
    outcome: Outcome | None = st.session_state.get(_OUTCOME)
    if outcome and outcome.own is None:
        st.error(f"**{plain(outcome.name)}**\u202f: {plain(outcome.why)}")
        listed(outcome.report.tables)
    elif outcome:
        told = f"{plain(outcome.report.title)}. {outcome.report.content}"
        st.success(f"**{plain(outcome.name)}**\u202f: {told}")
    offers()
    if outcome and outcome.own:
        with st.expander("Ce que dit le contrôle, cellule par cellule"):
            listed(outcome.report.tables)


def offers() -> None:
    """Offer to look at the workbook that was accepted last, or to forget it."""
    own = current.mine()
    if own is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if current.shown() is own:
            frame.link(ENTRIES[0].script, "Ouvrir la vue d’ensemble avec ce classeur")
        else:
            st.button("Voir avec ce classeur", on_click=look)
        st.button("Oublier ce classeur", on_click=forget)


def training() -> None:
    """Offer the invented workbook in one click; it is read at the first one."""
    own = current.shown()
    if own and own.training:
        frame.sentences(["Vous regardez les données d’entraînement."])
    elif not own_workbook.has_training():
        frame.sentences(["Le classeur d’entraînement n’est pas installé sur ce serveur."])
    elif st.button("Voir avec les données d’entraînement"):
        with st.spinner("Lecture du classeur d’entraînement…"):
            current.show(own_workbook.training())
        st.rerun()


def look() -> None:
    """Make every page from what was accepted last.

    Streamlit keeps the arguments of a button as long as the visit lasts: a workbook is never one of them.
    """
    own = current.mine()
    if own:
        current.show(own)


def forget() -> None:
    """Keep nothing of what was brought."""
    current.forget()
    own_survey.forget()
    st.session_state.pop(_OUTCOME, None)


def _title() -> str:
    own = current.shown()
    return f"Mon classeur\u202f: vous regardez «\u00a0{plain(own.name)}\u00a0»" if own else NOTHING_YET
