"""Two to five regions side by side: each number again in plain Python, and what is missing never 0."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import index, intervals, similarity, structure, values
from indicators.similarity import Basis
from indicators.vocabulary import RegionNames, region_names, vocabulary
from loaders.store import Store
from readings.compare import chosen, lines, points, ranks, spreads, suggested, tables, words
from tests import opened

BRETAGNE, NORD, CORSE, PARIS, SUD = "53", "32", "94", "11", "93"
FIVE = (BRETAGNE, NORD, SUD, PARIS, CORSE)
CODES = st.lists(st.sampled_from(FIVE), min_size=2, max_size=5, unique=True)


@cache
def measured(store: Store) -> dict[str, pd.DataFrame]:
    domains = structure.domains(store)
    found = [values.region_values(store, code).assign(domain_code=code) for code in domains["domain_code"]]
    return {
        "domains": domains,
        "regions": structure.regions(store),
        "values": pd.concat(found, ignore_index=True),
        "scores": index.index_scores(store),
        "intervals": intervals.rank_intervals(store, draws=50),
    }


def named(store: Store) -> RegionNames:
    return region_names(measured(store)["regions"])


def read(store: Store, codes: Sequence[str]) -> list[lines.Line]:
    found = measured(store)
    return lines.lines(found["values"], codes, vocabulary(store))


def test_two_regions_or_more_are_compared_as_they_are_picked() -> None:
    assert chosen.compared([NORD, CORSE], BRETAGNE, lambda _: "52") == chosen.Compared((NORD, CORSE))


@pytest.mark.parametrize(
    ("picked", "region", "expected"),
    [
        ([], BRETAGNE, chosen.Compared((BRETAGNE, "52"), "52")),
        ([CORSE], BRETAGNE, chosen.Compared((CORSE, "52"), "52")),
        ([], "", chosen.Compared(())),
    ],
)
def test_one_region_takes_the_most_similar(picked: list[str], region: str, expected: chosen.Compared) -> None:
    assert chosen.compared(picked, region, lambda _: "52") == expected


def test_a_region_like_no_other_is_not_compared_with_just_any() -> None:
    assert chosen.compared([], CORSE, lambda _: "") == chosen.Compared(())


def test_a_region_that_is_added_replaces_the_one_nobody_named() -> None:
    completed = chosen.Compared((BRETAGNE, "52"), completed="52")
    assert chosen.picked(completed, [BRETAGNE, "52", CORSE]) == (BRETAGNE, CORSE)
    # What is pressed and kept without another is named from then on.
    assert chosen.picked(completed, ["52"]) == ("52",)
    assert chosen.picked(completed, [BRETAGNE]) == (BRETAGNE,)
    assert chosen.picked(chosen.Compared((BRETAGNE, CORSE)), [CORSE]) == (CORSE,)
    assert chosen.picked(chosen.Compared(()), [CORSE]) == (CORSE,)


def test_those_that_were_there_keep_their_places_and_a_sixth_is_ignored() -> None:
    assert chosen.picked(chosen.Compared((NORD, BRETAGNE)), [BRETAGNE, CORSE, NORD]) == (
        NORD,
        BRETAGNE,
        CORSE,
    )
    assert chosen.picked(chosen.Compared(FIVE), ["24", *FIVE]) == FIVE


@settings(max_examples=25, deadline=None)
@given(codes=CODES)
def test_a_spread_is_the_distance_between_the_two_ends(codes: list[str]) -> None:
    store = opened.invented().store
    scores = measured(store)["scores"]
    apart = spreads.spreads(scores, measured(store)["domains"], codes)
    assert len(apart) == 16
    for row in apart.to_dict("records"):
        mine = {
            code: scores[
                (scores["code"] == row["domain_code"])
                & (scores["level"] == "domaine")
                & (scores["region_code"] == code)
            ]["score"].iloc[0]
            for code in codes
        }
        assert row["spread"] == pytest.approx(
            max(abs(mine[one] - mine[other]) for one, other in combinations(codes, 2)), abs=1e-8
        )
        assert all(mine[code] == pytest.approx(max(mine.values()), abs=1e-8) for code in row["most"])
        assert all(mine[code] == pytest.approx(min(mine.values()), abs=1e-8) for code in row["least"])


def test_a_missing_score_is_unknown_and_never_zero(published: Store) -> None:
    found = measured(published)
    hole = found["scores"].copy()
    hole.loc[(hole["region_code"] == CORSE) & (hole["code"] == "emploi"), "score"] = float("nan")
    three = spreads.spreads(hole, found["domains"], [BRETAGNE, NORD, CORSE]).iloc[0]
    assert (three["known"], three["unknown"]) == (2, (CORSE,))
    two = spreads.spreads(hole, found["domains"], [BRETAGNE, CORSE])
    assert pd.isna(two["spread"].iloc[0])
    said = words.sentences(two, [], named(published))
    assert any("Sans score" in sentence and "Emploi (Corse)" in sentence for sentence in said)


def test_a_domain_nobody_scored_is_unknown_to_all(published: Store) -> None:
    found = measured(published)
    none = found["scores"][found["scores"]["code"] != "emploi"]
    assert spreads.spreads(none, found["domains"], [BRETAGNE, CORSE]).iloc[0]["unknown"] == (BRETAGNE, CORSE)


def test_the_figures_are_the_published_ones_in_order(published: Store) -> None:
    (line,) = [line for line in read(published, (BRETAGNE, NORD)) if line.domain_code == "emploi"]
    assert line.figures == ("7,2\u202f%", "10,8\u202f%")
    assert line.france == "8,4\u202f%"
    assert line.difference == "3,6\u00a0points\u202f; du côté le plus fragile\u202f: Hauts-de-France"
    assert line.ends == {NORD: ("10,8\u202f%", "10,8\u202f%"), BRETAGNE: ("7,2\u202f%", "7,2\u202f%")}


def test_the_direction_decides_who_is_more_fragile(published: Store) -> None:
    """Fewer dwellings are more fragile, more unemployment is."""
    (line,) = [line for line in read(published, (BRETAGNE, NORD)) if line.domain_code == "mal_logement"]
    assert line.figures == ("0,57", "0,47")
    assert (
        line.difference
        == "0,10 (logements par habitant)\u202f; du côté le plus fragile\u202f: Hauts-de-France"
    )


def test_an_indicator_without_any_value_is_said_apart(published: Store) -> None:
    assert lines.unmeasured(measured(published)["values"]) == ["Handicap"]
    assert not any("Handicap\u00a0" in line.title for line in read(published, FIVE))


def changed(store: Store, **columns: str | float) -> lines.Line:
    """The line of employment where Brittany's row is changed; `None` columns become missing."""
    found = measured(store)
    rows = found["values"][found["values"]["domain_code"] == "emploi"].copy()
    mine = rows["region_code"] == BRETAGNE
    for name, value in columns.items():
        rows.loc[mine, name] = value
    (line,) = lines.lines(rows, (BRETAGNE, NORD), vocabulary(store))
    return line


