"""What the measures and the surveys say of the domains of a region, as ranks to put beside answers."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.method import Method
from indicators.results import Results
from indicators.rows import records


@dataclass(frozen=True)
class Rank:
    """A rank among the domains of the region, 1 the most fragile, and its ends."""

    rank: int
    low: int
    high: int


@dataclass(frozen=True)
class Survey:
    """The ranks that an actor gives to domains in its latest wave: lowest and highest that are published."""

    actor: str
    wave: str
    ranks: dict[str, tuple[int, int]]


def measured(results: Results, region: str, method: Method) -> dict[str, Rank]:
    """Return the rank of each measured domain in the region; raises `MethodError`."""
    ranks = results.rank_intervals(method)
    inside = ranks[(ranks["among"] == "domaines") & (ranks["region_code"] == region) & ranks["rank"].notna()]
    return {
        str(row["code"]): Rank(int(row["rank"]), int(row["low"]), int(row["high"])) for row in records(inside)
    }


def surveys(results: Results, region: str, method: Method) -> list[Survey]:
    """Return what each actor's latest wave publishes for the region; nobody of whom nothing is."""
    found = []
    for actor in results.vocabulary().actors:
        rows = results.crossed(actor, method=method).gaps
        own = rows[(rows["region_code"] == region) & rows["perceived_rank_low"].notna()]
        waves = list(dict.fromkeys(own["wave"]))
        if waves:
            ranks = {
                str(row["domain_code"]): (int(row["perceived_rank_low"]), int(row["perceived_rank_high"]))
                for row in records(own[own["wave"] == waves[-1]])
            }
            found.append(Survey(actor, waves[-1], ranks))
    return found
