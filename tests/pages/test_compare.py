"""« Comparer »: which regions, what differs, and what is offered when nothing is chosen."""

import csv
import io
import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts import palette
from indicators.__main__ import main
from readings.phrases.likeness import EACH_DOMAIN
from tests.opened import published
from tests.pages.conftest import Visit, headings, read
from tests.schema import specified
from wording.ranks import placed
from wording.slug import slug

TWO = "53,32"
FIVE = "53,32,93,11,94"


def opened(browse: Visit, **query: str) -> AppTest:
    app = browse("compare", **query)
    assert not app.exception
    return app


def drawn(app: AppTest, place: int) -> dict[str, Any]:
    spec: dict[str, Any] = specified(app.get("vega_lite_chart")[place].proto.spec)
    return spec


def alternative(app: AppTest, place: int) -> str:
    return str(app.get("vega_lite_chart")[place].proto.alt)


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def addressed(app: AppTest) -> str:
    value = app.query_params.get("regions", "")
    return value[0] if isinstance(value, list) else value


def test_two_regions_open_on_their_widest_gap(browse: Visit) -> None:
    app = opened(browse, regions=TWO)
    assert app.title[0].value.startswith(
        "Éducation (jeunes sans emploi, études ni formation)\u202f: l’écart le plus marqué entre les"
    )
    assert headings(app) == [
        "Les mêmes régions sur la carte de chaque domaine",
        (
            "Les 16 domaines ensemble\u202f: les Hauts-de-France sont plus fragiles que la Bretagne dans "
            "100\u202f% des calculs"
        ),
        "Ressenti et écarts\u202f: 1\u00a0domaine publié pour toutes les régions comparées (les citoyens)",
        "Régions semblables\u202f: ce qui est comparé",
    ]
    table = app.table[0].value
    assert len(table) == 16
    assert list(table.columns) == [
        "Domaine et indicateur",
        "Bretagne",
        "Hauts-de-France",
        "France",
        "Différence",
    ]
    assert "classeur des indicateurs" in said(app)


def test_figures_say_their_finding_and_every_number(browse: Visit) -> None:
    app = opened(browse, regions=TWO)
    assert app.title[0].value in alternative(app, 1)
    for name in ("Bretagne", "Hauts-de-France"):
        for figure in app.table[0].value[name]:
            assert f"{name}\u202f: {figure.replace(chr(92), '')}," in alternative(app, 1)
    assert "Rangs" in alternative(app, 4)
    assert all(alternative(app, place) for place in range(5))


