"""Workbooks to take away: what they say of themselves, numbers, texts, statuses."""

from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pandas as pd
from openpyxl import Workbook, load_workbook

from exports.sheets.names import sheet_names
from exports.sheets.table import LONGEST_TEXT
from exports.sheets.workbook import Sheet, workbook_bytes
from exports.stamp import Stamp
from wording import mentions

HOSTILE = ["=1+1", "@SUM(A1)", "+33", "-x", "https://example.org", "<b>gras</b>", "{=1}"]
ABOUT = Stamp("=Titre & constat", "Ce qui est montré", "Insee", "Édition des données", "http://localhost/x")
FRAME = pd.DataFrame(
    {
        "Région": HOSTILE,
        "Valeur": [1.5, np.nan, 0.1, -3, 0, np.nan, 2],
        "Sûr": [True, False] * 3 + [True],
        "Statut": ["valeur", "non publié", "corrigé", "fourchette", "valeur", "non publié", "valeur"],
    }
)


def opened(about: Stamp, *sheets: Sheet) -> Workbook:
    return load_workbook(BytesIO(workbook_bytes(about, sheets, ["Une note", "=une autre"])))


def words(book: Workbook, name: str) -> list[str]:
    return [str(cell.value) for row in book[name].iter_rows() for cell in row if cell.value is not None]


def test_the_cover_says_what_it_is() -> None:
    book = opened(ABOUT, Sheet("Nombres", FRAME, "Les nombres de la figure"))
    assert book.sheetnames == ["À propos", "Notes", "Nombres"]
    cover = words(book, "À propos")
    for text in (
        ABOUT.title,
        ABOUT.subtitle,
        "Insee",
        mentions.MENTION,
        ABOUT.link,
        "Les nombres de la figure",
    ):
        assert text in cover
    assert words(book, "Notes")[-2:] == ["Une note", "=une autre"]


def test_a_value_shows_what_its_cell_shows_and_stays_exact() -> None:
    frame = pd.DataFrame(
        {
            "Valeur": [8.2123456789012, 8.2, 320.0],
            "Rang": [8.2, 2, 1],
            "Feuille": "T",
            "Cellule": ["K1", "K2", "K3"],
        }
    )
    shown = {("T", "K1", 8.2123456789012): 1, ("T", "K2", 9.9): 1, ("T", "K3", 320.0): 0}
    place = opened(ABOUT, Sheet("Nombres", frame, shown=shown))["Nombres"]
    assert [place.cell(row, 1).value for row in (2, 3, 4)] == [8.2123456789012, 8.2, 320]
    assert [place.cell(row, 1).number_format for row in (2, 3, 4)] == ["0.0", "General", "0"]
    assert place.cell(2, 2).number_format == "General"


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    place = opened(ABOUT, Sheet("Nombres", FRAME))["Nombres"]
    assert [cell.value for cell in place[1]] == list(FRAME.columns)
    for row, name in enumerate(HOSTILE, start=2):
        assert (place.cell(row, 1).value, place.cell(row, 1).data_type) == (name, "s")
        assert place.cell(row, 1).hyperlink is None
    assert [place.cell(row, 2).value for row in range(2, 9)] == [1.5, None, 0.1, -3, 0, None, 2]
    assert place.cell(2, 1).quotePrefix
    assert not place.cell(7, 1).quotePrefix
    assert place.cell(3, 3).value == "non"


def test_the_heading_stays_and_each_status_has_its_colour() -> None:
    place = opened(ABOUT, Sheet("Nombres", FRAME))["Nombres"]
    assert (place.freeze_panes, place.auto_filter.ref) == ("A2", "A1:D8")
    colours = {place.cell(row, 4).value: place.cell(row, 4).fill.fgColor.rgb for row in range(2, 9)}
    assert len(set(colours.values())) == len(colours) == 4


def test_invented_data_say_so_on_every_sheet_and_every_printed_page() -> None:
    about = Stamp("Titre", fictional=True)
    book = opened(about, Sheet("Nombres", FRAME), Sheet("Vide", FRAME.iloc[:0, :0]))
    for place in book:
        assert str(place["A1"].value).startswith(mentions.FICTIONAL)
        assert mentions.FICTIONAL in str(place.oddHeader.center.text)  # type: ignore[union-attr]
    assert book["Nombres"]["A2"].value == "Région"
    assert mentions.FICTIONAL in str(book.properties.description)


def test_every_printed_page_carries_the_mention() -> None:
    for place in opened(ABOUT, Sheet("Nombres", FRAME)):
        assert mentions.MENTION in str(place.oddFooter.left.text)  # type: ignore[union-attr]


def test_same_content_same_bytes_and_no_active_content() -> None:
    first, second = (workbook_bytes(ABOUT, [Sheet("Nombres", FRAME)], []) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        assert not any("<f>" in archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
        assert not any("vba" in name or "external" in name for name in archive.namelist())


def test_a_text_longer_than_a_cell_is_cut() -> None:
    place = opened(ABOUT, Sheet("Long", pd.DataFrame({"Texte": ["a" * 40_000]})))["Long"]
    assert len(str(place["A2"].value)) == LONGEST_TEXT


def test_every_name_is_one_excel_takes() -> None:
    names = sheet_names(
        ["À propos", "à PROPOS", "a/b:c*d?e[f]g\\h", "", "History", "'x'", "y" * 40, "Y" * 40]
    )
    assert names[:3] == ["À propos", "à PROPOS 2", "a b c d e f g h"]
    assert names[3:6] == ["Feuille", "Feuille 2", "x"]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) == 31
