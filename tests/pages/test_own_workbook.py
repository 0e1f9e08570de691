"""« Mon classeur »: what is brought is checked, then serves its visitor; what is refused changes nothing."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.store import Store, StoreError
from pages.facade import current, own_workbook
from tests.loaders.books import REAL, TABLE, address, parts, slim, to_bytes, zipped
from tests.pages.bringing import (
    BACK,
    FORGET,
    SEE,
    TRAIN,
    arrive,
    bring,
    labels,
    opened,
    press,
    said,
    see,
    unemployment,
    values,
)
from tests.pages.conftest import Visit, read
from tests.pages.test_navigation import PAGES
from wording import mentions


def found(app: AppTest) -> str:
    """What a page finds: of the chosen region in its title, then of all of them."""
    return f"{app.title[0].value} {said(app)}"


PUBLIC, OWN = (
    "les Hauts-de-France sont la région la plus touchée",
    "la Bretagne est la région la plus touchée, 19,5",
)


def refusal(app: AppTest) -> str:
    (error,) = app.error
    assert not app.exception
    assert not app.success
    return str(error.value).replace("\\", "")


def test_nothing_is_brought_yet(browse: Visit) -> None:
    app = arrive(browse)
    assert app.title[0].value.startswith("Mon classeur")
    assert SEE not in labels(app)
    assert BACK not in labels(app)
    assert "n’est enregistré nulle part" in said(app)
    press(app, "Prendre un modèle vide")
    assert app.query_params["section"] in ("emporter", ["emporter"])


def test_an_accepted_workbook_is_described_before_it_is_looked_at(browse: Visit) -> None:
    app = bring(arrive(browse), unemployment(19.5))
    assert not app.exception
    (verdict,) = app.success
    assert "Classeur accepté" in verdict.value
    assert "30\u00a0indicateurs" in verdict.value
    assert {SEE, FORGET} <= set(labels(app))
    alerts = read(app.table[0])
    assert alerts.columns.tolist() == ["Cellule", "Feuille", "Constat", "Suite à donner"]
    # A value far from the others is asked about, never refused.
    assert alerts["Constat"].str.contains("valeur inhabituelle\u202f: Bretagne (19,5", regex=False).any()
    assert PUBLIC in found(opened(app, "domain"))


def test_every_page_runs_on_it_and_one_click_goes_back(browse: Visit) -> None:
    app = see(browse, unemployment(19.5), region="53")
    assert app.title[0].value == "Mon classeur\u202f: vous regardez «\u00a0essai\\.xlsx\u00a0»"
    for page in PAGES:
        opened(app, page)
        assert not app.exception
        assert not app.error
        assert "Votre classeur «\u00a0essai.xlsx\u00a0»" in said(app)
        assert "Édition des données\u202f: essai.xlsx" in said(app)
    assert OWN in found(opened(app, "domain"))
    assert "53" in app.query_params["region"]
    press(app, BACK)
    assert PUBLIC in found(app)
    assert "essai.xlsx" not in said(app)
    # It is kept aside until it is forgotten, even after a file that is refused.
    bring(opened(app, "method"), b"")
    press(app, SEE)
    press(app, FORGET)
    assert not app.error
    assert not app.success
    assert BACK not in labels(app)
    assert "essai.xlsx" not in said(app)


def test_another_visit_is_on_public_data(browse: Visit) -> None:
    see(browse, unemployment(19.5))
    app = arrive(browse)
    assert BACK not in labels(app)
    assert PUBLIC in found(opened(app, "domain"))


def test_a_file_is_read_once(browse: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bring(arrive(browse), unemployment(19.5))
    monkeypatch.setattr(own_workbook, "load", None)
    assert not app.run().exception
    assert app.success


HOSTILE = [
    (b"", "vide"),
    (b"a;b\n1;2\n", "pas un classeur .xlsx"),
    (REAL.read_bytes()[:-400], "endommagé"),
    (zipped({"a.txt": b"a"}), "archive zip"),
    (zipped(parts(to_bytes(slim())) | {"xl/x.xml": b"\0" * 30_000_000}), "bombe zip"),
    (zipped(parts(to_bytes(slim())) | {"xl/x.xml": b'<!DOCTYPE x [<!ENTITY a "a">]><x/>'}), "DOCTYPE"),
    (b"PK" + b"\0" * own_workbook.MAXIMUM_BYTES, "5\u00a0Mo"),
]


def test_hostile_files_are_refused_in_a_sentence_and_the_view_stays(browse: Visit) -> None:
    app, places = see(browse, unemployment(19.5)), list[str]()
    for data, words in HOSTILE:
        bring(app, data, "autre.xlsx")
        assert words in refusal(app)
        assert "autre.xlsx" in refusal(app)
        # What is said of no sheet is said of the file: a place is never empty.
        listed = [read(table) for table in app.table if "Constat" in read(table)]
        places += [place for table in listed for place in [*table["Cellule"], *table["Feuille"]]]
        assert "Votre classeur «\u00a0essai.xlsx\u00a0»" in said(app)
    assert "le fichier" in places
    assert "" not in places
    assert OWN in found(opened(app, "domain"))


def test_a_wrong_cell_is_named_with_its_sheet(browse: Visit) -> None:
    book = slim()
    grid = book[TABLE]
    row, column = grid.row("Taux de chomage"), grid.column("Bretagne")
    grid.set(row, column, "<script>alert(1)</script>")
    grid.set(row, column + 1, "=1+1")
    app = bring(arrive(browse), to_bytes(book))
    assert f"Feuille «\u00a0{TABLE}\u00a0», cellule {address(row, column)}" in refusal(app)
    assert SEE not in labels(app)
    found = read(app.table[0])
    assert (address(row, column + 1), TABLE) in set(zip(found["Cellule"], found["Feuille"], strict=True))
    assert not re.search(r"(?<!\\)<", " ".join(app.table[0].value["Constat"]))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("..\\..\\secret/essai.xlsx", "essai.xlsx"),
        ("a\u202egpj\u200b.xlsx", "agpj.xlsx"),
        ("\n\t", "classeur sans nom.xlsx"),
        ("x" * 5000 + " FICTIF " + "y" * 500 + ".xlsx", "FICTIF " + "x" * 40 + "…" + "y" * 15 + ".xlsx"),
        ("x" * 81, "x" * 40 + "…" + "x" * 20),
    ],
)
def test_a_name_is_one_short_line(name: str, shown: str) -> None:
    assert own_workbook.safe_name(name) == shown


def test_a_hostile_name_is_words_wherever_it_is_written(browse: Visit) -> None:
    name = "**gras** [x](http:exemple.fr) :red[!] $a$ `b`.xlsx"
    app = see(browse, unemployment(19.5), name)
    opened(app, "alliances")
    assert not app.exception
    assert said(app).count(name) == 2
    bring(opened(app, "method"), b"", name)
    for text in values(app, "title", "markdown", "error"):
        assert not re.search(r"(?<!\\)(\*\*gras|\[x|\]\(|:red|\$a|`b)", text)


def test_a_choice_that_the_workbook_lacks_is_said_and_left(browse: Visit) -> None:
    app = opened(arrive(browse), "overview")
    app.selectbox(key="choix_vague").select("phare-2016").run()
    opened(app, "method")
    app.button_group[0].set_value("mon-classeur").run()
    press(bring(app, unemployment(19.5)), SEE)
    assert not app.exception
    assert "vague=phare-2016" in app.warning[0].value
    assert not opened(app, "overview").exception


def test_a_workbook_without_any_survey_opens_everywhere(browse: Visit) -> None:
    book = slim()
    for name in ("Perceptions", "Alliances", "Initiatives"):
        book[name].cells = {place: cell for place, cell in book[name].cells.items() if place[0] == 1}
    app = see(browse, to_bytes(book), region="53")
    for page in ("domain", "alliances", "gaps"):
        assert not opened(app, page).exception


def test_too_many_workbooks_at_once_are_refused(browse: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_workbook, "MOST_OPEN", 0)
    assert "Réessayez dans quelques minutes" in refusal(bring(arrive(browse), unemployment(19.5)))


def test_a_store_that_cannot_be_made_is_said(browse: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_edition: object, **_: object) -> Store:
        raise StoreError("secret détail")

    monkeypatch.setattr(Store, "in_memory", broken)
    assert "n’ont pas pu être préparées" in refusal(bring(arrive(browse), unemployment(19.5)))


def test_mine_is_what_was_accepted_last(browse: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    app = see(browse, unemployment(19.5))
    bring(app, unemployment(18.5), "autre.xlsx")
    monkeypatch.setattr("streamlit.session_state", app.session_state)
    mine, shown = current.mine(), current.shown()
    assert mine
    assert shown
    assert (mine.name, shown.name) == ("autre.xlsx", "essai.xlsx")


@pytest.fixture
def trained(visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A visit where a small invented workbook is installed."""
    installed = tmp_path / "petit_FICTIF.xlsx"
    # Bytes that no other test opens under another name: what is kept of an edition goes by its bytes.
    installed.write_bytes(unemployment(18.5))
    monkeypatch.setattr(own_workbook, "TRAINING", installed)
    return arrive(visit)