def test_what_is_not_published_is_said_and_not_subtracted(published: Store) -> None:
    line = changed(published, value=float("nan"), status="missing")
    assert line.figures == ("non publié", "10,8\u202f%")
    assert line.difference == "aucune différence à lire"
    assert line.ends == {}


def test_a_range_keeps_both_ends_and_gives_no_difference(published: Store) -> None:
    line = changed(published, value=float("nan"), status="range", low=7.0, high=8.0)
    assert line.figures[0] == "7,0\u202f% à 8,0\u202f%"
    assert line.difference == "aucune différence à lire"


def test_equal_values_and_corrections_are_said(published: Store) -> None:
    assert changed(published, value=10.8).difference == "même valeur"
    assert changed(published, corrected=True).figures[0] == "7,2\u202f% (corrigé)"


def test_without_a_direction_nobody_is_more_fragile(published: Store) -> None:
    found = measured(published)
    rows = found["values"][found["values"]["domain_code"] == "emploi"].assign(
        direction=pd.array([pd.NA] * 13, dtype="Int64"), benchmark=float("nan")
    )
    (line,) = lines.lines(rows, (BRETAGNE, NORD), vocabulary(published))
    assert (line.difference, line.france, line.ends) == ("3,6\u00a0points", "non publié", {})


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (
            (BRETAGNE, NORD),
            (
                "Éducation (jeunes sans emploi, études ni formation)\u202f: l’écart le plus marqué entre les "
                "Hauts-de-France et la Bretagne, 21,2\u202f% contre 13,9\u202f%"
            ),
        ),
        (
            (BRETAGNE, NORD, CORSE),
            (
                "Culture (équipements culturels)\u202f: là où les trois régions diffèrent le plus, de 0,44 "
                "dans les Hauts-de-France à 1,13\u202fpour 10\u202f000 hab. en Corse"
            ),
        ),
    ],
)
def test_the_title_is_the_widest_gap(published: Store, codes: tuple[str, ...], expected: str) -> None:
    found = measured(published)
    apart = spreads.spreads(found["scores"], found["domains"], codes)
    said = words.title(apart, read(published, codes), codes, named(published))
    assert said.replace("\u00a0", "\u202f") == expected


def test_a_domain_of_several_indicators_is_named_without_a_value(published: Store) -> None:
    found = measured(published)
    for codes in ((BRETAGNE, NORD), (BRETAGNE, NORD, CORSE)):
        apart = spreads.spreads(found["scores"], found["domains"], codes)
        twice = [*read(published, codes), *read(published, codes)]
        assert "," not in words.title(apart, twice, codes, named(published))


def test_a_region_against_itself_has_no_gap(published: Store) -> None:
    found = measured(published)
    flat = found["scores"].assign(score=1.0)
    apart = spreads.spreads(flat, found["domains"], (BRETAGNE, NORD))
    assert words.title(apart, [], (BRETAGNE, NORD), named(published)) == (
        "Bretagne et Hauts-de-France\u202f: mêmes scores partout"
    )


