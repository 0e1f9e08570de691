"""« Débat »: the sequence of a region, and its room."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

import streamlit as st

from charts.look import Look
from charts.palette import Page
from exports.address import VARIABLE, is_own, public_base
from exports.qr import qr_png
from exports.stamp import Stamp
from hall.book import codes
from hall.book.ballots import OTHER
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.book.steps import GUESSES, Kind, RoomState, Step
from hall.stage.addresses import named, reachable
from hall.stage.desk import LENT_HERE
from hall.stage.hall import shared
from hall.stage.participants import ACTORS, NO_INTERNET
from hall.stage.plan.alike import alike as steps_alike
from hall.stage.plan.alone import alone as without_telephones
from hall.stage.plan.figures import Figure
from hall.stage.plan.followed import followed
from hall.stage.plan.new_room import MOST_TITLE, Choice, new_room
from hall.stage.plan.own_figures import follows
from hall.stage.plan.sequence import sequence
from hall.stage.screen.mirrors import FACE, SURVEYS
from indicators.method import Method
from pages.facade import taken
from pages.facade.edition import Edition, per_edition, per_process, results

__all__ = [
    "KEPT",
    "MOST_TITLE",
    "NO_INTERNET",
    "WHO",
    "Asked",
    "Figure",
    "Kept",
    "Opened",
    "Planned",
    "addresses",
    "alike",
    "asks",
    "code_to_try",
    "desk",
    "kept_here",
    "listed",
    "may_open",
    "open_room",
    "plan",
]
_SETTING = "OBSERVATOIRE_ANIMATION"
NOT_HERE = "Les salles s’ouvrent depuis l’ordinateur qui fait tourner l’application."
HOW = (
    "Ouvrez cette page sur cet ordinateur, à une adresse qui commence par http://localhost, "
    "ou demandez à la personne qui l’administre."
)
WHO = {code: label for code, label in ACTORS.items() if code != OTHER}
_LINK = "debat_lien_{}"
_LISTED = 10
KEPT = {30: "30 jours après la fin", 7: "7 jours après la fin", 0: "dès la fin du débat"}
_DOES = {
    Kind.WELCOME: "le code de la salle, à scanner ou à taper",
    Kind.PRESENT: "qui répond, par groupe de cinq au moins",
    Kind.PRIORITIES: "trois domaines au plus, avant tout chiffre",
    Kind.NOTES: "une note de 0 à 10 par domaine",
    Kind.DOMAIN: "chacun devine, puis on révèle",
    Kind.NUMBER: "chacun devine, puis on révèle",
    Kind.RANK: "chacun devine, puis on révèle",
    Kind.MIRROR: "les rangs de la salle à côté de ceux des mesures",
    Kind.VIEW: "à lire ensemble",
    Kind.NEXT: "avec quels acteurs",
}
_SURVEYS = "chaque groupe à côté de l’enquête de son acteur"
# What a figure shows, without its finding: a page that is prepared on a projector tells no answer.
_FIGURES = {
    Kind.DOMAIN: ("Figure\u202f: les domaines les plus fragiles", "leurs chiffres, une fois tout deviné"),
    Kind.RANK: ("Figure\u202f: le rang deviné", "toutes les régions sur ce domaine"),
    Kind.VIEW: ("Figure\u202f: les rangs mesurés et ressentis", "les écarts dont le sens est établi"),
}
# What proxies add; no browser sends one that starts by « X- » when it opens a page of Streamlit.
_ANNOUNCED = ("x-", "forwarded", "via")


@dataclass(frozen=True)
class Shown:
    """One step: its title, what it does. `figure`: what shows it; `guess`: no figure comes before it."""

    title: str
    does: str
    figure: Shown | None = None
    guess: bool = False


@dataclass(frozen=True)
class Planned:
    """The sequence of a region; `inside`: where it is, as in a sentence; `left`: why a step is not there."""

    inside: str
    name: str
    steps: tuple[Shown, ...]
    left: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What a presenter chose. `actors`: who may answer; `steps`: ranks in the sequence, figures, in order.

    `alone`: without telephones.
    """

    region: str
    title: str
    base: str
    kept_days: int
    shared: bool
    actors: tuple[str, ...]
    steps: tuple[int | Figure, ...]
    alone: bool = False


@dataclass(frozen=True)
class Opened:
    """A room that this visit made; `alone`: without telephones."""

    ident: str
    region: str
    title: str
    code: str
    participants: str
    qr: bytes
    alone: bool


@dataclass(frozen=True)
class Kept:
    """A room that this machine keeps. `told`: its code and where it stands."""

    ident: str
    title: str
    told: str


@per_edition(max_entries=32)
def plan(edition: Edition, region: str, method: Method, alone: bool = False) -> Planned:  # noqa: FBT001, FBT002
    """Return the sequence of a region, in words; `alone`: without telephones."""
    known = edition.results
    steps, left = sequence(known, region, method)
    steps = without_telephones(steps) if alone else steps
    name = known.vocabulary().names[region]
    return Planned(
        inside=name.name_in,
        name=name.name,
        steps=tuple(_shown(step, figure=follows(known, region, method, step)) for step in steps),
        left=tuple(left),
    )


