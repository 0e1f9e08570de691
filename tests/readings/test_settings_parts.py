"""What a score is made of, and what decides the ranks, said in words."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from indicators import index, leave_one_out
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.results import Results
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.settings import parts, removed, tables

RANKS = Method(Normalisation.RANK, Weighting.EQUAL_AXES)
GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
METHODS = [
    Method(),
    Method(Normalisation.MINMAX),
    RANKS,
    Method(Normalisation.PERCENT),
    GEOMETRIC,
]


def test_the_parts_of_an_axis_add_up_and_name_each_domain_once(published: Store) -> None:
    contributions = index.contributions(published, None, "94")
    found = parts.parts(contributions, Results(published), Method(), "axe_environnemental")
    assert found is not None
    scores: Any = index.index_scores(published).query("region_code == '94' and code == 'axe_environnemental'")
    assert found.rows["part"].sum() == pytest.approx(scores["score"].iloc[0])
    assert found.finding.count("Environnement") == found.finding.count("Transition") == 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("region", ["32", "94"])
def test_the_parts_add_up_to_the_score_written(published: Store, method: Method, region: str) -> None:
    found = parts_of(published, method, region)
    scores: Any = index.index_scores(published, method).query("level == 'ensemble'").set_index("region_code")
    total = found.rows["part"].sum()
    score = 11 - 10 * math.exp(-total) if method.aggregation is Aggregation.GEOMETRIC else total
    assert score == pytest.approx(scores.loc[region, "score"])
    assert parts.score_words(score, method, 13) == found.score
    assert found.rows["part"].is_monotonic_decreasing
    assert found.rows["share"].sum() == pytest.approx(1)
    assert len(tables.parts_table(found)) == 16


def parts_of(store: Store, method: Method, region: str) -> parts.Parts:
    found = parts.parts(index.contributions(store, method, region), Results(store), method)
    assert found is not None
    return found


def test_parts_are_said_in_their_unit(published: Store) -> None:
    said = {method: parts_of(published, method, "32") for method in METHODS}
    assert said[Method()].score == "+0,589\u00a0écart-type"
    assert said[Method()].finding.startswith("Emploi, Éducation et Culture augmentent le plus")
    assert said[Method()].finding.endswith(" diminuent le plus")
    assert said[METHODS[1]].finding.endswith(" ajoutent le moins")
    assert said[METHODS[1]].score.endswith(" sur 10")
    assert said[RANKS].score.endswith(" sur 13")
    assert said[METHODS[3]].score.endswith("\u202f%")
    assert said[GEOMETRIC].rows["text"].iloc[0].startswith("×0,")
    assert "11 moins 10 fois leur produit" in said[GEOMETRIC].counted_in
    assert len({found.counted_in for found in said.values()}) == len(METHODS)


def test_a_score_that_is_not_shown_has_no_parts(published: Store) -> None:
    contributions = index.contributions(published, None, "32")
    nothing = contributions[contributions["level"] != "ensemble"]
    assert parts.parts(nothing, Results(published), Method()) is None


def test_a_domain_of_two_indicators_is_one_part_and_its_table_names_each(published: Store) -> None:
    one = index.contributions(published, None, "32").query("level == 'ensemble' and domain_code == 'emploi'")
    two = pd.concat([one, one.assign(indicator_code="Frsoc.1", part=-1.0)])
    found = parts.parts(two, Results(published), Method())
    assert found is not None
    assert found.rows[["domain", "indicator"]].to_numpy().tolist() == [
        ["Emploi", "Taux de chômage"],
        ["Emploi", "Taux de pauvreté"],
    ]
    assert found.domains["name"].tolist() == ["Emploi"]
    assert found.domains["part"].iloc[0] == pytest.approx(one["part"].iloc[0] - 1)
    assert found.finding == "rien n’augmente ce score\u202f; Emploi diminue le plus"


def test_what_decides_is_named(published: Store) -> None:
    table = leave_one_out.leave_one_out(published)
    rows = removed.removed(table, vocabulary(published))
    assert rows["code"].tolist() == table["code"].tolist()
    top: Any = table[table["level"] == "axe"].iloc[0]
    assert removed.finding(rows).startswith(
        "Ce qui change le plus les rangs quand on le retire\u202f: axe économique et, parmi les domaines, "
        "«\u00a0Numérique\u00a0» et «\u00a0Culture\u00a0»"
    )
    assert top["code"] == "axe_economique"
    most = int(table.loc[table["level"] == "domaine", "largest_change"].max())
    assert f"de {most}\u00a0places au plus" in removed.reading(rows)
    shown: Any = table.to_dict("records")
    for told, row in zip(tables.removed_table(rows).to_dict("records"), shown, strict=True):
        farthest = row["largest_change"]
        assert told["Régions déplacées"] == f"{row['moved']} sur {row['compared']}"
        assert told["Au plus"].split() == [str(farthest), "places" if farthest > 1 else "place"]
        assert told["Rangs perdus"] == str(row["unranked"])


def test_removals_that_leave_nothing_to_compare_are_words(published: Store) -> None:
    known = vocabulary(published)
    columns = ["level", "code", "mean_change", "largest_change", "moved", "compared", "unranked"]
    lost = pd.DataFrame([["domaine", "emploi", float("nan"), pd.NA, 0, 0, 1]], columns=columns)
    rows = removed.removed(lost, known)
    assert rows["mean"].tolist() == ["non calculable"]
    assert rows["details"].tolist() == ["Aucun rang à comparer. 1\u00a0région perd son rang."]
    assert tables.removed_table(rows).iloc[0].tolist()[2:] == ["non calculable", "non calculable", "1"]
    assert removed.finding(rows) == "Aucun rang ne se calcule avec ces réglages"
    assert removed.reading(rows) == ""
    still = removed.removed(
        pd.DataFrame(
            [["domaine", "emploi", 0.0, 0, 0, 13, 2], ["axe", "axe_social", 2.0, 4, 13, 13, 0]],
            columns=columns,
        ),
        known,
    )
    assert still["mean"].tolist() == ["0,0\u00a0place", "2,0\u00a0places"]
    assert still["details"].tolist()[0] == "Aucune région déplacée sur 13. 2\u00a0régions perdent leur rang."
    assert removed.reading(still) == "Retirer un seul domaine ne déplace aucune région."


def test_a_sentence_names_three_domains_at_most(published: Store) -> None:
    table = leave_one_out.leave_one_out(published).assign(largest_change=2)
    rows = removed.removed(table, vocabulary(published))
    assert removed.reading(rows) == "Retirer un seul domaine déplace une région de 2\u00a0places au plus."
