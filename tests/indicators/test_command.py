"""`python -m indicators`: the same numbers as the functions, and one French sentence when it cannot."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from typing import Any

import pytest

from indicators import __main__ as program
from indicators import command, command_options
from indicators.command_answers import PROGRAM
from indicators.importance import importance
from indicators.index import index_scores
from indicators.method import Aggregation, Method, Outliers, Weighting
from indicators.normalisation import Normalisation
from indicators.score_table import groups
from indicators.similarity import similar_regions
from indicators.treatment import flagged
from loaders.store import Store
from tests import boring_index, earlier_years, fictional

Run = Any


@pytest.fixture
def run(published: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the published store, read once; returns status, stdout, stderr."""
    monkeypatch.setattr(command, "_opened", lambda _path: published)

    def _run(line: str) -> tuple[int, str, str]:
        status = program.main(line.split())
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return _run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_scores_are_unrounded(run: Run, published: Store) -> None:
    status, out, err = run("scores")
    assert (status, err) == (0, "")
    found = {(row["region_code"], row["level"], row["code"]): row for row in rows(out)}
    scores: Any = index_scores(published)
    for row in scores.itertuples():
        assert float(found[row.region_code, row.level, row.code]["score"]) == row.score
    assert found["32", "indicateur", "Freco.1"]["value"] == "10.8"
    assert len(found) == 13 * (16 + 16 + 4 + 1)


def test_similar_regions_are_those_of_the_functions(run: Run, published: Store) -> None:
    _, out, _ = run("similar --region 94 --basis domaines")
    expected: Any = similar_regions(published, "94", "domaines")
    found = rows(out)
    assert [row["similar_code"] for row in found] == expected["region_code"].tolist()
    assert [float(row["distance"]) for row in found] == expected["distance"].tolist()
    assert len(rows(run("similar")[1])) == 3 * 13
    status, _, err = run("similar --basis météo")
    assert (status, "profil ou domaines" in err) == (2, True)
    counted = [row["compared_code"] for row in rows(run("dimensions")[1])]
    assert (len(counted), len(set(counted))) == (12, 7)


def test_ranks_are_those_of_plain_loops(run: Run) -> None:
    expected = boring_index.ranks(boring_index.index("minmax", by_axes=True))
    _, out, _ = run("ranks --normalisation minmax --weights axes_egaux")
    found = {
        (row["region_code"], row["level"], row["code"]): int(row["rank"])
        for row in rows(out)
        if row["among"] == "regions"
    }
    assert found == expected


def test_ranks_with_draws_have_intervals(run: Run) -> None:
    _, out, _ = run("ranks --draws 100 --region 53 --domain emploi")
    found = rows(out)
    assert [row["among"] for row in found] == ["regions", "domaines"]
    for row in found:
        assert int(row["low"]) <= int(row["rank"]) <= int(row["high"])
        assert row["draws"] == "100"


def test_gaps_of_one_actor_or_of_all(run: Run) -> None:
    _, every, _ = run("gaps --draws 50")
    assert {row["actor_code"] for row in rows(every)} == {"citoyens", "entreprises"}
    _, one, _ = run("gaps --draws 50 --actor citoyens --region 93 --domain environnement")
    assert [(row["rank_gap"], row["cell"]) for row in rows(one)] == [("9", "J12")]


def test_provenance_of_each_level(run: Run) -> None:
    for options, last in (
        ("--indicator Freco.1", "1.0"),
        ("--domain emploi", "1.0"),
        ("--axis axe_economique", "5.0"),
        ("", "1.0"),
    ):
        _, out, _ = run(f"provenance --region 32 {options}")
        found = rows(out)
        assert (found[-1]["step"], found[-1]["number"]) == ("rank", last)
        assert found[0]["sheet"] == "Données territoriales"


def test_provenance_of_a_gap_or_of_what_is_felt_alone(run: Run) -> None:
    _, out, _ = run("provenance --region 93 --domain environnement --actor citoyens")
    assert rows(out)[-1]["step"] == "gap"
    _, out, _ = run("provenance --region 75 --domain environnement --actor entreprises")
    assert rows(out)[-1]["reading"].startswith("native")


def test_missing_is_empty_in_csv_and_null_in_json_never_nan(run: Run) -> None:
    line = "provenance --region 11 --domain diversite_handicap"
    _, out, _ = run(line)
    _, as_json, _ = run(f"{line} --format json")
    assert "nan" not in out.lower().split(",")
    assert "NaN" not in as_json
    typed = [row for row in rows(out) if (row["code"], row["step"]) == ("handicap", "typed")]
    assert [row["number"] for row in typed] == [""]
    same = [row for row in json.loads(as_json) if (row["code"], row["step"]) == ("handicap", "typed")]
    assert [row["number"] for row in same] == [None]


