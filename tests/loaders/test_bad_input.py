"""Every mistake an analyst may make in the workbook: one clear sentence with its sheet and its cell."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from loaders.checks.years import check_years
from loaders.findings import Findings
from tests.loaders.books import (
    HEADER_ROW,
    TABLE,
    Book,
    Grid,
    address,
    slim,
    to_bytes,
    with_cell_xml,
    with_cells_xml,
)
from tests.loaders.outcomes import errors, findings, loaded, refused, same_as_published

UNEMPLOYMENT = "Taux de chomage"
REGION = "Bretagne"


def table(book: Book) -> Grid:
    return book[TABLE]


def with_value(
    value: Any, number_format: str = "General", label: str = UNEMPLOYMENT, header: str = REGION
) -> Book:
    """The slim book with one cell of the table replaced."""
    book = slim()
    grid = table(book)
    grid.set(grid.row(label), grid.column(header), value, number_format)
    return book


def place(header: str, label: str = UNEMPLOYMENT) -> str:
    grid = slim()[TABLE]
    return address(grid.row(label), grid.column(header))


@pytest.mark.parametrize(
    ("value", "number_format", "kind"),
    [
        ("élevé", "General", "texte_au_lieu_d_un_nombre"),
        ("<script>alert(1)</script>", "General", "texte_au_lieu_d_un_nombre"),
        ("x" * 5000, "General", "texte_au_lieu_d_un_nombre"),
        ("1.234", "General", "nombre_ambigu"),
        ("7,2 €", "General", "unite_differente"),
        (72, '0" ‰"', "unite_differente"),
        (7.2, '"NC"', "nombre_non_affiche"),
        (7.2, ";;;", "nombre_non_affiche"),
        (datetime.datetime(2026, 2, 7), "d-mmm", "date_au_lieu_d_un_nombre"),  # noqa: DTZ001
        (datetime.date(2026, 2, 7), "dd/mm/yyyy", "date_au_lieu_d_un_nombre"),
        (datetime.time(7, 2), "h:mm", "date_au_lieu_d_un_nombre"),
        (True, "General", "booleen"),
        (1e300, "General", "nombre_absurde"),
        ("=1+1", "General", "formule_sans_valeur"),
        ('=HYPERLINK("http://exemple.fr","7,2")', "General", "formule_sans_valeur"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_cell_that_cannot_be_read(value: Any, number_format: str, kind: str) -> None:
    finding = refused(with_value(value, number_format), kind, place(REGION))
    assert finding.sheet == TABLE
    assert len(finding.message) < 300


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (datetime.datetime(2024, 8, 4), "d-mmm", "(04/08/2024) là où un nombre est attendu. Excel a sans"),  # noqa: DTZ001
        (datetime.datetime(2024, 8, 4, 8, 30), "d-mmm", "(04/08/2024 08:30)"),  # noqa: DTZ001
        (8.4, "d-mmm", "(08/01/1900 09:36) là où un nombre est attendu. C’est sans doute un nombre, que le"),
        (datetime.time(8, 4), "h:mm", "(08:04)"),
        (1.5, "[h]:mm", "(36:00)"),
    ],
)
def test_a_date_is_said_as_it_is_read(value: Any, number_format: str, said: str) -> None:
    data = to_bytes(with_value(value, number_format))
    assert said in refused(data, "date_au_lieu_d_un_nombre", place(REGION)).message


@pytest.mark.parametrize("header", ["Bretagne", "France Métropole", "Corse"])
def test_a_lost_region(header: str) -> None:
    book = slim()
    grid = table(book)
    column = grid.column(header)
    grid.cells = {key: content for key, content in grid.cells.items() if key[1] != column}
    finding = refused(book, "region_absente")
    assert header.split(maxsplit=1)[0] in finding.message


def test_a_lost_title_of_region() -> None:
    book = slim()
    grid = table(book)
    grid.set(HEADER_ROW, grid.column(REGION), None)
    assert {item.kind for item in errors(book)} == {"region_absente"}


def test_an_unknown_region_is_named() -> None:
    book = slim()
    grid = table(book)
    grid.set(HEADER_ROW, grid.column(REGION), "Bretagne Nord")
    finding = refused(book, "region_absente")
    assert "Bretagne (53)" in finding.message
    assert "Bretagne Nord" in finding.message


def test_a_column_of_numbers_under_an_unknown_title() -> None:
    book = slim()
    grid = table(book)
    for row in range(HEADER_ROW + 1, HEADER_ROW + 31):
        grid.set(row, 40, 1.5)
    refused(book, "region_inconnue", address(HEADER_ROW, 40))
    grid.set(HEADER_ROW, 40, "Mayotte")
    assert "Mayotte" in refused(book, "region_inconnue", address(HEADER_ROW, 40)).message


def test_a_column_of_notes_is_only_mentioned() -> None:
    book = slim()
    grid = table(book)
    grid.set(HEADER_ROW, 40, "Commentaire")
    grid.set(HEADER_ROW + 1, 40, "à relire <b>vite</b>")
    edition = loaded(book)
    assert same_as_published(edition)
    assert [item.cell for item in findings(edition, "colonne_inconnue", "info")] == [address(HEADER_ROW, 40)]


def test_a_doubled_region() -> None:
    book = slim()
    grid = table(book)
    grid.set(HEADER_ROW, 40, "BRETAGNE")
    finding = refused(book, "colonne_double", address(HEADER_ROW, 40))
    assert place(REGION)[0] in finding.message


@pytest.mark.parametrize(
    "header", ["INDICATEURS", "Unité", "Sens", "Poids", "Domaine", "Année", "SOURCES", "Total"]
)
def test_a_missing_column_stops_the_load_with_both_lists(header: str) -> None:
    book = slim()
    grid = table(book)
    grid.set(HEADER_ROW, grid.column(header), "Autre chose")
    finding = refused(book, "colonne_absente")
    assert header in finding.message
    assert "Autre chose" in finding.message


def test_no_header_at_all_and_two_headers() -> None:
    book = slim()
    grid = table(book)
    header = {key: content for key, content in grid.cells.items() if key[0] == HEADER_ROW}
    grid.cells = {key: content for key, content in grid.cells.items() if key[0] != HEADER_ROW}
    refused(book, "entete_introuvable")
    for row in (HEADER_ROW, 50):
        grid.cells |= {(row, column): content for (_, column), content in header.items()}
    assert "lignes 4 et 50" in refused(book, "entete_introuvable").message


def test_a_table_without_rows() -> None:
    book = slim()
    grid = table(book)
    grid.merges = []
    grid.cells = {key: content for key, content in grid.cells.items() if key[0] <= HEADER_ROW}
    refused(book, "tableau_vide")


@pytest.mark.parametrize("name", [TABLE, "Perceptions", "Alliances", "Initiatives", "Domaines", "Sources"])
def test_a_missing_sheet(name: str) -> None:
    book = slim()
    del book[name]
    finding = refused(book, "feuille_absente")
    assert name in finding.message


def test_a_missing_notice_is_an_alert_only() -> None:
    book = slim()
    del book["Lisez-moi"]
    edition = loaded(book)
    assert findings(edition, "feuille_absente", "alerte")
    assert same_as_published(edition)


def test_a_sheet_twice_and_an_unknown_sheet() -> None:
    book = slim()
    book["Notes de travail"] = Grid({(1, 1): ("à faire", "General")})
    book["Vide"] = Grid()
    edition = loaded(book)
    assert [item.sheet for item in findings(edition, "feuille_inconnue", "info")] == ["Notes de travail"]
    book["DONNEES"] = table(slim())
    refused(book, "feuille_double")


def test_two_indicators_with_one_code_name_both_rows() -> None:
    book = slim()
    grid = table(book)
    column = grid.column("INDICE")
    grid.set(grid.row("Taux de pauvreté"), column, "freco.1 ")
    finding = refused(book, "code_double", address(grid.row("Taux de pauvreté"), column))
    assert "18" in finding.message
    assert "21" in finding.message


def test_two_labels_without_code_are_two_indicators_with_one_code() -> None:
    book = slim()
    grid = table(book)
    grid.set(grid.row("Densité"), grid.column("INDICATEURS"), "Handicap")
    refused(book, "code_double")


def test_numbers_without_a_label() -> None:
    book = slim()
    grid = table(book)
    for header in ("Corse", "Bretagne"):
        grid.set(36, grid.column(header), 12)
    refused(book, "indicateur_sans_nom", address(36, grid.column("INDICATEURS")))


@pytest.mark.parametrize("value", [None, 7.2, "7,2"])
def test_a_merged_value(value: Any) -> None:
    book = slim()
    grid = table(book)
    row, column = grid.row(UNEMPLOYMENT), grid.column(REGION)
    grid.merges.append((row, column, row + 1, column))
    grid.set(row + 1, column, None)
    grid.set(row, column, value)
    if value is None:
        loaded(book)
        return
    refused(book, "valeur_fusionnee", address(row, column))
    refused(book, "valeur_fusionnee", address(row + 1, column))


@pytest.mark.parametrize(
    ("header", "value", "kind"),
    [
        ("Sens", None, "sens_absent"),
        ("Sens", 2, "sens_inconnu"),
        ("Sens", 0, "sens_inconnu"),
        ("Sens", "1 ou -1", "texte_au_lieu_d_un_nombre"),
        ("Sens", "haut", "texte_au_lieu_d_un_nombre"),
        ("Poids", None, "poids_absent"),
        ("Poids", -1, "poids_inconnu"),
        ("Poids", "1 à 2", "poids_inconnu"),
        ("Poids", 0, "poids_nuls"),
        ("Domaine", "bonheur", "code_inconnu"),
        ("INDICATEURS", "x" * 5000, "texte_trop_long"),
        ("INDICATEURS", "<script>alert(1)</script>", "balise"),
        ("INDICATEURS", "a <img src=x>", "balise"),
        ("INDICATEURS", "</div>", "balise"),
        ("INDICATEURS", '=HYPERLINK("http://exemple.fr","Taux")', "formule_sans_valeur"),
        ("INDICATEURS", True, "texte_attendu"),
        ("INDICATEURS", "#REF!", "texte_attendu"),
        ("Année", datetime.datetime(2019, 1, 1), "texte_attendu"),  # noqa: DTZ001
        ("INDICATEURS", "l\x92emploi", "caractere_interdit"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_wrong_column_of_ours(header: str, value: Any, kind: str) -> None:
    book = with_value(
        value, "dd/mm/yyyy" if isinstance(value, datetime.datetime) else "General", header=header
    )
    grid = table(book)
    refused(book, kind, address(18, grid.column(header)))


def test_a_text_that_looks_like_a_formula() -> None:
    book = slim()
    grid = table(book)
    row, column = grid.row(UNEMPLOYMENT), grid.column("INDICATEURS")
    xml = '<c r="PLACE" t="inlineStr"><is><t>=CMD|calc</t></is></c>'
    refused(with_cell_xml(book, TABLE, row, column, xml), "texte_formule", address(row, column))


def test_comparison_signs_are_not_markup() -> None:
    book = with_value("Part des < 25 ans & > 60 ans", header="INDICATEURS")
    assert loaded(book).indicators[13].label == "Part des < 25 ans & > 60 ans"


def test_a_mistake_in_a_merged_label_is_said_once() -> None:
    book = slim()
    table(book).set(5, 1, "x" * 5000)
    assert [(item.kind, item.cell) for item in errors(book)] == [("texte_trop_long", "A5")]


def test_a_flood_of_mistakes_stays_short() -> None:
    book = slim()
    grid = table(book)
    for row in range(5, 35):
        for column in range(10, 24):
            grid.set(row, column, "oups")
    assert len(errors(book)) == 100


@pytest.mark.parametrize(
    ("xml", "accepted"),
    [
        ('<c r="PLACE"><f>7.1+0.1</f><v>7.2</v></c>', True),
        ('<c r="PLACE"><f>7.1+0.1</f><v>7.1999999999999993</v></c>', True),
        ('<c r="PLACE" t="str"><f>TEXT(7.2,"0,0")</f><v>7,2</v></c>', True),
        ('<c r="PLACE"><f t="array" ref="PLACE">7.1+0.1</f><v>7.2</v></c>', True),
        ('<c r="PLACE"><f t="shared" ref="PLACE" si="0">7.1+0.1</f><v>7.2</v></c>', True),
        ('<c r="PLACE"><f t="dataTable" ref="PLACE" dt2D="0" dtr="0" r1="A1"/><v>7.2</v></c>', True),
        ('<c r="PLACE"><f>7.1+0.1</f></c>', False),
        ('<c r="PLACE"><f>7.1+0.1</f><v></v></c>', False),
        ('<c r="PLACE" t="str"><f>A1</f></c>', False),
    ],
)
def test_formulas_are_read_by_their_stored_value(xml: str, accepted: bool) -> None:
    book = slim()
    grid = table(book)
    row, column = grid.row(UNEMPLOYMENT), grid.column(REGION)
    data = with_cell_xml(book, TABLE, row, column, xml)
    if not accepted:
        refused(data, "formule_sans_valeur", address(row, column))
        return
    edition = loaded(data)
    assert same_as_published(edition)
    assert [item.cell for item in findings(edition, "formules", "info")] == [address(row, column)]


def test_a_formula_in_error_is_not_available() -> None:
    book = slim()
    grid = table(book)
    row, column = grid.row(UNEMPLOYMENT), grid.column(REGION)
    data = with_cell_xml(book, TABLE, row, column, '<c r="PLACE" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    edition = loaded(data)
    cells = [item.cell for item in findings(edition, "valeur_en_erreur", "alerte")]
    assert address(row, column) in cells


def test_an_infinite_number_is_refused() -> None:
    book = slim()
    grid = table(book)
    row, column = grid.row(UNEMPLOYMENT), grid.column(REGION)
    refused(with_cell_xml(book, TABLE, row, column, '<c r="PLACE"><v>1E999</v></c>'), "nombre_absurde")


def test_many_formulas_are_one_remark() -> None:
    book = slim()
    row = table(book).row(UNEMPLOYMENT)
    cells = {
        (row, column): f'<c r="PLACE"><f>1*A1</f><v>{table(book).get(row, column)}</v></c>'
        for column in range(10, 17)
    }
    edition = loaded(with_cells_xml(book, TABLE, cells))
    assert same_as_published(edition)
    assert [item.cell for item in findings(edition, "formules", "info")] == ["J18"]


class TestFractions:
    """0,085 without a % sign, in a row in percent."""

    def test_a_fraction_among_marked_percentages_is_ambiguous(self) -> None:
        refused(
            with_value(0.051, "0.000", "Poids de la région"),
            "pourcentage_ambigu",
            place(REGION, "Poids de la région"),
        )

    def test_a_row_that_lost_its_percent_format_is_refused_whole(self) -> None:
        book = slim()
        grid = table(book)
        row = grid.row("Poids de la région")
        for column in range(10, 24):
            grid.set(row, column, grid.get(row, column))
        assert len([item for item in errors(book) if item.kind == "pourcentage_ambigu"]) == 14

    @pytest.mark.parametrize("unit", ["%", "pourcentage", "en %", "taux (%)"])
    def test_a_row_of_fractions_is_refused_whatever_the_words_of_its_unit(self, unit: str) -> None:
        book = with_value(unit, header="Unité")
        grid = table(book)
        for column in range(10, 24):
            grid.set(18, column, grid.get(18, column) / 100)
        assert len([item for item in errors(book) if item.kind == "pourcentage_ambigu"]) == 14

    def test_a_row_in_points_may_hold_small_numbers(self) -> None:
        edition = loaded(with_value(0.072))
        value = next(
            item for item in edition.values if (item.indicator_code, item.region_code) == ("Freco.1", "53")
        )
        assert str(value.value) == "0.072"

    def test_points_without_a_sign_are_points(self) -> None:
        book = slim()
        grid = table(book)
        row = grid.row("Poids de la région")
        for column in range(10, 24):
            grid.set(row, column, round(grid.get(row, column) * 100, 1), "0.0")
        assert same_as_published(loaded(book))


def survey(header: str, value: Any, sheet: str = "Perceptions", row: int = 3) -> Book:
    book = slim()
    book[sheet].set(row, book[sheet].column(header, 1), value)
    return book


@pytest.mark.parametrize(("value", "alerts"), [(250, 1), (-4, 1), (100, 0), (0, 0)])
def test_a_share_of_any_measure_is_between_0_and_100(value: float, alerts: int) -> None:
    """« autre » has no bounds of its own: its percentages have those of every share."""
    book = survey("Valeur", value)
    for header, text in (("Mesure", "autre"), ("Unité", "%")):
        book["Perceptions"].set(3, book["Perceptions"].column(header, 1), text)
    found = [one for one in loaded(book).findings if one.kind == "part_impossible"]
    assert [(one.level, one.sheet, one.cell) for one in found] == [("alerte", "Perceptions", "J3")] * alerts


@pytest.mark.parametrize(
    ("header", "value", "kind"),
    [
        ("Valeur", 10.1, "valeur_hors_bornes"),
        ("Valeur", -0.1, "valeur_hors_bornes"),
        ("Valeur", "9 à 11", "valeur_hors_bornes"),
        ("Valeur", "beaucoup", "texte_au_lieu_d_un_nombre"),
        ("Valeur", datetime.datetime(2026, 6, 6), "date_au_lieu_d_un_nombre"),  # noqa: DTZ001
        ("Acteur", "passants", "code_inconnu"),
        ("Codes région", "99", "code_inconnu"),
        ("Codes région", "FR 11", "regions_incompatibles"),
        ("Codes région", "11 11", "code_repete"),
        ("Domaine", "bonheur", "code_inconnu"),
        ("Mesure", "innovation_pct", "mesure_inconnue"),
        ("Mesure", None, "mesure_inconnue"),
        ("Fiabilité", "sûr", "code_inconnu"),
        ("Fiabilité", None, "fiabilite_absente"),
        ("Programme", None, "programme_absent"),
        ("Effectif", 0, "entier_attendu"),
        ("Effectif", 12.5, "entier_attendu"),
        ("Effectif", "10 à 20", "entier_attendu"),
        ("Effectif", "mille", "texte_au_lieu_d_un_nombre"),
        ("Écart-type", -1, "ecart_type_impossible"),
        ("Écart-type", "1 à 2", "ecart_type_impossible"),
        ("Écart-type", 50, "ecart_type_impossible"),
        ("Écart-type", "7,2", "ecart_type_impossible"),
        ("Rang", 17, "rang_impossible"),
        ("Rang", "3 à 17", "rang_impossible"),
        ("Rang", 1.5, "entier_attendu"),
        ("Rang", 0, "entier_attendu"),
        ("Rang", "3 ou 2", "rang_illisible"),
        ("Rang", "1,5", "rang_illisible"),
        ("Rang", True, "booleen"),
        ("Date", "hier", "date_illisible"),
        ("Date", "2015-13", "date_illisible"),
        ("Remarque", "x" * 3000, "texte_trop_long"),
        ("Source", "<script>", "balise"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_wrong_survey_figure(header: str, value: Any, kind: str) -> None:
    book = survey(header, value)
    finding = refused(book, kind, address(3, book["Perceptions"].column(header, 1)))
    assert finding.sheet == "Perceptions"


@pytest.mark.parametrize(
    ("sheet", "header", "value", "said"),
    [
        ("Perceptions", "Rang", 1.5, "«\u00a01,5\u00a0» n’est pas un nombre entier"),
        ("Perceptions", "Valeur", 10.04, "«\u00a010,04\u00a0» sort des bornes"),
        ("Perceptions", "Écart-type", 50.4, "ne peut pas être «\u00a050,4\u00a0»"),
        ("Alliances", "Valeur", 0.62, "«\u00a00,62\u00a0» avec l’unité"),
        (TABLE, "Sens", 1.4, "Le sens «\u00a01,4\u00a0»"),
        (TABLE, "Poids", -0.4, "Le poids «\u00a0−0,4\u00a0»"),
    ],
)
def test_a_refusal_quotes_what_the_cell_holds(sheet: str, header: str, value: float, said: str) -> None:
    """Under the format `0`, which shows 2 for 1,5."""
    book = slim()
    row, header_row = (18, HEADER_ROW) if sheet == TABLE else (3, 1)
    column = book[sheet].column(header, header_row)
    book[sheet].set(row, column, value, "0")
    assert said in next(one.message for one in errors(book) if one.cell == address(row, column))


def test_a_fraction_is_quoted_with_all_its_digits() -> None:
    book = slim()
    grid = table(book)
    for column in range(10, 24):
        grid.set(18, column, grid.get(18, column) / 100, "0")
    assert "«\u00a00,084\u00a0» dans une ligne" in refused(book, "pourcentage_ambigu", "J18").message


@pytest.mark.parametrize(("size", "deviation"), [(2, 7.07), (None, 7.07), (400, 5), ("plus de 2 000", 5)])
def test_the_largest_deviation_that_a_scale_allows_is_read(size: Any, deviation: float) -> None:
    book = survey("Effectif", size)
    book["Perceptions"].set(3, book["Perceptions"].column("Écart-type", 1), deviation)
    assert float(loaded(book).perceptions[1].standard_deviation or 0) == deviation
    if size == 400:
        book["Perceptions"].set(3, book["Perceptions"].column("Écart-type", 1), 5.1)
        assert "il est de 5,01 au plus" in refused(book, "ecart_type_impossible", "N3").message


def test_a_rank_among_other_things_than_domains_may_be_any() -> None:
    book = survey("Rang", 17)
    book["Perceptions"].set(3, book["Perceptions"].column("Détail", 1), "parmi 20 métiers")
    assert loaded(book).perceptions[1].rank_high == 17


@pytest.mark.parametrize(
    ("sheet", "header", "value"),
    [
        ("Perceptions", "Date", "2099-01"),
        ("Alliances", "Date", 1800),
        (TABLE, "Année", 2099),
        (TABLE, "Année", "1875 à 2019"),
    ],
)
def test_a_year_that_no_figure_has_is_an_alert(sheet: str, header: str, value: Any) -> None:
    book = slim()
    row, header_row = (18, HEADER_ROW) if sheet == TABLE else (3, 1)
    column = book[sheet].column(header, header_row)
    book[sheet].set(row, column, value)
    (found,) = findings(loaded(book), "annee_improbable", "alerte")
    assert (found.sheet, found.cell) == (sheet, address(row, column))


def test_a_year_is_asked_about_once_and_the_next_one_is_not() -> None:
    told = Findings()
    check_years([("C2", "2031-01"), ("C3", "2031-01"), ("C4", "2030"), ("C5", "")], "F", told, last=2030)
    (found,) = told.sorted()
    assert "«\u00a02031-01\u00a0» (C2, C3)" in found.message


@pytest.mark.parametrize(
    ("header", "value", "code", "action"),
    [
        *(("Sens", value, "General", "Écrire 1 (une valeur") for value in ("+", "↑", "positif", True)),
        ("Poids", "50 %", "General", "Écrire un nombre positif ou nul"),
        ("Poids", 0.5, "0%", "Écrire un nombre positif ou nul"),
        ("Effectif", "environ 2 000", "General", "Saisir le nombre de répondants"),
        ("Effectif", 12.5, "General", "Saisir le nombre de répondants"),
        ("Écart-type", "environ 2", "General", "Corriger l’écart-type"),
        ("Rang", True, "General", "Écrire le rang seul"),
    ],
)
def test_the_way_out_is_that_of_the_column(header: str, value: Any, code: str, action: str) -> None:
    book = slim()
    sheet, row, header_row = (TABLE, 18, HEADER_ROW) if header in {"Sens", "Poids"} else ("Perceptions", 3, 1)
    column = book[sheet].column(header, header_row)
    book[sheet].set(row, column, value, code)
    found = [one for one in errors(book) if one.cell == address(row, column)]
    assert [one.action[: len(action)] for one in found] == [action]


def test_an_unread_sheet_with_the_headings_of_one_that_is_read_is_an_alert() -> None:
    book = slim()
    book[f"{TABLE} 2024"] = table(slim())
    edition = loaded(book)
    (found,) = findings(edition, "feuille_en_double", "alerte")
    assert (found.sheet, f"seule «\u00a0{TABLE}\u00a0» l’est" in found.message) == (f"{TABLE} 2024", True)
    assert same_as_published(edition)
    assert not findings(edition, "feuille_inconnue")


def test_a_share_typed_as_a_fraction_is_ambiguous() -> None:
    refused(survey("Valeur", 0.49, "Alliances"), "pourcentage_ambigu")
    book = survey("Valeur", None, "Alliances")
    book["Alliances"].set(3, book["Alliances"].column("Valeur", 1), 0.46, "0%")
    assert str(loaded(book).alliances[1].value) == "46"


@pytest.mark.parametrize("header", ["Valeur", "Rang", "Effectif", "Écart-type"])
@pytest.mark.parametrize("value", [3, "2 ou 3"])
def test_a_merged_survey_figure(header: str, value: Any) -> None:
    book = survey(header, value)
    column = book["Perceptions"].column(header, 1)
    book["Perceptions"].set(4, column, None)
    book["Perceptions"].merges.append((3, column, 4, column))
    refused(book, "valeur_fusionnee", address(4, column))


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (datetime.datetime(2015, 9, 1), "2015-09"),  # noqa: DTZ001
        (datetime.date(2015, 9, 12), "2015-09-12"),
        (2015, "2015"),
        ("2015\u201109", "2015-09"),
        (None, ""),
    ],
)
def test_dates_of_surveys(value: Any, read: str) -> None:
    book = survey("Date", value)
    edition = loaded(book)
    assert edition.perceptions[1].survey_date == read
    assert edition.perceptions[1].wave == f"PHARE {read[:4] or '(date non publiée)'}"
    told = findings(edition, "date_lue", "info")
    assert len(told) == isinstance(value, datetime.date)
    assert all(f"La date {value:%d/%m/%Y} est lue" in one.message for one in told)


@pytest.mark.parametrize(
    ("value", "rank"),
    [
        (2, (2, 2)),
        ("2", (2, 2)),
        ("2e", (2, 2)),
        ("1er", (1, 1)),
        ("2 ou 3", (2, 3)),
        ("2 à 4", (2, 4)),
        ("2\u00a0–\u00a03", (2, 3)),
        ("premier ex æquo", (None, None)),
        (None, (None, None)),
        (" ", (None, None)),
    ],
)
def test_ranks_of_surveys(value: Any, rank: tuple[int | None, int | None]) -> None:
    figure = loaded(survey("Rang", value)).perceptions[1]
    assert (figure.rank_low, figure.rank_high) == rank


def test_codes_turned_into_numbers_are_still_codes() -> None:
    book = survey("Codes région", 44)
    assert loaded(book).perceptions[1].region_codes == ("44",)


def test_sample_size_and_standard_deviation_are_read() -> None:
    book = survey("Effectif", "2 000")
    book["Perceptions"].set(3, book["Perceptions"].column("Écart-type", 1), "1,8")
    figure = loaded(book).perceptions[1]
    assert (figure.sample_size, str(figure.standard_deviation)) == (2000, "1.8")


@pytest.mark.parametrize("text", ["plus de 2\u202f000", "Plus de 2000", "au moins 2 000", "> 2 000", "≥2000"])
def test_a_size_that_is_a_lower_bound_is_read_as_one(text: str) -> None:
    figure = loaded(survey("Effectif", text)).perceptions[1]
    assert (figure.sample_size, figure.sample_at_least) == (2000, True)


@pytest.mark.parametrize("text", ["plus de", "plus de deux mille", "plus de 0", "au moins 12,5"])
def test_a_bound_without_a_number_is_refused_at_its_cell(text: str) -> None:
    assert [error.cell for error in errors(survey("Effectif", text))] == ["M3"]


def test_an_unusable_survey_value_is_an_alert() -> None:
    book = survey("Valeur", "#N/A")
    edition = loaded(book)
    assert edition.perceptions[1].status == "not_available"
    assert [item.sheet for item in findings(edition, "valeur_en_erreur", "alerte")].count("Perceptions") == 1


@pytest.mark.parametrize(
    ("sheet", "header", "value", "kind"),
    [
        ("Domaines", "Code", "emploi", "code_double"),
        ("Domaines", "Libellé", None, "texte_absent"),
        ("Domaines", "Ordre", "premier", "texte_au_lieu_d_un_nombre"),
        ("Domaines", "Ordre", 1.5, "entier_attendu"),
        ("Domaines", "Ordre", None, "entier_attendu"),
        ("Domaines", "Axe", "Autre axe", "axe_incoherent"),
        ("Sources", "Code", "S01", "code_double"),
        ("Initiatives", "Nom", None, "texte_absent"),
        ("Initiatives", "Domaines (codes)", "emploi bonheur", "code_inconnu"),
        ("Initiatives", "Département (code)", "99", "code_inconnu"),
        ("Initiatives", "Codes région", "12", "code_inconnu"),
        ("Initiatives", "Fiabilité", "peut-être", "code_inconnu"),
    ],
)
def test_a_wrong_line_of_a_list(sheet: str, header: str, value: Any, kind: str) -> None:
    book = survey(header, value, sheet)
    refused(book, kind, address(3, book[sheet].column(header, 1)))


def test_departments_turned_into_numbers_get_their_zero_back() -> None:
    book = survey("Département (code)", 1, "Initiatives")
    assert loaded(book).initiatives[1].department_codes == ("01",)


def test_an_unknown_domain_says_which_ones_exist() -> None:
    assert "transition_energetique" in refused(with_value("bonheur", header="Domaine"), "code_inconnu").action


@pytest.mark.parametrize(
    "edit",
    [
        lambda grid: grid.set(1, 30, "une note à part"),
        lambda grid: grid.set(40, 1, "Source : voir Lisez-moi"),
        lambda grid: grid.set(41, 2, "16 domaines analysés"),
    ],
)
def test_notes_around_the_table_change_nothing(edit: Callable[[Grid], None]) -> None:
    book = slim()
    edit(table(book))
    assert same_as_published(loaded(book))
