"""The router: what holds for every page, whatever it shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.facade import choices, current
from tests.pages.conftest import Visit

PAGES = (
    "overview", "territory", "domain", "actors", "gaps", "compare", "alliances", "debate", "method",
)  # fmt: skip
HOSTILE = "<script>alert(1)</script>"


def words(app: AppTest) -> Iterator[str]:
    for kind in ("markdown", "title", "header", "subheader", "info", "warning", "error"):
        yield from (str(getattr(element, "value", "")) for element in app.get(kind))


def test_every_script_of_a_page_is_in_the_menu() -> None:
    scripts = {path.stem for path in Path(choices.__file__).parents[1].glob("*.py")}
    frame = {
        "__init__",
        "taken",
        "basket",
        "clipboard",
        "explored",
        "explorer",
        "landing",
        "link_images",
        "frame",
        "first_screen",
        "folds",
        "framework_files",
        "french_scripts",
        "full_screen",
        "heap",
        "open_files",
        "french_words",
        "menu",
        "navigation",
        "outlines",
        "preloads",
        "promised_files",
        "parameters",
        "screen",
        "search",
        "searched",
        "tables",
        "turns",
        "security",
        "selectors",
        "shell",
        "wrong_address",
        "zipped",
    }
    assert scripts - frame == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("region", ["", "94"])
def test_a_page_opens_on_a_finding_and_ends_with_its_edition(browse: Visit, page: str, region: str) -> None:
    app = browse(page, **({"region": region} if region else {}))
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert app.title[0].value
    said = " ".join(words(app)).replace("\\", "")
    assert "Édition des données" in said
    assert "Etude IMPACT - Territoires" in said
    assert "nan" not in said.lower().split()
    assert "None" not in said.split()


@pytest.mark.parametrize("page", PAGES)
def test_hostile_words_in_the_address_are_refused_in_one_sentence_each(browse: Visit, page: str) -> None:
    current.begin()
    names = list(choices.parameters())
    app = browse(page, **dict.fromkeys(names, HOSTILE))
    assert not app.exception
    assert len(app.warning) == len(names)
    assert "<script" not in " ".join(words(app))
    assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_text_alternative_goes_with_every_drawing(browse: Visit, page: str) -> None:
    app = browse(page, region="32")
    for drawing in app.get("vega_lite_chart"):
        assert len(drawing.proto.alt) > 20
