"""The numbers behind the figures: those of `python -m indicators`, missing never 0, each with its status."""

from __future__ import annotations

import math
from functools import cache
from itertools import product
from typing import Any

import pandas as pd
import pytest

from exports.figures import actors as crossing
from exports.figures import alliances, coverage, gaps, published, settings
from exports.figures import compare as comparison
from exports.figures.gaps_corners import HEARD, HOLDS, Sides, corners
from exports.figures.names import Names, names
from exports.figures.rows import ends, placed
from exports.numbers import NAMES, Status, numbers
from indicators import index
from indicators.alliance_figures import alliance_figures
from indicators.felt import of_regions
from indicators.gap_signs import Sign
from indicators.importance import importance as importances
from indicators.initiatives import initiatives
from indicators.leave_one_out import leave_one_out
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.results import REFERENCE, Results
from indicators.rows import each
from indicators.score_table import groups
from readings.actors.context import Voices, voices
from readings.actors.page import crossing as crossed_page
from readings.actors.part import Part
from readings.alliances import selection, topics
from readings.alliances.topics import TOPICS
from readings.compare import ranks as comparison_ranks
from readings.coverage import cells as coverage_cells
from readings.coverage import words as coverage_words
from readings.gaps.cells import Cell, cells
from readings.gaps.corners import among_domains, among_regions
from readings.gaps.picture import Picture, of_picture, pictured
from readings.settings import importance, moves, parts, removed
from tests.exports.command_line import Asked, ask  # noqa: F401 - a fixture
from wording.typography import typed

HOSTILE = '=HYPERLINK("http://x")<b>*a*'


@pytest.fixture(scope="session", name="real")
def _real(published: Results) -> Results:  # the name of a module here
    return published


@pytest.fixture(scope="session", params=["real", "invented"])
def results(request: pytest.FixtureRequest) -> Results:
    found: Results = request.getfixturevalue(request.param)
    return found


def well_made(rows: pd.DataFrame) -> pd.DataFrame:
    """Every file says what it does not know in words, and never as 0."""
    assert list(rows.columns) == list(NAMES)
    assert len(rows)
    assert set(rows["status"]) <= {str(status.value) for status in Status}
    assert (rows["status"] == Status.MISSING).eq(rows[["value", "low", "high"]].isna().all(axis=1)).all()
    assert (rows["measure"] != "").all()
    pd.testing.assert_frame_equal(numbers(rows), rows)
    return rows


def places(rows: pd.DataFrame, measure: str) -> dict[tuple[str, str], Any]:
    kept = rows[rows["measure"] == measure]
    assert not kept.duplicated(["region_code", "domain"]).any()
    return {(row.region_code, row.domain): row for row in each(kept)}


def number(text: str) -> float:
    return float(text) if text else float("nan")


def same(value: float, text: str) -> bool:
    return pd.isna(value) if text == "" else value == pytest.approx(float(text), abs=1e-12)


# --- « Écarts »


def matrix(results: Results, actor: str) -> tuple[tuple[Cell, ...], pd.DataFrame, Picture]:
    crossed = results.crossed(actor)
    shown = pictured(crossed.gaps)
    assert shown is not None
    told = of_picture(crossed.gaps, shown)
    every = cells(
        told,
        of_picture(crossed.unnamed, shown),
        results.rank_intervals(),
        list(results.regions()["region_code"]),
        list(results.domains()["domain_code"]),
    )
    return every, told, shown


