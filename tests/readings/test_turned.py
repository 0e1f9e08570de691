"""A direction that the reader turns: other regions come first, and the words follow."""

from __future__ import annotations

import pytest

from indicators.method import Method
from indicators.tree import nodes
from readings.debate import facts
from readings.overview import level, level_words
from readings.phrases.most import least_fragile, most_fragile, than
from readings.territory import lines
from readings.territory.report import report
from tests import boring, opened

IMMIGRATION, DOMAIN = "Frsoc.3", "diversite_handicap"
TURNED = Method(flipped=(IMMIGRATION,))
OF_STAKES = "enjeu d’inclusion"


def first_and_last() -> tuple[str, str]:
    """The regions with the lowest and the highest share: the first and the last once it is turned."""
    own = next(row.numbers for row in boring.rows() if row.domain == DOMAIN and row.numbers)
    shares = {code: own[code] for code in boring.REGIONS}
    return min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)


def test_the_structure_has_the_direction_that_the_method_reads() -> None:
    store = opened.published().store
    plain, turned = (
        nodes(store, method).set_index(["level", "code"])["direction"] for method in (None, TURNED)
    )
    changed = plain[plain.notna() & (plain != turned)]
    assert changed.index.tolist() == [("indicateur", IMMIGRATION)]
    assert turned["indicateur", IMMIGRATION] == -plain["indicateur", IMMIGRATION]
    assert turned.isna().tolist() == plain.isna().tolist()


@pytest.mark.parametrize("domain", [DOMAIN, "emploi", "securite", "sante", "mal_logement"])
def test_no_word_of_the_first_direction_is_left(domain: str) -> None:
    for many in (False, True):
        words = [most_fragile(domain, many=many, turned=True), least_fragile(domain, many=many, turned=True)]
        assert [" plus " in said for said in words] == [True, False]
        assert all(said.endswith("défavorable dans le sens choisi") for said in words)
    assert than(domain, more=False, turned=True) == "chiffre moins défavorable, dans le sens choisi, que dans"


def test_the_title_names_the_region_at_the_other_end() -> None:
    results = opened.published()
    ranks = level.ranks(
        results.index_scores(TURNED), results.rank_intervals(TURNED), results.regions(), "domaine", DOMAIN
    )
    assert results.turned(TURNED) == {DOMAIN}
    assert results.turned(Method()) == frozenset()
    said = level_words.title(ranks, results.regions(), "Diversité", DOMAIN, turned=True)
    first, _ = first_and_last()
    assert (
        f"{results.vocabulary().names[first].name_the} est la région au chiffre le plus défavorable" in said
    )


@pytest.mark.parametrize("turned", [True, False])
def test_the_lines_of_both_ends_follow(*, turned: bool) -> None:
    """The first by one direction is the last by the other; other domains keep their words."""
    results, method = opened.published(), TURNED if turned else Method()
    for region, more in zip(first_and_last(), (turned, not turned), strict=True):
        made = report(results, region, method)
        told = {line.code: line for line in lines.lines(made.spine_rows, {}, {}, lines.BY_AXIS)}
        words = " ".join([told[DOMAIN].said, *told[DOMAIN].detail])
        assert than(DOMAIN, more=more, turned=turned) in words
        assert ("dans le sens choisi" in words) == turned
        every = " ".join(line.said for code, line in told.items() if code != DOMAIN)
        assert "dans le sens choisi" not in every


def test_a_figure_of_a_debate_says_what_its_rank_counts() -> None:
    """Of unemployment: a domain that is measured in part only is never marked."""
    results, method, said = opened.published(), Method(flipped=("Freco.1",)), []
    for region in boring.REGIONS:
        for ground in facts.grounds(results, region, method):
            assert ground.turned == (ground.place["code"] == "emploi")
            words = facts.placed(ground, "Domaine")
            assert ("dans le sens choisi" in words) == ground.turned
            said.append(ground.turned)
    assert any(said)
