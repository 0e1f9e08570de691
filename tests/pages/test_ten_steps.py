"""« Dix étapes »: each step on its address, its other choices one click away, what it cites."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.ten_steps.choices import choices
from indicators.ten_steps.step import Step
from pages.facade import current, ten_steps
from pages.sections.ten_steps import FORMULAS, WAYS
from readings.ten_steps.told import told
from tests import opened
from tests.pages.conftest import Visit, headings, read

STEPS = list(ten_steps.CODES)


def said(app: AppTest) -> str:
    return " ".join(str(block.value) for block in app.markdown).replace("\\", "")


def press(app: AppTest, label: str) -> dict[str, str]:
    """Press a button of the page; return the codes that the address has then."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return {name: "".join(codes) for name, codes in app.query_params.items()}


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
    asked = press(app, FORMULAS)
    assert (asked["section"], asked["partie"]) == ("methode", step.text.part)


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
    offered = [button.label for button in app.button if button.label.startswith("Essayer")]
    assert offered == [f"Essayer\u202f: {one.words}" for one in mine]
    asked = press(app, offered[-1])
    assert {"section": "reglages", "region": "94", mine[-1].name: mine[-1].code}.items() <= asked.items()
    assert app.selectbox(key=f"choix_{mine[-1].name}").value == mine[-1].code
    again = browse("method", **asked)
    assert again.title[0].value == app.title[0].value


def test_the_steps_follow_each_other(browse: Visit) -> None:
    app = browse("method", section="etapes")
    seen = [app.title[0].value]
    for _ in STEPS[1:]:
        next(button for button in app.button if button.label == "Étape suivante").click().run()
        assert not app.exception
        seen.append(app.title[0].value)
    assert [title.split(".")[0] for title in seen] == [f"Étape {number}" for number in range(1, 11)]
    around = [button.label for button in app.button if button.label.startswith("Étape")]
    assert around == ["Étape précédente"]
    assert press(app, around[0])["etape"] == "liens"
    assert app.title[0].value == seen[-2]


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
