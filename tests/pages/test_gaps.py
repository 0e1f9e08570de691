"""« Écarts »: what is chosen, what is shown, what is said when nothing can be computed."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.quadrants import spots
from loaders.edition import load
from loaders.store import Store
from tests.pages.conftest import WORKBOOK, Visit, read
from tests.schema import layers, specified
from tests.surveys import gaps, quadrants, unnamed_gaps
from wording.numbers import signed

PAGE = "gaps"


def figures(app: AppTest) -> list[dict[str, Any]]:
    return [specified(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def boxes(app: AppTest) -> dict[tuple[str, str], str]:
    words = next(layer for layer in layers(figures(app)[0]) if layer["mark"]["type"] == "text")
    values = words["data"]["values"]
    return {(row["region"], row["line"]): row["text"] for row in values}


def test_it_opens_on_the_most_widespread_gap(browse: Visit) -> None:
    app = browse(PAGE)
    assert not app.exception
    assert app.title[0].value.startswith("Emploi")
    assert "11\u00a0régions sur 13" in app.title[0].value
    assert len(boxes(app)) == 13 * 16
    assert "22\u00a0écarts établis (21\u00a0plus forts, 1\u00a0moins fort)" in said(app)
    assert "«\u00a0PACA-Corse\u00a0»" in said(app)
    assert "Édition des données" in said(app)
    assert [header.value for header in app.header][1].startswith("Angles morts et inquiétudes établis")


def test_the_numbers_on_screen_are_those_of_the_command(browse: Visit) -> None:
    store = Store.in_memory(load(WORKBOOK))
    app = browse(PAGE)
    shown, alternative = boxes(app), app.get("vega_lite_chart")[0].proto.alt
    for row in gaps(store, "citoyens").itertuples():
        text = shown[str(row.region_code), str(row.domain_code)]
        expected = "?" if row.stated_sign == "indetermine" else signed(float(str(row.rank_gap)))
        assert text == expected
        assert expected == "?" or expected in alternative
    unnamed = unnamed_gaps(store, "citoyens")
    proved = unnamed[unnamed["stated_sign"] == "negative"]
    assert len(proved) > 0
    inside = spots(quadrants(store, "citoyens"))
    worries = inside[(inside["among"] == "domaines") & (inside["verdict"] == "inquietude")]
    assert f"{len(worries)}\u00a0inquiétudes" in [header.value for header in app.subheader]
    listed = [read(table) for table in app.table if {"Domaine", "Région", "Rang mesuré"} <= {*table.value}]
    assert sum(len(table) for table in listed) == len(worries) + len(proved)
    store.close()


def test_a_chosen_region_has_its_finding_its_domains_and_its_lists(browse: Visit) -> None:
    app = browse(PAGE, region="11")
    assert app.title[0].value.startswith("En Île-de-France, ressenti des citoyens plus fort")
    table = read(app.table[0])
    assert table["Domaine"].tolist()[0] == "Emploi"
    assert str(table.set_index("Domaine").loc["Emploi", "Écart"]).startswith("+8\u00a0rangs")
    assert len(table) == 16
    assert app.header[0].value.startswith("En Île-de-France\u202f: 1\u00a0fragilité reconnue")
    for listed in app.table[3:]:
        assert set(read(listed)["Région"]) == {"Île-de-France"}
    drawn = figures(app)[2]["layer"]
    names = {row["name"] for layer in drawn for row in layer["data"]["values"] if "name" in row}
    assert {"Emploi", "Environnement", "Diversité et handicap"} <= names


def test_each_gap_is_cut_in_what_is_shared_and_what_is_its_own(browse: Visit) -> None:
    """Gaps of the command, mean by a plain sum; only published jobs have five regions."""
    store = Store.in_memory(load(WORKBOOK))
    rows = gaps(store, "citoyens")
    jobs = rows[rows["domain_code"] == "emploi"].set_index("region_code")["rank_gap"]
    mean = sum(jobs) / len(jobs)
    store.close()
    app = browse(PAGE)
    assert "Ce qui est propre à chaque région" in {fold.label for fold in app.expander}
    assert "un rang mesuré tiré au hasard viendrait après le rang ressenti" in said(app)
    table = read(app.table[1])
    assert set(table["Domaine"]) == {"Emploi"}
    assert sorted(table["Écart (rangs)"]) == sorted(signed(float(gap)) for gap in jobs)
    assert set(table["Écart moyen des régions"]) == {f"{signed(mean, 1)} (13\u00a0régions)"}
    alone = browse(PAGE, region="11")
    own = read(alone.table[1])
    assert own["Domaine"].tolist() == ["Emploi"]
    assert own["Écart (rangs)"].tolist() == [signed(float(jobs["11"]))]
    assert "Ce qui est propre à la région" in {fold.label for fold in alone.expander}


def test_without_a_mean_there_is_nothing_to_cut(browse: Visit) -> None:
    app = browse(PAGE, acteur="entreprises")
    assert not any("propre" in fold.label for fold in app.expander)
    assert "Écart moyen" not in said(app)


def test_the_reading_by_domain_lives_in_the_address(browse: Visit) -> None:
    app = browse(PAGE, lecture="regions", domaine="emploi")
    (info,) = app.info
    assert "cinq régions" in info.value
    app.selectbox(key="choix_lecture").select("").run()
    assert not app.info
    assert app.query_params.get("lecture") is None
    app.selectbox(key="choix_lecture").select("regions").run()
    assert app.query_params["lecture"] in ("regions", ["regions"])


@pytest.mark.parametrize(
    ("actor", "why", "tables"),
    [("associations", "France entière", 1), ("maires", "Aucun chiffre publié", 0)],
)
def test_an_actor_without_any_region_says_why_and_what_exists(
    browse: Visit, actor: str, why: str, tables: int
) -> None:
    app = browse(PAGE, acteur=actor)
    assert not app.exception
    assert "aucun écart" in app.title[0].value
    (info,) = app.info
    assert why in info.value
    assert "autre acteur" in info.value
    assert len(app.table) == tables
    assert not app.get("vega_lite_chart")
    assert "Édition des données" in said(app)


def test_a_region_the_survey_does_not_know_says_so(browse: Visit) -> None:
    app = browse(PAGE, acteur="entreprises", region="53")
    assert app.title[0].value.startswith("En Bretagne, aucun chiffre publié sur le ressenti des entreprises")
    assert "Aucun chiffre de ce ressenti" in said(app)
    (info,) = app.info
    assert "en Nouvelle-Aquitaine" in info.value.replace("\\", "")
    assert "0" not in {text for (region, _), text in boxes(app).items() if region == "53"}


def test_a_wave_without_regions_says_how_to_come_back(browse: Visit) -> None:
    app = browse(PAGE, vague="impact-2019")
    (info,) = app.info
    assert "IMPACT 2019" in info.value
    assert "Réglages" in info.value


@pytest.mark.parametrize("name", ["lecture", "acteur", "region", "vague"])
def test_a_hostile_parameter_is_said_and_the_page_is_shown(browse: Visit, name: str) -> None:
    app = browse(PAGE, **{name: "<script>alert(1)</script>"})
    assert not app.exception
    (warning,) = app.warning
    assert "<script" not in warning.value
    assert len(boxes(app)) == 13 * 16


def test_the_method_moves_the_gaps(browse: Visit) -> None:
    reference = boxes(browse(PAGE))
    changed = boxes(browse(PAGE, methode="rang"))
    assert changed.keys() == reference.keys()
    assert changed != reference


def test_the_full_survey_fills_the_page(complete: Visit) -> None:
    app = complete(PAGE, acteur="maires", lecture="regions", domaine="sante", region="53")
    assert not app.exception
    assert "•" not in set(boxes(app).values())
    assert app.header[0].value.startswith("Santé")
    assert len(app.table[2].value) == 13
    app.selectbox(key="choix_lecture").select("").run()
    assert app.header[0].value.startswith("En Bretagne")
    assert len(app.table[2].value) == 16
