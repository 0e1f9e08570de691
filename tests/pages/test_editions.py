"""« Comparer deux éditions »: which ones, what differs, a sentence when nothing does; nobody else's file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from loaders.served.archive import Archive
from pages.facade import editions, own_workbook
from tests import fictional
from tests.loaders.books import TABLE, to_bytes, whole
from tests.pages.conftest import Visit, read
from wording.numbers import number

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def changed() -> bytes:
    book = whole()
    book[TABLE].set(18, book[TABLE].column("Bretagne"), 12.5)
    return to_bytes(book)


def opened(visit: Visit) -> AppTest:
    app = visit("method", section="editions")
    assert not app.exception
    return app


def put(app: AppTest, content: bytes, name: str = "le_mien.xlsx") -> AppTest:
    app.file_uploader[0].upload(name, content, XLSX).run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    kinds = ("title", "header", "markdown", "info", "warning", "error")
    words = [str(getattr(block, "value", "")) for kind in kinds for block in app.get(kind)]
    return " ".join(words).replace("\\", "")


def test_one_edition_alone_is_explained(browse: Visit) -> None:
    app = opened(browse)
    assert "Il faut deux éditions différentes" in said(app)
    assert [box.value for box in app.selectbox] == [editions.PUBLIC, editions.PUBLIC]
    assert not app.table


def test_a_file_is_compared_with_the_public_edition_as_soon_as_it_is_put(
    browse: Visit, changed: bytes
) -> None:
    app = put(opened(browse), changed)
    assert [box.value for box in app.selectbox][:2] == [editions.PUBLIC, editions.FILE]
    assert "1\u00a0cellule\u00a0modifiée\u202f: 39\u00a0scores" in said(app)
    assert "le_mien.xlsx" in said(app)
    headings = [header.value for header in app.header]
    assert headings == ["Cellules (1)", "Scores (39)", "Rangs (61)", "Écarts (18)"]
    place = ["P18", TABLE, "Taux de chomage, Bretagne"]
    assert read(app.table[0]).iloc[0].tolist() == [*place, "modifiée", "7,2", "12,5"]
    assert read(app.table[1]).iloc[0].tolist()[:2] == ["Bretagne", "Emploi"]
    # The largest effects, then all of them.
    assert [len(table.value) for table in app.table] == [1, 12, 39, 12, 61, 12, 18]
    assert len(app.expander) == 3
    taken_away(app)
    app.file_uploader[0].clear().run()
    assert "Il faut deux éditions différentes" in said(app)
    assert "edition_lue" not in app.session_state


def taken_away(app: AppTest) -> None:
    """The button hands over this very function; AppTest has no way to press it."""
    assert len(app.get("download_button")) == 1
    shown = editions.compared(editions.PUBLIC, editions.FILE, app.session_state["edition_lue"].own)
    assert shown.make is not None
    book = load_workbook(BytesIO(shown.make()))
    assert book.sheetnames[2:] == ["Cellules", "Scores", "Rangs", "Écarts"]
    assert "le_mien.xlsx" in str(list(book["Notes"].iter_rows(values_only=True)))


def test_invented_data_are_said_to_be_so(browse: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_workbook, "TRAINING", fictional.workbook())
    app = opened(browse)
    app.selectbox[1].select(editions.TRAINING).run()
    assert "DONNÉES FICTIVES\u202f: l’une des deux éditions est inventée" in said(app)
    assert "Aucun changement de cette sorte." in said(app)
    lines = [len(table.value) for table in app.table if len(table.value) > 12]
    assert [block.label for block in app.expander] == [
        f"Voir les {number(count)}\u00a0lignes" for count in lines
    ]


def test_the_same_content_under_another_name_has_no_difference(browse: Visit) -> None:
    app = put(opened(browse), to_bytes(whole()), "copie.xlsx")
    assert "Les deux éditions ont les mêmes cellules" in app.title[0].value
    assert not app.table
    assert not app.get("download_button")


def test_a_refused_file_says_why_and_leaves_the_choices(browse: Visit) -> None:
    app = put(opened(browse), b"PK nothing", "_mauvais_.xlsx")
    assert "Classeur refusé." in said(app)
    assert r"\_mauvais\_" in app.error[0].value
    assert editions.FILE not in app.selectbox[0].options


def test_my_workbook_can_be_compared_and_another_visitor_never_sees_it(browse: Visit, changed: bytes) -> None:
    app = browse("method", section="mon-classeur")
    app.file_uploader[0].upload("le_mien.xlsx", changed, XLSX).run()
    app.query_params["section"] = "editions"
    other = browse("method", section="editions")
    app.button_group[0].select("editions").run()
    assert [box.value for box in app.selectbox][:2] == [editions.PUBLIC, editions.OWN]
    assert "le_mien.xlsx" in said(app)
    other.run()
    assert "le_mien" not in said(other)
    assert all("le_mien" not in option for option in other.selectbox[0].options)


def test_a_replaced_edition_is_compared_with_the_one_served(
    visit: Visit, workbook: Path, changed: bytes
) -> None:
    october = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
    Archive(workbook).keep(b"older", october - timedelta(days=1), withdrawn=True)
    archived = Archive(workbook).keep(changed, october)
    app = opened(visit)
    assert [box.value for box in app.selectbox][:2] == [archived.name, editions.PUBLIC]
    assert "1\u00a0cellule\u00a0modifiée" in app.title[0].value
    assert app.selectbox[0].options[1].startswith("Archivée le 01/10/2026, 08:30 (temps universel)")
    assert app.selectbox[0].options[2].endswith(", retirée")


def test_an_archive_that_is_no_longer_a_workbook_is_one_sentence(visit: Visit, workbook: Path) -> None:
    Archive(workbook).keep(b"damaged", datetime(2026, 10, 1, tzinfo=UTC))
    app = opened(visit)
    assert "Cette édition archivée ne peut plus être lue\u202f: Classeur refusé." in said(app)
    assert not app.table
