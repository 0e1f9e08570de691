"""Parts that nobody reads, and names that nobody expects: never a reason to lose the figures."""

import re
from collections.abc import Callable

import pytest

from tests.loaders.books import (
    REAL,
    TABLE,
    part_of,
    parts,
    slim,
    to_bytes,
    with_cell_xml,
    with_cells_xml,
    zipped,
)
from tests.loaders.outcomes import loaded, refused, same_as_published

Files = dict[str, bytes]
SLIM = parts(to_bytes(slim()))
SHEET = part_of(slim(), TABLE)
SHEET_RELATIONS = f"xl/worksheets/_rels/{SHEET.rpartition('/')[2]}.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (RELATION.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)


def related(kind: str, target: str, element: str) -> Files:
    """The slim workbook whose table points to one more part, as a drawing or a table of Excel does."""
    sheet = SLIM[SHEET].decode().replace("<worksheet ", f'<worksheet xmlns:r="{RELATION}" ', 1)
    return SLIM | {
        SHEET: sheet.replace("</worksheet>", f"{element}</worksheet>").encode(),
        SHEET_RELATIONS: (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATION}/{kind}" Target="{target}"/></Relationships>'
        ).encode(),
    }


@pytest.mark.parametrize(
    "files",
    [
        related("vmlDrawing", "../drawings/vmlDrawing1.vml", '<legacyDrawing r:id="rId1"/>')
        | {"xl/drawings/vmlDrawing1.vml": b"<xml><div><font>Bouton<br></font></div></xml>"},
        related("drawing", "../drawings/drawing9.xml", '<drawing r:id="rId1"/>'),
        related("drawing", "../drawings/drawing1.xml", '<drawing r:id="rId1"/>')
        | {"xl/drawings/drawing1.xml": b"<wsDr><twoCellAnchor>"},
        related("comments", "../comments9.xml", '<legacyDrawing r:id="rId7"/>'),
        related("table", "../tables/table1.xml", '<tableParts><tablePart r:id="rId1"/></tableParts>')
        | {"xl/tables/table1.xml": b"<table/>"},
        related("table", "../tables/lost.xml", '<tableParts count="1"><tablePart r:id="rId9"/></tableParts>'),
        related("hyperlink", "", '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId5"/></hyperlinks>'),
        related("printerSettings", "../printerSettings/p.bin", '<pageSetup paperSize="neuf" r:id="rId1"/>'),
        SLIM | {"docProps/core.xml": b"<coreProperties><created>hier</created></coreProperties>"},
        SLIM
        | {"docProps/core.xml": b"<coreProperties", "docProps/app.xml": b"", "docProps/custom.xml": b"<"},
        SLIM | {"xl/theme/theme1.xml": b"<a:theme/>", "customXml/item1.xml": b"\xff\xfe<"},
        SLIM | {"[Content_Types].xml": b"<Types"},
        {name: data for name, data in SLIM.items() if not name.startswith("docProps")},
    ],
    ids=(
        "unclosed br in a button,missing drawing,broken drawing,missing comments,broken table,missing table,"
        "missing link,printer,wrong date,broken properties,broken theme,broken types,no properties"
    ).split(","),
)
def test_a_part_nobody_reads_refuses_nothing(files: Files) -> None:
    assert same_as_published(loaded(zipped(files)))


@pytest.mark.parametrize(
    "element",
    [
        '<dataValidations count="1"><dataValidation type="rien" sqref="A1"/></dataValidations>',
        '<conditionalFormatting sqref="A1"><cfRule type="?"/></conditionalFormatting>',
        '<autoFilter ref="?"><filterColumn colId="x"/></autoFilter>',
        "<headerFooter><oddHeader>&amp;L</oddHeader><autre/></headerFooter>",
    ],
)
def test_what_surrounds_the_cells_refuses_nothing(element: str) -> None:
    sheet = SLIM[SHEET].replace(b"</worksheet>", f"{element}</worksheet>".encode())
    assert same_as_published(loaded(zipped(SLIM | {SHEET: sheet})))


def test_colours_and_borders_badly_written_refuse_nothing() -> None:
    styles = re.sub(rb"<fills.*</fills>", b"<fills><fill><x/></fill></fills>", SLIM["xl/styles.xml"])
    styles = styles.replace(b"<borders", b"<borders bad='1'").replace(b'<family val="2"', b'<family val="99"')
    assert same_as_published(loaded(zipped(SLIM | {"xl/styles.xml": styles})))


@pytest.mark.parametrize("missing", ["xl/styles.xml", SHEET])
def test_a_part_that_is_read_cannot_be_missing(missing: str) -> None:
    refused(zipped({name: data for name, data in SLIM.items() if name != missing}), "archive_illisible")


def moved_to_the_root(files: Files) -> Files:
    """The workbook as some programs write it: no folder `xl`, other capital letters."""
    return {
        name.removeprefix("xl/").replace("[Content_Types]", "[content_types]"): data.replace(
            b'"xl/', b'"'
        ).replace(b'"/xl/', b'"/')
        for name, data in files.items()
    }


def written_strict(files: Files) -> Files:
    """The workbook as Excel saves it under « Feuille de calcul Open XML Strict »."""
    (main, strict_main), (relation, strict_relation) = STRICT
    return {
        name: data.replace(main, strict_main).replace(relation, strict_relation)
        for name, data in files.items()
    }


@pytest.mark.parametrize(
    "change",
    [
        moved_to_the_root,
        lambda files: {name.replace("/", "\\"): data for name, data in files.items()},
        lambda files: {name.upper(): data for name, data in files.items()},
    ],
)
def test_parts_with_unusual_names_are_found(change: Callable[[Files], Files]) -> None:
    assert same_as_published(loaded(zipped(change(SLIM))))


def test_a_strict_workbook_is_read_and_named() -> None:
    edition = loaded(zipped(written_strict(SLIM)))
    assert same_as_published(edition)
    assert [item.level for item in edition.findings if item.kind == "format_strict"] == ["info"]


def test_the_published_workbook_written_strict_gives_the_same_figures() -> None:
    assert same_as_published(loaded(zipped(written_strict(parts(REAL.read_bytes())))))


EMPTY = '<c r="PLACE" t="str"><f>IF(1,"","")</f><v></v></c>'


@pytest.mark.parametrize("header", ["Corse", "Année", "SOURCES", "Unité"])
def test_a_formula_that_shows_nothing_is_an_empty_cell(header: str) -> None:
    book = slim()
    row, column = book[TABLE].row("Emissions CO2 (ton / hab)"), book[TABLE].column(header)
    edition = loaded(with_cell_xml(book, TABLE, row, column, EMPTY))
    indicator = next(item for item in edition.indicators if item.row_number == row)
    value = next(v for v in edition.values if (v.indicator_code, v.region_code) == ("Frenv.1", "94"))
    read = {"Corse": value.raw, "Année": indicator.year, "SOURCES": indicator.source, "Unité": indicator.unit}
    assert read[header] == ""
    assert value.status == ("missing" if header == "Corse" else "value")


def test_empty_formulas_filled_down_under_the_table_are_nothing() -> None:
    book = slim()
    places = {(row, column): EMPTY for row in (36, 37) for column in range(1, 28)}
    for row, column in places:
        book[TABLE].set(row, column, "x")
    assert same_as_published(loaded(with_cells_xml(book, TABLE, places)))
