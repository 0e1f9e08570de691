"""What the search box finds in an edition, written once for the browser that filters it.

The entries of the public edition have an address that changes with them; those of a workbook that a visitor
brought, or trains with, have none, and go to that visitor alone.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from exports.commands import DOCUMENTS
from loaders.tables import read_tables
from pages.facade import choices, current, domain, methods, sections, shapes
from pages.facade.edition import Edition, per_edition
from pages.menu import ENTRIES, path
from pages.searched import FOLDER
from pages.zipped import FOR_EVER, Zipped
from readings.search import entries
from readings.search.entries import Found, Kind
from wording.slug import slug


@dataclass(frozen=True)
class _Place:
    """Where the entries of a kind open: a page, the choice that says which one, and choices beside it."""

    script: str
    choice: str
    beside: Mapping[str, str] = field(default_factory=dict)


_PLACES = {
    Kind.REGION: _Place("territory.py", "region"),
    Kind.DOMAIN: _Place("domain.py", "domaine"),
    Kind.INDICATOR: _Place(
        "method.py", "indicateur", {sections.PARAMETER.name: sections.PROVENANCE, "resultat": "indicateur"}
    ),
    Kind.ACTOR: _Place("actors.py", "acteur"),
    Kind.INITIATIVE: _Place("alliances.py", "initiative"),
    Kind.METHOD: _Place("method.py", "partie", {sections.PARAMETER.name: sections.WORDS}),
}
# What pages and sections hold, where their name does not say it.
_HOLDS: dict[str, tuple[str, ...]] = {
    "overview.py": ("carte de France", "classement des régions"),
    "territory.py": ("ma région", *(document.said for document in DOCUMENTS)),
    "gaps.py": ("angles morts et inquiétudes", "ressenti et mesuré"),
    "actors.py": ("priorités de chaque acteur",),
    "compare.py": ("plusieurs régions ensemble",),
    "alliances.py": ("partenariats",),
    sections.SETTINGS: ("poids des domaines", "calcul des scores"),
    sections.DECIDING: ("retirer un indicateur", "sensibilité", "corrélations", "variance"),
    sections.QUALITY: ("alertes et corrections du classeur",),
    sections.COVERAGE: ("ce qui est publié et ce qui manque",),
    sections.PROVENANCE: ("source et cellule d’un nombre",),
    sections.OWN: ("apporter un classeur ou une enquête",),
    sections.TAKEAWAY: ("télécharger toutes les données, CSV et XLSX",),
}
_PATHS = {entry.script: path(entry) for entry in ENTRIES}
Row = tuple[str, str, str, dict[str, str], tuple[str, ...]]


def sent() -> dict[str, str]:
    """Return what the search box is told: the address of its entries, or a visitor's own entries."""
    if current.shown():
        return {"entries": _written()}
    return {"address": _address(_served())}


def answer() -> tuple[str, Zipped]:
    """Return the address of the entries of the public edition and its answer; raises `NoEdition`."""
    current.begin()
    served = _served()
    return _address(served), served


def rows() -> list[Row]:
    """Return the entries of this edition: words, kind, path of a page, codes of its address, more words."""
    return [*_pages(), *(_row(found) for found in _found())]


def _address(served: Zipped) -> str:
    return f"{FOLDER}{served.name}.json"


@per_edition(max_entries=1)
def _served(edition: Edition) -> Zipped:
    if edition.store.private:
        raise PermissionError("what a visitor brought has no address")
    return Zipped(_written().encode(), "application/json", kept=FOR_EVER)


@per_edition(max_entries=1)
def _written(_edition: Edition) -> str:
    return json.dumps(rows(), ensure_ascii=False, separators=(",", ":"))


@per_edition(max_entries=1)
def _found(edition: Edition) -> list[Found]:
    known, catalogue = edition.results.vocabulary(), edition.results.catalogue()
    departments = shapes.departments()
    named = [(departments.region_of[code], name) for code, name in departments.name_of.items()]
    initials = [(row["region_code"], row["alias"]) for row in read_tables()["region_aliases"]]
    return [
        *entries.regions(known, [*initials, *named]),
        *entries.domains(known, catalogue),
        *entries.indicators(known, catalogue, slug),
        *entries.actors(known),
        *entries.initiatives(
            known, edition.results.initiatives(), choices.initiative_codes(), departments.name_of
        ),
        *entries.method(methods.explained(), slug),
    ]


def _row(found: Found) -> Row:
    place = _PLACES[found.kind]
    if found.kind is Kind.INDICATOR and found.code in (own := domain.own_views()):
        place = _Place("domain.py", place.choice, {"domaine": own[found.code]})
    return (
        found.label,
        found.kind,
        _PATHS[place.script],
        {**place.beside, place.choice: found.code},
        found.words,
    )


def _pages() -> Iterator[Row]:
    """Yield the pages of the menu whole, then the sections of the last one."""
    whole = {_PLACES[kind].choice: "" for kind in (Kind.INITIATIVE, Kind.METHOD)}
    for entry in ENTRIES:
        yield entry.title, Kind.PAGE, path(entry), whole, _HOLDS.get(entry.script, ())
    last = ENTRIES[-1]
    for code, label in sections.SECTIONS.items():
        yield (
            label,
            Kind.PAGE,
            path(last),
            {**whole, sections.PARAMETER.name: code},
            (last.title, *_HOLDS.get(code, ())),
        )
