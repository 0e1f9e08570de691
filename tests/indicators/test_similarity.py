"""Similar regions and strengths, by hand on small tables and by loops on the published one."""

from __future__ import annotations

import math
import statistics
from typing import Any

import pytest

from indicators.method import Method, MethodError
from indicators.similarity import Basis, similar_regions, strengths
from indicators.structure import UnknownCode
from loaders.store import Store
from tests import boring, made


def test_similar_published_domains_are_those_of_plain_loops(published: Store) -> None:
    scored = boring.domain_scores("zscore")
    profile = {
        region: {domain: score for (code, domain), (score, _) in scored.items() if code == region}
        for region in boring.REGIONS
    }
    for region in boring.REGIONS:
        distances = {
            other: math.sqrt(
                sum(
                    ((profile[other][code] or 0) - (mine or 0)) ** 2 for code, mine in profile[region].items()
                )
            )
            for other in boring.REGIONS
            if other != region
        }
        nearest = sorted(distances, key=distances.__getitem__)[:3]
        frame: Any = similar_regions(published, region, Basis.DOMAINS)
        assert frame["region_code"].tolist() == nearest
        assert frame["distance"].tolist() == pytest.approx([distances[code] for code in nearest])
        assert frame[["common", "dimensions"]].to_numpy().tolist() == [[16, 16]] * 3
        # Over all pairs of n standardised values the mean of the squares is 2n / (n - 1) on each dimension.
        assert frame["usual"].tolist() == pytest.approx([math.sqrt(16 * 2 * 13 / 12)] * 3)
        assert set(frame["basis"]) == {"domaines"}


def test_the_published_profile_leaves_out_what_is_a_range(published: Store) -> None:
    """Thirteen profile indicators: associations are published as ranges, and six of the others are size."""
    frame: Any = similar_regions(published, "53", k=12)
    assert set(frame["dimensions"]) == {7}
    assert sorted(frame["region_code"]) == sorted(set(boring.REGIONS) - {"53"})
    assert frame["distance"].is_monotonic_increasing
    assert frame.set_index("region_code").loc["94", "common"] == 6, "one profile value of Corse is missing"


def profiled(columns: dict[str, dict[str, object]]) -> Store:
    rows = [
        made.indicator(code, None, place, direction=None, weight=None)
        for place, code in enumerate(columns, 5)
    ]
    return Store.in_memory(made.edition(columns, rows))


def test_distance_by_hand_with_a_missing_dimension() -> None:
    """Common dimensions only, scaled up: one of two in common counts twice; with none, no neighbour."""
    a = {"11": 0.0, "24": 2.0, "27": 4.0, "28": None}
    b = {"11": 1.0, "24": 5.0, "27": None, "28": 3.0}
    store = profiled({"a": dict(a), "b": dict(b)})
    deviation_a, deviation_b = statistics.pstdev([0, 2, 4]), statistics.pstdev([1, 5, 3])
    frame: Any = similar_regions(store, "11", k=3).set_index("region_code")
    expected = {
        "24": math.sqrt((2 / deviation_a) ** 2 + (4 / deviation_b) ** 2),
        "27": math.sqrt(2 * (4 / deviation_a) ** 2),
        "28": math.sqrt(2 * (2 / deviation_b) ** 2),
    }
    assert frame["distance"].to_dict() == pytest.approx(expected)
    assert frame["common"].to_dict() == {"24": 2, "27": 1, "28": 1}
    apart: Any = similar_regions(store, "27", k=3)
    assert apart["region_code"].tolist() == ["24", "11"], "27 and 28 share no dimension"


def test_less_than_half_in_common_is_no_neighbour() -> None:
    columns: dict[str, dict[str, object]] = {
        "a": {"11": 1, "24": 1, "27": 2},
        "b": {"11": 1, "24": None, "27": 5},
        "c": {"11": 3, "24": None, "27": 5},
    }
    assert similar_regions(profiled(columns), "11")["region_code"].tolist() == ["27"]


def test_equal_distances_follow_the_order_of_the_observatory() -> None:
    columns: dict[str, dict[str, object]] = {"a": {"27": 5, "11": 4, "24": 6, "28": 6, "32": 4}}
    assert similar_regions(profiled(columns), "27", k=3)["region_code"].tolist() == ["11", "24", "28"]


