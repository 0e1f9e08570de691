"""Facts in French: one sentence each, right for the 13 names, and never a judgement on people."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.facts import Fact, FactKind, numbers
from indicators.gap_signs import Reason
from indicators.vocabulary import Vocabulary, vocabulary
from loaders.store import Store
from readings.phrases.facts import sentence
from readings.phrases.most import least_fragile, most_fragile
from readings.phrases.reasons import gap_reason
from tests import boring

# Nobody is wrong, and a region is not a pupil.
JUDGING = re.compile(
    r"tort|erreur|trompe|faux|à juste titre|mauvais|bon élève|exagér|sous-estim|surestim|irrationnel"
)
PLAIN_SPACE = re.compile(r" [:;!?%»]|« ")
GAP = Fact(
    FactKind.GAP_MORE_FELT,
    region_code="32",
    domain_code="sante",
    actor_code="maires",
    wave="IMPACT 2019",
    numbers=numbers(objective_rank=9, objective_ranked=16, perceived_low=2, perceived_high=2),
    reason="intervalle_contient_zero",
)


@pytest.fixture(scope="module")
def words(published: Store) -> Vocabulary:
    return vocabulary(published)


@pytest.fixture(scope="module")
def written(
    published: Store, published_facts: tuple[Fact, ...], invented_facts: tuple[Fact, ...]
) -> list[tuple[Fact, str]]:
    """Every sentence of the published edition and of a complete survey."""
    names = vocabulary(published)
    return [(fact, sentence(fact, names)) for fact in (*published_facts, *invented_facts)]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_every_kind_is_met_and_is_one_sentence(written: list[tuple[Fact, str]]) -> None:
    assert {fact.kind for fact, _ in written} >= set(FactKind) - {FactKind.GAP_NONE}
    for _, text in written:
        assert text[0].isupper()
        assert text.endswith(".")
        assert "nan" not in text.lower().split()
        assert "None" not in text
        assert not PLAIN_SPACE.search(text), text
        assert "  " not in text


def test_no_sentence_says_that_people_are_wrong(written: list[tuple[Fact, str]]) -> None:
    for _, text in written:
        # The sampling error is statistics' own word, about no one.
        assert not JUDGING.search(text.replace("erreur de sondage", "")), text


def test_what_is_not_stated_never_concludes(written: list[tuple[Fact, str]]) -> None:
    undetermined = [text for fact, text in written if fact.kind is FactKind.GAP_UNDETERMINED]
    assert undetermined
    for text in undetermined:
        assert "sens de l’écart non établi" in text
        assert "plus fort que" not in text
        assert "moins fort que" not in text


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason])
def test_every_reason_has_words(words: Vocabulary, reason: Reason) -> None:
    text = sentence(replace(GAP, kind=FactKind.GAP_UNDETERMINED, reason=reason), words)
    assert text.endswith(f", car {gap_reason(reason)}.")


def test_an_unknown_reason_is_not_worded_by_chance(words: Vocabulary) -> None:
    with pytest.raises(KeyError):
        sentence(replace(GAP, kind=FactKind.GAP_UNDETERMINED, reason="autre"), words)


@pytest.mark.parametrize(
    ("region", "inside", "of"),
    [
        ("11", "en Île-de-France", "d’Île-de-France"),
        ("24", "en Centre-Val de Loire", "du Centre-Val de Loire"),
        ("32", "dans les Hauts-de-France", "des Hauts-de-France"),
        ("44", "dans le Grand Est", "du Grand Est"),
        ("52", "dans les Pays de la Loire", "des Pays de la Loire"),
        ("76", "en Occitanie", "d’Occitanie"),
        ("93", "en Provence-Alpes-Côte d’Azur", "de Provence-Alpes-Côte d’Azur"),
    ],
)
def test_the_names_of_regions_agree(words: Vocabulary, region: str, inside: str, of: str) -> None:
    assert sentence(replace(GAP, region_code=region), words).startswith(f"Santé, {inside}\u202f: ")
    top = Fact(FactKind.TOP_DOMAINS, region_code=region, codes=("emploi", "diversite_handicap"))
    assert plain(sentence(top, words)) == (
        f"Les 2 domaines les plus fragiles {of} par rapport aux autres régions sont « Emploi » et "
        "« Diversité et handicap »."
    )


def test_one_domain_is_singular(words: Vocabulary) -> None:
    bottom = Fact(FactKind.BOTTOM_DOMAINS, region_code="53", codes=("securite",))
    assert plain(sentence(bottom, words)) == (
        "Le domaine le moins fragile de Bretagne par rapport aux autres régions est « Sécurité »."
    )


def test_plural_names_and_ties(words: Vocabulary) -> None:
    fact = Fact(FactKind.LEAST_FRAGILE, domain_code="sante", codes=("52",), numbers=numbers(score=1))
    assert plain(sentence(fact, words)) == "Santé : les Pays de la Loire sont la région la moins fragile."
    fact = replace(fact, kind=FactKind.MOST_FRAGILE, codes=("53", "11"))
    assert plain(sentence(fact, words)) == (
        "Santé : la Bretagne et l’Île-de-France sont les régions les plus fragiles à égalité."
    )
    fact = replace(fact, codes=tuple(boring.REGIONS[:5]), numbers=numbers(value=3, decimals=1), unit="%")
    assert plain(sentence(fact, words)) == (
        "Santé (professionnels de santé) : 5 régions à égalité au premier rang de fragilité mesurée, 3,0 %."
    )


def test_no_person_is_fragile_where_inclusion_is_at_stake() -> None:
    for many in (False, True):
        assert "fragile" not in most_fragile("diversite_handicap", many=many)
        assert least_fragile("diversite_handicap", many=many).endswith("le moins fort")


def test_both_sides_of_a_gap(words: Vocabulary) -> None:
    assert plain(sentence(GAP, words)) == (
        "Santé, dans les Hauts-de-France : ressenti des maires (2ᵉ rang, IMPACT 2019) plus fort que la "
        "position relative (9ᵉ des 16 domaines mesurés)."
    )
    less = replace(GAP, kind=FactKind.GAP_LESS_FELT, text="PACA-Corse")
    assert plain(sentence(less, words)).endswith(
        "moins fort que la position relative (9ᵉ des 16 domaines mesurés), périmètre de l’enquête "
        "« PACA-Corse »."
    )


def test_a_range_of_ranks_and_a_note_without_rank(words: Vocabulary) -> None:
    ranged = replace(GAP, numbers=numbers(**{**GAP.numbers, "perceived_high": 3}))
    assert "(2ᵉ à 3ᵉ rang, IMPACT 2019)" in sentence(ranged, words)
    note = Fact(
        FactKind.GAP_UNDETERMINED,
        region_code="32",
        domain_code="sante",
        actor_code="maires",
        wave="IMPACT 2019",
        numbers=numbers(perceived_value=7, decimals=1),
        unit="note moyenne sur 10",
        reason="objectif_absent",
    )
    assert plain(sentence(note, words)) == (
        "Santé, dans les Hauts-de-France : sens de l’écart non établi entre le ressenti des maires "
        "(7,0 sur 10, IMPACT 2019) et la position relative, sans rang mesuré, car le domaine n’a pas de "
        "score dans cette région."
    )


def test_spots_among_regions_say_the_value(words: Vocabulary) -> None:
    found = {**GAP.numbers, "holds": 1, "perceived_value": 6.4, "decimals": 1}
    spot = replace(
        GAP,
        kind=FactKind.WORRY,
        among="regions",
        numbers=numbers(**found),
        unit="note moyenne sur 10",
    )
    assert plain(sentence(spot, words)) == (
        "Santé, dans les Hauts-de-France : inquiétude, fragilité mesurée en dessous de la médiane "
        "des régions, ressenti des maires (6,4 sur 10, IMPACT 2019) au-dessus de la leur."
    )


def test_agreement_names_each_kind_of_figure(words: Vocabulary) -> None:
    fact = Fact(
        FactKind.AGREEMENT,
        region_code="FR",
        wave="PHARE 2015",
        codes=("citoyens", "associations"),
        measures=("note_fragilite_sur_10", "part_priorite_pct"),
        numbers=numbers(w=0.9, chance=0.3, domains=4, by_chance=0.5),
    )
    assert plain(sentence(fact, words)) == (
        "Accord entre les citoyens (note) et les associations (part) sur l’ordre de 4 domaines (PHARE "
        "2015, en France) : W de Kendall 0,90 sur 1."
    )
    # Nearer to no order in common than to the same one.
    weak = replace(fact, numbers=numbers(w=0.39, chance=0.04, domains=4, by_chance=0.5))
    assert sentence(weak, words).startswith("Accord faible entre les citoyens")
    doubt = replace(fact, kind=FactKind.AGREEMENT_UNDETERMINED)
    assert plain(sentence(doubt, words)).endswith(
        "mais des classements au hasard s’accordent autant dans 30 % des cas."
    )
    level = replace(doubt, numbers=numbers(domains=4, by_chance=0.5))
    assert sentence(level, words).endswith("chacun met tous les domaines au même niveau.")


@given(before=st.integers(0, 100), after=st.integers(0, 100), known=st.booleans())
def test_evolution_says_what_moved(words: Vocabulary, before: int, after: int, known: bool) -> None:
    fact = Fact(
        FactKind.EVOLUTION,
        region_code="53",
        domain_code="emploi",
        actor_code="citoyens",
        wave="IMPACT 2019",
        since="PHARE 2015",
        unit="%",
        reason="" if before != after else "intervalle_contient_zero",
        numbers=numbers(
            before=before, after=after, change=after - before, decimals=0, sampling_known=float(known)
        ),
    )
    text = plain(sentence(fact, words))
    assert text.startswith("Emploi, en Bretagne : la part des citoyens ")
    assert (f"passe de {before} % à {after} %" in text) is (before != after)
    assert (f"reste à {after} %" in text) is (before == after)
    assert ("non établie" in text) is (before == after)
    assert ("taille d’échantillon non publiée" in text) is not known
    if fact.reason:
        assert "suffit à l’expliquer" in text
        edge = sentence(replace(fact, reason="a_la_limite"), words)
        assert "à la limite de ce que" in edge
        assert "suffit" not in edge


def test_caveats(words: Vocabulary) -> None:
    only_first = Fact(
        FactKind.TOP_RANKS_ONLY,
        actor_code="citoyens",
        wave="PHARE 2015",
        numbers=numbers(last=1, domains=16),
    )
    assert "seul le premier rang est publié sur 16" in sentence(only_first, words)
    partly = Fact(
        FactKind.SAMPLE_NOT_PUBLISHED,
        actor_code="maires",
        wave="IMPACT 2019",
        numbers=numbers(unknown=1, figures=8),
    )
    assert "non publiée pour 1 chiffre sur 8," in plain(sentence(partly, words))
    several = Fact(
        FactKind.PARTLY_MEASURED,
        domain_code="sante",
        codes=("handicap", "Freco.1"),
        numbers=numbers(coverage=0.25),
    )
    assert plain(sentence(several, words)) == (
        "Santé : mesuré à 25 % de son poids, « Handicap » et « Taux de chômage » ne donnent aucun score."
    )
