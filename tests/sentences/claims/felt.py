"""What is said of the surveys: their figures, the size of their samples, what is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tests.sentences import subject, truth
from tests.sentences.claims.measured import matching, same
from tests.sentences.rule import Rule, at, in_row
from tests.sentences.said import COMPLETE, Said
from tests.sentences.subject import Subject

_NO_SIZE = re.compile(
    r"(?:taille d’échantillon|effectifs?)[^;.]{0,25} (?:non publiée?s?|ne sont pas publiés)", re.IGNORECASE
)
_A_SIZE = re.compile(r"\d{2,}[\d\u202f\u00a0 ]* (?:personnes|répondants|réponses)")
_SILENT = re.compile(r"[Rr]ien n’(?:y )?est publié (?:pour )?([^.;]*)")
_OF_WHAT = re.compile(r"\bsur\b|fragilité|ressenti|domaine|à la place|cette demande|de (?:ce|la)|croisement")
_NOTE = re.compile(r"(\d+(?:,\d)?) sur 10\b")
_DOMAINS = re.compile(r"(\d+)\u00a0domaines? publiés? sur 16 \(((?:PHARE|IMPACT) \d{4})\)")
_ONCE = re.compile(r"[Aa]ucune question n’est publiée deux fois (?:par|pour) (?:les )?([\w ,]+)")


def sizes(said: Said) -> Iterator[str]:
    """Refuse « not published » of a sample size that the workbook, or the same text, gives."""
    row = " ".join(cell for _, cell in said.row)
    for part in matching(said, _NO_SIZE):
        found = _NO_SIZE.search(part)
        beside = None if re.search("par région|pour les régions", part) else _A_SIZE.search(row or part)
        if found and beside:
            yield f"« {found.group()} » beside « {beside.group()} »"
        elif found:
            asked = subject.about(said, part)
            figures = _figures(said, part, asked)
            # The invented workbook keeps the published alliances, whose surveys have the same names.
            if said.place.data == COMPLETE and said.place.page in {"/regards-croises", "/alliances"}:
                continue
            if figures and figures <= truth.sizes(said.place.data):
                yield f"« {found.group()} »: the workbook gives it"


def _figures(said: Said, part: str, asked: Subject) -> set[tuple[str, str, str]]:
    """Return (actor, wave, region) of the figures a part may be about: without a region, France's."""
    named = subject.named(said.text + " ".join(cell for _, cell in said.row)).actors
    several = len(named) > 1 and len(subject.named(part).actors) != 1
    if several or re.search(r"\d\u00a0chiffres? sur|par région|pour les régions", part):
        return set()
    where = set(asked.regions or ["FR"])
    return {
        (figure.actor, figure.wave, region)
        for figure in truth.figures(said.place.data)
        for region in where & set(figure.regions)
        if (not named or figure.actor in asked.actors)
        and (not asked.waves or figure.wave in asked.waves)
        and (not asked.domains or figure.domain in asked.domains)
    }


def silence(said: Said) -> Iterator[str]:
    """Refuse « nothing is published » of an actor whose figures the workbook has for that region."""
    for part in matching(said, _SILENT):
        found = _SILENT.search(part)
        if not found or _OF_WHAT.search(found.group(1)):
            continue
        actors = subject.named(found.group(1)).actors
        regions = subject.about(said, part).regions
        known = {(actor, region) for actor, region, _ in truth.published_pairs(said.place.data)}
        if "fragilité ressentie" in part:
            usable = truth.figures(said.place.data)
            known = {(figure.actor, region) for figure in usable for region in figure.regions}
        heard = sorted(set(product(actors, regions)) & known)
        if len(regions) == 1 and heard:
            yield f"« {found.group()} »: figures exist for {heard}"


def notes(said: Said) -> Iterator[str]:
    """Refuse a note out of ten that no survey of the actor, the domain and the wave gives."""
    for part in matching(said, _NOTE):
        named = subject.named(part)
        if not (len(named.domains) == len(named.actors) == len(named.waves) == 1):
            continue
        values = [
            figure.value
            for figure in truth.figures(said.place.data)
            if (figure.actor, figure.domain, figure.wave) == (*named.actors, *named.domains, *named.waves)
            and (not named.regions or set(figure.regions) & {*named.regions, "FR"})
            and figure.value is not None
        ]
        for text in _NOTE.findall(part):
            if not any(same(text, value) for value in values):
                yield f"« {text} sur 10 »: no such figure in « {part} »"


def domains_published(said: Said) -> Iterator[str]:
    """Refuse a count of the domains that a survey publishes for a region."""
    for part in matching(said, _DOMAINS):
        asked = subject.about(said, part)
        for count, wave in _DOMAINS.findall(part):
            if len(asked.actors) != 1 or len(asked.regions) != 1:
                continue
            right = {
                figure.domain
                for figure in truth.figures(said.place.data)
                if figure.actor == asked.actors[0]
                and figure.wave == wave
                and asked.regions[0] in figure.regions
            }
            if len(right) != int(count):
                yield f"{count} domains: {len(right)} for {asked.actors[0]} in {asked.regions[0]} ({wave})"


def asked_once(said: Said) -> Iterator[str]:
    """Refuse « no question is published twice » of an actor who has one."""
    for found in _ONCE.finditer(said.text):
        for actor in subject.named(found.group(1)).actors:
            twice = truth.asked_twice(said.place.data, actor)
            if twice:
                yield f"{actor}: {twice[0]} is published in two waves"


RULES = (
    Rule(
        "sample-size",
        sizes,
        [
            in_row(
                "Base",
                {
                    "Ressenti": "6,4 sur 10",
                    "Base": "2 400 personnes (2019)\u202f; taille d’échantillon non publiée",
                },
            ),
            at("Ressenti des citoyens (IMPACT 2019)\u202f: taille d’échantillon non publiée."),
            at("Effectifs interrogés non publiés (citoyens, PHARE 2015)."),
        ],
        [at("Ressenti des maires (PHARE 2015)\u202f: taille d’échantillon non publiée.")],
        by_place=True,
    ),
    Rule(
        "nothing-published",
        silence,
        [
            at("Rien n’y est publié pour les entreprises et les associations.", region="75"),
            at("Rien n’est publié pour cette région\u202f: entreprises.", region="75"),
        ],
        [
            at("Rien n’y est publié sur la fragilité ressentie pour les entreprises.", region="44"),
            at("Rien n’y est publié pour les élus locaux.", region="94"),
        ],
        by_place=True,
    ),
    Rule(
        "note-of-a-survey",
        notes,
        [
            at("Emploi, citoyens, PHARE 2015\u202f: 7,2 sur 10"),
            at("Citoyens, IMPACT 2019, Emploi, Bretagne\u202f: 9,9 sur 10", data=COMPLETE),
        ],
        [at("Emploi, citoyens, PHARE 2015\u202f: 7,1 sur 10")],
    ),
    Rule(
        "domains-published",
        domains_published,
        [at("Citoyens\u202f: 2\u00a0domaines publiés sur 16 (PHARE 2015)", region="32")],
        [at("Citoyens\u202f: 1\u00a0domaine publié sur 16 (PHARE 2015)", region="32")],
        by_place=True,
    ),
    Rule(
        "question-asked-once",
        asked_once,
        [at("Aucune question n’est publiée deux fois pour les associations.")],
        [at("Aucune question n’est publiée deux fois pour les élus locaux.")],
    ),
)
