"""What a reader must know before trusting a number, in French: ties, corrections, holes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from indicators.facts import Fact, FactKind
from indicators.vocabulary import Vocabulary
from readings.phrases.sampling import NO_DEVIATION, NO_SIZE
from readings.phrases.words import headed, of, regions
from wording.lists import join, joined
from wording.numbers import counted, number, plural
from wording.typography import quoted


def _ties(fact: Fact, words: Vocabulary) -> str:
    found = fact.numbers
    distinct = counted(int(found["distinct"]), "valeur distincte", "valeurs distinctes")
    text = f"{distinct} pour {regions(found['ranked'])}, la plupart des rangs sont partagés"
    return f"{headed(words.domains[fact.domain_code], text)}."


def _corrected(fact: Fact, words: Vocabulary) -> str:
    """`text`: what the cell holds ; `reason`: what is read instead."""
    label, where = words.indicators[fact.codes[0]], words.names[fact.region_code].name_in
    cell = fact.cells[0].rpartition("!")[2]
    text = f"la cellule {cell} porte {quoted(fact.text)}, lu {quoted(fact.reason)} (correction déclarée)"
    return f"{headed(f'{label}, {where}', text)}."


def _partly_measured(fact: Fact, words: Vocabulary) -> str:
    labels = join(quoted(words.indicators[code]) for code in fact.codes)
    verb = plural(len(fact.codes), "ne donne aucun score", "ne donnent aucun score")
    share = number(100 * fact.numbers["coverage"], 0)
    text = f"mesuré à {share}\u202f% de son poids, {labels} {verb}"
    return f"{headed(words.domains[fact.domain_code], text)}."


def _top_ranks_only(fact: Fact, words: Vocabulary) -> str:
    last, total = int(fact.numbers["last"]), number(fact.numbers["domains"], 0)
    shown = "le premier rang est publié" if last == 1 else f"les {last} premiers rangs sont publiés"
    text = f"seul {shown}" if last == 1 else f"seuls {shown}"
    why = "un domaine peu ressenti n’y a pas de rang, il ne peut avoir qu’une borne"
    return f"Ressenti {of(words.actors_the[fact.actor_code])} ({fact.wave})\u202f: {text} sur {total}, {why}."


def _sample_not_published(fact: Fact, words: Vocabulary) -> str:
    every = int(fact.numbers["figures"])
    told = [
        f"{name}{_share(int(fact.numbers[key]), every)}, {so}"
        for key, name, so in (
            ("unknown", NO_SIZE, "l’erreur de sondage n’est donc pas comptée"),
            ("undeviated", NO_DEVIATION, "l’erreur de sondage ne peut être que bornée"),
        )
        if fact.numbers.get(key)
    ]
    text = joined(told)
    return f"Ressenti {of(words.actors_the[fact.actor_code])} ({fact.wave})\u202f: {text}."


def _share(count: int, every: int) -> str:
    return "" if count == every else f" pour {counted(count, 'chiffre', 'chiffres')} sur {every}"


def _not_published(fact: Fact, words: Vocabulary) -> str:
    who = words.actors_the[fact.actor_code]
    if fact.numbers["country"]:
        text = "publié pour la France entière seulement, pour aucune région\u202f; rien n’est estimé"
        return f"Ressenti {of(who)}\u202f: {text}."
    return f"Aucun chiffre utilisable n’est publié sur la fragilité ressentie par {who}."


SENTENCES: Mapping[FactKind, Callable[[Fact, Vocabulary], str]] = MappingProxyType(
    {
        FactKind.TIES: _ties,
        FactKind.TOP_RANKS_ONLY: _top_ranks_only,
        FactKind.SAMPLE_NOT_PUBLISHED: _sample_not_published,
        FactKind.CORRECTED: _corrected,
        FactKind.PARTLY_MEASURED: _partly_measured,
        FactKind.NOT_PUBLISHED: _not_published,
    }
)