def test_every_gap_is_the_one_that_the_command_prints(results: Results, ask: Asked) -> None:  # noqa: F811
    every, told, shown = matrix(results, "citoyens")
    words = names(results)
    rows = well_made(gaps.gap_matrix(every, told, shown, "citoyens", words))
    found = places(rows, gaps.GAP)
    assert len(found) == 13 * 16
    printed = [
        row
        for row in ask(results.store, "gaps --actor citoyens")
        if row["wave"] == shown.wave and row["measure"] == shown.measure
    ]
    asked = {(row["region_code"], words.domains[row["domain_code"]]): row for row in printed}
    assert len(asked) == len(told)
    for place, row in asked.items():
        assert same(found[place].value, row["rank_gap"])
        if row["rank_gap_low"]:
            assert (found[place].low, found[place].high) == (
                number(row["rank_gap_low"]),
                number(row["rank_gap_high"]),
            )
        felt = places(rows, gaps.FELT)[place]
        assert (felt.sheet, felt.cell) in {(row["sheet"], row["cell"]), (row["sheet"], row["rank_cell"])}


def test_a_gap_without_figures_is_said_not_published_and_why(real: Results) -> None:
    every, told, shown = matrix(real, "citoyens")
    rows = gaps.gap_matrix(every, told, shown, "citoyens", names(real))
    none = [cell for cell in every if cell.sign is Sign.NONE]
    missing = rows[(rows["measure"] == gaps.GAP) & (rows["status"] == Status.MISSING)]
    assert len(missing) == len(none) > 100
    assert missing["note"].str.startswith("non calculable").all()
    bounded = rows[(rows["measure"] == gaps.GAP) & (rows["status"] == Status.RANGE)]
    assert len(bounded) == sum(cell.bounded for cell in every) > 0
    unnamed = rows[(rows["measure"] == gaps.FELT) & (rows["status"] == Status.RANGE)]
    assert unnamed["note"].str.startswith("non cité\u202f: ").all()


def test_a_perimeter_is_said_with_every_figure_of_it(real: Results) -> None:
    every, told, shown = matrix(real, "citoyens")
    rows = gaps.gap_matrix(every, told, shown, "citoyens", names(real))
    own = told[told["perimeter"] != ""]
    cells_of = {*own["cell"], *own["rank_cell"]}
    elsewhere = rows[rows["cell"].isin(cells_of)]
    assert len(elsewhere) >= len(own) > 0
    assert elsewhere["note"].str.contains("(périmètre de l’enquête)", regex=False).any()
    assert elsewhere["note"].str.contains("PACA-Corse|Rhône-Alpes").all()


def test_a_cell_that_is_not_measured_says_so(real: Results) -> None:
    _, told, shown = matrix(real, "citoyens")
    hollow = Cell("94", "emploi", Sign.UNDETERMINED, "note_seule", value=4.1, unit="note moyenne sur 10")
    rows = gaps.gap_matrix([hollow], told.iloc[:0], shown, "citoyens", names(real))
    assert rows["status"].tolist() == [Status.MISSING] * 3
    assert rows["note"].str.len().gt(0).all()


@pytest.mark.parametrize("among", ["domaines", "regions"])
def test_corners_give_ranks_and_how_firmly_they_hold(results: Results, among: str) -> None:
    actor = "citoyens"
    every, _, shown = matrix(results, actor)
    crossed = results.crossed(actor)
    placed = of_picture(crossed.quadrants, shown)
    told = of_regions(results.everyone())
    felt = of_picture(told[told["actor_code"] == actor], shown)
    sides = Sides(every, shown, results.rank_intervals(), felt)
    if among == "domaines":
        points = among_domains(every, placed, 16)
    else:
        points = among_regions(every, placed, felt, results.rank_intervals(), "emploi")
    rows = corners(points, among, sides, actor, names(results))
    if not points:
        assert rows.empty
        return
    well_made(rows)
    solid = places(rows, HOLDS)
    held = {(row.region_code, row.domain_code): row for row in each(placed[placed["among"] == among])}
    for point in points:
        told_row = solid[point.region_code, names(results).domains[point.domain_code]]
        kept = held.get((point.region_code, point.domain_code))
        expected = None if kept is None or pd.isna(kept.quadrant) else 100 * kept.holds
        assert (None if pd.isna(told_row.value) else told_row.value) == expected
    if among == "regions":
        ranks = dict(zip(felt["region_code"] + felt["domain_code"], felt["region_rank"], strict=True))
        heard = rows[rows["measure"] == HEARD]
        assert [ranks[code + "emploi"] for code in heard["region_code"]] == heard["value"].tolist()


