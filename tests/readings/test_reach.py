"""The ranks that absent values leave open, in words: on every page that says a rank, against plain loops."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators.results import REFERENCE
from indicators.rows import records
from indicators.structure import missing_indicators
from readings.coverage import holes
from readings.domain import ranking, words_measured
from readings.overview import level, level_words
from readings.phrases import reach
from readings.territory import lines
from readings.territory.report import report
from tests import boring, holed, opened
from wording.numbers import ordinal

WHOSE = {0: "les valeurs absentes ailleurs", 1: "sa valeur absente"}


def ends(domain: str, region: str) -> str:
    first, last = (ordinal(end, feminine=True) for end in holed.reached(domain)[region])
    return f"de {first} à {last}"


def expected(domain: str, region: str) -> str:
    low, high = holed.reached(domain)[region]
    whose = WHOSE[(region, domain) in holed.HOLES]
    return "" if low == high else f"{ends(domain, region)} selon {whose}"


@pytest.mark.parametrize("domain", ["emploi", "sante", "securite"])
def test_each_region_is_said_what_every_end_of_the_absent_values_gives(domain: str) -> None:
    said = reach.of_code(reach.reached(holed.results().missing_bounds(), "domaine"), domain)
    told = {code: said.get(code, "") for code in boring.REGIONS}
    assert told == {code: expected(domain, code) for code in boring.REGIONS}


def test_the_tables_of_ranks_have_a_column_where_there_is_something_to_say() -> None:
    results = holed.results()
    ranks = results.rank_intervals()
    told = reach.of_code(reach.reached_of(results, REFERENCE, "domaine"), "emploi")
    rows = ranking.ranking(results.regions(), ranks, "emploi")
    figures = results.region_values("emploi")
    table = words_measured.ranking_table(rows, figures, told).set_index("Région")
    assert table.loc["Bretagne", "Rang parmi les régions"] == "sans rang"
    assert table.loc["Bretagne", reach.COLUMN] == expected("emploi", "53") != ""
    assert table.loc["Hauts-de-France", reach.COLUMN] == expected("emploi", "32")
    assert reach.COLUMN not in words_measured.ranking_table(rows, figures)
    levels = level.ranks(results.index_scores(), ranks, results.regions(), "domaine", "emploi")
    same = level_words.table(levels, told).set_index("Région")[reach.COLUMN]
    assert same.to_dict() == table[reach.COLUMN].to_dict()


def test_a_line_of_a_region_says_the_bounds_beside_its_rank_or_instead_of_it() -> None:
    made = report(holed.results(), "53")
    told = {line.code: line.said for line in lines.lines(made.spine_rows, {}, {}, lines.BY_AXIS)}
    assert f"sans rang, {expected('emploi', '53')}" in told["emploi"]
    assert "selon" not in told["securite"]
    for row in records(report(holed.results(), "32").spine_rows):
        (line,) = lines.lines(pd.DataFrame([row]), {}, {}, lines.BY_AXIS)
        judged = lines.verdict(row) and row["reach_text"]
        # A verdict stands beside bounds that may contradict it: it says what it does not count.
        assert line.said.endswith("sans compter les valeurs absentes") == bool(judged)
        told["judged"] = told.get("judged", "") or judged
    assert told["judged"]
    paper = made.spine.set_index("Domaine")["Rang parmi les régions"]
    assert paper["Emploi"] == f"sans rang, {expected('emploi', '53')}"
    other = report(holed.results(), "32").spine.set_index("Domaine")["Rang parmi les régions"]
    assert str(other["Emploi"]).endswith(expected("emploi", "32"))


def test_the_section_of_what_is_published_counts_and_lists_what_is_absent() -> None:
    bounds, known = holed.results().missing_bounds(), holed.results().vocabulary()
    reached = [holed.reached(domain) for domain in {domain for _, domain in holed.HOLES}]
    moved = sum(low < high for found in reached for low, high in found.values())
    assert holes.title(bounds) == (
        f"Mesuré\u202f: 3\u00a0valeurs absentes, {moved}\u00a0rangs de domaine deviennent des intervalles"
    )
    table = holes.table(bounds, known, "")
    assert sorted(zip(table["Région"], table["Domaine"], strict=True)) == sorted(
        (known.regions[region], known.domains[domain]) for region, domain in holed.HOLES
    )
    assert set(table["Rang parmi les régions"]) == {"sans rang"}
    assert set(table["Valeurs absentes"]) == {"1"}
    mine = holes.table(bounds, known, "94")
    assert mine["Domaine"].tolist() == ["Emploi"]
    assert mine["Rangs possibles"].tolist() == [ends("emploi", "94")]


@pytest.mark.parametrize(
    ("region", "inside", "said"),
    [
        ("53", "en Bretagne", "2\u00a0valeurs manquent en Bretagne, dans 2\u00a0domaines."),
        ("94", "en Corse", "1\u00a0valeur manque en Corse, dans 1\u00a0domaine."),
        ("28", "en Normandie", "Aucune valeur n’est absente en Normandie."),
    ],
)
def test_a_region_is_told_what_it_lacks(region: str, inside: str, said: str) -> None:
    assert holes.here(holed.results().missing_bounds(), inside, region) == said


def test_imputation_stays_refused_and_an_indicator_nobody_has_is_said_once() -> None:
    results = opened.published()
    bounds = results.missing_bounds()
    refused, nobody = holes.sentences(bounds, missing_indicators(results.store))
    assert refused == reach.REFUSED
    assert nobody == (
        "«\u00a0Handicap\u00a0» n’a de valeur pour aucune région\u202f: sans plus basse ni plus haute "
        "valeur, il n’y a pas de borne, et le domaine est classé sans."
    )
    assert holes.title(bounds) == "Mesuré\u202f: aucune valeur absente ne laisse un rang ouvert"
    assert holes.table(bounds, results.vocabulary(), "").empty
    assert reach.reached(bounds, "domaine") == {}


def test_several_indicators_nobody_has_are_named_together() -> None:
    empty = pd.DataFrame({"label": list("ABCDE"), "reason": ["no_value"] * 4 + ["constant"]})
    bounds = opened.published().missing_bounds()
    (_, said) = holes.sentences(bounds, empty)
    assert said.startswith(
        "«\u00a0A\u00a0», «\u00a0B\u00a0», «\u00a0C\u00a0» et «\u00a0D\u00a0» n’ont de valeur"
    )
    assert holes.sentences(bounds, empty.tail(1)) == [reach.REFUSED]


def test_beyond_ten_absences_an_interval_is_at_least_what_it_says() -> None:
    results = opened.large()
    bounds = results.missing_bounds()
    said = reach.reached(bounds, "domaine")
    assert said
    assert all(text.endswith(", au moins") for text in said.values())
    assert any("au moins" in text for text in holes.sentences(bounds, missing_indicators(results.store)))
    rows = bounds[(bounds["among"] == "regions") & (bounds["level"] == "domaine")]
    assert len(said) == int((rows["low"] < rows["high"]).sum())
    assert any("\u00a0valeurs absentes, au moins" in text for text in said.values())


def test_a_rank_that_nothing_moves_is_said_nothing_of() -> None:
    row = {"region_code": "11", "level": "domaine", "among": "regions", "missing": 0, "exact": True}
    rows = pd.DataFrame(
        [
            row | {"code": "emploi", "rank": 2, "low": 2, "high": 2},
            row | {"code": "sante", "rank": 2, "low": 1, "high": 3},
        ]
    )
    said = reach.reached(rows, "domaine")
    assert said == {("11", "sante"): "de 1ʳᵉ à 3ᵉ selon les valeurs absentes ailleurs"}
