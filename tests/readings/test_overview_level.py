"""The first page beyond one figure: ranks with their intervals at every level, and their words."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from indicators import structure
from indicators.index import index_scores
from indicators.intervals import rank_intervals
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.overview import level as ranks
from readings.overview import level_words as words
from tests import opened

REGIONS = 13


@pytest.fixture(scope="module")
def scores(published: Store) -> pd.DataFrame:
    return index_scores(published)


@pytest.fixture(scope="module")
def intervals(published: Store) -> pd.DataFrame:
    return rank_intervals(published, draws=200)


@pytest.fixture(scope="module")
def regions(published: Store) -> pd.DataFrame:
    return structure.regions(published)


@pytest.fixture(scope="module")
def domains(published: Store) -> pd.DataFrame:
    return structure.domains(published)


@pytest.fixture(scope="module")
def overall(scores: pd.DataFrame, intervals: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    return ranks.ranks(scores, intervals, regions, ranks.OVERALL, ranks.OVERALL)


@pytest.fixture(scope="module")
def each(
    scores: pd.DataFrame, intervals: pd.DataFrame, regions: pd.DataFrame, domains: pd.DataFrame
) -> pd.DataFrame:
    return ranks.every_domain(scores, intervals, regions, domains)


def without(rows: pd.DataFrame, *codes: str) -> pd.DataFrame:
    """Take the rank of some regions away."""
    hidden = rows["region_code"].isin(codes)
    return rows.assign(
        rank=rows["rank"].mask(hidden), low=rows["low"].mask(hidden), high=rows["high"].mask(hidden)
    )


def tied(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    """Put the first regions at the same rank."""
    same = rows["rank"].where(rows.index >= count, 1)
    return rows.assign(rank=same)


def test_the_ranks_are_those_of_the_scores_counted_by_hand(overall: pd.DataFrame) -> None:
    assert len(overall) == REGIONS
    known = list(overall["score"])
    assert list(overall["rank"]) == [1 + sum(other > score for other in known) for score in known]
    assert known == sorted(known, reverse=True)
    assert (overall["low"] <= overall["rank"]).all()
    assert (overall["rank"] <= overall["high"]).all()


def test_a_level_is_told_from_its_code() -> None:
    assert ranks.level_of("ensemble") == "ensemble"
    assert ranks.level_of("axe_social") == "axe"


def test_a_region_without_a_score_is_last_and_says_so(
    scores: pd.DataFrame, intervals: pd.DataFrame, regions: pd.DataFrame
) -> None:
    partial = scores.assign(rank=scores["rank"].mask(scores["region_code"] == "32"))
    rows = ranks.ranks(partial, intervals, regions, ranks.OVERALL, ranks.OVERALL)
    assert rows["region_code"].iloc[-1] == "32"
    assert rows["words"].iloc[-1] == "non publié"
    assert rows["missing"].sum() == 1


def test_every_domain_has_its_thirteen_rows(each: pd.DataFrame, domains: pd.DataFrame) -> None:
    assert each.groupby("domain_code").size().to_dict() == dict.fromkeys(domains["domain_code"], REGIONS)
    assert list(dict.fromkeys(each["short_label"])) == list(domains["short_label"])


def test_the_title_names_the_first_and_its_interval(overall: pd.DataFrame, regions: pd.DataFrame) -> None:
    label = "Les 16 domaines ensemble"
    said = words.title(overall, regions, label, "ensemble")
    assert said.startswith(
        "Les 16 domaines ensemble\u202f: les Hauts-de-France sont la région la plus fragile"
    )
    sure = words.title(overall.assign(high=overall["low"]), regions, label, "ensemble")
    assert sure.endswith("la plus fragile")
    assert words.title(tied(overall, 2), regions, label, "ensemble").endswith(
        "sont les régions les plus fragiles, à égalité"
    )
    assert "4\u00a0régions à égalité" in words.title(tied(overall, 4), regions, label, "ensemble")
    nobody = without(overall, *overall["region_code"])
    assert "aucun rang calculable" in words.title(nobody, regions, label, "ensemble")
    corsica = overall[overall["region_code"] == "94"].assign(rank=1, low=1, high=1)
    assert "la Corse est la région" in words.title(corsica, regions, label, "ensemble")


def test_the_ranks_that_hold_are_counted(overall: pd.DataFrame) -> None:
    held = overall.assign(low=overall["rank"], high=overall["rank"])
    assert words.held_title(held, "Santé").endswith("chacun des 13\u00a0rangs tient dans nos essais")
    one = held.assign(high=held["high"].where(held.index < 1, 99))
    assert "1\u00a0rang sur 13 tient dans nos essais, les autres sont" in words.held_title(one, "Santé")
    twelve = held.assign(high=held["high"].where(held.index < 12, 99))
    assert "12\u00a0rangs sur 13 tiennent" in words.held_title(twelve, "Santé")
    assert words.held_title(twelve, "Santé").endswith("l’autre est un intervalle")
    assert "aucun rang ne tient" in words.held_title(held.assign(high=99), "Santé")
    assert "aucun rang calculable" in words.held_title(without(overall, *overall["region_code"]), "Santé")


def test_the_notes_say_what_part_is_measured(overall: pd.DataFrame) -> None:
    assert words.solidity(overall.assign(coverage=1.0), "Essais.") == ["Essais."]
    part = "du poids prévu\u202f; rien n’est estimé pour le reste."
    said = words.solidity(overall.assign(coverage=0.9), "Essais.")
    assert said == ["Essais.", f"Les indicateurs publiés portent 90\u202f% {part}"]
    first = overall["region_code"] == "11"
    uneven = overall.assign(coverage=1.0).assign(coverage=lambda rows: rows["coverage"].where(~first, 0.996))
    assert (
        "portent de 99\u202f% à 100\u202f% du poids prévu, selon les régions"
        in words.solidity(uneven, "Essais.")[1]
    )
    assert words.solidity(without(overall, *overall["region_code"]), "Essais.") == []


def test_the_table_says_every_rank_and_no_zero_for_what_is_missing(overall: pd.DataFrame) -> None:
    absent = overall.assign(score=overall["score"].mask(overall["region_code"] == "53"))
    table = words.table(absent)
    assert list(table["Rang parmi les régions"]) == list(overall["words"])
    assert (table["Score de fragilité"] == "non publié").sum() == 1


def test_the_sixteen_domains_in_one_sentence(each: pd.DataFrame, regions: pd.DataFrame) -> None:
    firsts = [code for code, rank in zip(each["region_code"], each["rank"], strict=True) if rank == 1]
    most = max(firsts.count(code) for code in firsts)
    said = words.domains_title(each, regions)
    assert f"dans {most}\u00a0domaines sur 16" in said
    assert said[0].isupper()
    two = each[each["domain_code"].isin(["emploi", "education"])]
    firsts_of_two = {("emploi", "32"), ("education", "94")}
    keys = zip(two["domain_code"], two["region_code"], strict=True)
    two = two.assign(rank=[1 if key in firsts_of_two else 2 for key in keys])
    assert "chacune" in words.domains_title(two, regions)
    nobody = without(each, *each["region_code"])
    assert words.domains_title(nobody, regions) == "Domaine par domaine, aucun rang n’est calculable"


def test_the_text_and_the_table_of_the_domains_hold_every_rank(each: pd.DataFrame) -> None:
    table, said = words.domains_table(each), words.domains_listed(each)
    assert len(table) == 16
    for name, placed in zip(each["name"], each["words"], strict=True):
        assert f"{name} {placed}" in said
    assert str(table.iloc[0, 1]) in said


def test_the_levels_above_the_domains_are_named(published: Store) -> None:
    named = vocabulary(published).levels
    assert named["ensemble"] == "Les 16 domaines ensemble"
    assert named["axe_social"] == "Axe social"
    fewer = replace(vocabulary(published), domains={"emploi": "Emploi", "sante": "Santé"})
    assert fewer.levels["ensemble"] == "Les 2 domaines ensemble"
    rows = pd.DataFrame({"rank": [1.0, 2.0, float("nan")]})
    assert words.drawn("Axe social", rows).endswith("rang parmi les 2\u00a0régions classées sur 3.")
    assert words.drawn("Axe social", rows[:2]).endswith("rang de chaque région parmi 2.")


@pytest.mark.parametrize(
    ("view", "wave", "changed", "expected"),
    [
        ("objectif", "", False, 0),
        ("objectif", "PHARE 2015", True, 2),
        ("ecart", "PHARE 2015", False, 0),
        ("ecart", "", True, 1),
        ("percu", "", True, 1),
    ],
)
def test_a_choice_that_changes_nothing_is_said(view: str, wave: str, changed: bool, expected: int) -> None:
    assert len(words.notes(view, wave, changed_method=changed)) == expected


def test_a_complete_survey_changes_no_measured_rank(scores: pd.DataFrame) -> None:
    complete = index_scores(opened.invented().store)
    same = ["region_code", "level", "code", "rank"]
    pd.testing.assert_frame_equal(complete[same], scores[same])