# --- « Comparer »


def everything(results: Results) -> pd.DataFrame:
    codes = [str(code) for code in results.domains()["domain_code"]]
    found = [results.region_values(code).assign(domain_code=code) for code in codes]
    return pd.concat(found, ignore_index=True)


def test_scores_and_values_are_those_that_the_command_prints(results: Results, ask: Asked) -> None:  # noqa: F811
    words, method = names(results), Method(Normalisation.MINMAX)
    compared = ("32", "94")
    rows = well_made(
        comparison.values_and_scores(
            everything(results), results.index_scores(method), comparison.score_unit(method), compared, words
        )
    )
    printed = ask(results.store, "scores --normalisation minmax")
    scores = places(rows, comparison.SCORE)
    of_domains = [row for row in printed if row["level"] == "domaine"]
    assert len(scores) == len(of_domains) == 13 * 16
    for row in of_domains:
        assert same(scores[row["region_code"], words.domains[row["code"]]].value, row["score"])
    values = {(row["region_code"], row["code"]): row["value"] for row in printed if row["value"]}
    labels = dict(zip(results.catalogue()["indicator_code"], results.catalogue()["label"], strict=True))
    for (region, code), value in values.items():
        if region in compared:
            mine = rows[(rows["region_code"] == region) & (rows["measure"] == typed(labels[code]))]
            assert mine["value"].tolist() == [float(value)]
    assert set(rows.loc[rows["measure"] != comparison.SCORE, "region_code"]) == {"32", "94", "FR"}


def test_ranks_are_those_that_the_command_prints(results: Results, ask: Asked) -> None:  # noqa: F811
    words = names(results)
    every = comparison_ranks.ranks(results.rank_intervals(), results.vocabulary().levels)
    both = well_made(comparison.overall_ranks(every, results.dominance(), ("32", "53"), words))
    overall, pairs = (both[(both["measure"] == comparison.MORE) == more] for more in (False, True))
    inside = well_made(comparison.domain_ranks(every, words))
    printed = {
        (row["region_code"], words.domains[row["code"]]): row
        for row in ask(results.store, "ranks --draws 1000")
        if row["among"] == "regions"
    }
    assert len(overall) == 13 + 2 * (16 + 4)
    assert len(inside) == 13 * 16
    for row in (*each(overall), *each(inside)):
        told = printed[row.region_code, row.domain]
        assert (row.value, row.low, row.high) == tuple(number(told[end]) for end in ("rank", "low", "high"))
    dominant = ask(results.store, "dominance --regions 32,53")
    assert len(pairs) == len(dominant) == 2 * (16 + 4 + 1)
    shares = {(row["region_code"], words.domains[row["code"]]): row for row in dominant}
    for row in each(pairs):
        told = shares[row.region_code, row.domain]
        assert row.value == pytest.approx(100 * float(told["more"]))
        assert row.note == f"l’autre\u202f: {words.regions[told['other_code']]}"


def test_a_corrected_cell_a_range_and_a_hole_say_what_they_are(real: Results) -> None:
    row = real.region_values("emploi").assign(domain_code="emploi").iloc[:4].copy()
    row["status"] = ["value", "range", "missing", "value"]
    row["corrected"] = [True, True, False, False]
    row["published_raw"], row["correction_reason"] = "55 00", "un zéro manque"
    row.loc[[1, 2], "value"] = float("nan")
    row.loc[1, ["low", "high"]] = [1.0, 2.0]
    row["benchmark"], row["benchmark_cell"] = float("nan"), None
    rows = numbers(pd.DataFrame(published.measured(row, names(real))))
    assert rows["status"].tolist() == [
        Status.CORRECTED,
        Status.RANGE,
        Status.MISSING,
        Status.VALUE,
        Status.MISSING,
    ]
    assert rows["note"].tolist()[:2] == ["publié «\u00a055 00\u00a0», corrigé\u202f: un zéro manque"] * 2
    assert rows["region"].tolist()[-1] == "France"


