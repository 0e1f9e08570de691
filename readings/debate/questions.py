"""Three open questions, each born of a number or of its absence; none has its answer in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import pandas as pd

from indicators.method import Method
from indicators.plain_names import of_domain
from indicators.results import Results
from indicators.similarity import Basis
from readings.debate.gap_points import Stated
from readings.debate.point import MOST, Point
from readings.territory import line_words, synthesis
from wording.lists import join
from wording.typography import quoted

_ASKED = "\u202f?"
_COLON = "\u202f: "
_GAPS = {
    "positive": "est plus haut dans le ressenti {of} que dans les mesures"
    f"{_COLON}{{where}}à quoi tient ce ressenti{_ASKED}",
    "negative": "est plus haut dans les mesures que dans le ressenti {of}"
    f"{_COLON}qui, dans la région, le vit de près et pourrait en parler{_ASKED}",
    "nul": "est au même rang dans les mesures et pour {who}"
    f"{_COLON}sommes-nous prêts à en faire une priorité commune{_ASKED}",
}


def questions(results: Results, region: str, method: Method, gaps: Sequence[Stated]) -> tuple[Point, ...]:
    """Return the questions of a region, at most three, the nearest to its own figures first."""
    found = chain(
        _of_a_gap(results, gaps, method),
        _of_priorities(results, region, method),
        _of_the_silent(results, region, method),
        _of_the_similar(results, region),
    )
    return tuple(islice(found, MOST))


def note(found: tuple[Point, ...]) -> str:
    """Say why there are fewer than three."""
    return "" if len(found) == MOST else "Les chiffres de la région n’appellent pas d’autre question."


def _of_a_gap(results: Results, gaps: Sequence[Stated], method: Method) -> Iterator[Point]:
    """Ask about the first gap: what is behind it, never who is right."""
    if not gaps:
        return
    gap = gaps[0]
    domain = results.vocabulary().domains[gap.domain_code]
    who = results.vocabulary().actors_the[gap.actor_code]
    gaps_of_actor = results.crossed(gap.actor_code, method=method).gaps
    where = (
        "ici comme ailleurs, " if _alike(gaps_of_actor, gap, set(results.regions()["region_code"])) else ""
    )
    asked = _GAPS[gap.sign].format(who=who, of="des " + who.removeprefix("les "), where=where)
    yield Point(f"{quoted(domain)} {asked}", gap.point.detail, gap.point.cells)


def _alike(gaps: pd.DataFrame, gap: Stated, every: set[str]) -> bool:
    """Whether the actor is published to give the domain one and the same rank, and in every region."""
    felt = gaps[(gaps["domain_code"] == gap.domain_code) & (gaps["actor_code"] == gap.actor_code)]
    ends = felt[["region_code", "perceived_rank_low", "perceived_rank_high"]].dropna()
    ranks = set(ends["perceived_rank_low"]) | set(ends["perceived_rank_high"])
    return len(ranks) == 1 and set(ends["region_code"]) == every


def _of_priorities(results: Results, region: str, method: Method) -> Iterator[Point]:
    """Ask the question of the observatory: where to start, and with whom."""
    frail, more = line_words.foremost(results.strengths(region, method))
    words, measures = results.vocabulary(), results.measured_by()
    if len(frail) > 1:
        counts = results.scored_indicators()["domain_code"].value_counts()
        # What is read by convention is said beside the name where it is all that measures the domain.
        alone = {code for code in words.conventions if counts.get(code) == 1}
        named = join(
            of_domain(quoted(words.domains[code]), measures[code] if code in alone else "") for code in frail
        )
        among = "Ils sont parmi les" if more else "Ce sont les"
        yield Point(
            f"{named}{_COLON}par lequel commencer, et avec qui{_ASKED}",
            f"{among} domaines les plus fragiles de la région, comparés aux autres régions.",
            (),
        )


def _of_the_silent(results: Results, region: str, method: Method) -> Iterator[Point]:
    """Ask those of whom nothing is published for the region."""
    the = results.vocabulary().actors_the
    gaps = {actor: results.crossed(actor, method=method).gaps for actor in the}
    silent = [the[actor] for actor, rows in gaps.items() if region not in set(rows["region_code"])]
    if silent:
        yield Point(
            f"Que diraient {join(silent)} de ces fragilités{_ASKED}",
            "Rien n’est publié sur leur ressenti dans la région\u202f; rien n’est estimé à la place.",
            (),
        )


def _of_the_similar(results: Results, region: str) -> Iterator[Point]:
    """Ask what could be learnt from the regions that resemble this one."""
    similar = results.similar(region, Basis.PROFILE)
    words = results.vocabulary()
    if not similar.empty:
        named = join(words.names[code].name_the for code in similar["region_code"])
        yield Point(
            f"Que pourrions-nous apprendre des régions qui ressemblent à la nôtre{_COLON}{named}{_ASKED}",
            synthesis.similar_sentence(similar, words.regions, Basis.PROFILE),
            (),
        )
