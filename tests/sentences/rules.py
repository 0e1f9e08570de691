"""The rules every sentence must keep, and what they find: one list, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.sentences import grammar
from tests.sentences.claims import (
    centred,
    chance,
    deciding,
    doubts,
    felt,
    measured,
    reach,
    signs,
    steps,
    trials,
    turned,
    words,
)
from tests.sentences.rule import Rule, ViewRule
from tests.sentences.said import Said

RULES: tuple[Rule, ...] = (
    *grammar.RULES,
    *words.RULES,
    *signs.RULES,
    *measured.RULES,
    *felt.RULES,
    *deciding.RULES,
    *steps.RULES,
    *centred.RULES,
    *doubts.RULES,
    *trials.RULES,
    *reach.RULES,
    *turned.RULES,
    *chance.RULES,
)
# Of the workbook with holes: the others hold what is said against the published values.
HOLED_RULES: tuple[Rule, ...] = (*grammar.RULES, *words.RULES, *reach.RULES)
VIEW_RULES: tuple[ViewRule, ...] = words.VIEW_RULES


@dataclass(frozen=True)
class Violation:
    """A sentence that breaks a rule, why, and the first address where it stands."""

    rule: str
    why: str
    text: str
    place: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.why}\n    « {self.text} »\n    {self.place}"


class Reader:
    """Holds every text against the rules; what was read once is not read again."""

    def __init__(self, rules: Iterable[Rule] = RULES) -> None:
        self._rules = tuple(rules)
        self._read: set[tuple[object, ...]] = set()

    def violations(self, view: Sequence[Said]) -> Iterator[Violation]:
        """Yield what is wrong with all that a view says: each text once, then all of them together."""
        for whole in VIEW_RULES if view else ():
            place = str(view[0].place)
            yield from (Violation(whole.name, why, why, place) for why in whole.wrong(view))
        for one in view:
            for rule in self._rules:
                seen = (rule.name, rule.scope(one))
                if seen not in self._read:
                    self._read.add(seen)
                    for why in rule.wrong(one):
                        yield Violation(rule.name, why, one.text, str(one.place))
