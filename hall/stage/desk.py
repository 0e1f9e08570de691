"""The presenter's desk: buttons that work without script, on a laptop or on a telephone."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from hall.book import codes
from hall.book.errors import GestureRefusedError
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import RoomState, StepState
from hall.stage import reveal
from hall.stage.hall import Hall
from hall.stage.limits import read_form
from hall.stage.render import answer, message
from hall.stage.screen.counts import at_least

COOKIE = "regie"
# Seconds that a link to the desk waits for its presenter.
LENT = 120.0
_NO_DESK = "Ce navigateur n’a pas la régie de cette salle\u202f: ouvrez-la par le lien de l’animateur."
WORDS = {
    Gesture.OPEN: "Ouvrir",
    Gesture.CLOSE: "Clore",
    Gesture.REVEAL: "Révéler",
    Gesture.NEXT: "Suivant",
    Gesture.BACK: "Précédent",
    Gesture.AGAIN: "Second tour",
    Gesture.DARK: "Écran noir",
    Gesture.LOCK: "Fermer la porte",
    Gesture.END: "Terminer",
}


class Desk:
    """The routes of the desk over one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def take(self, request: Request) -> Response:
        """Use up a link of the desk: from then on this browser holds it."""
        key = request.query_params.get("jeton", "")[:64]
        taken = await self._hall.run(self._hall.book.take, key, time.time()) if key else None
        if taken is None:
            return message(
                "Ce lien ne vaut plus rien",
                "Un lien de la régie sert une fois, et deux minutes. Demandez-en un autre.",
                status=403,
            )
        room, desk = taken
        found = RedirectResponse(_here(room), 303)
        secure = request.url.scheme == "https"
        found.set_cookie(
            f"{COOKIE}-{room.id}", desk, path="/regie", httponly=True, samesite="strict", secure=secure
        )
        return found

    async def page(self, request: Request) -> Response:
        """Show where the debate stands, and the buttons."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        return answer("regie", await self._hall.run(self._shown, room, ""))

    async def gesture(self, request: Request) -> Response:
        """Do a gesture; the screen's keys are told in one sentence, a browser gets the page."""
        form = await read_form(request)
        by_key = "ecran" in form
        room = await self.held(request)
        if isinstance(room, Response):
            return PlainTextResponse(_NO_DESK, 403) if by_key else room
        refused = await self._hall.run(self._moved, room, (form.get("geste") or [""])[-1])
        if by_key:
            return PlainTextResponse(refused, 409 if refused else 200)
        room = await self._hall.run(self._hall.book.of, room.id)
        if refused:
            return answer("regie", await self._hall.run(self._shown, room, refused), 409)
        return RedirectResponse(_here(room), 303)

    def _moved(self, room: Room, asked: str) -> str:
        """Do a gesture; return why it was not done, in French, or nothing."""
        if asked not in set(Gesture):
            return "Ce geste n’existe pas."
        if asked == Gesture.END:
            # What no screen has asked for yet is kept before its answers are erased.
            reveal.frozen(self._hall.box, room)
        try:
            self._hall.book.move(room.id, Gesture(asked), time.time())
            if asked == Gesture.END:
                self._hall.book.forget(datetime.now(UTC).date())
        except GestureRefusedError as error:
            return str(error)
        return ""

    async def lend(self, request: Request) -> Response:
        """Make a link that takes the desk once, on another device."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        key = await self._hall.run(self._hall.book.lend, room.id, time.time(), LENT)
        address = f"{str(request.base_url).rstrip('/')}/regie/ouvrir?jeton={key}"
        return message(
            "La régie sur un autre appareil",
            "Ouvrez cette adresse une fois, dans les deux minutes\u202f:",
            address,
            status=200,
            way_out=(_here(room), "Revenir à la régie"),
        )

    async def erase(self, request: Request) -> Response:
        """Erase a room and everything it holds."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        today = datetime.now(UTC).date()
        await self._hall.run(self._hall.book.erase, room.id, today)
        return message("La salle est effacée", "Rien de ce qui y a été répondu n’est gardé.", status=200)

    async def held(self, request: Request) -> Room | Response:
        """Return the room whose desk this browser holds, or the page that says why not."""
        origin = request.headers.get("origin")
        foreign = origin is not None and origin.partition("://")[2] != request.headers.get("host")
        room = await self._hall.run(self._hall.book.named, request.path_params["code"])
        key = request.cookies.get(f"{COOKIE}-{room.id}", "") if room else ""
        if (
            room is None
            or foreign
            or not key
            or not await self._hall.run(self._hall.book.holds, room.id, key)
        ):
            return message("La régie est fermée", _NO_DESK, status=403)
        return room

    def _shown(self, room: Room, refused: str) -> dict[str, object]:
        step, steps = room.progress.step, room.progress.steps
        counts = self._hall.box.answered(room)
        nouns = ("réponse", "réponses") if step.asked else ("téléphone", "téléphones")
        following = steps[step.rank + 1].subject["titre"] if step.rank + 1 < len(steps) else ""
        return {
            "title": f"Régie\u202f: {room.title}",
            "room": room,
            "here": _here(room),
            "code": codes.written(room.code or ""),
            "step": step,
            "total": len(steps),
            "state": _state(room),
            "counted": at_least(sum(counts.values()), *nouns),
            "following": following,
            "refused": refused,
            "words": {gesture.value: label for gesture, label in WORDS.items()},
        }


def _here(room: Room) -> str:
    """Return the address of a desk: that of a room that has ended has no code any more."""
    return f"/regie/{room.code or room.id}"


def _state(room: Room) -> str:
    """Say in a word where the step stands."""
    if room.progress.state is RoomState.PREPARED:
        return "La salle n’est pas encore ouverte."
    if room.progress.state is RoomState.ENDED:
        return "Le débat est terminé."
    step = room.progress.step
    if not step.asked:
        return "Affichée."
    words = {
        StepState.PREPARED: "La question n’est pas encore ouverte.",
        StepState.OPEN: "La question est ouverte.",
        StepState.CLOSED: "La question est close\u202f: rien n’est encore montré.",
        StepState.REVEALED: "Révélée.",
    }
    return words[step.state]
