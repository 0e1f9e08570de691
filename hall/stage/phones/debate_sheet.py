"""The fiche-débat of a region on a telephone: the page that is downloaded elsewhere, under an address."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exports.address import announced, view_link
from exports.debate.web_sheet import make_html
from hall.stage.edition_memory import EditionMemory
from hall.stage.render import message
from indicators.results import Results

ADDRESS = "/fiche-debat"
# A whole room asks for it at the same moment: it is made once, and who comes meanwhile waits for it.
_SHEETS = EditionMemory(13)


class DebateSheet:
    """The route of the fiche-débat. `results`: of the edition that everybody sees."""

    def __init__(self, results: Callable[[], Results], run: Callable[..., Any]) -> None:
        self._results, self._run = results, run

    async def page(self, request: Request) -> Response:
        """Show the fiche-débat of a region."""
        results, region = self._results(), request.query_params.get("region", "")
        if region not in (await self._run(results.vocabulary)).regions:
            return message(
                "Quelle région\u202f?",
                "Choisissez-la dans «\u00a0Mon territoire\u00a0».",
                status=404,
                way_out=("/mon-territoire", "Choisir une région"),
            )
        link = view_link(announced(), "mon-territoire", {"region": region}) if announced() else ""
        made = partial(make_html, results, region, link)
        return HTMLResponse(await self._run(_SHEETS.of(results).once, (region, link), made))
