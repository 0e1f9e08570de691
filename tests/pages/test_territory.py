"""« Mon territoire »: the report of one region, the choice of one, hostile addresses."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators import intervals
from indicators.plain_names import plain
from indicators.rows import records
from loaders.edition import load
from loaders.store import Store
from pages import folds
from readings.territory.meeting import FIRST
from tests.opened import large
from tests.pages.conftest import WORKBOOK, Visit, read
from wording.ranks import placed
from wording.reading import GAP_LINES, GAPS


def test_without_a_region_the_thirteen_are_one_click_away(browse: Visit) -> None:
    app = browse("territory")
    assert not app.exception
    assert len(app.button) == 13
    assert [button.label for button in app.button][1::11] == [
        "Bourgogne-Franche-Comté",
        "Provence-Alpes-Côte d’Azur",
    ]
    app.button(key="vers_53").click().run()
    assert app.title[0].value.startswith("Bretagne")
    assert app.query_params["region"] in ("53", ["53"])


def test_one_screen_for_a_meeting_then_the_lines_then_the_rest(browse: Visit) -> None:
    app = browse("territory", region="32")
    assert not app.exception
    assert app.title[0].value.startswith("Hauts-de-France")
    facts, gaps, questions = (
        block.value.partition("\n")[0] for block in app.markdown if block.value.startswith("## ")
    )
    lines, rest = (head.value for head in app.header)
    assert facts == "## Trois chiffres marquants"
    assert "entre ressenti et mesures" in gaps
    assert questions.endswith("ouvertes")
    assert lines.startswith("Fragilités mesurées")
    assert rest == "Pour aller plus loin"
    said = " ".join(block.value for block in app.markdown).replace("\\", "")
    assert "entre 1ʳᵉ et" in said
    assert FIRST in said
    assert (
        "**Citoyens\u202f:** «\u00a0Emploi\u00a0», 1ᵉʳ rang (PHARE 2015\u202f; 1\u00a0domaine publié sur 16)"
        in said
    )
    for actor in ("Entreprises", "Associations", "Maires"):
        assert f"**{actor}\u202f:** rien de publié pour la région." in said
    assert "Édition des données" in said
    assert "(/miroir?region=32)" in said


def opened(app: AppTest) -> list[str]:
    """What the sixteen lines say, in the order of the page."""
    return [part.label.replace("\\", "") for part in app.expander if part.label.startswith("**")]


def test_the_numbers_are_those_of_the_command(browse: Visit) -> None:
    app = browse("territory", region="53")
    ranks = intervals.rank_intervals(Store.in_memory(load(WORKBOOK)))
    mine = ranks[
        (ranks["among"] == "regions") & (ranks["level"] == "domaine") & (ranks["region_code"] == "53")
    ]
    whole = mine[["rank", "low", "high"]].astype(int).to_numpy().tolist()
    lines = opened(app)
    assert len(lines) == 16
    for place in (placed(*row) for row in whole):
        assert any(f"\u202f; {place}\u202f; " in line for line in lines)
    (chart,) = (one.proto for one in app.get("vega_lite_chart") if "Emploi (taux" in one.proto.alt)
    for line in lines:
        domain, _, told = line.strip("*").partition("**")
        value = told.partition("\u202f: ")[2].partition("\u202f; ")[0]
        drawn = chart.alt.partition(f"{domain} (")[2].partition("\u202f; ")[0]
        assert f")\u202f: {value}" in drawn


@pytest.mark.parametrize("order", ["fragilite", "ecart"])
def test_the_order_of_the_lines_is_a_choice_with_its_rule(browse: Visit, order: str) -> None:
    app = browse("territory", region="94", ordre=order)
    places = [int(re.findall(r"; (\d+)[ʳᵉ]", line)[0]) for line in opened(app)]
    assert (places == sorted(places)) == (order == "fragilite")
    if order == "ecart":
        # The widest stated gap first: of the three domains that the citizens ranked, two have a sign.
        first = [line.strip("*").partition("**")[0] for line in opened(app)][:2]
        assert first == ["Pouvoir d’achat", "Emploi"]
    said = " ".join(block.value for block in app.markdown)
    assert ("Dans l’ordre du rang de la région" in said) == (order == "fragilite")
    assert app.selectbox(key="choix_ordre").value == order


@pytest.mark.parametrize("region", ["44", "75", "93", "94"])
def test_the_report_stands_whatever_is_published(browse: Visit, region: str) -> None:
    app = browse("territory", region=region)
    assert not app.exception
    assert len(opened(app)) == 16
    # How the gaps are read is said once, whatever the actors who are drawn.
    said = " ".join(block.value for block in app.markdown).replace("\\", "")
    assert [said.count(text) for text in (*GAPS, *GAP_LINES)] == [1, 1, 1, 1]


def test_a_similar_region_is_one_click_away(browse: Visit) -> None:
    app = browse("territory", region="32")
    near = next(button for button in app.button if str(button.key).startswith("semblable_"))
    near.click().run()
    assert not app.exception
    assert app.title[0].value.startswith(near.label)


def test_the_reader_chooses_on_what_regions_are_alike(browse: Visit) -> None:
    app = browse("territory", region="94")
    by_profile = [button.label for button in app.button if str(button.key).startswith("semblable_")]
    assert by_profile[0] == "Provence-Alpes-Côte d’Azur"
    table = next(table.value for table in app.table if "Compte" in table.value)
    assert len(table) == 12
    app.selectbox(key="choix_semblables").set_value("domaines").run()
    assert "domaines" in app.query_params["semblables"]
    said = " ".join(block.value for block in app.markdown).replace("\\", "")
    assert "par les fragilités mesurées (scores des 16 domaines)" in said
    assert "Régions semblables par le profil" not in said
    by_domains = [button.label for button in app.button if str(button.key).startswith("semblable_")]
    assert len(by_domains) == 3
    assert by_domains != by_profile
    assert not any("Compte" in table.value for table in app.table)
    assert not app.exception


def test_what_is_closed_is_not_sent_before_it_is_opened(
    browse: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folds, "UNFOLDED", False)
    app = browse("territory", region="53")
    assert not app.table
    closed = next(part.proto.id for part in app.expander if part.label == "Régions semblables")
    app.session_state[f"pli_{closed.rpartition('pli_')[2]}"] = True
    app.run()
    assert any("semblable" in str(button.key) for button in app.button)


def test_another_method_moves_the_ranks_and_is_said(browse: Visit) -> None:
    app = browse("territory", region="94", methode="percent")
    assert not app.exception
    assert len(opened(app)) == 16


@pytest.mark.parametrize("value", ["99", "<script>", "a" * 3000])
def test_an_unknown_region_offers_the_thirteen(browse: Visit, value: str) -> None:
    app = browse("territory", region=value)
    assert not app.exception
    assert len(app.warning) == 1
    assert len(app.button) == 13


def test_a_line_of_several_indicators_opens_on_each_of_them(whole: Visit) -> None:
    app = whole("territory", region="53")
    assert not app.exception
    lines = [read(table) for table in app.table if "Apport au score" in table.value.columns]
    assert min(map(len, lines)) > 20
    results = large()
    for code, table in zip(results.domains()["domain_code"], lines, strict=True):
        every = records(results.region_values(code))
        measured = {row["indicator_code"] for row in every if row["value"] is not None}
        values = [row for row in every if row["region_code"] == "53" and row["indicator_code"] in measured]
        named = {f"{plain(row['label'])}, {row['year']}": row for row in values}
        assert set(table["Indicateur"]) == set(named)
        for row in records(table):
            told = named[row["Indicateur"]]
            assert row["Rang"].startswith("sans" if told["value"] is None else str(told["rank"]))
            assert (row["Apport au score"] == "aucun") == (told["value"] is None)
        added = [
            float(part.replace(",", ".").replace("\u2212", "-"))
            for part in table["Apport au score"]
            if part != "aucun"
        ]
        scores = results.index_scores()
        score = scores[(scores["region_code"] == "53") & (scores["code"] == code)]["score"].iloc[0]
        assert added == sorted(added, reverse=True)
        assert sum(added) == pytest.approx(score, abs=0.005 * len(added))
