"""The spine chart: what is drawn is what the rows hold, and nothing stands for what is missing."""

import json

import pandas as pd
import pytest

from charts import palette
from charts.look import Look
from charts.screen_look import LETTERS, Projected
from charts.spine import spine
from wording.lettering import breadth

ROWS = pd.DataFrame(
    {
        "short_label": ["Emploi", "Culture"],
        "axis_label": ["Axe économique", "Axe sociétal"],
        "measure_text": ["Taux de chômage", ""],
        "value_text": ["10,8\u202f%", "non publié"],
        "rank_text": ["1ʳᵉ", "sans rang"],
        "label_text": ["Emploi : 10,8 %", "Culture : non publié"],
        "at": [1.0, None],
        "quarter": [0.2, None],
        "three_quarters": [0.7, None],
        "at_france": [0.4, None],
        "others": [(0.0, 0.5), ()],
    }
)


@pytest.mark.parametrize("narrow", [True, False])
def test_only_known_positions_are_drawn(narrow: bool) -> None:
    spec = spine(ROWS, Look("", (340 if narrow else 900, 360), palette.LIGHT))
    marks = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert [len(layer["data"]["values"]) for layer in marks] == [1, 1]
    said = json.dumps(spec, ensure_ascii=False)
    for text in ("Axe économique", "Axe sociétal", "10,8\u202f%", "non publié", "sans rang", "plus fragile"):
        assert text in said
    assert spec["width"] == "container"
    assert len(said) < 60_000


@pytest.mark.parametrize("letters", [LETTERS, 34])
def test_on_a_screen_no_word_is_written_over_a_line(letters: int) -> None:
    rows = ROWS.assign(measure_text="Personnes immigrées, par convention")
    wide = 912
    spec = spine(rows, Projected("", (500, 500), palette.LIGHT, letters, wide))
    (words,) = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        and rows["measure_text"][0] in json.dumps(layer["data"], ensure_ascii=False)
    ]
    size = words["mark"]["fontSize"]
    assert size >= LETTERS
    (rules,) = [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    start, end = min(rule["x"] for rule in rules), max(rule["x2"] for rule in rules)
    assert {row["x"] for row in words["data"]["values"]} == {0}
    assert breadth(rows["measure_text"][0], size) < start * wide
    # Between the words of both sides there is a line.
    assert (end - start) * wide > 3 * LETTERS
