"""The rank reading of the gap, and all it takes to explain it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from indicators.gaps import rank_gaps
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import boring, made


@pytest.mark.parametrize("actor", ["citoyens", "entreprises", "associations", "maires", "elus_locaux"])
def test_published_gaps_are_those_of_plain_loops(published: Store, actor: str) -> None:
    frame: Any = rank_gaps(published, actor)
    found = {
        (row.region_code, row.domain_code, row.wave, row.measure): (
            row.objective_rank,
            row.gap_low,
            row.gap_high,
        )
        for row in frame.itertuples()
    }
    assert found == boring.gaps(actor)
    assert len(frame) == len(found)


def test_the_main_result(published: Store) -> None:
    """Employment: first worry of the citizens in the 13 regions, first measured fragility in two of them."""
    frame: Any = rank_gaps(published, "citoyens")
    jobs: Any = frame[frame["domain_code"] == "emploi"].set_index("region_code")
    assert len(jobs) == 13
    assert set(jobs["perceived_rank"]) == {1}
    assert sorted(jobs.index[jobs["objective_rank"] == 1]) == ["32", "76"]
    assert jobs["gap"].equals(jobs["objective_rank"] - 1)


def test_each_gap_names_the_cells_of_both_sides(published: Store) -> None:
    frame: Any = rank_gaps(published, "citoyens").set_index(["region_code", "domain_code"])
    row: Any = frame.loc[("93", "environnement")]
    assert (row["sheet"], row["cell"], row["raw"]) == ("Perceptions", "K12", "3")
    assert row["objective_cells"] == ("Données territoriales!V33",)
    assert row["perimeter"] == "PACA-Corse (périmètre de l'enquête)"
    assert row["objective_ranked"] == 16
    assert row["perceived_ranked"] == 3
    assert row["rank_origin"] == "published"


def store_of(*figures: SurveyFigure) -> Store:
    """Region 11: `emploi` measured first, `sante` second; `culture` is not measured."""
    numbers = {"a": {"FR": 2, "11": 3, "24": 1}, "b": {"FR": 2, "11": 1, "24": 2}, "c": {"FR": 2}}
    domains = {"a": "emploi", "b": "sante", "c": "culture"}
    rows = [made.indicator(code, domains[code], row) for row, code in enumerate(numbers, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def test_a_range_of_ranks_gives_an_interval() -> None:
    frame: Any = rank_gaps(store_of(made.figure(2, ["11"], "sante", rank_low=2, rank_high=3)), "citoyens")
    row: Any = frame.iloc[0]
    assert pd.isna(row["gap"])
    assert pd.isna(row["perceived_rank"])
    assert (row["gap_low"], row["gap_high"]) == (-1, 0)


def test_negative_when_less_felt() -> None:
    frame: Any = rank_gaps(store_of(made.figure(2, ["11"], "emploi", rank_low=3, rank_high=3)), "citoyens")
    assert frame["gap"].tolist() == [-2]


def test_france_is_a_benchmark_and_has_no_gap() -> None:
    assert rank_gaps(store_of(made.figure(2, ["FR"], "emploi")), "citoyens").empty


def test_without_a_measure_the_row_stays_and_the_gap_is_missing() -> None:
    row: Any = rank_gaps(store_of(made.figure(2, ["11"], "culture")), "citoyens").iloc[0]
    assert row["perceived_rank"] == 1
    assert row[["objective_rank", "gap", "gap_low", "gap_high"]].isna().all()
    assert row["objective_cells"] == ()


def test_unusable_rank_texts_give_no_gap() -> None:
    """« fin de classement » is kept as it is and turned into nothing."""
    figure = made.figure(2, ["11"], "emploi", rank_low=None, rank_high=None, raw_rank="fin de classement")
    assert rank_gaps(store_of(figure), "citoyens").empty


def test_waves_and_measures_stay_apart() -> None:
    figures = [
        made.figure(2, ["11"], "emploi", rank_low=1, rank_high=1),
        made.figure(
            3, ["11"], "emploi", rank_low=2, rank_high=2, wave="IMPACT 2019", survey="IMPACT-Citoyens"
        ),
        made.figure(4, ["11"], "emploi", rank_low=3, rank_high=3, measure="note_fragilite_sur_10"),
    ]
    frame: Any = rank_gaps(store_of(*figures), "citoyens")
    assert frame[["wave", "measure", "gap"]].to_numpy().tolist() == [
        ["PHARE 2015", "part_priorite_pct", 0],
        ["IMPACT 2019", "part_priorite_pct", -1],
        ["PHARE 2015", "note_fragilite_sur_10", -2],
    ]


def test_a_derived_rank_rests_on_the_cell_of_its_note() -> None:
    notes = [
        made.note(row, ["11"], domain, 9 - row)
        for row, domain in [(2, "emploi"), (3, "sante"), (4, "culture")]
    ]
    frame: Any = rank_gaps(store_of(*notes), "citoyens")
    assert frame["rank_origin"].tolist() == ["derived"] * 3
    assert frame["cell"].tolist() == ["J2", "J3", "J4"]
    assert frame["gap"].tolist()[:2] == [0, 0]
