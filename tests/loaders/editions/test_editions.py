"""Two editions cell by cell: what differs is found, what only moved is not, whoever comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.edition import LoadedEdition
from loaders.editions import words
from loaders.editions.changes import CellChange, Comparison, Kind, compare
from loaders.editions.table import COLUMNS, table
from loaders.editions.told import EMPTY, told
from loaders.store import Store
from tests import earlier_years
from tests.loaders.books import TABLE, Book, slim
from tests.loaders.outcomes import load_book

Bend = Callable[[Book], None]
ROW = 18  # « Taux de chômage »


@pytest.fixture(scope="module")
def edition() -> LoadedEdition:
    return load_book(slim(), "ancien.xlsx")


@pytest.fixture(scope="module")
def old(edition: LoadedEdition) -> Store:
    return Store.in_memory(edition)


def bent(old: Store, bend: Bend) -> Comparison:
    """Compare the workbook with itself once bent."""
    book = slim()
    bend(book)
    return compare(old, Store.in_memory(load_book(book, "nouveau.xlsx")))


def one(comparison: Comparison) -> CellChange:
    assert len(comparison.changes) == 1
    return comparison.changes[0]


def test_the_same_cells_written_to_another_file_do_not_differ(old: Store) -> None:
    found = bent(old, lambda _: None)
    assert found == Comparison((), 0)
    assert words.title(found) == words.SAME
    assert words.moved(found) == ""
    assert list(table(found.changes)) == COLUMNS
    assert told(found.changes).empty


def test_a_changed_value_is_named_by_what_it_is_about(old: Store) -> None:
    def bend(book: Book) -> None:
        book[TABLE].set(ROW, book[TABLE].column("Bretagne"), 12.5)

    found = bent(old, bend)
    change = one(found)
    assert (change.kind, change.before, change.after) == (Kind.CHANGED, "7,2", "12,5")
    assert change.before_cell == change.after_cell == "P18"
    assert (change.indicator_code, change.domain_codes, change.region_codes) == (
        "Freco.1",
        ("emploi",),
        ("53",),
    )
    assert words.title(found) == "1\u00a0cellule\u00a0modifiée"
    assert words.line(change) == (
        f"{TABLE}, P18\u202f: Taux de chomage, Bretagne, modifiée, «\u00a07,2\u00a0» puis «\u00a012,5\u00a0»"
    )


def test_an_emptied_cell_is_removed_and_a_filled_one_is_added(old: Store) -> None:
    def bend(book: Book) -> None:
        grid = book["Perceptions"]
        grid.set(2, grid.column("Remarque", 1), None)
        grid.set(2, grid.column("Écart-type", 1), 2)

    found = bent(old, bend)
    assert Counter(change.kind for change in found.changes) == {Kind.REMOVED: 1, Kind.ADDED: 1}
    removed, added = told(found.changes).sort_values("Changement", ascending=False).to_dict("records")
    assert (added["Avant"], added["Après"]) == (EMPTY, "2")
    assert (removed["Avant"] != EMPTY, removed["Après"]) == (True, EMPTY)


def test_inserted_rows_and_exchanged_columns_move_cells_without_changing_them(old: Store) -> None:
    def bend(book: Book) -> None:
        book["Perceptions"].move(rows=lambda row: row + 2 if row > 4 else row)
        grid = book[TABLE]
        first, second = grid.column("Bretagne"), grid.column("Corse")
        grid.move(columns=lambda column: {first: second, second: first}.get(column, column))

    found = bent(old, bend)
    assert found.changes == ()
    assert found.moved > 60
    assert words.moved(found).endswith("autres cellules ont changé de place sans changer de contenu.")


def test_a_row_corrected_in_place_is_the_same_row(old: Store) -> None:
    def bend(book: Book) -> None:
        grid = book["Perceptions"]
        grid.set(2, grid.column("Domaine", 1), "sante")

    change = one(bent(old, bend))
    assert (change.column, change.before, change.after) == ("Domaine", "emploi", "sante")
    assert change.domain_codes == ("sante", "emploi")
    assert not change.whole_row


def test_a_row_that_comes_or_goes_is_told_in_one_line(old: Store) -> None:
    def bend(book: Book) -> None:
        grid = book["Perceptions"]
        for column in range(1, 20):
            grid.set(12, column, grid.get(3, column))
        grid.set(12, grid.column("Codes région", 1), "53")

    found = bent(old, bend)
    assert {change.kind for change in found.changes} == {Kind.ADDED}
    assert all(change.whole_row for change in found.changes)
    assert {change.wave for change in found.changes} == {"PHARE 2015"}
    rows = told(found.changes)
    assert len(rows) == 1
    row = rows.iloc[0]
    assert (row["Feuille"], row["Cellule"]) == ("Perceptions", "ligne\u00a012")
    told_of = ("ligne ajoutée", EMPTY, f"{len(found.changes)}\u00a0cellules")
    assert (row["Changement"], row["Avant"], row["Après"]) == told_of


def test_the_same_question_asked_twice_is_two_rows(old: Store) -> None:
    def bend(book: Book) -> None:
        grid = book["Initiatives"]
        for column in range(1, 12):
            grid.set(20, column, grid.get(2, column))

    assert all(change.whole_row for change in bent(old, bend).changes)


def test_another_way_to_write_one_number_changes_no_result(old: Store) -> None:
    def bend(book: Book) -> None:
        grid = book[TABLE]
        column = grid.column("Bretagne")
        grid.set(ROW, column, grid.get(ROW, column), "0.000")

    change = one(bent(old, bend))
    assert (change.kind, change.before, change.after) == (Kind.REWRITTEN, "7,2", "7,200")
    assert told([change]).iloc[0].tolist()[3:] == ["écrite autrement", "7,2", "7,200"]


def test_two_numbers_shown_alike_are_told_with_what_is_stored(edition: LoadedEdition, old: Store) -> None:
    cells = tuple(
        replace(cell, value=1.04) if (cell.sheet, cell.cell) == (TABLE, "AA18") else cell
        for cell in edition.raw_cells
    )
    change = one(compare(old, Store.in_memory(replace(edition, raw_cells=cells))))
    assert change.column == "Poids"
    assert (change.before, change.after) == (
        "1 (enregistré\u202f: 1)",
        "1 (enregistré\u202f: 1.04)",
    )


def test_titles_notes_and_unknown_columns_are_compared_too(old: Store) -> None:
    def bend(book: Book) -> None:
        book[TABLE].set(1, 1, "AUTRE TITRE")
        book[TABLE].set(4, 40, "Commentaire")
        book[TABLE].set(ROW, 40, "vu")
        book["Brouillon"] = type(book[TABLE])()
        book["Brouillon"].set(3, 3, "à revoir")

    found = bent(old, bend)
    said = {(change.sheet, change.kind, words.about(change)) for change in found.changes}
    assert said == {
        (TABLE, Kind.REMOVED, words.OUTSIDE),
        (TABLE, Kind.ADDED, words.OUTSIDE),
        (TABLE, Kind.ADDED, "Taux de chomage, Commentaire"),
        ("Brouillon", Kind.ADDED, words.OUTSIDE),
    }
    assert told(found.changes).iloc[0, 2] == "Taux de chomage, Commentaire"


def test_an_update_is_a_row_moved_and_a_row_typed_over(old: Store) -> None:
    def bend(book: Book) -> None:
        earlier_years.add(book, earlier_years.UNEMPLOYMENT, {})
        book[TABLE].set(ROW, book[TABLE].column("Année"), "2021 (T1)")
        book[TABLE].set(ROW, book[TABLE].column("Bretagne"), 6.1)

    found = bent(old, bend)
    moved = [change for change in found.changes if change.sheet == earlier_years.SHEET and change.row]
    assert {change.row for change in moved} == {"Taux de chomage, 2019 (T1)"}
    assert {change.kind for change in moved} == {Kind.ADDED}
    # No code: a past figure is behind no score that changes.
    assert not any(change.indicator_code or change.domain_codes for change in moved)
    typed = {
        (change.column, change.before, change.after) for change in found.changes if change.sheet == TABLE
    }
    assert typed == {("Année", "2019 (T1)", "2021 (T1)"), ("Bretagne", "7,2", "6,1")}
    assert "ligne ajoutée" in " ".join(told(found.changes)["Changement"])


def test_a_renamed_sheet_is_the_same_sheet(old: Store) -> None:
    def bend(book: Book) -> None:
        book["Perception"] = book.pop("Perceptions")

    assert bent(old, bend).changes == ()


def test_a_row_without_its_name_is_text_of_no_row(edition: LoadedEdition, old: Store) -> None:
    """A note under the table of sources has no code: it is known by its own words."""
    cells = tuple(
        replace(cell, cell="B90", row_number=90) if (cell.sheet, cell.cell) == ("Sources", "B2") else cell
        for cell in edition.raw_cells
    )
    found = compare(old, Store.in_memory(replace(edition, raw_cells=cells)))
    assert {words.about(change) for change in found.changes if change.kind is Kind.ADDED} == {words.OUTSIDE}


def test_a_hostile_text_stays_on_one_line_between_guillemets() -> None:
    change = CellChange(
        Kind.CHANGED, "Perceptions", "R", "C", "c", "a\n=1+1", "x" * 500, "A1", "A1",
        whole_row=False, indicator_code="", domain_codes=(), region_codes=(), actor_code="", wave="",
    )  # fmt: skip
    line = words.line(change)
    assert "\n" not in line
    assert len(line) < 200


edits = st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(["text", "remove", "down"])), max_size=6)


@settings(max_examples=8)
@given(changes=edits)
def test_comparing_the_other_way_round_is_the_mirror(
    edition: LoadedEdition, old: Store, changes: list[tuple[int, str]]
) -> None:
    cells = {(cell.sheet, cell.cell): cell for cell in edition.raw_cells}
    for number, what in changes:
        place = list(cells)[number % len(cells)]
        cell = cells.pop(place)
        if what == "text":
            cells[place] = replace(cell, text=f"{cell.text} bis", value=f"{cell.text} bis")
        elif what == "down" and (cell.sheet, f"A{cell.row_number + 200}") not in cells:
            there = f"A{cell.row_number + 200}"
            cells[cell.sheet, there] = replace(
                cell, cell=there, row_number=cell.row_number + 200, column_number=1
            )
    new = Store.in_memory(replace(edition, raw_cells=tuple(cells.values())))
    assert compare(new, new) == Comparison((), 0)
    forth, back = compare(old, new), compare(new, old)
    assert forth.moved == back.moved
    assert sorted(map(_mirrored, forth.changes)) == sorted(map(_plain, back.changes))


SWAPPED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


def _plain(change: CellChange) -> tuple[str, ...]:
    return (change.kind, change.sheet, change.before, change.after, change.before_cell, change.after_cell)


def _mirrored(change: CellChange) -> tuple[str, ...]:
    kind = SWAPPED.get(change.kind, change.kind)
    return (kind, change.sheet, change.after, change.before, change.after_cell, change.before_cell)
