"""The whole data: complete, equal to what the commands give, readable by any program."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from frictionless import Package
from openpyxl import load_workbook

from exports.whole import bundle, content
from exports.whole.dictionary import DICTIONARY, dictionary
from exports.whole.frames import TABLES
from indicators import __main__ as command
from indicators.method import Method
from indicators.published import felt
from indicators.results import Results
from loaders.store import Store
from tests import earlier_years, made, opened
from tests.boring import WORKBOOK, figures, rows
from tests.exports.whole.conftest import Whole
from wording import mentions
from wording.measurement import supposed


def table(whole: Whole, name: str) -> list[dict[str, str]]:
    with ZipFile(io.BytesIO(whole.archive)) as archive:
        path = next(path for path in archive.namelist() if path.split(".")[0].split("_FICTIF")[0] == name)
        return list(csv.DictReader(io.StringIO(archive.read(path).decode())))


def answered(line: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert command.main([*line.split(), str(WORKBOOK)]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_any_frictionless_program_finds_it_valid(published: Whole, tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(published.archive)) as archive:
        archive.extractall(tmp_path)
    report = Package(str(tmp_path / bundle.DESCRIPTION)).validate()
    assert report.valid, [task.errors[:3] for task in report.tasks if task.errors]
    assert len(report.tasks) == len(TABLES) + 1


def test_every_published_value_is_there_with_its_cell(published: Whole) -> None:
    given = {(line["feuille"] + "!" + line["cellule"]): line for line in table(published, "valeurs")}
    for row in rows():
        for code, number in row.numbers.items():
            line = given[row.cells[code]]
            assert line["code_region"] == code
            assert float(line["valeur"]) == pytest.approx(number, rel=1e-12)
    assert len(given) == 30 * 14


def test_the_earlier_years_have_a_table_of_their_own(published: Whole) -> None:
    assert table(published, "valeurs_anterieures") == []
    results = Results(earlier_years.store())
    evolved = Whole(results, published.about, bundle.bundle(results, published.about))
    given = {
        (line["derniere_annee"], line["code_region"]): line for line in table(evolved, "valeurs_anterieures")
    }
    assert len(table(evolved, "valeurs_anterieures")) == 5 * 14
    assert [given["2009", "53"][name] for name in ("valeur", "annee", "rupture", "feuille", "cellule")] == [
        "7",
        "2009 (T1)",
        earlier_years.RENEWED,
        earlier_years.SHEET,
        "P7",
    ]
    assert [given["2015", "94"][name] for name in ("valeur", "statut")] == ["", "non publié"]
    assert table(evolved, "scores") == table(published, "scores")


def test_what_is_missing_is_empty_and_said(published: Whole) -> None:
    lines = table(published, "valeurs")
    for line in lines:
        held = {"valeur": bool(line["valeur"]), "fourchette": bool(line["bas"] and line["haut"])}
        held |= {"non publié": not (line["valeur"] or line["bas"]), "corrigé": bool(line["precision"])}
        assert held[line["statut"]], line
    assert {line["statut"] for line in lines} == {"valeur", "non publié", "corrigé", "fourchette"}
    (corrected,) = (line for line in lines if line["statut"] == "corrigé")
    assert (corrected["bas"], corrected["haut"]) == ("55000", "60000")
    assert corrected["texte_publie"] == "55 00 à 60 000"
    # Handicap is published empty.
    assert all(line["statut"] == "non publié" for line in lines if line["code_indicateur"] == "handicap")


def test_scores_and_ranks_are_those_of_the_command(
    published: Whole, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {(line["niveau"], line["code"], line["code_region"]): line for line in table(published, "scores")}
    for line in answered("scores", capsys):
        if line["level"] != "indicateur":
            score = given[line["level"], line["code"], line["region_code"]]["score"]
            assert float(score) == pytest.approx(float(line["score"]), abs=1e-12)
    for line in answered("ranks --draws 1000", capsys):
        if line["among"] == "regions":
            found = given[line["level"], line["code"], line["region_code"]]
            assert [found["rang"], found["sur"]] == [line["rank"], line["ranked"]]
            assert [found["rang_bas"], found["rang_haut"]] == [line["low"], line["high"]]
    assert len(given) == 13 * (16 + 4 + 1)


def test_what_decides_is_that_of_the_command(published: Whole, capsys: pytest.CaptureFixture[str]) -> None:
    lines, answers = table(published, "importance"), answered("importance", capsys)
    for line, answer in zip(lines, answers, strict=True):
        assert [line["code"], line["code_du_score"]] == [answer["code"], answer["in_code"]]
        for name, asked in (("poids_nominal", "weight"), ("part_variance", "share")):
            assert float(line[name]) == pytest.approx(float(answer[asked]), abs=1e-12)
    (whole, *axes) = table(published, "coherence")
    assert [whole["code_du_score"], whole["paires"], round(float(whole["alpha"]), 2)] == [
        "ensemble",
        "120",
        0.27,
    ]
    assert len(axes) == 4
    assert len(table(published, "correlations")) == 120 + 6


def test_the_doubts_are_those_of_the_command(published: Whole, capsys: pytest.CaptureFixture[str]) -> None:
    """With their figures; a rank that never varies has none, which is no 0."""
    lines, answers = table(published, "doutes"), answered("doubts", capsys)
    key = ("level", "code", "region_code", "source")
    given = {tuple(line[name] for name in ("niveau", "code", "code_region", "doute")): line for line in lines}
    assert len(given) == len(lines) == len(answers) == 13 * (16 + 4 + 1) * 4
    for answer in answers:
        line = given[tuple(answer[name] for name in key)]
        assert line["tirages"] == answer["draws"]
        for name, asked in (("effet_seul", "first"), ("effet_total", "total")):
            assert (line[name] == "") == (answer[asked] == "")
            assert float(line[name] or 0) == pytest.approx(float(answer[asked] or 0), abs=1e-12)
    assert {line["libelle"] for line in lines if line["niveau"] == "ensemble"} == {"Ensemble"}
    # One figure a domain: neither weights nor scales move a rank there.
    moved = {
        line["doute"] for line in lines if line["niveau"] == "domaine" and float(line["effet_total"] or 0)
    }
    assert moved == {"chiffres"}


def test_the_dictionary_says_the_error_of_measure_that_is_supposed(published: Whole) -> None:
    """Wherever a bound or a share counts it, with the share of our starting method."""
    said = {(line["table"], line["colonne"]): line["description"] for line in table(published, DICTIONARY)}
    for place in (
        ("scores", "rang_bas"),
        ("scores", "rang_haut"),
        ("scores", "tenue"),
        ("ecarts_bornes", "rang_mesure_bas"),
        ("ecarts_bornes", "rang_mesure_haut"),
        ("indicateurs", "erreur_type"),
    ):
        assert f"de {supposed(Method().error)}" in said[place], place
    assert "la moyenne, simple ou géométrique" in said["scores", "rang_bas"]
    with ZipFile(io.BytesIO(published.archive)) as archive:
        told = archive.read("LISEZ-MOI.txt").decode("utf-8-sig")
    assert published.results.errors().convention in told != ""
    assert "[[" not in " ".join(said.values())


def test_gaps_are_those_of_the_command(published: Whole, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for line in table(published, "ecarts") if line["code_acteur"] == "citoyens"]
    answers = answered("gaps --actor citoyens", capsys)
    given = sorted((line["code_region"], line["code_domaine"], line["ecart_rangs"]) for line in lines)
    expected = sorted((line["region_code"], line["domain_code"], line["rank_gap"]) for line in answers)
    assert given == expected
    assert {line["signe"] for line in lines} <= {"positif", "négatif", "nul", "non établi"}


def test_doubtful_figures_are_nowhere(published: Whole) -> None:
    doubtful = {f"perceptions-{one.number}" for one in figures() if one.reliability == "a_verifier"}
    for name in ("perceptions", "alliances", "initiatives"):
        lines = table(published, name)
        assert {line["fiabilite"] for line in lines} <= {"confirme", "publie"}
        assert not doubtful & {line.get("chiffre") for line in lines}
    perimeters = {line["perimetre_enquete"] for line in table(published, "perceptions")}
    assert any("PACA-Corse" in perimeter for perimeter in perimeters)


def test_the_workbook_and_the_files_hold_the_same(published: Whole) -> None:
    book = load_workbook(io.BytesIO(published.book), read_only=True)
    for held in dictionary():
        lines = list(book[held.heading].iter_rows(values_only=True))
        assert [field.heading for field in held.fields] == list(lines[0])
        assert len(lines) - 1 == len(table(published, held.name)), held.name
    assert book.sheetnames[:2] == ["À propos", "Notes"]
    assert book.sheetnames[-1] == "Méthode"


def test_the_workbook_shows_the_decimals_of_the_source(published: Whole) -> None:
    place = load_workbook(io.BytesIO(published.book))["Valeurs"]
    heads = [cell.value for cell in place[1]]
    cell, value = heads.index("Cellule"), heads.index("Valeur")
    shown = {row[cell].value: row[value].number_format for row in place.iter_rows(min_row=2)}
    # 8,2 % of unemployment, 320 doctors, 0,54 dwellings, 7,55 tons.
    assert [shown[one] for one in ("K18", "K28", "J22", "J33")] == ["0.0", "0", "0.00", "0.00"]


def test_every_column_is_in_the_dictionary_once(published: Whole) -> None:
    assert [held.name for held in dictionary()] == [*TABLES, DICTIONARY]
    for held in dictionary():
        assert len({field.name for field in held.fields}) == len(held.fields)
        assert set(held.key) <= set(held.fields)
        assert held.description.endswith(".")
        assert all(field.description.endswith(".") for field in held.fields)
    assert len(table(published, DICTIONARY)) == sum(len(held.fields) for held in dictionary())
    # A column that is described and given by no table is a promise that nothing keeps.
    assert described_columns() == {field.source for held in dictionary() for field in held.fields}


def described_columns() -> set[str]:
    path = Path(content.__file__).with_name("fields.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["source"] for row in csv.DictReader(lines)}


def test_the_dictionary_is_typeset_as_the_pages_are() -> None:
    for held in dictionary():
        for text in (held.description, *(field.description for field in held.fields)):
            assert not re.search(r"[^\u202f][;:?!]|\d[ \u00a0]?%|«[^\u00a0]|[^\u00a0]»|'", text), text


def test_a_published_error_of_measure_is_with_its_indicator() -> None:
    rows = [made.indicator("i0", "emploi", 5, standard_error=0.15), made.indicator("i1", "sante", 6)]
    values = {"00": 1.0, "01": 1.2, "02": 9.0, "03": 12.0, "04": -7.0}
    results = Results(Store.in_memory(made.edition({"i0": values, "i1": values}, rows)))
    (given,) = (frame for held, frame in content.tables(results).items() if held.name == "indicateurs")
    errors = given.set_index("indicator_code")["standard_error"]
    assert errors["i0"] == 0.15
    assert pd.isna(errors["i1"])


def described(whole: Whole) -> dict[str, Any]:
    with ZipFile(io.BytesIO(whole.archive)) as archive:
        found: dict[str, Any] = json.loads(archive.read(bundle.DESCRIPTION))
        return found


def test_it_says_where_it_comes_from(published: Whole) -> None:
    told = described(published)
    assert mentions.MENTION in told["description"]
    assert published.about.edition in told["description"]
    with ZipFile(io.BytesIO(published.archive)) as archive:
        assert mentions.MENTION in archive.read("LISEZ-MOI.txt").decode("utf-8-sig")
        assert archive.read("methode.md").decode().startswith("# ")
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_invented_data_say_so_in_every_file(published: Whole) -> None:
    about = replace(published.about, fictional=True)
    invented = Whole(published.results, about, bundle.bundle(published.results, about))
    assert described(invented)["title"].startswith(mentions.FICTIONAL)
    with ZipFile(io.BytesIO(invented.archive)) as archive:
        names = archive.namelist()
        assert mentions.NOT_MEASURED in archive.read("LISEZ-MOI.txt").decode("utf-8-sig")
    assert all("FICTIF" in name for name in names if name.endswith(".csv"))
    assert len(table(invented, "valeurs")) == len(table(published, "valeurs"))


def test_a_complete_survey_is_there_whole() -> None:
    told = felt(opened.invented().store)
    assert len(told) == 4 * 2 * 14 * 16 + 14 * 16
    assert set(told["status"]) == {"value"}


def test_same_edition_same_bytes(published: Whole) -> None:
    assert bundle.bundle(published.results, published.about) == published.archive


def test_no_cell_starts_a_formula(published: Whole) -> None:
    with ZipFile(io.BytesIO(published.archive)) as archive:
        for name in (name for name in archive.namelist() if name.endswith(".csv")):
            frame = pd.read_csv(io.BytesIO(archive.read(name)), dtype=str, keep_default_na=False)
            for column in frame:
                texts = frame[column][~frame[column].str.match(r"-?[\d.]+$")]
                assert not texts.str.match(r"[=+\-@]").any(), (name, column)
