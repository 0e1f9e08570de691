"""The notes of a room: one voice a group, one for the whole, with the rank that they give to each domain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indicators.arrays import Floats
from indicators.room.groups import heard_among
from indicators.room.spread import FEW, Spread, drawn_means, ends, spread

# The notes of one person by domain; who has no opinion on a domain is not there.
Notes = Mapping[str, float]


@dataclass(frozen=True)
class Place:
    """The rank that a voice gives to a domain, 1 the most fragile; ties share the better one.

    `low`, `high`: in 90 % of the draws; None under `FEW` complete answers.
    """

    rank: int
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Voice:
    """What one group says, of the domains it gave five notes or more.

    `places`: none unless every domain has such notes; `alone`: for domains of few notes, how many gave each.
    """

    notes: Mapping[str, Spread]
    places: Mapping[str, Place]
    alone: Mapping[str, Mapping[int, int]]


def voices(answers: Sequence[tuple[str, Notes]], domains: Sequence[str]) -> tuple[dict[str, Voice], Voice]:
    """Return the voice of each group that is shown, and that of all of them together.

    `answers`: actor and notes of each person; `domains`: those that were asked.
    """
    actors, shown = _heard(answers, domains)
    groups: dict[str, Voice] = {}
    for actor in dict.fromkeys(actors.tolist()):
        voice = _voice(shown[actors == actor], domains)
        if voice.notes:
            groups[actor] = voice
    return groups, _voice(shown, domains)


def kept(answers: Sequence[tuple[str, Notes]], domains: Sequence[str]) -> list[tuple[str, dict[str, float]]]:
    """Return the notes that may be taken away, person by person: those of which `voices` makes means.

    In an order that has nothing of their coming; a person of whom nothing is left is not there.
    """
    actors, shown = _heard(answers, domains)
    found = [
        (actor, {code: note for code, note in zip(domains, notes, strict=True) if not np.isnan(note)})
        for actor, notes in zip(actors.tolist(), shown.tolist(), strict=True)
    ]
    return sorted((one for one in found if one[1]), key=lambda one: (one[0], sorted(one[1].items())))


def _heard(
    answers: Sequence[tuple[str, Notes]], domains: Sequence[str]
) -> tuple[npt.NDArray[np.object_], Floats]:
    """Return the actor of each person, and a row of notes each, a column a domain; what is missing is NaN.

    The notes that a group of fewer than five gives to a domain are left out, domain by domain.
    """
    actors = np.array([actor for actor, _ in answers], dtype=object)
    notes = np.full((len(answers), len(domains)), np.nan)
    for row, (_, given) in zip(notes, answers, strict=True):
        row[:] = [given.get(domain, np.nan) for domain in domains]
    for column in notes.T:
        shown = heard_among(actors[~np.isnan(column)].tolist())
        column[[actor not in shown for actor in actors]] = np.nan
    return actors, notes


def _voice(notes: Floats, domains: Sequence[str]) -> Voice:
    given = {domain: column[~np.isnan(column)] for domain, column in zip(domains, notes.T, strict=True)}
    spreads = {domain: spread(values) for domain, values in given.items() if len(values)}
    alone = {
        domain: {int(note): int((values == note).sum()) for note in np.unique(values)}
        for domain, values in given.items()
        if 0 < len(values) < FEW
    }
    return Voice(spreads, _places(notes, spreads, domains), alone)


def _places(notes: Floats, spreads: Mapping[str, Spread], domains: Sequence[str]) -> dict[str, Place]:
    """Rank the domains by their mean, when every one of them has one."""
    if len(spreads) < len(domains) or not domains:
        return {}
    ranks = _ranks(np.array([[spreads[domain].mean for domain in domains]]))[0]
    complete = notes[~np.isnan(notes).any(axis=1)]
    if len(complete) < FEW:
        return {domain: Place(int(rank), None, None) for domain, rank in zip(domains, ranks, strict=True)}
    # In an order of their own: the same answers give the same draws.
    drawn = _ranks(drawn_means(complete[np.lexsort(complete.T)]))
    return {
        domain: Place(int(rank), low, high)
        for domain, rank, (low, high) in zip(domains, ranks, ends(ranks, drawn), strict=True)
    }


def _ranks(means: Floats) -> Floats:
    """Return the rank of each column in each row, 1 the highest mean; ties share the better rank."""
    # A mean is a sum of tenths at most: what differs after the ninth decimal is the arithmetic's.
    told = np.round(means, 9)
    ranks: Floats = 1.0 + (told[:, None, :] > told[:, :, None]).sum(axis=2)
    return ranks
