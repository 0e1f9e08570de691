"""Three gaps between what is felt and what is measured, whose sign can be stated; never more than is known.

The latest survey of each actor speaks for a domain. What a published top list does not name counts when its
best possible rank already proves the sign. A gap never says that people are wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indicators.crossed import Crossed
from indicators.gap_signs import STATED
from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, by
from readings.debate.gap_points import CORNERS, Stated, stated
from readings.debate.places import places
from readings.debate.point import MOST
from readings.phrases import measured_dates, reach
from wording.numbers import counted

_CORNER = ["region_code", "figure_id", "verdict"]


def gaps(results: Results, region: str, method: Method) -> tuple[Stated, ...]:
    """Return the gaps to talk about, at most three: of different actors first, never a domain twice."""
    return _chosen(every(results, region, method))


def every(results: Results, region: str, method: Method) -> list[Stated]:
    """Return every gap whose sign is stated, one a domain and an actor, the strongest first."""
    return results.once(
        ("debate gaps", region, method),
        lambda: sorted(_every(results, region, method), key=lambda gap: (gap.sign == "nul", -gap.strength)),
    )


def _chosen(found: Sequence[Stated]) -> tuple[Stated, ...]:
    chosen: list[Stated] = []
    for only_new_actors in (True, False):
        for gap in found:
            actors = {other.actor_code for other in chosen} if only_new_actors else set()
            domains = {other.domain_code for other in chosen}
            if len(chosen) < MOST and gap.actor_code not in actors and gap.domain_code not in domains:
                chosen.append(gap)
    return tuple(chosen)


def note(found: tuple[Stated, ...], *, heard: bool, established: int) -> str:
    """Say why there are fewer than three, or of how many `established` ones they are the strongest.

    `heard`: something felt is published for the region.
    """
    if len(found) == MOST:
        whole = counted(established, "écart établi", "écarts établis")
        return f"Ce sont {MOST} des {whole}, un par domaine et par acteur." if established > MOST else ""
    if not found and not heard:
        return "Rien n’est publié sur la fragilité ressentie dans la région\u202f: aucun écart ne se calcule."
    if not found:
        return (
            "Du ressenti est publié pour la région, mais le sens d’aucun écart n’est établi, "
            "ce qui ne dit pas qu’il n’y en a pas. Rien n’est estimé à la place."
        )
    return (
        "Aucun autre écart ne peut être établi\u202f: ailleurs, le ressenti n’est pas publié pour la région, "
        "ou ne permet pas de conclure."
    )


def heard(results: Results, region: str, method: Method) -> bool:
    """Say whether any actor has a figure for the region."""
    return any(region in _read(results, actor, method).gaps for actor in results.vocabulary().actors_the)


@dataclass(frozen=True)
class _Read:
    """What is found of an actor in each region: its gaps, what top lists leave out, its corners."""

    gaps: Mapping[str, list[Row]]
    unnamed: Mapping[str, list[Row]]
    corners: Mapping[str, list[Row]]


def _read(results: Results, actor: str, method: Method) -> _Read:
    return results.once(
        ("debate rows", actor, method), lambda: _by_region(results.crossed(actor, method=method))
    )


def _by_region(crossed: Crossed) -> _Read:
    """Read the rows of all regions: each is asked for, and has fifty columns."""
    dates = dict(zip(crossed.gaps["wave"].tolist(), crossed.gaps["survey_date"].tolist(), strict=True))
    # What a top list leaves out has the date of the survey that published the list.
    unnamed = crossed.unnamed.assign(survey_date=crossed.unnamed["wave"].map(dates))
    corners = crossed.quadrants.loc[crossed.quadrants["among"] == "domaines", _CORNER]
    named = corners[corners["verdict"].isin(CORNERS)]
    return _Read(*(by(rows, "region_code") for rows in (crossed.gaps, unnamed, named)))


def _every(results: Results, region: str, method: Method) -> Iterator[Stated]:
    """Yield one gap a domain and an actor: that of the latest survey, when all its figures agree on it."""
    words, dates = results.vocabulary(), measured_dates.by_domain(results)
    ranks = places(results, method, region, "domaines")
    moved = reach.inside_of(results, method)
    for actor in words.actors_the:
        read = _read(results, actor, method)
        rows = [*read.gaps.get(region, []), *read.unnamed.get(region, [])]
        corners = {str(row["figure_id"]): row for row in read.corners.get(region, [])}
        for found in _latest(rows):
            signs = {row["stated_sign"] for row in found}
            if len(signs) == 1 and signs <= set(STATED):
                may = moved.get((region, str(found[0]["domain_code"])), "")
                worded = (stated(row, words, ranks, dates, corners, may) for row in found)
                yield max(worded, key=lambda gap: gap.strength)


def _latest(rows: list[Row]) -> list[list[Row]]:
    """Group the rows by domain, each with its latest survey only."""
    last: dict[str, str] = {}
    for row in rows:
        last[row["domain_code"]] = max(last.get(row["domain_code"], ""), row["survey_date"])
    return [
        [row for row in rows if row["domain_code"] == domain and row["survey_date"] == date]
        for domain, date in last.items()
    ]