def test_every_unit_of_a_score_has_words() -> None:
    units = [comparison.score_unit(Method(kind)) for kind in Normalisation]
    geometric = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    assert len({*units, comparison.score_unit(geometric)}) == 5


# --- « Regards croisés »


@cache
def heard(results: Results) -> Voices:
    return voices(results)


@cache
def sections(results: Results, region: str) -> list[Part]:
    agreements = pd.concat(
        [results.agreements(None, place) for place in dict.fromkeys(["FR", region or "FR"])],
        ignore_index=True,
    )
    page = crossed_page(heard(results), agreements, "citoyens", region)
    return [part for part in page.parts if len(part.rows)]


@pytest.mark.parametrize(("edition", "region"), [("real", ""), ("real", "93"), ("invented", "93")])
def test_each_section_of_the_crossing_gives_its_published_figures(
    request: pytest.FixtureRequest, edition: str, region: str
) -> None:
    results: Results = request.getfixturevalue(edition)
    words, known = names(results), _published(results)
    for part in sections(results, region):
        rows = well_made(crossing.crossing(part, words))
        assert part.sources
        own = [text for text in part.figures.get("perimeter", pd.Series(dtype="str")).dropna() if text]
        assert all(typed(text) in " ".join(part.perimeters) for text in own)
        assert bool(own) == bool(part.perimeters)
        for row in each(rows[rows["cell"] != ""]):
            expected = known[row.sheet, row.cell]
            assert row.value in expected or (row.low, row.high) in expected


def test_who_is_not_heard_is_a_row_that_is_not_published(real: Results) -> None:
    found = {part.kind: crossing.crossing(part, names(real)) for part in sections(real, "")}
    mayors = found["priorites"][found["priorites"]["actor"] == "Maires"]
    assert mayors["status"].tolist() == [Status.MISSING]
    notes = found["note_fragilite_sur_10"]
    values = notes[notes["measure"] != published.PUBLISHED_RANK]
    lines = values["domain"].nunique()
    assert len(values) == 4 * lines
    assert (values.loc[values["actor"] == "Maires", "status"] == Status.MISSING).all()


def test_a_rank_without_a_value_is_one_row(real: Results) -> None:
    told = real.everyone()
    bare = told[told["rank_low"].notna()].iloc[:1].assign(value=float("nan"))
    rows = well_made(numbers(pd.DataFrame(published.felt(bare, names(real)))))
    assert rows["measure"].tolist() == [published.PUBLISHED_RANK]
    assert rows["cell"].tolist() == bare["rank_cell"].tolist()


def test_agreement_and_change_are_the_computed_ones(results: Results) -> None:
    for part in sections(results, "93"):
        if part.kind == "accord":
            rows = crossing.crossing(part, names(results))
            assert rows["value"].tolist()[::3] == part.figures["w"].tolist()
            assert rows["value"].tolist()[2::3] == (100 * part.figures["chance"]).tolist()
        if part.kind.startswith("evolution"):
            rows = crossing.crossing(part, names(results))
            assert rows["value"].tolist()[2::3] == part.figures["change"].tolist()
            assert rows["low"].tolist()[2::3] == part.figures["change_low"].tolist()
            (sampling,) = set(part.figures["sampling"])
            words = {"publiee": "", "bornee": "écart-type non publié", "inconnue": "ne compte que l’arrondi"}
            noted = rows["note"].iloc[2::3]
            assert noted.str.contains(words[sampling]).all()
            assert noted.str.contains("non publié|arrondi").any() == (sampling != "publiee")


