"""The general checks: what they find on the published workbook, and again wherever the same thing happens."""

import re
from decimal import Decimal

import pytest

from loaders.checks.interval import Interval
from loaders.checks.spread import chance_of_equal
from loaders.edition import LoadedEdition
from loaders.findings import LEVELS
from tests.loaders.books import TABLE, Book, Grid, address, slim
from tests.loaders.outcomes import findings, loaded, real_edition

FRANCE = "France Métropole"


def where(label: str, header: str) -> tuple[int, int, str]:
    grid = slim()[TABLE]
    row, column = grid.row(label), grid.column(header)
    return row, column, address(row, column)


def changed(*changes: tuple[str, str, object]) -> Book:
    """The slim book with some figures replaced: (label, column header, value)."""
    book = slim()
    grid = book[TABLE]
    for label, header, value in changes:
        row, column = grid.row(label), grid.column(header)
        grid.set(row, column, value, grid.cells.get((row, column), (None, "General"))[1])
    return book


def cells(edition: LoadedEdition, kind: str, level: str | None = None) -> set[str]:
    return {item.cell for item in findings(edition, kind, level)}


def test_the_published_workbook_has_these_alerts() -> None:
    alerts = {(item.kind, item.cell) for item in real_edition().findings if item.level == "alerte"}
    assert alerts == {
        ("france_absente", "J15"),
        ("fourchette_mal_formee", "O15"),
        ("valeur_en_erreur", "W16"),
        ("total_faux", "J17"),
        ("valeurs_peu_distinctes", "J20:W20"),
        ("ligne_vide", "J24:W24"),
        ("egal_a_la_france", "V33"),
        *(("valeur_inhabituelle", cell) for cell in ("R8", "W22", "R31", "R33")),
    }


def test_totals_and_shares_that_add_up_are_recorded() -> None:
    edition = real_edition()
    assert cells(edition, "total_verifie", "info") == {f"J{row}:W{row}" for row in (5, 7, 10, 11, 12, 13)}
    assert cells(edition, "parts_verifiees", "info") == {"J6:W6", "J14:W14"}
    assert cells(edition, "relation_verifiee", "info") == {"J6:W6", "J8:W8", "J14:W14"}
    assert all(
        "14 valeurs" in item.message.replace("\u00a0", " ") for item in findings(edition, "relation_verifiee")
    )


def test_every_finding_has_a_place_a_message_and_an_action() -> None:
    for item in real_edition().findings:
        assert item.level in LEVELS
        assert item.sheet
        assert item.message
        assert item.action
        assert "'" not in item.action
    levels = [LEVELS.index(item.level) for item in real_edition().findings]
    assert levels == sorted(levels)


def test_findings_follow_french_typography() -> None:
    for item in real_edition().findings:
        sentence = item.sentence()
        assert not re.search(r" [;:!?%»]|« ", sentence), sentence
        assert "  " not in sentence


def test_public_finances_miss_exactly_corsica() -> None:
    (finding,) = findings(real_edition(), "total_faux")
    plain = finding.message.replace("\u202f", " ").replace("\u00a0", " ")
    assert "1 208,2 millions d’euros" in plain
    assert "exactement la valeur de cette région : Corse (1 208)" in plain


class TestTotals:
    """France against the sum of the regions."""

    def test_another_row_without_another_region_is_found(self) -> None:
        place = where("Nombre de commune", FRANCE)[2]
        edition = loaded(changed(("Nombre de commune", FRANCE, 35548 - 1233)))
        assert place in cells(edition, "total_faux", "alerte")
        message = next(item.message for item in findings(edition, "total_faux") if item.cell == place)
        assert "Bretagne (1\u202f233)" in message
        assert "sans elle" in message

    def test_a_region_counted_twice_is_said(self) -> None:
        edition = loaded(changed(("Nombre de commune", FRANCE, 35548 + 1233)))
        message = next(item.message for item in findings(edition, "total_faux") if "commune" in item.message)
        assert "comptée deux fois" in message

    def test_a_gap_that_is_nobodys_value_names_nobody(self) -> None:
        edition = loaded(changed(("Nombre de commune", "Bretagne", 1243)))
        message = next(item.message for item in findings(edition, "total_faux") if "commune" in item.message)
        assert "exactement" not in message
        assert "10\u00a0communes" in message

    def test_the_repaired_row_is_verified(self) -> None:
        edition = loaded(changed(("Finances publiques (en millions d'euros)", FRANCE, 30962.3)))
        assert not findings(edition, "total_faux")
        assert "J17:W17" in cells(edition, "total_verifie")

    def test_rounding_is_not_a_mistake(self) -> None:
        edition = loaded(changed(("PIB régional", FRANCE, "2155 milliards")))
        message = next(item.message for item in findings(edition, "total_verifie") if "PIB" in item.message)
        assert "aux arrondis près" in message
        assert "2\u00a0milliards" in message

    def test_without_the_word_total_the_numbers_decide(self) -> None:
        book = slim()
        grid = book[TABLE]
        for row in range(5, 35):
            grid.set(row, grid.column("Total"), None)
        edition = loaded(book)
        assert cells(edition, "total_verifie") == cells(real_edition(), "total_verifie")
        assert cells(edition, "total_faux") == {"J17"}

    def test_shares_that_do_not_make_a_hundred(self) -> None:
        edition = loaded(changed(("Poids de la région", "Ile de France", 0.16)))
        assert "J6" in cells(edition, "total_faux", "alerte")
        assert "R6" in cells(edition, "relation_fausse", "alerte")

    def test_ranges_are_added_end_to_end(self) -> None:
        label = "Nombre d'associations"
        repaired = (label, "Bourgogne - Franche - Comté", "55 000 à 60 000")
        inside = loaded(changed(repaired, (label, FRANCE, 1_300_000)))
        assert "J15:W15" in cells(inside, "total_verifie")
        outside = loaded(changed(repaired, (label, FRANCE, 2_000_000)))
        message = next(item.message for item in findings(outside, "total_faux") if item.cell == "J15")
        assert "fourchettes" in message

    def test_a_total_with_a_missing_region_is_not_judged(self) -> None:
        edition = loaded(changed(("Nombre de commune", "Corse", None)))
        assert "J10" not in cells(edition, "total_faux")
        assert "J10:W10" not in cells(edition, "total_verifie")


