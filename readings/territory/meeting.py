"""The screen for a meeting: what each actor is published to put first in the region, one short line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.actors.context import FOUR
from readings.phrases.words import nth
from readings.territory.felt_lines import SURVEY, of_one_survey
from wording.lists import join, joined
from wording.numbers import counted
from wording.perimeter import perimeter
from wording.typography import quoted

_READ = [*SURVEY, "domain_code", "perceived_rank_low", "perceived_rank_high", "perimeter"]
# What the lines tell, written before them.
FIRST = "Ce que chacun ressent le plus, parmi ce qui est publié\u202f:"


@dataclass(frozen=True)
class Voice:
    """One actor: its name, and what it is published to feel most."""

    actor: str
    said: str


def voices(gaps: Mapping[str, pd.DataFrame], words: Vocabulary) -> tuple[Voice, ...]:
    """Say what the four actors put first, or that nothing is published; others where something is.

    `gaps`: of the region, by actor (see `readings.territory.gaps`).
    """
    return tuple(
        Voice(label, _said(gaps[actor], words))
        for actor, label in words.actors.items()
        if actor in FOUR or len(gaps[actor])
    )


def _said(gaps: pd.DataFrame, words: Vocabulary) -> str:
    """« « Emploi », 1ᵉʳ rang (PHARE 2015 ; 3 domaines publiés sur 16). »."""
    if gaps.empty:
        return "rien de publié pour la région."
    # Of forty columns: rows are looked for several times.
    gaps = gaps[_READ]
    ranked = gaps[gaps["perceived_rank_low"].notna()]
    if ranked.empty:
        return f"aucun rang publié ({joined(_known(gaps, words))})."
    kept = of_one_survey(ranked)
    ends = kept[["perceived_rank_low", "perceived_rank_high"]].apply(tuple, axis=1)
    first = kept[ends == min(ends)].drop_duplicates("domain_code")
    named = join(quoted(words.domains[code]) for code in first["domain_code"])
    rank = " ou ".join(dict.fromkeys(nth(int(end)) for end in min(ends)))
    survey = gaps[gaps["wave"] == first["wave"].iloc[0]]
    known = [*_known(survey, words), *filter(None, dict.fromkeys(map(perimeter, first["perimeter"])))]
    return f"{named}, {rank} rang ({joined(known)})."


def _known(gaps: pd.DataFrame, words: Vocabulary) -> Iterator[str]:
    """« PHARE 2015 », then how many domains are published when they are not all."""
    yield join(gaps["wave"].unique())
    published, every = gaps["domain_code"].nunique(), len(words.domains)
    if published < every:
        yield f"{counted(published, 'domaine publié', 'domaines publiés')} sur {every}"
