"""A domain that several indicators measure: one line, its score, placed by plain loops; others as before."""

from __future__ import annotations

from itertools import groupby

import pandas as pd
import pytest

from charts.look import Look
from charts.palette import LIGHT
from charts.spine import spine
from indicators import structure, weights
from indicators.positions import Positions
from indicators.results import REFERENCE, Results
from indicators.rows import records
from indicators.separation import separation
from readings.compare import lines, points, ranks
from readings.debate import facts
from readings.phrases import measured_dates, trials
from readings.phrases.conventions import convention
from readings.settings import entries
from readings.territory.report import report
from tests import opened
from tests.opened import published
from tests.training.indicators import named


@pytest.fixture(scope="module")
def large() -> Results:
    return opened.large()


def test_a_domain_is_one_line_its_score_where_several_indicators_make_it(large: Results) -> None:
    scores = large.index_scores(REFERENCE)
    scores = scores[scores["level"] == "domaine"]
    rows = records(report(large, "53").spine_rows)
    assert len(rows) == 16
    for row in rows:
        of_domain = {
            one["region_code"]: one["score"] for one in records(scores) if one["code"] == row["domain_code"]
        }
        low, high = min(of_domain.values()), max(of_domain.values())
        assert row["indicators"] == named(row["domain_code"])
        assert row["measure_text"] == f"Score de {row['indicators']}\u00a0indicateurs"
        assert row["value_text"] == f"{of_domain['53']:.2f}".replace(".", ",").replace("-", "\u2212")
        assert row["france_text"] == ""
        assert row["at"] == pytest.approx((of_domain["53"] - low) / (high - low))
        assert sorted(row["others"]) == pytest.approx(
            sorted((score - low) / (high - low) for code, score in of_domain.items() if code != "53")
        )
        assert row["rank"] == 1 + sum(score > of_domain["53"] for score in of_domain.values())
    assert spine(report(large, "53").spine_rows, Look("53", (900, 416), LIGHT))


def test_a_domain_of_one_indicator_keeps_its_figure() -> None:
    rows = records(report(published(), "53").spine_rows)
    assert {row["indicators"] for row in rows} == {1}
    assert next(row["value_text"] for row in rows if row["domain_code"] == "emploi") == "7,2\u202f%"


def test_an_indicator_that_scores_nobody_does_not_make_a_domain_one_of_several() -> None:
    results = published()
    values, scored = results.every_value(), set(results.scored_indicators()["indicator_code"])
    same = values[values["domain_code"] == "emploi"].assign(indicator_code="Constante", label="x", value=1.0)
    with_it = pd.concat([same, values], ignore_index=True)
    asked = (scored, results.rank_intervals(), results.index_scores(), results.domains())
    found, same = (Positions(given, *asked).lines("53") for given in (with_it, values))
    pd.testing.assert_frame_equal(found, same)


@pytest.mark.parametrize("name", ["large", "published"])
def test_a_line_counts_the_indicators_that_the_intervals_do(
    name: str, request: pytest.FixtureRequest
) -> None:
    results: Results = published() if name == "published" else request.getfixturevalue(name)
    for row in records(report(results, "53").spine_rows):
        assert row["indicators"] == trials.errors(results, row["domain_code"], REFERENCE).indicators


def test_a_convention_says_whether_it_is_all_that_measures_a_domain(large: Results) -> None:
    assert "est mesuré par le nombre de logements" in convention(published().vocabulary())
    assert "est mesuré entre autres par le nombre de logements" in convention(large.vocabulary())


def test_a_comparison_shows_the_indicators_that_separate_its_regions_most(large: Results) -> None:
    values, codes = large.every_value(), ("53", "32")
    held: dict[str, dict[str, float]] = {}
    for row in records(values):
        if row["value"] is not None:
            held.setdefault(row["indicator_code"], {})[row["region_code"]] = float(row["value"])
    apart = {
        code: abs(of["53"] - of["32"]) / (max(of.values()) - min(of.values()))
        for code, of in held.items()
        if {"53", "32"} <= set(of) and max(of.values()) > min(of.values())
    }
    found = separation(values, codes)
    assert found == pytest.approx(apart)
    shown, told = lines.telling(values, found)
    every, kept = (lines.lines(rows, codes, large.vocabulary()) for rows in (values, shown))
    assert len(every) == sum(map(named, large.domains()["domain_code"]))
    assert [line for line in every if line in kept] == kept
    assert {line.code for line in kept} == set(sorted(apart, key=lambda code: -apart[code])[:20])
    assert told.startswith(f"Parmi {len(every)} indicateurs, les 20 où ces régions s’écartent le plus")


