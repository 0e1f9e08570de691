"""The real workbook, figure by figure."""

import hashlib
from decimal import Decimal

import pytest

from loaders.edition import load
from loaders.findings import WorkbookRefused
from tests.loaders.books import REAL, as_excel_writes, parts, whole
from tests.loaders.outcomes import figures, loaded, real_edition
from tests.loaders.published import CORRECTED, REGIONS, expected


def test_the_420_figures_are_those_of_the_document() -> None:
    assert figures(real_edition()) == expected()
    assert sum(len(row) for _, row in expected()) == 30 * 14


def test_the_test_book_is_the_real_workbook() -> None:
    assert figures(loaded(whole())) == expected()


def test_texts_in_a_shared_table_as_excel_writes_them() -> None:
    data = as_excel_writes(REAL.read_bytes())
    assert b"inlineStr" not in b"".join(parts(data).values())
    edition = load(data, "indicateurs_regionaux.xlsx")
    assert figures(edition) == expected()
    assert edition.perceptions == real_edition().perceptions
    assert edition.findings == real_edition().findings


def test_every_value_knows_where_it_comes_from() -> None:
    edition = real_edition()
    places = {(value.sheet, value.cell) for value in edition.values}
    assert len(places) == len(edition.values) == 420
    raw = {(cell.sheet, cell.cell): cell.text for cell in edition.raw_cells}
    for value in edition.values:
        published = value.published_raw if value.corrected else value.raw
        assert raw.get((value.sheet, value.cell), "") == published


@pytest.mark.parametrize(
    ("label", "region", "raw"),
    [
        ("Nombre d'entreprises 0 sal. & +", "FR", "5\u202f391\u202f223"),
        ("Poids de la région", "44", "8,5%"),
        ("PIB régional", "FR", "2153 milliards"),
        ("Evolution du nombre d'entreprises 1 & +", "93", "-2,9%"),
        ("Nbr logements / habitant", "76", "0,60"),
        ("Part budget innovation dans PIB", "94", "#N/A"),
        ("Densité", "11", "1019,58488"),
    ],
)
def test_raw_text_is_what_the_document_prints(label: str, region: str, raw: str) -> None:
    edition = real_edition()
    code = next(item.indicator_code for item in edition.indicators if item.label == label)
    value = next(item for item in edition.values if (item.indicator_code, item.region_code) == (code, region))
    assert value.raw == raw


def test_indicators_carry_their_catalogue() -> None:
    catalogue = {item.indicator_code: item for item in real_edition().indicators}
    unemployment = catalogue["Freco.1"]
    assert unemployment.domain_code == "emploi"
    assert (unemployment.direction, unemployment.weight, unemployment.unit) == (1, Decimal(1), "%")
    assert unemployment.year == "2019 (T1)"
    assert unemployment.axis_label == "AXE 3 Fragilités territoriales (16 domaines)"
    assert unemployment.dimension == "Dimensions économiques (3 indicateurs)"
    assert unemployment.decimals == 1
    assert catalogue["Frsoc.1"].published_code == "Frsoc.1."
    assert catalogue["handicap"].criterion == "Diversité / handicap"
    assert catalogue["handicap"].direction is None
    assert catalogue["DS.1"].year == "2019"
    assert catalogue["DS.1"].weight is None
    assert catalogue["densite"].decimals == 7
    assert sum(item.domain_code is not None for item in catalogue.values()) == 17


def test_the_other_sheets() -> None:
    edition = real_edition()
    assert len(edition.perceptions) == 52
    assert len(edition.alliances) == 156
    assert len(edition.initiatives) == 58
    assert len(edition.domains) == 16
    assert [axis.axis_code for axis in edition.axes] == [
        "axe_economique",
        "axe_social",
        "axe_societal",
        "axe_environnemental",
    ]
    assert len(edition.sources) == 23
    assert len(edition.regions) == 13
    assert (
        sum(figure.reliability == "a_verifier" for figure in (*edition.perceptions, *edition.alliances)) == 43
    )


