"""The drawings of one domain and of the coverage: every figure is drawn, nothing is drawn as zero."""

import json
from typing import Any

import pandas as pd
import pytest

from charts import coverage, domain_felt, domain_gaps, palette
from charts.look import Look
from tests.schema import framed
from wording import signs
from wording.lettering import breadth

LINES = ["line", "region_code", "name", "value", "text"]
FELT = pd.DataFrame(
    [
        ("Citoyens, PHARE 2015", "FR", "France", 7.1, "7,1 sur 10"),
        ("Citoyens, PHARE 2015", "53", "Bretagne", 6.1, "6,1 sur 10"),
        ("Citoyens, PHARE 2015", "94", "Corse", 0.0, "0 sur 10"),
        ("Maires, IMPACT 2019", "94", "Corse", 3.0, "3 sur 10"),
        ("Maires, IMPACT 2019", "11", "Île-de-France", 3.0, "3 sur 10"),
    ],
    columns=LINES,
)
RANKS = ["measured", "felt_low", "felt_high"]
GAPS = pd.DataFrame(
    [
        ("53", "Bretagne", 11, 1, 1, "positive", "Bretagne : +10"),
        ("94", "Corse", 2, 2, 3, "indetermine", "Corse : 0 à −1"),
        ("11", "Île-de-France", 3, None, None, "non_calculable", "Île-de-France : –"),
        ("32", "Hauts-de-France", None, 4, 4, "non_calculable", "Hauts-de-France : –"),
        ("84", "Auvergne", 5, 9, 9, "indetermine", "Auvergne : −4"),
    ],
    columns=["region_code", "short_name", *RANKS, "verdict", "label"],
).astype(dict.fromkeys(RANKS, "Int64"))


