"""Codes a cell may hold: known to the reference tables or to the workbook itself, or refused by name.

A code in capital letters, or the label in its place, is the code: « EMPLOI », « Élus locaux », « à vérifier »
are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.naming import key, quote
from loaders.records import Domain
from loaders.reference import FRANCE, Reference
from loaders.sheets.lines import Line
from wording.lists import join

Names = Mapping[str, str]  # key of a code or of a label → the code


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The codes that exist in one edition, by all their names."""

    domains: Names
    regions: Names
    actors: Names
    reliabilities: Names

    @classmethod
    def of(cls, reference: Reference, domains: Iterable[Domain]) -> Vocabulary:
        """Codes of the reference tables, and of the sheet « Domaines »."""
        return cls(
            _names((item.domain_code, item.label, item.short_label) for item in domains),
            {**reference.region_columns, **_names((item.region_code,) for item in reference.regions)},
            _names((item.actor_code, item.label, item.label_the) for item in reference.actors),
            _names(reference.reliabilities.items()),
        )

    def domain(self, line: Line, column_key: str = "domain") -> str | None:
        """The domain code of a cell, None when empty."""
        return _known(line, column_key, line.text(column_key), self.domains, "de domaine")

    def actor(self, line: Line) -> str | None:
        """The actor code of a cell, None when the source names none."""
        return _known(line, "actor", line.text("actor"), self.actors, "d’acteur")

    def reliability(self, line: Line) -> str:
        """The reliability of a figure; never empty."""
        text = line.text("reliability")
        if not text:
            known = join((quote(code) for code in sorted(set(self.reliabilities.values()))), "ou")
            line.error("reliability", "fiabilite_absente", "La fiabilité est vide.", f"Écrire {known}.")
        return _known(line, "reliability", text, self.reliabilities, "de fiabilité") or ""

    def domain_list(self, line: Line) -> tuple[str, ...]:
        """Several domain codes separated by spaces, or labels separated by commas or semicolons."""
        return _several(line, "domains", self.domains, "de domaine")

    def region_list(self, line: Line) -> tuple[str, ...]:
        """INSEE codes separated by spaces, or FR alone, or nothing."""
        codes = _several(line, "regions", {**self.regions, key(FRANCE): FRANCE}, "de région")
        if FRANCE in codes and len(codes) > 1:
            line.error(
                "regions",
                "regions_incompatibles",
                "FR (la France) ne se combine pas avec des régions.",
                "Écrire FR seul, ou les seuls codes des régions.",
            )
        return codes


def _names(known: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Every name of a code; a label that two codes share names neither."""
    rows = [(*map(key, row), row[0]) for row in known]
    labels = Counter(label for _, *own, _ in rows for label in set(own))
    shared = {label for label, count in labels.items() if count > 1}
    names = {label: code for _, *own, code in rows for label in own if label and label not in shared}
    return names | {bare: code for bare, *_, code in rows}


def _several(line: Line, column_key: str, names: Names, what: str) -> tuple[str, ...]:
    text = line.text(column_key)
    parts = [text] if key(text) in names else re.split(r"[,;]", text)
    if not all(key(part) in names for part in parts):
        parts = re.sub(r"[,;]", " ", text).split()
    found = [_known(line, column_key, part.strip(), names, what) for part in parts]
    codes = tuple(code for code in found if code is not None)
    if len(set(codes)) < len(codes):
        line.error(column_key, "code_repete", f"Un code {what} est répété.", "Ne l’écrire qu’une fois.")
    return codes


def _known(line: Line, column_key: str, text: str, names: Names, what: str) -> str | None:
    code = names.get(key(text))
    if code is None and text:
        line.error(
            column_key,
            "code_inconnu",
            f"Code {what} inconnu\u202f: {quote(text)}.",
            f"Codes possibles\u202f: {join(sorted(set(names.values())), 'ou')}.",
        )
    return code
