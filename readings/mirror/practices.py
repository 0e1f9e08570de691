"""Co-building in the words of the published surveys: what is asked, and what others answered before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from indicators.alliance_figures import alliance_words
from indicators.results import Results
from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.alliances.selection import holding
from readings.alliances.topics import TOPICS, detailed, topic_rows
from readings.alliances.words import source
from wording.lists import joined
from wording.typography import capital, quoted, typed

# The questions of the surveys as they were asked; of the types of partnerships only the answers are known.
_OF_MAYORS = "Question et réponses de l’enquête PHARE-Institutions 2016, posée aux maires."
_ASKED = {
    "types": (
        "Quels types de partenariats se pratiquent dans votre territoire\u202f?",
        "Réponses des enquêtes PHARE 2015 et IMPACT, auprès des entreprises et des associations.",
        False,
    ),
    "maturite": (
        (
            "Votre territoire est-il porteur d’une dynamique de co-construction entre les différents acteurs "
            "(associations, entreprises et collectivités territoriales)\u202f?"
        ),
        _OF_MAYORS,
        True,
    ),
    "roles": (
        (
            "Selon vous, quel est, ou serait, le rôle des collectivités pour développer des alliances en "
            "territoire\u202f?"
        ),
        _OF_MAYORS,
        False,
    ),
}
_COLON = "\u202f: "
# What adds answers up, what was not read, and what is said of the role of others, is no answer.
_NONE = re.compile(r"^cumul|libellé non lisible|^[^:]* – [^:]*$", re.IGNORECASE)
DOUBTFUL = "chiffre publié à vérifier, non montré"


@dataclass(frozen=True)
class Practice:
    """One question, its published answers by code, and who gave each before: how many, where, when.

    `about`: whose words they are; `sources`: the documents that publish them; `nearby`: what the region
    answered in other words, or "".
    """

    name: str
    question: str
    about: str
    one: bool
    choices: dict[str, str]
    published: dict[str, str]
    sources: str
    nearby: str


def practices(results: Results, region: str) -> list[Practice]:
    """Return the questions that the surveys give words to, with the figures of the country and of a region.

    An answer of a doubtful figure is asked too: its words are published, and a scale without its « oui »
    asks nothing. The figure is not shown.
    """
    words, figures = alliance_words(results.store), results.alliance_figures()
    found = []
    for topic in TOPICS:
        if topic.code in _ASKED:
            asked = words[words["measure"].isin(topic.measures)]
            rows = [
                row
                for place in (FRANCE, region)
                for row in each(
                    topic_rows(holding(figures, "region_codes", place), topic, results.vocabulary())
                )
            ]
            asked = asked[asked["detail"].map(detailed).map(_answer) != ""]
            answers = _answers(asked["detail"])
            if answers:
                sources = joined(dict.fromkeys(source(text).strip() for text in asked["source"]))
                found.append(_practice(topic.code, answers, rows, sources))
    return found


def _practice(name: str, answers: list[str], rows: list[Fields], sources: str) -> Practice:
    question, about, one = _ASKED[name]
    said: dict[str, list[str]] = {answer: [] for answer in answers}
    nearby = []
    for row in rows:
        given = _answer(row.label)
        known = _known(given, answers)
        if known:
            said[known].append(_told(row))
        elif given:
            nearby.append(f"{quoted(given)}, {_told(row)}")
    codes = {f"{name}-{place}": answer for place, answer in enumerate(answers)}
    return Practice(
        name,
        question,
        about,
        one,
        {code: capital(answer) for code, answer in codes.items()},
        {code: joined(said[answer]) or DOUBTFUL for code, answer in codes.items()},
        sources,
        joined(nearby),
    )


def _answers(details: Iterable[str]) -> list[str]:
    """Return the published answers, each once, as its longest wording says it."""
    found: list[str] = []
    for given in map(_answer, map(detailed, details)):
        known = _known(given, found)
        if not known:
            found.append(given)
        elif len(given) > len(known):
            found[found.index(known)] = given
    return found


def _answer(label: str) -> str:
    """Return the answer that a published label holds, without its question or quotes; `""`: it holds none."""
    if _NONE.search(label):
        return ""
    return typed(label.rpartition(_COLON)[2]).removeprefix("«\u00a0").removesuffix("\u00a0»")


def _known(given: str, answers: Collection[str]) -> str:
    """Return the answer of which another wording is the beginning, or that begins it; `""`: none."""
    one = given.casefold()
    return next(
        (
            known
            for known in answers
            if one and (known.casefold().startswith(one) or one.startswith(known.casefold()))
        ),
        "",
    )


def _told(row: Fields) -> str:
    """« Maires, 71 % prioritaire (France, PHARE 2016) »."""
    head = row.label.rpartition(_COLON)[0].partition(" – ")[0].lower()
    place = row.note.replace(" (", ", ").replace(")", "")
    return f"{row.panel.lower()}, {row.text}{f' {head}' if head else ''} ({place})"
