"""Who comes to a room: the room of an address, a form that is ours, the pages that say why not."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hall.book import codes
from hall.book.ballots import Form
from hall.book.rooms import Room
from hall.book.steps import RoomState
from hall.stage.hall import Hall
from hall.stage.limits import of_another_site, read_form
from hall.stage.participants import promise
from hall.stage.render import message

Read = TypeVar("Read")
_COOKIE = "salle"
# A telephone that was closed in the middle of a debate is still the same; the next day it is nobody.
_HALF_A_DAY = 12 * 3600
_TOO_FAST = "Trop d’envois en même temps\u202f: attendez une seconde et recommencez."
_TYPE_THE_CODE = ("/salle", "Entrer un code")
_CHECK = "Vérifiez le code affiché à l’écran\u202f: il change à chaque débat."
_ALOUD = "Ses questions se posent à voix haute\u202f: regardez l’écran."
_THANKS = "Merci d’y avoir pris part. Vous pouvez fermer cette page."


class Reception:
    """What the routes of the telephones share over one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def _met(
        self, request: Request, read: Callable[[Room, str], Read]
    ) -> tuple[Room, str, Read] | Response:
        """Return the room of the address, the cookie of who comes, and what is read of both.

        A page that says what to do when there is no room.
        """
        typed, cookie = request.path_params["code"], cookie_of(request)
        met = await self._hall.met(
            self._hall.book.called, typed, lambda room: read(room, cookie), self._hall.telephones
        )
        if met is None:
            over = (
                await self._hall.telephones.run(self._hall.book.named, typed)
                if _COOKIE in request.cookies
                else None
            )
            if over is not None and over.progress.state is RoomState.ENDED:
                return message("Le débat est terminé", _THANKS, promise(over), status=404)
            return message("Cette salle n’est pas ouverte", _CHECK, status=404, way_out=_TYPE_THE_CODE)
        room, of_room = met
        if room.progress.alone:
            return message("Cette salle n’a pas de téléphones", _ALOUD, status=404)
        if room.code != typed:
            return RedirectResponse(here(room), 303)
        return room, cookie, of_room

    def _held(self, room: Room, cookie: str) -> tuple[int, str] | None:
        """Return who holds a device, and the actor they answer as; None before they said it."""
        return self._hall.box.person(room.id, codes.device(self._hall.secret, room.id, cookie))

    def _let_in(self, room: Room) -> None:
        """Count somebody who comes in; raises `HTTPException` when too many come at once."""
        if not self._hall.arrivals.allows(room.id):
            raise HTTPException(429, _TOO_FAST)

    async def _sent(self, request: Request, room: Room, question: str) -> tuple[str, Form]:
        """Return the device and the fields of a form of ours; raises `HTTPException`."""
        of_this_site(request)
        form = await read_form(request)
        if not request.cookies.get(_COOKIE):
            raise HTTPException(
                403,
                "Votre navigateur n’a pas gardé le témoin (cookie) de la salle\u202f: acceptez-le pour ce "
                "site, quittez la navigation privée, ou demandez un bulletin papier.",
            )
        device = codes.device(self._hall.secret, room.id, cookie_of(request))
        token = self._token(room, device, question)
        if not codes.same(token, (form.get("jeton") or [""])[-1]):
            raise HTTPException(403, "Ce formulaire n’est plus valable\u202f: revenez à la salle.")
        if not self._hall.ballots.allows(device):
            raise HTTPException(429, _TOO_FAST)
        return device, form

    def _token(self, room: Room, device: str, question: str) -> str:
        return codes.form_token(self._hall.secret, room.id, device, question)


def cookie_of(request: Request) -> str:
    """Return the cookie of a browser, a new one for who comes."""
    return request.cookies.get(_COOKIE, "") or secrets.token_urlsafe(16)


def of_this_site(request: Request) -> None:
    """Refuse a form that another site holds; raises `HTTPException`.

    A telephone that says nothing of its site (« null ») is let in: what its forms send has a token of ours.
    """
    if request.headers.get("origin") != "null" and of_another_site(request):
        raise HTTPException(403, "Ce formulaire vient d’un autre site.")


def remembered(found: Response, request: Request, cookie: str) -> Response:
    """Give a browser its cookie with a page, when it has not this one."""
    if cookie != request.cookies.get(_COOKIE):
        secure = request.scope["scheme"] == "https"
        found.set_cookie(
            _COOKIE, cookie, path="/salle", max_age=_HALF_A_DAY, httponly=True, samesite="lax", secure=secure
        )
    return found


def here(room: Room) -> str:
    """Return the address of a room for its participants."""
    return f"/salle/{room.code}"


def back(room: Room) -> tuple[str, str]:
    """Return the way back to a room."""
    return here(room), "Revenir à la salle"


def closed_door(room: Room) -> Response:
    """Say that nobody new comes in."""
    return message(
        "La porte est fermée",
        "L’animateur n’accepte plus de nouveau téléphone. Si vous étiez déjà là, revenez avec le même.",
        status=409,
        way_out=back(room),
    )