def test_csv_and_json_say_the_same(run: Run) -> None:
    _, out, _ = run("scores --region 94")
    _, as_json, _ = run("scores --region 94 --format json")
    for one, other in zip(rows(out), json.loads(as_json), strict=True):
        assert one["code"] == other["code"]
        assert (one["score"] == "") is (other["score"] is None)
        assert one["score"] == "" or float(one["score"]) == other["score"]


def test_every_row_carries_its_edition(run: Run) -> None:
    _, out, _ = run("ranks --region 11")
    for row in rows(out):
        assert row["edition"] == "indicateurs_regionaux.xlsx"
        assert len(row["edition_sha256"]) == 64
        assert row["fictional"] == "false"


@pytest.mark.parametrize(
    ("options", "method"),
    [
        ("--normalisation rank", Method(Normalisation.RANK)),
        ("--coverage 0,6", Method(minimum_coverage=0.6)),
        ("--outliers ramenees", Method(outliers=Outliers.WINSORISED)),
        ("--flipped Frsoc.3,Frétale.5", Method(flipped=("Frsoc.3", "Frétale.5"))),
        (
            "--normalisation minmax --aggregation geometrique_dans --goalposts Freco.1:3:20,Frétale.5:0.5:12",
            Method(
                Normalisation.MINMAX,
                aggregation=Aggregation.GEOMETRIC_INSIDE,
                goalposts=(("Freco.1", 3, 20), ("Frétale.5", 0.5, 12)),
            ),
        ),
        (
            "--normalisation minmax --aggregation geometrique",
            Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
        ),
        ("--weights priorites_acteur:entreprises", Method(weighting=Weighting.ACTOR, actor="entreprises")),
        (
            "--weights emploi:2,sante:0.5",
            Method(weighting=Weighting.READER, domain_weights=(("emploi", 2.0), ("sante", 0.5))),
        ),
    ],
)
def test_the_options_make_the_method(run: Run, published: Store, options: str, method: Method) -> None:
    _, out, _ = run(f"scores {options}")
    found = {
        row["region_code"]: row["score"] for row in rows(out) if row["level"] == "ensemble" and row["score"]
    }
    scores: Any = index_scores(published, method)
    whole = scores[(scores["level"] == "ensemble") & scores["score"].notna()]
    assert {region: float(score) for region, score in found.items()} == dict(
        zip(whole["region_code"], whole["score"], strict=True)
    )


def test_outliers_are_given_with_what_becomes_of_them(run: Run, published: Store) -> None:
    _, out, _ = run("outliers --outliers ramenees")
    expected: Any = flagged(published, Method(outliers=Outliers.WINSORISED))
    assert [float(row["treated"]) for row in rows(out)] == expected["treated"].tolist()
    _, out, _ = run("outliers --region 11")
    assert [(row["indicator_code"], row["moved"]) for row in rows(out)] == [("Frétale.5", "false")]
    assert rows(run("outliers --indicator Freco.1")[1]) == []


