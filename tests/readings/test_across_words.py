"""The regions side by side on one domain, in words: numbers against the frames they come from."""

from __future__ import annotations

import pandas as pd
import pytest

from exports.figures import domain_across
from indicators.results import Results
from indicators.rows import records
from readings.domain import across_words
from readings.gaps.picture import of_picture, pictured_on
from tests import boring_gaps, fictional, opened

NOTE = "note_fragilite_sur_10"


def gaps_of(results: Results, domain: str) -> pd.DataFrame:
    found = results.crossed("maires").gaps
    picture = pictured_on(found, domain)
    assert picture is not None
    return of_picture(found[found["domain_code"] == domain], picture)


@pytest.fixture(scope="module")
def gaps() -> pd.DataFrame:
    return gaps_of(opened.invented(), "emploi")


def test_standardised_gaps_are_those_of_plain_loops_highest_first(gaps: pd.DataFrame) -> None:
    names = dict(opened.invented().vocabulary().short_regions)
    rows = across_words.across(gaps, names)
    plain = boring_gaps.standardised("maires", fictional.workbook())
    wave, measure = gaps["wave"].iloc[0], gaps["measure"].iloc[0]
    expected = {code: plain[code, "emploi", wave, measure] for code in gaps["region_code"]}
    assert dict(zip(rows["region_code"], rows["value"], strict=True)) == pytest.approx(expected)
    assert rows["value"].is_monotonic_decreasing
    above, below = (rows["low"] > 0).sum(), (rows["high"] < 0).sum()
    said = across_words.across_finding(rows)
    for count, words in ((above, "au-dessus de sa place mesurée dans"), (below, "au-dessous dans")):
        assert (f"{words} {count}\u00a0région" in said) is bool(count)
    left = 13 - above - below
    assert (f"non établi dans {left}\u00a0région" in said) is bool(left)
    table = across_words.across_table(rows, names)
    assert table["Région"].tolist() == rows["name"].tolist()
    assert str(table.iloc[0, 1]).startswith(str(rows["text"].iloc[0]))


def test_the_finding_counts_each_side_once() -> None:
    rows = pd.DataFrame({"low": [0.1, -1.0, -2.0], "high": [0.5, 1.0, -0.5]})
    assert across_words.across_finding(rows) == (
        "Entre régions, le ressenti est au-dessus de sa place mesurée dans 1\u00a0région, au-dessous dans "
        "1\u00a0région et non établi dans 1\u00a0région"
    )


def test_both_sides_stand_apart_each_against_france(gaps: pd.DataFrame) -> None:
    names = dict(opened.invented().vocabulary().short_regions)
    rows = across_words.sides(gaps, names)
    assert len(rows) == 26
    felt = boring_gaps.felt_distances("maires", fictional.workbook())
    measured = boring_gaps.measured_distances()
    wave, measure = gaps["wave"].iloc[0], gaps["measure"].iloc[0]
    for row in records(rows):
        code = row["region_code"]
        sides = {
            across_words.MEASURED: measured[code, "emploi"][1],
            across_words.FELT: felt[code, "emploi", wave, measure],
        }
        assert row["value"] == pytest.approx(sides[row["panel"]])
    table = across_words.sides_table(gaps, names, "%", 1).set_index("Région")
    north = measured["32", "emploi"][0]
    assert (
        table.loc["Hauts-de-France", "Mesuré (unité publiée)"]
        == f"+{north:.1f}".replace(".", ",") + "\u00a0points"
    )
    assert list(table.columns) == [
        "Mesuré (écarts-types)",
        "Mesuré (unité publiée)",
        "Ressenti",
        "Ressenti, France",
    ]


def test_without_the_figure_of_france_nothing_is_drawn_and_the_measured_side_is_told() -> None:
    results = opened.published()
    found = results.crossed("citoyens").gaps
    here = found[found["domain_code"] == "emploi"]
    names = dict(results.vocabulary().short_regions)
    assert across_words.sides(here, names).empty
    assert across_words.across(here, names).empty
    table = across_words.sides_table(here, names, "%", 1)
    assert set(table["Ressenti, France"]) == {"non publié"}
    assert set(table["Ressenti"]) == {""}
    assert "+2,4\u00a0points" in table["Mesuré (unité publiée)"].tolist()


def test_the_numbers_that_are_taken_away_are_the_same(gaps: pd.DataFrame) -> None:
    results = opened.invented()
    across = domain_across.across(results, gaps)
    assert across["value"].tolist() == pytest.approx(gaps["standardised_gap"].tolist())
    sides = domain_across.sides(results, gaps)
    assert len(sides) == 3 * len(gaps)
    felt = sides[sides["measure"] == domain_across.FELT]
    assert felt["value"].tolist() == pytest.approx(gaps["perceived_distance"].tolist())
    bare = domain_across.sides(opened.published(), opened.published().crossed("citoyens").gaps.head(1))
    missing = bare[bare["measure"] == domain_across.FRANCE].iloc[0]
    assert pd.isna(missing["value"])
    assert "n’est pas publié" in missing["note"]
