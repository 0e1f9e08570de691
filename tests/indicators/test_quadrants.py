"""Quadrants, blind spots and worries: against plain loops, and nothing placed that is in the middle."""

from __future__ import annotations

from statistics import median
from typing import Any

import pandas as pd
import pytest

from indicators.noise import Noise
from indicators.quadrants import COLUMNS, spots
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import boring, fictional, made, opened
from tests.surveys import gaps, quadrants

WAVE = "IMPACT 2019"
NAMES = {
    (True, True): "reconnue",
    (True, False): "angle_mort",
    (False, True): "inquietude",
    (False, False): "point_d_appui",
}
# What a name never goes with: a blind spot is felt less than measured, a worry more.
AGAINST = {(name, sign) for name, own in (("angle_mort", "negative"), ("inquietude", "positive"))
           for sign in {"positive", "negative", "nul"} - {own}}  # fmt: skip
REGIONS = ["11", "24", "27", "28", "32"]


@pytest.fixture(scope="module")
def placed() -> pd.DataFrame:
    return quadrants(opened.invented().store, "maires", WAVE, draws=200)


@pytest.mark.parametrize("domain", fictional.DOMAINS)
def test_among_regions_against_the_medians(placed: pd.DataFrame, domain: str) -> None:
    scores = boring.domain_scores("zscore")
    measured = {region: scores[region, domain][0] or 0.0 for region in boring.REGIONS}
    felt = {region: fictional.mean("maires", WAVE, region, domain) for region in boring.REGIONS}
    frame: Any = placed[(placed["among"] == "regions") & (placed["domain_code"] == domain)]
    assert len(frame) == 13
    for row in frame.itertuples():
        own = round(measured[row.region_code] - median(measured.values()), 9)
        told = felt[row.region_code] - median(felt.values())
        if own == 0 or told == 0:
            assert row.reason == "a_la_mediane"
            assert pd.isna(row.quadrant)
            assert pd.isna(row.holds)
        else:
            assert row.quadrant == NAMES[own > 0, told > 0]
            assert row.reason == ""


def test_among_domains_against_the_middle_rank(placed: pd.DataFrame) -> None:
    ranks = boring.domain_ranks()
    frame: Any = placed[placed["among"] == "domaines"]
    assert len(frame) == 13 * 16
    for row in frame.itertuples():
        notes = [fictional.mean("maires", WAVE, row.region_code, other) for other in fictional.DOMAINS]
        own = fictional.mean("maires", WAVE, row.region_code, row.domain_code)
        place = 1 + sum(note > own for note in notes)
        objective = ranks[row.region_code, row.domain_code]
        assert row.quadrant == NAMES[objective < 8.5, place < 8.5]
        assert row.displacement == pytest.approx(abs(objective - place) / 15)


def test_strength_is_displacement_times_certainty(placed: pd.DataFrame) -> None:
    assert list(placed.columns) == COLUMNS
    known: Any = placed[placed["quadrant"].notna()]
    assert known["holds"].between(0, 1).all()
    assert known["displacement"].between(0, 1).all()
    assert known["strength"].to_numpy() == pytest.approx((known["displacement"] * known["holds"]).to_numpy())
    assert 0 < known["holds"].min() < known["holds"].max() == 1


def test_spots_are_the_two_named_disagreements_strongest_first(placed: pd.DataFrame) -> None:
    frame: Any = spots(placed)
    assert set(frame["verdict"]) == {"angle_mort", "inquietude"}
    assert len(frame) == placed["verdict"].isin(["angle_mort", "inquietude"]).sum()
    assert 0 < len(frame) < placed["quadrant"].isin(["angle_mort", "inquietude"]).sum()
    assert frame["strength"].is_monotonic_decreasing
    assert set(frame["among"]) == {"regions", "domaines"}


