"""A survey added to an edition: it speaks beside the workbook, or in its place on the same subject."""

from __future__ import annotations

from dataclasses import replace

from loaders.checks import signs
from loaders.store import Store
from loaders.survey.door import read
from loaders.survey.findings import SHEET
from loaders.survey.merge import replaced, with_survey
from tests.loaders.survey.test_survey_csv import MEANS, edition, lines

ROWS = lines("maires;32;emploi;5,5;200;2", "maires;53;emploi;4;200;2")


def test_the_figures_are_served_like_those_of_the_workbook() -> None:
    merged = with_survey(edition(), read(ROWS, MEANS, edition(), "réponses.csv"))
    assert len(merged.perceptions) == len(edition().perceptions) + 2
    assert merged.sha256 != edition().sha256
    assert merged.file_name == f"{edition().file_name} + réponses.csv"
    assert not merged.fictional
    store = Store.in_memory(merged)
    told = store.rows(
        "SELECT value, sheet, cell FROM mart.perception WHERE programme = 'ESSAI' ORDER BY cell"
    )
    assert [tuple(row) for row in told] == [(5.5, SHEET, "D2"), (4.0, SHEET, "D3")]
    store.close()


def test_a_figure_on_the_same_subject_gives_way_and_it_is_said() -> None:
    same = replace(MEANS, programme="PHARE", date="2015-09")
    published = next(
        figure
        for figure in edition().perceptions
        if figure.wave == "PHARE 2015" and figure.measure == MEANS.measure and figure.actor_code == "citoyens"
    )
    row = f"citoyens;{published.region_codes[0]};{published.domain_code};1;;"
    merged = with_survey(edition(), read(lines(row), same, edition()))
    assert published not in merged.perceptions
    assert len(merged.perceptions) <= len(edition().perceptions)
    (gone,) = replaced(edition(), read(lines(row), same, edition()))
    assert (gone.wave, gone.actor, gone.origin, gone.count) == ("PHARE 2015", "Citoyens", "", 1)
    assert "chiffres_remplaces" in {finding.kind for finding in merged.findings}


def test_a_second_survey_is_added_to_the_first() -> None:
    once = with_survey(edition(), read(ROWS, MEANS, edition(), "une.csv"))
    twice = with_survey(once, read(ROWS, replace(MEANS, programme="AUTRE"), edition(), "deux.csv"))
    assert {figure.programme for figure in twice.perceptions if figure.sheet == SHEET} == {"ESSAI", "AUTRE"}
    assert twice.file_name == f"{edition().file_name} + une.csv + deux.csv"
    store = Store.in_memory(twice)
    assert len(store.rows("SELECT DISTINCT figure_id FROM mart.perception WHERE programme <> ''")) >= 4
    store.close()


def test_a_survey_brought_again_takes_its_own_place_and_it_is_said_before() -> None:
    once = with_survey(edition(), read(lines("maires;32;emploi;5,5;9;2"), MEANS, edition(), "une.csv"))
    assert any("moins de 30 réponses" in finding.message for finding in once.findings)
    again = read(ROWS, MEANS, edition(), "une.csv")
    (gone,) = replaced(once, again)
    assert gone.sentence() == ("1\u00a0chiffre de «\u00a0une.csv\u00a0» (ESSAI 2020, Maires)")
    twice = with_survey(once, again)
    assert twice.file_name == once.file_name
    assert len(twice.perceptions) == len(edition().perceptions) + 2
    # What was said of a file whose figures have all gone is no longer true.
    assert not any(
        "moins de 30 réponses" in finding.message for finding in twice.findings if finding.sheet == SHEET
    )


def test_a_survey_far_from_another_one_is_asked_about() -> None:
    once = with_survey(edition(), read(lines("maires;32;emploi;8,5;60;2"), MEANS, edition(), "une.csv"))
    later = replace(MEANS, programme="AUTRE")
    twice = with_survey(once, read(lines("maires;32;emploi;5,5;60;2"), later, edition(), "deux.csv"))
    (found,) = (one for one in twice.findings if one.kind == "saut_entre_vagues")
    assert found.message.startswith("«\u00a0deux.csv\u00a0»")
    assert "8,5\u00a0sur 10 dans «\u00a0ESSAI 2020\u00a0»" in found.message


def test_an_invented_survey_makes_the_whole_fictional() -> None:
    assert with_survey(edition(), read(ROWS, MEANS, edition(), "essai_FICTIF.csv")).fictional


def test_signs_that_documents_lack_are_said_of_what_enters() -> None:
    odd = replace(MEANS, programme="ESSAI ⚠", source="Enquête 🏠")
    merged = with_survey(edition(), read(ROWS, odd, edition(), "réponses ★.csv"))
    said = " ".join(finding.message for finding in merged.findings if finding.kind == signs.KIND)
    for text in ("U+26A0", "U+1F3E0", "U+2605", "réponses ★.csv"):
        assert text in said
    plain = with_survey(edition(), read(ROWS, MEANS, edition(), "réponses.csv"))
    assert not [finding for finding in plain.findings if finding.kind == signs.KIND]
