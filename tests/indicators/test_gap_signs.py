"""Gaps in their three readings: each against plain loops, and a sign only when it may be stated."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.both_sides import both_sides
from indicators.felt import drawn_values, perceived_scores
from indicators.gap_intervals import drawn_gaps
from indicators.gap_signs import COLUMNS
from indicators.method import Method
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import boring, fictional, made, opened
from tests.fictional import DOMAINS, NOTE, SHARE
from tests.surveys import gaps

WAVE = "IMPACT 2019"
ACTORS = ["citoyens", "entreprises", "associations", "maires", "elus_locaux"]


@pytest.fixture(scope="module")
def invented() -> Store:
    return opened.invented().store


def test_what_the_published_figures_allow(published: Store) -> None:
    """Felt first in 13 regions: positive in eleven; in two the measure may be first, or not."""
    frame: Any = gaps(published, "citoyens", "PHARE 2015").set_index(["region_code", "domain_code"])
    jobs: Any = frame.xs("emploi", level="domain_code")
    assert jobs["stated_sign"].value_counts().to_dict() == {"positive": 11, "indetermine": 2}
    for region in ("32", "76"):
        assert jobs.loc[region, ["rank_gap", "reason"]].tolist() == [0, "intervalle_contient_zero"]
    assert not frame["sampling_known"].any()
    assert set(frame["readings"]) == {1}
    assert set(gaps(published, "maires").columns) == set(COLUMNS)
    assert gaps(published, "maires").empty


def test_a_note_never_decides_alone(published: Store) -> None:
    """Environment in Nouvelle-Aquitaine: 4,1 out of 10, without a rank."""
    frame: Any = gaps(published, "entreprises").set_index("domain_code")
    assert frame.loc["environnement", ["readings", "stated_sign", "reason"]].tolist() == [
        1,
        "indetermine",
        "note_seule",
    ]
    assert frame.loc["pauvrete", "stated_sign"] == "positive"
    assert frame.loc["pauvrete", "native_gap"] > 0


def z(numbers: list[float]) -> list[float]:
    mean = sum(numbers) / len(numbers)
    deviation = math.sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
    return [(number - mean) / deviation for number in numbers]


@pytest.mark.parametrize("domain", ["emploi", "diversite_handicap", "transition_energetique"])
def test_the_readings_of_the_fictional_edition_are_those_of_plain_loops(invented: Store, domain: str) -> None:
    frame: Any = gaps(invented, "maires", WAVE, draws=50).set_index(["region_code", "domain_code"])
    felt = {region: fictional.mean("maires", WAVE, region, domain) for region in boring.REGIONS}
    scores, tens = boring.domain_scores("zscore"), boring.domain_scores("minmax")
    measured = [scores[region, domain][0] or 0.0 for region in boring.REGIONS]
    standard = z(list(felt.values()))
    objective = z(measured)
    ranks = boring.domain_ranks()
    for place, region in enumerate(boring.REGIONS):
        row = frame.loc[(region, domain)]
        notes = [fictional.mean("maires", WAVE, region, other) for other in DOMAINS]
        assert row["perceived_rank_low"] == 1 + sum(note > felt[region] for note in notes)
        assert row["rank_gap"] == ranks[region, domain] - row["perceived_rank_low"]
        assert row["standardised_gap"] == pytest.approx(standard[place] - objective[place])
        assert row["native_gap"] == pytest.approx(felt[region] - (tens[region, domain][0] or 0.0))
        assert row["readings"] == 3


@pytest.mark.parametrize("actor", fictional.ACTORS)
def test_a_stated_sign_is_what_every_reading_says(invented: Store, actor: str) -> None:
    frame: Any = gaps(invented, actor, WAVE, draws=100)
    assert set(frame["stated_sign"]) == {"positive", "negative", "indetermine"}
    assert (frame["reason"] == "").equals(frame["stated_sign"] != "indetermine")
    for reading in ("rank", "standardised", "native"):
        point, low, high = (frame[f"{reading}_gap{end}"].astype(float) for end in ("", "_low", "_high"))
        computed = point.notna()
        assert (low[computed] <= point[computed]).all()
        assert (point[computed] <= high[computed]).all()
        assert (low[computed & (frame["stated_sign"] == "positive")] > 0).all()
        assert (high[computed & (frame["stated_sign"] == "negative")] < 0).all()
    assert (frame.loc[frame["stated_sign"] == "positive", "share_positive"] > 0.8).all()
    assert (frame.loc[frame["stated_sign"] == "negative", "share_negative"] > 0.8).all()
    assert frame["sampling_known"].all()
    assert {"lectures_divergentes", "intervalle_contient_zero"} <= set(frame["reason"])


def test_two_kinds_of_measure_are_two_rankings(invented: Store) -> None:
    frame: Any = gaps(invented, "entreprises", WAVE, draws=20).set_index(
        ["measure", "region_code", "domain_code"]
    )
    frame = frame.sort_index()
    for domain in DOMAINS:
        shares = [fictional.share("11", other) for other in DOMAINS]
        expected = 1 + sum(one > fictional.share("11", domain) for one in shares)
        assert frame.loc[(SHARE, "11", domain), "perceived_rank_low"] == expected
    assert frame.loc[SHARE, "native_gap"].isna().all()
    assert set(frame.loc[SHARE, "readings"]) == {2}
    assert set(frame.loc[NOTE, "readings"]) == {3}
    assert set(frame["perceived_ranked"]) == {16}


def test_the_seed_is_fixed(invented: Store) -> None:
    first, second = (gaps(invented, "citoyens", WAVE, draws=50) for _ in range(2))
    pd.testing.assert_frame_equal(first, second)


def test_the_interval_of_a_gap_holds_the_gap_and_nine_draws_in_ten(invented: Store) -> None:
    found = drawn_gaps(both_sides(invented, "citoyens", WAVE, draws=100))
    for gap in found.values():
        known = ~np.isnan(gap.point)
        assert known.any()
        low, high, last = gap.low[known], gap.high[known], np.sort(gap.last[known], axis=1)
        assert (low == np.minimum(gap.point[known], last[:, 4])).all()
        assert (high == np.maximum(gap.point[known], last[:, 94])).all()
        assert ((last >= low[:, None]) & (last <= high[:, None])).mean(axis=1).min() >= 0.9


@settings(max_examples=20)
@given(size=st.integers(20, 5_000), times=st.integers(2, 9))
def test_a_smaller_sample_never_narrows_the_interval_of_a_note(size: int, times: int) -> None:
    frame = pd.DataFrame(
        {"value": [5.0, 5.0], "precision": [1, 1], "standard_error": [2 / size, 2 * times / size]}
    )
    drawn = (
        drawn_values(frame.iloc[:1], Noise.SAMPLING, 500),
        drawn_values(frame.iloc[1:], Noise.SAMPLING, 500),
    )
    few, many = (abs(values - 5).max() for values in drawn)
    assert few <= many


REGIONS = ["11", "24", "27", "28", "32", "44"]


def store_of(*figures: SurveyFigure, **columns: dict[str, object]) -> Store:
    """Six regions; `emploi` goes up with the code, `sante` goes down; each is one indicator."""
    numbers: dict[str, dict[str, object]] = {
        "emploi": {code: 10 * place for place, code in enumerate(REGIONS)},
        "sante": {code: -10 * place for place, code in enumerate(REGIONS)},
        **columns,
    }
    rows = [made.indicator(code, code, row) for row, code in enumerate(numbers, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def notes(*amounts: float, domain: str = "emploi", **changes: object) -> list[SurveyFigure]:
    start = 2 if domain == "emploi" else 20
    return [
        made.note(start + place, [code], domain, amount, **changes)
        for place, (code, amount) in enumerate(zip(REGIONS, amounts, strict=False))
    ]


def test_felt_as_measured_in_every_reading_is_undetermined() -> None:
    frame: Any = gaps(store_of(*notes(0, 2, 4, 6, 8, 10)), "citoyens", draws=50)
    assert frame["standardised_gap"].tolist() == pytest.approx([0] * 6)
    assert frame["native_gap"].tolist() == pytest.approx([0] * 6)
    assert frame["rank_gap"].isna().all()
    assert set(frame["reason"]) <= {"intervalle_contient_zero", "lectures_divergentes"}


def test_five_figures_are_needed_and_one_for_two_regions_is_one() -> None:
    four = gaps(store_of(*notes(9, 1, 4, 6)), "citoyens", draws=20)
    assert four["standardised_gap"].isna().all()
    five = gaps(store_of(*notes(9, 1, 4, 6, 8)), "citoyens", draws=20)
    assert five["standardised_gap"].notna().all()
    shared = [*notes(9, 1, 4), made.note(9, ["28", "32"], "emploi", 6)]
    both: Any = gaps(store_of(*shared), "citoyens", draws=20)
    assert len(both) == 5
    assert both["standardised_gap"].isna().all()


def test_two_figures_for_one_region_are_not_compared_with_the_others() -> None:
    twice = [*notes(9, 1, 4, 6, 8, 3), made.note(30, ["11"], "emploi", 2)]
    assert gaps(store_of(*twice), "citoyens", draws=20)["standardised_gap"].isna().all()


def test_the_same_note_everywhere_has_no_standard_deviation() -> None:
    frame: Any = gaps(store_of(*notes(5, 5, 5, 5, 5, 5)), "citoyens", draws=20)
    assert frame["standardised_gap"].isna().all()
    assert set(frame["reason"]) == {"note_seule"}


def test_every_reason_is_told() -> None:
    unscored = made.figure(2, ["11"], "sante")
    constant: Any = gaps(store_of(unscored, sante=dict.fromkeys(REGIONS, 1)), "citoyens", draws=20)
    assert constant["reason"].tolist() == ["objectif_absent"]
    assert constant["stated_sign"].tolist() == ["indetermine"]
    assert constant[["share_positive", "rank_gap", "objective_rank"]].isna().all(axis=None)
    share = made.note(2, ["11"], "emploi", 40, measure="part_priorite_pct", unit="%")
    alone: Any = gaps(store_of(share), "citoyens", draws=20)
    assert alone["reason"].tolist() == ["perception_insuffisante"]
    vector = [*notes(1, domain="emploi"), *notes(9, domain="sante")]
    differ: Any = gaps(store_of(*vector), "citoyens", draws=20).set_index("domain_code")
    assert differ.loc["sante", ["rank_gap", "native_gap", "reason"]].tolist() == [
        0,
        -1,
        "lectures_divergentes",
    ]
    assert differ.loc["emploi", "reason"] == "lectures_divergentes"


def test_nothing_measured_at_all_is_told_too() -> None:
    empty: dict[str, dict[str, object]] = {"emploi": dict.fromkeys(REGIONS), "sante": dict.fromkeys(REGIONS)}
    frame: Any = gaps(store_of(*notes(1, 2, 3, 4, 5, 6), **empty), "citoyens", draws=20)
    assert set(frame["reason"]) == {"objectif_absent"}
    assert frame["readings"].eq(0).all()


@pytest.mark.parametrize(
    ("low", "high", "region", "sign", "ends"),
    [
        (2, 3, "44", "negative", (-2, -1)),  # emploi is 1st there
        (1, 2, "11", "indetermine", (0, 1)),  # emploi is 2nd there
        (2, 2, "11", "nul", (0, 0)),
        (1, 1, "11", "positive", (1, 1)),
    ],
)
def test_a_rank_published_as_a_range(
    low: int, high: int, region: str, sign: str, ends: tuple[int, int]
) -> None:
    figure = made.figure(2, [region], "emploi", rank_low=low, rank_high=high)
    row: Any = gaps(store_of(figure), "citoyens", draws=200, noise=Noise.SAMPLING).iloc[0]
    assert row["stated_sign"] == sign
    assert (row["rank_gap_low"], row["rank_gap_high"]) == ends
    assert pd.isna(row["rank_gap"]) == (low != high)


def test_standard_errors_only_where_they_are_published() -> None:
    figures = [
        made.note(2, ["11"], "emploi", 5, sample_size=400, standard_deviation=2),
        made.note(3, ["24"], "emploi", 5, sample_size=400),
        made.note(4, ["27"], "emploi", 5, standard_deviation=2),
        made.note(5, ["28"], "emploi", 20, measure="part_priorite_pct", unit="%", sample_size=400),
        made.figure(6, ["32"], "emploi", sample_size=400),
    ]
    frame: Any = perceived_scores(store_of(*figures), "citoyens")
    assert frame["standard_error"].fillna(-1).tolist() == pytest.approx([0.1, -1, -1, 2.0, -1])
    assert frame["sampling_known"].tolist() == [True, False, False, True, False]
    assert frame["kind"].tolist() == ["note", "note", "note", "part", "rang"]


def test_perceived_ranks_are_told_apart(published: Store) -> None:
    frame: Any = perceived_scores(published, "citoyens", "PHARE 2015")
    france: Any = frame[(frame["region_code"] == "FR")].set_index("domain_code")
    assert france.loc["emploi", ["value_rank", "value_ranked"]].tolist() == [1, 6]
    assert france.loc["securite", ["value_rank", "rank_low"]].tolist() == [2, 2]
    assert france["region_rank"].isna().all()
    power: Any = frame[(frame["domain_code"] == "pouvoir_achat") & (frame["region_code"] != "FR")]
    assert power[["region_rank", "region_ranked", "region_figures"]].to_numpy().tolist() == [[1, 2, 1]] * 2


def test_the_method_changes_the_gap(published: Store) -> None:
    by_rank: Any = gaps(published, "citoyens", method=Method(normalisation=Normalisation.RANK), draws=20)
    by_zscore: Any = gaps(published, "citoyens", draws=20)
    assert not by_rank["rank_gap"].equals(by_zscore["rank_gap"])
