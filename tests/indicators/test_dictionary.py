"""The dictionary of the indicators, and the method explained with the numbers of the computation."""

from __future__ import annotations

import re

from indicators import noise, structure, weights
from indicators.method import Method, Weighting
from loaders.store import Store
from readings.settings import entries
from readings.settings.conventions import conventions
from readings.settings.explained import explained


def entries_of(store: Store, method: Method | None = None) -> tuple[entries.Group, ...]:
    return entries.entries(
        structure.catalogue(store),
        structure.domains(store),
        structure.missing_indicators(store),
        weights.domain_weights(store, method),
        len(structure.regions(store)),
    )


def test_the_dictionary_has_every_indicator_once(published: Store) -> None:
    groups = entries_of(published)
    assert [group.heading for group in groups] == [
        "Axe économique", "Axe social", "Axe sociétal", "Axe environnemental", entries.PROFILE,
    ]  # fmt: skip
    assert sum(len(group.rows) for group in groups) == len(structure.catalogue(published)) == 30
    words = " ".join(" ".join(group.rows.to_numpy().ravel()) for group in groups)
    assert "nan" not in words.split()
    assert ".." not in words


def test_an_indicator_says_its_direction_unit_year_source_weight_and_coverage(published: Store) -> None:
    first = entries_of(published)[0].rows.iloc[0]
    assert first.tolist() == [
        "Taux de chômage. Publié\u202f: «\u00a0Taux de chomage\u00a0» (Freco.1)",
        "plus c’est haut, plus c’est fragile",
        (
            "Domaine\u202f: Emploi. Unité\u202f: %. Année\u202f: 2019 (T1). Source\u202f: COMISIS OW. "
            "13\u00a0régions sur 13. Poids dans son domaine\u202f: 1, soit 6,25\u202f% du score d’ensemble."
        ),
    ]
    empty = entries_of(published)[1].rows.set_index("Indicateur").loc["Handicap"]
    assert "Aucune valeur par région" in str(empty["Précisions"])
    assert "Ne compte pas" in str(empty["Précisions"])


def test_the_shares_follow_the_method(published: Store) -> None:
    own = Method(weighting=Weighting.READER, domain_weights=(("emploi", 3.0), ("sante", 1.0)))
    first = str(entries_of(published, own)[0].rows["Précisions"].iloc[0])
    assert "soit 75,00\u202f% du score" in first


def test_the_title_counts_what_is_measured(published: Store) -> None:
    catalogue, missing = structure.catalogue(published), structure.missing_indicators(published)
    assert entries.finding(catalogue, missing) == (
        "30\u00a0indicateurs\u202f: 17 mesurent les domaines, dont 1 sans aucun chiffre, "
        "13 décrivent le profil des régions"
    )
    assert "dont" not in entries.finding(catalogue, missing.head(0))


def test_the_method_explained_takes_its_numbers_from_the_computation(published: Store) -> None:
    shown = explained(conventions(published))
    text = " ".join(
        [shown.title, *(" ".join([part.heading, *part.sentences]) for part in shown.parts)]
        + [formula.words for part in shown.parts for formula in part.formulas]
    )
    for number in (
        "1\u202f000 fois",
        "10\u202f000",
        f"graine\u202f: {noise.SEED}",
        "5ᵉ au 95ᵉ",
        "50\u202f%",
        "8,5 sur 16",
    ):
        assert number in text
    assert "[[" not in text
    assert len(shown.parts) == 9
    assert sum(len(part.formulas) for part in shown.parts) == 14
    assert any(
        "16" in formula.latex and "Dir" in formula.latex for part in shown.parts for formula in part.formulas
    )
    assert not re.search(r"[^\u202f][;?!%]|[^\u202f\u00a0]:|« | »|'", text)
