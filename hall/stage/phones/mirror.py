"""The mirror: anyone notes the domains of a region and sees them beside the measures; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hall.book import ballots
from hall.book.ballots import Form
from hall.book.errors import BallotRefusedError
from hall.book.steps import Kind, Step
from hall.stage.limits import read_form
from hall.stage.plan.new_room import footer
from hall.stage.plan.sequence import notes
from hall.stage.render import answer
from indicators.results import REFERENCE, Results
from readings.debate import voices
from readings.mirror import practices, words
from wording import mentions

ADDRESS = "/miroir"
_SITE = f"Tableau de bord de l’{mentions.OBSERVATORY}"


class Mirror:
    """The routes of the mirror. `results`: of the edition that everybody sees."""

    def __init__(self, results: Callable[[], Results], run: Callable[..., Any]) -> None:
        self._results, self._run = results, run

    async def page(self, request: Request) -> Response:
        """Show the regions, or the questions of one."""
        return answer(*await self._run(self._asked, request.query_params.get("region", ""), {}, ""))

    async def seen(self, request: Request) -> Response:
        """Show the mirror of what was sent, and forget it."""
        form = await read_form(request)
        return answer(*await self._run(self._seen, request.query_params.get("region", ""), form))

    def _asked(self, region: str, own: dict[str, Any], refused: str) -> tuple[str, dict[str, Any], int]:
        results = self._results()
        names = results.vocabulary().names
        known = results.vocabulary().regions
        data: dict[str, Any] = {"site": _SITE, "regions": known, "refused": refused, "own": own, "lines": ()}
        if region not in known:
            return (
                "miroir",
                data | {"title": "Votre miroir\u202f: quel est votre territoire\u202f?", "region": ""},
                200,
            )
        data |= {
            "title": f"Votre regard sur les fragilités {names[region].name_in}",
            "region": region,
            "steps": [Step(0, Kind.NOTES, subject) for subject in notes(results, region)],
            "practice_questions": practices.practices(results),
        }
        return "miroir", data, 422 if refused else 200

    def _seen(self, region: str, form: Form) -> tuple[str, dict[str, Any], int]:
        results = self._results()
        known = results.vocabulary()
        if region not in known.regions:
            return self._asked(region, {}, "")
        try:
            given = ballots.read(Step(0, Kind.NOTES, {"domaines": known.domains}), form)["notes"]
        except BallotRefusedError as error:
            return self._asked(region, {}, str(error))
        measured = voices.measured(results, region, REFERENCE)
        surveys = voices.surveys(results, region, REFERENCE)
        asked = practices.practices(results)
        chosen = {code for practice in asked for code in form.get(practice.name, ())}
        data = {
            "site": _SITE,
            "title": f"Votre miroir {known.names[region].name_in}",
            "refused": "",
            "region": region,
            "sentences": words.sentences(given, measured, known.domains),
            "lines": words.lines(given, measured, surveys, known.domains, known.actors),
            "practices": practices.sentences(asked, chosen),
            "footer": footer(results),
        }
        return "miroir", data, 200
