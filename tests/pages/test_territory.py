"""« Mon territoire »: the report of one region, the choice of one, hostile addresses."""

import pytest

from indicators import intervals
from loaders.edition import load
from loaders.store import Store
from tests.pages.conftest import WORKBOOK, Visit, read
from wording.ranks import placed


def test_without_a_region_the_thirteen_are_one_click_away(browse: Visit) -> None:
    app = browse("territory")
    assert not app.exception
    assert len(app.button) == 13
    app.button(key="vers_53").click().run()
    assert app.title[0].value.startswith("Bretagne")
    assert app.query_params["region"] in ("53", ["53"])


def test_the_five_parts_are_there_in_order(browse: Visit) -> None:
    app = browse("territory", region="32")
    assert not app.exception
    assert app.title[0].value.startswith("Hauts-de-France")
    assert [head.value[:2] for head in app.header] == ["1.", "2.", "3.", "4.", "5."]
    said = " ".join(block.value for block in app.markdown)
    assert "entre 1ʳᵉ et" in said
    assert "Édition des données" in said


def test_the_numbers_are_those_of_the_command(browse: Visit) -> None:
    app = browse("territory", region="53")
    spine = next(read(table) for table in app.table if "Rang" in table.value.columns)
    ranks = intervals.rank_intervals(Store.in_memory(load(WORKBOOK)))
    mine = ranks[
        (ranks["among"] == "regions") & (ranks["level"] == "domaine") & (ranks["region_code"] == "53")
    ]
    whole = mine[["rank", "low", "high"]].astype(int).to_numpy().tolist()
    expected = sorted(placed(*row) for row in whole)
    assert sorted(spine["Rang"]) == expected
    chart = app.get("vega_lite_chart")[0]
    for domain, values, rank in zip(spine["Domaine"], spine["Valeurs"], spine["Rang"], strict=True):
        value = values.split("\u202f; ")[0]
        line = chart.proto.alt.partition(f"{domain} (")[2].partition("\u202f; ")[0]
        assert f")\u202f: {value}" in line
        assert rank in chart.proto.alt


@pytest.mark.parametrize("region", ["44", "75", "93", "94"])
def test_the_report_stands_whatever_is_published(browse: Visit, region: str) -> None:
    app = browse("territory", region=region)
    assert not app.exception
    assert len(app.header) == 5


def test_a_similar_region_is_one_click_away(browse: Visit) -> None:
    app = browse("territory", region="32")
    near = next(button for button in app.button if str(button.key).startswith("semblable_0_"))
    near.click().run()
    assert not app.exception
    assert app.title[0].value.startswith(near.label)


def test_another_method_moves_the_ranks_and_is_said(browse: Visit) -> None:
    app = browse("territory", region="94", methode="percent")
    assert not app.exception
    assert len(app.header) == 5


@pytest.mark.parametrize("value", ["99", "<script>", "a" * 3000])
def test_an_unknown_region_offers_the_thirteen(browse: Visit, value: str) -> None:
    app = browse("territory", region=value)
    assert not app.exception
    assert len(app.warning) == 1
    assert len(app.button) == 13
