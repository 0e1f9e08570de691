"""Codes a cell may hold: known to the reference tables or to the workbook itself, or refused by name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from loaders.lines import Line
from loaders.naming import quote
from loaders.reference import FRANCE, Reference
from wording.lists import join


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The codes that exist in one edition."""

    domains: frozenset[str]
    regions: frozenset[str]
    actors: frozenset[str]
    reliabilities: frozenset[str]

    @classmethod
    def of(cls, reference: Reference, domains: Collection[str]) -> Vocabulary:
        """Codes of the reference tables, and of the sheet « Domaines »."""
        return cls(
            frozenset(domains),
            frozenset(region.region_code for region in reference.regions),
            frozenset(actor.actor_code for actor in reference.actors),
            frozenset(reference.reliabilities),
        )

    def domain(self, line: Line, column_key: str = "domain") -> str | None:
        """The domain code of a cell, None when empty."""
        return _known(line, column_key, line.text(column_key), self.domains, "domaine")

    def actor(self, line: Line) -> str | None:
        """The actor code of a cell, None when the source names none."""
        return _known(line, "actor", line.text("actor"), self.actors, "acteur")

    def reliability(self, line: Line) -> str:
        """The reliability of a figure; never empty."""
        text = line.text("reliability")
        if not text:
            known = join((quote(code) for code in sorted(self.reliabilities)), "ou")
            line.error("reliability", "fiabilite_absente", "La fiabilité est vide.", f"Écrire {known}.")
        return _known(line, "reliability", text, self.reliabilities, "fiabilité") or ""

    def domain_list(self, line: Line) -> tuple[str, ...]:
        """Several domain codes separated by spaces."""
        return _several(line, "domains", self.domains, "domaine")

    def region_list(self, line: Line) -> tuple[str, ...]:
        """INSEE codes separated by spaces, or FR alone, or nothing."""
        codes = _several(line, "regions", self.regions | {FRANCE}, "région")
        if FRANCE in codes and len(codes) > 1:
            line.error(
                "regions",
                "regions_incompatibles",
                "FR (la France) ne se combine pas avec des régions.",
                "Écrire FR seul, ou les seuls codes des régions.",
            )
        return codes


def _several(line: Line, column_key: str, known: frozenset[str], what: str) -> tuple[str, ...]:
    parts = line.text(column_key).replace(",", " ").replace(";", " ").split()
    found = [_known(line, column_key, part, known, what) for part in parts]
    if len(set(parts)) < len(parts):
        line.error(column_key, "code_repete", f"Un code de {what} est répété.", "Ne l’écrire qu’une fois.")
    return tuple(code for code in found if code is not None)


def _known(line: Line, column_key: str, text: str, known: frozenset[str], what: str) -> str | None:
    if not text or text in known:
        return text or None
    line.error(
        column_key,
        "code_inconnu",
        f"Code de {what} inconnu : {quote(text)}.",
        f"Codes possibles : {join(sorted(known), 'ou')}.",
    )
    return None
