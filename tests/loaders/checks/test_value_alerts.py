"""Figures that say something else than they should: powers of ten, signs, years, shares, repetitions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from loaders.checks.magnitude import misplaced
from loaders.checks.surveys import check_surveys
from loaders.checks.vectors import check_vectors
from loaders.findings import Finding, Findings
from loaders.records import SurveyFigure
from loaders.sheets.survey_columns import contradicts
from tests.loaders.books import TABLE, slim, whole
from tests.loaders.checks.test_checks import FRANCE, changed, where
from tests.loaders.outcomes import findings, loaded, refused
from tests.made import figure, note

TRANSPORT, UNEMPLOYMENT = "% domicile-travail en transports en commun", "Taux de chomage"
IMMIGRATION, GROWTH = "Taux d'immigration", "Evolution du nombre d'entreprises 1 & +"


def plain(found: Finding) -> str:
    return found.message.replace("\u202f", " ").replace("\u00a0", " ")


def alerts(label: str, header: str, value: object, code: str = "") -> dict[str, str]:
    """Kind → message of the alerts on one cell, once it holds this value (and this format)."""
    book = changed((label, header, value))
    row, column, cell = where(label, header)
    if code:
        book[TABLE].set(row, column, value, code)
    return {
        found.kind: plain(found)
        for found in loaded(book).findings
        if found.level == "alerte" and found.cell == cell
    }


@pytest.mark.parametrize(
    ("label", "value", "code", "asked"),
    [
        (TRANSPORT, 0.081, "", "0,081 ou 8,1 ?"),
        (IMMIGRATION, 0.10, "", "0,1 ou 10 ?"),
        (UNEMPLOYMENT, 0.082, "", "0,082 ou 8,2 ?"),
        (UNEMPLOYMENT, 8.2, "0.0%", "820 ou 8,2 ?"),
        (UNEMPLOYMENT, 84, "", "84 ou 8,4 ?"),
        (UNEMPLOYMENT, 0.82, "", "0,82 ou 8,2 ?"),
        ("% des NEET", 0.174, "", "0,174 ou 17,4 ?"),
        ("Emissions CO2 (ton / hab)", 1058, "", "1 058 ou 10,58 ?"),
        ("Professionnels de santé / 100 000 hab", 0.32, "", "0,32 ou 320 ?"),
        (GROWTH, -0.00014, "0.0%", "−0,014 ou −1,4 ?"),
    ],
)
def test_a_power_of_ten_is_a_question(label: str, value: float, code: str, asked: str) -> None:
    assert asked in alerts(label, "Grand Est", value, code)["ordre_de_grandeur"]


def test_nothing_is_changed_in_the_value() -> None:
    edition = loaded(changed((TRANSPORT, "Grand Est", 0.081)))
    (value,) = [
        one.value for one in edition.values if (one.indicator_code, one.region_code) == ("Frétale.5", "44")
    ]
    assert value == Decimal("0.081")


def test_several_of_a_row_are_found_together() -> None:
    book = changed(*((TRANSPORT, header, 0.07) for header in ("Grand Est", "Normandie", "Bretagne")))
    cells = {found.cell for found in findings(loaded(book), "ordre_de_grandeur", "alerte")}
    assert cells == {where(TRANSPORT, header)[2] for header in ("Grand Est", "Normandie", "Bretagne")}


@pytest.mark.parametrize("value", [2.4, 43.8, 0.9, 30.0])
def test_a_region_that_is_only_different_is_not_asked_about(value: float) -> None:
    assert "ordre_de_grandeur" not in alerts(TRANSPORT, "Grand Est", value)


def test_france_a_hundred_times_off_is_asked_about() -> None:
    assert "0,084 ou 8,4 ?" in alerts(UNEMPLOYMENT, FRANCE, 0.084)["ordre_de_grandeur"]


def test_a_row_of_two_sizes_half_each_is_asked_about() -> None:
    small = {f"A{place}": Decimal(5 + place) for place in range(4)}
    asked = misplaced(small | {f"B{place}": Decimal(6000 + 100 * place) for place in range(4)}, None)
    assert {cell: found.power for cell, found in asked.items()} == {f"B{place}": -3 for place in range(4)}


def test_a_zero_of_france_is_no_size_to_compare_with() -> None:
    assert "ordre_de_grandeur" not in alerts(GROWTH, FRANCE, 0)
    book = changed((TRANSPORT, FRANCE, 0), (TRANSPORT, "Grand Est", 0.081))
    assert findings(loaded(book), "ordre_de_grandeur", "alerte")


@pytest.mark.parametrize("value", [0, 1e-17, -1])
def test_a_row_half_of_one_extreme_value_is_read(value: float) -> None:
    headers = ("Grand Est", "Normandie", "Bretagne", "Corse", "Occitanie", "Pays de la Loire")
    book = changed(*((label, header, value) for label in (GROWTH, UNEMPLOYMENT) for header in headers))
    assert len(loaded(book).values) == len(loaded(slim()).values)


def test_parts_of_a_whole_and_small_regions_are_left_alone() -> None:
    true = {str(place): Decimal(str(value)) for place, value in enumerate([8.5, 9.2, 12.4, 5.1, 4.3, 0.5])}
    assert not misplaced(true, None)
    metropolis = {str(place): Decimal(value) for place, value in enumerate([97, 71, 115, 112, 59, 1020, 39])}
    assert not misplaced(metropolis, Decimal(120))


def test_a_year_in_the_place_of_a_value_is_said() -> None:
    assert "2019 est une année" in alerts(UNEMPLOYMENT, "Grand Est", 2019)["ordre_de_grandeur"]


def test_a_lost_sign_is_a_question() -> None:
    said = alerts(GROWTH, "Grand Est", 0.024, "0.0%")["ordre_de_grandeur"]
    assert "2,4 ou −2,4 ?" in said
    assert "−8,2 ou 8,2 ?" in alerts(UNEMPLOYMENT, "Grand Est", -8.2)["ordre_de_grandeur"]


def test_the_same_row_twice_is_an_alert_and_kept_once() -> None:
    book = slim()
    grid = book[TABLE]
    row = grid.row(UNEMPLOYMENT)
    grid.cells |= {(36, column): held for (at, column), held in grid.cells.items() if at == row}
    edition = loaded(book)
    (found,) = findings(edition, "ligne_en_double", "alerte")
    assert (found.cell, "J18:W18 et J36:W36" in found.message) == ("J36:W36", True)
    assert [one.row_number for one in edition.indicators if one.indicator_code == "Freco.1"] == [row]


def test_one_indicator_under_two_codes_is_an_alert() -> None:
    book = slim()
    grid = book[TABLE]
    row = grid.row(UNEMPLOYMENT)
    grid.cells |= {(36, column): held for (at, column), held in grid.cells.items() if at == row}
    grid.set(36, grid.column("INDICE"), "Freco.9")
    grid.set(36, grid.column("Bretagne"), 9.9)
    (found,) = findings(loaded(book), "indicateur_en_double", "alerte")
    assert found.cell == "J36:W36"
    assert "J18:W18 (Freco.1) et J36:W36 (Freco.9)" in found.message
    grid.set(36, grid.column("Année"), 2018)
    assert not findings(loaded(book), "indicateur_en_double")


@pytest.mark.parametrize(("unit", "cells"), [(None, ["Z18"]), (" ", ["Z18"]), ("sans unité publiée", [])])
def test_a_scored_row_without_a_unit_is_an_alert(unit: str | None, cells: list[str]) -> None:
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row(UNEMPLOYMENT), grid.column("Unité"), unit)
    assert [found.cell for found in findings(loaded(book), "unite_absente", "alerte")] == cells


def test_one_code_for_two_rows_is_refused() -> None:
    book = slim()
    grid = book[TABLE]
    row = grid.row(UNEMPLOYMENT)
    grid.cells |= {(36, column): held for (at, column), held in grid.cells.items() if at == row}
    grid.set(36, grid.column("Bretagne"), 9.9)
    refused(book, "code_double", "G36")


class TestShares:
    """Percentages outside 0 to 100, and a benchmark next to zero."""

    def test_a_share_over_a_hundred_is_an_alert(self) -> None:
        assert "pas K27 (250)" in alerts("% des NEET", "Grand Est", 250)["part_impossible"]

    def test_a_negative_share_is_an_alert(self) -> None:
        assert "part_impossible" in alerts("Taux de pauvreté", "Grand Est", -14.6)

    def test_a_growth_may_pass_a_hundred(self) -> None:
        assert "part_impossible" not in alerts(GROWTH, "Grand Est", 1.5, "0.0%")

    def test_a_benchmark_next_to_zero_is_an_alert(self) -> None:
        book = changed((GROWTH, FRANCE, -0.0001))
        (found,) = findings(loaded(book), "france_proche_de_zero", "alerte")
        assert found.cell == where(GROWTH, FRANCE)[2]
        assert "irait jusqu’à 35 900 %" in plain(found)


def of(figures: list[SurveyFigure]) -> tuple[tuple[SurveyFigure, ...], list[Finding]]:
    told = Findings()
    kept = check_surveys(tuple(figures), told, {})
    check_vectors(kept, told)
    return kept, [found for found in told.sorted() if found.level == "alerte"]


class TestSurveys:
    """Perceptions: each figure once, on its scale, with ranks that follow."""

    def test_the_same_figure_twice_is_an_alert_and_kept_once(self) -> None:
        book = whole()
        grid = book["Perceptions"]
        below = max(row for row, _ in grid.cells) + 1
        for column in range(1, 25):
            held = grid.cells.get((2, column))
            if held:
                grid.cells[below, column] = held
        edition = loaded(book)
        (found,) = findings(edition, "chiffre_en_double", "alerte")
        assert (found.cell, f"J2 et J{below}" in found.message) == (f"J{below}", True)
        assert f"perceptions-{below}" not in {one.figure_id for one in edition.perceptions}
        assert len(edition.perceptions) == below - 2

    def test_the_one_that_has_a_rank_stays(self) -> None:
        twice = [note(2, ["FR"], "emploi", 7.1), note(9, ["FR"], "emploi", 7.1, rank_low=1, rank_high=1)]
        kept, told = of(twice)
        assert [one.row_number for one in kept] == [9]
        assert told[0].cell == "J2"

    @pytest.mark.parametrize("base", ["", "400 personnes"])
    def test_two_values_for_one_question_name_both_cells(self, base: str) -> None:
        _, told = of([note(2, ["FR"], "emploi", 7.1), note(9, ["FR"], "emploi", 6.4, base=base)])
        assert [found.kind for found in told] == ["chiffres_contradictoires"]
        assert "J2" in told[0].message
        assert "J9" in told[0].message

    def test_parts_of_the_people_are_other_questions(self) -> None:
        pair = [note(2, ["FR"], "emploi", 7.1), note(3, ["FR"], "emploi", 6.4, subpopulation="femmes")]
        assert of([*pair, note(4, ["11"], "emploi", 6.0)])[1] == []

    def test_a_rank_below_higher_values_is_an_alert(self) -> None:
        told = of(
            [
                note(2, ["FR"], "emploi", 7.1, rank_low=1, rank_high=1, raw_rank="1"),
                note(3, ["FR"], "pouvoir_achat", 6.6),
                note(4, ["FR"], "developpement_economique", 6.5),
                note(5, ["FR"], "securite", 6.6, rank_low=2, rank_high=2, raw_rank="2"),
                note(8, ["FR"], "environnement", 6.3, rank_low=3, rank_high=3, raw_rank="3"),
            ]
        )[1]
        assert [(found.kind, found.cell) for found in told] == [("rangs_contradictoires", "K8")]
        assert all(cell in told[0].message for cell in ("J2", "J3", "J4", "J5"))

    def test_inverted_ranks_are_an_alert_and_ties_are_not(self) -> None:
        first, second = ({"rank_low": place, "rank_high": place} for place in (1, 2))
        low = note(3, ["FR"], "securite", 6.6, **first)
        assert of([low, note(4, ["FR"], "culture", 6.8, **second)])[1][0].kind == "rangs_contradictoires"
        assert of([low, note(4, ["FR"], "culture", 6.6, **second)])[1] == []

    def test_notes_that_never_pass_five_are_an_alert(self) -> None:
        domains = ["emploi", "sante", "culture", "mobilite", "education"]
        low = [note(row, ["FR"], domain, 2 + row / 10) for row, domain in enumerate(domains, start=2)]
        assert [found.kind for found in of(low)[1]] == ["echelle_de_cinq"]
        assert of(low[:4])[1] == []
        assert of([*low, note(9, ["FR"], "securite", 5.1)])[1] == []

    def test_shares_that_never_pass_ten_are_an_alert(self) -> None:
        domains = ["emploi", "sante", "culture", "mobilite", "education"]
        unranked: dict[str, Any] = {"rank_low": None, "rank_high": None}
        made = {"value": Decimal("6.5"), "status": "value", **unranked}
        low = [figure(row, ["FR"], domain, **made) for row, domain in enumerate(domains, start=2)]
        assert [found.kind for found in of(low)[1]] == ["parts_ou_notes"]

    def test_a_note_a_tenth_of_the_others_is_a_question(self) -> None:
        domains = ["emploi", "sante", "culture", "mobilite", "education"]
        made = [note(row, ["FR"], domain, 6 + row / 10) for row, domain in enumerate(domains, start=2)]
        (found,) = of([*made, note(9, ["FR"], "securite", 0.71)])[1]
        assert (found.cell, "0,71 ou 7,1\u202f?" in found.message) == ("J9", True)


@pytest.mark.parametrize(
    ("unit", "measure", "wrong"),
    [
        ("%", "note moyenne sur 10", True),
        ("% des répondants", "note moyenne sur 10", True),
        ("pourcentage", "note moyenne sur 10", True),
        ("note moyenne sur 5", "note moyenne sur 10", True),
        ("note sur 10", "note moyenne sur 10", False),
        ("points", "note moyenne sur 10", False),
        ("", "note moyenne sur 10", False),
        ("note moyenne sur 10", "%", True),
        ("% des répondants", "%", False),
        ("nombre", "", False),
    ],
)
def test_a_unit_contradicts_its_measure(unit: str, measure: str, wrong: bool) -> None:
    assert contradicts(unit, measure) is wrong


@pytest.mark.parametrize(("row", "unit"), [(2, "%"), (31, "note moyenne sur 10")])
def test_a_unit_that_contradicts_its_measure_is_refused(row: int, unit: str) -> None:
    book = whole()
    grid = book["Perceptions"]
    grid.set(row, grid.column("Unité", 1), unit)
    assert unit in refused(book, "unite_contraire", f"L{row}").message
