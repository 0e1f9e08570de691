"""« Regards croisés », drawn by the router: what each actor says, what is missing, what is said of it."""

import json
from contextlib import redirect_stdout
from io import StringIO

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators.__main__ import main
from tests.pages.conftest import Visit, headings, read
from tests.schema import specified
from wording.numbers import ordinal, percent

SECTIONS = [
    "Ce que chaque acteur place en tête",
    "Ce que les sources disent à part",
    "Domaine par domaine\u202f: la note de chaque acteur",
    "Domaine par domaine\u202f: la part de répondants qui en fait une priorité",
    "Accord et désaccord entre acteurs",
    "La conviction que les alliances innovent",
    "Pratiques et types de partenariat",
    "Ce qui a changé dans les alliances, d’une enquête à l’autre",
    "Les rôles que les maires attendent de chacun",
    "Ce qui a changé dans le ressenti, d’une enquête à l’autre",
]
# Those that are a table only.
WORDED = {"Ce que les sources disent à part", "Ce qui a changé dans les alliances, d’une enquête à l’autre"}
HOLE = "non publié"


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def charts(app: AppTest) -> list[dict[str, object]]:
    return [specified(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def alternatives(app: AppTest) -> list[str]:
    return [str(chart.proto.alt) for chart in app.get("vega_lite_chart")]


def test_it_opens_on_the_finding_and_every_section(browse: Visit) -> None:
    app = browse("actors")
    assert not app.exception
    assert app.title[0].value.startswith("Emploi\u202f: première fragilité ressentie par les citoyens")
    assert app.title[0].value.endswith("rien de publié pour les maires")
    assert headings(app) == SECTIONS
    assert len(app.table) == len(SECTIONS)
    assert len(charts(app)) == len(SECTIONS) - len(WORDED)
    assert not app.info
    assert not app.warning


def test_each_alternative_states_the_numbers_of_its_table(browse: Visit) -> None:
    app = browse("actors")
    drawn = [table for name, table in zip(SECTIONS, app.table, strict=True) if name not in WORDED]
    for alternative, table in zip(alternatives(app), drawn, strict=True):
        for cell in read(table).to_numpy().ravel():
            assert cell == "–" or str(cell) in alternative


def test_specifications_are_small_and_hold_their_own_rows(browse: Visit) -> None:
    for spec in charts(browse("actors")):
        assert len(json.dumps(spec)) < 60_000
        assert "datasets" not in spec


def test_who_is_not_heard_is_a_hole_and_not_a_zero(browse: Visit) -> None:
    first = read(browse("actors").table[0])
    assert first.loc[first["Acteur"] == "Maires", "Chiffre publié"].tolist() == [HOLE]
    assert HOLE in alternatives(browse("actors"))[0]


def test_the_chosen_actor_orders_the_domains_and_has_its_own_changes(browse: Visit) -> None:
    app = browse("actors", acteur="maires")
    assert headings(app) == SECTIONS
    (info,) = app.info
    assert "Aucune question sur la fragilité ressentie n’est publiée deux fois" in info.value
    assert "dans l’ordre des entreprises" in said(browse("actors", acteur="entreprises"))


def test_the_chosen_region_is_told_and_marked(browse: Visit) -> None:
    app = browse("actors", region="27")
    assert headings(app)[1] == "Ce que les acteurs disent en Bourgogne-Franche-Comté"
    assert "En Bourgogne-Franche-Comté\u202f: 75\u202f% pour les citoyens" in said(app)
    assert "#d01c8b" in json.dumps(charts(app))
    assert "#d01c8b" not in json.dumps(charts(browse("actors")))


def test_a_survey_that_ranks_nothing_says_why_and_what_can_be_done(browse: Visit) -> None:
    app = browse("actors", vague="phare-2016")
    assert not app.exception
    assert app.title[0].value.startswith("Aucun acteur n’a de classement publié")
    told = " ".join(info.value for info in app.info)
    assert "Toutes les enquêtes" in told
    assert "leur accord ne se calcule pas" in told


@pytest.mark.parametrize("name", ["acteur", "region", "vague"])
def test_an_unknown_code_is_said_and_the_page_is_shown(browse: Visit, name: str) -> None:
    app = browse("actors", **{name: "<script>alert(1)</script>"})
    assert not app.exception
    assert app.warning
    assert headings(app) == SECTIONS


def test_the_figures_of_a_region_are_those_of_the_command(browse: Visit) -> None:
    out = StringIO()
    with redirect_stdout(out):
        main(["gaps", "--actor", "citoyens", "--region", "93", "--draws", "20"])
    out.seek(0)
    shown = read(browse("actors", region="93").table[1])
    labels = {"emploi": "Emploi", "pouvoir_achat": "Pouvoir d’achat", "environnement": "Environnement"}
    for row in pd.read_csv(out).itertuples():
        figure = shown.loc[shown["Domaine"] == labels[str(row.domain_code)], "Chiffre publié"].item()
        assert f"{ordinal(int(str(row.perceived_rank_low)))} rang" in figure
        valued = str(row.perceived_value) != "nan"
        assert not valued or percent(float(str(row.perceived_value))) in figure
        assert ("PACA-Corse" in figure) == valued


def test_the_source_and_the_edition_are_there(browse: Visit) -> None:
    told = said(browse("actors"))
    assert "Source\u202f: Observatoire des partenariats" in told
    assert "http" not in told
    assert "Édition des données" in told
