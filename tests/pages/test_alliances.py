"""« Alliances et initiatives »: the map and the list agree, empty cases are said, the address decides."""

import pytest
from streamlit.testing.v1 import AppTest

from indicators.alliance_figures import alliance_figures
from indicators.initiatives import initiatives
from loaders.edition import load
from loaders.store import Store
from readings.alliances.topics import TOPICS
from tests.pages.conftest import WORKBOOK, Visit
from tests.schema import specified

PAGE = "alliances"


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.in_memory(load(WORKBOOK))


def said(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown).replace("\\", "")


def numbers(app: AppTest) -> list[int]:
    spec = specified(app.get("vega_lite_chart")[0].proto.spec)
    drawn = spec["transform"][0]["from"]["data"]["values"]
    return [int(row["text"]) for row in drawn if row["text"]]


def test_it_opens_on_every_initiative(browse: Visit, store: Store) -> None:
    app = browse(PAGE)
    assert not app.exception
    assert not app.warning
    known = initiatives(store)
    assert f"{len(known)}\u00a0initiatives" in app.title[0].value
    assert len(app.table[0].value) == len(known)
    assert sum(numbers(app)) == sum(len(codes) for codes in known["department_codes"])
    assert "Natural Earth" in said(app)
    assert "lues avec un doute" in said(app)


def test_each_topic_has_its_heading_its_figure_and_every_number(browse: Visit, store: Store) -> None:
    app = browse(PAGE)
    figures = alliance_figures(store)
    charts = app.get("vega_lite_chart")[2:]
    assert len(charts) == len(TOPICS)
    for topic, chart, table in zip(TOPICS, charts, app.table[1:], strict=False):
        mine = figures[figures["measure"].isin(topic.measures) & figures["value"].notna()]
        assert len(table.value) == len(mine)
        for value in mine["value"]:
            shown = f"{value:g}".replace(".", ",") + "\u202f%"
            assert f"\u202f: {shown}" in chart.proto.alt
            assert shown in set(table.value["Valeur"])


def test_a_region_keeps_its_initiatives_and_shows_its_figures(browse: Visit, store: Store) -> None:
    app = browse(PAGE, region="44")
    known = initiatives(store)
    assert len(app.table[0].value) == sum("44" in codes for codes in known["region_codes"])
    assert "dans le Grand Est" in app.title[0].value
    # The map keeps the others.
    assert sum(numbers(app)) == sum(len(codes) for codes in known["department_codes"])
    figures = alliance_figures(store)
    assert len(app.table[1].value) == sum("44" in codes for codes in figures["region_codes"])
    assert "Les alliances dans le Grand Est" in app.header[0].value


def test_a_region_without_figure_says_so_and_where_there_are_some(browse: Visit) -> None:
    app = browse(PAGE, region="94")
    assert not app.exception
    assert any("Aucun chiffre sur les alliances" in box.value for box in app.info)
    assert any("Grand Est" in box.value for box in app.info)


@pytest.mark.parametrize(
    "query", [{"theme": "mobilite"}, {"nature": "lieu"}, {"theme": "emploi", "nature": "mecenat"}]
)
def test_filters_of_the_address(browse: Visit, query: dict[str, str]) -> None:
    app = browse(PAGE, **query)
    assert not app.exception
    for name, code in query.items():
        assert app.selectbox(key=f"choix_{name}").value == code
    assert 0 < len(app.table[0].value) < 52


def test_nothing_cited_is_a_sentence(browse: Visit) -> None:
    app = browse(PAGE, theme="securite", region="94")
    assert not app.exception
    assert "aucune initiative citée" in app.title[0].value
    assert "Élargissez" in app.info[0].value
    elsewhere = browse(PAGE, theme="mobilite", region="94")
    assert "ce même choix en montre 6" in elsewhere.info[0].value.replace("\\", "").replace("\u00a0", " ")


@pytest.mark.parametrize("name", ["theme", "nature"])
@pytest.mark.parametrize("value", ["99", "<script>alert(1)</script>"])
def test_an_unknown_code_is_said_and_everything_is_shown(browse: Visit, name: str, value: str) -> None:
    app = browse(PAGE, **{name: value})
    assert not app.exception
    assert "n’existe pas" in app.warning[0].value
    assert len(app.table[0].value) == 52


def test_the_map_can_be_zoomed_when_it_is_asked(browse: Visit) -> None:
    app = browse("alliances", region="11")
    assert not app.get("deck_gl_json_chart")
    still = len(app.get("vega_lite_chart"))
    app.toggle[0].set_value(True).run()
    assert not app.exception
    (zoomed,) = app.get("deck_gl_json_chart")
    assert len(zoomed.proto.alt) > 20
    assert len(app.get("vega_lite_chart")) == still - 1
