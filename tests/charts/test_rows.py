"""From figures to words: units, signs, ranks, ranges, and what is not published."""

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.geometry import Layout
from charts.look import Look
from charts.overview import Subject, figure
from charts.report import coverage, to_verify
from charts.rows import drawn
from charts.table import table

NONE = float("nan")
COMMON = {
    "perimeter": "",
    "corrected": False,
    "objective_rank": 5,
    "perceived_rank_low": 2,
    "perceived_rank_high": 3,
}


def one(**given: object) -> pd.DataFrame:
    row = {
        "region_code": "53",
        "name": "Bretagne",
        "short_name": "Bretagne",
        "value": NONE,
        "low": NONE,
        "high": NONE,
    }
    frame = pd.DataFrame([row | {"status": "value", "rank": 1} | COMMON | given])
    return frame.astype({"rank": "Int64", "value": "float64", "low": "float64", "high": "float64"})


@pytest.mark.parametrize(
    ("quantity", "unit", "value", "text", "full"),
    [
        ("indicator_value", "%", 10.8, "10,8\u202f%", "10,8\u202f%"),
        ("indicator_value", "t/hab.", 7.5, "7,5", "7,5\u00a0t/hab."),
        ("objective_rank", "rang", 1, "1ᵉʳ", "1ᵉʳ domaine"),
        ("perceived_rank", "rang", 3, "3ᵉ", "3ᵉ domaine"),
    ],
)
def test_a_figure_is_written_as_what_it_is(
    quantity: str, unit: str, value: float, text: str, full: str
) -> None:
    rows, _ = drawn(
        one(value=value), quantity=quantity, unit=unit, decimals=1, direction=1, page=palette.LIGHT
    )
    assert (rows["text"][0], rows["full"][0]) == (text, full)
    assert rows["label"][0] == f"Bretagne\u202f: {full}"
    assert not rows["missing"][0]


def gap(**given: Any) -> pd.DataFrame:
    """One gap in the words that the indicators give it."""
    apart = dict.fromkeys(("measured_said", "value_said", "reason_said"), "") | {"felt_said": "1ᵉʳ"}
    words = {"mark": "+14", "said": "+14 rangs, entre +7 et +15", "details": "ressenti 1ᵉʳ"}
    return one(**words | apart | given)


def gaps_drawn(frame: pd.DataFrame) -> pd.DataFrame:
    return drawn(frame, quantity="rank_gap", unit="rangs", decimals=0, direction=1, page=palette.LIGHT)[0]


def test_a_gap_is_never_without_its_interval_nor_called_published() -> None:
    rows = gaps_drawn(gap(value=14, low=7, high=15))
    assert rows["text"][0] == "+14 (+7 à +15)"
    assert rows["label"][0] == "Bretagne\u202f: +14 rangs, entre +7 et +15 (ressenti 1ᵉʳ)"
    assert rows[["value", "line_low", "line_high"]].to_numpy().tolist() == [[14, 7, 15]]
    told = table(rows, quantity="rank_gap")
    assert told["Écart"].tolist() == ["+14 rangs, entre +7 et +15"]
    assert told[["Région", "Ordre", "Statut", "Rang ressenti"]].iloc[0].tolist() == [
        *("Bretagne", "1ʳᵉ", "calculé", "1ᵉʳ")
    ]
    # What has no gap says nothing of its sides.
    lost = table(gaps_drawn(gap(status="missing", measured_said="5ᵉ")), quantity="rank_gap")
    assert lost.iloc[0].tolist()[3:] == [""] * 6
    exact = gaps_drawn(gap(value=14, low=14, high=14))
    assert exact["text"][0] == "+14"
    assert exact["line_low"].isna().all()


def test_a_gap_without_a_stated_sign_has_neither_bar_nor_colour() -> None:
    rows = gaps_drawn(gap(status="undetermined", low=0, high=7, mark="?", said="sens non établi"))
    assert rows["text"][0] == "? (0 à +7)"
    assert pd.isna(rows["value"][0])
    assert rows["colour"][0] == palette.LIGHT.background
    assert rows["undecided"][0]
    assert not rows["missing"][0]
    assert rows[["line_low", "line_high"]].to_numpy().tolist() == [[0, 7]]


def test_a_bound_is_drawn_from_its_end_nearest_to_zero() -> None:
    rows = gaps_drawn(gap(status="range", low=-13, high=-2, mark="≤−2", said="au moins 2 rangs de moins"))
    assert rows["value"][0] == -2
    assert rows["full"][0].startswith("au moins 2 rangs de moins")