def test_training_data_are_one_click_away_and_say_so(trained: AppTest, visit: Visit) -> None:
    app = press(trained, TRAIN)
    assert not app.exception
    assert "Données d’entraînement «\u00a0petit_FICTIF.xlsx\u00a0»" in said(app)
    assert TRAIN not in labels(app)
    for page in ("domain", "method"):
        opened(app, page)
        assert mentions.FICTIONAL in app.warning[0].value
    assert "la région la plus touchée, 18,5" in opened(app, "domain").title[0].value
    # Nothing invented is anybody's workbook, and the next visitor is on public data.
    assert FORGET not in labels(opened(app, "method"))
    assert mentions.NOT_MEASURED not in said(arrive(visit))
    press(app, BACK)
    assert TRAIN in labels(app)
    assert mentions.NOT_MEASURED not in said(app)


def test_training_data_do_not_replace_what_was_brought(trained: AppTest) -> None:
    app = press(bring(trained, unemployment(18.5)), TRAIN)
    assert "petit_FICTIF" in app.title[0].value.replace("\\", "")
    press(app, SEE)
    assert "essai" in app.title[0].value


def test_without_training_data_the_page_says_so(
    browse: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_workbook, "TRAINING", tmp_path / "absent.xlsx")
    app = arrive(browse)
    assert "n’est pas installé" in said(app)
    assert TRAIN not in labels(app)
