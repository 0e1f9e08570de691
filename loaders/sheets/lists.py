"""« Domaines », « Sources » and « Initiatives »: the plain lists of the workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.findings import Findings
from loaders.naming import quote
from loaders.records import Axis, Domain, Initiative, Source
from loaders.sheets.lines import Line
from loaders.sheets.vocabulary import Vocabulary

_DEPARTMENT = re.compile(r"0[1-9]|[1-8][0-9]|9[0-5]|2A|2B|97[1-6]")


def read_domains(lines: Iterable[Line]) -> tuple[tuple[Domain, ...], tuple[Axis, ...]]:
    """The domains in the order of « Ordre », and the axes in the order their first domain comes."""
    rows = [(_domain(line), line) for line in lines]
    _check_unique([(domain.domain_code, line) for domain, line in rows])
    rows.sort(key=lambda row: row[0].position)
    labels: dict[str, str] = {}
    for domain, line in rows:
        label = line.text("axis_label")
        if labels.setdefault(domain.axis_code, label) != label:
            line.error(
                "axis_label",
                "axe_incoherent",
                f"L’axe {quote(domain.axis_code)} porte deux noms\u202f: "
                f"{quote(labels[domain.axis_code])} et "
                f"{quote(label)}.",
                "Lui donner partout le même nom.",
            )
    axes = tuple(
        Axis(code, label, position) for position, (code, label) in enumerate(labels.items(), start=1)
    )
    return tuple(domain for domain, _ in rows), axes


def _domain(line: Line) -> Domain:
    figure = line.figure("position", way_out="Écrire 1, 2, 3…")
    whole = figure.value is not None and figure.value == int(figure.value)
    if not whole and figure.status != "not_available":
        line.error("position", "entier_attendu", "L’ordre n’est pas un nombre entier.", "Écrire 1, 2, 3…")
    for column_key in ("code", "label", "short_label", "axis_code"):
        if not line.text(column_key):
            line.error(
                column_key,
                "texte_absent",
                "La cellule est vide.",
                "La remplir\u202f: chaque domaine en a besoin.",
            )
    return Domain(
        line.text("code"),
        line.text("label"),
        line.text("short_label"),
        line.text("axis_code"),
        int(figure.value or 0),
    )


def read_sources(lines: Iterable[Line]) -> tuple[Source, ...]:
    """The documents, in the order of the sheet."""
    rows = [(_source(line), line) for line in lines]
    _check_unique([(source.source_code, line) for source, line in rows])
    return tuple(source for source, _ in rows)


def _source(line: Line) -> Source:
    return Source(
        source_code=line.text("code"),
        **line.texts("reference", "publisher", "date", "address", "remark"),
        sheet=line.layout.sheet.name,
        row_number=line.number,
    )


def read_initiatives(lines: Iterable[Line], vocabulary: Vocabulary) -> tuple[Initiative, ...]:
    """The initiatives, in the order of the sheet."""
    return tuple(_initiative(line, vocabulary) for line in lines)


def _initiative(line: Line, vocabulary: Vocabulary) -> Initiative:
    name = line.text("name")
    if not name:
        line.error(
            "name", "texte_absent", "L’initiative n’a pas de nom.", "Écrire son nom, ou vider la ligne."
        )
    return Initiative(
        name=name,
        **line.texts("description", "domain_label", "department_label", "actors", "year", "source"),
        domain_codes=vocabulary.domain_list(line),
        department_codes=_departments(line),
        region_codes=vocabulary.region_list(line),
        reliability=vocabulary.reliability(line),
        sheet=line.layout.sheet.name,
        row_number=line.number,
    )


def _departments(line: Line) -> tuple[str, ...]:
    """Department codes; a spreadsheet turns « 01 » into 1, which is put back."""
    codes = [part.zfill(2).upper() for part in line.text("departments").split()]
    for code in codes:
        if not _DEPARTMENT.fullmatch(code):
            line.error(
                "departments",
                "code_inconnu",
                f"Code de département inconnu\u202f: {quote(code)}.",
                "Écrire 01 à 95, 2A ou 2B.",
            )
    return tuple(codes)


def _check_unique(rows: list[tuple[str, Line]]) -> None:
    first: dict[str, Line] = {}
    for code, line in rows:
        other = first.setdefault(code, line)
        if other is not line:
            line.error(
                "code",
                "code_double",
                f"Le code {quote(code)} est écrit deux fois\u202f: lignes {other.number} et {line.number}.",
                "Donner à l’une des deux un autre code.",
            )


def report_unused_domains(domains: Iterable[Domain], used: set[str], sheet: str, findings: Findings) -> None:
    """Say which domains no indicator with a figure measures."""
    for domain in domains:
        if domain.domain_code not in used:
            findings.alert(
                "domaine_sans_indicateur",
                sheet,
                "",
                f"Aucun indicateur chiffré ne mesure le domaine {quote(domain.label)}.",
                "Lui rattacher un indicateur dans «\u00a0Données territoriales\u00a0».",
            )
