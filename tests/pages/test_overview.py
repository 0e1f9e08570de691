"""The first page, drawn by the router: what is chosen, what is shown, what is said when nothing is."""

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from charts.text import MAP
from indicators.__main__ import main
from tests.opened import published
from tests.pages.conftest import Visit, clickable, headings, read
from tests.schema import framed, specified
from tests.training.indicators import named
from wording.numbers import signed
from wording.ranks import placed

REGIONS = 13
# What Vega-Lite draws of one domain, in order.
CHARTS = ["map", "legend", "bars", "ranks", "legend of the maps", "maps"]


def drawings(app: AppTest) -> dict[str, Any]:
    legend, bars = (specified(chart.proto.spec) for chart in app.get("vega_lite_chart")[1:3])
    (drawn,) = clickable(app)
    alternative = app.get("vega_lite_chart")[2].proto.alt
    return {"map": specified(drawn.spec), "alt": alternative, "legend": legend, "bars": bars}


def choices(app: AppTest) -> list[str]:
    return [
        str(app.selectbox(key=f"choix_{name}").value) for name in ("domaine", "region", "afficher", "acteur")
    ]


def figures(app: AppTest) -> dict[str, Any]:
    return dict(zip(CHARTS, (chart.proto for chart in app.get("vega_lite_chart")), strict=True))


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> pd.DataFrame:
    """Return what `python -m indicators` answers."""
    capsys.readouterr()
    assert main([*arguments, "--format", "csv"]) == 0
    return pd.read_csv(io.StringIO(capsys.readouterr().out), dtype={"region_code": str})


def names(app: AppTest) -> list[str]:
    return [str(name) for name in read(app.table[0])["Région"]]