def _shown(step: Step, *, figure: bool) -> Shown:
    does = _SURVEYS if step.subject.get(FACE) == SURVEYS else _DOES[step.kind]
    own = Shown(*_FIGURES[step.kind]) if figure else None
    return Shown(str(step.subject["titre"]), does, own, step.kind in GUESSES)


def listed(parts: Sequence[Shown]) -> list[Shown]:
    """Return the steps as the room will have them: in their order, with the figures that show some."""
    return followed(parts, attrgetter("figure"), attrgetter("guess"))


def asks() -> bool:
    """Say whether rooms are opened by a passphrase."""
    return bool(os.environ.get(_SETTING))


def may_open(passphrase: str) -> bool:
    """Say whether this visitor may open rooms: by the passphrase that is set, else on this machine alone."""
    wanted = os.environ.get(_SETTING, "")
    return codes.same(passphrase, wanted) if wanted else _sits_here()


def _sits_here() -> bool:
    """Say whether nothing speaks against a visitor who would sit at this machine.

    Behind a proxy of this machine every visitor has its address: who sits here also asked for it by an
    address of its own (`localhost`), and no proxy announced itself. What is not known is refused.
    """
    asked = st.context.headers
    announced = any(name.lower().startswith(_ANNOUNCED) for name in asked)
    by_its_own = is_own(named(asked.get("Host", "")))
    # Streamlit gives no address to who comes from the machine itself.
    return by_its_own and not announced and is_own(st.context.ip_address or "127.0.0.1")


def addresses() -> list[str]:
    """Return the addresses that telephones may reach: the one that is set, else every network's."""
    if os.environ.get(VARIABLE):
        return [public_base()]
    port = st.get_option("server.port")
    return [f"http://{ip}:{port}" for ip in reachable()] or [public_base()]


@per_process(max_entries=8)
def code_to_try(base: str) -> bytes:
    """Return the code that opens the door of the rooms on a telephone, as a picture."""
    return qr_png(f"{base}/salle")


def open_room(asked: Asked, method: Method) -> Opened | str:
    """Make a room; returns why there is none, in French, where rooms cannot be kept."""
    choice = Choice(
        asked.title, asked.steps, asked.kept_days, asked.shared, asked.actors, asked.base, asked.alone
    )
    try:
        room = new_room(shared().book, results(), asked.region, method, choice)
    except RoomError as error:
        return str(error)
    participants = f"{asked.base}/salle/{room.code}"
    return Opened(
        ident=room.id,
        region=asked.region,
        title=room.title,
        code=codes.written(room.code),
        participants=participants,
        qr=qr_png(participants),
        alone=asked.alone,
    )


def figure(about: Stamp, rows: taken.Rows, draw: Callable[[Look], dict[str, Any]], region: str) -> Figure:
    """Return a figure of a page as a room draws it, on all its screens; the room says its edition."""
    told = replace(about, edition="")

    def screens(page: Page, shape: float) -> list[str]:
        return taken.on_screen(told, rows, draw, Look(region, (0, 0), page), shape)

    return Figure(about.title, screens)


def alike(region: str, opened: Opened, method: Method) -> tuple[tuple[int, ...], list[str]]:
    """Return the ranks of the steps of a room in the sequence of another region, and what that one lacks."""
    return steps_alike(shared().book.of(opened.ident).progress.steps, results(), region, method)


def desk(ident: str) -> str:
    """Return a link that takes the desk once, and leads back who took it: made again before it is over."""
    name, now = _LINK.format(ident), shared().now()
    link, made = st.session_state.get(name, ("", 0.0))
    # Earlier than it was made: the clock was set back, and the link may be refused.
    if not 0 <= now - made <= LENT_HERE / 2:
        key = shared().book.lend(ident, now, LENT_HERE)
        link, _ = st.session_state[name] = (f"/regie/ouvrir?jeton={key}&salle={ident}", now)
    return str(link)


def kept_here() -> list[Kept]:
    """Return the last rooms of this machine, the newest first; none where a passphrase opens rooms.

    Who sits at the machine may list and lead every room (`python -m hall` does); who knows a passphrase that
    several presenters share may not lead the rooms of the others.
    """
    if asks():
        return []
    try:
        rooms = shared().book.every()
    except RoomError:
        return []  # said by `open_room`, where something can be done about it
    there = [room for room in rooms if room.progress.state is not RoomState.ERASED]
    return [Kept(room.id, room.title, _told(room)) for room in reversed(there[-_LISTED:])]


def _told(room: Room) -> str:
    day = f"préparée le {room.created:%d/%m/%Y}"
    if room.progress.state is RoomState.ENDED:
        return f"{day}, terminée"
    where = f"étape {room.progress.at + 1} sur {len(room.progress.steps)}"
    state = "pas encore ouverte" if room.progress.state is RoomState.PREPARED else where
    name = "sans téléphones" if room.progress.alone else f"code {codes.written(room.code or '')}"
    return f"{name}, {day}, {state}"
