"""Bounds on what a published ranking does not name: only what follows from the ranks themselves."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.method import Method
from indicators.noise import Noise
from indicators.unnamed import COLUMNS
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import made, opened
from tests.surveys import unnamed_gaps

DOMAINS = ["emploi", "sante", "culture", "mobilite", "numerique"]


def store_of(*figures: SurveyFigure, **columns: dict[str, object]) -> Store:
    """In region 11, `emploi` is measured first, then the others in their order."""
    numbers: dict[str, dict[str, object]] = {
        code: {"11": 90 - 10 * place, "24": 0, "27": 100} for place, code in enumerate(DOMAINS)
    }
    numbers |= columns
    rows = [made.indicator(code, code, row) for row, code in enumerate(numbers, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def ranked(*ranks: tuple[str, int], **changes: object) -> list[SurveyFigure]:
    return [
        made.figure(row, ["11"], code, **{"rank_low": rank, "rank_high": rank, **changes})
        for row, (code, rank) in enumerate(ranks, start=2)
    ]


def test_the_three_blind_spots_that_the_published_ranks_prove(published: Store) -> None:
    both: Any = unnamed_gaps(published, "citoyens")
    seen = both[both["stated_sign"] == "negative"]
    # The nearest of the three does not outlive an error of measure of a tenth of what separates the regions.
    assert seen[["region_code", "domain_code"]].to_numpy().tolist() == [["11", "diversite_handicap"]]
    citizens: Any = unnamed_gaps(published, "citoyens", method=Method(error=0))
    stated = citizens[citizens["stated_sign"] == "negative"].set_index(["region_code", "domain_code"])
    assert set(stated.index) == {("11", "diversite_handicap"), ("52", "sante")}
    assert stated.loc[("11", "diversite_handicap"), "named"][0] == "emploi"
    assert stated.loc[("52", "sante"), ["objective_rank", "perceived_rank_low", "gap_high"]].tolist() == [
        1,
        3,
        -1,
    ]
    assert stated.loc[("52", "sante"), "cells"] == ("Perceptions!K10", "Perceptions!K13", "Perceptions!K14")
    firms: Any = unnamed_gaps(published, "entreprises")
    assert firms.loc[
        firms["stated_sign"] == "negative", ["region_code", "domain_code"]
    ].to_numpy().tolist() == [["75", "vieillissement"]]
    assert list(unnamed_gaps(published, "maires").columns) == COLUMNS


def test_nothing_named_is_unnamed(published: Store) -> None:
    frame: Any = unnamed_gaps(published, "citoyens", draws=50)
    assert not frame.duplicated(["region_code", "domain_code"]).any()
    assert all(row.domain_code not in row.named for row in frame.itertuples())
    assert (frame["gap_low"] == frame["objective_rank_low"] - 16).all()
    assert frame.groupby("region_code").size().to_dict()["11"] == 16 - 4


def test_a_complete_ranking_leaves_nothing_out() -> None:
    assert unnamed_gaps(opened.invented().store, "maires", "IMPACT 2019", draws=20).empty


@pytest.mark.parametrize(
    ("ranks", "place"),
    [
        ([1, 2, 3], 3),
        ([1], 1),
        ([2, 3], 1),  # the first place is not told: it may be any of the others
        ([1, 3], 1),  # so may the second
        ([1, 1, 3], 3),
        ([1, 2, 2], 2),
        ([1, 2, 2, 4], 4),
        ([1, 2, 2, 3], 3),  # a dense ranking: the cautious reading is the published number
    ],
)
def test_the_last_place_before_a_hole(ranks: list[int], place: int) -> None:
    figures = ranked(*zip(DOMAINS[::-1], ranks, strict=False))
    frame: Any = unnamed_gaps(store_of(*figures), "citoyens", draws=20, noise=Noise.NONE)
    assert set(frame["perceived_rank_low"]) == {place}
    first: Any = frame[frame["domain_code"] == "emploi"].iloc[0]
    assert (first["objective_rank"], first["gap_high"]) == (1, 1 - place)
    assert first["stated_sign"] == ("negative" if place > 1 else "indetermine")
    assert first["reason"] == ("" if place > 1 else "intervalle_contient_zero")


def test_pieces_for_two_perimeters_are_not_put_end_to_end() -> None:
    pieces = [
        *ranked(("numerique", 1)),
        made.figure(9, ["11"], "mobilite", rank_low=2, rank_high=2, perimeter="Nord"),
    ]
    frame: Any = unnamed_gaps(store_of(*pieces), "citoyens", draws=20)
    assert set(frame["perceived_rank_low"]) == {1}
    assert set(frame["domain_code"]) == {"emploi", "sante", "culture"}


def test_without_a_score_there_is_no_gap() -> None:
    empty: dict[str, object] = dict.fromkeys(["11", "24", "27"])
    frame: Any = unnamed_gaps(store_of(*ranked(("sante", 1)), emploi=empty), "citoyens", draws=20)
    row = frame[frame["domain_code"] == "emploi"].iloc[0]
    assert row["reason"] == "objectif_absent"
    assert row["stated_sign"] == "indetermine"