def _published(results: Results) -> dict[tuple[str, str], set[Any]]:
    """What each cell of the two survey sheets holds."""
    held: dict[tuple[str, str], set[Any]] = {}
    told = pd.concat([results.everyone(), alliance_figures(results.store)], ignore_index=True)
    for row in each(told):
        held.setdefault((row.sheet, row.cell), set()).update({row.value, row.rank_low})
        ranks = {row.rank_low, (row.rank_low, row.rank_high)} if pd.notna(row.rank_low) else set()
        held.setdefault((row.sheet, row.rank_cell), set()).update(ranks)
    return held


# --- « Alliances et initiatives »


def test_departments_without_a_citation_are_not_published_rather_than_zero(real: Results) -> None:
    counts = selection.by_department(initiatives(real.store))
    departments = {
        "69": "Rhône",
        "04": "Alpes-de-Haute-Provence",
        **dict.fromkeys(counts["department_code"], ""),
    }
    region_of = dict.fromkeys(departments, "84")
    rows = well_made(alliances.by_department(counts, departments, region_of, names(real)))
    by_label = dict(zip(rows["measure"].str[-3:-1], rows["value"], strict=True))
    for row in each(counts):
        assert by_label[row.department_code] == row.count
    assert pd.isna(by_label["04"])
    assert rows["value"].sum() == counts["count"].sum()


def test_topics_give_every_figure_with_its_territory(real: Results) -> None:
    known, words = alliance_figures(real.store), names(real)
    for topic in TOPICS:
        drawn = topics.topic_rows(known, topic, real.vocabulary())
        rows = well_made(alliances.topic(known, drawn, words))
        told = known.set_index("figure_id").loc[list(drawn["figure_id"])]
        expected = [
            value for value, codes in zip(told["value"], told["region_codes"], strict=True) for _ in codes
        ]
        assert rows["value"].tolist() == expected


def test_ranks_ranges_and_old_territories_keep_their_words(real: Results) -> None:
    known = alliance_figures(real.store)
    ranked = known[known["value"].isna() & known["low"].isna()]
    rows = well_made(numbers(pd.DataFrame(published.said(ranked, names(real)))))
    assert set(rows["measure"]) == {published.PUBLISHED_RANK}
    old = rows[rows["region_code"] == ""]
    assert len(old)
    assert old["region"].str.endswith("(périmètre de l’enquête)").all()
    spread = known.iloc[:1].assign(value=float("nan"), low=3.0, high=5.0, status="range")
    only = numbers(pd.DataFrame(published.said(spread, names(real))))
    assert only["status"].tolist() == [Status.RANGE]
    assert (only["low"][0], only["high"][0]) == (3.0, 5.0)


# --- « Données et méthode »


def test_coverage_counts_what_is_published_and_nothing_else(results: Results) -> None:
    words = names(results)
    found = coverage_cells.cells(results.everyone(), results.actors(), results.regions(), results.domains())
    measured = {str(code): 13 for code in results.domains()["domain_code"]}
    labels = dict(zip(results.actors()["actor_code"], results.actors()["label"], strict=True))
    rows = well_made(coverage.everyone(coverage_words.counts(found, measured, labels), words))
    assert not (rows["value"] == 0).any()
    told = of_regions(results.everyone())
    for actor, domain in product(("citoyens", "maires"), ("emploi", "culture")):
        mine = told[(told["actor_code"] == actor) & (told["domain_code"] == domain)]
        row = rows[(rows["actor"] == words.actors[actor]) & (rows["domain"] == words.domains[domain])].iloc[0]
        expected = mine["region_code"].nunique()
        assert (row["value"] == expected) if expected else row["status"] == Status.MISSING
    one = well_made(coverage.of_actor(found[found["actor_code"] == "citoyens"], words))
    assert len(one) == 13 * 16
    assert one.loc[one["status"] == Status.VALUE, "period"].str.len().gt(0).all()