@pytest.mark.parametrize("actor", fictional.ACTORS)
@pytest.mark.parametrize("complete", [True, False])
def test_a_place_is_named_only_where_the_sign_is_stated_and_says_the_same(
    published: Store, actor: str, complete: bool
) -> None:
    """Signs are those of `gap_signs`, asked apart; a place that moves has no name either."""
    store = opened.invented().store if complete else published
    frame: Any = quadrants(store, actor, draws=200)
    signs: Any = gaps(store, actor, draws=200).set_index(["figure_id", "region_code"])["stated_sign"]
    named = frame[frame["verdict"].notna()]
    assert complete is (len(named) > 100)
    for row in named.itertuples():
        sign = signs[row.figure_id, row.region_code]
        assert row.verdict == row.quadrant
        assert sign != "indetermine"
        assert (row.verdict, sign) not in AGAINST
        assert row.holds >= 0.9
    left = frame[frame["verdict"].isna() & (frame["holds"] >= 0.9)]
    assert not set(left["stated_sign"]) - {"indetermine"}


def test_without_noise_every_quadrant_holds() -> None:
    frame: Any = quadrants(opened.invented().store, "maires", WAVE, draws=3, noise=Noise.NONE)
    assert set(frame["holds"].dropna()) == {1.0}


def test_published_ranks_show_worries_and_recognised_fragilities(published: Store) -> None:
    """Only the first places are published, so nothing can be felt low: no blind spot can be seen there."""
    frame: Any = quadrants(published, "citoyens", draws=100)
    inside = frame[frame["among"] == "domaines"]
    assert set(inside["quadrant"].dropna()) == {"reconnue", "inquietude"}
    assert set(frame.loc[frame["among"] == "regions", "reason"]) == {"perception_insuffisante"}
    jobs = inside[(inside["domain_code"] == "emploi") & (inside["region_code"].isin(["32", "76"]))]
    assert set(jobs["quadrant"]) == {"reconnue"}
    assert quadrants(published, "maires").empty


def store_of(*figures: SurveyFigure, **columns: dict[str, object]) -> Store:
    numbers: dict[str, dict[str, object]] = {
        "emploi": {region: place for place, region in enumerate(REGIONS)},
        "sante": {region: -place for place, region in enumerate(REGIONS)},
        "culture": {region: 3 * place for place, region in enumerate(REGIONS)},
        **columns,
    }
    rows = [made.indicator(code, code, row) for row, code in enumerate(numbers, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def test_the_median_region_is_in_no_quadrant() -> None:
    notes = [made.note(2 + place, [code], "emploi", 8 - place) for place, code in enumerate(REGIONS)]
    frame: Any = quadrants(store_of(*notes), "citoyens", draws=20)
    across = frame[frame["among"] == "regions"]
    assert across["quadrant"].fillna("").tolist() == [
        "inquietude",
        "inquietude",
        "",
        "angle_mort",
        "angle_mort",
    ]
    assert across["reason"].tolist() == ["", "", "a_la_mediane", "", ""]
    assert across["displacement"].tolist() == [1, 0.5, 0, 0.5, 1]
    assert set(frame.loc[frame["among"] == "domaines", "reason"]) == {"perception_insuffisante"}


def test_a_range_across_the_middle_rank_is_on_no_side() -> None:
    """Three domains: the middle rank is 2. « 1 ou 2 » reaches it, « 1 » does not."""
    figures = [
        made.figure(2, ["32"], "emploi", rank_low=1, rank_high=2),
        made.figure(3, ["32"], "sante", rank_low=1, rank_high=1),
    ]
    frame: Any = quadrants(store_of(*figures), "citoyens", draws=20)
    inside = frame[frame["among"] == "domaines"].set_index("domain_code")
    assert inside.loc["emploi", "reason"] == "a_la_mediane"
    assert inside.loc["sante", ["objective_side", "perceived_side", "quadrant"]].tolist() == [
        "bas",
        "haut",
        "inquietude",
    ]


def test_without_a_score_there_is_no_quadrant() -> None:
    nothing: dict[str, object] = dict.fromkeys(REGIONS)
    figures = [made.figure(2, ["32"], "culture")]
    frame: Any = quadrants(store_of(*figures, culture=nothing), "citoyens", draws=20)
    assert set(frame["reason"]) == {"objectif_absent"}
    empty = quadrants(
        store_of(*figures, emploi=nothing, sante=nothing, culture=nothing), "citoyens", draws=20
    )
    assert set(empty["reason"]) == {"objectif_absent"}
