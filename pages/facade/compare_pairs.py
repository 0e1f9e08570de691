"""« Comparer », two regions at a time: what the same draws say of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from charts.look import Look
from indicators.method import Method
from pages.facade.edition import Edition
from pages.tables import arrow
from readings.compare import duel_words, duels

_TWO = 2


@dataclass(frozen=True)
class Settled:
    """What is told apart, in words.

    `title`: of the whole; `tally`: of the domains, no sentence where none compares; `rule`: from when it is
    said; `by_level`: of two regions, by level code, `{}` for more; `table`: of more, a row a pair.
    """

    title: str
    tally: tuple[str, ...]
    rule: str
    by_level: Mapping[str, str]
    table: pa.Table | None


def settled(edition: Edition, codes: tuple[str, ...], method: Method, look: Look) -> Settled:
    """Read in the draws which of the compared regions are told apart."""
    known, fought = edition.results.vocabulary(), duels.duels(edition.results.dominance(method), codes)
    counts = edition.results.scored_indicators()["domain_code"].value_counts()
    alone, errors = frozenset(map(str, counts.index[counts == 1])), edition.results.errors(method)
    mine = known.names[look.region].short_name if look.region else ""
    two = len(codes) == _TWO
    return Settled(
        title=duel_words.overall(fought["ensemble"], known),
        tally=tuple(duel_words.tally(fought, alone, known, errors, look.region)),
        rule=duel_words.rule(errors, alone=bool(alone)),
        by_level={code: duel_words.brief(one, known.names) for code, (one, *_) in fought.items() if two},
        table=None if two else arrow(duel_words.table(fought, known), chosen=mine),
    )
