"""The fiche-débat of a region on a telephone: the page that is downloaded elsewhere, under an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cachetools import LRUCache
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
        self._made: LRUCache[tuple[str, str, str], bytes] = LRUCache(_KEPT)

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
        asked = (results.edition().sha256, region, link)
        if asked not in self._made:
            self._made[asked] = await self._run(make_html, results, region, link)
        return HTMLResponse(self._made[asked])