def test_a_survey_figure_in_full() -> None:
    figure = next(item for item in real_edition().perceptions if item.perimeter.startswith("PACA-Corse"))
    assert (figure.programme, figure.wave, figure.survey_date) == ("PHARE", "PHARE 2015", "2015-09")
    assert (figure.actor_code, figure.region_codes, figure.domain_code) == (
        "citoyens",
        ("93", "94"),
        "pouvoir_achat",
    )
    assert (figure.measure, figure.value, figure.unit) == ("part_priorite_pct", Decimal(48), "%")
    assert (figure.rank_low, figure.rank_high, figure.raw_rank) == (2, 2, "2")
    assert (figure.cell, figure.rank_cell) == ("J11", "K11")
    assert figure.sample_size is None
    assert figure.standard_deviation is None


def test_the_sizes_of_two_surveys_are_read_one_of_them_as_a_lower_bound() -> None:
    edition = real_edition()
    sized = {
        (figure.survey, figure.sample_size, figure.sample_at_least)
        for figure in (*edition.perceptions, *edition.alliances)
        if figure.sample_size is not None
    }
    assert sized == {("PHARE-Citoyens", 2000, True), ("IMPACT-Citoyens", 2400, False)}
    assert all(
        "2 000" in item.base or "2 400" in item.base for item in edition.perceptions if item.sample_size
    )


def test_a_rank_of_themes_is_no_rank_of_domains() -> None:
    """The citizens of 2015: no published rank contradicts the order of the notes."""
    ranks = {
        figure.domain_code: (figure.value, figure.rank_low, figure.rank_high)
        for figure in real_edition().perceptions
        if (figure.survey, figure.region_codes, figure.reliability) == ("PHARE-Citoyens", ("FR",), "confirme")
    }
    assert ranks["environnement"][1:] == ranks["pauvrete"][1:] == (None, None)
    assert ranks["pouvoir_achat"] == (Decimal("6.6"), 2, 3)
    assert (ranks["emploi"][1], ranks["securite"][1]) == (1, 2)


def test_emploi_is_first_everywhere_with_a_rank_and_no_value() -> None:
    figure = next(item for item in real_edition().perceptions if len(item.region_codes) == 13)
    assert set(figure.region_codes) == set(REGIONS) - {"FR"}
    assert (figure.domain_code, figure.rank_low, figure.value, figure.status) == (
        "emploi",
        1,
        None,
        "missing",
    )


def test_a_figure_without_a_date_belongs_to_an_undated_wave() -> None:
    assert "IMPACT (date non publiée)" in {figure.wave for figure in real_edition().alliances}


def test_ranges_of_ranks_and_ranks_in_words() -> None:
    ranks = {
        figure.raw_rank: (figure.rank_low, figure.rank_high)
        for figure in (*real_edition().perceptions, *real_edition().alliances)
    }
    assert ranks["2 ou 3"] == (2, 3)
    assert ranks["fin de classement"] == (None, None)


def test_an_edition_is_known_by_the_hash_of_its_file() -> None:
    edition = real_edition()
    assert edition.sha256 == hashlib.sha256(REAL.read_bytes()).hexdigest()
    assert edition.file_name == "indicateurs_regionaux.xlsx"
    assert not edition.fictional


def test_bytes_and_path_give_the_same_edition() -> None:
    from_bytes = load(REAL.read_bytes(), "indicateurs_regionaux.xlsx")
    assert from_bytes == real_edition()


def test_a_fictional_workbook_says_so_in_its_name() -> None:
    assert load(REAL.read_bytes(), "classeur_FICTIF.xlsx").fictional


def test_a_training_workbook_that_is_renamed_is_still_said_to_be_invented() -> None:
    assert load((REAL.parent / "formation_FICTIF.xlsx").read_bytes(), "enquete_2027.xlsx").fictional


def test_a_refusal_keeps_the_hash_and_the_name() -> None:
    with pytest.raises(WorkbookRefused) as refusal:
        load(b"rien", "essai.xlsx")
    assert refusal.value.sha256 == hashlib.sha256(b"rien").hexdigest()
    assert refusal.value.file_name == "essai.xlsx"


def test_the_corrected_figure_is_the_only_one_that_differs_from_the_cell() -> None:
    corrected = [value for value in real_edition().values if value.corrected]
    assert len(corrected) == 1
    (value,) = corrected
    label = next(
        item.label for item in real_edition().indicators if item.indicator_code == value.indicator_code
    )
    assert (label, value.region_code) == CORRECTED
    assert value.published_raw == "55 00 à 60 000"
