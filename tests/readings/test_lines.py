"""The lines of a region: their verdicts recomputed region by region, their orders, what they rest on."""

import re

import pandas as pd
import pytest

from indicators import intervals
from indicators.results import Results
from indicators.rows import Row, records
from loaders.store import Store
from readings.territory.lines import BY_FRAGILITY, BY_GAP, MIDDLE, UNSURE, lines, ordered, verdict
from readings.territory.report import report
from tests import fictional, opened

REGIONS = ("11", "32", "53", "93", "94")


@pytest.fixture(scope="module")
def results(published: Store) -> Results:
    return Results(published)


def test_every_verdict_counts_the_regions_on_the_other_side(published: Store) -> None:
    ranks = intervals.rank_intervals(published)
    ranks = ranks[(ranks["among"] == "regions") & (ranks["level"] == "domaine") & ranks["rank"].notna()]
    ranks = ranks.rename(columns={"code": "domain_code"}).assign(turned=False)
    said = [verdict(row) for row in ranks.to_dict("records")]
    for row, words in zip(ranks.to_dict("records"), said, strict=True):
        places = range(1, int(row["ranked"]) + 1)
        after = [sum(place > end for place in places) for end in (row["high"], row["low"])]
        before = [sum(place < end for place in places) for end in (row["low"], row["high"])]
        half, third = (row["ranked"] - 1) / 2, (row["ranked"] - 1) / 3
        if after[0] > half:
            expected, side = after, "plus"
        elif before[0] > half:
            expected, side = before, "moins"
        else:
            assert words == (MIDDLE if min(before[0], after[0]) >= third else UNSURE)
            continue
        told = [int(number) for number in re.findall(r"\d+", words)]
        assert told == [*dict.fromkeys(expected), row["ranked"]]
        assert f"{side} " in words
    assert {MIDDLE, UNSURE} <= set(said)
    assert any(" à " in words for words in said)


def test_without_a_rank_there_is_no_verdict() -> None:
    assert verdict({"rank": None, "low": None, "high": None, "ranked": None, "domain_code": "emploi"}) == ""
    alone: Row = {"rank": 1, "low": 1, "high": 1, "ranked": 1, "domain_code": "emploi", "turned": False}
    assert verdict(alone) == ""
    assert verdict(alone | {"ranked": 2}) == "plus touchée que 1\u00a0région sur 2"


@pytest.mark.parametrize("region", REGIONS)
def test_a_line_says_the_indicator_its_year_france_the_rank_and_opens_on_what_is_felt(
    results: Results, region: str
) -> None:
    made = report(results, region)
    rows, mine = made.spine_rows, made.gaps
    found = lines(rows, mine, results.vocabulary().actors, "")
    assert [line.domain for line in found] == list(rows["short_label"])
    for line, row in zip(found, rows.to_dict("records"), strict=True):
        assert (
            f"{row['year']}\u202f: {row['value_text']}\u202f; France\u202f: {row['france_text']}" in line.said
        )
        assert f"\u202f; {row['rank_text']}\u202f; " in line.said
        asked = sum(gap["domain_code"] == row["domain_code"] for one in mine.values() for gap in one)
        assert len(line.detail) == asked + 1


def test_the_lines_and_the_table_tell_the_latest_survey_first() -> None:
    invented = opened.invented()
    made, known = report(invented, "53"), invented.vocabulary()
    told = {
        actor: [gap["wave"] for gap in found if gap["domain_code"] == "emploi"]
        for actor, found in made.gaps.items()
    }
    # The two surveys are dated, and the workbook writes the older one first.
    assert told["maires"] == sorted(fictional.WAVES, key=lambda wave: fictional.WAVES[wave][1], reverse=True)
    (line,) = [one for one in lines(made.spine_rows, made.gaps, known.actors, "") if one.domain == "Emploi"]
    assert re.findall(r"\((\w+ \d{4})\)", " ".join(line.detail)) == [
        wave for rows in told.values() for wave in rows
    ]
    for felt in made.felt:
        rows = felt.table[felt.table["Domaine"] == "Emploi"]
        assert [wave.replace("\u00a0", " ") for wave in rows["Enquête"]] == told[felt.actor_code]


def test_each_order_keeps_every_line_under_its_own_heading(results: Results) -> None:
    rows = report(results, "94").spine_rows
    crossed = results.crossed("citoyens").gaps.query("region_code == '94'")
    gaps = {"citoyens": records(crossed)}
    for order in (BY_FRAGILITY, BY_GAP):
        found = ordered(rows, gaps, order)
        assert sorted(found["domain_code"]) == sorted(rows["domain_code"])
        assert len(set(found["axis_label"])) == 1
    ranks = ordered(rows, gaps, BY_FRAGILITY)["rank"]
    assert list(ranks) == sorted(ranks)
    stated = crossed.assign(size=lambda one: one["rank_gap"].abs()).sort_values("size")
    widest = stated.loc[stated["stated_sign"].isin(["positive", "negative", "nul"]), "domain_code"]
    assert ordered(rows, gaps, BY_GAP)["domain_code"].iloc[0] == widest.iloc[-1]
    pd.testing.assert_frame_equal(ordered(rows, gaps, ""), rows)
