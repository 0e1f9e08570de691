"""`python -m loaders survey`: what is proposed, what would be read, what is left aside and what gives way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.__main__ import main
from loaders.commands import survey as survey_command
from loaders.file import guard
from tests.loaders.survey.test_survey_csv import NOTE, edition

BODY = (
    "Région;Profil;Emploi;Santé\n" + "Bretagne;Citoyens;7;8\nCorse;Citoyens;6;NSP\n" * 6 + ";Citoyens;1;1\n"
)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook is that of all these tests; its own refusals are tried elsewhere."""
    monkeypatch.setattr(survey_command, "load", lambda path: edition())


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the command on a text; return its status and what it prints."""

    def run(text: str, *options: str) -> tuple[int, str]:
        path = tmp_path / "enquete.csv"
        path.write_text(text, encoding="utf-8")
        return main(["survey", str(path), *options]), capsys.readouterr().out

    return run


def test_a_person_reads_what_is_proposed_and_what_it_gives(told: Any) -> None:
    status, out = told(BODY)
    lines = out.splitlines()
    assert status == 0
    assert "- Mesure\u202f: Note moyenne de fragilité ressentie, sur 10 (de 0 à 10)" in lines
    assert "- Région\u202f: colonne A «\u00a0Région\u00a0»" in lines
    assert "- Enquête\u202f: à nommer (--name)" in lines
    result = "3\u00a0chiffres seraient lus. 13\u00a0lignes, dont 12\u00a0comptées et 1\u00a0laissée de côté."
    assert f"Résultat\u202f: {result}" in lines
    assert "- 1\u00a0ligne sans région (A14)" in lines
    assert "- Bretagne, Emploi, Citoyens\u202f: 7,00\u00a0sur 10 (n = 6, écart-type 0)" in lines
    assert "SERAIENT REMPLACÉS" not in lines


def test_a_program_reads_one_object(told: Any) -> None:
    status, out = told(BODY, "--json", "--name", "ESSAI", "--date", "2025-05")
    found = json.loads(out)
    assert status == 0
    assert list(found) == [
        "file", "workbook", "format", "columns", "proposed", "used", "accepted", "refusal", "rows", "figures",
        "left_aside", "replaced", "findings",
    ]  # fmt: skip
    assert found["rows"] == {"read": 13, "counted": 12, "left_aside": 1}
    assert found["proposed"]["domain_columns"] == {"Emploi": "emploi", "Santé": "sante"}
    assert (found["proposed"]["name"], found["used"]["name"]) == ("", "ESSAI")
    assert found["figures"][0] == {
        "actor": "citoyens", "region": "53", "domain": "emploi", "measure": "note_fragilite_sur_10",
        "value": 7.0, "unit": "note moyenne sur 10", "sample_size": 6, "standard_deviation": 0.0,
        "base": "6\u00a0réponses", "cell": "C2:C12",
    }  # fmt: skip
    assert [(left["reason"], left["count"]) for left in found["left_aside"]] == [
        ("sans_region", 1), ("sans_reponse", 6),
    ]  # fmt: skip


def test_what_would_give_way_is_said_once_the_survey_is_named(told: Any) -> None:
    figure = next(
        item for item in edition().perceptions
        if item.wave == "PHARE 2015" and item.measure == NOTE and len(item.region_codes) == 1
    )  # fmt: skip
    row = f"{figure.region_codes[0]};{figure.actor_code};{figure.domain_code};5;90"
    text = f"region;acteur;domaine;moyenne;effectif\n{row}\n"
    status, out = told(text, "--name", "PHARE", "--date", "2015-09")
    assert status == 0
    assert "- 1\u00a0chiffre du classeur (PHARE 2015, " in out


def test_a_refusal_says_what_is_left_aside_all_the_same(told: Any) -> None:
    text = "region;domaine;acteur;moyenne;effectif\n11;sante;citoyens;6,0;4\n84;sante;citoyens;6,1;4\n"
    status, out = told(text)
    assert status == 2
    assert (
        "Résultat\u202f: REFUSÉ. Fichier d’enquête refusé. Le fichier ne donne aucune moyenne utilisable"
        in out
    )
    assert "- 2\u00a0moyennes de moins de cinq réponses (D2)" in out
    status, out = told(text, "--json")
    found = json.loads(out)
    assert (status, found["accepted"], found["figures"]) == (2, False, [])
    assert [(left["reason"], left["count"]) for left in found["left_aside"]] == [
        ("moins_de_cinq_reponses", 2)
    ]


def test_boxes_are_a_question_answered_by_an_option(told: Any) -> None:
    text = "Région;Profil;Emploi;Santé\n" + "Corse;Citoyens;x;\nCorse;Citoyens;;x\n" * 5
    status, out = told(text)
    assert (status, "--empty-is-no" in out) == (2, True)
    status, out = told(text, "--empty-is-no")
    assert (status, out.count("50,00\u202f% (n = 10)")) == (0, 2)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--actor", "maires", "--region", "FR"], "France entière, Emploi, Maires\u202f: 6,08"),
        (["--column", "emploi="], "Bretagne, Santé, Citoyens"),
        (["--column", "culture=C", "--column", "sante="], "Bretagne, Culture, Citoyens\u202f: 7,00"),
        (["--column", "value=Santé", "--domain", "culture"], "Bretagne, Culture, Citoyens\u202f: 8,00"),
        (["--column", "weight=D"], "sert deux fois"),
        (["--column", "actor="], "--actor CODE"),
        (["--column", "region=Z"], "Aucune colonne n’a le titre ou la lettre «\u00a0Z\u00a0»"),
        (["--measure", "part"], "les réponses sont des nombres"),
        (["--kind", "moyennes"], "seconde moyenne pour le même sujet"),
        (["--date", "juin"], "Écrire la date"),
        (["--source", "<b>"], "balise"),
    ],
)  # fmt: skip
def test_every_proposal_can_be_corrected(told: Any, options: list[str], said: str) -> None:
    assert said in told(BODY, *options)[1]


def test_a_file_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["survey", str(tmp_path / "absent.csv")]) == 2
    assert "ne peut pas être lu" in capsys.readouterr().out
    assert main(["survey", str(tmp_path / "absent.csv"), "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["proposed"], found["rows"]) == (None, None, None)


def test_a_workbook_that_is_refused_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise guard.refuse("essai", "Le classeur est vide.", "En choisir un autre.")

    monkeypatch.setattr(survey_command, "load", refused)
    assert main(["survey", str(tmp_path / "a.csv")]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.startswith("Classeur refusé. Le classeur est vide.")) == ("", True)
