"""Kendall's W against closed forms and plain loops; evolution between waves."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.agreement import agreement, concordance, mean_ranks
from indicators.evolution import evolution
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import fictional, made, opened
from tests.fictional import DOMAINS, NOTE, SHARE

WAVE = "IMPACT 2019"


def measured_w(felt: npt.NDArray[np.float64]) -> float:
    return float(concordance(mean_ranks(felt)[None])[0])


def plain_w(rows: list[list[float]]) -> float:
    """Kendall's W with mean ranks and the correction for ties, in plain loops."""
    m, n = len(rows), len(rows[0])
    totals, ties = [0.0] * n, 0
    for row in rows:
        for place, number in enumerate(row):
            totals[place] += 1 + sum(other > number for other in row) + (row.count(number) - 1) / 2
        for number in set(row):
            ties += row.count(number) ** 3 - row.count(number)
    mean = sum(totals) / n
    return 12 * sum((total - mean) ** 2 for total in totals) / (m * m * (n**3 - n) - m * ties)


def test_closed_forms() -> None:
    same, reverse = [5.0, 4, 3, 2, 1], [1.0, 2, 3, 4, 5]
    assert measured_w(np.array([same, same, same])) == pytest.approx(1)
    assert measured_w(np.array([same, reverse])) == pytest.approx(0)
    # Two rankings: W = (1 + Spearman's rho) / 2; one exchange of neighbours among four: rho = 0.8.
    assert measured_w(np.array([[4.0, 3, 2, 1], [4.0, 3, 1, 2]])) == pytest.approx(0.9)
    # The same ties in the same places are full agreement.
    assert measured_w(np.array([[2.0, 2, 1, 1], [7.0, 7, 3, 3]])) == pytest.approx(1)
    assert np.isnan(measured_w(np.array([[1.0, 1, 1], [1.0, 1, 1]])))


@given(st.lists(st.lists(st.integers(0, 6), min_size=5, max_size=5), min_size=2, max_size=4))
def test_w_is_that_of_plain_loops_and_ignores_the_order(rows: list[list[int]]) -> None:
    if all(len(set(row)) == 1 for row in rows):
        return
    ours = measured_w(np.array(rows, np.float64))
    assert ours == pytest.approx(plain_w([[float(number) for number in row] for row in rows]))
    assert 0 <= ours <= 1 + 1e-9
    assert measured_w(np.array(rows[::-1], np.float64)[:, ::-1]) == pytest.approx(ours)


def test_what_the_published_figures_allow(published: Store) -> None:
    """Citizens and firms, 2015, the five domains both were asked about, for the country only."""
    frame: Any = agreement(published)
    assert set(frame["region_code"]) == {"FR"}
    pair: Any = frame[frame["actors"] == ("citoyens", "entreprises")].iloc[0]
    assert set(pair["domains"]) == {
        "emploi",
        "pouvoir_achat",
        "developpement_economique",
        "environnement",
        "pauvrete",
    }
    assert pair["w"] == pytest.approx(plain_w([[7.1, 6.6, 6.5, 6.3, 6.3], [5.6, 5.4, 5.2, 4.8, 5.5]]))
    assert pair[["actor_count", "domain_count", "by_chance", "widest"]].tolist() == [2, 5, 0.5, True]
    assert 0.1 < pair["chance"] < 0.3
    assert pair["cells"][0] == "Perceptions!J2"
    mixed: Any = frame[frame["actors"] == ("entreprises", "associations")].iloc[0]
    assert mixed["measures"] == (NOTE, SHARE)
    assert mixed["domain_count"] == 3
    assert agreement(published, region="53").empty
    assert list(agreement(published, wave="PHARE 2016").columns) == list(frame.columns)


def test_the_fictional_edition_gives_every_pair_and_the_widest_set() -> None:
    frame: Any = agreement(opened.invented().store, WAVE, "53")
    pairs = set(combinations(fictional.ACTORS, 2))
    assert set(frame["actors"]) == pairs | {fictional.ACTORS}
    assert frame.loc[frame["widest"], "actors"].tolist() == [fictional.ACTORS]
    for row in frame.itertuples():
        notes = [[fictional.mean(actor, WAVE, "53", code) for code in DOMAINS] for actor in row.actors]
        assert row.w == pytest.approx(plain_w(notes))
        assert row.domains == tuple(DOMAINS)
        assert set(row.measures) == {NOTE}
    assert frame["chance"].max() <= 1
    pd.testing.assert_frame_equal(frame, agreement(opened.invented().store, WAVE, "53"))


