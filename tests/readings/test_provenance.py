"""A trail in words: every cell and every number of the trail is said, and nothing else is."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators import structure
from indicators.index import index_scores
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.provenance import steps, subject
from readings.provenance.subject import Subject
from tests import boring, earlier_years, opened
from tests.loaders.books import slim
from tests.surveys import gaps

SCORED = {
    Normalisation.ZSCORE: "écart-type",
    Normalisation.MINMAX: "10,00 sur 10",
    Normalisation.RANK: "13,00 (rang",
    Normalisation.PERCENT: "+28,57\u202f%",
}


def read(store: Store, followed: Subject, method: Method | None = None) -> pd.DataFrame:
    return steps.trail_table(subject.trail(store, followed, method or Method()), vocabulary(store))


def test_a_domain_is_followed_from_its_cell_to_its_rank(published: Store) -> None:
    table = read(published, Subject("32", "domaine", "emploi"))
    assert table.iloc[0].tolist() == [
        "Texte de la cellule",
        "Données territoriales",
        "T18",
        "«\u00a010,8\u00a0»",
    ]
    assert table.iloc[1].tolist()[3] == "10,8\u202f%"
    (compared,) = table.loc[table["Étape"] == "Comparé aux autres régions", "Ce qu’on y lit"]
    assert compared.count("(") == len(boring.REGIONS) - 1
    assert "Bretagne 7,2 (P18)" in compared
    # « 1, 100 % » would be read as a decimal.
    assert "Poids de l’indicateur\u202f: 1, soit 100\u202f% du score" in table["Étape"].tolist()
    assert table.iloc[-1].tolist() == ["Rang parmi 13\u00a0régions", "–", "–", "1ʳᵉ"]


def test_the_earlier_years_are_said_to_be_outside_of_the_score() -> None:
    book = slim()
    earlier_years.add(book, earlier_years.UNEMPLOYMENT, {"Année": 2012, "Corse": "n.d."})
    table = read(earlier_years.opened(book), Subject("94", "indicateur", "Freco.1"))
    assert table["Étape"].tolist()[0] == "Année antérieure, 2012, hors du calcul"
    assert table["Ce qu’on y lit"].tolist()[0] == "«\u00a0n.d.\u00a0»"
    told = read(earlier_years.store(), Subject("94", "indicateur", "Freco.1"))["Ce qu’on y lit"].tolist()
    assert told[:3] == ["8,6\u202f%", "9,3\u202f%", "non publié"]


@pytest.mark.parametrize("normalisation", list(SCORED))
def test_a_score_is_said_in_its_unit(published: Store, normalisation: Normalisation) -> None:
    trail = subject.trail(published, Subject("32", "domaine", "emploi"), Method(normalisation))
    said = steps.outcome(trail, vocabulary(published), "1ʳᵉ, entre 1ʳᵉ et 2ᵉ")
    assert SCORED[normalisation] in said
    assert said.endswith(", 1ʳᵉ, entre 1ʳᵉ et 2ᵉ, sur 13\u00a0régions")
    assert "sur 13" not in steps.outcome(trail, vocabulary(published))


def test_a_geometric_mean_goes_through_its_logarithm(published: Store) -> None:
    method = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    table = read(published, Subject("32", "domaine", "emploi"), method)
    assert table["Étape"].str.startswith("Logarithme").any()


def test_percent_is_compared_with_france(published: Store) -> None:
    table = read(published, Subject("32", "domaine", "emploi"), Method(Normalisation.PERCENT))
    (row,) = table[table["Étape"] == "Comparé à la France"].to_numpy().tolist()
    assert row[1:] == ["Données territoriales", "J18", "8,4\u202f%"]


def test_a_range_and_a_correction_are_said_and_never_a_number(published: Store) -> None:
    table = read(published, Subject("27", "indicateur", "DS.8"))
    assert table["Étape"].tolist() == ["Texte de la cellule", "Correction déclarée", "Nombre lu"]
    assert "55 00" in table["Ce qu’on y lit"].iloc[0]
    assert "55 000 à 60 000" in table["Ce qu’on y lit"].iloc[1]
    assert table["Ce qu’on y lit"].iloc[2].startswith("intervalle publié")


def test_an_empty_cell_is_empty(published: Store) -> None:
    table = read(published, Subject("32", "domaine", "diversite_handicap"))
    row = table[table["Cellule"] == "T24"].iloc[0]
    assert row["Ce qu’on y lit"] == "cellule vide"
    # Two indicators measure this domain: each step says whose it is.
    assert row["Indicateur"] == "Handicap"
    assert table["Indicateur"].iloc[-1] == "–"
    assert "non publié" in table["Ce qu’on y lit"].tolist()
    assert "une valeur élevée est plus fragile" in table["Étape"].iloc[2]
    turned = read(published, Subject("32", "domaine", "sante"))
    assert "une valeur basse est plus fragile" in turned["Étape"].iloc[2]


def test_the_whole_has_one_row_an_indicator_and_its_parts(published: Store) -> None:
    trail = subject.trail(published, Subject("32", "ensemble", "ensemble"), Method())
    catalogue = structure.catalogue(published)
    domains = dict(zip(catalogue["indicator_code"], catalogue["domain_code"], strict=True))
    table = steps.parts_table(trail, vocabulary(published), domains)
    own = trail[trail["level"] == "indicateur"]
    assert len(table) == own["code"].nunique() + (trail["level"] != "indicateur").sum()
    first = ["T18", "10,8\u202f%", "+1,96\u00a0écart-type", "+0,123", "6,3\u202f%"]
    assert table.iloc[0].tolist() == ["Taux de chômage", "Emploi", "Données territoriales", *first]
    (handicap,) = table.loc[table["Étape"] == "Handicap", "Ce qu’on y lit"]
    assert handicap == "non publié"


def test_what_is_felt_names_its_survey_and_its_perimeter(published: Store) -> None:
    table = read(published, Subject("93", "ressenti", "environnement", "citoyens", "PHARE 2015"))
    assert table["Étape"].str.contains("PACA-Corse").all()
    assert not table["Étape"].str.contains("'").any()
    assert table.iloc[-1].tolist()[1:] == ["Perceptions", "K12", "3ᵉ"]
    france = read(published, Subject("FR", "ressenti", "emploi", "citoyens"))
    assert "7,1 sur 10" in france["Ce qu’on y lit"].tolist()


def test_a_gap_ends_on_the_engines_number(published: Store) -> None:
    trail = subject.trail(published, Subject("93", "ecart", "environnement", "citoyens"), Method())
    engine = gaps(published, "citoyens", draws=50)
    mine = (engine["region_code"] == "93") & (engine["domain_code"] == "environnement")
    gap = int(engine.loc[mine, "rank_gap"].iloc[0])
    assert steps.outcome(trail, vocabulary(published)).startswith(f"+{gap}\u00a0rangs (écart des rangs")
    table = steps.trail_table(trail, vocabulary(published))
    assert table["Étape"].str.startswith("Rang parmi les 16 domaines").any()
    assert table["Étape"].str.startswith("Scores des autres domaines").any()


def test_a_complete_survey_shows_its_three_readings() -> None:
    store = opened.invented().store
    table = read(store, Subject("93", "ecart", "environnement", "maires", "PHARE 2015"))
    for reading in ("Écart des rangs", "Écart standardisé", "Écart de la note"):
        assert table["Étape"].str.startswith(reading).sum() == 1
    assert table["Étape"].str.contains("déduit des valeurs").any()
    assert (table["Étape"] == "Score mesuré, de 0 à 10").any()


def test_a_score_that_is_not_shown_is_not_a_zero(published: Store) -> None:
    row = {"step": "score", "level": "domaine", "code": "x", "region_code": "53", "position": 1, "sheet": "",
           "cell": "", "text": "", "factor": None, "number": None, "unit": "zscore", "note": ""}  # fmt: skip
    last = row | {"step": "rank", "factor": 13.0, "position": 2}
    table = steps.trail_table(pd.DataFrame([row, last]), vocabulary(published))
    assert table["Ce qu’on y lit"].tolist() == ["non calculé", "sans rang"]


def test_nothing_published_gives_no_step(published: Store) -> None:
    assert subject.trail(published, Subject("53", "ecart", "culture", "maires"), Method()).empty
    assert subject.trail(published, Subject("53", "domaine", "inconnu"), Method()).empty


def test_the_example_is_the_most_fragile_region(published: Store) -> None:
    scores, none = index_scores(published), pd.DataFrame()
    assert subject.example(Subject("", "domaine", "emploi"), scores, none) == "32"
    assert subject.example(Subject("", "ressenti", "emploi", "maires"), scores, none) == "FR"
    whole = scores[(scores["level"] == "ensemble") & (scores["rank"] == 1)]["region_code"].iloc[0]
    assert subject.example(Subject("", "indicateur", "DS.1"), scores, none) == whole
    felt = gaps(published, "citoyens", draws=50)
    assert subject.example(Subject("", "ecart", "securite", "citoyens"), scores, felt) == "11"
    assert subject.example(Subject("", "ecart", "culture", "citoyens"), scores, felt) == ""
