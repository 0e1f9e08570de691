"""What the measures and the surveys say of the domains of a region, as ranks to put beside answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, records
from wording.lists import join
from wording.numbers import counted, number
from wording.perimeter import perimeter

_NO_SIZE = "taille non publiée"


@dataclass(frozen=True)
class Rank:
    """A rank among the domains of the region, 1 the most fragile, and its ends."""

    rank: int
    low: int
    high: int


@dataclass(frozen=True)
class Survey:
    """The ranks that an actor gives to domains in its latest wave: lowest and highest that are published.

    `where`: the territory that was asked, `size`: how many answered, both in words.
    """

    actor: str
    wave: str
    where: str
    size: str
    ranks: dict[str, tuple[int, int]]


def measured(results: Results, region: str, method: Method) -> dict[str, Rank]:
    """Return the rank of each measured domain in the region; raises `MethodError`."""
    ranks = results.rank_intervals(method)
    inside = ranks[(ranks["among"] == "domaines") & (ranks["region_code"] == region) & ranks["rank"].notna()]
    return {
        str(row["code"]): Rank(int(row["rank"]), int(row["low"]), int(row["high"])) for row in records(inside)
    }


def surveys(results: Results, region: str, method: Method) -> list[Survey]:
    """Return what each actor's latest wave publishes for the region; nobody of whom nothing is.

    Of a wave that asked in several ways, the question that ranks the most domains: notes and shares are two
    questions, never one list.
    """
    name = results.vocabulary().regions[region]
    found = []
    for actor in results.vocabulary().actors:
        gaps = results.crossed(actor, method=method).gaps
        own = gaps[(gaps["region_code"] == region) & gaps["perceived_rank_low"].notna()]
        rows = _latest(records(own)) if len(own) else []
        if rows:
            ranks = {
                str(row["domain_code"]): (int(row["perceived_rank_low"]), int(row["perceived_rank_high"]))
                for row in rows
            }
            found.append(Survey(actor, str(rows[0]["wave"]), _where(rows, name), _size(rows), ranks))
    return found


def _latest(rows: Sequence[Row]) -> list[Row]:
    last = max(str(row["survey_date"]) for row in rows)
    asked: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["survey_date"] == last:
            asked.setdefault((str(row["wave"]), str(row["measure"])), []).append(row)
    return max(asked.values(), key=len)


def _where(rows: Sequence[Row], name: str) -> str:
    """Name the territories that were asked: the region, or those of the survey where they are others."""
    return join(dict.fromkeys(perimeter(str(row["perimeter"] or "")) or name for row in rows))


def _size(rows: Sequence[Row]) -> str:
    """« 150 réponses », « entre 90 et 120 réponses », « taille non publiée »."""
    sizes = [int(row["sample_size"]) for row in rows if row["sample_size"] is not None]
    if len(sizes) < len(rows):
        return _NO_SIZE
    low, high = min(sizes), max(sizes)
    said = counted(high, "réponse", "réponses")
    return said if low == high else f"entre {number(low, 0)} et {said}"
