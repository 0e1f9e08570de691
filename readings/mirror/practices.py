"""Co-building in the words of the published surveys: what is asked, and what others answered before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from indicators.alliance_figures import alliance_figures
from indicators.results import Results
from indicators.rows import each
from loaders.store import FRANCE
from readings.alliances.topics import TOPICS, topic_rows
from wording.lists import joined
from wording.typography import capital

# The topics whose answers a person can give of themselves, one answer or several.
_ASKED = {
    "types": ("De quels types sont vos partenariats\u202f?", False),
    "maturite": ("Dans votre territoire, la co-construction se pratique-t-elle\u202f?", True),
    "roles": ("Quel rôle attendez-vous des collectivités\u202f?", False),
}
# « Cumul oui »: what adds answers up is not one.
_SUM = "Cumul"


@dataclass(frozen=True)
class Practice:
    """One question. `choices`: published answers by code; `published`: who gave each, and how many."""

    name: str
    question: str
    one: bool
    choices: dict[str, str]
    published: dict[str, str]


def practices(results: Results) -> list[Practice]:
    """Return the questions that the surveys of the country give words to."""
    figures = alliance_figures(results.store)
    country = figures[figures["region_codes"] == (FRANCE,)]
    found = []
    for topic in TOPICS:
        if topic.code in _ASKED:
            question, one = _ASKED[topic.code]
            rows = topic_rows(country, topic, results.vocabulary())
            published: dict[str, list[str]] = {}
            for row in each(rows):
                head, _, said = row.label.rpartition("\u202f: ")
                if not said.startswith(_SUM):
                    told = ", ".join(filter(None, [row.panel, row.text, head.lower()]))
                    published.setdefault(capital(said), []).append(f"{told} ({row.note})")
            if published:
                codes = {f"{topic.code}-{place}": said for place, said in enumerate(published)}
                of = {code: joined(published[said]) for code, said in codes.items()}
                found.append(Practice(topic.code, question, one, codes, of))
    return found


def sentences(asked: Collection[Practice], answers: Collection[str]) -> list[str]:
    """Put each answer beside what was published: two facts, of other people at other times."""
    return [
        f"{label}\u202f: {'vous le dites' if code in answers else 'vous ne le dites pas'}. "
        f"Publié\u202f: {practice.published[code]}."
        for practice in asked
        for code, label in practice.choices.items()
    ]