def test_nothing_to_compare_gives_nobody() -> None:
    assert similar_regions(profiled({"a": {"11": 5, "24": 5}}), "11").empty


def test_what_is_asked_for_must_exist(published: Store) -> None:
    with pytest.raises(UnknownCode, match="99"):
        similar_regions(published, "99")
    with pytest.raises(UnknownCode, match="FR"):
        strengths(published, "FR")
    with pytest.raises(MethodError, match=r"météo.*profil ou domaines\."):
        similar_regions(published, "53", "météo")
    with pytest.raises(MethodError, match=r"0.*choisissez 1 ou plus\."):
        similar_regions(published, "53", k=0)


def test_published_strengths_follow_the_ranks_they_show(published: Store) -> None:
    """By rank among the regions, then by score: recomputed region by region from the published figures."""
    scores = {key: score for key, (score, _) in boring.domain_scores("zscore").items() if score is not None}
    for region in boring.REGIONS:
        frame: Any = strengths(published, region)
        for side, sign in (("fragilite", 1), ("force", -1)):
            ours = frame[frame["side"] == side]
            mine = [code for where, code in scores if where == region and half(scores, region, code) == side]
            place = {
                code: (sign * among(scores, region, code), -sign * scores[region, code]) for code in mine
            }
            assert ours["domain_code"].tolist() == sorted(place, key=place.__getitem__)[:5]
            assert ours["rank"].tolist() == [among(scores, region, code) for code in ours["domain_code"]]
            assert ours["place"].tolist() == list(range(1, len(ours) + 1))
        assert set(frame["ranked"]) == {13}


def test_corsica_is_told_fragile_in_the_five_domains_where_it_is_first(published: Store) -> None:
    frail: Any = strengths(published, "94").query("side == 'fragilite'")
    assert set(frail["rank"]) == {1}
    assert set(frail["domain_code"]) == {
        "lien_social", "pauvrete", "transition_energetique", "numerique", "mobilite",
    }  # fmt: skip


def among(scores: dict[tuple[str, str], float], region: str, domain: str) -> int:
    """The rank of a region in a domain: how many are more fragile, and one."""
    own = round(scores[region, domain], 9)
    return 1 + sum(round(score, 9) > own for (_, code), score in scores.items() if code == domain)


def half(scores: dict[tuple[str, str], float], region: str, domain: str) -> str:
    """Say on which side of the other regions one stands: « » in the very middle."""
    own = round(scores[region, domain], 9)
    others = [round(score, 9) for (_, code), score in scores.items() if code == domain]
    less, more = sum(own > score for score in others), sum(own < score for score in others)
    return "fragilite" if less > more else "force" if less < more else ""


def test_mobility_is_no_frailty_of_a_region_that_is_twelfth(published: Store) -> None:
    frail: Any = strengths(published, "84").query("side == 'fragilite'")
    assert "mobilite" not in set(frail["domain_code"])
    assert (frail["rank"] <= 6).all()


def test_a_domain_is_never_on_both_sides() -> None:
    """The least fragile region has only strengths, the most fragile only frailties, the middle neither."""
    columns = {code: {"11": 1, "24": 2, "27": 3} for code in ("x", "y", "z")}
    rows = [made.indicator(code, code, place) for place, code in enumerate(columns, 5)]
    store = Store.in_memory(made.edition(columns, rows))
    for region, side in (("11", "force"), ("24", ""), ("27", "fragilite")):
        frame: Any = strengths(store, region)
        assert set(frame["side"]) == {side} - {""}
        assert frame["place"].tolist() == list(range(1, len(frame) + 1))
    assert set(frame["objective_rank"]) == {1}


def test_a_region_tied_with_most_is_on_the_side_of_most() -> None:
    """Ranked 2nd of 4 with two others, nobody is less fragile: no frailty."""
    columns = {"x": {"11": 3, "24": 1, "27": 1, "28": 1}}
    store = Store.in_memory(made.edition(columns, [made.indicator("x", "x", 5)]))
    assert strengths(store, "24")["side"].tolist() == ["force"]
    assert strengths(store, "11")["side"].tolist() == ["fragilite"]


def test_a_region_without_any_score_has_neither() -> None:
    store = Store.in_memory(made.edition({"a": {"11": 1, "24": 1}}, [made.indicator("a", "x", 5)]))
    assert strengths(store, "11", method=Method()).empty
