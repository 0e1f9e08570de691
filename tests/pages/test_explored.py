"""What is looked for in a table, against plain loops over its rows."""

from itertools import product

import pandas as pd
import pytest

from pages.explored import Asked, Explored, explored, found, told

ROWS = pd.DataFrame(
    [
        ("Accès à l’emploi", "%", "2019", "−1,5\u202f%", "T18"),
        ("Cœur de ville", "€", "2012", "10,25\u202f%", "T9"),
        ("Dépense", "%", "2016 (T1)", "non publié", "J17"),
        ("Emplois aidés", "%", "2012", "9,5\u202f%", "–"),
        ("Zone d’emploi", "€", "1999", "1\u202f024\u202f%", "AB2"),
    ],
    columns=["Nom", "Unité", "Année", "Part", "Cellule"],
)


@pytest.fixture(scope="module")
def table() -> Explored:
    return explored(ROWS, filters=("Unité", "Année"))


def names(table: Explored, asked: Asked) -> list[str]:
    return [str(ROWS["Nom"][place]) for place in found(table, asked)]


def test_a_row_is_found_by_all_the_words_in_any_cell_however_they_are_typed(table: Explored) -> None:
    assert names(table, Asked("EMPLOI")) == ["Accès à l’emploi", "Emplois aidés", "Zone d’emploi"]
    assert names(table, Asked("  emploi 2012 ")) == ["Emplois aidés"]
    assert names(table, Asked("d'emploi")) == ["Zone d’emploi"]
    assert names(table, Asked("coeur")) == ["Cœur de ville"]
    assert names(table, Asked("-1,5")) == ["Accès à l’emploi"]
    assert names(table, Asked("1 024")) == ["Zone d’emploi"]
    assert names(table, Asked("absent")) == []


def test_filters_keep_what_plain_loops_keep(table: Explored) -> None:
    units = [(), ("%",), ("€",), ("%", "€")]
    years = [(), ("2012",), ("1999", "2012")]
    for unit, year in product(units, years):
        kept = [
            name
            for name, its_unit, its_year in zip(ROWS["Nom"], ROWS["Unité"], ROWS["Année"], strict=True)
            if (not unit or its_unit in unit) and (not year or its_year in year)
        ]
        assert names(table, Asked(chosen={"Unité": unit, "Année": year})) == kept
    assert table.options("Année") == ["1999", "2012", "2016 (T1)", "2019"]


def test_numbers_sort_as_numbers_cells_by_their_row_and_what_is_not_published_is_last(
    table: Explored,
) -> None:
    part = ["Accès à l’emploi", "Emplois aidés", "Cœur de ville", "Zone d’emploi"]
    assert names(table, Asked(column="Part")) == [*part, "Dépense"]
    assert names(table, Asked(column="Part", backwards=True)) == [*part[::-1], "Dépense"]
    cells = ["Zone d’emploi", "Dépense", "Cœur de ville", "Accès à l’emploi"]
    assert names(table, Asked(column="Cellule")) == [*cells, "Emplois aidés"]
    # Equal years stay in the order of the table, both ways.
    assert names(table, Asked("2012", column="Année", backwards=True)) == ["Cœur de ville", "Emplois aidés"]
    assert names(table, Asked(backwards=True)) == list(ROWS["Nom"])[::-1]


def test_a_phone_has_two_columns(table: Explored) -> None:
    assert table.wide.column_names == list(ROWS.columns)
    assert table.narrow.column_names == ["Nom", "Précisions"]
    last = str(table.narrow["Précisions"][3]).replace("\\", "")
    assert last == "Unité\u202f: %. Année\u202f: 2012. Part\u202f: 9,5\u202f%."


def test_a_column_that_no_row_fills_is_left_out_and_can_filter_nothing() -> None:
    rows = ROWS.assign(Périmètre="", Note=["", "–", "", "", "à vérifier"])
    table = explored(rows, filters=("Unité", "Périmètre"))
    assert table.wide.column_names == [*ROWS.columns, "Note"]
    assert [str(cell).replace("\\", "") for cell in table.wide["Note"]] == ["–"] * 4 + ["à vérifier"]
    assert (list(table.kinds), "Périmètre" in table.keys) == (["Unité"], False)
    assert names(table, Asked(column="Note"))[0] == "Zone d’emploi"
    # Without a line every heading stays: nothing is said of any.
    assert explored(rows.head(0)).wide.column_names == list(rows.columns)


def test_what_is_shown_says_how_many_and_what_was_asked() -> None:
    assert told(Asked(), 336, 336) == "336\u00a0lignes."
    assert told(Asked(column="Année", backwards=True), 336, 336) == (
        "336\u00a0lignes, triées par «\u00a0Année\u00a0», en ordre inverse."
    )
    asked = Asked(" taux ", {"Unité": ("%", "€"), "Année": ()})
    assert told(asked, 21, 336) == (
        "21\u00a0lignes sur 336\u202f: recherche «\u00a0taux\u00a0»\u202f; Unité, % ou €."
    )
