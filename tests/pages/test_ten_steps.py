"""« Dix étapes »: each step on its address, its other choices one click away, what it cites."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from indicators.ten_steps.choices import choices
from indicators.ten_steps.step import Step
from pages.facade import current, ten_steps
from pages.sections.ten_steps import WAYS
from readings.ten_steps.told import told
from tests import opened
from tests.pages.conftest import Visit, headings, read

STEPS = list(ten_steps.CODES)


def said(app: AppTest) -> str:
    return " ".join(str(block.value) for block in app.markdown).replace("\\", "")


def links(app: AppTest) -> list[dict[str, str]]:
    """The codes of every link of the page."""
    return [dict(parse_qsl(link.proto.query_string)) for link in app.get("page_link")]


@pytest.mark.parametrize("code", STEPS)
def test_each_step_says_its_choice_its_reason_and_its_measures(browse: Visit, code: str) -> None:
    app = browse("method", section="etapes", etape=code) if code else browse("method", section="etapes")
    assert not app.exception
    assert not app.warning
    step = told(opened.published(), ten_steps.CODES[code])
    assert app.title[0].value == f"Étape {step.text.number}. {step.title}"
    page = said(app)
    assert all(words in page for words in (step.text.choice, step.text.reason, *step.effects[1:]))
    assert "quels que soient vos réglages" in page
    assert headings(app)[-1] == "Références"
    assert {"section": "methode", "partie": step.text.part}.items() <= links(app)[-1].items()


def test_every_step_has_its_ways_and_a_code_of_its_own() -> None:
    assert list(ten_steps.CODES.values()) == list(Step)
    assert set(WAYS) == set(STEPS)


@pytest.mark.parametrize(
    ("code", "step"), [("normalisation", Step.NORMALISATION), ("agregation", Step.AGGREGATION)]
)
def test_other_choices_have_their_effect_and_are_one_click_away(browse: Visit, code: str, step: Step) -> None:
    app = browse("method", section="etapes", etape=code, region="94")
    mine = [one for one in choices(opened.published().store) if one.step == step]
    (table,) = (read(table) for table in app.table)
    assert table["Réglage"].tolist() == [one.words for one in mine]
    offered = [link for link in links(app) if link.get("section") == "reglages"]
    assert [
        {one.name: one.code}.items() <= link.items() for one, link in zip(mine, offered, strict=False)
    ] == [True] * len(mine)
    assert all(link["region"] == "94" for link in links(app))
    tried = browse("method", **offered[0])
    assert not tried.exception
    assert tried.selectbox(key=f"choix_{mine[0].name}").value == mine[0].code


def test_the_steps_follow_each_other(browse: Visit) -> None:
    app = browse("method", section="etapes")
    seen = [app.title[0].value]
    for _ in STEPS[1:]:
        next(button for button in app.button if button.label == "Étape suivante").click().run()
        assert not app.exception
        seen.append(app.title[0].value)
    assert [title.split(".")[0] for title in seen] == [f"Étape {number}" for number in range(1, 11)]
    assert [button.label for button in app.button] == ["Étape précédente"]
    app.button[0].click().run()
    assert app.title[0].value == seen[-2]
    assert app.query_params["etape"] in ("liens", ["liens"])


def test_the_measures_stay_those_of_our_starting_method(browse: Visit) -> None:
    changed = browse("method", section="etapes", etape="analyse", methode="rang", ponderation="axes_egaux")
    assert changed.title[0].value == browse("method", section="etapes", etape="analyse").title[0].value


def test_an_unknown_step_shows_the_first_and_says_so(browse: Visit) -> None:
    app = browse("method", section="etapes", etape="<script>")
    assert not app.exception
    assert "n’existe pas" in app.warning[0].value
    assert app.title[0].value.startswith("Étape 1.")


def components(app: AppTest) -> str:
    return " ".join(str(block.proto) for block in app.get("bidi_component"))


def test_what_is_taken_can_be_cited(browse: Visit) -> None:
    app = browse("method", section="emporter")
    assert "Citer" in [header.value for header in app.header]
    current.begin()
    offer: Any = ten_steps.library()
    assert offer.file_name == "observatoire-references.bib"
    text = offer.make().decode("utf-8")
    apa, bibtex = ten_steps.cited()
    assert text.startswith(bibtex)
    assert "empreinte" in apa