def answered(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, str]]:
    assert main([*options, "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_the_numbers_are_those_of_the_command(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    """Each dot is the score, and each rank the interval, that the command prints."""
    app = opened(browse, regions=TWO)
    scores = answered(capsys, "scores", "--region", "53")
    asked = [float(row["score"]) for row in scores if row["level"] == "domaine"]
    points = next(layer for layer in drawn(app, 1)["layer"] if layer["mark"]["type"] == "point")
    assert [row["score"] for row in points["data"]["values"]] == pytest.approx(asked)
    ranks = answered(capsys, "ranks", "--region", "53", "--draws", "1000")
    printed = [
        placed(*(int(row[name]) for name in ("rank", "low", "high")))
        for row in ranks
        if row["among"] == "regions"
    ]
    assert sorted(app.table[1].value["Bretagne"]) == sorted(printed)


def test_two_regions_are_told_apart_by_the_draws_that_the_command_counts(
    browse: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    """Intervals that meet (3ᵉ to 8ᵉ, 8ᵉ to 10ᵉ), and 999 draws in 1,000: never written 100 %."""
    app = opened(browse, regions="28,75", region="75")
    counted = {
        row["code"]: float(row["more"])
        for row in answered(capsys, "dominance", "--regions", "28,75")
        if row["region_code"] == "28"
    }
    assert counted["ensemble"] == 0.999
    assert headings(app)[1] == (
        "Les 16 domaines ensemble\u202f: la Normandie est plus fragile que la Nouvelle-Aquitaine dans "
        "99\u202f% des calculs"
    )
    domains = [counted[code] for code in published().domains()["domain_code"]]
    here, there = sum(share >= 0.95 for share in domains), sum(share <= 0.05 for share in domains)
    told = f"la Nouvelle-Aquitaine dans {there}\u00a0domaines, la Normandie dans {here}\u00a0domaines"
    assert told in said(app)
    assert "Que leurs intervalles se recouvrent n’en dit rien." in said(app)
    assert "ni les poids ni le calcul dans un domaine d’un seul indicateur" in said(app)
    assert read(app.table[1])["Plus fragile, mêmes calculs"][0] == "Normandie dans 99\u202f% des calculs"


def test_the_chosen_region_keeps_its_colour(browse: Visit) -> None:
    plain, bold = (
        json.dumps(drawn(opened(browse, regions=TWO, **more), 0)) for more in ({}, {"region": "53"})
    )
    for told in ('"fontWeight": 700', palette.CHOSEN):
        assert told not in plain
        assert told in bold


def test_what_is_felt_stands_beside_the_gap_of_each_region(browse: Visit) -> None:
    table = opened(browse, regions="53,94", region="53").table[2].value
    assert list(table.columns) == ["Domaine", "Acteur", "Enquête", "**Bretagne**", "Corse"]
    read = table.map(lambda cell: cell.replace("\\", ""))
    told = {tuple(row.iloc[:3]): row.iloc[3:].tolist() for _, row in read.iterrows()}
    gaps = published().crossed("citoyens").gaps.set_index(["domain_code", "region_code"])
    ends: Any = gaps.loc["emploi", ["rank_gap", "rank_gap_low", "rank_gap_high"]].astype(int)
    assert told["Emploi", "Citoyens", "PHARE 2015"] == [
        "1ᵉʳ rang\u202f; écart +{} (+{} à +{}), plus fort".format(*ends.loc[code]) for code in ("53", "94")
    ]
    assert "non publié" in {cell for cells in told.values() for cell in cells}


def test_a_chosen_region_that_is_not_compared_is_one_click_away(browse: Visit) -> None:
    app = opened(browse, regions=TWO, region="94")
    assert app.button[0].label == "Comparer aussi la Corse"
    app.button[0].click().run()
    assert addressed(app) == f"94,{TWO}"
    assert "en Corse" in app.title[0].value


def test_five_regions_fit(browse: Visit) -> None:
    app = opened(browse, regions=FIVE)
    assert len(app.table[0].value.columns) == 8
    assert len(read(app.table[1])) == 10
    assert (
        "sur 10\u00a0paires de régions, 8\u00a0départagées, 1\u00a0plutôt départagée et 1\u00a0que rien"
        in headings(app)[1]
    )
    for place in range(5):
        assert len(json.dumps(drawn(app, place))) < 90_000
    assert app.button_group[0].value == FIVE.split(",")
    names = app.button_group[0].options
    assert names == sorted(names, key=slug)
    assert "retirez-en une" in app.button_group[0].label


def test_the_method_moves_the_ranks(browse: Visit) -> None:
    before, after = (opened(browse, regions=TWO, **more) for more in ({}, {"methode": "rang"}))
    assert "Méthode de calcul modifiée" in said(after)
    assert "moyenne des régions" in json.dumps(drawn(before, 1), ensure_ascii=False)
    assert "moyenne des régions" not in json.dumps(drawn(after, 1), ensure_ascii=False)


def test_the_chosen_region_alone_is_compared_with_the_most_similar(browse: Visit) -> None:
    app = opened(browse, region="53")
    assert "par le profil (population, espace, activités), Pays de la Loire, est ajoutée" in said(app)
    # What is compared is pressed; a region that is added takes the place of the one nobody named.
    assert app.button_group[0].value == ["53", "52"]
    app.button_group[0].set_value(["53", "52", "94"]).run()
    assert addressed(app) == "53,94"
    app.button_group[0].set_value(["94"]).run()
    assert addressed(app) == "94"
    assert "Corse" in app.title[0].value
    assert not app.exception


def test_the_reader_chooses_on_what_regions_are_alike(browse: Visit) -> None:
    """By profile the nearest to Corse is its neighbour; by what is measured, another region."""
    app = opened(browse, region="94")
    assert app.button_group[0].value == ["94", "93"]
    app.selectbox(key="choix_semblables").set_value("domaines").run()
    assert "domaines" in app.query_params["semblables"]
    other = published().similar("94", "domaines", 1)["region_code"].tolist()
    assert app.button_group[0].value == ["94", *other]
    assert "par les fragilités mesurées (scores des 16 domaines)" in said(app)
    assert EACH_DOMAIN in said(app)
    assert not app.exception


def test_nothing_chosen_says_so_and_offers_pairs(browse: Visit) -> None:
    app = opened(browse)
    assert app.title[0].value == "Comparer de deux à cinq régions"
    assert "Aucune région n’est choisie" in app.info[0].value
    assert not app.get("vega_lite_chart")
    assert "Les deux bouts du classement\u202f: Hauts-de-France et Bretagne." in said(app)
    app.button[0].click().run()
    assert addressed(app) == "32,53"
    assert len(app.table) == 4


def test_similar_regions_are_one_click_away(browse: Visit) -> None:
    app = opened(browse, regions=TWO)
    assert "Bretagne, par le profil (population, espace, activités)\u202f: Pays de la Loire" in said(app)
    assert [button.label for button in app.button] == [
        "Comparer aux semblables par le profil",
        "Comparer aux semblables par les fragilités",
    ]
    app.button[0].click().run()
    assert addressed(app) == "53,52,24,28"
    assert not app.exception


@pytest.mark.parametrize(
    "value", ["53,99", "53,53", "11,24,27,28,32,44", "<script>alert(1)</script>", "," * 3000, "53;32"]
)
def test_an_address_that_cannot_be_read_is_said(browse: Visit, value: str) -> None:
    app = opened(browse, regions=value)
    (warning,) = app.warning
    assert "n’existe pas" in warning.value
    assert "<script" not in warning.value
    assert app.title[0].value == "Comparer de deux à cinq régions"
