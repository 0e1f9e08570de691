"""Signs of gaps and the names they carry: only what the rule of the stated signs allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from tests.sentences import subject, truth
from tests.sentences.rule import Rule, at, in_row
from tests.sentences.said import Said
from tests.sentences.subject import Subject

_MORE, _LESS = r"plus fort(?:e|es|s)?", r"moins fort(?:e|es|s)?"
_WORDS = {
    truth.POSITIVE: rf"ressenti {_MORE}|(?<=et ){_MORE} que la position|ressenti des \w+ {_MORE}",
    truth.NEGATIVE: rf"ressenti {_LESS}|(?<=et ){_LESS} que la position|ressenti des \w+ {_LESS}",
    truth.SAME: r"au même rang que la position|ressenti au même rang",
    truth.NONE: r"sens non établi|aucun sens établi",
}
_COUNTED = {
    truth.POSITIVE: rf"{_MORE}(?: que la position relative)?",
    truth.NEGATIVE: rf"{_LESS}(?: que la position relative)?",
    truth.SAME: "au même rang(?: que la position relative)?",
    truth.NONE: "(?:sens|écart) non établi",
}
_IN_REGIONS = {
    sign: re.compile(rf"{words} (?:dans|pour) (?:les )?(\d+)\u00a0régions?")
    for sign, words in _COUNTED.items()
}
_NAMES = {
    truth.NEGATIVE: re.compile(r"\b[Aa]ngles? morts?\b"),
    truth.POSITIVE: re.compile(r"\b[Ii]nquiétudes?\b"),
}
# Words about the names themselves, or about places that get none.
_NO_VERDICT = re.compile(
    r"aucun|sans verdict|peut|place|mesuré[es]*, peu|\bni\b|quatre c|moins nets|: 0\b|s’y voir|n’est établi"
    r"|seulement|sens non établi|rangés|s’appelle",
    re.IGNORECASE,
)


def _keys(asked: Subject) -> Iterable[tuple[str, str, str]]:
    return product(asked.actors or truth.ACTORS, asked.regions, asked.domains)


def allowed(data: str, asked: Subject) -> set[str] | None:
    """Return the signs that the figures of a subject allow; None when it has none, or is not one subject."""
    if not (asked.regions and asked.domains):
        return None
    known = truth.signs_by_place(data)
    found: set[str] = set()
    for key in _keys(asked):
        for wave, signs in known.get(key, {}).items():
            if not asked.waves or wave in asked.waves:
                found |= set(signs.values())
    return found or None


def stated(said: Said) -> Iterator[str]:
    """Refuse the sign of one gap that its figures do not allow."""
    if said.place.method_changed:
        return
    for part in subject.parts(said.text):
        signs = [sign for sign, words in _WORDS.items() if re.search(words, part)]
        if len(signs) != 1 or re.search(r"\d\u00a0(?:région|domaine|écart|fois)|\d fois|au plus|cité", part):
            continue
        asked = subject.about(said, part)
        said_of = subject.named(" ".join([said.text, *(cell for _, cell in said.row)]))
        # A legend is about nothing yet.
        if not (said_of.regions or said_of.domains):
            continue
        if not (len(asked.regions) == len(asked.domains) == 1 and len(asked.actors) < 2):
            continue
        right = allowed(said.place.data, asked)
        if right is not None and signs[0] not in right:
            yield f"« {part} »: the figures allow {'/'.join(sorted(right))}"


def counted(said: Said) -> Iterator[str]:
    """Refuse a count of signs over the regions that no survey of the actor gives."""
    if said.place.method_changed:
        return
    for part in subject.parts(said.text):
        if not re.search(r"\d\u00a0région", part):
            continue
        asked = subject.about(said, part)
        if len(asked.domains) != 1 or len(asked.actors) != 1:
            continue
        for sign, words in _IN_REGIONS.items():
            for count in words.findall(part):
                right = counts(said.place.data, asked, sign)
                # A domain that a list of first ranks leaves out has bounds only, not recomputed here.
                if right and int(count) not in right:
                    yield f"{count} regions « {sign} »: {sorted(right)} by the figures"


def counts(data: str, asked: Subject, sign: str) -> set[int]:
    """Return in how many regions a sign is stated: by survey when none is named."""
    found: dict[tuple[str, str], int] = {}
    for (actor, _, domain, wave), signs in truth.signs(data).items():
        if actor in asked.actors and domain in asked.domains and (not asked.waves or wave in asked.waves):
            for measure, own in signs.items():
                found[wave, measure] = found.get((wave, measure), 0) + (own == sign)
    return set(found.values())


def verdicts(said: Said) -> Iterator[str]:
    """Refuse a blind spot or a worry whose sign is not stated."""
    if said.place.method_changed or said.kind == "choix":
        return
    for part in subject.parts(said.text):
        for sign, name in _NAMES.items():
            if not name.search(part) or _NO_VERDICT.search(part) or _mixed(part):
                continue
            asked = subject.about(said, part)
            for region, domain in product(asked.regions, asked.domains):
                alone = Subject((region,), (domain,), asked.actors, asked.waves)
                right = allowed(said.place.data, alone)
                if right is not None and sign not in right:
                    yield f"« {part} »: {domain} in {region} allows {'/'.join(sorted(right))}"


def _mixed(part: str) -> bool:
    """Tell whether a part names several corners: which name goes with which domain is not read."""
    return sum(bool(name.search(part)) for name in _NAMES.values()) + part.count("ragilité reconnue") > 1


RULES = (
    Rule(
        "sign-of-a-gap",
        stated,
        [
            at("Emploi, en Occitanie\u202f: ressenti plus fort que la position relative (PHARE 2015)"),
            at(
                "Corse\u202f: +8\u00a0rangs, sens non établi (mesuré 9ᵉ\u202f; ressenti 1ᵉʳ (PHARE 2015))",
                domaine="emploi",
            ),
            in_row(
                "Écart",
                {
                    "Domaine": "Emploi",
                    "Écart": "ressenti moins fort que la position relative",
                    "Précisions": "en Bretagne, les citoyens, PHARE 2015",
                },
            ),
        ],
        [
            at("Emploi, en Corse\u202f: ressenti plus fort que la position relative (citoyens, PHARE 2015)"),
            at("Emploi, en Occitanie\u202f: sens non établi (PHARE 2015)"),
        ],
        by_place=True,
    ),
    Rule(
        "signs-counted",
        counted,
        [
            at("Ressenti au même rang dans 2\u00a0régions (PHARE 2015).", page="/vue-d-ensemble"),
            at(
                "Emploi (PHARE 2015)\u202f: ressenti des citoyens plus fort que la position relative dans "
                "12\u00a0régions sur 13"
            ),
        ],
        [
            at("Ressenti plus fort que la position relative dans 11\u00a0régions.", page="/vue-d-ensemble"),
            at("Ressenti plus fort dans 11\u00a0régions.", domaine="emploi", acteur="citoyens"),
        ],
        by_place=True,
    ),
    Rule(
        "verdict-without-a-sign",
        verdicts,
        [
            at("Angle mort des citoyens (PHARE 2015)\u202f: «\u00a0Emploi\u00a0», en Bretagne."),
            at("Inquiétude des citoyens\u202f: «\u00a0Emploi\u00a0», en Occitanie."),
        ],
        [
            at("Inquiétude des citoyens\u202f: «\u00a0Emploi\u00a0», en Corse."),
            at("Aucun angle mort ne peut s’y voir en Bretagne, «\u00a0Emploi\u00a0»."),
        ],
        by_place=True,
    ),
)
