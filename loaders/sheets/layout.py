"""Where things are in a sheet: found by name, whatever their order and their typography."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.cells.marks import header
from loaders.file.addresses import address
from loaders.file.sheet import Sheet
from loaders.findings import Findings
from loaders.naming import key, quote
from loaders.reference import ColumnSpec, Reference, SheetSpec
from loaders.sheets.lost_titles import likely_cell
from wording.lists import join

# Titles, logos and notes above the table: a header further down than this is not one.
LAST_HEADER_ROW = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """One table found in a sheet.

    `columns`: column key → column number; `regions`: INSEE code or FR → column number; `unknown`: columns
    whose header is in no table, with that header.
    """

    sheet: Sheet
    header_row: int
    columns: dict[str, int]
    regions: dict[str, int]
    unknown: dict[int, str]


def find_sheets(sheets: tuple[Sheet, ...], reference: Reference, findings: Findings) -> dict[str, Sheet]:
    """Sheet key → sheet, by accepted names; an error for each required sheet missing or found twice.

    An absent sheet that is only expected is an alert; one that is optional is no news.
    """
    found: dict[str, Sheet] = {}
    for spec in reference.sheets:
        candidates = [sheet for sheet in sheets if key(sheet.name) in spec.accepted]
        if len(candidates) > 1:
            names = join(quote(sheet.name) for sheet in candidates)
            findings.error(
                "feuille_double",
                spec.name,
                "",
                f"Deux feuilles peuvent être celle-ci\u202f: {names}.",
                "N’en garder qu’une.",
            )
        if candidates:
            found[spec.sheet_key] = candidates[0]
        elif spec.expected:
            _missing_sheet(spec, sheets, findings)
    for sheet in sheets:
        if sheet not in found.values() and sheet.cells:
            _unread(sheet, found, reference, findings)
    return found


def _unread(sheet: Sheet, found: dict[str, Sheet], reference: Reference, findings: Findings) -> None:
    """Say which sheet is not read; one with all the headings of one that is may be the newer of the two."""
    for sheet_key, specs in reference.columns.items():
        if sheet_key in found and _has_headings(sheet, specs):
            read = quote(found[sheet_key].name)
            findings.alert(
                "feuille_en_double",
                sheet.name,
                "",
                f"Cette feuille a les mêmes titres que {read} et n’est pas lue\u202f: seule {read} l’est.",
                "La retirer\u202f; si c’est elle qui doit être lue, retirer l’autre et lui donner son nom.",
            )
            return
    findings.info("feuille_inconnue", sheet.name, "", "Cette feuille n’est pas lue.")


def _has_headings(sheet: Sheet, specs: tuple[ColumnSpec, ...]) -> bool:
    known = {accepted: spec.column_key for spec in specs for accepted in spec.accepted}
    wanted = {spec.column_key for spec in specs if spec.required}
    return any(wanted <= named for named in _named_by_row(sheet, known).values())


def _named_by_row(sheet: Sheet, known: dict[str, str]) -> dict[int, set[str]]:
    """The columns that each row names, among those where a header may be."""
    named: defaultdict[int, set[str]] = defaultdict(set)
    for (row, _), cell in sheet.cells.items():
        name = _named(cell.value, known) if isinstance(cell.value, str) and row <= LAST_HEADER_ROW else None
        if name is not None:
            named[row].add(name)
    return named


def _missing_sheet(spec: SheetSpec, sheets: tuple[Sheet, ...], findings: Findings) -> None:
    present = join(quote(sheet.name) for sheet in sheets)
    record = findings.error if spec.required else findings.alert
    record(
        "feuille_absente",
        "",
        "",
        f"Il manque la feuille {quote(spec.name)}. Feuilles présentes\u202f: {present}.",
        "La rétablir ou lui rendre son nom.",
    )


def find_layout(
    sheet: Sheet, specs: tuple[ColumnSpec, ...], region_columns: dict[str, str], findings: Findings
) -> Layout | None:
    """Locate the header row and its columns; None, with errors recorded, when that cannot be done safely.

    A missing column is an error that shows both lists, what is missing and what is there unrecognised.
    """
    known = {accepted: spec.column_key for spec in specs for accepted in spec.accepted}
    header_row = _find_header(sheet, specs, known, findings)
    if header_row is None:
        return None
    names = {**known, **{alias: f"region {code}" for alias, code in region_columns.items()}}
    places, unknown = _places(sheet, header_row, names)
    expected = [(spec.column_key, spec.header, spec.accepted) for spec in specs if spec.required]
    if _check_places(sheet, header_row, places, expected, unknown, findings):
        return None
    first = {name: columns[0] for name, columns in places.items()}
    return Layout(
        sheet,
        header_row,
        {name: column for name, column in first.items() if not name.startswith("region ")},
        {
            name.removeprefix("region "): column
            for name, column in first.items()
            if name.startswith("region ")
        },
        unknown,
    )


def _find_header(
    sheet: Sheet, specs: tuple[ColumnSpec, ...], known: dict[str, str], findings: Findings
) -> int | None:
    """The one row that names at least half of the expected columns."""
    named = _named_by_row(sheet, known)
    rows = [row for row, keys in sorted(named.items()) if len(keys) * 2 >= len(specs)]
    if len(rows) == 1:
        return rows[0]
    headers = join(quote(spec.header) for spec in specs if spec.required)
    problem = (
        f"Plusieurs lignes d’en-tête (lignes {join(map(str, rows))})." if rows else "Pas de ligne d’en-tête."
    )
    findings.error(
        "entete_introuvable",
        sheet.name,
        "",
        f"{problem} Colonnes attendues\u202f: {headers}.",
        "Rétablir une seule ligne d’en-tête, avec ces titres.",
    )
    return None


def _named(title: str, names: dict[str, str]) -> str | None:
    """What a title names, whether or not it refers to a note: « Grand Est (1) », « Année² »."""
    return names.get(key(title)) or names.get(key(header(title)))


def _places(
    sheet: Sheet, header_row: int, names: dict[str, str]
) -> tuple[dict[str, list[int]], dict[int, str]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    unknown: dict[int, str] = {}
    for (row, column), cell in sheet.cells.items():
        if row == header_row:
            name = _named(cell.text, names)
            if name is None:
                unknown[column] = cell.text
            else:
                places[name].append(column)
    return places, unknown


def _check_places(
    sheet: Sheet,
    header_row: int,
    places: dict[str, list[int]],
    expected: Iterable[tuple[str, str, frozenset[str]]],
    unknown: dict[int, str],
    findings: Findings,
) -> bool:
    """Record missing and doubled columns; True when there is any."""
    missing = [(title, accepted) for name, title, accepted in expected if name not in places]
    doubled = {name: columns for name, columns in places.items() if len(columns) > 1}
    if missing:
        others = join(quote(title) for title in unknown.values())
        titles = join(quote(title) for title, _ in missing)
        known = [column for columns in places.values() for column in columns]
        findings.error(
            "colonne_absente",
            sheet.name,
            likely_cell(sheet, header_row, missing[0][1], unknown, known),
            f"Colonnes introuvables dans l’en-tête\u202f: {titles}. Titres non reconnus\u202f: "
            f"{others or 'aucun'}.",
            "Rétablir ces titres, ou déclarer le nouveau dans la table des titres.",
        )
    for columns in doubled.values():
        cells = [address(header_row, column) for column in columns]
        title = sheet.cells[header_row, columns[0]].text
        findings.error(
            "colonne_double",
            sheet.name,
            cells[1],
            f"La colonne {quote(title)} est présente plusieurs fois (cellules {join(cells)}).",
            "N’en garder qu’une.",
        )
    return bool(missing or doubled)