def test_moved_ranks_give_both_methods(results: Results) -> None:
    words, ranked = names(results), Method(Normalisation.RANK)
    both = moves.rank_moves(results.rank_intervals(), results.rank_intervals(ranked), results.regions())
    rows = well_made(settings.moves(both, "ensemble", words, changed=True))
    assert places(rows, settings.CHOSEN)["32", words.domains["ensemble"]].value == 1
    reference = rows[rows["measure"] == settings.REFERENCE]
    assert reference["value"].tolist() == both["before"].tolist()
    assert len(well_made(settings.moves(both, "ensemble", words, changed=False))) == 13


@pytest.mark.parametrize("aggregation", list(Aggregation))
def test_parts_of_a_score_give_it_back(results: Results, aggregation: Aggregation) -> None:
    method = Method(Normalisation.MINMAX, aggregation=aggregation)
    found = parts.parts(index.contributions(results.store, method, "32"), results, method)
    assert found is not None
    rows = well_made(settings.parts(found, "32", method, comparison.score_unit(method), names(results)))
    scores = results.index_scores(method)
    score = scores[(scores["region_code"] == "32") & (scores["code"] == "ensemble")]["score"].iloc[0]
    if aggregation.geometric("ensemble"):
        factors = rows.loc[rows["measure"] == settings.FACTOR, "value"].astype(float).tolist()
        given = 11 - 10 * math.prod(factors)
        assert rows.loc[rows["measure"] == settings.COMPARABLE, "value"].between(1, 10).all()
    else:
        given = rows.loc[rows["measure"] == settings.PART, "value"].sum()
    assert given == pytest.approx(score)
    assert rows.loc[rows["measure"] == settings.WEIGHT, "value"].sum() == pytest.approx(100)


def test_what_each_element_decides_is_unrounded(results: Results) -> None:
    table = leave_one_out(results.store, REFERENCE)
    rows = well_made(settings.removed(removed.removed(table, results.vocabulary())))
    assert rows["value"].tolist()[::2] == table["mean_change"].tolist()
    assert rows["value"].tolist()[1::2] == table["largest_change"].tolist()


def test_what_the_domains_decide_is_unrounded_and_what_lacks_is_said(results: Results) -> None:
    made = groups(results.store, REFERENCE, results.index_scores())
    table = importance.ordered(importances(made), "domaine")
    rows = well_made(settings.importance(table.head(3).assign(main_effect=float("nan")), names(results)))
    assert rows["value"].tolist()[:3] == [
        pytest.approx(float(table[name].iloc[0]) * scale)
        for name, scale in (("weight", 100), ("share", 100), ("r2", 1))
    ]
    assert rows["domain"].iloc[0] == results.vocabulary().domain_labels[table["code"].iloc[0]]
    assert rows["status"].tolist()[3::4] == ["non publié"] * 3


# --- words of the workbook


def test_a_hostile_name_stays_the_name_it_is(real: Results) -> None:
    """Whoever writes the file defuses it: here a name is neither cut nor run."""
    known = names(real)
    hostile = Names(
        dict.fromkeys(known.regions, HOSTILE), known.domains, dict.fromkeys(known.actors, HOSTILE)
    )
    every, told, shown = matrix(real, "citoyens")
    rows = gaps.gap_matrix(every, told, shown, "citoyens", hostile)
    assert set(rows["region"]) == {HOSTILE}


def test_a_rank_that_is_not_there_is_no_number() -> None:
    assert placed(pd.NA, pd.NA, pd.NA) == {"status": Status.MISSING, "unit": "rang"}
    assert placed(3, 2, 6) == {"value": 3.0, "low": 2.0, "high": 6.0, "unit": "rang"}


def test_two_ends_make_a_number_a_range_or_a_hole() -> None:
    assert ends(2, 2) == {"value": 2.0}
    assert ends(2, 3) == {"low": 2.0, "high": 3.0, "status": Status.RANGE}
    assert ends(pd.NA, 3) == {"status": Status.MISSING}
