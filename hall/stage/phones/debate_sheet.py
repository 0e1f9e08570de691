"""The fiche-débat of a region on a telephone: the page that is downloaded elsewhere, under an address."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition
from typing import Any

from cachetools import LRUCache, cached
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exports.address import announced, view_link
from exports.debate.web_sheet import make_html
from hall.stage.render import message
from indicators.results import Results

ADDRESS = "/fiche-debat"
# Thirteen regions of the edition that everybody sees, and of the one before.
_KEPT = 26


class DebateSheet:
    """The route of the fiche-débat. `results`: of the edition that everybody sees."""

    def __init__(self, results: Callable[[], Results], run: Callable[..., Any]) -> None:
        self._results, self._run = results, run

    async def page(self, request: Request) -> Response:
        """Show the fiche-débat of a region."""
        results, region = self._results(), request.query_params.get("region", "")
        if region not in results.vocabulary().regions:
            return message(
                "Quelle région\u202f?",
                "Choisissez-la dans «\u00a0Mon territoire\u00a0».",
                status=404,
                way_out=("/mon-territoire", "Choisir une région"),
            )
        link = view_link(announced(), "mon-territoire", {"region": region}) if announced() else ""
        return HTMLResponse(await self._run(_sheet, results, region, link))


# A whole room asks for it at the same moment: it is made once, and who comes meanwhile waits for it.
@cached(
    LRUCache(_KEPT),
    key=lambda results, region, link: (results.edition().sha256, region, link),
    condition=Condition(),
)
def _sheet(results: Results, region: str, link: str) -> bytes:
    return make_html(results, region, link)
