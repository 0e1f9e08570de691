"""Files that are not what they say, are damaged, or mean harm: one clear sentence, quickly."""

import io
import re
import struct
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.edition import load
from loaders.file import guard, package
from loaders.findings import WorkbookRefused
from tests.loaders.books import REAL, TABLE, part_of, parts, slim, to_bytes, zipped
from tests.loaders.outcomes import loaded, refused, same_as_published

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def replaced(pattern: str, by: str, part: str | None = None) -> bytes:
    """The slim workbook with the XML of one part (the indicator sheet by default) edited."""
    book = slim()
    files = parts(to_bytes(book))
    name = part or part_of(book, TABLE)
    text, count = re.subn(pattern, lambda _: by, files[name].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    files[name] = text.encode()
    return zipped(files)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "fichier_vide"),
        (b"Donn\xc3\xa9es;Valeur\n1;2\n", "pas_un_classeur"),
        (b"<html><table></table></html>", "pas_un_classeur"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "ancien_format"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "classeur_chiffre"),
        (b"PK\x03\x04 and then nothing of a zip", "archive_illisible"),
        (REAL.read_bytes()[:-400], "archive_illisible"),
        (zipped({"a.txt": b"a"}), "pas_un_classeur"),
        (zipped({"mimetype": b"ods", "content.xml": b"<a/>"}), "pas_un_classeur"),
        (zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "archive_illisible"),
        (b"PK" + b"\0" * guard.MAXIMUM_FILE_BYTES, "fichier_trop_gros"),
        (zipped({f"x{i}": b"" for i in range(guard.MAXIMUM_ENTRIES + 1)}), "archive_suspecte"),
    ],
    ids=[
        "empty",
        "csv",
        "html",
        "xls",
        "encrypted",
        "broken zip",
        "truncated",
        "other zip",
        "ods",
        "no relations",
        "too big",
        "too many entries",
    ],
)
def test_what_is_not_a_workbook_is_refused(data: bytes, kind: str) -> None:
    refused(data, kind)


def test_an_ods_is_named() -> None:
    assert ".ods" in refused(zipped({"mimetype": b"x", "content.xml": b"<a/>"}), "pas_un_classeur").message


def test_a_missing_file_a_folder_and_a_forbidden_name(tmp_path: Path) -> None:
    refused(tmp_path / "absent.xlsx", "fichier_introuvable")
    refused(tmp_path, "fichier_illisible")
    refused(Path("nul\0.xlsx"), "fichier_illisible")


def test_a_path_may_be_a_text(tmp_path: Path) -> None:
    refused(str(tmp_path / "absent.xlsx"), "fichier_introuvable")


def test_a_file_too_big_is_not_read_whole(tmp_path: Path) -> None:
    big = tmp_path / "gros.xlsx"
    with big.open("wb") as file:
        file.truncate(10 * guard.MAXIMUM_FILE_BYTES)
    refused(big, "fichier_trop_gros")


def test_a_zip_bomb_is_refused_on_what_it_declares() -> None:
    files = parts(to_bytes(slim())) | {"xl/worksheets/sheet99.xml": b"\0" * 30_000_000}
    refused(zipped(files), "bombe_zip")


def test_many_medium_bombs_are_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAXIMUM_UNPACKED_BYTES", 50_000)
    refused(to_bytes(slim()), "bombe_zip")


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    files = parts(to_bytes(slim())) | {"xl/bomb.xml": b"<a>" + b" " * 3_000_000 + b"</a>"}
    data = bytearray(zipped(files))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            if struct.pack("<I", 3_000_007) == data[start + offset : start + offset + 4]:
                data[start + offset : start + offset + 4] = struct.pack("<I", 40)
            start += 4
    refused(bytes(data), "archive_illisible")


def test_an_endless_part_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAXIMUM_PART_BYTES", 20_000)
    refused(to_bytes(slim()), "partie_trop_grosse")


def test_two_files_with_one_name_are_refused() -> None:
    buffer = io.BytesIO(to_bytes(slim()))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("xl/workbook.xml", b"<other/>")
    refused(buffer.getvalue(), "archive_suspecte")


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(to_bytes(slim()))
    start = data.find(b"PK\x01\x02")
    data[start + 8] |= 1
    refused(bytes(data), "classeur_chiffre")