def test_what_decides_is_unrounded_and_comes_with_what_it_is_made_of(run: Run, published: Store) -> None:
    _, out, _ = run("importance --weights axes_egaux")
    method = Method(weighting=Weighting.EQUAL_AXES)
    expected = importance(groups(published, method, index_scores(published, method)))
    assert [float(row["share"]) for row in rows(out)] == expected["share"].tolist()
    _, out, _ = run("importance --axis axe_environnemental")
    assert [(row["code"], row["in_code"]) for row in rows(out)] == [
        ("environnement", "axe_environnemental"),
        ("transition_energetique", "axe_environnemental"),
        ("axe_environnemental", "ensemble"),
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("", "commande"),
        ("score", "score"),
        ("scores --format xml", "xml"),
        ("scores --zone 3", "--zone 3"),
        ("scores --region", "--region"),
        ("scores --region 99", "99"),
        ("dominance --regions 11,99", "99"),
        ("dominance --regions 11,", "--regions"),
        ("scores --domain santé", "santé"),
        ("scores --axis emploi", "emploi"),
        ("scores --indicator x", "x"),
        ("gaps --actor elus", "elus"),
        ("scores --normalisation z", "z"),
        ("scores --aggregation geometrique", "minmax"),
        ("scores --weights x", "x"),
        ("scores --weights emploi:x", "--weights"),
        ("scores --weights emploi:0", "0 en tout"),
        ("scores --weights absent:1", "absent"),
        ("scores --weights priorites_acteur:maires", "maires"),
        ("scores --coverage beaucoup", "--coverage"),
        ("scores --coverage 2", "couverture"),
        ("scores --outliers toutes", "toutes"),
        ("scores --outliers ramenees --normalisation rank", "rank"),
        ("scores --flipped inconnu", "inconnu"),
        ("outliers --flipped handicap", "handicap"),
        ("scores --goalposts Freco.1:3:20", "minmax"),
        ("scores --normalisation minmax --goalposts Freco.1:3", "--goalposts"),
        ("scores --normalisation minmax --goalposts Freco.1:3:beaucoup", "--goalposts"),
        ("scores --normalisation minmax --goalposts Freco.1:20:3", "le plus petit"),
        ("ranks --normalisation minmax --goalposts x:3:20", "x"),
        ("ranks --draws -3", "--draws"),
        ("ranks --draws 9999999", "--draws"),
        ("gaps --draws 1.5", "--draws"),
        ("importance --region 11", "«\u00a0importance\u00a0» ne lit pas --region"),
        ("scores --actor citoyens", "«\u00a0scores\u00a0» ne lit pas --actor"),
        ("scores --draws 5", "«\u00a0scores\u00a0» ne lit pas --draws"),
        ("scores --error 0.2", "«\u00a0scores\u00a0» ne lit pas --error"),
        ("ranks --error 0.2", "ajoutez --draws"),
        ("ranks --regions 32,11", "«\u00a0ranks\u00a0» ne lit pas --regions"),
        ("ranks --indicator Freco.1", "«\u00a0ranks\u00a0» ne lit pas --indicator"),
        ("similar --normalisation minmax", "«\u00a0similar\u00a0» ne lit pas --normalisation"),
        ("dimensions --region 32", "«\u00a0dimensions\u00a0» ne lit pas --region"),
        ("outliers --domain emploi", "«\u00a0outliers\u00a0» ne lit pas --domain"),
        ("coherence --region 32", "«\u00a0coherence\u00a0» ne lit pas --region"),
        ("gaps --axis axe_social", "«\u00a0gaps\u00a0» ne lit pas --axis"),
        ("steps --error 0", "«\u00a0steps\u00a0» ne lit pas --error\u202f: retirez cette option"),
        (
            "links --weights axes_egaux --draws 5 --region 32",
            "«\u00a0links\u00a0» ne lit pas --weights, --region ni --draws\u202f: retirez ces options",
        ),
        ("gaps --wave toto", "«\u00a0toto\u00a0» n’existe pas pour --wave"),
        ("provenance --region 93 --domain sante --actor citoyens --wave toto", "PHARE 2015"),
        ("scores --domain emploi --axis axe_social", "--domain et --axis ne vont pas ensemble"),
        ("importance --indicator Freco.1 --domain emploi", "--indicator et --domain"),
        ("provenance --region 11 --actor citoyens --domain sante --axis axe_social", "--actor et --axis"),
        ("provenance", "--region"),
        ("provenance --region 11 --actor citoyens", "--domain"),
        ("provenance --region 11 --actor maires --domain sante", "maires"),
        ("provenance --region 11 --domain sante --axis axe_social", "l’une de ces options"),
    ],
)
def test_a_wrong_command_is_one_french_sentence(run: Run, line: str, named: str) -> None:
    status, out, err = run(line)
    assert (status, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    assert not re.search(r" [:;»!?]|« ", err), "a plain space before French punctuation"
    assert "Error" not in err


def test_a_wave_is_that_of_an_actor(published: Store, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(command, "_opened", lambda _path: published)
    assert program.main(["provenance", "--region", "11", "--wave", "PHARE 2015"]) == 2
    assert "--actor" in capsys.readouterr().err


def test_every_option_is_read_by_a_question() -> None:
    known = {action.dest for action in command_options.parser(PROGRAM)._actions}
    read = {name for question in PROGRAM.questions.values() for name in question.reads}
    assert known - read == {"help", "command", "workbook", "format"}
    assert read <= known


def test_a_missing_workbook_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["scores", "absent.xlsx"]) == 2
    assert "absent.xlsx" in capsys.readouterr().err


def test_a_fictional_workbook_says_so_on_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["scores", "--region", "11", str(fictional.workbook())]) == 0
    found = rows(capsys.readouterr().out)
    assert {row["fictional"] for row in found} == {"true"}
    assert all("FICTIF" in row["edition"] for row in found)


def test_the_module_runs_and_survives_a_reader_that_leaves() -> None:
    """`python -m indicators scores | head -1`, in French on any console, without a traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "indicators", "scores"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        first = process.stdout.readline() if process.stdout else b""
        if process.stdout:
            process.stdout.close()
        complaint = process.stderr.read().decode() if process.stderr else ""
    assert first.startswith(b"region_code,level,code,value,score")
    assert process.returncode == 0
    assert "Traceback" not in complaint


def test_earlier_years_are_those_of_the_function(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_opened", lambda _path: earlier_years.store())
    assert program.main("past --indicator Freco.1 --region 53 --domain emploi".split()) == 0
    found = rows(capsys.readouterr().out)
    assert [(row["year"], row["value"], row["change"], row["cell"]) for row in found] == [
        ("2009 (T1)", "7.0", "", "P7"),
        ("2012 (T1)", "8.0", "-0.8", "P6"),
        ("2015 (T1)", "8.8", "-1.6", "P5"),
        ("2019 (T1)", "7.2", "", "P18"),
    ]
    assert program.main("past --domain sante".split()) == 0
    assert rows(capsys.readouterr().out) == []
