"""Priorities, guesses of a domain or of a rank, partners: how many of those who are heard chose each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.room.groups import heard_among


@dataclass(frozen=True)
class Chosen:
    """How often each code was chosen, by `people`; by group too, of five answers or more.

    `left_out`: other people answered, who are of no such group.
    """

    people: int
    counts: dict[str, int]
    groups: dict[str, Chosen]
    left_out: bool = False


def chosen(answers: Sequence[tuple[str, Sequence[str]]]) -> Chosen:
    """Return what was chosen; `answers`: actor and codes of each person."""
    shown = heard_among(actor for actor, _ in answers)
    groups = {actor: _of([codes for who, codes in answers if who == actor]) for actor in shown}
    whole = _of([codes for who, codes in answers if who in shown])
    return Chosen(whole.people, whole.counts, groups, whole.people < len(answers))


def _of(answers: Sequence[Sequence[str]]) -> Chosen:
    counts = Counter(code for codes in answers for code in codes)
    return Chosen(len(answers), dict(counts), {})
