"""Two regions in the same draws: the verdict follows the number that is written, and says what varies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

import pandas as pd
import pytest

from indicators.results import Results
from readings.compare import duel_words, duels
from readings.compare.duels import Duel, Verdict
from readings.gaps.corner_words import held
from tests import opened
from wording.measurement import Errors

BRETAGNE, NORD, CORSE, PARIS, SUD, OCCITANIE = "53", "32", "94", "11", "93", "76"
NONE = Errors(16, 0, 0.0)
FIVE = (BRETAGNE, NORD, SUD, PARIS, CORSE)


def fought(results: Results, codes: Sequence[str]) -> dict[str, list[Duel]]:
    return duels.duels(results.dominance(), codes)


def dominant(*shares: tuple[str, str, float, float]) -> pd.DataFrame:
    """Rows of the whole for (one, other, more, less), both ways; what remains are ties."""
    both = [(one, other, more, round(1 - more - less, 9)) for one, other, more, less in shares]
    both += [(other, one, less, round(1 - more - less, 9)) for one, other, more, less in shares]
    rows = pd.DataFrame(both, columns=["region_code", "other_code", "more", "equal"])
    return rows.assign(level="ensemble", code="ensemble")


def test_a_verdict_never_contradicts_the_number_beside_it() -> None:
    for draws in range(1001):
        share = draws / 1000
        duel = Duel(BRETAGNE, CORSE, share, 1 - share)
        points = int(re.findall(r"\d+", held(share))[0])
        expected = Verdict.SETTLED if points >= 95 else Verdict.LEANING if points >= 75 else Verdict.OPEN
        assert duel.verdict is expected
        assert (points in (0, 100)) == (draws in (0, 1000))


@pytest.mark.parametrize(
    ("more", "less", "expected", "short"),
    [
        (
            0.97,
            0.03,
            "la Bretagne est plus fragile que la Corse dans 97 % des calculs",
            "Bretagne dans 97 % des calculs",
        ),
        (
            0.2,
            0.8,
            "la Corse est plutôt plus fragile que la Bretagne dans 80 % des calculs",
            "plutôt Corse dans 80 % des calculs",
        ),
        (
            0.4,
            0.35,
            (
                "rien ne départage la Bretagne et la Corse (la Bretagne plus fragile dans 40 % des calculs, "
                "à égalité dans 25 % des calculs)"
            ),
            "non départagées (Bretagne dans 40 % des calculs, à égalité dans 25 % des calculs)",
        ),
        (
            0.5,
            0.5,
            "rien ne départage la Bretagne et la Corse (chacune dans 50 % des calculs)",
            "non départagées (chacune dans 50 % des calculs)",
        ),
        (
            0.0,
            0.0,
            "rien ne départage la Bretagne et la Corse (à égalité dans 100 % des calculs)",
            "non départagées (à égalité dans 100 % des calculs)",
        ),
        (
            float("nan"),
            float("nan"),
            "la Bretagne et la Corse, rien à comparer, faute de score",
            "sans score",
        ),
    ],
)
def test_the_sentence_of_a_pair(more: float, less: float, expected: str, short: str) -> None:
    names = opened.published().vocabulary().names
    (duel,) = duels.duels(dominant((BRETAGNE, CORSE, more, less)), (BRETAGNE, CORSE))["ensemble"]
    assert duel_words.said(duel, names).replace("\u202f", " ") == expected
    assert duel_words.brief(duel, names).replace("\u202f", " ") == short


def test_the_verb_agrees_with_the_region() -> None:
    names = opened.published().vocabulary().names
    settled, open_ = Duel(NORD, CORSE, 1.0, 0.0), Duel(NORD, CORSE, 0.6, 0.0)
    assert duel_words.said(settled, names).startswith("les Hauts-de-France sont plus fragiles que la Corse")
    assert "(les Hauts-de-France plus fragiles dans" in duel_words.said(open_, names)


def test_several_pairs_are_counted_by_what_may_be_said_of_them() -> None:
    known, nan = opened.published().vocabulary(), float("nan")
    rows = dominant(
        (BRETAGNE, NORD, 0.01, 0.99),
        (BRETAGNE, CORSE, 0.8, 0.2),
        (BRETAGNE, PARIS, 0.5, 0.5),
        (NORD, CORSE, 1.0, 0.0),
        (NORD, PARIS, 1.0, 0.0),
        (CORSE, PARIS, nan, nan),
    )
    four = duels.duels(rows, (BRETAGNE, NORD, CORSE, PARIS))["ensemble"]
    assert duel_words.overall(four, known).replace("\u00a0", " ") == (
        "Les 16 domaines ensemble\u202f: sur 6 paires de régions, 3 départagées, 1 plutôt départagée, 1 que "
        "rien ne départage et 1 sans score"
    )
    three = duels.duels(rows[rows["more"].isin([0.01, 0.99, 1, 0])], (NORD, CORSE))["ensemble"]
    assert duel_words.overall([*three, *three], known).endswith(
        "les 2\u00a0paires de régions sont départagées"
    )
    # Nothing opposes Corse to Île-de-France: the one that beats each of the three is first all the same.
    assert duels.leader(four) == NORD
    assert duels.leader(duel for duel in four if NORD not in (duel.first, duel.second)) is None
    assert duels.leader([four[-1]]) == ""


@pytest.mark.parametrize("codes", [(BRETAGNE, NORD), (OCCITANIE, PARIS), (BRETAGNE, NORD, CORSE), FIVE])
def test_each_domain_is_counted_once_for_who_leads_each_other(codes: tuple[str, ...]) -> None:
    results = opened.published()
    known = results.vocabulary()
    rows = results.dominance().set_index(["code", "region_code", "other_code"])["more"]
    (said,) = duel_words.tally(fought(results, codes), frozenset(), known, NONE, codes[-1])
    alone = 16
    for code in codes:
        led = sum(
            all(rows[domain, code, other] >= 0.945 for other in codes if other != code)
            for domain in known.domains
        )
        alone -= led
        name = re.escape(known.names[code].name_the)
        assert list(map(int, re.findall(rf"{name} dans (\d+)\u00a0domaine", said))) == [led] * (led > 0)
    assert list(map(int, re.findall(r"aucune .* dans (\d+)", said))) == [alone] * (alone > 0)
    assert said.index(known.names[codes[-1]].name_the) < 60


def test_what_rounding_alone_moves_is_said_where_it_is_so() -> None:
    results = opened.published()
    both = fought(results, (BRETAGNE, NORD))
    (plain,) = duel_words.tally(both, frozenset(), results.vocabulary(), NONE)
    (careful,) = duel_words.tally(both, frozenset({"emploi"}), results.vocabulary(), NONE)
    assert careful.removeprefix(plain).strip().startswith("Un domaine d’un seul indicateur")
    whole, supposed = (duel_words.rule(errors, alone=True) for errors in (NONE, Errors(16, 0, 0.1)))
    assert (
        "varient l’arrondi des valeurs publiées, les poids et le calcul des scores (l’arrondi seul" in whole
    )
    assert whole.endswith("n’en dit rien.")
    assert "le calcul des scores (ni les poids ni le calcul dans un domaine" in supposed
    assert supposed.endswith("notre convention, que «\u00a0Réglages\u00a0» peut mettre à zéro.")
    one = duel_words.rule(Errors(1, 0, 0), alone=True)
    assert "varie l’arrondi des valeurs publiées\u202f:" in one


def test_a_table_has_a_row_a_pair_and_no_domain_twice() -> None:
    results = opened.large()
    known, every = results.vocabulary(), fought(results, FIVE)
    table = duel_words.table(every, known)
    assert len(table) == len(list(combinations(FIVE, 2)))
    for told in table["Domaine par domaine"]:
        assert sum(map(int, re.findall(r"\u00a0(\d+)", told))) == 16
    assert any("non départagées" in told for told in table["Domaine par domaine"])


def test_without_any_domain_to_compare_nothing_is_said() -> None:
    results = opened.published()
    none = results.dominance().assign(more=float("nan"), equal=float("nan"))
    both = duels.duels(none, (BRETAGNE, CORSE))
    assert list(duel_words.tally(both, frozenset(), results.vocabulary(), NONE)) == []
