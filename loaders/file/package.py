"""A streamed look at the XML inside a workbook, before it is read: entities, sizes, rows, merged areas.

A merged area becomes one entry per cell: `A1:XFD1048576` would take all the memory. Of two cells at one
address the last would win silently. Hence this first pass, which stops early. Parts that nobody reads are
bounded and searched for entities like the others, but may otherwise be as damaged as they like.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser, fromstring

from loaders.file.addresses import area
from loaders.file.contents import Contents, local, locate
from loaders.file.guard import ARCHIVE_ERRORS, refuse
from loaders.findings import WorkbookRefused
from loaders.naming import quote, visible
from wording.numbers import counted, number

MAXIMUM_SHEETS = 50
MAXIMUM_ROWS = 10_000
MAXIMUM_CELLS = 400_000  # in the whole workbook: each becomes an object, twice
MAXIMUM_AREA = 50_000
MAXIMUM_PART_BYTES = 60_000_000
# Real parts nest ten deep; openpyxl reads them recursively.
MAXIMUM_DEPTH = 60
_CHUNK = 65_536

_SAVE_AGAIN = "Ouvrir le classeur dans Excel ou LibreOffice et l’enregistrer à nouveau."


def check_parts(archive: zipfile.ZipFile) -> Contents:
    """Find the parts that are read, and look once at every XML part.

    Raises `WorkbookRefused` on DTDs, on anything beyond the limits, and on damage where figures are read.
    """
    with _damage_is_refusal():
        contents = locate(archive.namelist(), lambda name: _tree(archive, name))
    _check_sheets([sheet.part for sheet in contents.sheets])
    sheets = {sheet.part: sheet.name for sheet in contents.sheets}
    cells = 0
    for name in archive.namelist():
        is_read = name in contents.parts
        # What a reader takes for XML is looked at too, whatever its name ends with.
        if is_read or name.lower().endswith((".xml", ".rels", ".vml")):
            with _damage_is_refusal(), archive.open(name) as part:
                cells += _scan(part, sheets.get(name, ""), cells) if is_read else _skim(part)
    return contents


@contextmanager
def opened(archive: zipfile.ZipFile, name: str) -> Iterator[Bounded]:
    """Open one part of a package that `check_parts` has accepted; damage is refused, never raised as such."""
    with _damage_is_refusal(), archive.open(name) as part:
        yield Bounded(part)


@contextmanager
def _damage_is_refusal() -> Iterator[None]:
    """Turn what a parser or the zip reader raises on a damaged part into one clear refusal."""
    try:
        yield
    except DefusedXmlException as error:
        raise refuse(
            "xml_dangereux",
            "Le classeur contient une déclaration XML (DOCTYPE ou ENTITY) qu’aucun tableur n’écrit.",
            _SAVE_AGAIN,
        ) from error
    except (ParseError, LookupError, TypeError, *ARCHIVE_ERRORS) as error:
        raise refuse(
            "archive_illisible", "Le classeur est endommagé\u202f: une partie est illisible.", _SAVE_AGAIN
        ) from error


class Bounded:
    """A file that refuses to give more than `MAXIMUM_PART_BYTES`, whatever size the archive declares."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._left = MAXIMUM_PART_BYTES

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes."""
        chunk = self._source.read(size)
        self._left -= len(chunk)
        if self._left < 0:
            raise refuse(
                "partie_trop_grosse",
                f"Une partie du classeur dépasse {number(MAXIMUM_PART_BYTES // 1_000_000)} Mo.",
                "Retirer du classeur les feuilles et les textes qui ne servent pas.",
            )
        return chunk


@dataclass
class _Scan:
    """What has been met so far in one part, and the limits it must respect; nothing else of it is kept."""

    sheet: str
    cells: int
    rows: int = 0
    depth: int = 0
    root: str = ""
    seen: set[str] = field(default_factory=set)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take one opening tag into account."""
        self.depth += 1
        if self.depth == 1:
            self.root = local(tag)
        if self.depth > MAXIMUM_DEPTH:
            raise refuse(
                "archive_illisible",
                "Le classeur est endommagé\u202f: une partie emboîte trop d’éléments.",
                _SAVE_AGAIN,
            )
        # `row` and `c` mean something else in the other parts (the calculation chain lists cells of all
        # sheets).
        if self.root == "worksheet":
            self._of_sheet(local(tag), attributes)

    def end(self, _tag: str) -> None:
        """Take one closing tag into account."""
        self.depth -= 1

    def _of_sheet(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.rows += 1
            if self.rows > MAXIMUM_ROWS:
                raise self._too_many(f"plus de {number(MAXIMUM_ROWS)} lignes")
        elif tag == "c":
            self._cell(attributes.get("r", ""))
        elif tag == "mergeCell":
            self._area(attributes.get("ref", ""))

    def _cell(self, address: str) -> None:
        self.cells += 1
        if self.cells > MAXIMUM_CELLS:
            raise self._too_many(f"plus de {number(MAXIMUM_CELLS)} cellules avec les précédentes")
        if address and address in self.seen:
            raise refuse(
                "cellule_double",
                "La cellule est écrite deux fois dans le fichier.",
                _SAVE_AGAIN,
                self.sheet,
                visible(address),
            )
        self.seen.add(address)

    def _area(self, reference: str) -> None:
        if reference and area(reference) > MAXIMUM_AREA:
            raise refuse(
                "zone_demesuree",
                f"La fusion {quote(reference)} couvre plus de {number(MAXIMUM_AREA)} cellules.",
                "Défusionner cette zone, puis enregistrer.",
                self.sheet,
            )

    def _too_many(self, what: str) -> WorkbookRefused:
        return refuse(
            "feuille_demesuree",
            f"La feuille contient {what}.",
            "Supprimer (et pas seulement vider) les lignes et les colonnes qui ne servent pas, puis "
            "enregistrer.",
            self.sheet,
        )


def _scan(part: IO[bytes], sheet: str, cells_before: int) -> int:
    """Read one part; returns how many cells it holds."""
    scan, bounded = _Scan(sheet, cells_before), Bounded(part)
    parser = XMLParser(target=scan, forbid_dtd=True)
    while chunk := bounded.read(_CHUNK):
        parser.feed(chunk)
    parser.close()
    return scan.cells - cells_before


def _skim(part: IO[bytes]) -> int:
    """Look at a part nobody reads: entities and endless parts are refused, bad writing is not."""
    # Excel itself writes `<br>` unclosed in the drawing of a button.
    with suppress(ParseError, LookupError):
        _scan(part, "", 0)
    return 0


def _check_sheets(parts: list[str]) -> None:
    """Refuse a workbook of too many sheets, or whose sheets share a part, read again for each of them."""
    if len(parts) > MAXIMUM_SHEETS:
        raise refuse(
            "classeur_demesure",
            f"Le classeur contient {counted(len(parts), 'feuille', 'feuilles')}, au lieu de "
            f"{number(MAXIMUM_SHEETS)} au plus.",
            "Supprimer les feuilles qui ne servent pas, puis enregistrer.",
        )
    if len(parts) != len(set(parts)):
        raise refuse("archive_suspecte", "Deux feuilles du classeur partagent un même contenu.", _SAVE_AGAIN)


def _tree(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        return fromstring(Bounded(part).read(), forbid_dtd=True)
