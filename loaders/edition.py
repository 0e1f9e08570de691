"""One edition of the workbook, read, typed and checked: `load` is the only door from a file to figures."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from loaders import place, records
from loaders.checks import signs
from loaders.file import workbook as reader
from loaders.file.guard import MAXIMUM_FILE_BYTES, refuse
from loaders.file.sheet import Sheet
from loaders.findings import Finding, WorkbookRefused
from loaders.naming import quote
from loaders.reference import Reference, build_reference
from loaders.sheets import past as past_years
from loaders.sheets.assembly import Assembly
from loaders.tables import read_tables


@dataclass(frozen=True, slots=True)
class LoadedEdition:
    """Everything one workbook holds.

    `sha256` is that of the file, `reference_sha256` that of data/reference/*.csv (the same workbook read with
    other reference tables is another edition). `fictional`: FICTIF in the file name, or « données fictives »
    given as the source of a survey figure: a training file that somebody renames stays one. `rooms`: what the
    people of debate rooms said, in no workbook and in no computation. `years`: those of every indicator that
    names one; `past`: the figures of the earlier ones, in no score.
    """

    sha256: str
    reference_sha256: str
    file_name: str
    fictional: bool
    raw_cells: tuple[records.RawCell, ...]
    regions: tuple[records.Region, ...]
    axes: tuple[records.Axis, ...]
    domains: tuple[records.Domain, ...]
    actors: tuple[records.Actor, ...]
    measures: tuple[records.Measure, ...]
    indicators: tuple[records.Indicator, ...]
    values: tuple[records.IndicatorValue, ...]
    perceptions: tuple[records.SurveyFigure, ...]
    alliances: tuple[records.SurveyFigure, ...]
    initiatives: tuple[records.Initiative, ...]
    sources: tuple[records.Source, ...]
    corrections: tuple[records.Correction, ...]
    findings: tuple[Finding, ...]
    rooms: tuple[records.SurveyFigure, ...] = ()
    years: tuple[records.IndicatorYear, ...] = ()
    past: tuple[records.PastValue, ...] = ()


_STRICT = (
    "Le classeur est au format «\u00a0Feuille de calcul Open XML Strict\u00a0»\u202f: il est lu comme "
    "un classeur .xlsx "
    "ordinaire."
)


def load(
    workbook: Path | str | bytes, file_name: str = "", reference: Reference | None = None
) -> LoadedEdition:
    """Read a workbook given as a path or as bytes (then `file_name` says what to call it).

    Raises `WorkbookRefused` when the file is missing, hostile, damaged, or holds an error; nothing else.
    """
    name = file_name or ("" if isinstance(workbook, bytes) else Path(workbook).name)
    # A name that its file system could not write in UTF-8 holds halves of pairs, which nothing can store.
    name = name.encode("utf-8", "replace").decode("utf-8")
    sha256 = ""
    try:
        data = workbook if isinstance(workbook, bytes) else _bytes(Path(workbook))
        sha256 = hashlib.sha256(data).hexdigest()
        book = reader.read(data)
        return assembled(book.sheets, name, sha256, reference, strict=book.strict)
    except WorkbookRefused as refusal:
        # Said again with the identity of the file, which the place that refused does not know.
        raise WorkbookRefused(refusal.findings, sha256, name) from refusal


def assembled(
    sheets: tuple[Sheet, ...],
    name: str,
    sha256: str = "",
    reference: Reference | None = None,
    *,
    strict: bool = False,
) -> LoadedEdition:
    """Type and check the sheets of a workbook; raises `WorkbookRefused` when one of them holds an error."""
    reference = reference or build_reference(read_tables())
    assembly = Assembly(sheets, reference)
    if strict:
        assembly.findings.info("format_strict", "", "", _STRICT)
    signs.check_name(name, assembly.findings)
    rows = assembly.indicator_rows()
    values, corrections = assembly.corrected(rows)
    return LoadedEdition(
        sha256=sha256,
        reference_sha256=reference.sha256,
        file_name=name,
        fictional=_invented(name, assembly),
        raw_cells=tuple(cell for sheet in sheets for cell in (*sheet.cells.values(), *sheet.struck.values())),
        regions=reference.regions,
        axes=assembly.axes,
        domains=assembly.domains,
        actors=reference.actors,
        measures=reference.measures,
        indicators=tuple(row.indicator for row in rows),
        values=values,
        perceptions=assembly.surveys["perceptions"],
        alliances=assembly.surveys["alliances"],
        initiatives=assembly.initiatives,
        sources=assembly.sources,
        corrections=corrections,
        findings=assembly.findings.sorted(),
        years=past_years.years(rows, assembly.past),
        past=past_years.values(assembly.past),
    )


def _invented(name: str, assembly: Assembly) -> bool:
    sources = {figure.source.casefold() for figures in assembly.surveys.values() for figure in figures}
    return "fictif" in name.casefold() or any("données fictives" in source for source in sources)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to refuse.
            return file.read(MAXIMUM_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise refuse(
            "fichier_introuvable",
            f"Le fichier {quote(str(path))} n’existe pas.",
            place.advice(path, "Vérifier son nom et son dossier."),
        ) from error
    except (OSError, ValueError) as error:
        raise refuse(
            "fichier_illisible",
            f"Le fichier {quote(str(path))} ne peut pas être ouvert.",
            place.advice(
                path, "Vérifier que c’est un fichier, et le droit de le lire\u202f; le fermer dans Excel."
            ),
        ) from error
