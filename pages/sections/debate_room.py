"""« Débat », its room: who may open one, what it is made with, where it is led from."""

from collections.abc import Sequence

import streamlit as st

from pages import basket, frame, landing
from pages.facade import debate
from pages.facade.debate import Asked, Opened, Planned
from pages.tables import plain

NEXT = "«\u00a0Préparer la salle\u00a0» donne un code et une régie\u202f; rien ne s’ouvre sans vous."
HERE = "Les salles que cet ordinateur garde, jusqu’à leur effacement."
ELSEWHERE = (
    "Une salle déjà préparée\u202f? Si ce navigateur en a ouvert la régie, elle est parmi "
    "[ses régies](/regie). Un code à taper\u202f? [Entrer dans une salle](/salle)."
)
TO_TRY = (
    "Avant la réunion, scannez ce code avec un téléphone\u202f: une page demande le code d’une salle.",
    "Elle ne vient pas\u202f? Essayez une autre adresse, ou le partage de connexion d’un téléphone.",
    debate.NO_INTERNET,
)
TO_LEAD = (
    "La régie mène le débat\u202f: «\u00a0Ouvrir\u00a0» ouvre la salle, puis chaque question.",
    "Elle ouvre l’écran à projeter, qui obéit aux flèches du clavier ou d’une télécommande.",
    "Elle se passe à un téléphone\u202f; elle exporte, imprime la fiche et efface.",
)
TO_LEAD_ALONE = (
    "La régie ouvre l’écran à projeter, qui obéit aux flèches du clavier ou d’une télécommande.",
    "Personne ne répond par téléphone\u202f: rien n’est compté ni gardé.",
)
NO_ACTOR = (
    "Choisissez au moins un acteur\u202f: une salle où chacun répond «\u00a0autre\u00a0» ne montre rien."
)
_OPENED, _PASSPHRASE, _ADMITTED = "debat_ouvert", "debat_phrase", "debat_admis"


def opened(region: str) -> Opened | None:
    """Show the room that this visit has just made, its code, its desk; returns it when of another region."""
    made: Opened | None = st.session_state.get(_OPENED)
    if made is None or made.region != region:
        return made
    if made.alone:
        st.header(f"Séquence «\u00a0{plain(made.title)}\u00a0», prête à projeter", anchor=False)
        frame.points(TO_LEAD_ALONE)
        st.link_button("Ouvrir la régie", debate.desk(made.ident))
        return None
    st.header(f"Salle «\u00a0{plain(made.title)}\u00a0»\u202f: {made.code}", anchor=False)
    # Before the code, which fills the screen of a phone.
    st.link_button("Ouvrir la régie", debate.desk(made.ident))
    square, said = st.columns([1, 3])
    square.image(made.qr, width=220, alt=f"Code à scanner, {made.participants}")
    with said:
        frame.points(
            [f"Les participants scannent ce code à l’écran, ou ouvrent {made.participants}.", *TO_LEAD]
        )
    return None


def prepare(region: str, plan: Planned, order: Sequence[int | str], *, alone: bool) -> None:
    """Draw what a room is made with, and make it; `order`: its steps by rank, its figures by name."""
    st.header("L’écran" if alone else "La salle", anchor=False)
    if allowed():
        if alone:
            screen(region, plan, order)
        else:
            frame.sentences([NEXT])
            choices(region, plan, order, network())
        kept()
    st.markdown(ELSEWHERE, anchors=False)


def network() -> str:
    """Let the address that telephones reach be chosen, and tried with one."""
    found = debate.addresses()
    base = st.selectbox(
        "Adresse que les téléphones atteignent", found, placeholder="Choisir", key="debat_adresse"
    )
    square, said = st.columns([1, 3])
    square.image(debate.code_to_try(base), width=160, alt=f"Code à scanner, {base}/salle")
    with said:
        frame.points(TO_TRY)
    return base


def choices(region: str, plan: Planned, order: Sequence[int | str], base: str) -> None:
    """Draw the choices of a room, and make it when they are sent."""
    with st.form("salle", border=False):
        title = st.text_input("Nom de la salle", plan.name, max_chars=debate.MOST_TITLE)
        who = list(debate.WHO)
        actors = st.pills(
            "Qui peut répondre, outre «\u00a0autre, ou je préfère ne pas dire\u00a0»",
            who,
            selection_mode="multi",
            default=who,
            format_func=debate.WHO.__getitem__,
        )
        days = st.radio(
            "Effacer les réponses", list(debate.KEPT), format_func=debate.KEPT.__getitem__, horizontal=True
        )
        shared = st.checkbox("Des tablettes passeront d’une personne à l’autre")
        sent = st.form_submit_button("Préparer la salle")
    if sent and not actors:
        st.error(NO_ACTOR)
    elif sent:
        chosen = tuple(code for code in who if code in actors)
        name = title.strip() or plan.name
        make(Asked(region, name, base, days, shared, chosen, chosen_steps(order)))


def screen(region: str, plan: Planned, order: Sequence[int | str]) -> None:
    """Make a room that nobody enters: nothing to choose but its steps."""
    if st.button("Préparer l’écran"):
        base, days = debate.addresses()[0], min(debate.KEPT)
        make(Asked(region, plan.name, base, days, False, (), chosen_steps(order), alone=True))  # noqa: FBT003


def chosen_steps(order: Sequence[int | str]) -> tuple[int | debate.Figure, ...]:
    """Return the steps in order, the figures ready to be drawn."""
    figures = basket.drawable()
    return tuple(figures[one] if isinstance(one, str) else one for one in order)


def make(asked: Asked) -> None:
    """Make a room and show it; say why there is none, where there is none."""
    with st.spinner("La salle se prépare\u202f: ses figures sont dessinées d’avance."):
        made = debate.open_room(asked, frame.method())
    if isinstance(made, str):
        st.error(plain(made))
        return
    st.session_state[_OPENED] = made
    # It is shown first: the button was far below.
    landing.at_the_top()
    st.rerun()


def kept() -> None:
    """List the rooms of this machine, where who sits at it is who opens them: a reload loses none."""
    rooms = debate.kept_here()
    place = frame.part(f"Salles de cet ordinateur\u202f: {len(rooms)}", folded=True) if rooms else None
    if place:
        with place:
            frame.sentences([HERE])
            for room in rooms:
                said, led = st.columns([3, 1], vertical_alignment="center")
                said.markdown(f"**{plain(room.title)}** – {plain(room.told)}")
                led.link_button("Régie", debate.desk(room.ident), width="stretch")


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
