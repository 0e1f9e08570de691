"""Notes around a table are no indicators, and nothing real is taken for a note."""

import pytest

from tests.loaders.books import TABLE, slim
from tests.loaders.outcomes import errors, findings, loaded, refused, same_as_published

NOTE = "Source : Insee, recensement 2019 ; champ : France métropolitaine."


# Not where a code or a domain is expected: there it is a row badly filled.
@pytest.mark.parametrize("column", [column for column in range(1, 28) if column not in {7, 24}])
def test_a_note_in_any_column_is_a_note(column: int) -> None:
    book = slim()
    book[TABLE].set(36, column, NOTE)
    edition = loaded(book)
    assert same_as_published(edition)
    assert [item.cell[-2:] for item in findings(edition, "note_du_tableau", "info")] == ["36"]


@pytest.mark.parametrize("area", [(36, 1, 36, 27), (36, 4, 37, 12), (36, 10, 36, 23), (36, 6, 40, 8)])
def test_a_merged_note_is_a_note(area: tuple[int, int, int, int]) -> None:
    book = slim()
    book[TABLE].set(area[0], area[1], NOTE * 6)
    book[TABLE].merges.append(area)
    assert same_as_published(loaded(book))


def test_several_notes_and_a_note_between_two_rows() -> None:
    book = slim()
    grid = book[TABLE]
    grid.move(rows=lambda row: row + 2 * (row >= 35))
    for row, column in ((36, 4), (37, 1), (38, 6), (38, 10), (41, 30)):
        grid.set(row, column, NOTE)
    assert same_as_published(loaded(book))
    for row, column, value in ((39, 11, "(1) sans la Corse"), (39, 12, "(2) estimation")):
        grid.set(row, column, value)
    assert same_as_published(loaded(book))


@pytest.mark.parametrize("value", [8.4, "8,4", "8,4 (p)", "s", "5 à 7", True])
def test_a_figure_without_a_label_is_never_lost(value: object) -> None:
    book = slim()
    book[TABLE].set(36, 11, value)
    finding = refused(book, "indicateur_sans_nom", "D36")
    assert "K36" in finding.message


def test_a_row_with_a_label_and_figures_but_no_code_is_an_indicator() -> None:
    book = slim()
    for column, value in ((4, "Part des cadres"), (10, 8.4), (11, "n.d.")):
        book[TABLE].set(36, column, value)
    assert [item.label for item in loaded(book).indicators][-1] == "Part des cadres"


@pytest.mark.parametrize("column", [3, 4])
@pytest.mark.parametrize(
    "label", ["Total", "TOTAL :", "Sous-total", "Moyenne des régions", "Somme", "Ensemble"]
)
def test_a_row_of_sums_is_said_and_is_no_indicator(label: str, column: int) -> None:
    book = slim()
    book[TABLE].set(36, column, label)
    for region in range(10, 24):
        book[TABLE].set(36, region, 8.4)
    edition = loaded(book)
    assert same_as_published(edition)
    (found,) = findings(edition, "ligne_de_total", "alerte")
    assert found.cell == f"{'ABCD'[column - 1]}36"


@pytest.mark.parametrize(
    ("column", "value"), [(7, "Fr.9"), (24, "emploi"), (26, "naissances"), (6, "Insee, état civil")]
)
def test_an_indicator_whose_label_starts_with_total_is_read(column: int, value: str) -> None:
    book = slim()
    for place, held in ((4, "Total des naissances"), (column, value), (25, -1), (27, 1), (11, 8.4)):
        book[TABLE].set(36, place, held)
    edition = loaded(book)
    assert edition.indicators[-1].label == "Total des naissances"
    assert not findings(edition, "ligne_de_total")


def test_words_under_the_regions_beside_a_label_are_figures_badly_written() -> None:
    book = slim()
    for column, value in ((4, "Niveau de vie"), (11, "élevé"), (12, "faible")):
        book[TABLE].set(36, column, value)
    assert [(item.kind, item.cell) for item in errors(book)] == [
        ("texte_au_lieu_d_un_nombre", "K36"),
        ("texte_au_lieu_d_un_nombre", "L36"),
    ]


