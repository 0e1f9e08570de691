"""Names of indicators: every published one has a name without typing errors, short enough for a chart."""

from __future__ import annotations

import re

from indicators import plain_names
from indicators.facts import Fact, FactKind
from indicators.results import REFERENCE
from indicators.structure import catalogue
from indicators.values import every_value
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.phrases.facts import sentence

LONGEST = 40


def test_every_published_indicator_of_a_domain_has_a_name_of_its_own(published: Store) -> None:
    table = catalogue(published)
    names = table["label"].map(plain_names.plain)
    assert names.is_unique
    for name in names:
        assert not re.search(r"chomage|\bEvolution|\bEmissions|Nbr|\bhab\b|\+|'|\(|\)", name), name
    briefs = table.loc[table["domain_code"].notna(), "label"].map(plain_names.brief)
    assert (briefs.str.len() <= LONGEST).all(), briefs[briefs.str.len() > LONGEST].tolist()


def test_a_figure_is_never_said_without_its_indicator(
    published: Store, published_facts: tuple[Fact, ...]
) -> None:
    words = vocabulary(published)
    told = [fact for fact in published_facts if fact.kind in {FactKind.MOST_FRAGILE, FactKind.LEAST_FRAGILE}]
    assert len(told) >= 32
    for fact in told:
        text = sentence(fact, words)
        assert ("value" in fact.numbers) == (f"({words.measures[fact.domain_code]})" in text), text


def test_the_caution_goes_with_the_figure(published: Store, published_facts: tuple[Fact, ...]) -> None:
    words = vocabulary(published)
    for domain, caution in (("mal_logement", "résidences secondaires"), ("diversite_handicap", "convention")):
        told = [sentence(fact, words) for fact in published_facts if fact.domain_code == domain]
        said = [text for text in told if "en France" in text]
        assert said
        assert all(caution in text for text in said)


def test_a_first_place_among_few_is_said_so(published: Store, published_facts: tuple[Fact, ...]) -> None:
    words = vocabulary(published)
    fact = next(fact for fact in published_facts if fact.kind is FactKind.MOST_FRAGILE)
    few = Fact(fact.kind, domain_code="emploi", codes=("44",), numbers={**fact.numbers, "ranked": 2})
    assert "la région la plus touchée, parmi les 2\u00a0régions publiées" in sentence(few, words)


def test_a_name_with_brackets_nests_none() -> None:
    assert plain_names.of_domain("Déchets", "collecte (kg / hab)") == "Déchets (collecte, kg / hab)"
    assert plain_names.inside("PIB régional") == "PIB régional"
    assert plain_names.described("Nbr logements / habitant", "logements par habitant", "2016").endswith(
        "2016"
    )
    assert plain_names.unit_beside("Nombre de logements par habitant", "logements par habitant") == ""


def test_a_change_or_a_difference_in_percent_is_no_share(published: Store) -> None:
    values = every_value(published, REFERENCE).query("unit == '%'")
    shares = values[[plain_names.is_share(label, "%") for label in values["label"]]]
    assert shares["value"].dropna().between(0, 100).all()
    assert set(values["label"]) - set(shares["label"]) == {"Evolution du nombre d'entreprises 1 & +"}
    assert not plain_names.is_share("Écart de salaire net entre les femmes et les hommes", "%")
    assert not plain_names.is_share("Taux de chômage", "pour 1 000 hab.")
