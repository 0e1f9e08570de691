"""The screen for a meeting: what each actor says, recomputed from the workbook (its size: `test_debate`)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from indicators.results import REFERENCE, Results
from indicators.vocabulary import Vocabulary
from readings.actors.context import FOUR
from readings.territory.gaps import gaps_by_actor
from readings.territory.meeting import Voice, voices
from tests import boring, fictional, opened
from tests.boring import REGIONS

SILENT = "rien de publié pour la région."
LATEST = "IMPACT 2019"


@pytest.fixture(scope="module")
def published() -> Results:
    return opened.published()


@pytest.fixture(scope="module")
def invented() -> Results:
    return opened.invented()


def told(results: Results, region: str) -> tuple[Voice, ...]:
    return voices(gaps_by_actor(results, region, REFERENCE), results.vocabulary())


def quoted(words: Vocabulary, domains: Iterable[str]) -> str:
    return " et ".join(f"«\u00a0{words.domains[domain]}\u00a0»" for domain in domains)


def first_published(words: Vocabulary, actor: str, region: str) -> str:
    """What an actor puts first, from the rows of the workbook: in the survey with most ranks."""
    heard = [figure for figure in boring.usable(actor) if region in figure.regions]
    if not heard:
        return SILENT
    surveys: dict[tuple[str, str], list[boring.Figure]] = {}
    for figure in heard:
        if figure.low is not None:
            surveys.setdefault((figure.wave, figure.measure), []).append(figure)
    (wave, _), ranked = max(surveys.items(), key=lambda item: len(item[1]))
    low, high = min((figure.low or 0, figure.high or 0) for figure in ranked)
    assert low == high == 1
    first = dict.fromkeys(figure.domain for figure in ranked if (figure.low, figure.high) == (1, 1))
    count = len({figure.domain for figure in heard if figure.wave == wave})
    domains = "domaine publié" if count == 1 else "domaines publiés"
    return f"{quoted(words, first)}, 1ᵉʳ rang ({wave}\u202f; {count}\u00a0{domains} sur 16)."


def first_invented(words: Vocabulary, actor: str, region: str) -> str:
    """The domains with the highest note of the latest survey, which has all of them."""
    notes = {domain: fictional.mean(actor, LATEST, region, domain) for domain in fictional.DOMAINS}
    first = [domain for domain, note in notes.items() if note == max(notes.values())]
    return f"{quoted(words, first)}, 1ᵉʳ rang ({LATEST})."


def test_each_of_the_four_says_what_it_is_published_to_put_first(
    published: Results, invented: Results
) -> None:
    for results, first in ((published, first_published), (invented, first_invented)):
        words = results.vocabulary()
        for region in REGIONS:
            expected = [Voice(words.actors[actor], first(words, actor, region)) for actor in FOUR]
            assert list(told(results, region)) == expected


def test_ranks_that_are_not_exact_or_not_published_are_said_so(published: Results) -> None:
    gaps, words = gaps_by_actor(published, "93", REFERENCE), published.vocabulary()
    citizens = gaps["citoyens"]
    assert "Sécurité" not in str(voices(gaps, words))
    later = [
        gap | {"perceived_rank_low": 2, "perceived_rank_high": 3}
        for gap in citizens
        if gap["perceived_rank_low"] > 1
    ]
    (said,) = [
        voice.said for voice in voices(gaps | {"elus_locaux": later}, words) if "locaux" in voice.actor
    ]
    assert said == (
        "«\u00a0Pouvoir d’achat\u00a0» et «\u00a0Environnement\u00a0», 2ᵉ ou 3ᵉ rang (PHARE 2015\u202f; "
        "2\u00a0domaines publiés sur 16\u202f; PACA-Corse (périmètre de l’enquête))."
    )
    unranked = gaps | {"citoyens": [gap | {"perceived_rank_low": None} for gap in citizens]}
    assert voices(unranked, words)[0].said == (
        "aucun rang publié (PHARE 2015\u202f; 3\u00a0domaines publiés sur 16)."
    )