class TestEqualToFrance:
    """A copied cell, or chance: the spread of the row decides."""

    def test_co2_in_another_region(self) -> None:
        label = "Emissions CO2 (ton / hab)"
        edition = loaded(changed((label, "Provence - Alpes - Côte d'Azur", 7.56), (label, "Normandie", 7.55)))
        _, _, place = where(label, "Normandie")
        assert cells(edition, "egal_a_la_france", "alerte") == {place}

    @pytest.mark.parametrize(
        ("label", "header"),
        [
            ("Nbr d'équipements culturels / 10 000 hab", "Ile de France"),
            ("Evolution du nombre d'entreprises 1 & +", "Pays de la Loire"),
            ("Nbr logements / habitant", "Normandie"),
        ],
    )
    def test_plain_chance_is_only_mentioned(self, label: str, header: str) -> None:
        _, _, place = where(label, header)
        assert place in cells(real_edition(), "egal_a_la_france", "info")

    def test_chance_grows_with_the_step_and_shrinks_with_the_range(self) -> None:
        numbers = [Decimal(text) for text in "1 2 3 4 5 6 7 8 9 10".split()]
        assert chance_of_equal(numbers, 2, 1) == pytest.approx(10 * 0.01 / 9, rel=0.01)
        assert (chance_of_equal(numbers, 1, 1) or 0) > (chance_of_equal(numbers, 2, 1) or 1)
        assert (chance_of_equal(numbers, 1, 2) or 1) < (chance_of_equal(numbers, 1, 1) or 0)
        assert chance_of_equal(numbers, 1, 0) == 1
        assert chance_of_equal([Decimal(3)] * 5, 1, 1) is None

    def test_a_constant_row_is_ties_not_copies(self) -> None:
        book = slim()
        grid = book[TABLE]
        row = grid.row("Taux de pauvreté")
        for column in range(10, 24):
            grid.set(row, column, 14.9, "0.0")
        edition = loaded(book)
        assert "J21:W21" in cells(edition, "valeurs_peu_distinctes", "alerte")
        assert "K21" not in cells(edition, "egal_a_la_france")


def test_few_distinct_values_on_another_row() -> None:
    book = slim()
    grid = book[TABLE]
    row = grid.row("Taux d'immigration")
    for column in range(10, 24):
        grid.set(row, column, 9.5 + column % 6, "0.0")
    assert cells(loaded(book), "valeurs_peu_distinctes", "alerte") == {"J20:W20", "J23:W23"}


@pytest.mark.parametrize("text", ["7,5 à 7", "75 00 à 80 000"])
def test_a_malformed_range_elsewhere(text: str) -> None:
    _, _, place = where("Taux de pauvreté", "Normandie")
    edition = loaded(changed(("Taux de pauvreté", "Normandie", text)))
    assert cells(edition, "fourchette_mal_formee", "alerte") == {"O15", place}


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_cell_elsewhere(error: str) -> None:
    _, _, place = where("Taux de pauvreté", "Normandie")
    edition = loaded(changed(("Taux de pauvreté", "Normandie", error)))
    assert cells(edition, "valeur_en_erreur", "alerte") == {"W16", place}


