"""Facts: what they state is what the figures say, each with its cells; against plain loops."""

from __future__ import annotations

import math
from typing import Any

import pytest

from indicators.facts import Fact, FactKind
from indicators.facts_all import facts
from indicators.index import index_scores
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from loaders.store import Store
from readings.phrases.facts import facts_table
from tests import boring, boring_index, made


@pytest.fixture
def found(published_facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return published_facts


@pytest.fixture
def invented(invented_facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return invented_facts


def of(found: tuple[Fact, ...], *kinds: FactKind) -> list[Fact]:
    return [fact for fact in found if fact.kind in kinds]


def test_every_domain_names_its_most_and_least_fragile_regions(found: tuple[Fact, ...]) -> None:
    scored = boring_index.index("zscore")
    for kind, choose in ((FactKind.MOST_FRAGILE, max), (FactKind.LEAST_FRAGILE, min)):
        named = {fact.domain_code: fact for fact in of(found, kind)}
        assert len(named) == 16
        for domain, fact in named.items():
            own = {region: scored[region, "domaine", domain] for region in boring.REGIONS}
            extreme = choose(own.values())
            assert set(fact.codes) == {
                region for region, score in own.items() if math.isclose(score, extreme)
            }
            assert fact.numbers["score"] == pytest.approx(extreme)
            assert fact.numbers["regions"] == len(fact.codes)


def test_a_domain_of_one_indicator_states_the_published_value_and_frances(found: tuple[Fact, ...]) -> None:
    rows = {row.domain: row for row in boring.rows() if row.numbers}
    for fact in of(found, FactKind.MOST_FRAGILE, FactKind.LEAST_FRAGILE):
        row = rows[fact.domain_code]
        assert fact.numbers["value"] == row.numbers[fact.codes[0]]
        assert fact.numbers["benchmark"] == row.numbers["FR"]
        assert fact.cells == (*(row.cells[region] for region in fact.codes), row.cells["FR"])


def side(scored: dict[Any, float], fact: Fact, domain: str) -> int:
    """1 where fewer regions are more fragile than less fragile, -1 where more are, 0 in the middle."""
    here = {region: round(score, 9) for (region, _, code), score in scored.items() if code == domain}
    less = sum(here[fact.region_code] > score for score in here.values())
    more = sum(here[fact.region_code] < score for score in here.values())
    return (less > more) - (less < more)


def place(scored: dict[Any, float], fact: Fact, domain: str, sign: int) -> int:
    """How many regions come before one in a domain, from the most fragile or, with sign 1, the reverse.

    Regions at one score share the better rank among the most fragile, from whichever end they are counted.
    """
    here = {region: round(score, 9) for (region, _, code), score in scored.items() if code == domain}
    more = sum(here[fact.region_code] < score for score in here.values())
    return more if sign == -1 else len(here) - more


def test_five_and_five(found: tuple[Fact, ...]) -> None:
    scored = boring_index.index("zscore")
    for kind, sign in ((FactKind.TOP_DOMAINS, -1), (FactKind.BOTTOM_DOMAINS, 1)):
        named = of(found, kind)
        assert {fact.region_code for fact in named} == set(boring.REGIONS)
        for fact in named:
            own = {
                domain: (place(scored, fact, domain, sign), sign * score)
                for (region, level, domain), score in scored.items()
                if region == fact.region_code and level == "domaine"
            }
            ordered = sorted(own, key=own.__getitem__)
            assert list(fact.codes) == [code for code in ordered if side(scored, fact, code) == -sign][:5]


def test_a_tie_for_the_fifth_place_names_both() -> None:
    """Six domains with the same values: naming five of them would hide one."""
    domains = "abcdefg"
    numbers = {code: {"11": 3 if code != "g" else 0, "24": 1, "28": 2} for code in domains}
    rows = [made.indicator(code, f"domaine_{code}", row) for row, code in enumerate(domains, start=5)]
    store = Store.in_memory(made.edition(numbers, rows))
    top = [fact for fact in facts(store) if fact.kind is FactKind.TOP_DOMAINS and fact.region_code == "11"]
    assert [len(fact.codes) for fact in top] == [6]


def test_strength_is_between_0_and_1_and_orders_each_kind(invented: tuple[Fact, ...]) -> None:
    for kind in FactKind:
        strengths = [fact.strength for fact in of(invented, kind)]
        assert all(0 <= strength <= 1 for strength in strengths)
        assert strengths == sorted(strengths, reverse=True)


def test_the_largest_z_of_n_values_has_strength_1() -> None:
    """One territory against many equal ones reaches sqrt(n - 1) exactly."""
    numbers = {"a": {"11": 9, **dict.fromkeys(["24", "27", "28", "32"], 1)}}
    store = Store.in_memory(made.edition(numbers, [made.indicator("a", "emploi", 5)]))
    most = [fact for fact in facts(store) if fact.kind is FactKind.MOST_FRAGILE]
    assert [fact.strength for fact in most] == [pytest.approx(1)]


@pytest.mark.parametrize("actor", ["citoyens", "entreprises", "associations"])
def test_every_gap_of_the_plain_loops_is_a_fact(found: tuple[Fact, ...], actor: str) -> None:
    expected = boring.gaps(actor)
    gaps = of(
        found,
        FactKind.GAP_MORE_FELT,
        FactKind.GAP_LESS_FELT,
        FactKind.GAP_NONE,
        FactKind.GAP_UNDETERMINED,
    )
    stated = {
        (fact.region_code, fact.domain_code, fact.wave): fact
        for fact in gaps
        if fact.actor_code == actor and "rank_gap" in fact.numbers
    }
    assert len(stated) == len(expected)
    for (region, domain, wave, _), (objective, low, high) in expected.items():
        fact = stated[region, domain, wave]
        assert fact.numbers["objective_rank"] == objective
        assert low == high == fact.numbers["rank_gap"]
        if fact.kind is FactKind.GAP_MORE_FELT:
            assert low > 0
        if fact.kind is FactKind.GAP_NONE:
            assert low == 0


def test_a_gap_rests_on_both_sides(found: tuple[Fact, ...]) -> None:
    gap = next(
        fact
        for fact in of(found, FactKind.GAP_MORE_FELT)
        if (fact.region_code, fact.domain_code) == ("93", "environnement")
    )
    assert gap.cells == ("Perceptions!J12", "Perceptions!K12", "Données territoriales!V33")
    assert gap.text.startswith("PACA-Corse")


def test_what_is_not_stated_says_why(invented: tuple[Fact, ...]) -> None:
    undetermined = of(invented, FactKind.GAP_UNDETERMINED)
    assert undetermined
    assert all(fact.reason for fact in undetermined)
    stated = of(invented, FactKind.GAP_MORE_FELT, FactKind.GAP_LESS_FELT, FactKind.GAP_NONE)
    assert all(not fact.reason for fact in stated)


def test_no_number_of_any_fact_is_missing_or_infinite(invented: tuple[Fact, ...]) -> None:
    for fact in invented:
        assert all(math.isfinite(value) for value in fact.numbers.values()), fact


def test_every_fact_on_figures_names_existing_cells(found: tuple[Fact, ...], published: Store) -> None:
    existing = {f"{sheet}!{cell}" for sheet, cell in published.rows("SELECT sheet, cell FROM raw.cell")}
    without = {FactKind.TIES, FactKind.PARTLY_MEASURED, FactKind.NOT_PUBLISHED}
    for fact in found:
        assert set(fact.cells) <= existing, fact
        assert len(fact.cells) == len(set(fact.cells)), fact
        assert fact.cells or fact.kind in without, fact


def test_spots_are_on_the_side_they_say(invented: tuple[Fact, ...]) -> None:
    spots = [fact for fact in of(invented, FactKind.BLIND_SPOT, FactKind.WORRY) if fact.among == "domaines"]
    assert len(spots) > 100
    signs = {
        (fact.region_code, fact.domain_code, fact.actor_code, fact.wave, fact.unit): fact.kind
        for fact in of(invented, FactKind.GAP_MORE_FELT, FactKind.GAP_LESS_FELT)
    }
    for fact in spots:
        place = fact.region_code, fact.domain_code, fact.actor_code, fact.wave, fact.unit
        less = fact.kind is FactKind.BLIND_SPOT
        assert signs[place] is (FactKind.GAP_LESS_FELT if less else FactKind.GAP_MORE_FELT)
        measured_high = fact.numbers["objective_rank"] < 8.5
        felt_high = fact.numbers["perceived_high"] < 8.5
        assert measured_high is (fact.kind is FactKind.BLIND_SPOT)
        assert felt_high is (fact.kind is FactKind.WORRY)


def test_agreement_between_invented_actors(invented: tuple[Fact, ...]) -> None:
    kinds = of(invented, FactKind.AGREEMENT, FactKind.AGREEMENT_UNDETERMINED)
    assert {len(fact.codes) for fact in kinds} == {2, 4}
    for fact in kinds:
        assert len(fact.codes) == len(fact.measures)
        assert fact.numbers["domains"] == 16
        assert (fact.numbers["chance"] <= 0.05) is (fact.kind is FactKind.AGREEMENT)


def test_evolution_of_the_published_notes(found: tuple[Fact, ...]) -> None:
    """The five domains that citizens were asked about twice: every note is lower in 2019."""
    notes: dict[tuple[str, str], float] = {
        (figure.wave, figure.domain): figure.value
        for figure in boring.usable("citoyens")
        if figure.regions == ["FR"] and figure.value is not None
    }
    both = {domain for wave, domain in notes if ("PHARE 2015", domain) in notes and wave == "IMPACT 2019"}
    told = of(found, FactKind.EVOLUTION)
    assert {fact.domain_code for fact in told} == both
    for fact in told:
        before, after = notes["PHARE 2015", fact.domain_code], notes["IMPACT 2019", fact.domain_code]
        assert (fact.numbers["before"], fact.numbers["after"]) == (before, after)
        assert fact.numbers["change"] == pytest.approx(after - before)
        assert fact.numbers["change"] < 0
        assert (fact.since, fact.wave) == ("PHARE 2015", "IMPACT 2019")
        assert (fact.numbers["sampling_known"], fact.numbers["sampling_bounded"]) == (0, 1)
    assert {fact.domain_code for fact in told if fact.reason} == {"environnement", "pouvoir_achat"}


def test_caveats_of_the_published_workbook(found: tuple[Fact, ...]) -> None:
    ties = of(found, FactKind.TIES)
    assert [(fact.domain_code, dict(fact.numbers)) for fact in ties] == [
        ("pouvoir_achat", {"distinct": 5, "ranked": 13})
    ]
    assert [fact.codes for fact in of(found, FactKind.PARTLY_MEASURED)] == [("handicap",)]
    assert [(fact.text, fact.reason) for fact in of(found, FactKind.CORRECTED)] == [
        ("55 00 à 60 000", "55 000 à 60 000")
    ]
    assert {fact.actor_code: fact.numbers["country"] for fact in of(found, FactKind.NOT_PUBLISHED)} == {
        "maires": 0,
        "elus_locaux": 0,
        "associations": 8,
    }
    assert {(fact.actor_code, fact.numbers["last"]) for fact in of(found, FactKind.TOP_RANKS_ONLY)} == {
        ("citoyens", 3),
        ("entreprises", 3),
    }
    samples = of(found, FactKind.SAMPLE_NOT_PUBLISHED)
    counted = ("figures", "unknown", "undeviated")
    told = {
        (fact.actor_code, fact.wave): tuple(int(fact.numbers[name]) for name in counted) for fact in samples
    }
    assert told["citoyens", "IMPACT 2019"] == (7, 0, 7)
    assert told["citoyens", "PHARE 2015"] == (16, 10, 6)
    assert all(found[0] == found[1] for (who, _), found in told.items() if who != "citoyens")
    assert sorted((fact.actor_code, fact.wave) for fact in samples) == [
        ("associations", "PHARE 2015"),
        ("citoyens", "IMPACT 2019"),
        ("citoyens", "PHARE 2015"),
        ("entreprises", "PHARE 2015"),
        ("entreprises", "PHARE 2016"),
    ]


def test_a_complete_survey_has_no_caveat_of_its_own(invented: tuple[Fact, ...]) -> None:
    assert not of(invented, FactKind.TOP_RANKS_ONLY, FactKind.SAMPLE_NOT_PUBLISHED)


def test_facts_follow_the_method(published: Store) -> None:
    method = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    scores: Any = index_scores(published, method).set_index(["region_code", "level", "code"])["score"]
    for fact in of(facts(published, method, draws=50), FactKind.MOST_FRAGILE):
        assert (
            fact.numbers["score"] == scores[fact.codes[0], "domaine", fact.domain_code] == pytest.approx(10)
        )


def test_bad_input_gives_fewer_facts_and_no_error() -> None:
    """A constant column, an empty one, a single region: nothing to rank, nothing to say."""
    for numbers in ({"a": {"11": 1, "24": 1}}, {"a": {"11": None, "24": None}}, {"a": {"11": 4}}):
        store = Store.in_memory(made.edition(numbers, [made.indicator("a", "emploi", 5)]))
        kinds = {fact.kind for fact in facts(store, draws=20)}
        assert kinds == {FactKind.PARTLY_MEASURED, FactKind.NOT_PUBLISHED}


def test_the_table_has_one_row_a_fact(found: tuple[Fact, ...], published: Store) -> None:
    table: Any = facts_table(published, found)
    assert len(table) == len(found)
    assert table["kind"].tolist() == [str(fact.kind) for fact in found]
    assert table["sentence"].str.endswith(".").all()


def test_several_indicators_or_no_france_state_no_figure_they_do_not_have() -> None:
    numbers = {
        "a": {"11": 1, "24": 2},
        "b": {"FR": 4, "11": 3, "24": 5},
        "c": {"11": 1, "24": 2},
    }
    domains = {"a": "emploi", "b": "emploi", "c": "sante"}
    rows = [made.indicator(code, domains[code], row) for row, code in enumerate(numbers, start=5)]
    store = Store.in_memory(made.edition(numbers, rows))
    most = {fact.domain_code: fact for fact in facts(store) if fact.kind is FactKind.MOST_FRAGILE}
    assert set(most["emploi"].numbers) == {"score", "regions", "ranked"}
    assert len(most["emploi"].cells) == 2
    assert set(most["sante"].numbers) == {"score", "regions", "ranked", "value", "decimals"}
    assert most["sante"].unit == "%"


def test_actors_who_tell_no_domain_apart_have_no_agreement() -> None:
    domains = {"a": "emploi", "b": "sante", "c": "culture"}
    numbers = {code: {"11": 1, "24": 2} for code in domains}
    rows = [made.indicator(code, domains[code], row) for row, code in enumerate(domains, start=5)]
    figures = [
        made.note(row, ["FR"], domain, 6, actor_code=actor)
        for row, (actor, domain) in enumerate(
            [(actor, domain) for actor in ("citoyens", "maires") for domain in domains.values()], start=2
        )
    ]
    found = facts(Store.in_memory(made.edition(numbers, rows, figures)), draws=20)
    undetermined = of(found, FactKind.AGREEMENT_UNDETERMINED)
    assert [dict(fact.numbers) for fact in undetermined] == [{"by_chance": 0.5, "domains": 3}]
