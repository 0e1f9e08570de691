"""« Emporter »: what is offered, made when it is asked for, in the edition that was looked at."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from loaders.edition import load
from pages.facade import current, own_workbook, takeaway
from tests.pages.conftest import Visit
from tests.training.workbook import make

LABELS = [
    "Un classeur (XLSX)",
    "Des fichiers CSV (ZIP)",
    "Références (BibTeX)",
    "Modèle pour une enquête",
    "Modèle vide",
    "Classeur de formation",
]


@pytest.fixture
def looked_at(browse: Visit) -> None:
    """The published edition, as at the beginning of a run."""
    current.begin()


def test_the_section_offers_everything_and_makes_nothing(browse: Visit) -> None:
    app = browse("method", section="emporter")
    assert not app.exception
    buttons = [element.proto for element in app.get("download_button")]
    assert [button.label for button in buttons] == LABELS
    # Nothing is made until a button is pressed.
    assert not any(button.url for button in buttons[:-1]) or all(
        button.deferred_file_id for button in buttons
    )
    assert "tables" in app.title[0].value


def test_the_whole_data_in_both_forms(looked_at: None) -> None:
    link = "http://localhost:8501/donnees-et-methode?section=emporter"
    book, archive = takeaway.whole(link)
    assert [book.file_name, archive.file_name] == [
        "observatoire-toutes-les-donnees.xlsx",
        "observatoire-toutes-les-donnees-csv.zip",
    ]
    with ZipFile(BytesIO(archive.make())) as files:
        assert json.loads(files.read("datapackage.json"))["homepage"] == link
    assert len(load_workbook(BytesIO(book.make()), read_only=True).sheetnames) == 31
    # Made once for all who ask for it.
    assert archive.make() is archive.make()


def test_templates_are_workbooks_the_loaders_know(looked_at: None) -> None:
    for_a_survey, empty = takeaway.templates("http://localhost:8501/")
    assert load(for_a_survey.make(), for_a_survey.file_name).indicators
    assert load_workbook(BytesIO(empty.make())).sheetnames[0] == "Lisez-moi"


def test_training_data_say_so_in_the_name_and_inside(looked_at: None) -> None:
    current.begin(own_workbook.training())
    assert all("FICTIF" in offer.file_name for offer in (*takeaway.whole(""), *takeaway.templates("")))
    read = load_workbook(BytesIO(takeaway.templates("")[1].make()))
    assert all(str(place["A1"].value).startswith("DONNÉES FICTIVES") for place in read)


def test_the_training_workbook_is_the_one_that_its_script_makes(looked_at: None) -> None:
    offer = takeaway.training()
    assert "FICTIF" in offer.file_name
    given, made = load_workbook(BytesIO(offer.make())), make()
    assert given.sheetnames == made.sheetnames
    for name in given.sheetnames:
        one, other = (
            [[(cell.value, cell.number_format) for cell in row] for row in book[name]]
            for book in (given, made)
        )
        assert one == other, name


def test_what_each_table_holds_is_said() -> None:
    told = takeaway.contents()
    assert told[0] == "Territoires\u202f: La France, puis les régions de France métropolitaine."
    assert len(told) == 28
