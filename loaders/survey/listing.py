"""What `python -m loaders survey` says of a file: for a person, and as one JSON object for a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from loaders.edition import LoadedEdition
from loaders.findings import WorkbookRefused
from loaders.naming import quote
from loaders.records import SurveyFigure
from loaders.reference import FRANCE
from loaders.survey.aside import LeftAside
from loaders.survey.door import CsvColumns, Kind, Matching, SurveyRefused, SurveyRows
from loaders.survey.matching import LABELS
from loaders.survey.merge import Replaced
from loaders.survey.scale import NOTE, told
from wording.numbers import counted, number, quantity

_SUBJECTS = {"actor": "Acteur", "region": "Région", "domain": "Domaine"}
_NUMBERS = {"value": "Valeur", "weight": "Poids", "size": "Effectif", "deviation": "Écart-type"}
_ASIDE = "laisse_de_cote_"


@dataclass
class Look:
    """One look at a file. What could not be reached stays None or empty; `refusal` says why."""

    file_name: str
    edition: LoadedEdition
    found: CsvColumns | None = None
    proposal: Matching | None = None
    used: Matching | None = None
    rows: SurveyRows | None = None
    replaced: tuple[Replaced, ...] = ()
    refusal: WorkbookRefused | None = None

    @property
    def left_aside(self) -> tuple[LeftAside, ...]:
        """Return what counts for nothing, also when the file is refused."""
        if isinstance(self.refusal, SurveyRefused):
            return self.refusal.left_aside
        return self.rows.left_aside if self.rows else ()


def as_json(look: Look) -> dict[str, Any]:
    """Return everything as plain data; the keys say what they hold."""
    rows, found = look.rows, look.found
    findings = look.refusal.findings if look.refusal else rows.findings if rows else ()
    return {
        "file": look.file_name,
        "workbook": {"file_name": look.edition.file_name, "sha256": look.edition.sha256},
        "format": None
        if found is None
        else {
            "separator": found.separator,
            "encoding": found.encoding,
            "heading_rows": found.table.heading_rows,
            "rows": found.row_count,
        },
        "columns": [asdict(column) for column in found.columns] if found else [],
        "proposed": _matching(look.proposal),
        "used": _matching(look.used),
        "accepted": look.refusal is None,
        "refusal": str(look.refusal) if look.refusal else None,
        "rows": None
        if rows is None
        else {
            "read": rows.row_count,
            "counted": rows.row_count - rows.rows_aside,
            "left_aside": rows.rows_aside,
        },
        "figures": [_figure(figure) for figure in rows.figures] if rows else [],
        "left_aside": [asdict(left) | {"sentence": left.sentence()} for left in look.left_aside],
        "replaced": [asdict(gone) for gone in look.replaced],
        "findings": [asdict(finding) for finding in findings],
    }


def as_text(look: Look) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"Fichier\u202f: {look.file_name}, pour {look.edition.file_name}"
    if look.found:
        yield _format(look.found)
    if look.found and look.used:
        yield from _part("COLONNES ET CHOIX", _choices(look.used, look.found, look.edition))
    yield ""
    if look.refusal:
        yield f"Résultat\u202f: REFUSÉ. {look.refusal}"
        others = [item for item in look.refusal.findings[1:] if not item.kind.startswith(_ASIDE)]
        yield from _part("DÉTAIL", [finding.sentence() for finding in others])
    elif look.rows:
        yield _result(look.rows)
    yield from _part("LAISSÉ DE CÔTÉ", [f"{left.sentence()} ({left.cell})" for left in look.left_aside])
    if look.rows:
        yield from _read(look, look.rows)


def _result(rows: SurveyRows) -> str:
    kept = counted(rows.row_count - rows.rows_aside, "comptée", "comptées")
    aside = counted(rows.rows_aside, "laissée de côté", "laissées de côté")
    return (
        f"Résultat\u202f: {counted(len(rows.figures), 'chiffre serait lu', 'chiffres seraient lus')}. "
        f"{counted(rows.row_count, 'ligne', 'lignes')}, dont {kept} et {aside}."
    )


def _read(look: Look, rows: SurveyRows) -> Iterator[str]:
    yield from _part("CHIFFRES", [_line(figure, look.edition) for figure in rows.figures])
    if look.used and look.used.programme and look.used.date:
        yield from _part(
            "SERAIENT REMPLACÉS", [gone.sentence() for gone in look.replaced] or ["aucun chiffre"]
        )
    others = [item for item in rows.findings if not item.kind.startswith(_ASIDE)]
    yield from _part("À SAVOIR", [f"{item.level}\u202f: {item.sentence()}" for item in others])


def _part(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from (f"- {line}" for line in lines)


def _format(found: CsvColumns) -> str:
    mark = {"\t": "tabulation", ";": "point-virgule", ",": "virgule", "|": "barre"}[found.separator]
    titles = counted(found.table.heading_rows, "ligne de titres", "lignes de titres")
    rows = counted(found.row_count, "ligne", "lignes")
    columns = counted(len(found.columns), "colonne", "colonnes")
    return f"{rows} et {columns}, séparateur {mark}, {found.encoding}, {titles}"


def _choices(used: Matching, found: CsvColumns, edition: LoadedEdition) -> list[str]:
    letters = {column.heading: column.letter for column in found.columns}
    words = _words(edition)
    measure = next((told(item) for item in edition.measures if item.measure == used.measure), "à choisir")
    lines = [LABELS[used.kind], f"Mesure\u202f: {measure}"]
    for name, label in _SUBJECTS.items():
        heading, code = getattr(used, f"{name}_column"), getattr(used, name)
        if name == "domain" and used.domain_columns:
            for column, domain in used.domain_columns.items():
                lines.append(f"{_of(column, letters)}\u202f: {words['domain'].get(domain, domain)}")
        elif heading:
            lines.append(f"{label}\u202f: {_of(heading, letters)}")
        else:
            said = words[name].get(code, code) or f"à choisir (--{name} CODE, ou --column {name}=TITRE)"
            lines.append(f"{label}\u202f: {said}")
    for name, label in _NUMBERS.items():
        if heading := getattr(used, f"{name}_column"):
            lines.append(f"{label}\u202f: {_of(heading, letters)}")
    if used.empty_is_no:
        lines.append("Une case vide veut dire «\u00a0non\u00a0»")
    lines.append(f"Enquête\u202f: {used.programme or 'à nommer (--name)'}")
    lines.append(f"Date\u202f: {used.date or 'à donner (--date)'}")
    return lines


def _of(heading: str, letters: Mapping[str, str]) -> str:
    return f"colonne {letters.get(heading, '?')} {quote(heading)}"


def _words(edition: LoadedEdition) -> dict[str, dict[str, str]]:
    return {
        "actor": {item.actor_code: item.label for item in edition.actors},
        "region": {FRANCE: "France entière"} | {item.region_code: item.name for item in edition.regions},
        "domain": {item.domain_code: item.short_label for item in edition.domains},
    }


def _line(figure: SurveyFigure, edition: LoadedEdition) -> str:
    words = _words(edition)
    region = words["region"][figure.region_codes[0]]
    domain, actor = words["domain"][figure.domain_code or ""], words["actor"][figure.actor_code or ""]
    unit = "sur 10" if figure.measure == NOTE else figure.unit
    value = quantity(float(figure.value or 0), unit, figure.decimals)
    size = f"n = {number(figure.sample_size)}" if figure.sample_size is not None else "effectif non donné"
    base = f", {figure.base}" if figure.base.endswith("pondérées") else ""
    deviation = figure.standard_deviation
    spread = f", écart-type {number(float(deviation))}" if deviation is not None else ""
    return f"{region}, {domain}, {actor}\u202f: {value} ({size}{base}{spread})"


def _figure(figure: SurveyFigure) -> dict[str, Any]:
    deviation = figure.standard_deviation
    return {
        "actor": figure.actor_code,
        "region": figure.region_codes[0],
        "domain": figure.domain_code,
        "measure": figure.measure,
        "value": None if figure.value is None else float(figure.value),
        "unit": figure.unit,
        "sample_size": figure.sample_size,
        "standard_deviation": None if deviation is None else float(deviation),
        "base": figure.base,
        "cell": figure.cell,
    }


def _matching(matching: Matching | None) -> dict[str, Any] | None:
    if matching is None:
        return None
    plain = {name: value for name, value in vars(matching).items() if name not in {"programme", "survey"}}
    return plain | {
        "kind": str(Kind(matching.kind)),
        "name": matching.programme,
        "domain_columns": dict(matching.domain_columns),
    }
