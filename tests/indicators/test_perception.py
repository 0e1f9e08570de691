"""What people are published to say: only what may be used, never invented, never mixed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from indicators.perception import perceived, waves
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import boring, made

ACTORS = ["citoyens", "entreprises", "associations", "maires"]


def store_of(*figures: SurveyFigure, domains: int = 2) -> Store:
    codes = ["emploi", "sante", "culture", "mobilite"][:domains]
    numbers = {code: {"FR": 2, "11": 1, "24": 2, "27": 3} for code in codes}
    rows = [made.indicator(code, code, row) for row, code in enumerate(codes, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


@pytest.mark.parametrize("actor", ACTORS)
def test_published_figures_are_those_of_plain_loops(published: Store, actor: str) -> None:
    expected = [
        (
            figure.wave,
            region,
            figure.domain,
            figure.measure,
            figure.value,
            figure.low,
            figure.high,
            figure.perimeter,
        )
        for figure in boring.usable(actor)
        for region in sorted(figure.regions)
    ]
    names = ["wave", "region_code", "domain_code", "measure", "value", "rank_low", "rank_high", "perimeter"]
    frame: Any = perceived(published, actor)[names].astype(object)
    assert [tuple(row) for row in frame.where(frame.notna(), None).to_numpy()] == expected


def test_no_rank_is_derived_from_the_published_figures(published: Store) -> None:
    """No actor has a complete vector: every rank on screen is one that somebody published."""
    for actor in ACTORS:
        frame = perceived(published, actor)
        assert set(frame["rank_origin"].dropna()) <= {"published"}
        assert frame["rank_low"].notna().equals(frame["rank_origin"].notna())


def test_a_figure_under_verification_is_not_used(published: Store) -> None:
    """Carenews gives 7/10 to security, the report 6.6: the first is kept out."""
    frame: Any = perceived(published, "citoyens")
    security: Any = frame[(frame["domain_code"] == "securite") & (frame["wave"] == "PHARE 2015")]
    assert security.loc[security["region_code"] == "FR", "value"].tolist() == [6.6]


def test_a_subpopulation_never_stands_in_for_the_whole(published: Store) -> None:
    """Poverty: 48 % of associations; the 55 % of those with employees are not the associations."""
    frame: Any = perceived(published, "associations")
    poverty = frame[frame["domain_code"] == "pauvrete"]
    assert poverty["value"].tolist() == [48.0]
    assert set(frame["base"]) & {"associations employeuses"} == set()


@pytest.mark.parametrize(
    "changes",
    [
        {"reliability": "a_verifier"},
        {"subpopulation": "plus de 65 ans"},
        {"measure": "autre"},
        {"actor_code": "maires"},
        {"actor_code": None},
        {"domain_code": None},
        {"region_codes": ()},
    ],
)
def test_what_may_not_be_used_is_left_out(changes: dict) -> None:
    good = made.figure(2, ["11"], "emploi")
    frame: Any = perceived(store_of(good, replace(made.figure(3, ["24"], "emploi"), **changes)), "citoyens")
    assert frame["figure_id"].tolist() == ["Perceptions!2"]


def test_one_figure_for_several_regions_says_so_on_each() -> None:
    frame: Any = perceived(store_of(made.figure(2, ["11", "24"], "emploi", perimeter="Nord")), "citoyens")
    assert frame["region_code"].tolist() == ["11", "24"]
    assert set(frame["region_codes"]) == {("11", "24")}
    assert set(frame["perimeter"]) == {"Nord"}


def test_a_complete_vector_of_notes_gives_ranks() -> None:
    notes = [
        made.note(2, ["11"], "emploi", 7.1),
        made.note(3, ["11"], "sante", 7.1),
        made.note(4, ["11"], "culture", 5),
    ]
    frame: Any = perceived(store_of(*notes, domains=3), "citoyens")
    assert dict(zip(frame["domain_code"], frame["rank_low"], strict=True)) == {
        "emploi": 1,
        "sante": 1,
        "culture": 3,
    }
    assert frame["rank_low"].equals(frame["rank_high"])
    assert set(frame["rank_origin"]) == {"derived"}


def test_a_published_rank_wins_over_the_derived_one() -> None:
    notes = [
        made.note(2, ["11"], "emploi", 7.1, rank_low=2, rank_high=3, raw_rank="2 ou 3"),
        made.note(3, ["11"], "sante", 6),
    ]
    frame: Any = perceived(store_of(*notes), "citoyens").set_index("domain_code")
    assert frame.loc["emploi", ["rank_low", "rank_high", "rank_origin"]].tolist() == [2, 3, "published"]
    assert frame.loc["sante", ["rank_low", "rank_high", "rank_origin"]].tolist() == [2, 2, "derived"]


@pytest.mark.parametrize(
    "second",
    [
        made.note(3, ["24"], "sante", 6),  # another region
        made.note(3, ["11"], "sante", 6, wave="PHARE 2016"),
        made.note(3, ["11"], "sante", 6, survey="PHARE-Régions"),
        made.note(3, ["11"], "sante", 6, perimeter="Rhône-Alpes"),
        made.note(3, ["11"], "sante", 48, measure="part_priorite_pct"),
        made.note(3, ["11"], "sante", 6, reliability="a_verifier"),
        made.note(3, ["11"], "sante", 6, subpopulation="plus de 65 ans"),
        made.note(3, ["11"], "emploi", 6),  # the same domain twice is not two domains
    ],
)
def test_an_incomplete_or_mixed_vector_gives_no_rank(second: SurveyFigure) -> None:
    frame: Any = perceived(store_of(made.note(2, ["11"], "emploi", 7), second), "citoyens")
    assert frame["rank_origin"].isna().all()
    assert frame["rank_low"].isna().all()


def test_two_figures_for_one_domain_spoil_the_vector() -> None:
    notes = [
        made.note(row, ["11"], domain, 6) for row, domain in [(2, "emploi"), (3, "sante"), (4, "emploi")]
    ]
    assert perceived(store_of(*notes), "citoyens")["rank_origin"].isna().all()


def test_waves_are_told_apart_latest_first(published: Store) -> None:
    frame: Any = waves(published, "citoyens")
    assert frame[["wave", "survey", "regions"]].to_numpy().tolist() == [
        ["IMPACT 2019", "IMPACT-Citoyens", 0],
        ["PHARE 2015", "PHARE-Citoyens", 13],
    ]
    assert waves(published, "maires").empty


def test_a_wave_without_a_date_comes_last() -> None:
    undated = made.note(
        3, ["FR"], "emploi", 6, wave="IMPACT (date non publiée)", survey_date="", survey="IMPACT"
    )
    frame: Any = waves(store_of(made.note(2, ["11"], "emploi", 7), undated), "citoyens")
    assert frame["wave"].tolist() == ["PHARE 2015", "IMPACT (date non publiée)"]
    assert frame["regions"].tolist() == [1, 0]
    assert pd.api.types.is_integer_dtype(frame["figures"])
