"""« Débat »: prepare the sequence of a region's debate, open its room, and lead it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages import basket, frame, selectors
from pages.facade import debate
from pages.facade.debate import Opened, Planned, Shown
from pages.sections import debate_room, rooms
from pages.tables import plain

LEAD = (
    "Une séquence pour débattre devant une salle\u202f: on demande d’abord ce que chacun pense, on révèle "
    "ensuite ce qui est publié."
)
BY_TELEPHONE = f"{LEAD} Les téléphones répondent sans compte ni application."
NO_REGION = "Choisissez une région\u202f: sa séquence est faite de ses propres chiffres."
WHAT_HAPPENS = (
    "Chaque question s’ouvre, se clôt, puis se révèle, quand vous le décidez\u202f: rien n’est montré avant."
)
ALOUD = (
    "Chaque question se pose à voix haute, puis se révèle quand vous le décidez\u202f: rien n’est montré "
    "avant."
)
ADDED = "figure de l’application"
MORE = "Une figure s’ajoute depuis sa page\u202f: «\u00a0Emporter\u00a0», «\u00a0Ajouter au débat\u00a0»."
ALONE = "Sans téléphones\u202f: l’écran seul, et des réponses à voix haute"
STALE = "cette figure vient d’une autre édition des données, ajoutez-la de nouveau depuis sa page."


def main() -> None:
    """Draw the preparation of the chosen region's debate, then the room once it is open."""
    region = selectors.chosen("region")
    if not region:
        st.title("Débat\u202f: préparer, animer, écouter une salle", anchor=False)
        frame.sentences([NO_REGION], lead=BY_TELEPHONE)
        rooms.compare()
        frame.edition()
        return
    place, lead = st.empty(), st.container()
    alone = st.toggle(ALONE, key="debat_seul")
    with lead:
        frame.sentences([], lead=LEAD if alone else BY_TELEPHONE)
    plan = debate.plan(region, frame.method(), alone)
    elsewhere = debate_room.opened(region)
    if elsewhere is not None and elsewhere.alone == alone:
        again(region, elsewhere)
    steps = named(plan)
    order = ordered(held(region, alone=alone), len(plan.steps), steps)
    shown = debate.listed([steps[one] for one in order])
    place.title(
        f"Débat {plan.inside}\u202f: {len(shown)} étapes faites de ses propres chiffres", anchor=False
    )
    sequence(shown, plan, alone=alone)
    closed = frame.part("Changer l’ordre, retirer des étapes", folded=True)
    if closed:
        with closed:
            arrange(held(region, alone=alone), steps, order)
    debate_room.prepare(region, plan, order, alone=alone)
    rooms.compare()
    frame.source("")


def again(region: str, opened: Opened) -> None:
    """Offer the steps of the room that this visit made for another region, and say what this one lacks."""
    order, left = debate.alike(region, opened, frame.method())
    if order and st.button(
        f"Même séquence que «\u00a0{plain(opened.title)}\u00a0»", key=f"debat_{region}_comme"
    ):
        st.session_state[held(region, alone=opened.alone)] = list(order)
        for sentence in left:
            st.caption(plain(sentence))


def held(region: str, *, alone: bool) -> str:
    """Name where the visit keeps the order of a sequence: that of a screen alone has other steps."""
    return f"debat_{region}_seul" if alone else f"debat_{region}"


def ordered(name: str, count: int, steps: Mapping[int | str, Shown]) -> list[int | str]:
    """Return the steps that stay, in their order: one of the region by its rank, a figure by its name.

    `name`: under which the order is kept; `count`: of the steps of the region.
    """
    order: list[int | str] = st.session_state.setdefault(name, list(range(count)))
    complete(order, steps)
    return order


def sequence(shown: Sequence[Shown], plan: Planned, *, alone: bool) -> None:
    """List the steps of the room, the figures that show some of them included."""
    st.header("La séquence", anchor=False)
    frame.sentences([ALOUD if alone else WHAT_HAPPENS])
    listed = (
        f"{place}. **{plain(step.title)}** – {plain(step.does)}" for place, step in enumerate(shown, start=1)
    )
    st.markdown("\n".join(listed))
    for sentence in (*plan.left, *(f"{title}\u202f: {STALE}" for title in basket.stale()), MORE):
        st.caption(plain(sentence))


def named(plan: Planned) -> dict[int | str, Shown]:
    """Return the steps of the region by their rank, then the figures that were added, by their name."""
    steps: dict[int | str, Shown] = dict(enumerate(plan.steps))
    return steps | {key: Shown(kept.about.title, ADDED) for key, kept in basket.figures().items()}


def complete(order: list[int | str], steps: Mapping[int | str, Shown]) -> None:
    """Put the figures that were added since before the last step; leave out those that were taken out."""
    order[:] = [one for one in order if one in steps]
    place = max(1, len(order) - 1)
    order[place:place] = [one for one in steps if isinstance(one, str) and one not in order]


def arrange(name: str, steps: Mapping[int | str, Shown], order: list[int | str]) -> None:
    """Let the steps be left out or moved; `order`: those that stay, kept under a name."""
    for place, rank in enumerate(order):
        said, up, down, out = st.columns([8, 1, 1, 1], vertical_alignment="center")
        # Without a number: figures that follow a step count too, and go with it.
        said.markdown(plain(steps[rank].title))
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
    if len(order) < len(steps):
        st.button("Remettre toutes les étapes", on_click=st.session_state.pop, args=(name, None))


def swap(name: str, one: int, other: int) -> None:
    """Put one step in the place of another."""
    order = st.session_state[name]
    order[one], order[other] = order[other], order[one]


def remove(name: str, rank: int | str) -> None:
    """Leave a step out; a figure is no longer kept."""
    st.session_state[name].remove(rank)
    if isinstance(rank, str):
        basket.remove(rank)


main()
