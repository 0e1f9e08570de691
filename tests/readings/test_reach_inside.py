"""What absent values could make of a rank inside a region, on every page that says one, by plain loops."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indicators.results import REFERENCE
from readings.debate.debate import debate
from readings.domain import gap_rows, words_gaps
from readings.gaps.one_domain import domain_gaps
from readings.gaps.tables import of_region
from readings.phrases import reach
from readings.territory.gaps import gaps_by_actor
from readings.territory.report import report
from tests import boring, holed, opened
from wording.numbers import ordinal


def whose(region: str, domain: str) -> str:
    return "sa valeur absente" if (region, domain) in holed.HOLES else "les valeurs absentes ailleurs"


def expected(region: str, domain: str) -> str:
    """« de 5ᵉ à 7ᵉ selon sa valeur absente », `""` where no filling moves the rank."""
    low, high = holed.inside()[region, domain]
    ends = f"de {ordinal(low)} à {ordinal(high)} selon {whose(region, domain)}"
    return "" if low == high else ends


def test_each_rank_inside_a_region_is_said_what_every_end_gives() -> None:
    said = reach.inside_of(holed.results(), REFERENCE)
    told = {place: said.get(place, "") for place in holed.inside()}
    assert told == {place: expected(*place) for place in holed.inside()}
    assert sum(map(bool, told.values())) > 50


def _emploi() -> Iterator[tuple[str, str]]:
    yield from ((region, expected(region, "emploi")) for region in boring.REGIONS)


def test_the_gaps_of_a_domain_say_it_beside_the_measured_rank() -> None:
    results = holed.results()
    crossed = results.crossed("citoyens")
    rows = gap_rows.gap_rows(
        results.regions(),
        crossed.gaps,
        crossed.unnamed,
        results.rank_intervals(),
        "emploi",
        reach.inside_of(results, REFERENCE),
    )
    table = words_gaps.gap_table(words_gaps.gap_words(rows)).set_index("Région")["Rang mesuré"]
    for region, said in _emploi():
        cell = str(table[results.vocabulary().regions[region]])
        assert cell.endswith(f", {said}") if said else "selon" not in cell
    assert str(table["Bretagne"]).startswith("sans rang mesuré, de ")


def test_the_cells_of_the_gaps_say_it_too() -> None:
    results = holed.results()
    found = domain_gaps(results, "emploi", "citoyens")
    assert found
    assert {cell.region_code: cell.reach for cell in found.cells} == dict(_emploi())
    told = of_region(found.cells, "53", results.vocabulary())["Rang mesuré"].iloc[0]
    assert told == f"non mesuré, {expected('53', 'emploi')}"


def test_my_territory_says_it_in_tables_lines_and_on_paper() -> None:
    results, moved = holed.results(), 0
    for region in boring.REGIONS:
        for actor in report(results, region).felt:
            asked = [gap["domain_code"] for gap in actor.gaps]
            told = zip(asked, actor.table["Rang mesuré"], strict=True)
            for domain, cell in told:
                said = expected(region, domain)
                assert cell.endswith(f", {said}") if said else "selon" not in cell
                moved += bool(said)
            paper = zip(asked, actor.sheet["Précisions"], strict=True)
            assert all(expected(region, domain) in text for domain, text in paper)
            drawn = dict(zip(actor.lines["short_name"], actor.lines["measured_reach"], strict=True))
            names = results.vocabulary().domains
            assert drawn == {
                names[domain]: expected(region, domain) for domain in asked if names[domain] in drawn
            }
    assert moved > 5


def test_a_gap_of_the_debate_says_it_in_its_detail() -> None:
    results, found = holed.results(), 0
    for region in boring.REGIONS:
        names = {f"«\u00a0{label}\u00a0»": code for code, label in results.vocabulary().domains.items()}
        for point in debate(results, region).gaps:
            domain = names[point.text.split("\u202f:")[0]]
            said = expected(region, domain)
            assert (f"rang mesuré {said}" in point.detail) if said else "rang mesuré" not in point.detail
            found += bool(said)
    assert found


def test_the_whole_and_the_strengths_say_what_they_may_become() -> None:
    results = holed.results()
    moved = reach.of_code(reach.reached_of(results, REFERENCE, "ensemble"), "ensemble")
    for region in boring.REGIONS:
        made = report(results, region)
        said = moved.get(region, "")
        assert (f", {said} (1ʳᵉ" in made.overall) if said else "selon" not in made.overall
        labels = {label: code for code, label in results.vocabulary().domains.items()}
        for label, cell in zip(
            made.strengths["Domaine"], made.strengths["Rang parmi les régions"], strict=True
        ):
            low, high = holed.reached(labels[label])[region] if _holed(labels[label]) else (0, 0)
            assert ("selon" in cell) == (low != high)
    assert moved


def _holed(domain: str) -> bool:
    return any(domain == own for _, own in holed.HOLES)


@pytest.mark.parametrize("region", boring.REGIONS)
def test_without_any_absent_value_nothing_is_said(region: str) -> None:
    results = opened.published()
    assert reach.inside_of(results, REFERENCE) == {}
    for gaps in gaps_by_actor(results, region, REFERENCE).values():
        assert {gap["objective_reach"] for gap in gaps} <= {""}
