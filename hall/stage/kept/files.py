"""The files of a room, for whoever holds its desk: the zip, the sheet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exports.room import make_html
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.stage import reveal
from hall.stage.buttons import here
from hall.stage.hall import Hall
from hall.stage.kept.sheet import sheet
from hall.stage.kept.taken_home import file_name, taken_home
from hall.stage.render import message

_NOT_KEPT = {"Cache-Control": "no-store"}


class Files:
    """The routes of what a room takes home. `held`: the room whose desk a browser has, or why not."""

    def __init__(self, hall: Hall, held: Callable[[Request], Awaitable[Room | Response]]) -> None:
        self._hall, self._held = hall, held

    async def export(self, request: Request) -> Response:
        """Give away what the room may take home."""
        room = await self._held(request)
        if isinstance(room, Response):
            return room
        try:
            made = await self._hall.run(taken_home, self._hall.box, room, self._hall.today())
        except RoomError as error:
            return message(
                "Rien à exporter", str(error), status=409, way_out=(here(room), "Revenir à la régie")
            )
        headers = {"Content-Disposition": f'attachment; filename="{file_name(room)}"'} | _NOT_KEPT
        return Response(made, media_type="application/zip", headers=headers)

    async def sheet(self, request: Request) -> Response:
        """Show the sheet of the room: what was revealed, and nothing else."""
        room = await self._held(request)
        if isinstance(room, Response):
            return room
        made = await self._hall.run(self._sheet, room)
        return HTMLResponse(made, headers=_NOT_KEPT)

    def _sheet(self, room: Room) -> bytes:
        return make_html(sheet(room, reveal.frozen(self._hall.box, room)))
