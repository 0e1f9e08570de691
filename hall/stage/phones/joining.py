"""From one's own mirror to a room: what would be sent is told first, and a second button sends it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hall.book import ballots, codes
from hall.book.ballots import Ballot, Form
from hall.book.errors import BallotRefusedError
from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from hall.stage.limits import read_form
from hall.stage.participants import UNHEARD, answering_as, promise
from hall.stage.phones.reception import (
    Reception,
    back,
    closed_door,
    cookie_of,
    here,
    of_this_site,
    remembered,
)
from hall.stage.render import answer, message

ADDRESS = "/salle/rejoindre"
_QUESTION = "notes"
_PREFIX = "note-"
_NOT_ASKED = "Cette salle ne prend pas vos notes en ce moment\u202f: rien n’est envoyé, rien n’est gardé."


class Joining(Reception):
    """The routes that lead from the mirror to a room."""

    async def told(self, request: Request) -> Response:
        """Tell what would be sent, and to whom; nothing is."""
        of_this_site(request)
        form = await read_form(request)
        typed = (form.get("code") or [""])[-1]
        room = await self._hall.found(self._hall.book.called, typed, self._hall.telephones)
        if room is None:
            refused = "Aucune salle n’a ce code en ce moment\u202f: vérifiez celui qui est à l’écran."
            return answer("rejoindre", _again(form, refused), 404)
        cookie = cookie_of(request)
        shown = await self._hall.telephones.run(self._told, room, cookie, form)
        return remembered(answer("rejoindre", shown), request, cookie)

    async def send(self, request: Request) -> Response:
        """Send the notes as the ballots of the questions that are open."""
        met = await self._met(request, self._held)
        if isinstance(met, Response):
            return met
        room, cookie, known = met
        device, form = await self._sent(request, room, _QUESTION)
        answers = _answers(room, form)
        if answers:
            try:
                number, actor = known or (1, ballots.NOBODY_YET)
                held = (number, actor or ballots.read_actor(form, room.actors))
            except BallotRefusedError as error:
                shown = await self._hall.telephones.run(self._told, room, cookie, form)
                return answer("rejoindre", shown | {"refused": str(error)}, 422)
            if known is None:
                self._let_in(room)
            if not await asyncio.wrap_future(self._hall.box.join(room.id, device, *held)):
                return closed_door(room)
            now = self._hall.now()
            cast = [
                self._hall.box.cast(Ballot(room.id, step.rank, step.round, device, *held, given), now)
                for step, given in answers
            ]
            # Kept together: what waits is one transaction.
            kept = [await asyncio.wrap_future(one) for one in cast]
            if any(kept):
                return await self._kept(room, cookie, form)
        return message("Vos notes ne sont pas envoyées", _NOT_ASKED, status=409, way_out=back(room))

    async def _kept(self, room: Room, cookie: str, form: Form) -> Response:
        """Lead to the room; what is left stays in a page, which is all that holds it."""
        shown = await self._hall.telephones.run(self._told, room, cookie, form)
        if shown["left"]:
            return answer("rejoindre", shown | {"done": True})
        return RedirectResponse(here(room), 303)

    def _told(self, room: Room, cookie: str, form: Form) -> dict[str, Any]:
        device = codes.device(self._hall.secret, room.id, cookie)
        held = self._held(room, cookie)
        answers = _answers(room, form)
        before = self._hall.box.own(room.id, device, held[0]) if held else {}
        names = {code: name for step, _ in answers for code, name in step.subject["domaines"].items()}
        sent = {code: note for _, given in answers for code, note in given["notes"].items()}
        return _again(form, "") | {
            "room": room,
            "here": here(room),
            "written": codes.written(room.code),
            "why": _why_not(room, form, sent),
            "notes": [(names[code], note) for code, note in sent.items()],
            "left": len(_fields(form)) - len(sent),
            "replaces": any((step.rank, step.round) in before for step, _ in answers),
            "actor": held[1] if held else "",
            "actors": answering_as(room),
            "promise": promise(room),
            "unheard": UNHEARD,
            "token": self._token(room, device, _QUESTION),
        }


def _answers(room: Room, form: Form) -> list[tuple[Step, dict[str, Any]]]:
    """Return what the notes answer to each question of notes that is open in a room of their region."""
    if room.progress.state is not RoomState.OPEN or (form.get("region") or [""])[-1] != room.region:
        return []
    found: list[tuple[Step, dict[str, Any]]] = []
    for step in room.progress.steps:
        if step.kind is Kind.NOTES and step.state is StepState.OPEN:
            try:
                given = ballots.read(step, form)
            except BallotRefusedError:
                continue
            # Where none of its domains was noted, there is nothing to send to it.
            found += [(step, given)] * bool(given["notes"])
    return found


def _why_not(room: Room, form: Form, sent: Mapping[str, int]) -> str:
    """Say why nothing can be sent, or nothing."""
    if (form.get("region") or [""])[-1] != room.region:
        return "Vos notes parlent d’une autre région que cette salle\u202f: elles ne s’y envoient pas."
    return "" if sent else _NOT_ASKED


def _again(form: Form, refused: str) -> dict[str, Any]:
    """Return what the page carries on: the notes, their region, the code as it was typed."""
    fields = [("region", (form.get("region") or [""])[-1][:8]), *_fields(form)]
    code = (form.get("code") or [""])[-1][:32]
    empty = {"room": None, "done": False}
    return empty | {"title": "Rejoindre une salle", "refused": refused, "sent": fields, "given": code}


def _fields(form: Form) -> list[tuple[str, str]]:
    notes = {str(note) for note in ballots.SCALE}
    return [
        (name, given[-1]) for name, given in form.items() if name.startswith(_PREFIX) and given[-1] in notes
    ]
