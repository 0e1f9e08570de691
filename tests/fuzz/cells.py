"""What the cells of a workbook hold, read a second, boring way: to know where a bent one differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from tests.loaders.books import parts

Contents = dict[tuple[str, int], list[str]]
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def rows(data: bytes) -> Contents:
    """Return what each row of each sheet holds: its cells as text, with the look of their numbers.

    Row 0 has what is said of the whole sheet: its merged areas, where its columns are hidden.

    Raises what reading damaged files raises: whoever compares two workbooks then knows nothing.
    """
    files = parts(data)
    texts = [_text(item) for item in _under(files, "xl/sharedStrings.xml", "si")]
    looks = _looks(files)
    # Whatever they are called, as openpyxl reads them.
    related = {item.get("Id"): item.get("Target", "") for item in fromstring(files[_RELATIONS])}
    found: Contents = {}
    for sheet in _under(files, "xl/workbook.xml", "sheet"):
        part = related[sheet.get(_RELATED)].removeprefix("/").removeprefix("xl/")
        name = sheet.get("name", "")
        for row in _under(files, f"xl/{part}", "row"):
            cells = [_cell(cell, texts, looks) for cell in row if _local(cell) == "c"]
            found.setdefault((name, int(row.get("r", "0"))), []).extend(sorted(cells))
        said = [item for kind in ("mergeCell", "col") for item in _under(files, f"xl/{part}", kind)]
        found[name, 0] = [f"{item.tag}{item.attrib}" for item in said]
    return found


def _cell(cell: Element, texts: list[str], looks: list[str]) -> str:
    value = next((item.text or "" for item in cell if _local(item) == "v"), "")
    if cell.get("t") == "s" and value:
        value = texts[int(value)]
    kept = "".join(_text(item) for item in cell if _local(item) in {"is", "f"})
    look = looks[int(cell.get("s", "0"))] if looks else ""
    return "|".join([cell.get("r", ""), cell.get("t", "n"), value, kept, look])


def _looks(files: dict[str, bytes]) -> list[str]:
    """Return the style of each look, whole: any change of it is a change of the cell."""
    whole = re.sub(rb"\s+", b" ", files.get("xl/styles.xml", b"")).decode("utf-8", "replace")
    formats = {
        item.get("numFmtId"): item.get("formatCode", "") for item in _under(files, "xl/styles.xml", "numFmt")
    }
    found = [item for item in _under(files, "xl/styles.xml", "cellXfs") for item in item]
    return [f"{item.attrib}{formats.get(item.get('numFmtId'), '')}{hash(whole)}" for item in found]


def _by(items: Iterator[Element], key: str, name: str) -> dict[str | None, str]:
    return {item.get(key): item.get(name, "") for item in items}


def _under(files: dict[str, bytes], part: str, name: str) -> Iterator[Element]:
    if part in files:
        yield from (item for item in fromstring(files[part]).iter() if _local(item) == name)


def _local(item: Element) -> str:
    return item.tag.rpartition("}")[2]


def _text(item: Element) -> str:
    return "".join(item.itertext())


UNREADABLE = (ParseError, KeyError, ValueError, IndexError, OSError)
