"""The projector: one page that follows the desk, and obeys the keys where the desk was taken."""

from __future__ import annotations

from functools import partial

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exports.qr import qr_svg
from hall.book import codes
from hall.book.book import Versions
from hall.book.drawings import COLOURS, SHAPES
from hall.book.rooms import Room
from hall.book.steps import Kind, StepState
from hall.stage import reveal
from hall.stage.addresses import is_local, of_telephones
from hall.stage.hall import Hall
from hall.stage.participants import NO_INTERNET
from hall.stage.render import answer, fragment, message
from hall.stage.screen.shown import view
from hall.stage.screen.view import View

# Without an answer for so many seconds, a question may be about to close.
_QUIET = 0.4


class Screen:
    """The routes of the projector over one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def page(self, request: Request) -> Response:
        """Answer the whole page."""
        seen = await self._seen(request)
        if seen is None:
            return _gone()
        room, made = seen
        data = {"title": f"Écran\u202f: {room.title}", "room": room, "view": made}
        return answer("ecran", data)

    async def part(self, request: Request) -> Response:
        """Answer what is on the screen now, or that it has not changed."""
        versions = await self._hall.found(self._hall.book.versions, request.path_params["code"])
        if versions is None:
            return HTMLResponse("", 404)
        # It changes with the answers, and does not tell how many they are.
        known = ".".join(map(str, versions))
        etag = f'"{codes.form_token(self._hall.secret, request.path_params["code"], "ecran", known)}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        seen = await self._seen(request)
        if seen is None:
            return HTMLResponse("", 404)
        room, made = seen
        self._hall.shapes[room.id] = _asked(request, "forme", SHAPES)
        ahead = BackgroundTask(self._prepare, room, versions)
        return HTMLResponse(fragment("vue", {"view": made}), headers=headers, background=ahead)

    async def _prepare(self, room: Room, seen: Versions) -> None:
        """Compute what may be revealed next; while a question is open, once its answers have stopped.

        While they come, each would make it of no use.
        """
        if room.progress.step.state is StepState.OPEN:
            await self._hall.rest(_QUIET)
            if await self._hall.run(self._hall.book.versions, room.code or "") != seen:
                return
        await self._hall.run(reveal.prepare, self._hall.box, room)

    async def _seen(self, request: Request) -> tuple[Room, View] | None:
        """Return the room and what is on its screen; None when no room has this code now."""
        code = request.path_params["code"]
        return await self._hall.met(self._hall.book.called, code, partial(self._view, request))

    def _view(self, request: Request, room: Room) -> View:
        step, box = room.progress.step, self._hall.box
        base = of_telephones(room.address, str(request.base_url))
        made = view(room, step, reveal.revealed(box, room, step), box.answered(room))
        made.address = _bare(f"{base}/salle")
        made.code = "" if made.alone else codes.written(room.code)
        made.codes = [
            (label, _bare(f"{base}{path}"), qr_svg(f"{base}{path}"))
            for label, path in step.subject.get("liens", ())
        ]
        if step.kind is Kind.WELCOME:
            made.qr = qr_svg(f"{base}/salle/{room.code}")
            made.sentences += [NO_INTERNET] * is_local(base)
        if step.kind is Kind.FIGURE:
            shape, colours = _asked(request, "forme", SHAPES), _asked(request, "teinte", COLOURS)
            made.figure = self._hall.book.drawing(room, shape, colours)
        return made


def _asked(request: Request, name: str, known: tuple[str, ...]) -> str:
    """Return what a screen says of itself; the first of what is known when it says something else."""
    given = request.query_params.get(name)
    return given if given in known else known[0]


def _bare(address: str) -> str:
    """Write an address as people type it."""
    return address.removeprefix("http://").removeprefix("https://")


def _gone() -> Response:
    return message(
        "Cette salle n’est pas ouverte",
        "Son code n’est plus valable, ou il est mal écrit.",
        status=404,
        way_out=("/salle", "Entrer un code"),
    )
