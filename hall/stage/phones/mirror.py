"""The mirror: anyone notes the domains of a region and sees them beside the measures; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hall.book import ballots
from hall.book.ballots import Form
from hall.book.errors import BallotRefusedError
from hall.book.steps import Kind, Step
from hall.stage.edition_memory import EditionMemory
from hall.stage.limits import read_form
from hall.stage.plan.new_room import footer
from hall.stage.plan.sequence import notes
from hall.stage.render import answer
from hall.stage.screen.view import Mark, ranked_mark
from indicators.results import REFERENCE, Results
from readings.debate import voices
from readings.mirror import practices, words
from wording import mentions
from wording.lists import alphabetical

ADDRESS = "/miroir"
_NOTHING_NOTED = "Donnez une note, de 0 à 10, à un domaine au moins."
# The button of the mirror that leads back to its questions.
CHANGE = "modifier"
_SITE = f"Tableau de bord de l’{mentions.OBSERVATORY}"
# Domains that are noted at once: a telephone shows no more.
_A_SCREEN = 4
# A whole room may open its mirror at the same moment, when the last screen shows the code of it.
_PRACTICES = EditionMemory(13)
Page = tuple[str, dict[str, Any], int]


class Mirror:
    """The routes of the mirror. `results`: of the edition that everybody sees."""

    def __init__(self, results: Callable[[], Results], run: Callable[..., Any]) -> None:
        self._results, self._run = results, run

    async def page(self, request: Request) -> Response:
        """Show the regions, or the questions of one."""
        region = request.query_params.get("region", "")
        return answer(*await self._run(asked, self._results(), region))

    async def seen(self, request: Request) -> Response:
        """Show the mirror of what was sent, and forget it; or its questions again, to change an answer."""
        form = await read_form(request)
        region = request.query_params.get("region", "")
        return answer(*await self._run(mirror, self._results(), region, form))


def asked(results: Results, region: str, form: Form | None = None, refused: str = "") -> Page:
    """Return the questions of a region, or the regions; `form`: what was answered before."""
    known = results.vocabulary()
    data = _head(results) | {"regions": alphabetical(known.regions), "refused": refused, "region": ""}
    if region not in known.regions:
        return "miroir", data | {"title": "Votre miroir\u202f: quel est votre territoire\u202f?"}, 200
    given = form or {}
    notes_given = noted(known.domains, given)
    data |= {
        "title": f"Votre regard sur les fragilités {known.names[region].name_in}",
        "region": region,
        "steps": [
            Step(0, Kind.NOTES, screen) for axis in notes(results, region) for screen in _screens(axis)
        ],
        "practices": _practices(results, region),
        "own": {"notes": notes_given} if notes_given else {},
        "given": {code for codes in given.values() for code in codes},
    }
    return "miroir_questions", data, 422 if refused else 200


def _head(results: Results) -> dict[str, Any]:
    fictional = results.edition().fictional
    return {"site": _SITE, "warning": mentions.NOT_MEASURED if fictional else ""}


def _practices(results: Results, region: str) -> list[practices.Practice]:
    return _PRACTICES.of(results).once(region, lambda: practices.practices(results, region))


def _screens(axis: dict[str, Any]) -> list[dict[str, Any]]:
    """Cut the domains of an axis into screens of a telephone, as even as they can be."""
    domains = list(axis["domaines"].items())
    parts = -(-len(domains) // _A_SCREEN)
    size = -(-len(domains) // parts)
    return [
        axis | {"domaines": dict(domains[start : start + size])} for start in range(0, len(domains), size)
    ]


def noted(domains: Mapping[str, str], form: Form) -> dict[str, int]:
    """Return the notes of a form; none where it holds none, or what is none."""
    try:
        found: dict[str, int] = ballots.read(Step(0, Kind.NOTES, {"domaines": domains}), form)["notes"]
    except BallotRefusedError:
        return {}
    return found


def mirror(results: Results, region: str, form: Form) -> Page:
    """Return the mirror of what was answered; its questions again without a note, or to change one."""
    known = results.vocabulary()
    if region not in known.regions or CHANGE in form:
        return asked(results, region, form)
    given = noted(known.domains, form)
    if not given:
        return asked(results, region, form, _NOTHING_NOTED)
    measured = voices.measured(results, region, REFERENCE)
    surveys = voices.surveys(results, region, REFERENCE)
    co_building = _practices(results, region)
    chosen = {code for practice in co_building for code in form.get(practice.name, ())}
    data = _head(results) | {
        "title": f"Votre miroir {known.names[region].name_in}",
        "region": region,
        "sentences": words.sentences(given, measured, surveys, known.domains, known.actors_the),
        "heads": [known.actors[one.actor] for one in surveys],
        "where": [f"{known.actors[one.actor]}, {one.wave}\u202f: {one.where}, {one.size}" for one in surveys],
        "lines": words.lines(given, measured, surveys, known.domains),
        "marks": marks(given, measured, known.domains),
        "noted": len(given),
        "measured": len(measured),
        "practices": [(one, words.answered(one, chosen)) for one in co_building],
        "sent": _sent(given, co_building, chosen),
        "footer": footer(results),
    }
    return "miroir", data, 200


def marks(
    given: Mapping[str, int], measured: Mapping[str, voices.Rank], domains: Mapping[str, str]
) -> dict[str, list[Mark]]:
    """Draw each domain on one line, the most fragile at its right: the notes, then the measures."""
    own = words.places(given)
    drawn: dict[str, list[Mark]] = {code: [] for code in domains}
    for code, (low, high) in own.items():
        drawn[code].append(ranked_mark("vous", (low + high) / 2, low, high, len(own)))
    for code, rank in measured.items():
        drawn[code].append(ranked_mark("mesures", rank.rank, rank.low, rank.high, len(measured)))
    return drawn


def _sent(
    given: Mapping[str, int], asked: list[practices.Practice], chosen: set[str]
) -> list[tuple[str, str]]:
    """Return the known answers as fields: what a button of the mirror sends again."""
    notes = [(f"note-{code}", str(note)) for code, note in given.items()]
    return notes + [(one.name, code) for one in asked for code in one.choices if code in chosen]