def test_nothing_scored_says_only_what_is_missing(published: Store) -> None:
    found = measured(published)
    none = found["scores"].assign(score=float("nan"))
    apart = spreads.spreads(none, found["domains"], (BRETAGNE, NORD))
    (only,) = words.sentences(apart, [], named(published))
    assert only.startswith("Sans score")


def test_who_completes_is_said(published: Store) -> None:
    assert "Pays de la Loire, est ajoutée" in words.completed("52", BRETAGNE, named(published))


def test_every_rank_has_its_interval(published: Store) -> None:
    found = measured(published)
    rows = ranks.ranks(found["intervals"], vocabulary(published).levels)
    assert len(rows) == 13 * (1 + 4 + 16)
    assert list(dict.fromkeys(rows["label"]))[:2] == ["Les 16 domaines ensemble", "Axe économique"]
    for row in rows.to_dict("records"):
        assert ("entre" in row["words"]) == (row["low"] < row["high"])


def test_a_region_without_a_rank_is_said(published: Store) -> None:
    found = measured(published)
    hole = found["intervals"].copy()
    hole.loc[hole["region_code"] == CORSE, ["rank", "low", "high"]] = pd.NA
    rows = ranks.ranks(hole, vocabulary(published).levels)
    assert set(rows.loc[rows["region_code"] == CORSE, "words"]) == {ranks.UNRANKED}
    assert ranks.overall(rows, (CORSE, NORD), named(published)).endswith("Corse sans rang.")


def test_each_point_says_its_value_and_its_rank(published: Store) -> None:
    found = measured(published)
    ranked = ranks.ranks(found["intervals"], vocabulary(published).levels)
    codes = (BRETAGNE, NORD)
    rows = points.points(
        found["scores"], ranked, read(published, codes), found["domains"], codes, named(published)
    )
    assert len(rows) == 13 * 16
    said = rows.set_index(["domain_code", "region_code"])["label"]
    assert said["emploi", NORD].startswith("Emploi, Hauts-de-France\u202f: 10,8\u202f%, 1ʳᵉ")
    assert "%" not in said["emploi", CORSE]
    assert points.listed(rows, codes).count("Bretagne") == 16


@pytest.mark.parametrize("wide", [True, False])
def test_the_tables_hold_every_figure(published: Store, *, wide: bool) -> None:
    found = measured(published)
    shown = tables.values_table(read(published, FIVE), FIVE, named(published), wide=wide)
    assert shown.shape == (16, 8 if wide else 2)
    first = " ".join(map(str, shown.iloc[0]))
    for figure in (
        "7,2\u202f%",
        "10,8\u202f%",
        "10,1\u202f%",
        "7,6\u202f%",
        "9,1\u202f%",
        "8,4\u202f%",
        "3,6\u00a0points",
    ):
        assert figure in first
    ranked = ranks.ranks(found["intervals"], vocabulary(published).levels)
    by_level = tables.ranks_table(ranked, FIVE, {}, named(published), wide=wide)
    assert by_level.shape == (21, 6 if wide else 2)
    told = dict.fromkeys(vocabulary(published).levels, "Corse") | {"sante": "Bretagne"}
    settled = tables.ranks_table(ranked, (BRETAGNE, CORSE), told, named(published), wide=wide)
    assert settled.set_index("Niveau")[tables.SETTLED].to_dict() == {
        label: told[code] for code, label in vocabulary(published).levels.items()
    }


def test_the_most_similar_are_offered_at_once(published: Store) -> None:
    near = {basis: similarity.similar_regions(published, BRETAGNE, basis) for basis in Basis}
    profile, domains = suggested.neighbours(BRETAGNE, near, named(published))
    assert profile == suggested.Offer(
        "Comparer aux semblables par le profil",
        (
            "Bretagne, par le profil (population, espace, activités)\u202f: "
            "Pays de la Loire, Centre-Val de Loire et Normandie."
        ),
        (BRETAGNE, "52", "24", "28"),
    )
    assert domains.codes == (BRETAGNE, "52", "75", "24")


def test_a_region_like_no_other_is_offered_nothing(published: Store) -> None:
    none = similarity.similar_regions(published, BRETAGNE).head(0)
    assert suggested.neighbours(BRETAGNE, {Basis.PROFILE: none}, named(published)) == []


def test_pairs_to_begin_with(published: Store) -> None:
    scores = measured(published)["scores"]
    overall = scores[scores["level"] == "ensemble"]
    near = pd.DataFrame(
        {
            "region_code": ["52", "24"],
            "other_code": [BRETAGNE, "52"],
            "basis": ["profil", "profil"],
            "distance": [1.1, 0.9],
        }
    )
    ends, closest = suggested.pairs(overall, near, named(published))
    assert ends == suggested.Offer(
        "Les deux bouts du classement",
        "Les deux bouts du classement\u202f: Hauts-de-France et Bretagne.",
        (NORD, BRETAGNE),
    )
    assert closest.codes == ("52", "24")
    assert suggested.pairs(overall.assign(score=float("nan")), near.head(0), named(published)) == []