def test_a_row_with_a_domain_and_nothing_else_is_an_indicator_to_fill() -> None:
    book = slim()
    book[TABLE].set(36, 4, "Handicap reconnu")
    book[TABLE].set(36, 24, "diversite_handicap")
    assert loaded(book).indicators[-1].domain_code == "diversite_handicap"


@pytest.mark.parametrize("sheet", ["Perceptions", "Alliances", "Initiatives", "Domaines", "Sources"])
@pytest.mark.parametrize("merged", [False, True])
def test_a_note_under_another_sheet(sheet: str, merged: bool) -> None:
    book = slim()
    before = loaded(book)
    row = max(row for row, _ in book[sheet].cells) + 2
    book[sheet].set(row, 1, NOTE)
    if merged:
        book[sheet].merges.append((row, 1, row, 6))
    after = loaded(book)
    for name in ("perceptions", "alliances", "initiatives", "domains", "sources"):
        assert getattr(after, name) == getattr(before, name)
    assert [item.sheet for item in findings(after, "note_du_tableau", "info")] == [sheet]


def test_a_survey_figure_without_its_measure_is_never_lost() -> None:
    book = slim()
    row = max(row for row, _ in book["Perceptions"].cells) + 1
    book["Perceptions"].set(row, book["Perceptions"].column("Valeur", 1), 7.1)
    refused(book, "mesure_inconnue", f"H{row}")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Bretange", "P4"),
        ("Région Bretagne", "P4"),
        ("Armorique", "P4"),
        (None, "P4"),
        ("Bretagne (sans les îles)", "P4"),
    ],
)
def test_a_lost_title_of_a_region_points_at_its_cell(title: str | None, cell: str) -> None:
    book = slim()
    column = book[TABLE].column("Bretagne")
    assert column == 16
    book[TABLE].set(4, column, title)
    refused(book, "region_absente", cell)


def test_a_lost_column_points_at_the_title_to_change_or_at_the_titles() -> None:
    book = slim()
    book[TABLE].set(4, book[TABLE].column("Année"), "Millésime")
    refused(book, "colonne_absente", "H4")
    column = book[TABLE].column("Corse")
    gone = slim()
    gone[TABLE].cells = {place: content for place, content in gone[TABLE].cells.items() if place[1] != column}
    refused(gone, "region_absente", "A4:AA4")


@pytest.mark.parametrize(
    ("header", "value", "field", "read"),
    [
        ("Acteur", "CITOYENS", "actor_code", "citoyens"),
        ("Acteur", "Élus locaux", "actor_code", "elus_locaux"),
        ("Fiabilité", "À vérifier", "reliability", "a_verifier"),
        ("Fiabilité", "PUBLIE", "reliability", "publie"),
        ("Fiabilité", "confirmé par deux sources", "reliability", "confirme"),
        ("Domaine", "EMPLOI", "domain_code", "emploi"),
        ("Domaine", "Santé", "domain_code", "sante"),
        ("Codes région", "fr", "region_codes", ("FR",)),
        ("Codes région", "Île-de-France", "region_codes", ("11",)),
        ("Codes région", "Grand Est, Corse", "region_codes", ("44", "94")),
        ("Mesure", "NOTE_FRAGILITE_SUR_10", "measure", "note_fragilite_sur_10"),
    ],
)
def test_codes_in_capitals_and_labels(header: str, value: str, field: str, read: object) -> None:
    book = slim()
    book["Perceptions"].set(3, book["Perceptions"].column(header, 1), value)
    assert getattr(loaded(book).perceptions[1], field) == read


def test_an_unknown_actor_is_said_in_french() -> None:
    book = slim()
    book["Perceptions"].set(3, book["Perceptions"].column("Acteur", 1), "passants")
    assert refused(book, "code_inconnu").message.startswith("Code d’acteur inconnu")


@pytest.mark.parametrize(
    ("value", "rank"),
    [("1ère", 1), ("1er ex æquo", 1), ("1er ex-aequo", 1), ("2ème", 2), ("2nd", 2), ("3ᵉ", 3), ("2ᵉ (1)", 2)],
)
def test_ranks_as_people_write_them(value: str, rank: int) -> None:
    book = slim()
    book["Perceptions"].set(3, book["Perceptions"].column("Rang", 1), value)
    figure = loaded(book).perceptions[1]
    assert (figure.rank_low, figure.rank_high) == (rank, rank)
