"""The codes and names that a survey file may use for an actor, a region or a domain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.edition import LoadedEdition
from loaders.naming import key
from loaders.reference import FRANCE, build_reference
from loaders.tables import read_tables

Lookup = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Key of a text (see `loaders.naming.key`) → code, for each thing a row is about."""

    actors: Lookup
    regions: Lookup
    domains: Lookup


def known_names(edition: LoadedEdition) -> Names:
    """Read the names of an edition; regions also by the aliases of the reference tables, and FR."""
    aliases = build_reference(read_tables()).region_columns
    regions = ((region.region_code, region.name, region.short_name) for region in edition.regions)
    return Names(
        actors=_lookup(
            _actor(code, label) for code, label in ((a.actor_code, a.label) for a in edition.actors)
        ),
        regions={**aliases, **_lookup(regions), key(FRANCE): FRANCE},
        domains=_lookup((d.domain_code, d.label, d.short_label) for d in edition.domains),
    )


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
