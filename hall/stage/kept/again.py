"""The same sequence elsewhere, from the desk: another region or another day, no answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from hall.book import codes
from hall.book.rooms import Room
from hall.stage.buttons import here
from hall.stage.hall import Hall
from hall.stage.limits import read_form
from hall.stage.plan.alike import new_alike
from hall.stage.plan.new_room import MOST_TITLE
from hall.stage.render import answer, message
from indicators.results import Results
from wording import mentions
from wording.lists import alphabetical

_OTHER = (
    "Les chiffres seront ceux des données publiques d’aujourd’hui, qui ne sont pas celles de cette salle."
)


class Again:
    """The routes of « même séquence ». `held`: see `files.Files`; `lent`: seconds that a link waits."""

    def __init__(
        self,
        hall: Hall,
        results: Callable[[], Results],
        held: Callable[[Request], Awaitable[Room | Response]],
        lent: float,
    ) -> None:
        self._hall, self._results, self._held, self._lent = hall, results, held, lent

    async def page(self, request: Request) -> Response:
        """Ask for a region and a name."""
        room = await self._held(request)
        if isinstance(room, Response):
            return room
        return answer("semblable", await self._hall.run(self._asked, room))

    async def make(self, request: Request) -> Response:
        """Make the room, say what is left out, and give its desk."""
        form = await read_form(request)
        room = await self._held(request)
        if isinstance(room, Response):
            return room
        region, given = ((form.get(name) or [""])[-1] for name in ("region", "titre"))
        title = "".join(sign for sign in given if sign.isprintable()).strip()[:MOST_TITLE]
        if region not in (await self._hall.run(self._results().vocabulary)).regions:
            return answer("semblable", await self._hall.run(self._asked, room), 422)
        return await self._hall.run(self._made, room, region, title)

    def _asked(self, room: Room) -> dict[str, object]:
        other = room.edition != self._results().edition().sha256
        return {
            "title": "Même séquence, autre salle",
            "room": room,
            "here": here(room),
            "regions": alphabetical(self._results().vocabulary().regions),
            "about": _OTHER if other else "",
        }

    def _made(self, room: Room, region: str, title: str) -> Response:
        book = self._hall.book
        made, left = new_alike(book, self._results(), region, room, title)
        key = book.lend(made.id, self._hall.now(), self._lent)
        fictional = [mentions.NOT_MEASURED] if mentions.FICTIONAL in made.footer else []
        return message(
            "L’écran est prêt" if made.progress.alone else f"La salle {codes.written(made.code)} est prête",
            f"«\u00a0{made.title}\u00a0»\u202f: {len(made.progress.steps)}\u00a0étapes, aucune réponse.",
            *left,
            *fictional,
            status=200,
            way_out=(f"/regie/ouvrir?jeton={key}", "Ouvrir sa régie"),
        )
