"""Exploring a table on its page: search, filters, order, pages, and the way out of an empty answer."""

import pytest
from streamlit.testing.v1 import AppTest

from pages import explorer
from tests.pages.conftest import Visit
from tests.training.indicators import named


def lines(app: AppTest) -> list[str]:
    return [str(cell).replace("\\", "") for cell in app.table[0].value.iloc[:, 0]]


def said(app: AppTest) -> str:
    return " ".join(str(block.value) for block in app.markdown).replace("\\", "")


def test_a_dictionary_of_three_hundred_is_narrowed_sorted_and_left(whole: Visit) -> None:
    app = whole("method")
    assert not app.exception
    rows, total = app.table[0].value, len(app.table[0].value)
    assert total > 340
    assert [one.label for one in app.multiselect] == ["Domaine", "Unité", "Année", "Source"]
    app.multiselect[0].select("Emploi").run()
    assert app.table[0].value.equals(rows[rows["Domaine"] == "Emploi"].reset_index(drop=True))
    assert f"{named('emploi')}\u00a0lignes sur {total}\u202f: Domaine, Emploi." in said(app)
    app.selectbox[0].select("Part du score").run()
    assert "Part du score\u00a0↑" in app.table[0].value.columns
    app.text_input[0].set_value("introuvable").run()
    assert not app.exception
    assert explorer.NOTHING in [block.value for block in app.info]
    assert "Indicateur" not in app.table[0].value.columns
    next(button for button in app.button if button.label == explorer.CLEAR).click().run()
    assert len(app.table[0].value) == total


def test_a_long_table_is_read_by_pages_and_a_filter_goes_back_to_the_first(
    whole: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = lines(whole("method"))
    monkeypatch.setattr(explorer, "LINES", 25)
    app = whole("method")
    assert lines(app) == every[:25]
    assert "Lignes 1 à 25." in said(app)
    pages = -(-len(every) // 25)
    app.pagination[0].set_value(pages).run()
    assert lines(app) == every[25 * (pages - 1) :]
    assert f"Lignes {25 * (pages - 1) + 1} à {len(every)}." in said(app)
    app.multiselect[1].select("%").run()
    assert "Lignes 1 à 25." in said(app)
