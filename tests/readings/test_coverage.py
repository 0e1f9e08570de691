"""What is published: counted again with plain loops."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from indicators.felt import everyone
from indicators.structure import actors, domains, regions
from loaders.store import Store
from readings.coverage import cells, words
from tests import opened
from wording.lists import joined


def crossings(store: Store) -> pd.DataFrame:
    return cells.cells(everyone(store), actors(store), regions(store), domains(store))


def labels(table: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(table[code], table[label], strict=True))


def test_each_crossing_is_published_where_a_figure_is(published: Store) -> None:
    found = crossings(published)
    assert len(found) == 5 * 16 * 13
    figures = {(row.actor_code, row.domain_code, row.region_code) for row in everyone(published).itertuples()}
    for row in found.itertuples():
        place = (row.actor_code, row.domain_code)
        expected = (
            "region"
            if (*place, row.region_code) in figures
            else "france"
            if (*place, "FR") in figures
            else "rien"
        )
        assert row.published == expected, place
        assert bool(row.waves) == (expected == "region")


def test_a_complete_survey_is_published_everywhere() -> None:
    found = crossings(opened.invented().store)
    spoken = found["actor_code"] != "elus_locaux"
    assert set(found.loc[spoken, "published"]) == {"region"}
    assert set(found.loc[~spoken, "published"]) == {"rien"}
    assert set(found.loc[spoken, "waves"]) == {("PHARE 2015", "IMPACT 2019")}
    _, told = words.here(found, opened.invented().vocabulary(), "44")
    every = "les 16\u00a0domaines"
    who = [f"{actor} ({every})" for actor in ("Citoyens", "Entreprises", "Associations", "Maires")]
    assert told == f"Publié dans le Grand Est\u202f: {joined(who)}."


def test_the_counts_and_their_table(published: Store) -> None:
    found = crossings(published)
    measured = dict.fromkeys(domains(published)["domain_code"], 13) | {"culture": 0}
    counted = words.counts(found, measured, labels(actors(published), "actor_code", "label"))
    assert len(counted) == 16 * 6
    assert Counter(counted["published"])["region"] == 15 + 10
    table: Any = words.counts_table(counted, labels(domains(published), "domain_code", "label")).set_index(
        "Domaine"
    )
    assert table.loc["Emploi / chômage / insertion", "Par région"] == (
        "Mesuré (13\u00a0régions), Citoyens (13\u00a0régions) et Entreprises (1\u00a0région)"
    )
    assert table.loc["Culture / loisirs"].tolist() == ["–", "Entreprises et Associations"]


def test_the_findings(published: Store) -> None:
    found = crossings(published)
    known = sum(found["published"] == "region")
    assert f"{known}\u00a0croisements publiés par région sur 1\u202f040" in words.title(found)
    said = {
        str(code): words.actor_title(rows, "Acteur") for code, rows in found.groupby("actor_code", sort=False)
    }
    assert "6\u00a0domaines sur\u00a016 par région, 3 pour la France seulement" in said["citoyens"]
    assert "aucun domaine sur\u00a016 par région, 8 pour" in said["associations"]
    assert "aucun domaine publié sur\u00a016" in said["maires"]


def test_the_table_of_one_actor_names_regions_waves_and_perimeters(published: Store) -> None:
    found = crossings(published)
    mine = found[found["actor_code"] == "citoyens"]
    names = labels(regions(published), "region_code", "name")
    table = words.actor_table(mine, labels(domains(published), "domain_code", "short_label"), names)
    rows: Any = table.set_index("Domaine")
    assert rows.loc["Emploi"].tolist() == ["les 13\u00a0régions", "PHARE 2015", ""]
    assert rows.loc["Éducation", "Publié"] == "Île-de-France"
    assert "«\u00a0PACA-Corse\u00a0»" in rows.loc["Environnement", "Périmètre de l’enquête"]
    assert rows.loc["Mobilité"].tolist() == ["France seulement", "", ""]
    assert rows.loc["Santé"].tolist() == ["non publié", "", ""]
