"""A survey as CSV: put down, its columns matched on screen, then added to the workbook for one visitor."""

from collections.abc import Callable

import streamlit as st

from pages import frame
from pages.facade import brought_survey, current
from pages.facade.brought import Outcome
from pages.facade.brought_survey import SurveyFile
from pages.sections.own_matching import Form
from pages.tables import plain

WHAT = (
    "Un fichier .csv de 5\u00a0Mo au plus\u202f: une ligne par personne interrogée, ou une ligne par "
    "moyenne déjà calculée. Vous dites ci-dessous ce qu’est chaque colonne\u202f; les moyennes, les "
    "effectifs et les écarts-types sont calculés ici, et rien n’est estimé là où personne n’a répondu."
)
# In the state of the visit: the file as it was understood, or why it was not, and which file it was.
_SURVEY, _FILE = "enquete_lue", "enquete_fichier"


def draw(read: Callable[[Outcome], None]) -> None:
    """Draw the place for a survey; `read` takes what reading it gave."""
    frame.sentences([WHAT])
    file = st.file_uploader("Enquête (.csv)", key="enquete_deposee")
    if file is not None and st.session_state.get(_FILE) != file.file_id:
        own = current.mine()
        base = own.base if own and not own.training else None
        opened = brought_survey.opened(file.getvalue(), file.name, base)
        st.session_state[_FILE], st.session_state[_SURVEY] = file.file_id, opened
    survey = st.session_state.get(_SURVEY)
    if isinstance(survey, str):
        st.error(plain(survey))
    elif survey:
        matched(survey, read)


def matched(survey: SurveyFile, read: Callable[[Outcome], None]) -> None:
    """Show the columns and ask what each is; read the file when asked to."""
    frame.sentences([brought_survey.described(survey)], lead=f"{survey.name}\u202f:")
    frame.table(
        brought_survey.samples(survey), "Colonnes du fichier, avec des exemples.", folded="Les colonnes"
    )
    form = Form(survey, f"enquete_{st.session_state[_FILE]}")
    matching = form.draw()
    if st.button("Contrôler et ajouter l’enquête", key="enquete_lire"):
        with st.spinner("Lecture et contrôle de l’enquête…"):
            read(brought_survey.read(survey, matching))


def forget() -> None:
    """Keep nothing of the survey."""
    st.session_state.pop(_SURVEY, None)
