"""Every address of the rooms."""

from __future__ import annotations

from collections.abc import Callable

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hall.stage.desk import LENT, Desk
from hall.stage.hall import Hall
from hall.stage.kept.again import Again
from hall.stage.kept.files import Files
from hall.stage.phones import debate_sheet, joining
from hall.stage.phones.mirror import ADDRESS, Mirror
from hall.stage.phones.own_mirror import OwnMirror
from hall.stage.phones.phone import Phone
from hall.stage.render import file, message
from hall.stage.screen.screen import Screen
from indicators.results import Results

# The first part of each address: what the shell around the pages leaves to them.
FOLDERS = ("/salle", "/ecran", "/regie", ADDRESS, debate_sheet.ADDRESS)
# Two hundred boxes in a form: 25 kB as they are written, 3 kB on their way. Nothing in it is secret.
_LIGHT = [Middleware(GZipMiddleware)]


class _Rank(IntegerConvertor):
    """The number of a question; of thousands of digits, Python reads none, and that would be our error."""

    regex = "[0-9]{1,4}"


register_url_convertor("rank", _Rank())


def routes(hall: Hall, results: Callable[[], Results]) -> list[BaseRoute]:
    """Return the routes of the rooms and of the mirror; `results`: of the edition that everybody sees."""
    mirror = Mirror(results, hall.telephones.run)
    phone, joins, screen, desk = Phone(hall), joining.Joining(hall), Screen(hall), Desk(hall)
    files, again = Files(hall, desk.held), Again(hall, results, desk.held, LENT)
    return [
        Route("/salle", phone.door),
        Route("/salle/fichiers/{name}", file),
        Route(joining.ADDRESS, joins.told, methods=["POST"]),
        Route("/salle/{code}", phone.page),
        Route("/salle/{code}/miroir", OwnMirror(hall).page),
        Route("/salle/{code}/notes", joins.send, methods=["POST"]),
        Route("/salle/{code}/etat", phone.state),
        Route("/salle/{code}/acteur", phone.enter, methods=["POST"]),
        Route("/salle/{code}/suivante", phone.next_person, methods=["POST"]),
        Route("/salle/{code}/{rank:rank}", phone.vote, methods=["POST"]),
        Route(ADDRESS, mirror.page, middleware=_LIGHT),
        Route(ADDRESS, mirror.seen, methods=["POST"], middleware=_LIGHT),
        Route(
            debate_sheet.ADDRESS,
            debate_sheet.DebateSheet(results, hall.telephones.run).page,
            middleware=_LIGHT,
        ),
        Route("/ecran/{code}", screen.page),
        Route("/ecran/{code}/vue", screen.part),
        Route("/regie", desk.every),
        Route("/regie/ouvrir", desk.take),
        Route("/regie/{code}", desk.page),
        Route("/regie/{code}/etat", desk.state),
        Route("/regie/{code}/geste", desk.gesture, methods=["POST"]),
        Route("/regie/{code}/preter", desk.lend, methods=["POST"]),
        Route("/regie/{code}/exporter", files.export),
        Route("/regie/{code}/fiche", files.sheet),
        Route("/regie/{code}/semblable", again.page),
        Route("/regie/{code}/semblable", again.make, methods=["POST"]),
        Route("/regie/{code}/terminer", desk.confirm),
        Route("/regie/{code}/effacer", desk.confirm),
        Route("/regie/{code}/effacer", desk.erase, methods=["POST"]),
        # Nothing else is there: behind these routes, Streamlit answers its own page under any address.
        *(
            Route(f"{folder}{rest}", _missing, methods=["GET", "POST"])
            for folder in FOLDERS
            for rest in ("", "/{rest:path}")
        ),
    ]


async def _missing(request: Request) -> Response:
    """Leave out a final slash; say that there is nothing under any other address."""
    bare = request.url.path.rstrip("/")
    if bare != request.url.path:
        query = request.url.query
        return RedirectResponse(f"{bare}?{query}" if query else bare, 301, {"Cache-Control": "no-cache"})
    raise HTTPException(404, "Cette adresse n’existe pas.")


async def refused(request: Request, error: Exception) -> Response:
    """Say why a form of a room was not taken, and lead back; elsewhere, what Starlette says of it."""
    known = error if isinstance(error, HTTPException) else HTTPException(500, "Réessayez dans un instant.")
    status, said = known.status_code, known.detail
    if not request.url.path.startswith(FOLDERS):
        return PlainTextResponse(said, status)
    found = message("Ce n’est pas passé", said, status=status, way_out=("/salle", "Revenir à la salle"))
    found.headers.update(known.headers or {})
    return found
