"""Ranks before and after the settings, and each choice alone, said in words."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import index, intervals, structure
from indicators.alternatives import alternatives
from indicators.method import Method, Weighting
from indicators.normalisation import Normalisation
from loaders.store import Store
from readings.settings import moves, moves_drawn, tables
from readings.settings.alternatives import summary

DRAWS = 60
RANKS = Method(Normalisation.RANK, Weighting.EQUAL_AXES)
NAMES = {"A": "Alpha", "B": "Bêta", "C": "Gamma"}


def made(ranks: dict[str, tuple[Any, Any, Any]]) -> pd.DataFrame:
    """Intervals of invented regions: code → rank, low, high."""
    rows = [
        {"among": "regions", "code": "ensemble", "region_code": code, "rank": r, "low": low, "high": high}
        for code, (r, low, high) in ranks.items()
    ]
    return pd.DataFrame(rows).assign(holds=1.0).astype(dict.fromkeys(["rank", "low", "high"], "Int64"))


def named(codes: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": list(codes),
            "name": [NAMES[code] for code in codes],
            "name_the": [f"la {NAMES[code]}" for code in codes],
            "short_name": list(codes),
            "number": "singular",
        }
    )


BEFORE = made({"A": (1, 1, 1), "B": (2, 2, 3), "C": (3, 2, 3)})


def test_a_move_is_counted_towards_the_most_fragile_and_held_against_the_first_interval() -> None:
    after = made({"A": (3, 2, 3), "B": (1, 1, 2), "C": (2, 1, 3)})
    rows = moves.rank_moves(BEFORE, after, named("ABC")).set_index("region_code")
    assert rows.index.tolist() == ["B", "C", "A"]
    assert rows["move"].to_dict() == {"A": -2, "B": 1, "C": 1}
    assert rows["outside"].to_dict() == {"A": True, "B": True, "C": False}
    assert (
        moves.finding(rows, changed=True)
        == "Ces réglages déplacent 3\u00a0régions sur 3, de 2\u00a0places au plus (Alpha)"
    )
    assert "2\u00a0rangs sortent" in moves.weighed(rows)
    assert "Bêta et Alpha" in moves.weighed(rows)


@pytest.mark.parametrize("code", ["axe_social", "ensemble"])
def test_an_axis_has_its_own_ranks(published: Store, reference: pd.DataFrame, code: str) -> None:
    rows = moves.rank_moves(reference, reference, structure.regions(published), code)
    scores: Any = index.index_scores(published).query("code == @code")
    assert dict(zip(rows["region_code"], rows["rank"], strict=True)) == dict(
        zip(scores["region_code"], scores["rank"], strict=True)
    )
    said = moves.finding(rows, changed=False, axis="Axe social")
    assert said.startswith("Axe social\u202f: avec notre réglage de départ, ")


def test_settings_that_move_nobody_say_so() -> None:
    rows = moves.rank_moves(BEFORE, BEFORE, named("ABC"))
    assert moves.finding(rows, changed=True) == "Ces réglages ne changent le rang d’aucune région"
    assert "Aucun rang ne sort" in moves.weighed(rows)
    assert moves.finding(rows, changed=False) == (
        "Avec notre réglage de départ, la Alpha est la région la plus fragile (1ʳᵉ)"
    )


def test_a_single_rank_that_leaves_its_interval_is_singular() -> None:
    after = made({"A": (1, 1, 1), "B": (2, 2, 3), "C": (1, 1, 3)})
    assert "1\u00a0rang sort " in moves.weighed(moves.rank_moves(BEFORE, after, named("ABC")))


def test_a_title_names_three_regions_at_most() -> None:
    codes = [chr(ord("A") + place) for place in range(4)]
    before = made({code: (place, 1, 4) for place, code in enumerate(codes, start=1)})
    after = made(dict(zip(codes, [(2, 1, 4), (1, 1, 4), (4, 1, 4), (3, 1, 4)], strict=True)))
    names = pd.DataFrame(dict.fromkeys(["region_code", "name", "name_the", "short_name"], codes))
    rows = moves.rank_moves(before, after, names.assign(number="singular"))
    assert moves.finding(rows, changed=True).endswith("4\u00a0régions sur 4, de 1\u00a0place au plus")


def test_regions_first_together_are_all_named() -> None:
    first = made({"A": (1, 1, 2), "B": (1, 1, 2), "C": (3, 3, 3)})
    said = moves.leaders(moves.rank_moves(first, first, named("ABC")))
    assert said == "la Alpha et la Bêta sont les régions les plus fragiles (1ʳᵉ, entre 1ʳᵉ et 2ᵉ)"


def test_a_missing_rank_is_words_and_never_zero() -> None:
    after = made({"A": (1, 1, 1), "B": (2, 2, 2), "C": (pd.NA, pd.NA, pd.NA)})
    rows = moves.rank_moves(BEFORE, after, named("ABC"))
    shown = moves_drawn.drawn(rows, narrow=False).set_index("region_code")
    assert shown.loc["C", "words"] == "–"
    assert shown.loc["C", "label"] == "Gamma\u202f: sans rang (référence\u202f: 3ᵉ, entre 2ᵉ et 3ᵉ)"
    table = tables.moves_table(rows, changed=True).set_index("Région")
    assert table.loc["Gamma", "Rang parmi les régions"] == "sans rang"
    assert table.loc["Gamma", "Changement"] == "Non comparable"
    assert not rows.loc[rows["region_code"] == "C", "outside"].any()
    assert (
        tables.moves_table(rows, changed=False).set_index("Région").loc["Gamma", "Ce rang revient"]
        == "non calculable"
    )


def test_no_rank_at_all_is_a_sentence() -> None:
    none = made(dict.fromkeys("ABC", (pd.NA, pd.NA, pd.NA)))
    rows = moves.rank_moves(BEFORE, none, named("ABC"))
    assert "aucune région n’a assez de chiffres" in moves.finding(rows, changed=True)


def test_what_is_drawn_says_both_ranks_and_a_phone_has_short_names() -> None:
    after = made({"A": (2, 1, 3), "B": (1, 1, 2), "C": (3, 3, 3)})
    rows = moves.rank_moves(BEFORE, after, named("ABC"))
    assert moves_drawn.drawn(rows, narrow=True)["name"].tolist() == ["B", "A", "C"]
    assert moves_drawn.drawn(rows, narrow=False)["words"].tolist() == ["2ᵉ → 1ʳᵉ", "1ʳᵉ → 2ᵉ", "3ᵉ"]
    said = moves_drawn.alternative("Constat", rows, changed=True)
    assert said.startswith("Constat. ")
    assert "Alpha\u202f: 2ᵉ, entre 1ʳᵉ et 3ᵉ (référence\u202f: 1ʳᵉ)" in said
    assert "référence" not in moves_drawn.alternative("Constat", rows, changed=False)


def test_the_table_says_how_often_a_rank_comes_back_and_what_leaves_its_interval() -> None:
    after = made({"A": (2, 1, 3), "B": (1, 1, 2), "C": (3, 3, 3)}).assign(holds=[0.627, 0.004, 1.0])
    rows = moves.rank_moves(BEFORE, after, named("ABC"))
    table = tables.moves_table(rows, changed=True)
    assert table.columns.tolist() == [
        *("Région", "Rang parmi les régions", "Référence", "Changement", "Ce rang revient")
    ]
    assert table["Changement"].tolist()[1:] == [
        "Moins fragile de 1\u00a0place, hors de l’intervalle de référence",
        "Même rang",
    ]
    assert table["Ce rang revient"].tolist() == [
        f"dans {share}\u202f% des essais" for share in ("moins de 1", "62", "100")
    ]
    assert tables.moves_table(rows, changed=False).columns.tolist() == [
        "Région",
        "Rang parmi les régions",
        "Ce rang revient",
    ]


def ranked(**ranks: Any) -> pd.DataFrame:
    frame = pd.DataFrame({"region_code": list(ranks), "rank": list(ranks.values()), "code": "ensemble"})
    return frame.astype({"rank": "Int64"})


def test_each_choice_alone_is_compared_with_the_reference() -> None:
    others = [
        ("Pareil", ranked(A=1, B=2, C=3)),
        ("Renversé", ranked(A=3, B=2, C=1)),
        ("Échange", ranked(A=1, B=3, C=2)),
        ("Vide", ranked(A=pd.NA, B=pd.NA, C=pd.NA)),
    ]
    frame = alternatives(BEFORE, others)
    assert frame["moved"].tolist() == [0, 2, 2, 0]
    assert frame["largest"].tolist()[:3] == [0, 2, 1]
    assert frame["mean"].tolist()[:3] == [0, 4 / 3, 2 / 3]
    assert pd.isna(frame["mean"][3])
    said = tables.alternatives_table(frame, NAMES)
    assert said["Régions déplacées"].tolist() == ["0 sur 3", "2 sur 3", "2 sur 3", "0 sur 0"]
    assert said["Au plus"].tolist() == [
        *("", "2\u00a0places (Alpha et Gamma)", "1\u00a0place (Bêta et Gamma)", "")
    ]
    assert said["En tête"].tolist() == ["Alpha", "Gamma", "Alpha", "aucun rang à comparer"]
    assert said["Hors de l’intervalle de référence"].tolist() == ["", "Alpha et Gamma", "", ""]
    assert summary(frame).startswith("1\u00a0choix sur 3, pris seul, sort")
    assert summary(frame[frame["choice"] == "Pareil"]).startswith("Aucun de ces choix")


@pytest.fixture(scope="module")
def reference(published: Store) -> pd.DataFrame:
    return intervals.rank_intervals(published, draws=DRAWS)


def test_the_published_ranks_are_those_of_the_index(published: Store, reference: pd.DataFrame) -> None:
    after = intervals.rank_intervals(published, RANKS, draws=DRAWS)
    rows = moves.rank_moves(reference, after, structure.regions(published)).set_index("region_code")
    for method, column in ((Method(), "before"), (RANKS, "rank")):
        scores: Any = index.index_scores(published, method).query("level == 'ensemble'")
        assert rows[column].to_dict() == dict(zip(scores["region_code"], scores["rank"], strict=True))


@given(st.permutations([1, 2, 3]), st.permutations([1, 2, 3]))
def test_moves_always_sum_to_zero(earlier: list[int], later: list[int]) -> None:
    first, second = (
        made({c: (r, r, r) for c, r in zip("ABC", ranks, strict=True)}) for ranks in (earlier, later)
    )
    rows = moves.rank_moves(first, second, named("ABC"))
    assert rows["move"].sum() == 0
    assert (rows["outside"] == (rows["move"] != 0)).all()