def store_of(*figures: SurveyFigure) -> Store:
    codes = ["emploi", "sante", "culture", "mobilite"]
    numbers = {code: {"11": 1, "24": 2} for code in codes}
    rows = [made.indicator(code, code, row) for row, code in enumerate(codes, start=5)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def ranked(
    start: int, actor: str, ranks: Mapping[str, int | tuple[int, int]], **changes: object
) -> list[SurveyFigure]:
    found = []
    for number, (domain, rank) in enumerate(ranks.items(), start=start):
        low, high = rank if isinstance(rank, tuple) else (rank, rank)
        bounds = {"rank_low": low, "rank_high": high, "actor_code": actor}
        found.append(made.figure(number, ["11"], domain, **{**bounds, **changes}))
    return found


def test_published_ranks_make_a_ranking_when_there_are_no_values() -> None:
    citizens = ranked(2, "citoyens", {"emploi": 1, "sante": 2, "culture": 3})
    mayors = ranked(9, "maires", {"emploi": 3, "sante": 2, "culture": 1})
    frame: Any = agreement(store_of(*citizens, *mayors))
    assert frame[["w", "domain_count"]].to_numpy().tolist() == [[0, 3]]
    assert frame["measures"].tolist() == [("rang", "rang")]
    assert frame["cells"].iloc[0][0] == "Perceptions!K2"


def test_ranges_and_doubled_domains_take_no_part() -> None:
    citizens = ranked(2, "citoyens", {"emploi": 1, "sante": (2, 3), "culture": 3, "mobilite": 4})
    mayors = ranked(9, "maires", {"emploi": 3, "sante": 2, "culture": 1})
    assert agreement(store_of(*citizens, *mayors)).empty
    twice = [
        *ranked(2, "citoyens", {"emploi": 1, "sante": 2, "culture": 3}),
        *ranked(20, "citoyens", {"emploi": 2}),
    ]
    assert agreement(store_of(*twice, *mayors)).empty


def test_three_actors_who_share_too_little_leave_their_pairs() -> None:
    citizens = ranked(2, "citoyens", {"emploi": 1, "sante": 2, "culture": 3, "mobilite": 4})
    mayors = ranked(9, "maires", {"emploi": 3, "sante": 2, "culture": 1})
    firms = ranked(20, "entreprises", {"mobilite": 1, "sante": 2, "culture": 3})
    frame: Any = agreement(store_of(*citizens, *mayors, *firms))
    assert frame["actors"].tolist() == [("citoyens", "entreprises"), ("citoyens", "maires")]
    assert frame["widest"].tolist() == [True, False]


def test_all_level_rankings_have_no_agreement_to_speak_of() -> None:
    level = dict.fromkeys(["emploi", "sante", "culture"], 1)
    frame: Any = agreement(store_of(*ranked(2, "citoyens", level), *ranked(9, "maires", level)))
    assert frame[["w", "chance"]].isna().all(axis=None)


def test_the_citizens_notes_fell_from_2015_to_2019(published: Store) -> None:
    frame: Any = evolution(published, "PHARE 2015", WAVE).set_index("domain_code")
    assert frame["change"].to_dict() == pytest.approx(
        {
            "emploi": -0.7,
            "pouvoir_achat": -0.3,
            "developpement_economique": -0.6,
            "securite": -0.6,
            "environnement": -0.4,
        }
    )
    assert set(frame["region_code"]) == {"FR"}
    assert frame.index[frame["stated_sign"] == "negative"].tolist() == [
        *("emploi", "developpement_economique", "securite"),
    ]
    assert frame["reason"].to_dict() == {
        "emploi": "",
        "developpement_economique": "",
        "securite": "",
        "environnement": "a_la_limite",
        "pouvoir_achat": "intervalle_contient_zero",
    }
    assert not frame["sampling_known"].any()
    assert set(frame["sampling"]) == {"bornee"}
    assert frame[["from_sample_size", "to_sample_size"]].drop_duplicates().to_numpy().tolist() == [
        [2000, 2400]
    ]
    assert frame["from_sample_at_least"].all()
    assert not frame["to_sample_at_least"].any()
    margin = 0.05 + 0.05 + 1.96 * math.sqrt(5 * 5 / 2000 + 5 * 5 / 2400)
    ends = frame.loc["emploi", ["change_low", "change_high"]].tolist()
    assert ends == pytest.approx([-0.7 - margin, -0.7 + margin])
    assert frame.loc["securite", ["rank_change", "from_cell", "to_cell"]].tolist() == [-1, "J5", "J46"]
    assert pd.isna(frame.loc["pouvoir_achat", "rank_change"])


def test_evolution_of_the_fictional_edition_is_that_of_plain_loops() -> None:
    frame: Any = evolution(opened.invented().store, "PHARE 2015", WAVE)
    assert len(frame) == 4 * 14 * 16
    assert set(frame["measure"]) == {NOTE}
    for row in frame.itertuples():
        change = round(
            fictional.mean(row.actor_code, WAVE, row.region_code, row.domain_code)
            - fictional.mean(row.actor_code, "PHARE 2015", row.region_code, row.domain_code),
            9,
        )
        size = fictional.sample_size(row.actor_code, row.region_code)
        margin = 0.1 + 1.96 * fictional.deviation(row.domain_code) * (2 / size) ** 0.5
        assert row.change == pytest.approx(change)
        assert (row.change_low, row.change_high) == pytest.approx((change - margin, change + margin))
        size, wide = round(100 * abs(change)), round(100 * margin)
        sign = "positive" if change > 0 else "negative"
        assert row.stated_sign == (sign if size > wide else "indetermine")
        doubt = "a_la_limite" if size == wide else "intervalle_contient_zero"
        assert row.reason == ("" if size > wide else doubt)
        assert row.sampling == "publiee"
    assert set(frame["stated_sign"]) == {"positive", "negative", "indetermine"}


def test_only_the_same_thing_is_compared() -> None:
    later = {"wave": "PHARE 2016", "survey": "PHARE-bis"}
    figures = [
        made.note(2, ["11"], "emploi", 5),
        made.note(3, ["11"], "emploi", 6, **later),
        made.note(4, ["11"], "sante", 5),
        made.note(5, ["11"], "sante", 6, **later, perimeter="autre"),
        made.note(6, ["11"], "culture", 5),
        made.note(7, ["11"], "culture", 60, **later, measure="part_priorite_pct"),
        made.note(8, ["11"], "mobilite", 5),
        made.note(9, ["11"], "mobilite", 6, **later),
        made.note(10, ["11"], "mobilite", 7, **later),
        made.figure(11, ["24"], "emploi", rank_low=2, rank_high=3),
        made.figure(12, ["24"], "emploi", **later),
        made.figure(13, ["24"], "sante", rank_low=3, rank_high=3),
        made.figure(14, ["24"], "sante", **later),
    ]
    frame: Any = evolution(store_of(*figures), "PHARE 2015", "PHARE 2016")
    assert frame[["region_code", "domain_code"]].to_numpy().tolist() == [
        ["11", "emploi"],
        ["24", "emploi"],
        ["24", "sante"],
    ]
    assert frame["reason"].tolist() == ["a_la_limite", "valeur_absente", "valeur_absente"]
    assert frame["sampling"].tolist() == ["inconnue"] * 3
    assert frame["rank_change"].fillna(-9).tolist() == [-9, -9, 2]
    assert frame["stated_sign"].tolist() == ["indetermine"] * 3


def test_rounding_to_the_unit_may_hide_the_change() -> None:
    """5 then 6, both to the unit: 5.4 then 5.6 is possible, and 5.5 then 5.5 is the limit."""
    later = {"wave": "PHARE 2016", "survey": "PHARE-bis"}
    figures = [made.note(2, ["11"], "emploi", 5), made.note(3, ["11"], "emploi", 6, **later)]
    row: Any = evolution(store_of(*figures), "PHARE 2015", "PHARE 2016").iloc[0]
    assert (row["change"], row["change_low"], row["change_high"]) == (1, 0, 2)
    assert row["stated_sign"] == "indetermine"


def test_nothing_in_common_is_an_empty_answer(published: Store) -> None:
    assert evolution(published, "PHARE 2015", "PHARE 1999").empty
    assert agreement(published, wave="PHARE 1999").empty


def test_a_dropped_zero_is_still_a_decimal() -> None:
    """« 6 » in a survey that publishes 6,4 is 6,0: the change is known to 0.1, not to 0.55."""
    later = {"wave": "PHARE 2016", "survey": "PHARE-bis"}
    figures = [
        made.note(2, ["11"], "emploi", 6.4, decimals=1),
        made.note(3, ["11"], "emploi", 6, decimals=0, **later),
        made.note(4, ["11"], "sante", 5.5, decimals=1, **later),
    ]
    row: Any = evolution(store_of(*figures), "PHARE 2015", "PHARE 2016").iloc[0]
    assert (row["change_low"], row["change_high"]) == pytest.approx((-0.5, -0.3))
    assert row["stated_sign"] == "negative"
