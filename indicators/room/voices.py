"""The notes of a room: one voice a group, one for the whole, with the rank that they give to each domain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

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
    frame, actors = _table(answers, domains)
    shown = _heard(frame, actors)
    groups: dict[str, Voice] = {}
    for actor in dict.fromkeys(actors):
        voice = _voice(shown[actors == actor], domains)
        if voice.notes:
            groups[str(actor)] = voice
    return groups, _voice(shown, domains)


def kept(answers: Sequence[tuple[str, Notes]], domains: Sequence[str]) -> list[tuple[str, dict[str, float]]]:
    """Return the notes that may be taken away, person by person: those of which `voices` makes means.

    In an order that has nothing of their coming; a person of whom nothing is left is not there.
    """
    frame, actors = _table(answers, domains)
    rows = zip(actors, _heard(frame, actors).to_dict("records"), strict=True)
    found = [
        (actor, {str(code): note for code, note in row.items() if not np.isnan(note)}) for actor, row in rows
    ]
    return sorted((one for one in found if one[1]), key=lambda one: (one[0], sorted(one[1].items())))


def _table(answers: Sequence[tuple[str, Notes]], domains: Sequence[str]) -> tuple[pd.DataFrame, pd.Series]:
    frame = pd.DataFrame([dict(notes) for _, notes in answers], columns=list(domains), dtype=float)
    return frame, pd.Series([actor for actor, _ in answers], index=frame.index, dtype=object)


def _heard(frame: pd.DataFrame, actors: pd.Series) -> pd.DataFrame:
    """Leave out the notes that a group of fewer than five gives to a domain, domain by domain."""
    kept = frame.copy()
    for domain in frame.columns:
        shown = heard_among(actors[frame[domain].notna()])
        kept[domain] = frame[domain].where(actors.isin(list(shown)))
    return kept


def _voice(frame: pd.DataFrame, domains: Sequence[str]) -> Voice:
    given = {domain: frame[domain].dropna().to_numpy(dtype=float) for domain in domains}
    notes = {domain: spread(values) for domain, values in given.items() if len(values)}
    alone = {
        domain: {int(note): int((values == note).sum()) for note in np.unique(values)}
        for domain, values in given.items()
        if 0 < len(values) < FEW
    }
    return Voice(notes, _places(frame, notes, domains), alone)


def _places(frame: pd.DataFrame, notes: Mapping[str, Spread], domains: Sequence[str]) -> dict[str, Place]:
    """Rank the domains by their mean, when every one of them has one."""
    if len(notes) < len(domains) or not domains:
        return {}
    ranks = _ranks(np.array([[notes[domain].mean for domain in domains]]))[0]
    complete = frame[list(domains)].dropna().to_numpy(dtype=float)
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
