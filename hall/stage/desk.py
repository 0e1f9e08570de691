"""The presenter's desk: buttons that work without script, on a laptop or on a telephone."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from exports.qr import qr_svg
from hall.book.ballots import Form
from hall.book.changes import LONGEST_LENT
from hall.book.drawings import WIDE
from hall.book.errors import GestureRefusedError
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage import buttons, reveal
from hall.stage.addresses import of_telephones
from hall.stage.buttons import here
from hall.stage.confirmed import confirmed
from hall.stage.hall import Hall
from hall.stage.limits import of_another_site, read_form
from hall.stage.render import answer, message

COOKIE = "regie"
# Seconds that a link to the desk waits for its presenter: shown to be scanned; given by a page or a terminal.
LENT, LENT_HERE = 120.0, LONGEST_LENT
# Seconds that a browser keeps a desk since it last opened it: a room is prepared long before its debate, and
# exported long after. Its key goes with the room.
_HELD = 180 * 86_400
_DIGITS = 10
_MOST = 20  # desks of one browser
_HELD_HERE = ("/regie", "Les régies de ce navigateur")
_NO_DESK = "Ce navigateur n’a pas la régie de cette salle\u202f: ouvrez-la par le lien de l’animateur."


class Desk:
    """The routes of the desk over one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def take(self, request: Request) -> Response:
        """Use up a link of the desk: from then on this browser holds it."""
        key = request.query_params.get("jeton", "")[:64]
        taken = await self._hall.run(self._hall.book.take, key, self._hall.now()) if key else None
        if taken is None:
            held = await self._room(request, request.query_params.get("salle", ""))
            if held is not None:
                return RedirectResponse(here(held), 303)
            return message(
                "Ce lien ne vaut plus rien",
                "Un lien de la régie sert une fois, et peu de temps\u202f: rechargez la page qui le donnait.",
                status=403,
                way_out=_HELD_HERE,
            )
        room, desk = taken
        return _remembered(RedirectResponse(here(room), 303), request, room, desk)

    async def every(self, request: Request) -> Response:
        """Lead to the desks that this browser holds."""
        names = [name.removeprefix(f"{COOKIE}-") for name in request.cookies if name.startswith(f"{COOKIE}-")]
        # A browser sends the oldest first.
        rooms = [await self._room(request, name) for name in names[-_MOST:]]
        held = [(here(room), room) for room in rooms if room is not None]
        return answer("regies", {"title": "Les régies de ce navigateur", "held": held})

    async def state(self, request: Request) -> Response:
        """Tell a desk whether another one has moved, and who has come."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        told = await self._hall.run(buttons.said, self._hall, room)
        return JSONResponse({"q": str(room.version), "said": told}, headers={"Cache-Control": "no-store"})

    async def page(self, request: Request) -> Response:
        """Show where the debate stands, and the buttons."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        shown = answer("regie", await self._hall.run(buttons.desk, self._hall, room, str(request.base_url)))
        return _remembered(shown, request, room, request.cookies[_cookie(room)])

    async def gesture(self, request: Request) -> Response:
        """Do a gesture; the screen's keys are told in one sentence, a browser gets the page."""
        form = await read_form(request)
        by_key = "ecran" in form
        room = await self.held(request)
        if isinstance(room, Response):
            return PlainTextResponse(_NO_DESK, 403) if by_key else room
        shape = (form.get("ecran") or [self._hall.shapes.get(room.id, WIDE)])[-1]
        told = (form.get("geste") or [""])[-1]
        refused = await self._hall.run(self._moved, room, told, _seen(form), shape)
        if by_key:
            return PlainTextResponse(refused, 409 if refused else 200)
        if "retour" in form:
            return RedirectResponse(f"/ecran/{room.code}", 303)
        room = await self._hall.run(self._hall.book.of, room.id)
        if refused:
            base = str(request.base_url)
            return answer("regie", await self._hall.run(buttons.desk, self._hall, room, base, refused), 409)
        return RedirectResponse(here(room), 303)

    def _moved(self, room: Room, asked: str, seen: int | None, shape: str) -> str:
        """Do a gesture; return why it was not done, in French, or nothing."""
        if asked not in set(Gesture):
            return "Ce geste n’existe pas."
        if asked == Gesture.END:
            # What no screen has asked for yet is kept before its answers are erased.
            reveal.frozen(self._hall.box, room)
        try:
            self._hall.book.move(room.id, Gesture(asked), self._hall.now(), seen, shape)
            if asked == Gesture.END:
                self._hall.forget()
        except GestureRefusedError as error:
            return str(error)
        return ""

    async def lend(self, request: Request) -> Response:
        """Make a link that takes the desk once, on another device."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        key = await self._hall.run(self._hall.book.lend, room.id, self._hall.now(), LENT)
        address = f"{of_telephones(room.address, str(request.base_url))}/regie/ouvrir?jeton={key}"
        data = {"title": "La régie sur un autre appareil", "here": here(room)}
        return answer("preter", data | {"address": address, "qr": qr_svg(address)})

    async def erase(self, request: Request) -> Response:
        """Erase a room and everything it holds."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        await self._hall.run(self._hall.book.erase, room.id, self._hall.today())
        return message(
            "La salle est effacée",
            "Rien de ce qui y a été répondu n’est gardé.",
            status=200,
            way_out=("/debat", "Revenir à la page Débat"),
        )

    async def confirm(self, request: Request) -> Response:
        """Ask once more before what nothing takes back."""
        room = await self.held(request)
        if isinstance(room, Response):
            return room
        return answer(
            "confirmer", confirmed(room, request.url.path.rpartition("/")[2]) | {"here": here(room)}
        )

    async def held(self, request: Request) -> Room | Response:
        """Return the room whose desk this browser holds, or the page that says why not."""
        room = None if of_another_site(request) else await self._room(request, request.path_params["code"])
        if room is None:
            return message("La régie est fermée", _NO_DESK, status=403, way_out=_HELD_HERE)
        return room

    async def _room(self, request: Request, named: str) -> Room | None:
        """Return a room by its code or identifier, where this browser holds its desk."""
        met = await self._hall.met(self._hall.book.named, named, partial(self._holds, request))
        return met[0] if met and met[1] else None

    def _holds(self, request: Request, room: Room) -> bool:
        key = request.cookies.get(_cookie(room), "")
        return bool(key) and self._hall.book.holds(room.id, key)


def _cookie(room: Room) -> str:
    return f"{COOKIE}-{room.id}"


def _remembered(found: Response, request: Request, room: Room, desk: str) -> Response:
    """Give a browser the key of its desk with a page, for as long again."""
    secure = request.url.scheme == "https"
    found.set_cookie(
        _cookie(room), desk, max_age=_HELD, path="/regie", httponly=True, samesite="strict", secure=secure
    )
    return found


def _seen(form: Form) -> int | None:
    """Return the version of the room that the page of a button showed; None for the keys of a screen."""
    given = (form.get("vu") or [""])[-1]
    return int(given) if given.isascii() and given.isdigit() and len(given) < _DIGITS else None
