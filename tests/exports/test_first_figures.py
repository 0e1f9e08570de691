"""The numbers of the first pages: what a file holds is what the command prints, on both editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from exports.figures import domain, gaps
from exports.figures import overview as figures
from exports.figures import overview_level as panorama
from exports.figures import territory as portrait
from exports.figures.compare import RANK, SCORE, score_unit
from exports.figures.names import Names, names
from exports.numbers import NAMES, Status, numbers
from indicators.gap_signs import Sign
from indicators.results import REFERENCE, Results
from indicators.rows import each
from loaders.store import FRANCE
from readings.domain.gap_rows import gap_rows
from readings.domain.told import told
from readings.overview import level as ranks
from readings.overview.overview import overview
from readings.overview.views import View
from tests.exports.command_line import Asked, ask

__all__ = ["ask"]


@pytest.fixture(params=["published", "invented"])
def results(request: pytest.FixtureRequest) -> Results:
    found: Results = request.getfixturevalue(request.param)
    return found


def well_made(rows: pd.DataFrame) -> pd.DataFrame:
    assert list(rows.columns) == list(NAMES)
    assert len(rows)
    pd.testing.assert_frame_equal(numbers(rows), rows)
    missing = rows["status"] == Status.MISSING
    assert rows.loc[missing, ["value", "low", "high"]].isna().all(axis=None)
    return rows


def of(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    return rows[rows["measure"] == measure].reset_index(drop=True)


def by_region(rows: pd.DataFrame) -> dict[str, Any]:
    assert rows["region_code"].is_unique
    return {row.region_code: row for row in each(rows)}


def same(number: float, text: str) -> bool:
    return pd.isna(number) if text == "" else number == pytest.approx(float(text))


def test_the_published_values_of_a_domain_are_those_of_the_workbook(results: Results) -> None:
    shown = overview(results, "emploi", View.OBJECTIVE)
    rows = by_region(well_made(figures.overview(results, shown)))
    _as_drawn({code: row for code, row in rows.items() if code != FRANCE}, shown.frame)
    assert rows[FRANCE].value == shown.meta.benchmark
    assert f"{rows[FRANCE].sheet}!{rows[FRANCE].cell}" == shown.meta.benchmark_cell


def test_the_rank_inside_a_region_comes_with_its_interval(results: Results, ask: Asked) -> None:
    shown = overview(results, "culture", View.RANK)
    rows = by_region(well_made(figures.overview(results, shown)))
    drawn = dict(zip(shown.frame["region_code"], shown.frame["value"], strict=True))
    printed = [row for row in ask(results.store, "ranks --domain culture") if row["among"] == "domaines"]
    assert len(printed) == 13
    for row in printed:
        found = rows[row["region_code"]]
        assert same(found.value, row["rank"])
        assert pd.isna(found.value) or found.value == drawn[row["region_code"]]
        assert pd.isna(found.value) or found.low <= found.value <= found.high
    _within(rows, results.rank_intervals(), "domaines", "culture")


@pytest.mark.parametrize("code", ["emploi", "environnement", "numerique"])
def test_what_is_felt_is_what_the_page_draws(results: Results, code: str) -> None:
    shown = overview(results, code, View.PERCEIVED, "citoyens")
    rows = well_made(figures.overview(results, shown))
    regions = by_region(rows[rows["region_code"] != FRANCE])
    _as_drawn(regions, shown.frame)
    country = rows[rows["region_code"] == FRANCE]
    said = [figure.value for figure in shown.meta.france if figure.value is not None]
    assert list(country.loc[country["measure"] != gaps.FELT, "value"]) == said


def test_what_is_published_for_the_country_may_be_a_value_a_rank_or_both(published: Results) -> None:
    shown = overview(published, "emploi", View.PERCEIVED, "citoyens")
    figure = shown.meta.france[0]
    country = (
        replace(figure, value=None, rank_low=2, rank_high=3),
        replace(figure, value=7.1, rank_low=None),
    )
    rows = figures.overview(published, replace(shown, meta=replace(shown.meta, france=country)))
    told_of = rows.loc[rows["region_code"] == FRANCE, ["value", "low", "high", "status"]]
    assert told_of["status"].tolist() == [Status.RANGE, Status.VALUE]
    assert told_of.iloc[0, 1:3].tolist() == [2.0, 3.0]


def test_a_survey_on_other_territories_says_so(published: Results) -> None:
    shown = overview(published, "environnement", View.PERCEIVED, "citoyens")
    rows = by_region(figures.overview(published, shown).query("region_code != 'FR'"))
    assert "PACA-Corse (périmètre de l’enquête)" in rows["94"].note
    assert rows["32"].status == Status.MISSING


def test_the_gap_comes_with_both_of_its_sides(results: Results) -> None:
    shown = overview(results, "emploi", View.GAP, "citoyens")
    rows = well_made(figures.overview(results, shown))
    drawn = _as_drawn(by_region(of(rows, gaps.GAP)), shown.frame)
    measured, felt = by_region(of(rows, gaps.MEASURED)), by_region(of(rows, gaps.FELT))
    cells = dict(zip(shown.frame["region_code"], shown.frame["cell"], strict=True))
    for code in drawn:
        assert felt[code].cell == cells[code]
        assert drawn[code].value == measured[code].value - felt[code].value
        assert drawn[code].low < drawn[code].high or drawn[code].value == drawn[code].low
    assert set(of(rows, gaps.GAP)["period"]) == {f"mesuré 2019, T1\u202f; ressenti {shown.meta.wave}"}
    assert set(of(rows, gaps.MEASURED)["period"]) == {"2019, T1"}
    assert set(of(rows, gaps.GAP)["source"]) == {
        "calcul à partir des indicateurs et des enquêtes du classeur"
    }


def _as_drawn(found: Mapping[str, Any], frame: pd.DataFrame) -> dict[str, Any]:
    """Check each region against the frame that the page draws; return those with one value."""
    assert set(found) == set(frame["region_code"])
    for row in each(frame):
        mine = found[str(row.region_code)]
        if row.status == "value":
            assert mine.value == row.value
        elif row.status == "range":
            assert (mine.low, mine.high, mine.status) == (row.low, row.high, Status.RANGE)
        elif row.status == "undetermined":
            assert (mine.low, mine.high) == (row.low, row.high)
            assert "sens non établi" in mine.note
        else:
            assert mine.status == Status.MISSING
    single = frame.loc[frame["status"] == "value", "region_code"]
    return {str(code): found[str(code)] for code in single}


def test_the_ranks_of_the_regions_are_those_of_the_command(results: Results, ask: Asked) -> None:
    every = ranks.every_domain(
        results.index_scores(), results.rank_intervals(), results.regions(), results.domains()
    )
    words = names(results)
    rows = panorama.ranks(every.rename(columns={"domain_code": "code"}), score_unit(REFERENCE), words)
    well_made(rows)
    found = {(row.region_code, row.domain): row for row in each(of(rows, RANK))}
    scores = {(row.region_code, row.domain): row.value for row in each(of(rows, SCORE))}
    printed = [
        row for row in ask(results.store, "ranks") if (row["among"], row["level"]) == ("regions", "domaine")
    ]
    assert len(printed) == len(found) == 13 * 16
    for row in printed:
        mine = found[row["region_code"], words.domains[row["code"]]]
        assert same(mine.value, row["rank"])
    here = of(rows, RANK)
    _within(
        by_region(here[here["domain"] == words.domains["sante"]]),
        results.rank_intervals(),
        "regions",
        "sante",
    )
    asked = [row for row in ask(results.store, "scores") if row["level"] == "domaine"]
    assert len(asked) == len(scores)
    for row in asked:
        assert same(scores[row["region_code"], words.domains[row["code"]]], row["score"])


def _within(found: Mapping[str, Any], intervals: pd.DataFrame, among: str, code: str) -> None:
    """Check the intervals of a file against those that are computed."""
    here = intervals[(intervals["among"] == among) & (intervals["code"] == code)]
    assert len(here) == 13
    for row in each(here):
        mine = found[str(row.region_code)]
        assert pd.isna(row.rank) or (mine.value, mine.low, mine.high) == (row.rank, row.low, row.high)


def test_a_region_without_a_rank_is_not_published() -> None:
    rows = pd.DataFrame(
        [["94", "emploi", None, None, None, None, None, None]],
        columns=["region_code", "code", "rank", "ranked", "low", "high", "score", "coverage"],
    )
    words = Names({"94": "Corse"}, {"emploi": "Emploi"}, {})
    assert panorama.ranks(rows, "écarts-types", words)["status"].tolist() == [Status.MISSING] * 2


def test_the_spine_has_every_region_and_the_ranks_of_one(results: Results) -> None:
    rows = well_made(portrait.spine(results, "32", REFERENCE))
    placed = of(rows, RANK)
    assert set(placed["region_code"]) == {"32"}
    assert len(placed) == 16
    values = rows[rows["measure"] != RANK]
    assert values.groupby("measure")["region_code"].nunique().eq(14).all()


def test_the_gaps_of_a_region_are_those_that_are_computed(results: Results) -> None:
    rows = well_made(portrait.felt(results, "93", "citoyens", REFERENCE))
    computed = results.crossed("citoyens").gaps
    computed = computed[computed["region_code"] == "93"]
    assert len(rows) == 3 * len(computed)
    gap, measured, felt = (of(rows, measure) for measure in (gaps.GAP, gaps.MEASURED, gaps.FELT))
    # As on the page: the latest survey first, otherwise in the order of the workbook.
    latest_first = sorted(each(computed), key=lambda row: row.survey_date, reverse=True)
    for position, row in enumerate(latest_first):
        here = gap.loc[position]
        if pd.isna(row.rank_gap):
            assert pd.isna(here["value"])
        else:
            assert tuple(here[["value", "low", "high"]]) == (
                row.rank_gap,
                row.rank_gap_low,
                row.rank_gap_high,
            )
        assert pd.isna(row.objective_rank) or measured.loc[position, "value"] == row.objective_rank
        assert (felt.loc[position, "sheet"], felt.loc[position, "cell"]) in {
            (row.sheet, row.cell),
            (row.sheet, row.rank_cell),
        }


@pytest.mark.parametrize(("actor", "code"), [("citoyens", "pauvrete"), ("maires", "emploi")])
def test_a_gap_that_is_bounded_or_cannot_be_computed_is_never_a_number(
    results: Results, actor: str, code: str
) -> None:
    crossed = results.crossed(actor)
    method_rows = gap_rows(results.regions(), crossed.gaps, crossed.unnamed, results.rank_intervals(), code)
    rows = well_made(domain.gaps(results, method_rows, crossed.gaps, code, actor))
    found = by_region(of(rows, gaps.GAP))
    for row in each(method_rows):
        mine = found[str(row.region_code)]
        if row.verdict == Sign.NONE:
            assert mine.status == Status.MISSING
            assert "non calculable" in mine.note
        elif row.unnamed:
            assert mine.status in {Status.RANGE, Status.VALUE}
            assert "non cité par l’enquête" in mine.note


def test_what_every_actor_says_of_a_domain_is_the_published_figure(results: Results) -> None:
    rows = told(results.everyone(), results.actors(), "emploi")
    notes = rows[rows["kind"] == "note"]
    made = well_made(domain.felt(results, notes))
    values = made[made["unit"] != "rang"]
    assert sorted(values["value"]) == sorted(notes["value"])
    assert set(values["cell"]) == set(notes["cell"])
