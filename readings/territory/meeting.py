"""The screen for a meeting: what each actor is published to put first in the region, one short line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.rows import Row
from indicators.vocabulary import Vocabulary
from readings.actors.context import FOUR
from readings.phrases.words import nth
from readings.territory.felt_lines import survey, widest
from readings.territory.gaps import Gaps
from wording.lists import join, joined
from wording.numbers import counted
from wording.perimeter import perimeter
from wording.typography import quoted

# What the lines tell, written before them.
FIRST = "Le plus ressenti, parmi ce qui est publié\u202f:"


@dataclass(frozen=True)
class Voice:
    """One actor: its name, and what it is published to feel most."""

    actor: str
    said: str


def voices(gaps: Gaps, words: Vocabulary) -> tuple[Voice, ...]:
    """Say what the four actors put first in a region, or that nothing is published; others if there is."""
    return tuple(
        Voice(label, _said(gaps[actor], words))
        for actor, label in words.actors.items()
        if actor in FOUR or len(gaps[actor])
    )


def _said(rows: Sequence[Row], words: Vocabulary) -> str:
    """« « Emploi », 1ᵉʳ rang (PHARE 2015 ; 3 domaines publiés sur 16). »."""
    if not rows:
        return "rien de publié pour la région."
    ranked = [row for row in rows if row["perceived_rank_low"] is not None]
    if not ranked:
        return f"aucun rang publié ({joined(_known(rows, words))})."
    most = widest(map(survey, ranked))
    kept = [row for row in ranked if survey(row) == most]
    best = min(map(_ends, kept))
    first: dict[str, Row] = {}
    for row in kept:
        if _ends(row) == best:
            first.setdefault(row["domain_code"], row)
    named = join(quoted(words.domains[code]) for code in first)
    rank = " ou ".join(dict.fromkeys(nth(int(end)) for end in best))
    asked_with = [row for row in rows if row["wave"] == kept[0]["wave"]]
    asked = dict.fromkeys(perimeter(row["perimeter"]) for row in first.values())
    return f"{named}, {rank} rang ({joined([*_known(asked_with, words), *filter(None, asked)])})."


def _ends(row: Row) -> tuple[float, float]:
    return row["perceived_rank_low"], row["perceived_rank_high"]


def _known(rows: Sequence[Row], words: Vocabulary) -> Iterator[str]:
    """« PHARE 2015 », then how many domains are published when they are not all."""
    yield join(dict.fromkeys(row["wave"] for row in rows))
    published, every = len({row["domain_code"] for row in rows}), len(words.domains)
    if published < every:
        yield f"{counted(published, 'domaine publié', 'domaines publiés')} sur {every}"
