"""The first page, drawn by the router: what is chosen, what is shown, what is said when nothing is."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit

REGIONS = 13


def drawings(app: AppTest) -> dict[str, Any]:
    legend, bars = (json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart"))
    (deck,) = app.get("deck_gl_json_chart")
    return {"map": json.loads(deck.proto.json), "alt": deck.proto.alt, "legend": legend, "bars": bars}


def names(app: AppTest) -> list[str]:
    return [str(name) for name in app.table[0].value["Région"]]


def addressed(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def test_it_opens_on_a_real_gap_in_every_region(visit: Visit) -> None:
    app = visit()
    assert not app.exception
    assert app.title[0].value.startswith("Emploi")
    assert "13\u202frégions" in app.title[0].value or "13\u00a0régions" in app.title[0].value
    table = app.table[0].value
    assert len(table) == REGIONS
    assert set(table["Précisions"]) == {"publié"}
    assert table["Écart"].str.endswith(", ressenti 1ᵉʳ)").all()
    said = " ".join(block.value for block in app.markdown)
    assert "plus fort que" in said
    assert "compare chaque région aux autres" in said


def test_the_figure_says_its_finding_and_its_numbers(visit: Visit) -> None:
    app = visit(afficher="objectif")
    shown = drawings(app)
    assert app.title[0].value in shown["alt"]
    for name, value in zip(names(app), app.table[0].value["Valeur"], strict=True):
        assert f"{name} {value}" in shown["alt"]


def test_table_map_and_bars_show_the_same_numbers(visit: Visit) -> None:
    app = visit(afficher="objectif")
    shown = drawings(app)
    written = [
        word["text"]
        for layer in shown["map"]["layers"]
        if layer["id"].startswith("valeurs-")
        for word in layer["data"]
    ]
    assert sorted(written) == sorted(app.table[0].value["Valeur"])
    assert "France" in json.dumps(shown["bars"], ensure_ascii=False)


def test_the_address_decides_on_arrival(visit: Visit) -> None:
    app = visit(domaine="sante", region="53", afficher="objectif")
    assert [box.value for box in app.selectbox] == ["sante", "53", "objectif", "citoyens"]
    assert app.subheader[0].value.startswith("Bretagne")
    assert not app.warning


def test_a_selector_writes_the_address(visit: Visit) -> None:
    app = visit()
    assert addressed(app) == {}
    app.selectbox(key="choix_region").select("32").run()
    assert addressed(app) == {"domaine": "emploi", "region": "32", "afficher": "ecart", "acteur": "citoyens"}
    app.selectbox(key="choix_domaine").select("sante").run()
    assert addressed(app)["domaine"] == "sante"
    assert addressed(app)["region"] == "32"
    app.selectbox(key="choix_region").select("").run()
    assert "region" not in addressed(app)


def test_going_back_restores_the_choices(visit: Visit) -> None:
    app = visit()
    app.selectbox(key="choix_region").select("32").run()
    del app.query_params["region"]
    app.run()
    assert app.selectbox(key="choix_region").value == ""


def test_choices_are_kept_from_page_to_page(visit: Visit) -> None:
    app = visit(domaine="sante", region="53", afficher="objectif")
    app.query_params.clear()
    app.switch_page("quality.py").run()
    assert app.title[0].value.startswith("Classeur accepté")
    assert addressed(app)["region"] == "53"
    app.query_params.clear()
    app.switch_page("overview.py").run()
    assert [box.value for box in app.selectbox] == ["sante", "53", "objectif", "citoyens"]


@pytest.mark.parametrize("name", ["domaine", "region", "afficher", "acteur"])
@pytest.mark.parametrize("value", ["99", "<script>alert(1)</script>", "![x](http://example.org)", "a" * 3000])
def test_an_unknown_code_is_said_and_the_page_is_shown(visit: Visit, name: str, value: str) -> None:
    app = visit(**{name: value})
    assert not app.exception
    (warning,) = app.warning
    assert "n’existe pas" in warning.value
    assert "<script" not in warning.value
    assert "http" not in warning.value
    assert len(app.table[0].value) == REGIONS
    app.selectbox(key="choix_region").select("32").run()
    assert not app.warning


def test_what_is_not_published_is_said_and_not_drawn_as_zero(visit: Visit) -> None:
    app = visit(domaine="securite")
    table = app.table[0].value
    missing = table[table["Précisions"] == "non publié"]
    assert 0 < len(missing) < REGIONS
    assert set(missing["Écart"]) == {"non publié"}
    rows = next(
        holder["data"]["values"]
        for holder in [drawings(app)["bars"], *drawings(app)["bars"]["layer"]]
        if "data" in holder and "values" in holder["data"]
    )
    assert sum(row["value"] is None for row in rows) == len(missing)
    assert "non publié" in json.dumps(drawings(app)["legend"], ensure_ascii=False)


@pytest.mark.parametrize("view", ["ecart", "percu"])
def test_nothing_by_region_says_why_and_what_can_be_done(visit: Visit, view: str) -> None:
    app = visit(domaine="culture", afficher=view)
    assert not app.exception
    assert not app.get("deck_gl_json_chart")
    (info,) = app.info
    assert "Rien n’est estimé" in info.value
    assert "Emploi" in info.value
    assert "Ce qui est mesuré" in info.value


def test_every_choice_can_be_drawn(visit: Visit) -> None:
    app = visit()
    for domain in list(app.selectbox(key="choix_domaine").options):
        app.selectbox(key="choix_domaine").select(domain)
        for view in ("objectif", "rang", "percu", "ecart"):
            app.selectbox(key="choix_afficher").select(view).run()
            assert not app.exception, (domain, view)
            assert app.title[0].value


def test_the_source_the_edition_and_the_mention_are_there(visit: Visit) -> None:
    said = " ".join(block.value for block in visit().markdown).replace("\\", "")
    assert "Source" in said
    assert "Natural Earth" in said
    assert "PHARE 2015" in said
    assert "Etude IMPACT - Territoires – Comis-Le RAMEAU pour l'Observatoire des partenariats" in said
