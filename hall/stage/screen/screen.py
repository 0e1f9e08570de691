"""The projector: one page that follows the desk, and obeys the keys where the desk was taken."""

from __future__ import annotations

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exports.qr import qr_svg
from hall.book import codes
from hall.book.drawings import COLOURS, SHAPES
from hall.book.rooms import Room
from hall.book.steps import Kind
from hall.stage import reveal
from hall.stage.addresses import is_local, of_telephones
from hall.stage.hall import Hall
from hall.stage.participants import NO_INTERNET
from hall.stage.render import answer, fragment, message
from hall.stage.screen.shown import view
from hall.stage.screen.view import View


class Screen:
    """The routes of the projector over one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def page(self, request: Request) -> Response:
        """Answer the whole page."""
        room = await self._room(request)
        if room is None:
            return _gone()
        made = await self._hall.run(self._view, room, request)
        data = {"title": f"Écran\u202f: {room.title}", "room": room, "view": made}
        return answer("ecran", data)

    async def part(self, request: Request) -> Response:
        """Answer what is on the screen now, or that it has not changed."""
        versions = await self._hall.found(self._hall.book.versions, request.path_params["code"])
        if versions is None:
            return HTMLResponse("", 404)
        # It changes with the answers, and does not tell how many they are.
        seen = ".".join(map(str, versions))
        etag = f'"{codes.form_token(self._hall.secret, request.path_params["code"], "ecran", seen)}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        room = await self._room(request)
        if room is None:
            return HTMLResponse("", 404)
        self._hall.shapes[room.id] = _asked(request, "forme", SHAPES)
        made = await self._hall.run(self._view, room, request)
        ahead = BackgroundTask(self._hall.run, reveal.prepare, self._hall.box, room)
        return HTMLResponse(fragment("vue", {"view": made}), headers=headers, background=ahead)

    async def _room(self, request: Request) -> Room | None:
        return await self._hall.found(self._hall.book.called, request.path_params["code"])

    def _view(self, room: Room, request: Request) -> View:
        step, box = room.progress.step, self._hall.box
        base = of_telephones(room.address, str(request.base_url))
        made = view(room, step, reveal.revealed(box, room, step), box.answered(room))
        made.address = _bare(f"{base}/salle")
        made.code = "" if made.alone else codes.written(room.code or "")
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
