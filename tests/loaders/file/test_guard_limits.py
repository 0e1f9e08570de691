"""Limits on the whole workbook: sheets, cells of all sheets, parts that hide under another name."""

import re

import pytest

from loaders.file import package
from tests.loaders.books import TABLE, Grid, as_excel_writes, part_of, parts, slim, to_bytes, zipped
from tests.loaders.outcomes import loaded, refused, same_as_published

RELATIONS = "xl/_rels/workbook.xml.rels"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'


def renamed(files: dict[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """The same parts, one of them under another name everywhere."""
    short, said = old.removeprefix("xl/").encode(), new.removeprefix("xl/").encode()
    return {
        (new if name == old else name): data.replace(short, said)
        if name.endswith((".rels", "s].xml"))
        else data
        for name, data in files.items()
    }


def test_a_workbook_of_too_many_sheets_is_refused() -> None:
    book = slim()
    for place in range(package.MAXIMUM_SHEETS):
        book[f"Feuille {place}"] = Grid()
    finding = refused(to_bytes(book), "classeur_demesure")
    assert "50" in finding.message


def test_cells_are_counted_over_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    book = slim()
    most = max(len(grid.cells) for grid in book.values())
    monkeypatch.setattr(package, "MAXIMUM_CELLS", most * 2)
    loaded(book)
    for place in range(3):
        book[f"Feuille {place}"] = Grid({(row, 1): (row, "General") for row in range(1, most)})
    assert "cellules" in refused(to_bytes(book), "feuille_demesuree").message


@pytest.mark.parametrize(
    "spelled", ["worksheets/sheet2.xml", "worksheets/x/../sheet2.xml", "/xl/worksheets/sheet2.xml"]
)
def test_two_sheets_of_one_part_are_refused(spelled: str) -> None:
    files = parts(to_bytes(slim()))
    text, count = re.subn(rb'Target="[^"]*sheet1.xml"', f'Target="{spelled}"'.encode(), files[RELATIONS])
    assert count == 1
    files[RELATIONS] = text
    refused(zipped(files), "archive_suspecte")


@pytest.mark.parametrize("name", ["xl/worksheets/table.bin", "xl/worksheets/TABLE.XML"])
def test_a_sheet_is_looked_at_whatever_its_name(name: str) -> None:
    book = slim()
    files = renamed(parts(to_bytes(book)), part_of(book, TABLE), name)
    assert same_as_published(loaded(zipped(files)))
    files[name] = ENTITY + re.sub(rb"^<\?xml[^>]*\?>", b"", files[name])
    refused(zipped(files), "xml_dangereux")


def test_a_part_declared_as_xml_is_looked_at_whatever_its_name() -> None:
    written = parts(as_excel_writes(to_bytes(slim())))
    files = renamed(written, "xl/sharedStrings.xml", "xl/sharedStrings.bin")
    assert same_as_published(loaded(zipped(files)))
    files["xl/sharedStrings.bin"] = ENTITY + files["xl/sharedStrings.bin"]
    refused(zipped(files), "xml_dangereux")
