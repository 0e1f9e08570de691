"""A survey as CSV: put down, its columns matched on screen, then added to the workbook for one visitor."""

from collections.abc import Callable

import streamlit as st

from pages import frame
from pages.facade import own_survey
from pages.facade.edition import OwnEdition
from pages.facade.own_survey import Matching, SurveyFile
from pages.facade.own_workbook import Outcome
from pages.sections.own_matching import Form
from pages.tables import plain

WHAT = (
    "Un fichier .csv de 5\u00a0Mo au plus\u202f: une ligne par personne interrogée, ou une ligne par "
    "moyenne déjà calculée. Vous dites ci-dessous ce qu’est chaque colonne\u202f; les moyennes, les "
    "effectifs et les écarts-types sont calculés ici, et rien n’est estimé là où personne n’a répondu."
)
# In the state of the visit: the file as it was understood, or why it was not, and which file it was.
# `_READ`: what was asked last about it, and what that gives.
_SURVEY, _FILE, _READ = "enquete_lue", "enquete_fichier", "enquete_apercu"
# What was asked when the button was last clicked.
_ANSWERED = "enquete_repondue"
GIVES, MISSING = "Ce que donne ce fichier", "Ce qui manque pour lire ce fichier"


def draw(read: Callable[[Outcome], None], answer: Callable[[], None]) -> bool:
    """Draw the place for a survey; `read` takes what reading it gave, `answer` writes what it says.

    Return whether the last answer is about this survey, and is written here.
    """
    frame.sentences([WHAT])
    file = st.file_uploader("Enquête (.csv)", key="enquete_deposee")
    if file is not None and st.session_state.get(_FILE) != file.file_id:
        opened = own_survey.opened(file.getvalue(), file.name)
        st.session_state[_FILE], st.session_state[_SURVEY] = file.file_id, opened
    survey = st.session_state.get(_SURVEY)
    if isinstance(survey, str):
        st.error(plain(survey))
    elif survey:
        survey = st.session_state[_SURVEY] = own_survey.renewed(survey)
        return matched(survey, read, answer)
    return False


def matched(survey: SurveyFile, read: Callable[[Outcome], None], answer: Callable[[], None]) -> bool:
    """Show the columns and ask what each is; read the file when asked to, onto what is shown at the click.

    The answer takes the place of what was promised, above the button: it is where the reader is looking,
    and nothing that was in view leaves it.
    """
    frame.sentences([own_survey.described(survey)], lead=f"{survey.name}\u202f:")
    frame.table(own_survey.samples(survey), "Colonnes du fichier, avec des exemples.", folded="Les colonnes")
    form = Form(survey, f"enquete_{st.session_state[_FILE]}")
    matching = form.draw()
    own = target(form.key)
    place = st.container()
    asked = (st.session_state[_FILE], matching)
    if st.button("Contrôler et ajouter l’enquête", key="enquete_lire"):
        with place, st.spinner("Lecture et contrôle de l’enquête…"):
            read(own_survey.read(survey, matching, own))
        st.session_state[_ANSWERED] = asked
    answered = st.session_state.get(_ANSWERED) == asked
    with place:
        if answered:
            answer()
        promise(survey, matching, own, folded=answered)
    return answered


def target(key: str) -> OwnEdition | None:
    """Ask which workbook the survey is added to, when there is a choice; the one looked at is proposed."""
    bases = own_survey.bases()
    names = list(bases)
    if len(names) == 1:
        frame.sentences([f"À ajouter à\u202f: {names[0]}."])
        return bases[names[0]]
    # Other workbooks, another question: the proposal is theirs.
    chosen = st.radio("Ajouter l’enquête à", names, format_func=plain, key=f"{key}_base_{'/'.join(names)}")
    return bases[chosen]


def promise(survey: SurveyFile, matching: Matching, own: OwnEdition | None, *, folded: bool) -> None:
    """Say what a click would read, leave aside and replace, or what is missing before it can."""
    asked = (st.session_state[_FILE], matching)
    if st.session_state.get(_READ, (None,))[0] != asked:
        st.session_state[_READ] = asked, own_survey.preview(survey, matching, own)
    rows = st.session_state[_READ][1]
    if isinstance(rows, list):
        if not folded:
            frame.sentences([f"{MISSING}\u202f:"])
            frame.points(rows)
        return
    points = own_survey.promised(rows, own_survey.edition(survey, own))
    if folded:
        with st.expander(GIVES):
            frame.points(points)
    else:
        frame.sentences([f"{GIVES}\u202f:"])
        frame.points(points)


def leave_answer() -> None:
    """Something else was brought since: the answer is no longer about the survey."""
    st.session_state.pop(_ANSWERED, None)


def forget() -> None:
    """Keep nothing of the survey."""
    for name in (_SURVEY, _READ, _ANSWERED):
        st.session_state.pop(name, None)
