"""The fiche-débat of one region, chosen and worded from what is computed elsewhere."""

from __future__ import annotations

from indicators.method import Method
from indicators.results import REFERENCE, Results
from indicators.score_table import WHOLE
from readings.debate import facts, gaps, questions
from readings.debate.point import Debate
from readings.phrases.reach import reached_of
from readings.territory import line_words


def debate(results: Results, region: str, method: Method = REFERENCE) -> Debate:
    """Return the fiche-débat of a region (INSEE code); raises `MethodError`.

    Three marked figures, three gaps, three open questions, or fewer with a note that says why. The same data
    and method give the same words; they are found once for a page, a room and a report.
    """
    return results.once(("debate", region, method), lambda: _made(results, region, method))


def _made(results: Results, region: str, method: Method) -> Debate:
    words = results.vocabulary()
    name = words.regions[region]
    found = facts.facts(results, region, method)
    stated = gaps.gaps(results, region, method)
    asked = questions.questions(results, region, method, stated)
    return Debate(
        region=region,
        name=name,
        finding=line_words.finding(results.strengths(region, method), words.domains, results.measured_by()),
        overall=line_words.overall(
            results.rank_intervals(method), region, reached_of(results, method, WHOLE)
        ),
        facts=found,
        gaps=tuple(gap.point for gap in stated),
        questions=asked,
        facts_note=facts.note(found),
        gaps_note=gaps.note(
            stated,
            heard=gaps.heard(results, region, method),
            established=len(gaps.every(results, region, method)),
        ),
        questions_note=questions.note(asked),
    )
