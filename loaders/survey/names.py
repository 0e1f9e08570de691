"""The codes and names that a survey file may use for an actor, a region or a domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.edition import LoadedEdition
from loaders.naming import key
from loaders.reference import FRANCE
from loaders.survey.lexicon import lexicon

Lookup = Mapping[str, str]
# « 53 - Bretagne », « Bretagne (53) », « 2. Entreprises »: a code and a name, or a number and an answer.
_PARTS = re.compile(r" [-–—] | ?[:=()] ?|(?<=[0-9])[.)-] ")
# A code typed or saved as a number: « 011 », « 11.0 », « 1 ».
_CODE = re.compile(r"0*([0-9]{1,3})(?:[.,]0+)?")
_DEPARTMENTS = frozenset({*(f"{number:02d}" for number in range(1, 96)), "2A", "2B"})


@dataclass(frozen=True, slots=True)
class Names:
    """Key of a text (see `loaders.naming.key`) → code, for each thing a row is about.

    `former`: regions until 2015, each inside one of today's; `overseas`: territories that no figure counts.
    """

    actors: Lookup
    regions: Lookup
    domains: Lookup
    former: Lookup
    overseas: frozenset[str]

    def region(self, text: str) -> str:
        """Return the code of a region of today named by a text, or ""."""
        return _found(self.regions, (text, _padded(text))) or _agreed(self.regions, text)

    def actor(self, text: str) -> str:
        """Return the code of an actor named by a text, or ""."""
        return _found(self.actors, (text,)) or _agreed(self.actors, text)

    def domain(self, text: str) -> str:
        """Return the code of a domain named by a text, or ""."""
        return _found(self.domains, (text,)) or _agreed(self.domains, text)

    def is_overseas(self, text: str) -> bool:
        """True for a territory overseas, by its name or its code."""
        return any(key(part) in self.overseas for part in (text, _padded(text), *_PARTS.split(text)) if part)


def is_department(text: str) -> bool:
    """True for the code of a department of metropolitan France (some are also codes of regions)."""
    return (_padded(text) or text).upper() in _DEPARTMENTS


def of_departments(heading: str) -> bool:
    """True for the title of a column of departments."""
    return "departement" in key(heading) and "region" not in key(heading)


def known_names(edition: LoadedEdition) -> Names:
    """Read the names of an edition; regions also by the aliases of the reference tables, and FR."""
    words = lexicon()
    regions = ((region.region_code, region.name, region.short_name) for region in edition.regions)
    return Names(
        actors=_lookup(
            _actor(code, label) for code, label in ((a.actor_code, a.label) for a in edition.actors)
        ),
        regions={**words.same, **words.aliases, **_lookup(regions), key(FRANCE): FRANCE},
        domains=_lookup(
            (d.domain_code, d.label, d.short_label, *d.label.split("/")) for d in edition.domains
        ),
        former=words.former,
        overseas=words.overseas,
    )


def _found(known: Lookup, texts: Iterable[str]) -> str:
    return next((known[key(text)] for text in texts if text and key(text) in known), "")


def _agreed(known: Lookup, text: str) -> str:
    """Read a text of several parts: those that name something name one thing; the others are numbers."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    codes = {known[key(part)] for part in parts if key(part) in known}
    rest = [part for part in parts if key(part) not in known and not part.strip().isdigit()]
    return codes.pop() if len(codes) == 1 and not rest else ""


def _padded(text: str) -> str:
    """Return a code as it is written in the tables: « 1 » and « 01.0 » are 01; "" for what is no code."""
    code = _CODE.fullmatch(text.strip())
    return code[1].zfill(2) if code else ""


def _actor(code: str, label: str) -> tuple[str, ...]:
    """« citoyens », « Citoyens », « citoyen »; « Élus locaux » also « élu local »."""
    singular = " ".join(word.removesuffix("s").replace("locaux", "local") for word in label.split())
    return (code, label, singular)


def _lookup(items: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The code is the first of each; a name that two things share stands for neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for code, *names in items:
        for name in {key(text) for text in (code, *names)}:
            shared |= {name} if found.get(name, code) != code else set()
            found[name] = code
    return {name: code for name, code in found.items() if name not in shared}
