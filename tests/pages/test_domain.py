"""« Par domaine »: one domain measured, felt, compared; and what is said when nothing is published."""

import json
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from charts.heatmap import LINE
from indicators.__main__ import main as command
from indicators.past import past
from indicators.plain_names import inside, plain
from indicators.rows import each, records
from indicators.values import region_values
from pages.facade import current, search
from readings.phrases.reach import COLUMN
from tests import opened
from tests.pages.conftest import Visit, clickable, headings
from tests.schema import framed, layers, specified
from tests.training.indicators import named
from tests.training.workbook import WORKBOOK as TRAINING
from wording.ranks import placed, placed_of_regions
from wording.slug import slug

REGIONS = 13


def specs(app: AppTest) -> list[dict[str, Any]]:
    return [specified(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def alternatives(app: AppTest) -> str:
    return " ".join(chart.proto.alt for chart in app.get("vega_lite_chart"))


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def tables(app: AppTest) -> list[Any]:
    """The tables as they are read: Markdown is neutralised by backslashes that a reader never sees."""
    return [item.value.map(lambda cell: str(cell).replace("\\", "").replace("**", "")) for item in app.table]


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert command([*words, "--format", "json"]) == 0
    return pd.DataFrame(json.loads(capsys.readouterr().out))


def french(number: float, decimals: int) -> str:
    return f"{abs(number):.{decimals}f}".replace(".", ",")


def test_it_opens_on_the_finding_then_figure_table_and_source(browse: Visit) -> None:
    app = browse("domain")
    assert not app.exception
    assert app.title[0].value.startswith(
        "Emploi (taux de chômage)\u202f: les Hauts-de-France sont la région la plus touchée"
    )
    assert len(clickable(app)) == 1
    # One indicator measures the domain: there is none to choose.
    assert "choix_indicateur" not in {box.key for box in app.selectbox}
    told = [heading.split("\u202f:")[0] for heading in headings(app)]
    assert told[:2] == ["Ressenti", "Écart en rangs"]
    assert {"Les chiffres publiés et leur lecture", "Agir", "Mesuré et ressenti"} <= set(told)
    ranked = tables(app)[0]
    heads = ["Région", "Rang parmi les régions", "Valeur publiée", "Statut", "Cellule"]
    assert list(ranked.columns) == heads
    assert len(ranked) == REGIONS
    assert "une valeur élevée signale plus de fragilité" in tables(app)[1]["Comment le lire"].iloc[0]
    assert "Édition des données" in said(app)
    assert "Natural Earth" in said(app)


def test_ranks_and_values_are_those_of_the_command(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    table: Any = tables(browse("domain", domaine="sante"))[0].set_index("Région")
    ranks = printed(capsys, "ranks", "--domain", "sante", "--draws", "1000")
    ranks = ranks[ranks["among"] == "regions"]
    scores = printed(capsys, "scores", "--indicator", "Frétale.2")
    names = {"53": "Bretagne", "11": "Île-de-France", "94": "Corse", "32": "Hauts-de-France"}
    for code, name in names.items():
        row = ranks[ranks["region_code"] == code].iloc[0]
        place = table.loc[name, "Rang parmi les régions"]
        assert place.startswith(f"{int(row['rank'])}{'ʳᵉ' if row['rank'] == 1 else 'ᵉ'}")
        assert ("entre" in place) == (row["low"] != row["high"])
        value = scores.loc[scores["region_code"] == code, "value"].iloc[0]
        assert french(value, 0) in table.loc[name, "Valeur publiée"]


def test_a_domain_of_several_indicators_shows_its_score_and_no_indicator_for_it(
    whole: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = whole("domain", domaine="sante", region="53")
    assert not app.exception
    ranks = printed(capsys, "ranks", "--domain", "sante", "--draws", "1000", str(TRAINING))
    ranks = ranks[ranks["among"] == "regions"].set_index("region_code")
    mine = ranks.loc["53"]
    place = placed_of_regions(int(mine["rank"]), int(mine["low"]), int(mine["high"]), 13)
    assert app.title[0].value == f"Santé, en Bretagne\u202f: {place}"
    assert f"Le score du domaine réunit {named('sante')}\u00a0indicateurs." in said(app)
    first: Any = tables(app)[0].set_index("Région")
    assert list(first.columns) == ["Rang parmi les régions", COLUMN, "Score de fragilité"]
    names = {"53": "Bretagne", "11": "Île-de-France", "94": "Corse", "32": "Hauts-de-France"}
    for code, name in names.items():
        row = ranks.loc[code]
        told = placed(int(row["rank"]), int(row["low"]), int(row["high"]))
        assert first.loc[name, "Rang parmi les régions"] == told
    read = tables(app)[1]
    assert len(read) == named("sante")
    # The map opens a region, the grid an indicator.
    assert len(clickable(app)) == 2


def clicked(mark: dict[str, Any]) -> list[str]:
    """The fields that a click on a mark selects."""
    return [field for parameter in mark.get("params", []) for field in parameter["select"]["fields"]]


def grid(app: AppTest) -> dict[tuple[str, str], str]:
    """What the boxes of the grid of indicators write, by indicator and region."""
    drawn = next(marks for marks in map(layers, specs(app)) if any(LINE in clicked(mark) for mark in marks))
    written = next(layer for layer in drawn if layer["mark"]["type"] == "text")
    return {(row["line"], row["region"]): row["text"] for row in written["data"]["values"]}


def test_the_indicators_of_a_domain_are_a_grid_of_their_ranks(whole: Visit) -> None:
    app = whole("domain", domaine="education", region="53")
    values = records(region_values(opened.large().store, "education"))
    assert grid(app) == {
        (slug(row["indicator_code"]), row["region_code"]): "•"
        if row["value"] is None
        else str(
            1
            + sum(
                other["value"] is not None
                and other["indicator_code"] == row["indicator_code"]
                and (other["value"] - row["value"]) * row["direction"] > 0
                for other in values
            )
        )
        for row in values
    }
    read = tables(app)[1].set_index("Indicateur")
    assert list(read.columns) == [
        *("Unité", "Année", "Sens", "Poids dans le domaine", "Avec les autres", "France", "Bretagne", "Rang"),
        *("Apport au score", "Source"),
    ]
    assert len(read) == named("education")
    assert framed(next(spec for spec in specs(app) if '"line"' in json.dumps(spec))) == ["53"]


def test_an_indicator_opens_on_its_own_and_its_domain_is_one_click_away(whole: Visit) -> None:
    app = whole("domain", domaine="education", indicateur="fictif-education-3", region="53")
    assert not app.exception
    (row,) = [
        row
        for row in records(region_values(opened.large().store, "education"))
        if (row["indicator_code"], row["region_code"]) == ("FICTIF.education.3", "53")
    ]
    value = french(row["value"], row["decimals"])
    assert app.title[0].value == (
        f"Éducation ({inside(row['label'])}) en Bretagne\u202f: {value}\u202f%, "
        f"{placed_of_regions(row['rank'], row['rank'], row['rank'], row['ranked'])}"
    )
    assert f"Un des {named('education')}\u00a0indicateurs du domaine" in said(app)
    assert len(clickable(app)) == 1
    assert app.selectbox(key="choix_acteur").disabled
    current.begin()
    found = {
        codes["indicateur"]: (place, codes)
        for _, _, place, codes, _ in search.rows()
        if codes.get("indicateur")
    }
    assert found["fictif-education-3"] == (
        "par-domaine",
        {"domaine": "education", "indicateur": "fictif-education-3"},
    )
    app.button(key="retour_domaine").click().run()
    assert app.title[0].value.startswith("Éducation, en Bretagne")
    assert "indicateur" not in app.query_params


def test_an_indicator_shows_its_earlier_years_where_it_has_some(whole: Visit) -> None:
    rows = past(opened.large().store)
    row = next(each(rows))
    years = rows.loc[rows["indicator_code"] == row.indicator_code, "period"].nunique()
    app = whole("domain", domaine=row.domain_code, indicateur=slug(row.indicator_code), region="53")
    assert not app.exception
    assert app.header[0].value.startswith(f"{plain(row.label)}, Bretagne\u202f: ")
    table = tables(app)[-1]
    assert len(table) == years
    assert table.columns[0] == "Année"


def test_an_indicator_of_another_domain_is_not_shown_for_it(whole: Visit) -> None:
    app = whole("domain", domaine="sante", indicateur="fictif-education-3")
    assert app.title[0].value.startswith("Santé\u202f:")
    assert app.selectbox(key="choix_indicateur").value == ""
    assert not app.selectbox(key="choix_acteur").disabled


def test_gaps_are_those_of_the_command(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    app = browse("domain", domaine="securite")
    found = printed(capsys, "gaps", "--domain", "securite", "--actor", "citoyens")
    table: Any = next(item for item in tables(app) if "Écart" in item.columns).set_index("Région")
    (idf,) = found.loc[found["region_code"] == "11", "rank_gap"]
    assert table.loc["Île-de-France", "Écart"].startswith(
        f"+{int(idf)}\u00a0rangs, entre +2 et +4, ressenti plus fort"
    )
    assert "plus fort que la position relative dans 3\u00a0régions sur 13" in app.header[1].value
    assert table.loc["Bretagne", "Écart"] == "non calculable, domaine non cité par l’enquête"
    assert "Île-de-France\u202f: +2\u00a0rangs" in alternatives(app)
    assert "Inquiétude, mesurée dans la moitié basse et ressentie dans la moitié haute" in said(app)


def test_each_actor_is_told_or_said_to_be_silent(browse: Visit) -> None:
    table = tables(browse("domain"))[2]
    assert table.loc[table["Acteur et enquête"] == "Maires", "Publié"].tolist() == ["non publié"]
    notes = table.loc[table["Acteur et enquête"] == "Citoyens, PHARE 2015", "Publié"].tolist()
    assert notes[0].startswith("France\u202f: 7,1 sur 10\u202f; France\u202f: 1ᵉʳ rang\u202f; ")
    assert notes[0].endswith("13\u00a0régions\u202f: 1ᵉʳ rang partout")


def test_the_chosen_region_is_brought_forward(browse: Visit) -> None:
    app = browse("domain", region="53")
    assert [name for name in app.table[0].value["Région"] if "**" in name] == ["**Bretagne**"]
    gaps = specs(app)[-1]
    assert framed(gaps) == ["Bretagne"]
    assert "Bretagne\u202f: 1ᵉʳ rang" in json.dumps(specs(app)[2:-1], ensure_ascii=False)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"domaine": "mal_logement"}, "aucun chiffre publié sur ce domaine"),
        ({"acteur": "maires"}, "Sans chiffre publié par région, aucun écart ne se calcule"),
        ({"domaine": "sante"}, "Le classeur ne range aucune initiative dans ce domaine"),
        ({"vague": "impact-2019"}, "Sans chiffre publié par région"),
    ],
)
def test_an_empty_case_says_why(browse: Visit, query: dict[str, str], words: str) -> None:
    app = browse("domain", **query)
    assert not app.exception
    told = [*(info.value for info in app.info), *headings(app)]
    assert any(words in text.replace("\\", "") for text in told)


def test_another_method_moves_the_ranks_not_the_figures(browse: Visit) -> None:
    before, after = browse("domain"), browse("domain", methode="rang")
    assert not after.exception
    assert "Méthode de calcul modifiée" in said(after)
    columns = ["Région", "Valeur publiée"]
    assert tables(before)[0][columns].equals(tables(after)[0][columns])


@pytest.mark.parametrize("name", ["domaine", "region", "acteur", "vague"])
def test_an_unknown_code_is_said_and_the_page_is_shown(browse: Visit, name: str) -> None:
    app = browse("domain", **{name: "<script>alert(1)</script>"})
    assert not app.exception
    assert len(app.warning) == 1
    assert len(tables(app)[0]) == REGIONS


def test_other_domains_can_be_drawn(browse: Visit) -> None:
    """One without any felt figure, one for France only, one that its indicators measure in part."""
    app = browse("domain")
    for domain in ("culture", "lien_social", "diversite_handicap", "environnement"):
        app.selectbox(key="choix_domaine").select(domain).run()
        assert not app.exception, domain
        assert app.title[0].value