@pytest.mark.parametrize(
    "part", ["xl/comments/comment1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "docProps/core.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_part_and_encoding(part: str, encoding: str) -> None:
    files = parts(REAL.read_bytes())
    text = re.sub(r"^<\?xml[^>]*\?>", "", files[part].decode())
    files[part] = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY.decode()}{text}'.encode(encoding)
    refused(zipped(files), "xml_dangereux")


def test_entities_in_the_index_are_refused() -> None:
    files = parts(to_bytes(slim()))
    files["xl/workbook.xml"] = ENTITY + re.sub(rb"^<\?xml[^>]*\?>", b"", files["xl/workbook.xml"])
    refused(zipped(files), "xml_dangereux")


def test_a_hundred_thousand_rows_are_refused_fast() -> None:
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letter}{row}"><v>{row}.5</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for row in range(1, 100_001)
    )
    data = replaced(r"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>")
    started = time.process_time()
    finding = refused(data, "feuille_demesuree")
    assert time.process_time() - started < 5
    assert finding.sheet == TABLE
    assert "lignes" in finding.message


def test_too_many_cells_on_few_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAXIMUM_CELLS", 300)
    assert "cellules" in refused(to_bytes(slim()), "feuille_demesuree").message


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    book = slim()
    data = to_bytes(book)
    files = parts(data)
    name = part_of(book, TABLE)
    corner = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>coin</t></is></c></row></sheetData>'
    files[name] = files[name].replace(b"</sheetData>", corner)
    started = time.process_time()
    assert same_as_published(loaded(zipped(files)))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "xml",
    [
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<mergeCells count="1"><mergeCell ref="A1:XFD&#49;048576"/></mergeCells>',
    ],
)
def test_a_merged_area_of_the_whole_sheet_is_refused(xml: str) -> None:
    refused(replaced(r"<mergeCells.*</mergeCells>", xml), "zone_demesuree")


def test_a_cell_written_twice_is_refused() -> None:
    finding = refused(
        replaced(r"</row></sheetData>", '<c r="J5"><v>1</v></c></row></sheetData>'), "cellule_double"
    )
    assert (finding.sheet, finding.cell) == (TABLE, "J5")


def test_a_part_nested_too_deep_is_refused() -> None:
    files = parts(to_bytes(slim()))
    files["docProps/custom.xml"] = b"<a>" * 5000 + b"</a>" * 5000
    refused(zipped(files), "archive_illisible")


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        (r"<sheetData>", "<sheetData"),
        (r'<c r="J5"([^>]*)>', '<c r="J5" t="s" s="999999">'),
        (r"<v>65018096</v>", "<v>soixante</v>"),
        (r'r="J5"', 'r="JJJJ5"'),
        (r"<mergeCells .*</mergeCells>", '<mergeCells><mergeCell ref="A:A"/></mergeCells>'),
    ],
)
def test_damaged_xml_is_refused(pattern: str, by: str) -> None:
    refused(replaced(pattern, by), "archive_illisible")


def test_a_missing_part_is_refused() -> None:
    files = parts(to_bytes(slim()))
    del files["xl/styles.xml"], files["xl/_rels/workbook.xml.rels"]
    refused(zipped(files), "archive_illisible")


@settings(max_examples=60)
@given(st.data())
def test_random_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    """Bytes changed anywhere in the file: never another exception, never another figure."""
    content = bytearray(_SLIM)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        edition = load(bytes(content))
    except WorkbookRefused:
        return
    assert same_as_published(edition)


@settings(max_examples=40)
@given(st.data())
def test_random_xml_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    """Characters changed in a part without figures or texts: styles, relations, index of the package."""
    files = dict(_PARTS)
    name = data.draw(
        st.sampled_from(sorted(name for name in files if "worksheets/" not in name and "shared" not in name))
    )
    content = bytearray(files[name])
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.sampled_from(b'<>"/ =&;0a9'))
    files[name] = bytes(content)
    try:
        load(zipped(files))
    except WorkbookRefused:
        return


@pytest.mark.parametrize(
    "data", [b"R\xc3\xa9gion;Note\n11;6,5\n", "Région\tNote\n11\t6,5\n".encode("utf-16"), b"a,b\n1,2\n"]
)
def test_a_csv_is_named_and_sent_to_its_own_box(data: bytes) -> None:
    finding = refused(data, "pas_un_classeur")
    assert "CSV" in finding.message
    assert "Enquête (.csv)" in finding.action


_SLIM = to_bytes(slim())
_PARTS = parts(_SLIM)
