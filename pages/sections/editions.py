"""« Comparer deux éditions »: changed cells, then the scores, ranks and gaps that they change."""

import streamlit as st

from pages import frame
from pages.facade import editions, own_workbook
from pages.facade.edition import OwnEdition
from pages.facade.editions import Compared, NotComparable
from pages.facade.own_workbook import Outcome
from pages.facade.quality import Listed
from pages.facade.taken import XLSX
from pages.tables import plain
from wording import mentions

TITLE = "Comparer deux éditions\u202f: ce qui a changé, et ce que cela change"
WHAT = (
    "Deux classeurs sont comparés cellule par cellule, puis tout est recalculé sur chacun\u202f: scores, "
    "rangs, écarts. Vous seul voyez un fichier que vous déposez."
)
ALONE = (
    "Il faut deux éditions différentes.",
    "Déposez ci-dessus le classeur à comparer, ou choisissez deux éditions dans les listes.",
)
INVENTED = (
    f"{mentions.FICTIONAL}\u202f: l’une des deux éditions est inventée, ses différences avec l’autre ne "
    "mesurent rien."
)
NOTHING = "Aucun changement de cette sorte."
# In the state of the visit: the file put here, what reading it gave, the two choices.
_FILE, _OUTCOME, _OLD, _NEW = "edition_fichier", "edition_lue", "edition_ancienne", "edition_nouvelle"


def draw() -> None:
    """Draw the section."""
    title = st.empty()
    # Said again below with what is found: nothing moves meanwhile.
    title.title(TITLE, anchor=False)
    frame.sentences([WHAT])
    file = upload()
    old, new = choose(file)
    if old == new:
        frame.empty(*ALONE)
        return
    try:
        with st.spinner("Comparaison des deux éditions…"):
            found = editions.compared(old, new, file)
    except NotComparable as refusal:
        st.error(plain(str(refusal)))
        return
    title.title(plain(found.title), anchor=False)
    differences(found)


def upload() -> OwnEdition | None:
    """Draw the place where a file is put; it is read once, in the run that receives it."""
    file = st.file_uploader("Classeur à comparer (.xlsx)", key="edition_deposee")
    if file is None:
        st.session_state.pop(_FILE, None)
        st.session_state.pop(_OUTCOME, None)
        return None
    if st.session_state.get(_FILE) != file.file_id:
        with st.spinner("Lecture et contrôle du classeur…"):
            st.session_state[_OUTCOME] = own_workbook.workbook(file.getvalue(), file.name)
        st.session_state[_FILE] = file.file_id
        for key in (_OLD, _NEW):
            st.session_state.pop(key, None)
    outcome: Outcome = st.session_state[_OUTCOME]
    if outcome.own is None:
        st.error(f"**{plain(outcome.name)}**\u202f: {plain(outcome.why)}")
    return outcome.own


def choose(file: OwnEdition | None) -> tuple[str, str]:
    """Draw the two choices and return their codes."""
    codes = editions.available(file)
    chosen = [
        code if (code := st.session_state.get(key)) in codes else usual
        for key, usual in zip((_OLD, _NEW), editions.usual(codes), strict=True)
    ]
    labels = ("Ancienne édition", "Nouvelle édition")
    for place, label, key, code in zip(st.columns(2), labels, (_OLD, _NEW), chosen, strict=True):
        with place:
            selector(label, codes, key, code)
    return chosen[0], chosen[1]


def selector(label: str, codes: dict[str, str], key: str, code: str) -> None:
    """Draw one choice; its state is said again at every run, because a run may be cut short by the next."""
    widget = f"choix_{key}"
    st.session_state[widget] = code
    st.selectbox(
        label,
        list(codes),
        format_func=codes.__getitem__,
        placeholder="Choisir",
        key=widget,
        on_change=picked,
        args=(key,),
    )


def picked(key: str) -> None:
    """Remember a choice for this visit."""
    st.session_state[key] = st.session_state[f"choix_{key}"]


def differences(found: Compared) -> None:
    """Write what differs, the file of everything, then the tables."""
    if found.fictional:
        st.warning(INVENTED)
    frame.points(found.sentences)
    if found.make is not None:
        st.download_button(
            "Emporter la comparaison complète (XLSX)",
            data=found.make,
            file_name=found.file_name,
            mime=XLSX,
            on_click="ignore",
        )
    for listed in found.tables:
        written(listed)


def written(listed: Listed) -> None:
    """Write one table under its heading, or its continuation."""
    if listed.heading:
        st.header(listed.heading, anchor=False)
        frame.sentences([listed.what if listed.rows is not None else NOTHING])
    if listed.rows is not None:
        frame.table(listed.rows, listed.alternative, folded=listed.folded)