def test_a_comparison_that_cuts_equal_indicators_does_not_call_them_the_most_apart(large: Results) -> None:
    values, codes = large.every_value(), ("32", "53", "94")
    apart = separation(values, codes)
    placed = sorted(apart.values(), reverse=True)
    assert placed[19] == placed[20], "the last kept and the first left out are as far apart"
    assert " indicateurs, 20 de ceux où ces régions s’écartent le plus, " in lines.telling(values, apart)[1]


def test_a_short_comparison_shows_all_of_its_indicators() -> None:
    every = published().every_value()
    shown, told = lines.telling(every, {})
    assert shown is every
    assert told == ""


def test_a_long_dictionary_keeps_each_domain_together_and_its_shares_add_up(large: Results) -> None:
    missing = structure.missing_indicators(large.store)
    weighed = weights.domain_weights(large.store, REFERENCE)
    rows = entries.entries(large.catalogue(), large.domains(), missing, weighed, 13)
    assert len(rows) == len(large.catalogue())
    domains = [*large.domains()["short_label"], entries.PROFILE]
    assert [name for name, _ in groupby(rows["Domaine"])] == domains
    shares = [
        float(text.rstrip("%").strip().replace(",", "."))
        for text in rows["Part du score"]
        if text.endswith("%")
    ]
    # Each is rounded to a hundredth of a point.
    assert abs(sum(shares) - 100) < 0.005 * len(shares)


def test_only_a_domain_of_one_indicator_has_a_figure_to_cite(large: Results) -> None:
    assert lines.alone(large.every_value()).empty
    known, every = published().vocabulary(), published().every_value()
    assert lines.lines(lines.alone(every), ("53", "32"), known) == lines.lines(every, ("53", "32"), known)


def test_a_mark_of_a_domain_of_several_indicators_says_a_rank_and_no_figure(large: Results) -> None:
    ranked = ranks.ranks(large.rank_intervals(), large.vocabulary().levels)
    cited = lines.lines(lines.alone(large.every_value()), ("53", "32"), large.vocabulary())
    asked = large.index_scores(), ranked, cited, large.domains(), ("53", "32"), large.vocabulary().names
    for row in records(points.points(*asked)):
        place = f"{row['name']}, {large.vocabulary().names[row['region_code']].name}\u202f: "
        assert row["label"] == f"{place}{row['words']}"


def test_a_figure_of_a_domain_of_several_is_chosen_by_a_rule(large: Results) -> None:
    for region in ("53", "32", "93", "94"):
        grounds = facts.grounds(large, region, REFERENCE)
        assert grounds
        for ground in grounds:
            code, side = ground.place["code"], ground.side
            count = named(code)
            assert ground.among == count
            values = records(large.region_values(code))
            rows = records(large.members(code))
            alike = {row["indicator_code"]: row["share"] for row in rows if row["link"] == "avec"}
            own = [row for row in values if row["region_code"] == region and row["indicator_code"] in alike]
            better = []
            for row in own:
                others = [one["value"] for one in values if one["indicator_code"] == row["indicator_code"]]
                turned = [row["direction"] * other for other in others if other is not None]
                if row["value"] is None or row["benchmark"] is None:
                    continue
                mine, france = (row["direction"] * row[name] for name in ("value", "benchmark"))
                ahead = sum(other > mine if side == "fragilite" else other < mine for other in turned)
                outside = abs(mine - france) * 10 ** int(row["decimals"]) > 1 + 1e-6
                if ahead < len(turned) / 2 and outside and (mine > france) == (side == "fragilite"):
                    better.append((ahead, -alike[row["indicator_code"]], row["indicator_code"]))
            first = min(ahead for ahead, _, _ in better)
            chosen = ground.figure["indicator_code"]
            assert (first, -alike[chosen]) == min(better)[:2]
            assert chosen in {code for ahead, _, code in better if ahead == first}
            said = facts.point(ground, large.vocabulary(), region)
            assert f"Score de {count}\u00a0indicateurs\u202f; celui-ci va avec les autres" in said.detail


def test_more_than_two_dates_are_the_years_that_they_cover(large: Results) -> None:
    table = large.catalogue()
    when = measured_dates.by_domain(large)
    for code in large.domains()["domain_code"]:
        used = table[(table["domain_code"] == code) & (table["values_published"] > 0)]
        years = sorted(
            year[:4] for text in used["year"] for year in text.replace("-", " ").split() if year[:2] == "20"
        )
        assert when[code] == f"de {years[0]} à {years[-1]}"