def test_another_empty_row() -> None:
    book = slim()
    grid = book[TABLE]
    for column in range(10, 24):
        grid.set(grid.row("Taux de pauvreté"), column, None)
    edition = loaded(book)
    assert cells(edition, "ligne_vide", "alerte") == {"J21:W21", "J24:W24"}


def test_france_missing_elsewhere() -> None:
    edition = loaded(changed(("Taux de pauvreté", FRANCE, None)))
    assert cells(edition, "france_absente", "alerte") == {"J15", "J21"}


@pytest.mark.parametrize("value", [5.0, 149.0])
def test_france_outside_its_regions(value: float) -> None:
    edition = loaded(changed(("Taux de pauvreté", FRANCE, value)))
    assert cells(edition, "france_hors_bornes", "alerte") == {"J21"}
    assert not findings(real_edition(), "france_hors_bornes")


def test_a_copied_row_and_a_copied_column() -> None:
    book = slim()
    grid = book[TABLE]
    source, target = grid.row("Taux de pauvreté"), grid.row("Taux d'immigration")
    for column in range(10, 24):
        grid.set(target, column, *grid.cells[source, column])
    assert cells(loaded(book), "lignes_identiques", "alerte") == {"J23:W23"}
    book = slim()
    grid = book[TABLE]
    for row in range(5, 35):
        value, number_format = grid.cells.get((row, 14), (None, ""))
        grid.set(row, 15, value, number_format)
    (finding,) = findings(loaded(book), "colonnes_identiques", "alerte")
    assert (
        "Normandie et Bourgogne" in finding.message
        or "Bourgogne-Franche-Comté et Normandie" in finding.message
    )


def test_a_relation_to_an_absent_row_is_not_checked() -> None:
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row("Densité"), grid.column("INDICATEURS"), "Autre libellé")
    assert cells(loaded(book), "relation_verifiee") == {"J6:W6", "J14:W14"}


def test_a_relation_with_missing_operands_checks_what_it_can() -> None:
    edition = loaded(
        changed(("Nombre d'habitants", "Corse", None), ("Nombre de kilomètre carré", "Bretagne", 0))
    )
    messages = [item.message for item in findings(edition, "relation_verifiee") if "Densité" in item.message]
    assert len(messages) == 1
    assert "12" in messages[0]


def test_a_relation_with_nothing_to_check_says_nothing() -> None:
    book = slim()
    grid = book[TABLE]
    for column in range(10, 24):
        grid.set(grid.row("Densité"), column, None)
    assert "J8:W8" not in cells(loaded(book), "relation_verifiee")


def test_a_domain_without_a_figure_is_said() -> None:
    book = slim()
    grid = book[TABLE]
    for header in ("Domaine", "Sens", "Poids"):
        grid.set(grid.row("Taux de pauvreté"), grid.column(header), None)
    assert "Pauvreté" in findings(loaded(book), "domaine_sans_indicateur", "alerte")[0].message


class TestSurveys:
    """Doubtful and contradictory figures."""

    def test_doubtful_figures_are_loaded_and_counted(self) -> None:
        counts = [
            item.message.split("\u00a0")[0].split(" ")[0]
            for item in findings(real_edition(), "chiffres_a_verifier")
        ]
        assert counts == ["1", "42"]

    def test_a_contradiction_already_marked_is_information(self) -> None:
        assert not findings(real_edition(), "chiffres_contradictoires", "alerte")
        assert ("Perceptions", "J7") in {
            (item.sheet, item.cell) for item in findings(real_edition(), "chiffres_contradictoires", "info")
        }

    def test_a_contradiction_nobody_marked_is_an_alert(self) -> None:
        book = slim()
        grid: Grid = book["Perceptions"]
        grid.set(7, grid.column("Fiabilité", 1), "publie")
        assert cells(loaded(book), "chiffres_contradictoires", "alerte") == {"J7"}

    def test_the_same_figure_twice_is_no_contradiction(self) -> None:
        book = slim()
        grid: Grid = book["Perceptions"]
        grid.set(7, grid.column("Valeur", 1), 6.6)
        assert not findings(loaded(book), "chiffres_contradictoires")


def test_intervals() -> None:
    one, two = Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3))
    assert one.meets(two)
    assert not one.meets(Interval(Decimal("2.1"), Decimal(3)))
    assert one.over(two) == Interval(Decimal(1) / 3, Decimal(1))
    assert one.over(Interval(Decimal(0), Decimal(1))) is None


def test_a_sign_that_documents_lack_is_said_at_its_cell() -> None:
    book = slim()
    row = book[TABLE].row("Taux de chomage")
    book[TABLE].set(row, 4, "Taux de chomage ⚠ rupture de série")
    (said,) = findings(loaded(book), "signe_absent_des_lettres")
    assert (said.level, said.sheet, said.cell) == ("info", TABLE, address(row, 4))
    assert "(U+26A0), remplacé par" in said.message
    assert findings(real_edition(), "signe_absent_des_lettres") == []