def addressed(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def test_it_opens_on_what_is_measured_with_what_is_felt_beside_it(browse: Visit) -> None:
    """Two sides, each with its own date, and no subtraction of one from the other."""
    app = browse()
    assert not app.exception
    assert app.header[1].value.startswith("Emploi")
    assert "en France" in app.header[1].value
    measured, felt = read(app.table[0]), read(app.table[1])
    assert len(measured) == REGIONS
    assert set(measured["Statut"]) == {"publié"}
    assert any(heading.startswith("Ressenti\u202f: des chiffres") for heading in headings(app))
    assert felt["Acteur et enquête"].str.contains("20").any()
    words = said(app)
    assert "2019" in words
    assert "Ressenti publié. Citoyens, IMPACT 2019, France" in words
    assert "Citoyens, PHARE 2015" in words
    assert "plus fort que" not in words


def test_the_gap_is_one_choice_away_with_both_dates_and_its_interval(browse: Visit) -> None:
    app = browse(afficher="ecart")
    assert not app.exception
    assert "PHARE 2015" in app.title[0].value
    assert "2019, T1" in app.title[0].value
    table = read(app.table[0])
    assert len(table) == REGIONS
    assert set(table["Statut"]) == {"calculé"}
    assert table["Rang mesuré"].str.endswith("des 16\u00a0domaines").all()
    assert set(table["Rang ressenti"]) == {"1ᵉʳ"}
    every: Any = published().crossed("citoyens").gaps
    jobs = every[every["domain_code"] == "emploi"].set_index("region_code")
    for code, end in (("84", "ressenti plus fort"), ("76", "sens non établi"), ("32", "sens non établi")):
        gap, low, high = (signed(jobs.loc[code, f"rank_gap{part}"]) for part in ("", "_low", "_high"))
        told = table[table["Région"] == published().vocabulary().regions[code]]["Écart"].item()
        noun = "rang" if gap == "0" else "rangs"
        assert told == f"{gap}\u00a0{noun}, entre {low} et {high}, {end}"
    words = said(app)
    assert "plus fort que la position relative dans 11" in words.replace("\u00a0", " ")
    assert "sens non établi dans 2" in words.replace("\u00a0", " ")
    assert "tiré au hasard donnerait +7,5" in words
    assert "compare chaque région aux autres" in words
    assert "ressenti, " in words
    assert "mesuré, " in words


def test_the_figure_says_its_finding_and_its_numbers(browse: Visit) -> None:
    app = browse(region="53")
    shown = drawings(app)
    assert app.title[0].value.startswith("Emploi en Bretagne\u202f: 7,2\u202f%, 12ᵉ sur 13\u00a0régions")
    assert shown["alt"].partition(". ")[0] in said(app)
    for name, value in zip(names(app), read(app.table[0])["Valeur"], strict=True):
        assert f"{name} {value}" in shown["alt"]
    # The map says once where they are, and how a region is chosen without a mouse.
    assert clickable(app)[0].alt == MAP


def test_table_map_and_bars_show_the_same_numbers(browse: Visit) -> None:
    app = browse(region="53")
    shown = drawings(app)
    written = [row["text"] for row in shown["map"]["transform"][0]["from"]["data"]["values"]]
    assert sorted(written) == sorted(read(app.table[0])["Valeur"])
    assert "France" in json.dumps(shown["bars"], ensure_ascii=False)


def test_the_address_decides_on_arrival(browse: Visit) -> None:
    app = browse(domaine="sante", region="53", afficher="objectif")
    assert choices(app) == ["sante", "53", "objectif", "citoyens"]
    assert app.title[0].value.startswith("Santé en Bretagne\u202f: ")
    assert not app.warning


def test_a_selector_writes_the_address(browse: Visit) -> None:
    app = browse()
    assert addressed(app) == {}
    app.selectbox(key="choix_region").select("32").run()
    assert addressed(app) == {
        "domaine": "emploi",
        "region": "32",
        "afficher": "objectif",
        "acteur": "citoyens",
    }
    app.selectbox(key="choix_domaine").select("sante").run()
    assert addressed(app)["domaine"] == "sante"
    assert addressed(app)["region"] == "32"
    app.selectbox(key="choix_region").select("").run()
    assert "region" not in addressed(app)


def test_going_back_restores_the_choices(browse: Visit) -> None:
    app = browse()
    app.selectbox(key="choix_region").select("32").run()
    del app.query_params["region"]
    app.run()
    assert app.selectbox(key="choix_region").value == ""


def test_choices_are_kept_from_page_to_page(browse: Visit) -> None:
    app = browse(domaine="sante", region="53", afficher="objectif")
    app.query_params.clear()
    app.switch_page("domain.py").run()
    assert app.title[0].value
    assert addressed(app)["region"] == "53"
    app.query_params.clear()
    app.switch_page("overview.py").run()
    assert choices(app) == ["sante", "53", "objectif", "citoyens"]


@pytest.mark.parametrize("name", ["domaine", "region", "afficher", "acteur"])
@pytest.mark.parametrize("value", ["99", "<script>alert(1)</script>", "![x](http://example.org)", "a" * 3000])
def test_an_unknown_code_is_said_and_the_page_is_shown(browse: Visit, name: str, value: str) -> None:
    app = browse(**{name: value})
    assert not app.exception
    (warning,) = app.warning
    assert "n’existe pas" in warning.value
    assert "<script" not in warning.value
    assert "http" not in warning.value
    assert len(read(app.table[0])) == REGIONS
    app.selectbox(key="choix_region").select("32").run()
    assert not app.warning


def test_what_is_not_published_is_said_and_not_drawn_as_zero(browse: Visit) -> None:
    app = browse(domaine="securite", afficher="ecart")
    table = read(app.table[0])
    missing = table[table["Statut"] == "–"]
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
def test_nothing_by_region_says_why_and_what_can_be_done(browse: Visit, view: str) -> None:
    app = browse(domaine="culture", afficher=view)
    assert not app.exception
    assert not clickable(app)
    (info,) = app.info
    assert "Rien n’est estimé" in info.value
    assert "Emploi" in info.value
    assert "Mesuré" in info.value


def test_other_domains_can_be_drawn_measured_and_felt(browse: Visit) -> None:
    app = browse()
    pairs = (("objectif", "ecart"), ("rang", "percu"))
    for place, domain in enumerate(list(app.selectbox(key="choix_domaine").options)[::2]):
        app.selectbox(key="choix_domaine").select(domain)
        for view in pairs[place % 2]:
            app.selectbox(key="choix_afficher").select(view).run()
            assert not app.exception, (domain, view)
            assert app.title[0].value


def test_the_source_the_edition_and_the_mention_are_there(browse: Visit) -> None:
    words = said(browse())
    assert "Source" in words
    assert "Natural Earth" in words
    assert "PHARE 2015" in words
    assert "Etude IMPACT - Territoires – Comis-Le RAMEAU pour l'Observatoire des partenariats" in words


@pytest.mark.parametrize(("level", "code"), [("ensemble", "ensemble"), ("axe", "axe_social")])
def test_a_level_shows_the_ranks_of_the_command(
    browse: Visit, capsys: pytest.CaptureFixture[str], level: str, code: str
) -> None:
    app = browse(niveau=code)
    assert not app.exception
    asked = command(capsys, "ranks", "--draws", "1000")
    asked = asked[(asked["among"] == "regions") & (asked["level"] == level) & (asked["code"] == code)]
    ordered = asked.sort_values("rank")[["rank", "low", "high"]]
    expected = [placed(int(rank), int(low), int(high)) for rank, low, high in ordered.to_numpy()]
    shown = read(app.table[0])
    assert list(shown["Rang parmi les régions"]) == expected
    for name, words in zip(shown["Région"], expected, strict=True):
        assert f"{name} {words}" in app.get("vega_lite_chart")[2].proto.alt


def test_the_title_of_a_level_names_who_comes_first(browse: Visit) -> None:
    app = browse(niveau="ensemble", region="32")
    assert app.title[0].value.startswith("Les 16 domaines ensemble, dans les Hauts-de-France\u202f: 1ʳᵉ")
    assert "entre 1ʳᵉ et 2ᵉ" in app.title[0].value
    assert "Les 16 domaines ensemble\u202f: les Hauts-de-France sont" in said(app)
    assert "n’y changent rien" in said(app)
    assert "Natural Earth" in said(app)


def test_the_ranks_of_a_domain_stand_under_its_figure(browse: Visit) -> None:
    app = browse(domaine="emploi", region="53")
    ranks = published().rank_intervals().query("among == 'regions' and code == 'emploi'")
    held = int((ranks["low"] == ranks["high"]).sum())
    told = next(heading for heading in headings(app) if heading.startswith("Emploi\u202f: "))
    assert told.startswith(f"Emploi\u202f: {held}\u00a0rang{'s' * (held > 1)} sur 13")
    assert framed(specified(figures(app)["ranks"].spec)) == ["Bretagne"]
    assert "Bretagne 12ᵉ, entre 11ᵉ et 13ᵉ" in figures(app)["ranks"].alt


def test_sixteen_maps_share_one_scale(browse: Visit) -> None:
    app = browse(region="53")
    proto = figures(app)["maps"]
    facet = specified(proto.spec)["vconcat"][0]
    assert len(facet["facet"]["sort"]) == 16
    assert len(facet["data"]["values"]) == 16 * REGIONS
    assert len(proto.spec) < 60_000
    table = read(app.table[3])
    assert len(table) == 16
    for cell in table["Régions, de la plus fragile à la moins fragile"]:
        assert cell in proto.alt


def test_the_method_moves_the_ranks_and_what_it_leaves_alone_is_said(browse: Visit) -> None:
    before, after = browse(niveau="ensemble"), browse(niveau="ensemble", methode="rang")
    assert list(before.table[0].value["Rang parmi les régions"]) != list(
        after.table[0].value["Rang parmi les régions"]
    )
    assert "gardent la méthode de référence" in said(browse(methode="rang", afficher="ecart"))


def test_a_wave_is_shown_alone(browse: Visit) -> None:
    assert "PHARE 2015" in said(browse(vague="phare-2015"))
    app = browse(vague="impact-2019", afficher="ecart")
    assert not app.exception
    assert "Toutes les enquêtes" in said(app)
    assert not clickable(app)
    assert any(heading.startswith("Emploi") for heading in headings(app))


def test_a_click_opens_the_page_of_the_region(browse: Visit) -> None:
    app = browse(region="32")
    app.session_state["territoire_ouvert"] = True
    app.run()
    assert not app.exception
    assert addressed(app)["region"] == "32"
    assert not clickable(app)


def test_a_domain_nobody_can_be_ranked_in_says_so(visit: Visit, workbook: Path) -> None:
    book = load_workbook(workbook)
    sheet = book["Données territoriales"]
    for column in range(10, 24):  # France and the thirteen regions, cultural facilities
        sheet.cell(32, column).value = None
    book.save(workbook)
    app = visit(domaine="culture", afficher="objectif")
    assert not app.exception
    assert any("aucun rang calculable" in heading for heading in headings(app))
    assert any("demande des valeurs publiées" in info.value for info in app.info)
    maps = specified(app.get("vega_lite_chart")[-1].proto.spec)["vconcat"][0]
    assert sum(row["missing"] for row in maps["data"]["values"]) == REGIONS


def test_an_axis_without_weight_has_no_rank_and_no_zero(browse: Visit) -> None:
    nothing = "emploi:0,developpement_economique:0,pouvoir_achat:0"
    app = browse(niveau="axe_economique", ponderation="lecteur", poids=nothing)
    assert not app.exception
    assert "aucun rang calculable" in app.title[0].value
    assert "revenir au réglage de départ" in app.info[0].value
    assert not clickable(app)


def test_a_complete_survey_is_shown_too(complete: Visit) -> None:
    for view in ("ecart", "percu"):
        app = complete(domaine="culture", afficher=view, acteur="maires", region="94")
        assert not app.exception
        assert clickable(app)
        assert len(read(app.table[0])) == REGIONS
    # The longest bar is the first rank: a line for the rank of France would stand at the wrong place.
    assert app.table[0].value.columns[2] == "Rang ressenti"
    assert "rule" not in [layer["mark"]["type"] for layer in drawings(app)["bars"]["layer"]]


@pytest.mark.parametrize(
    ("asked", "closed"),
    [
        ({}, set()),
        ({"afficher": "ecart"}, set()),
        ({"afficher": "rang"}, {"acteur", "vague"}),
        ({"niveau": "ensemble"}, {"domaine", "afficher", "acteur", "vague"}),
    ],
)
def test_a_choice_that_changes_nothing_is_closed_and_says_why(
    browse: Visit, asked: dict[str, str], closed: set[str]
) -> None:
    app = browse("overview", **asked)
    found = {str(box.key).removeprefix("choix_"): box for box in app.selectbox}
    assert {name for name, box in found.items() if box.disabled} == closed
    assert all(bool(box.help) == (name in closed) for name, box in found.items())


def test_a_domain_of_several_indicators_shows_its_score_and_no_indicator_for_it(whole: Visit) -> None:
    chosen = {"domaine": "sante", "region": "53"}
    app, page, felt = (
        whole(script, **chosen, **more)
        for script, more in (("overview", {}), ("domain", {}), ("overview", {"afficher": "percu"}))
    )
    assert not app.exception
    assert app.title[0].value == page.title[0].value
    assert app.title[0].value.startswith("Santé, en Bretagne\u202f: ")
    words = [" ".join(block.value for block in one.markdown).replace("\\", "") for one in (app, felt)]
    assert f"Le score du domaine réunit {named('sante')}\u00a0indicateurs." in words[0]
    # What an actor feels is a figure of its own.
    assert "réunit" not in words[1]
