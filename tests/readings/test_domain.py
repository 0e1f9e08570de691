"""One domain seen by everyone: rows chosen and put in order, each number found again elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Any

import pandas as pd
import pytest

from indicators.felt import everyone
from indicators.initiatives import initiatives
from indicators.intervals import rank_intervals
from indicators.plain_names import plain
from indicators.structure import actors, catalogue, domains, regions
from indicators.values import region_values
from loaders.store import Store
from readings.domain import gap_rows, ranking, told, words_felt, words_gaps, words_measured
from tests import boring, fictional, opened
from tests.surveys import gaps, quadrants, unnamed_gaps

LABELS = {"citoyens": "Citoyens", "entreprises": "Entreprises", "associations": "Associations"}


@pytest.fixture(scope="module")
def intervals(published: Store) -> pd.DataFrame:
    return rank_intervals(published, draws=50)


def names(store: Store) -> dict[str, str]:
    table = regions(store)
    return dict(zip(table["region_code"], table["name"], strict=True))


def rows_of(store: Store, intervals: pd.DataFrame, actor: str, domain: str) -> pd.DataFrame:
    found = gap_rows.gap_rows(
        regions(store), gaps(store, actor, draws=50), unnamed_gaps(store, actor, draws=50), intervals, domain
    )
    return words_gaps.gap_words(found)


def lines_of(store: Store, domain: str) -> pd.DataFrame:
    return words_felt.lines(
        told.told(everyone(store), actors(store), domain), LABELS | {"maires": "Maires"}, names(store)
    )


def test_the_regions_come_in_the_order_of_their_rank(published: Store, intervals: pd.DataFrame) -> None:
    rows = ranking.ranking(regions(published), intervals, "emploi")
    assert sorted(rows["region_code"]) == sorted(boring.REGIONS)
    assert rows["rank"].is_monotonic_increasing
    assert (rows["low"] <= rows["rank"]).all()
    assert (rows["rank"] <= rows["high"]).all()
    table = words_measured.ranking_table(rows, region_values(published, "emploi"))
    assert table.iloc[0].tolist() == ["Hauts-de-France", "1ʳᵉ", "10,8\u202f%", "publié", "T18", ""]


def test_every_domain_has_its_figures_with_unit_year_and_direction(published: Store) -> None:
    table = catalogue(published)
    for domain in domains(published)["domain_code"]:
        said = words_measured.indicator_table(table, region_values(published, domain), domain)
        mine = table[table["domain_code"] == domain]
        assert said["Indicateur"].tolist() == mine["label"].map(plain).tolist()
        for words, row in zip(said["Comment le lire"], mine.itertuples(), strict=True):
            if row.values_published:
                assert f"unité\u202f: {row.unit}" in words
                assert str(row.year) in words
                assert "fragilité" in words or "enjeu d’inclusion" in words
            else:
                assert "aucune valeur publiée" in words


def test_a_figure_is_written_as_it_is_published() -> None:
    row: dict[Hashable, Any] = {
        "unit": "%",
        "decimals": 1,
        "value": 8.5,
        "low": None,
        "high": None,
        "status": "value",
        "note": "",
    }
    assert words_measured.figure_words(dict(row)) == "8,5\u202f%"
    assert words_measured.figure_words(row | {"value": 0.0}) == "0,0\u202f%"
    missing = row | {"value": None, "status": "missing"}
    assert words_measured.figure_words(dict(missing)) == "non publié"
    between = row | {"value": None, "status": "range", "low": 2.0, "high": 3.0}
    assert words_measured.figure_words(dict(between)) == "2,0 à 3,0\u202f%"


def test_what_is_missing_has_no_rank_and_no_zero(published: Store, intervals: pd.DataFrame) -> None:
    blank = intervals.assign(rank=intervals["rank"].mask(intervals["region_code"] == "94"))
    figures = region_values(published, "emploi")
    gone = figures["region_code"] == "94"
    figures = figures.assign(
        value=figures["value"].mask(gone), status=figures["status"].mask(gone, "missing"),
        benchmark=float("nan"), corrected=gone, published_raw=figures["published_raw"].mask(gone, "n.c."),
    )  # fmt: skip
    last = words_measured.ranking_table(ranking.ranking(regions(published), blank, "emploi"), figures).iloc[
        -1
    ]
    assert last["Région"] == "Corse"
    assert last["Rang parmi les régions"] == "sans rang"
    assert last["Valeur publiée"] == "non publié"
    assert last["Statut"] == "non publié"
    assert last["Correction"] == f"valeur corrigée, la cellule {last['Cellule']} porte «\u00a0n.c.\u00a0»"
    said = words_measured.indicator_table(catalogue(published), figures, "emploi")
    assert "France\u202f: non publié" in said["Comment le lire"].iloc[0]


def test_several_indicators_are_each_named(published: Store, intervals: pd.DataFrame) -> None:
    figures = pd.concat([region_values(published, domain) for domain in ("emploi", "pauvrete")])
    table = words_measured.ranking_table(ranking.ranking(regions(published), intervals, "emploi"), figures)
    assert table["Valeur publiée"].str.contains("Taux de chômage\u202f: ").all()
    assert table["Valeur publiée"].str.contains("Taux de pauvreté\u202f: ").all()


def test_a_domain_without_any_figure_says_so(published: Store, intervals: pd.DataFrame) -> None:
    figures = region_values(published, "emploi")
    figures = figures.assign(value=float("nan"), status="missing", direction=None, year="", source="")
    table = words_measured.ranking_table(ranking.ranking(regions(published), intervals, "emploi"), figures)
    assert set(table["Valeur publiée"]) == {"non publié"}
    assert set(table["Statut"] + table["Cellule"] + table["Correction"]) == {""}
    bare = catalogue(published).assign(direction=None, year="", source="")
    said = words_measured.indicator_table(bare, figures, "emploi")["Comment le lire"].iloc[0]
    assert "sans sens de lecture" in said
    assert "année non publiée" in said
    assert "source non publiée" in said


@pytest.mark.parametrize("domain", ["emploi", "environnement", "lien_social", "mal_logement"])
def test_every_usable_figure_is_told_once_by_kind(published: Store, domain: str) -> None:
    every = everyone(published)
    every = every[every["domain_code"] == domain]
    expected = Counter(every.loc[every["value"].notna(), "kind"])
    expected["rang"] = int((every["rank_origin"] == "published").sum())
    rows = told.told(everyone(published), actors(published), domain)
    assert Counter(rows["kind"]) == +expected
    silent = told.silent(actors(published), rows)
    assert set(silent["actor_code"]) | set(rows["actor_code"]) == set(actors(published)["actor_code"])


def test_the_felt_table_counts_regions_and_names_perimeters(published: Store) -> None:
    rows = lines_of(published, "emploi")
    table = words_felt.felt_table(rows, told.silent(actors(published), rows), "53")
    assert table["Acteur et enquête"].is_unique
    (ranks,) = table.loc[table["Publié"].str.contains("13\u00a0régions"), "Publié"]
    assert "Bretagne\u202f: 1ᵉʳ rang" in ranks
    assert "1ᵉʳ rang partout" in ranks
    assert table.iloc[-1].tolist()[:2] == ["Élus locaux", "non publié"]
    rows = lines_of(published, "environnement")
    said = words_felt.felt_table(rows, told.silent(actors(published), rows), "")
    assert said["Périmètre de l’enquête"].str.contains("PACA-Corse").any()
    notes: Any = said.set_index("Acteur et enquête")
    impact, phare = notes.loc["Citoyens, IMPACT 2019"], notes.loc["Citoyens, PHARE 2015"]
    assert impact["Personnes interrogées"].endswith("2\u202f400 personnes (2019)")
    assert impact["Ce qui manque"] == "écart-type non publié"
    assert phare["Ce qui manque"] == (
        "écart-type non publié pour la France\u202f; taille d’échantillon non publiée pour les régions"
    )
    assert phare["Question"] == "intitulé exact de la question inconnu"
    assert phare["Sens du %"] == "part des répondants qui en font une priorité"
    asked = notes["Personnes interrogées"].str.contains("personnes|effectif interrogé non publié")
    assert not notes.loc[asked, "Ce qui manque"].str.contains(r"d’échantillon non publiée(?! pour les)").any()
    assert "Corse 45\u202f%" in words_felt.felt_alternative(rows[rows["kind"] == "part"], "part")


def test_a_complete_survey_gives_the_ends_of_the_regions() -> None:
    store = opened.invented().store
    rows = lines_of(store, "sante")
    table = words_felt.felt_table(rows, told.silent(actors(store), rows), "")
    notes = [fictional.mean("citoyens", "IMPACT 2019", place, "sante") for place in boring.REGIONS]
    said = table.loc[table["Acteur et enquête"] == "Citoyens, IMPACT 2019", "Publié"].iloc[0]
    for end in (min(notes), max(notes)):
        assert f"{end:.1f}".replace(".", ",") in said
    assert not table["Ce qui manque"].str.contains("taille d’échantillon").any()


@pytest.mark.parametrize(
    ("domain", "words"),
    [
        ("emploi", "les citoyens et les entreprises par région, les associations pour la France seulement"),
        ("lien_social", "des chiffres publiés pour les associations pour la France seulement"),
        ("mal_logement", "aucun chiffre publié"),
    ],
)
def test_the_finding_names_who_speaks(published: Store, domain: str, words: str) -> None:
    rows = told.told(everyone(published), actors(published), domain)
    assert words in words_felt.felt_title(rows, actors(published))


def test_a_rank_between_two_keeps_both_ends() -> None:
    row = {"kind": "rang", "value": None, "low": 2.0, "high": 3.0, "decimals": 0}
    frame = pd.DataFrame([row | {"actor_code": "citoyens", "wave": "PHARE 2015", "region_code": "53"}])
    said = words_felt.lines(frame, LABELS, {"53": "Bretagne"}).iloc[0]
    assert said["text"] == "2ᵉ ou 3ᵉ rang"
    assert said["value"] == 3


def test_the_gaps_are_those_of_the_engine(published: Store, intervals: pd.DataFrame) -> None:
    rows = rows_of(published, intervals, "citoyens", "emploi")
    engine: Any = gaps(published, "citoyens", draws=50)
    engine = engine[engine["domain_code"] == "emploi"].set_index("region_code")
    assert rows["region_code"].tolist() == regions(published)["region_code"].tolist()
    found: Any = rows
    for row in found.itertuples():
        assert row.verdict == engine.loc[row.region_code, "stated_sign"]
        assert row.gap == engine.loc[row.region_code, "rank_gap"]
    stated = Counter(rows["verdict"])
    title = words_gaps.gap_title(rows, "les citoyens")
    assert f"plus fort que la position relative dans {stated['positive']}\u00a0régions sur 13" in title
    assert "au même rang" in title
    assert words_gaps.balance(rows, "Citoyens").startswith("Citoyens (PHARE 2015)\u202f: ")


def test_what_a_ranking_does_not_name_is_a_bound(published: Store, intervals: pd.DataFrame) -> None:
    rows = rows_of(published, intervals, "citoyens", "culture")
    assert rows["unnamed"].all()
    # Said only under a figure that draws one.
    bars = "Une barre au contour tireté"
    assert any(text.startswith(bars) for text in words_gaps.notes(rows))
    named = words_gaps.notes(rows.assign(unnamed=False))
    assert named
    assert not any(text.startswith(bars) for text in named)
    assert rows["gap"].isna().all()
    assert rows["said"].str.contains("domaine non cité").all()
    assert rows["notes"].str.contains("le même rang reste possible").any()
    assert "aucun sens établi" in words_gaps.gap_title(rows, "les citoyens")


def test_no_figure_by_region_is_no_gap_and_no_zero(published: Store, intervals: pd.DataFrame) -> None:
    rows = rows_of(published, intervals, "maires", "emploi")
    assert set(rows["verdict"]) == {"non_calculable"}
    assert rows[["gap", "gap_low", "felt_low"]].isna().all(axis=None)
    assert set(rows["said"]) == {"non calculable"}
    assert rows["notes"].str.endswith("ressenti non publié").all()
    assert "rien à comparer" in words_gaps.gap_title(rows, "les maires")
    assert "aucun écart calculable" in words_gaps.balance(rows, "Maires")


def test_a_note_alone_decides_nothing(published: Store, intervals: pd.DataFrame) -> None:
    rows: Any = rows_of(published, intervals, "entreprises", "environnement").set_index("region_code")
    assert rows.loc["75", "said"] == "sens non établi"
    assert "une note comparée seule" in rows.loc["75", "notes"]
    assert "ressenti sans rang, PHARE 2016" in rows.loc["75", "notes"]


def test_without_a_measured_rank_there_is_no_gap(published: Store, intervals: pd.DataFrame) -> None:
    rows = rows_of(published, intervals[intervals["region_code"] != "53"], "citoyens", "emploi")
    lost = rows.set_index("region_code").loc["53"]
    assert lost["verdict"] == "non_calculable"
    assert lost["notes"].startswith("sans rang mesuré")


def test_a_gap_between_two_has_both_ends_and_its_perimeter() -> None:
    frame = pd.DataFrame(
        [
            {
                "name": "Corse", "verdict": "indetermine", "unnamed": False, "gap": None, "gap_low": -1,
                "gap_high": 2, "reason": "intervalle_contient_zero", "measured": 3, "measured_low": 3,
                "measured_high": 3, "measured_ranked": 16, "wave": "PHARE 2015", "felt_low": 2,
                "felt_high": 3, "perimeter": "PACA-Corse", "centred_gap": None,
                "measured_reach": "",
            }
        ]
    )  # fmt: skip
    row = words_gaps.gap_words(frame).iloc[0]
    assert row["said"] == "entre −1 et +2\u00a0rangs, sens non établi"
    assert "ressenti 2ᵉ ou 3ᵉ" in row["notes"]
    assert "PACA-Corse" in row["notes"]
    assert words_gaps.gap_table(words_gaps.gap_words(frame)).iloc[0].tolist() == [
        *("Corse", "entre −1 et +2\u00a0rangs, sens non établi", "", "3ᵉ des 16\u00a0domaines", "2ᵉ ou 3ᵉ"),
        *(
            "PHARE\u00a02015",
            "PACA-Corse",
            "l’incertitude des chiffres suffit à changer le sens d’au moins une lecture de l’écart",
        ),
    ]


def test_a_complete_survey_gives_a_gap_everywhere(intervals: pd.DataFrame) -> None:
    store = opened.invented().store
    engine = gaps(store, "maires", "IMPACT 2019", draws=50)
    for domain in ("emploi", "culture"):
        rows = gap_rows.gap_rows(
            regions(store), engine, unnamed_gaps(store, "maires", "IMPACT 2019", draws=50), intervals, domain
        )
        mine = engine[engine["domain_code"] == domain].set_index("region_code")
        assert rows["gap"].notna().all()
        assert rows["verdict"].tolist() == mine.loc[rows["region_code"], "stated_sign"].tolist()


def test_the_four_corners_are_those_of_the_engine(published: Store, intervals: pd.DataFrame) -> None:
    corners = quadrants(published, "citoyens", draws=50)
    rows = rows_of(published, intervals, "citoyens", "emploi")
    said = words_gaps.quadrant_sentences(corners, rows, "emploi")
    mine = corners[(corners["among"] == "domaines") & (corners["domain_code"] == "emploi")]
    known = dict(zip(rows["name"], rows["region_code"], strict=True))
    for name, code in known.items():
        place: Any = mine[mine["region_code"] == code].iloc[0]
        (sentence,) = [text for text in said if name in text]
        named = pd.notna(place["verdict"])
        assert ("sans verdict" in sentence) is not named
        assert sentence.startswith(words_gaps.CORNERS[place["quadrant"]][0]) is named
    assert not words_gaps.quadrant_sentences(
        corners, rows_of(published, intervals, "maires", "emploi"), "emploi"
    )


def test_initiatives_are_the_workbooks(published: Store) -> None:
    every = initiatives(published)
    found = every[["emploi" in codes for codes in every["domain_codes"]]]
    own = words_measured.initiative_table(found, names(published), "11")
    assert "Île-de-France" in own["Où"].iloc[0]
    anywhere = words_measured.initiative_table(found, names(published), "")
    assert anywhere["Date"].tolist() == found["dated"].tolist()
    assert own["Source"].all()
    assert not own["Source"].str.contains("http").any()


def test_an_initiative_may_have_no_place() -> None:
    row = {
        "name": "Une action", "description": "", "region_codes": (), "department_label": "", "partners": "",
        "dated": "", "source": "un document",
    }  # fmt: skip
    said = words_measured.initiative_table(pd.DataFrame([row]), {}, "").iloc[0]
    assert said["Où"] == "lieu non publié"
    assert said.tolist() == ["Une action", "lieu non publié", "", "", "", "un document"]
