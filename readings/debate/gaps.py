"""Three gaps between what is felt and what is measured, whose sign can be stated; never more than is known.

The latest survey of each actor speaks for a domain. What a published top list does not name counts when its
best possible rank already proves the sign. A gap never says that people are wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.gap_signs import STATED
from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, records
from readings.debate.gap_points import CORNERS, Stated, stated
from readings.debate.point import MOST
from readings.phrases import measured_dates, reach

_CORNER = ["region_code", "figure_id", "verdict"]


def gaps(results: Results, region: str, method: Method) -> tuple[Stated, ...]:
    """Return the gaps to talk about, at most three: of different actors first, never a domain twice."""
    return results.once(("debate gaps", region, method), lambda: _chosen(results, region, method))


def _chosen(results: Results, region: str, method: Method) -> tuple[Stated, ...]:
    found = sorted(_every(results, region, method), key=lambda gap: (gap.sign == "nul", -gap.strength))
    chosen: list[Stated] = []
    for only_new_actors in (True, False):
        for gap in found:
            actors = {other.actor_code for other in chosen} if only_new_actors else set()
            domains = {other.domain_code for other in chosen}
            if len(chosen) < MOST and gap.actor_code not in actors and gap.domain_code not in domains:
                chosen.append(gap)
    return tuple(chosen)


def note(found: tuple[Stated, ...], *, heard: bool) -> str:
    """Say why there are fewer than three; `heard`: something felt is published for the region."""
    if len(found) == MOST:
        return ""
    if not found and not heard:
        return "Rien n’est publié sur la fragilité ressentie dans la région\u202f: aucun écart ne se calcule."
    if not found:
        return (
            "Des chiffres du ressenti sont publiés pour la région, mais le sens d’aucun écart n’est établi, "
            "ce qui ne dit pas qu’il n’y en a pas. Rien n’est estimé à la place."
        )
    return (
        "Aucun autre écart ne peut être établi\u202f: ailleurs, le ressenti n’est pas publié pour la région, "
        "ou ne permet pas de conclure."
    )


def heard(results: Results, region: str, method: Method) -> bool:
    """Say whether any actor has a figure for the region."""
    return any(
        region in set(results.crossed(str(actor), method=method).gaps["region_code"])
        for actor in results.actors()["actor_code"]
    )


def _every(results: Results, region: str, method: Method) -> Iterator[Stated]:
    """Yield one gap a domain and an actor: that of the latest survey, when all its figures agree on it."""
    words, dates = results.vocabulary(), measured_dates.by_domain(results.catalogue())
    ranks = results.rank_intervals(method)
    inside = ranks[(ranks["among"] == "domaines") & ranks["rank"].notna()]
    places = {str(row["code"]): row for row in _of(inside, region)}
    moved = reach.inside_of(results, method)
    for actor in words.actors_the:
        crossed = results.crossed(actor, method=method)
        rows = [*_of(crossed.gaps, region), *_dated(_of(crossed.unnamed, region), crossed.gaps)]
        corners = _corners(crossed.quadrants, region)
        for found in _latest(rows):
            signs = {row["stated_sign"] for row in found}
            if len(signs) == 1 and signs <= set(STATED):
                may = moved.get((region, str(found[0]["domain_code"])), "")
                worded = (stated(row, words, places, dates, corners, may) for row in found)
                yield max(worded, key=lambda gap: gap.strength)


def _of(rows: pd.DataFrame, region: str) -> list[Row]:
    found = rows[rows["region_code"] == region]
    return records(found) if len(found) else []


def _dated(unnamed: list[Row], gaps: pd.DataFrame) -> list[Row]:
    """Give what a top list leaves out the date of the survey that published the list."""
    dates = dict(zip(gaps["wave"].tolist(), gaps["survey_date"].tolist(), strict=True))
    return [row | {"survey_date": dates[row["wave"]]} for row in unnamed]


def _latest(rows: list[Row]) -> list[list[Row]]:
    """Group the rows by domain, each with its latest survey only."""
    last: dict[str, str] = {}
    for row in rows:
        last[row["domain_code"]] = max(last.get(row["domain_code"], ""), row["survey_date"])
    return [
        [row for row in rows if row["domain_code"] == domain and row["survey_date"] == date]
        for domain, date in last.items()
    ]


def _corners(quadrants: pd.DataFrame, region: str) -> dict[str, Row]:
    """Return the place of each figure that may be named, among the domains of the region."""
    placed_in = _of(quadrants.loc[quadrants["among"] == "domaines", _CORNER], region)
    return {str(row["figure_id"]): row for row in placed_in if row["verdict"] in CORNERS}
