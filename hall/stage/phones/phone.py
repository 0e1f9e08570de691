"""A telephone: type the code, say who one is, answer what is open; plain forms that need no script."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from hall.book import ballots, codes
from hall.book.ballots import Answer, Ballot, Form
from hall.book.errors import BallotRefusedError
from hall.book.rooms import Room
from hall.stage.phones import page
from hall.stage.phones.page import Shown
from hall.stage.phones.reception import Reception, back, closed_door, here, remembered
from hall.stage.render import answer, answer_alike, message


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
        met = await self._met(request, partial(self._shown, request, request.query_params))
        if isinstance(met, Response):
            return met
        room, cookie, shown = met
        if shown is None:
            return closed_door(room)
        return remembered(answer_alike("telephone", shown.data, shown.alike, shown.proofs), request, cookie)

    async def state(self, request: Request) -> Response:
        """Tell a telephone whether the presenter has moved."""
        found = await self._hall.found(
            self._hall.book.versions, request.path_params["code"], self._hall.telephones
        )
        if found is None:
            return JSONResponse({"v": None}, 404)
        etag = f'"{found.version}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return JSONResponse({"v": found.version, "q": found.moment}, headers=headers)

    async def enter(self, request: Request) -> Response:
        """Take in who says who they are."""
        met = await self._met(request, self._held)
        if isinstance(met, Response):
            return met
        room, cookie, held = met
        device, form = await self._sent(request, room, page.ACTOR)
        try:
            actor = ballots.read_actor(form, room.actors)
        except BallotRefusedError as error:
            return await self._refused(request, room, cookie, {page.ACTOR: page.CHANGE}, str(error))
        if held is None:
            self._let_in(room)
        joined = self._hall.box.join(room.id, device, held[0] if held else 1, actor)
        if not await asyncio.wrap_future(joined):
            return closed_door(room)
        return RedirectResponse(page.entered(room), 303)

    async def next_person(self, request: Request) -> Response:
        """Hand a shared tablet on: who comes next says who they are."""
        met = await self._met(request, self._held)
        if isinstance(met, Response):
            return met
        room, _, held = met
        device, _ = await self._sent(request, room, page.NEXT_PERSON)
        if held and room.shared:
            self._let_in(room)
            following = self._hall.box.join(room.id, device, held[0] + 1, ballots.NOBODY_YET)
            await asyncio.wrap_future(following)
        return RedirectResponse(f"{here(room)}?{page.ACTOR}={page.NEXT_PERSON}", 303)

    async def vote(self, request: Request) -> Response:
        """Keep an answer; say when the question does not take it any more."""
        rank = request.path_params["rank"]
        met = await self._met(request, self._held)
        if isinstance(met, Response):
            return met
        room, cookie, held = met
        steps = room.progress.steps
        if rank >= len(steps) or not steps[rank].asked:
            return message("Introuvable", "Cette question n’existe pas.", status=404, way_out=back(room))
        device, form = await self._sent(request, room, f"{rank}")
        if held is None or not held[1]:
            return RedirectResponse(here(room), 303)
        step = steps[rank]
        try:
            given = ballots.read(step, form)
        except BallotRefusedError as error:
            asked = {page.ANSWER: page.CHANGE}
            own = {"own": ballots.retained(step, form)} if rank == room.progress.at else {}
            return await self._refused(request, room, cookie, asked, str(error), own)
        ballot = Ballot(room.id, rank, _round(form), device, held[0], held[1], given)
        if not await asyncio.wrap_future(self._hall.box.cast(ballot, self._hall.now())):
            before = (rank, ballot.round) in await self._hall.telephones.run(
                self._hall.box.own, room.id, device, held[0]
            )
            return message(
                "Cette question est close",
                "Votre réponse est arrivée après la clôture\u202f: elle ne compte pas.",
                *["Celle que vous aviez envoyée avant reste enregistrée."] * before,
                status=409,
                way_out=back(room),
            )
        changed = form.get(page.ANSWER) == [page.CHANGED]
        return RedirectResponse(f"{here(room)}?{page.ANSWER}={page.CHANGED}" if changed else here(room), 303)

    def _shown(self, request: Request, asked: Mapping[str, str], room: Room, cookie: str) -> Shown | None:
        """Return what a telephone shows now; None where the door is closed to it."""
        return page.shown(self._hall, room, cookie, asked, request.headers.get("host", ""))

    async def _refused(
        self,
        request: Request,
        room: Room,
        cookie: str,
        asked: Mapping[str, str],
        why: str,
        own: Mapping[str, Answer] = MappingProxyType({}),
    ) -> Response:
        """Show a form again with what it held, and why it was not taken."""
        shown = await self._hall.telephones.run(self._shown, request, asked, room, cookie)
        if shown is None:
            return closed_door(room)
        return answer("telephone", {**shown.data(), **shown.proofs, **own, "refused": why}, 422)


def _round(form: Form) -> int:
    given = (form.get("tour") or ["1"])[-1]
    return int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 1