@pytest.mark.parametrize("status", ["missing", "not_published", "not_available"])
def test_what_is_missing_is_grey_and_never_zero(status: str) -> None:
    rows, scale = drawn(
        one(status=status), quantity="indicator_value", unit="%", decimals=1, direction=1, page=palette.LIGHT
    )
    assert scale == []
    assert rows["colour"][0] == palette.MISSING
    assert rows["text"][0] == "non publié"
    assert pd.isna(rows["value"][0])
    assert "0" not in rows["full"][0]


def test_the_last_column_says_what_is_particular() -> None:
    rows, _ = drawn(
        one(value=3), quantity="perceived_rank", unit="rang", decimals=0, direction=-1, page=palette.LIGHT
    )
    plain = table(rows, quantity="perceived_rank")
    assert list(plain) == ["Ordre", "Région", "Rang ressenti", "Statut"]
    assert plain["Statut"].tolist() == ["publié"]
    told = table(rows.assign(perimeter="PACA-Corse", corrected=True), quantity="perceived_rank")
    assert told["Statut"].tolist() == ["publié pour «\u00a0PACA-Corse\u00a0»\u202f; valeur corrigée"]


def test_the_first_rank_has_the_longest_bar_and_a_missing_one_none() -> None:
    frame = pd.concat([one(value=1), one(value=14), one(status="not_published")], ignore_index=True)
    rows, _ = drawn(
        frame, quantity="objective_rank", unit="rang", decimals=0, direction=-1, page=palette.LIGHT
    )
    assert rows["value"].tolist()[:2] == [14, 1]
    assert pd.isna(rows["value"][2])
    assert rows["text"].tolist() == ["1ᵉʳ", "14ᵉ", "non publié"]


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ((-2, 3), ["ressenti moins fort", "ressenti plus fort"]),
        ((0, 3), ["même rang", "ressenti plus fort"]),
        ((-4, 0), ["ressenti moins fort", "même rang"]),
        ((2, 5), ["", "ressenti plus fort"]),
    ],
)
def test_the_legend_of_a_gap_names_only_the_sides_that_exist(
    layout: Layout, values: tuple[float, float], ends: list[str]
) -> None:
    ends_of = [
        gap(value=value, low=value, high=value, region_code=code)
        for value, code in zip(values, ("53", "84"), strict=True)
    ]
    two = pd.concat(ends_of, ignore_index=True)
    look = Look(region="84", size=(400, 400), page=palette.LIGHT)
    subject = Subject("Un constat", "rank_gap", "rangs", 0, 1, None)
    shown = figure(layout, two, subject, look)
    written = [layer["data"]["values"][0]["text"] for layer in shown.legend.specification["layer"][2:4]]
    assert written == ends
    assert shown.chosen.startswith("+14")


def test_france_keeps_its_unit_only_when_it_is_short(layout: Layout) -> None:
    look = Look(region="", size=(400, 400), page=palette.LIGHT)
    for unit, said in (("%", "France\u202f: 8,4\u202f%"), ("pour 1 000 hab.", "France\u202f: 8,4")):
        shown = figure(
            layout, one(value=3), Subject("Un constat", "indicator_value", unit, 1, 1, 8.4, 1), look
        )
        assert shown.bars.specification["layer"][0]["data"]["values"][0]["label"] == said
        assert shown.chosen == ""


def test_coverage_tells_nothing_from_france_only() -> None:
    frame = pd.DataFrame(
        {
            "label": ["A", "B", "C"],
            "measured": [13, 0, 1],
            "maires": [0, 2, 0],
            "maires_france": [True, True, False],
        }
    )
    shown = coverage(frame, {"maires": "Maires"})
    assert shown["Mesuré"].tolist() == ["13\u00a0régions", "–", "1\u00a0région"]
    assert shown["Ressenti"].tolist() == [
        "Maires\u202f: France seulement",
        "Maires\u202f: 2\u00a0régions, France",
        "–",
    ]


def test_a_doubtful_figure_shows_what_was_read() -> None:
    texts = {name: [""] for name in ("sheet", "cell", "survey", "unit", "remark", "source")}
    frame = pd.DataFrame(texts | {"raw_value": ["51"], "raw_rank": ["2"]})
    (shown,) = to_verify(frame).to_dict("records")
    assert (shown["Valeur"], shown["Unité"], shown["Rang"]) == ("51", "–", "2")
    assert (shown["Cellule"], shown["Feuille"]) == ("–", "le fichier")