def values(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(layer["data"]["values"])


def marks(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def look(chosen: str = "", *, narrow: bool = False, page: palette.Page = palette.LIGHT) -> Look:
    return Look(chosen, (340 if narrow else 500, 364), page)


def felt(kind: str = "note", chosen: str = "", *, narrow: bool = False) -> dict[str, Any]:
    return domain_felt.felt_lines(FELT, look(chosen, narrow=narrow), kind=kind)


def test_every_felt_figure_is_drawn_once_and_zero_is_a_value() -> None:
    drawn = [row for layer in marks(felt(), "point") for row in values(layer)]
    assert sorted(row["value"] for row in drawn) == sorted(FELT["value"])
    assert len({row["label"] for row in drawn}) == len(FELT)


@pytest.mark.parametrize("value", [0.0, 4.1, 5.0, 5.9, 10.0])
def test_on_a_phone_no_word_leaves_the_drawing(value: float) -> None:
    long = FELT.iloc[1:2].assign(name="Provence-Alpes-Côte d’Azur", value=value)
    here = look(narrow=True)
    rows = pd.concat([FELT.iloc[:1], long, FELT.iloc[2:3].assign(value=value / 2)])
    drawn = domain_felt.felt_lines(rows, here, kind="note")
    written = [row for layer in marks(drawn, "text") for row in values(layer) if "said" in row]
    assert any("Provence" in row["said"] for row in written)
    for row in written:
        middle = 12 + row["value"] / 10 * (here.size[0] - 24)
        half = breadth(row["said"], here.text) / 2
        assert half - 0.1 <= middle <= here.size[0] - half + 0.1


def test_regions_that_agree_are_counted_and_the_chosen_one_is_named() -> None:
    said = [row["said"] for layer in marks(felt(), "text") for row in values(layer) if "said" in row]
    assert "France\u202f: 7,1 sur 10" in said
    assert "Corse et Île-de-France\u202f: 3 sur 10" in said
    assert "au plus, Bretagne\u202f: 6,1 sur 10" in said
    mine = felt(chosen="53")
    said = [row["said"] for layer in marks(mine, "text") for row in values(layer) if "said" in row]
    assert "Bretagne\u202f: 6,1 sur 10" in said
    edges = {row["label"]: row["edge"] for row in values(marks(mine, "point")[0])}
    assert [label for label, edge in edges.items() if edge == palette.CHOSEN] == [
        "Citoyens, PHARE 2015, Bretagne\u202f: 6,1 sur 10"
    ]


def test_no_empty_layer_is_announced() -> None:
    for rows in (FELT.iloc[:1], FELT.iloc[1:2]):
        spec = domain_felt.felt_lines(rows, look(narrow=True), kind="note")
        assert all(values(layer) for layer in spec["layer"])
        assert len(marks(spec, "point")) == 1


def test_many_regions_that_agree_are_counted() -> None:
    same = pd.concat([FELT.iloc[1:2].assign(name=name) for name in "ABCD"])
    spec = domain_felt.felt_lines(same, look(page=palette.DARK), kind="note")
    assert "4\u00a0régions\u202f: 6,1 sur 10" in json.dumps(spec, ensure_ascii=False)


def test_a_region_alone_on_its_line_is_named() -> None:
    spec = domain_felt.felt_lines(FELT.iloc[1:2], look(page=palette.DARK), kind="note")
    assert "Bretagne\u202f: 6,1 sur 10" in json.dumps(spec, ensure_ascii=False)


def test_on_a_phone_the_names_stand_above_their_lines() -> None:
    names = {"Citoyens, PHARE 2015", "Maires, IMPACT 2019"}
    wide, narrow = felt(), felt(narrow=True)
    above = {row["line"] for layer in marks(narrow, "text") for row in values(layer) if "line" in row}
    assert above == names
    assert narrow["height"] > wide["height"]
    assert all(name in json.dumps(wide, ensure_ascii=False) for name in names)


@pytest.mark.parametrize("kind", list(domain_felt.SCALES))
def test_a_scale_says_its_ends_and_ranks_go_up_to_the_first(kind: str) -> None:
    scale = domain_felt.SCALES[kind]
    spec = json.dumps(felt(kind), ensure_ascii=False)
    assert all(end in spec for end in scale.ends)
    assert (scale.first > scale.last) == (kind == "rang")


def test_a_gap_goes_from_its_measured_rank_to_its_felt_one() -> None:
    spec = domain_gaps.gap_lines(GAPS, look(), chosen="", height=400)
    solid, dashed = marks(spec, "rule")
    assert [(row["measured"], row["felt"]) for row in values(solid)] == [(11, 1)]
    assert [(row["measured"], row["felt"]) for row in values(dashed)] == [(5, 9)]
    assert "strokeDash" in dashed["mark"]
    (bar,) = marks(spec, "bar")
    assert [(row["from_rank"], row["to_rank"]) for row in values(bar)] == [(2, 3)]
    felt_marks, measured = marks(spec, "point")
    assert [row["short_name"] for row in values(felt_marks)] == ["Bretagne", "Hauts-de-France", "Auvergne"]
    assert [row["short_name"] for row in values(measured)] == [
        "Bretagne",
        "Corse",
        "Île-de-France",
        "Auvergne",
    ]


def test_each_verdict_has_its_word_and_on_a_phone_its_sign() -> None:
    for narrow in (False, True):
        spec = domain_gaps.gap_lines(GAPS, look(narrow=narrow, page=palette.DARK), chosen="53", height=400)
        (words,) = marks(spec, "text")
        assert [row["word"] for row in values(words)] == [
            (signs.MARKS if narrow else signs.SHORT)[verdict] for verdict in GAPS["verdict"]
        ]
        assert framed(spec) == ["Bretagne"]
        assert 'indexof([\\"Bretagne\\"]' in json.dumps(spec)


def test_the_three_looks_of_what_is_published_differ_without_colour() -> None:
    rows = pd.DataFrame(
        [("Emploi", "Corse", "region", "", "a"), ("Emploi", "Bretagne", "france", "", "b"),
         ("Santé", "Corse", "rien", "", "c"), ("Santé", "Bretagne", "region", "13", "d")],
        columns=["domain", "column", "published", "text", "said"],
    )  # fmt: skip
    for narrow in (False, True):
        spec = coverage.coverage_grid(
            rows, look(narrow=narrow), columns=["Corse", "Bretagne"], chosen="Corse"
        )
        (boxes, _), (words,) = marks(spec, "rect"), marks(spec, "text")
        assert [row["text"] for row in values(words)] == ["●", "F", "·", "13"]
        assert len({row["colour"] for row in values(boxes)}) == 3
        assert framed(spec) == ["Corse"]
