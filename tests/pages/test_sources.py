"""« Couverture » and « Provenance »: what is published, and from a number back to its cell."""

import json
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators.__main__ import main as command
from tests.pages.conftest import Visit
from tests.schema import framed, specified

FOLLOWED = [
    ("", ""),
    ("", "11"),
    ("indicateur", ""),
    ("ressenti", "11"),
    ("ecart", ""),
    ("axe_social", "11"),
    ("ensemble", ""),
]


def table(app: AppTest, place: int = 0) -> Any:
    """A table as it is read: Markdown is neutralised by backslashes that a reader never sees."""
    return app.table[place].value.map(lambda cell: str(cell).replace("\\", ""))


def title(app: AppTest) -> str:
    return str(app.title[0].value).replace("\\", "")


def trail(browse: Visit, **query: str) -> AppTest:
    return browse("method", section="provenance", **query)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert command([*words, "--format", "json"]) == 0
    return pd.DataFrame(json.loads(capsys.readouterr().out))


def test_the_coverage_has_three_looks_and_two_tables(browse: Visit) -> None:
    app = browse("method", section="couverture", acteur="citoyens", region="53")
    assert not app.exception
    assert title(app).startswith("Ressenti en Bretagne\u202f: 1\u00a0domaine publié sur 16")
    assert any("croisements publiés par région" in block.value for block in app.markdown)
    every, mine = (specified(chart.proto.spec) for chart in app.get("vega_lite_chart"))
    looks = {row["text"] for row in mine["layer"][1]["data"]["values"]}
    assert looks == {"●", "F", "·"}
    assert len(every["layer"][0]["data"]["values"]) == 16 * 6
    assert framed(mine) == ["Bretagne"]
    found = table(app, 1).set_index("Domaine")
    assert found.loc["Emploi / chômage / insertion", "Publié"] == "les 13\u00a0régions"
    assert (
        "Emploi / chômage / insertion\u202f: les 13\u00a0régions" in app.get("vega_lite_chart")[1].proto.alt
    )


def test_an_actor_without_a_figure_is_said(browse: Visit) -> None:
    app = browse("method", section="couverture", acteur="maires")
    assert "aucun domaine publié" in app.header[0].value
    assert set(table(app, 1)["Publié"]) == {"non publié"}


def test_a_score_is_followed_to_its_cell(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    app = trail(browse, region="53", domaine="sante")
    assert not app.exception
    found = table(app)
    steps = printed(capsys, "provenance", "--region", "53", "--domain", "sante")
    raw = steps[steps["step"] == "raw"].iloc[0]
    assert found.iloc[0].tolist()[1:] == [raw["sheet"], raw["cell"], f"«\u00a0{raw['text']}\u00a0»"]
    score = steps.loc[steps["step"] == "score", "number"].iloc[0]
    assert f"{abs(score):.2f}".replace(".", ",") in title(app)
    assert "sur 13\u00a0régions" in title(app)
    assert any("Document" in block.value for block in app.markdown)


@pytest.mark.parametrize(("followed", "region"), FOLLOWED)
def test_every_result_can_be_followed(browse: Visit, followed: str, region: str) -> None:
    app = trail(browse, resultat=followed, region=region, domaine="securite", acteur="citoyens")
    assert not app.exception
    assert {"Étape", "Feuille", "Cellule", "Ce qu’on y lit"} <= set(table(app).columns)
    example = any(block.value.startswith("**Exemple") for block in app.markdown)
    assert example == (not region)


def test_an_indicator_is_named_by_its_code_in_the_address(browse: Visit) -> None:
    app = trail(browse, resultat="indicateur", indicateur="ds-8", region="27")
    assert title(app).startswith("Nombre d’associations, en Bourgogne-Franche-Comté")
    assert "Correction déclarée" in table(app)["Étape"].tolist()


def test_a_gap_is_that_of_the_command(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    app = trail(browse, resultat="ecart", region="93", domaine="environnement", vague="phare-2015")
    steps = printed(
        capsys, "provenance", "--region", "93", "--domain", "environnement", "--actor", "citoyens"
    )
    gap = int(steps.loc[steps["step"] == "gap", "number"].iloc[0])
    assert f"+{gap}\u00a0rangs" in title(app)
    assert any("PHARE-Citoyens" in block.value.replace("\\", "") for block in app.markdown)


@pytest.mark.parametrize("region", ["", "53"])
def test_nothing_to_follow_says_why(browse: Visit, region: str) -> None:
    app = trail(browse, resultat="ecart", region=region, domaine="culture", acteur="maires")
    assert not app.exception
    assert "rien à retracer" in title(app)
    assert "rien n’est estimé" in app.info[0].value
    assert not app.table


@pytest.mark.parametrize("name", ["resultat", "indicateur"])
def test_an_unknown_code_is_said(browse: Visit, name: str) -> None:
    app = trail(browse, **{name: "<script>"})
    assert not app.exception
    assert len(app.warning) == 1
