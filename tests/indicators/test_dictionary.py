"""The dictionary of the indicators, and the method explained with the numbers of the computation."""

from __future__ import annotations

import re

import pandas as pd

from indicators import doubts, noise, structure, weights
from indicators.method import Method, Weighting
from loaders.store import Store
from readings.settings import entries
from readings.settings.conventions import conventions
from readings.settings.explained import explained


def entries_of(store: Store, method: Method | None = None) -> pd.DataFrame:
    return entries.entries(
        structure.catalogue(store),
        structure.domains(store),
        structure.missing_indicators(store),
        weights.domain_weights(store, method),
        len(structure.regions(store)),
    )


def test_the_dictionary_has_every_indicator_once(published: Store) -> None:
    rows = entries_of(published)
    # The workbook has the domains in the observatory's order, and the profile at its end.
    assert list(dict.fromkeys(rows["Domaine"])) == [
        *structure.domains(published)["short_label"],
        entries.PROFILE,
    ]
    assert len(rows) == len(structure.catalogue(published)) == 30
    assert (rows["Domaine"] == entries.PROFILE).sum() == 13
    words = " ".join(rows.to_numpy().ravel())
    assert "nan" not in words.split()
    assert ".." not in words


def test_an_indicator_says_its_direction_unit_year_source_weight_and_coverage(published: Store) -> None:
    rows = entries_of(published).set_index("Indicateur")
    assert rows.loc["Taux de chômage"].to_dict() == {
        "Libellé publié": "Taux de chomage",
        "Code": "Freco.1",
        "Domaine": "Emploi",
        "Sens": "fragile si élevé",
        "Unité": "%",
        "Année": "2019 (T1)",
        "Source": "COMISIS OW",
        "Régions": "13 sur 13",
        "Poids": "1",
        "Part du score": "6,25\u202f%",
    }
    empty = rows.loc["Handicap"]
    assert (empty["Régions"], empty["Poids"]) == ("0 sur 13", "–")
    assert empty["Part du score"] == "non compté\u202f: aucune valeur par région n’est publiée"


def test_the_shares_follow_the_method(published: Store) -> None:
    own = Method(weighting=Weighting.READER, domain_weights=(("emploi", 3.0), ("sante", 1.0)))
    shares = entries_of(published, own).set_index("Domaine")["Part du score"]
    assert shares["Emploi"] == "75,00\u202f%"


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
    assert len(shown.parts) == 10
    assert sum(len(part.formulas) for part in shown.parts) == 20
    assert any(
        "16" in formula.latex and "Dir" in formula.latex for part in shown.parts for formula in part.formulas
    )
    of_doubts = [formula for part in shown.parts for formula in part.formulas if "^{AB}" in formula.latex]
    assert [formula.words[:6] for formula in of_doubts] == ["Part S", "Part T"]
    assert f"{doubts.DRAWS // 1000}\u202f{doubts.DRAWS % 1000} tirages A" in of_doubts[0].words
    assert not re.search(r"[^\u202f][;?!%]|[^\u202f\u00a0]:|« | »|'", text)
