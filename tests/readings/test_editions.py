"""What changed cells change: the same numbers as each edition alone, the largest effects first, mirrored."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.editions.effects import Effects, effects
from indicators.editions.pairs import STAYED, became, by_effect, differ, side_by_side
from indicators.index import index_scores
from indicators.intervals import rank_intervals
from indicators.results import Results
from indicators.vocabulary import either
from loaders.edition import load
from loaders.editions.changes import compare
from loaders.editions.table import table
from loaders.records import SurveyFigure
from loaders.store import Store
from readings.editions import listing, tables, words
from tests import made, opened
from tests.boring import WORKBOOK
from tests.loaders.books import TABLE, to_bytes, whole

CODES = ("11", "24", "27", "28", "32")
NOTHING = table(())


def results(
    emploi: Sequence[object], sante: Sequence[object], figures: Sequence[SurveyFigure] = ()
) -> Results:
    """An edition with one indicator in each of two domains."""
    columns = {
        "e": dict(zip((made.FRANCE, *CODES), (0, *emploi), strict=True)),
        "s": dict(zip((made.FRANCE, *CODES), (0, *sante), strict=True)),
    }
    rows = [made.indicator("e", "emploi", 5), made.indicator("s", "sante", 6)]
    return Results(Store.in_memory(made.edition(columns, rows, figures)))


@pytest.fixture(scope="module")
def before(published: Store) -> Results:
    return opened.published()


@pytest.fixture(scope="module")
def after() -> Results:
    """Another rate of unemployment in Bretagne and in France, another note in Nouvelle-Aquitaine."""
    book = whole()
    grid = book[TABLE]
    grid.set(18, grid.column("Bretagne"), 12.5)
    grid.set(18, grid.column("France Métropole"), 9.1)
    # The same number with another format explains nothing.
    grid.set(18, grid.column("Corse"), grid.get(18, grid.column("Corse")), "0.0000")
    book["Perceptions"].set(42, 10, 6.7)
    return Results(Store.in_memory(load(to_bytes(book), "nouveau.xlsx")))


@pytest.fixture(scope="module")
def changes(before: Results, after: Results) -> pd.DataFrame:
    return table(compare(before.store, after.store).changes)


@pytest.fixture(scope="module")
def found(before: Results, after: Results, changes: pd.DataFrame) -> Effects:
    return effects(before, after, changes)


def test_an_edition_changes_nothing_of_itself(before: Results) -> None:
    found = effects(before, before, NOTHING)
    assert found.scores.empty
    assert found.ranks.empty
    assert found.gaps.empty
    assert words.changed(found) == "aucun score, aucun rang et aucun écart ne change"
    assert words.largest(found, either(before.vocabulary(), before.vocabulary())) == []


def test_the_scores_are_those_of_each_edition(before: Results, after: Results, found: Effects) -> None:
    keys = ["region_code", "level", "code"]
    old, new = (index_scores(one.store).set_index(keys)["score"] for one in (before, after))
    moved = (old.round(9) != new.round(9)) & ~(old.isna() & new.isna())
    assert len(found.scores) == moved.sum()
    for row in found.scores.to_dict("records"):
        place = tuple(row[key] for key in keys)
        assert (row["before_score"], row["after_score"]) == (old[place], new[place])
    assert found.scores["change"].abs().is_monotonic_decreasing


def test_the_ranks_are_those_of_each_edition_with_their_intervals(
    before: Results, after: Results, found: Effects
) -> None:
    keys = ["among", "region_code", "level", "code"]
    old, new = (rank_intervals(one.store).set_index(keys) for one in (before, after))
    assert len(found.ranks) == (old["rank"] != new["rank"]).fillna(value=False).sum()
    for row in found.ranks.to_dict("records"):
        place = tuple(row[key] for key in keys)
        for name in ("rank", "low", "high", "ranked"):
            assert row[f"before_{name}"] == old.loc[place, name]
            assert row[f"after_{name}"] == new.loc[place, name]
        inside = row["before_low"] <= row["after_rank"] <= row["before_high"]
        assert row["outside"] == (not inside)
        assert row["move"] == row["before_rank"] - row["after_rank"]


def test_every_effect_names_the_changed_cells_of_its_region_first(found: Effects) -> None:
    cell = f"{TABLE}!P18"
    assert all(cells == (cell,) for cells in found.scores["cells"])
    assert all(cells == (cell,) for cells in found.ranks["cells"])
    asked = found.gaps.query("region_code == '75' and domain_code == 'emploi' and wave == 'PHARE 2016'")
    assert asked["cells"].tolist() == [("Perceptions!J42", cell)]


def test_a_change_of_sign_comes_first_and_is_said(before: Results, after: Results, found: Effects) -> None:
    first = found.gaps.iloc[0]
    assert first["sign_changed"]
    assert first["before_stated_sign"] != first["after_stated_sign"]
    said = words.largest(found, either(before.vocabulary(), after.vocabulary()))
    assert said[0] == (
        "Le plus grand déplacement entre régions\u202f: Bretagne, «\u00a0Emploi\u00a0», de "
        "«\u00a012ᵉ, entre 11ᵉ et 13ᵉ\u00a0» à «\u00a01ʳᵉ\u00a0»."
    )
    assert any("de l’intervalle" in sentence for sentence in said)
    assert any("de sens, ou de certitude" in sentence for sentence in said)


def test_the_tables_read_aloud(before: Results, after: Results, found: Effects) -> None:
    known = either(before.vocabulary(), after.vocabulary())
    scores = tables.scores_table(found.scores, known)
    assert scores.iloc[0].to_dict() == {
        "Région": "Bretagne",
        "Résultat": "Emploi",
        "Avant": "−1,09",
        "Après": "2,36",
        "Changement": "+3,45",
        "Cellules": f"{TABLE}, P18",
    }
    assert next(tables.lines(scores)) == (
        f"Bretagne, Emploi. Avant\u202f: −1,09. Après\u202f: 2,36. +3,45. Cellule\u202f: {TABLE}, P18."
    )
    ranks = tables.ranks_table(found.ranks, known)
    mine = ranks[(ranks["Région"] == "Bretagne") & (ranks["Résultat"] == "Emploi")].set_index("Classement")
    among = mine.loc["parmi les régions"]
    assert (among["Avant"], among["Après"]) == ("12ᵉ, entre 11ᵉ et 13ᵉ", "1ʳᵉ")
    assert mine.loc["parmi les domaines de la région", "Après"] == "1ᵉʳ"
    gaps = tables.gaps_table(found.gaps, known)
    assert len(gaps) == len(found.gaps)
    assert (gaps["Changement"] == "Le sens énoncé change").any()


def test_what_came_or_went_is_said_and_never_a_zero() -> None:
    figures = [
        made.figure(2, ["11"], "emploi"),
        made.note(3, ["24"], "emploi", 6.5, perimeter="Centre élargi"),
        made.figure(4, ["FR"], "sante", rank_low=None, rank_high=None, raw_rank=""),
    ]
    old, new = results((1, 2, 3, 4, 5), (None,) * 5), results((None,) * 5, (5, 4, 3, 2, 1), figures)
    found, known = effects(old, new, NOTHING), either(old.vocabulary(), new.vocabulary())
    scores = tables.scores_table(found.scores, known)
    assert set(found.scores["became"]) == {"apparu", "disparu", ""}
    assert "non calculable" in set(scores["Avant"])
    assert "non calculable" in set(scores["Après"])
    gaps = tables.gaps_table(found.gaps, known)
    assert set(gaps["Avant"]) == {"non publié"}
    assert any("Centre élargi" in text for text in gaps["Périmètre"])
    assert any("Centre élargi" in line for line in tables.lines(gaps))
    assert any("ressenti\u00a06,5 sur 10" in text for text in gaps["Après"])
    assert any("nouveau" in sentence for sentence in words.largest(found, known))
    back = effects(new, old, NOTHING)
    assert any("disparu" in sentence for sentence in words.largest(back, known))
    ranks = tables.ranks_table(found.ranks, known)
    assert {"Nouveau", "Disparu"} <= set(ranks["Changement"])


def test_what_stays_inside_the_doubts_is_said_to_be_so(
    before: Results, after: Results, found: Effects
) -> None:
    known, none = either(before.vocabulary(), after.vocabulary()), found.gaps.iloc[:0]
    assert words.largest(Effects(found.scores, found.ranks.iloc[:0], none), known) == []
    calm = words.largest(Effects(found.scores, found.ranks.assign(outside=False), none), known)
    assert calm[1:] == ["Aucun rang ne sort de l’intervalle qu’il avait dans l’ancienne édition."]


def test_the_listing_has_every_difference_unrounded(changes: pd.DataFrame, found: Effects) -> None:
    text = io.StringIO()
    listing.write_csv(changes, found, text)
    rows = list(csv.DictReader(io.StringIO(text.getvalue())))
    counts = pd.Series([row["part"] for row in rows]).value_counts().to_dict()
    assert counts == {
        "cellule": len(changes),
        "score": len(found.scores),
        "rang": len(found.ranks),
        "ecart": len(found.gaps),
    }
    assert counts["ecart"] > 1
    score = next(row for row in rows if row["part"] == "score")
    assert float(score["after"]) == found.scores["after_score"].iloc[0]
    assert {row["outside"] for row in rows if row["part"] == "rang"} <= {"true", "false"}
    assert {row["code"] for row in rows if row["part"] == "cellule"} == {"Freco.1", "emploi"}


def test_the_json_names_both_editions(
    before: Results, after: Results, changes: pd.DataFrame, found: Effects
) -> None:
    text = io.StringIO()
    listing.write_json((before.edition(), after.edition()), changes, found, text)
    said = json.loads(text.getvalue())
    assert (said["old"]["file_name"], said["new"]["file_name"]) == (WORKBOOK.name, "nouveau.xlsx")
    assert [len(said[name]) for name in ("cells", "scores", "ranks", "gaps")] == [
        len(changes),
        len(found.scores),
        len(found.ranks),
        len(found.gaps),
    ]
    assert said["cells"][0]["domain_codes"] == ["emploi"]


SIDES = {
    "scores": (["region_code", "level", "code"], "score"),
    "ranks": (["among", "region_code", "level", "code"], "rank"),
    "gaps": (["actor_code", "wave", "measure", "region_code", "domain_code"], "stated_sign"),
}


@pytest.mark.parametrize("name", SIDES)
def test_the_effects_the_other_way_round_are_the_mirror(
    before: Results, after: Results, found: Effects, name: str
) -> None:
    keys, side = SIDES[name]
    forward, backward = (
        getattr(one, name).sort_values(keys, ignore_index=True)
        for one in (found, effects(after, before, NOTHING))
    )
    assert forward[keys].equals(backward[keys])
    assert forward[f"before_{side}"].equals(backward[f"after_{side}"])
    assert forward[f"after_{side}"].equals(backward[f"before_{side}"])


number = st.one_of(st.none(), st.floats(-9, 9))
frames = st.lists(st.tuples(st.sampled_from(CODES), number), max_size=8).map(
    lambda rows: pd.DataFrame(rows, columns=["region_code", "score"]).astype(
        {"region_code": "str", "score": "float64"}
    )
)


@settings(max_examples=30)
@given(old=frames, new=frames)
def test_two_frames_side_by_side_lose_no_row(old: pd.DataFrame, new: pd.DataFrame) -> None:
    frame = side_by_side(old, new, ["region_code"], ["score"])
    for side, own in (("before", old), ("after", new)):
        assert sorted(frame[f"{side}_score"].dropna()) == sorted(own["score"].dropna())
    told = frame.assign(became=became(frame, "score"), change=frame["after_score"] - frame["before_score"])
    ordered = by_effect(told, "change", "score")
    assert len(ordered) == len(told)
    stayed = ordered.loc[ordered["became"] == STAYED, "change"].dropna()
    assert stayed.abs().is_monotonic_decreasing
    assert not differ(side_by_side(old, old, ["region_code"], ["score"]), ["score"]).any()
