"""« Débat »: prepare the sequence of a region's debate, open its room, and lead it."""

import streamlit as st

from pages import frame, selectors
from pages.facade import debate
from pages.facade.debate import Opened, Planned
from pages.sections import rooms
from pages.tables import plain

LEAD = (
    "Une séquence pour débattre devant une salle\u202f: on demande d’abord ce que chacun pense, on révèle "
    "ensuite ce qui est publié. Les téléphones répondent sans compte ni application."
)
NO_REGION = "Choisissez une région\u202f: sa séquence est faite de ses propres chiffres."
TO_TRY = (
    (
        "Si la page ne vient pas, le téléphone et cet ordinateur ne sont pas sur le même réseau\u202f: un "
        "partage de connexion du téléphone suffit souvent."
    ),
    "Ouvrez la régie, puis l’écran\u202f: les flèches du clavier, ou d’une télécommande, mènent le débat.",
)
_OPENED, _PASSPHRASE, _ADMITTED = "debat_ouvert", "debat_phrase", "debat_admis"
_MOST_TITLE = 60


def main() -> None:
    """Draw the preparation of the chosen region's debate, then the room once it is open."""
    region = selectors.chosen("region")
    if not region:
        st.title("Débat\u202f: préparer, animer, écouter une salle", anchor=False)
        frame.sentences([NO_REGION], lead=LEAD)
        rooms.compare()
        frame.edition()
        return
    plan = debate.plan(region, frame.method())
    st.title(plan.title, anchor=False)
    frame.sentences([], lead=LEAD)
    opened = st.session_state.get(_OPENED)
    if opened is not None and opened.region == region:
        room(opened)
    elif opened is not None:
        again(region, opened)
    prepare(region, plan)
    rooms.compare()
    frame.source("")


def again(region: str, opened: Opened) -> None:
    """Offer the steps of the room that this visit made for another region, and say what this one lacks."""
    order, left = debate.alike(region, opened, frame.method())
    if order and st.button(
        f"Même séquence que «\u00a0{plain(opened.title)}\u00a0»", key=f"debat_{region}_comme"
    ):
        st.session_state[f"debat_{region}"] = list(order)
        for sentence in left:
            st.caption(plain(sentence))


def prepare(region: str, plan: Planned) -> None:
    """Draw the steps, which can be left out and put in another order, and the choices of the room."""
    st.header("La séquence", anchor=False)
    name = f"debat_{region}"
    order: list[int] = st.session_state.setdefault(name, list(range(len(plan.steps))))
    steps = (plan.steps[rank] for rank in order)
    listed = (
        f"{place}. **{plain(one.title)}** – {plain(one.does)}" for place, one in enumerate(steps, start=1)
    )
    st.markdown("\n".join(listed))
    for sentence in plan.left:
        st.caption(plain(sentence))
    closed = frame.part("Changer l’ordre, retirer des étapes", folded=True)
    if closed:
        with closed:
            arrange(name, plan, order)
    st.header("La salle", anchor=False)
    if not allowed():
        return
    with st.form("salle", border=False):
        title = st.text_input("Nom de la salle", plan.name, max_chars=_MOST_TITLE)
        base = st.selectbox(
            "Adresse que les téléphones atteignent", debate.addresses(), placeholder="Choisir"
        )
        st.caption(debate.ADDRESS)
        days = st.radio(
            "Effacer les réponses", list(debate.KEPT), format_func=debate.KEPT.__getitem__, horizontal=True
        )
        shared = st.checkbox("Des tablettes passeront d’une personne à l’autre")
        if st.form_submit_button("Préparer la salle", type="primary"):
            asked = debate.Asked(region, title.strip() or plan.name, str(base), days, shared, tuple(order))
            st.session_state[_OPENED] = debate.open_room(asked, frame.method())
            st.rerun()


def allowed() -> bool:
    """Say whether this visitor may open a room; ask for the passphrase where the server has one."""
    place = st.empty()
    given = ""
    if debate.asks() and not st.session_state.get(_ADMITTED):
        given = place.text_input("Phrase de l’animateur", type="password", key=_PASSPHRASE)
    # What is no longer drawn is forgotten by Streamlit: that it was right is kept, not what it was.
    if st.session_state.setdefault(_ADMITTED, False) or debate.may_open(given):
        st.session_state[_ADMITTED] = True
        place.empty()
        return True
    if given:
        st.error("Ce n’est pas la phrase de l’animateur. Demandez-la à qui administre l’application.")
    elif not debate.asks():
        frame.empty(debate.NOT_HERE, debate.HOW)
    return False


def arrange(name: str, plan: Planned, order: list[int]) -> None:
    """Let the steps be left out or moved; `order`: the ranks of those that stay, kept under a name."""
    for place, rank in enumerate(order):
        said, up, down, out = st.columns([8, 1, 1, 1], vertical_alignment="center")
        said.markdown(f"{place + 1}. {plain(plan.steps[rank].title)}")
        fixed = rank == 0
        moves = (
            (up, "↑", "Avancer", place <= 1 or fixed, (place, place - 1)),
            (down, "↓", "Reculer", fixed or place + 1 == len(order), (place, place + 1)),
        )
        for where, sign, label, idle, (one, other) in moves:
            where.button(
                f"{sign} {label}",
                key=f"{name}_{rank}_{label}",
                disabled=idle,
                on_click=swap,
                args=(name, one, other),
                width="stretch",
            )
        out.button(
            "Retirer",
            key=f"{name}_{rank}_retirer",
            disabled=fixed,
            on_click=remove,
            args=(name, rank),
            width="stretch",
        )
    if len(order) < len(plan.steps):
        st.button("Remettre toutes les étapes", on_click=st.session_state.pop, args=(name, None))


def swap(name: str, one: int, other: int) -> None:
    """Put one step in the place of another."""
    order = st.session_state[name]
    order[one], order[other] = order[other], order[one]


def remove(name: str, rank: int) -> None:
    """Leave a step out."""
    st.session_state[name].remove(rank)


def room(opened: Opened) -> None:
    """Show the code of an open room, how telephones come in, and where it is led from."""
    st.header(f"Salle «\u00a0{plain(opened.title)}\u00a0»\u202f: {opened.code}", anchor=False)
    square, said = st.columns([1, 2])
    square.image(opened.qr, width=260)
    with said:
        frame.points(
            [
                f"Essayez avant la réunion\u202f: ouvrez {opened.participants} sur un téléphone.",
                *TO_TRY,
            ]
        )
        st.link_button("Ouvrir la régie et l’écran", debate.desk(opened), type="primary")


main()
