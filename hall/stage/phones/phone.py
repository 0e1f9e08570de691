"""A telephone: type the code, say who one is, answer what is open; plain forms that need no script."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from hall.book import ballots, codes
from hall.book.ballots import Ballot, Form
from hall.book.errors import BallotRefusedError
from hall.book.rooms import Room
from hall.book.steps import StepState
from hall.stage.phones import told
from hall.stage.phones.reception import Reception, back, closed_door, here, remembered
from hall.stage.render import answer, message

_ACTOR = "acteur"


class Phone(Reception):
    """The routes of the telephones over one hall."""

    async def door(self, request: Request) -> Response:
        """Ask for the code; lead to the room of the one that was typed."""
        given = request.query_params.get("code", "")
        if not given:
            return answer("code", {"title": "Rejoindre une salle", "refused": "", "given": ""})
        code = codes.typed(given)
        if code is None:
            wrong = "Un code a six signes, lettres et chiffres, sans I, L, O, 0 ni 1."
            return answer(
                "code", {"title": "Rejoindre une salle", "refused": wrong, "given": given[:32]}, 422
            )
        return RedirectResponse(f"/salle/{code}", 303)

    async def page(self, request: Request) -> Response:
        """Show who one is, the open question, or that one looks at the screen."""
        room = await self._room(request)
        if isinstance(room, Response):
            return room
        cookie = self._cookie(request, room)
        if isinstance(cookie, Response):
            return cookie
        change = request.query_params.get("acteur") == "changer"
        shown = await self._hall.run(partial(self._shown, room, cookie, change=change))
        return remembered(answer("telephone", shown), request, cookie)

    async def state(self, request: Request) -> Response:
        """Tell a telephone whether the presenter has moved."""
        found = await self._hall.run(self._hall.book.versions, request.path_params["code"])
        if found is None:
            return JSONResponse({"v": None}, 404)
        etag = f'"{found[0]}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return JSONResponse({"v": found[0]}, headers=headers)

    async def enter(self, request: Request) -> Response:
        """Take in who says who they are."""
        room = await self._room(request)
        if isinstance(room, Response):
            return room
        cookie, form = await self._sent(request, room, _ACTOR)
        device = codes.device(self._hall.secret, room.id, cookie)
        try:
            actor = ballots.read_actor(form, room.actors)
        except BallotRefusedError as error:
            shown = await self._hall.run(partial(self._shown, room, cookie, change=True))
            return answer("telephone", shown | {"refused": str(error)}, 422)
        held = await self._hall.run(self._hall.box.person, room.id, device)
        joined = self._hall.box.join(room.id, device, held[0] if held else 1, actor)
        if not await asyncio.wrap_future(joined):
            return closed_door(room)
        return RedirectResponse(here(room), 303)

    async def next_person(self, request: Request) -> Response:
        """Hand a shared tablet on: who comes next says who they are."""
        room = await self._room(request)
        if isinstance(room, Response):
            return room
        cookie, _ = await self._sent(request, room, "suivante")
        device = codes.device(self._hall.secret, room.id, cookie)
        held = await self._hall.run(self._hall.box.person, room.id, device)
        if held and room.shared:
            following = self._hall.box.join(room.id, device, held[0] + 1, ballots.OTHER)
            await asyncio.wrap_future(following)
        return RedirectResponse(f"{here(room)}?acteur=changer", 303)

    async def vote(self, request: Request) -> Response:
        """Keep an answer; say when the question does not take it any more."""
        rank = request.path_params["rank"]
        room = await self._room(request)
        if isinstance(room, Response):
            return room
        steps = room.progress.steps
        if rank >= len(steps) or not steps[rank].asked:
            return message("Introuvable", "Cette question n’existe pas.", status=404, way_out=back(room))
        cookie, form = await self._sent(request, room, f"{rank}")
        device = codes.device(self._hall.secret, room.id, cookie)
        held = await self._hall.run(self._hall.box.person, room.id, device)
        if held is None:
            return RedirectResponse(here(room), 303)
        step = steps[rank]
        try:
            given = ballots.read(step, form)
        except BallotRefusedError as error:
            shown = await self._hall.run(self._shown, room, cookie)
            return answer("telephone", shown | {"refused": str(error)}, 422)
        ballot = Ballot(room.id, rank, _round(form), device, held[0], held[1], given)
        if not await asyncio.wrap_future(self._hall.box.cast(ballot, time.time())):
            return message(
                "Cette question est close",
                "Votre réponse est arrivée après la clôture\u202f: elle ne compte pas.",
                status=409,
                way_out=back(room),
            )
        return RedirectResponse(here(room), 303)

    def _shown(self, room: Room, cookie: str, *, change: bool = False) -> dict[str, Any]:
        """Return what a telephone shows now."""
        device = codes.device(self._hall.secret, room.id, cookie)
        held = self._hall.box.person(room.id, device)
        step = room.progress.step
        shown = told.telephone(room, step)
        shown |= {"here": here(room), "code": codes.written(room.code or ""), "own": {}, "refused": ""}
        shown |= {"actor": held[1] if held else "", "next_token": self._token(room, device, "suivante")}
        if change or held is None:
            return shown | {"form": _ACTOR, "token": self._token(room, device, _ACTOR), "waiting": False}
        if step.asked and step.state is StepState.OPEN:
            own = self._hall.box.own(room.id, device, held[0]).get((step.rank, step.round), {})
            token = self._token(room, device, f"{step.rank}")
            return shown | {"form": "question", "token": token, "own": own, "waiting": False}
        return shown | {"form": "", "token": "", "waiting": True}


def _round(form: Form) -> int:
    given = (form.get("tour") or ["1"])[-1]
    return int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 1
