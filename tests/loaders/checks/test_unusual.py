"""Values that jump: each cell ten times, or a tenth of, itself; a figure from one wave to another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import pytest

from loaders.checks.fences import far_values
from loaders.checks.jumps import check_jumps
from loaders.checks.magnitude import check_magnitude
from loaders.checks.relations import check_relations
from loaders.checks.shares import check_shares
from loaders.checks.spread import check_spread
from loaders.checks.totals import check_total
from loaders.checks.unusual import check_unusual
from loaders.file.number_format import decimals
from loaders.findings import Finding, Findings
from loaders.records import SurveyFigure
from loaders.reference import Reference, build_reference
from loaders.sheets.assembly import Assembly
from loaders.sheets.row import IndicatorRow
from loaders.tables import read_tables
from tests.loaders.books import slim, to_sheets
from tests.loaders.outcomes import findings, real_edition
from tests.made import figure, note
from wording.source_notes import NOT_COMPARABLE

TEN, TENTH = Decimal(10), Decimal("0.1")
# What no rule on one row can tell: divided (or multiplied) by ten, these stay within reach of the middle half
# of the regions, since the row is that wide (3,5 to 19,2 % of immigrants) or goes through zero (growths).
UNSEEN = {
    ("Nombre d'associations", TENTH): "44 75 84 53 11 76 32 52 93",
    ("Nombre d'associations", TEN): "94",
    ("Part budget innovation dans PIB", TENTH): "84 11 76",
    ("Evolution du nombre d'entreprises 1 & +", TENTH): "76 52",
    ("Taux d'immigration", TENTH): "44 75 84 27 24 11 76 32 93 94",
}


@lru_cache(maxsize=1)
def published() -> tuple[Reference, tuple[IndicatorRow, ...]]:
    reference = build_reference(read_tables())
    return reference, Assembly(to_sheets(slim()), reference).indicator_rows()


def alerts(row: IndicatorRow) -> set[tuple[str, str, str]]:
    """What is asked about one row of the published table, the others being as published."""
    reference, rows = published()
    told = Findings()
    check_total(row, reference, told)
    check_spread(row, reference, told)
    check_unusual(row, check_magnitude(row, told), reference, told)
    check_shares(row, told)
    same = row.indicator.indicator_code
    check_relations(
        tuple(row if one.indicator.indicator_code == same else one for one in rows), reference, told
    )
    return {(one.kind, one.cell, one.message) for one in told.sorted() if one.level == "alerte"}


def times(row: IndicatorRow, region_code: str, factor: Decimal) -> IndicatorRow:
    """The row with one figure (or range) multiplied, shown with the decimals that it then has."""
    value = row.values[region_code]
    made = {
        name: number * factor
        for name in ("value", "low", "high")
        if (number := getattr(value, name)) is not None
    }
    shown = max(value.decimals, *map(decimals, made.values()))
    return replace(
        row,
        indicator=replace(row.indicator, decimals=max(row.indicator.decimals, shown)),
        values={**row.values, region_code: replace(value, decimals=shown, **made)},
    )


def test_every_cell_ten_times_or_a_tenth_of_itself_is_asked_about() -> None:
    unseen: defaultdict[tuple[str, Decimal], list[str]] = defaultdict(list)
    for row in published()[1]:
        before = alerts(row)
        for region_code, value in row.values.items():
            for factor in (TEN, TENTH) if value.value or value.low else ():
                if not alerts(times(row, region_code, factor)) - before:
                    unseen[row.indicator.label, factor].append(region_code)
    assert {key: " ".join(codes) for key, codes in unseen.items()} == UNSEEN


def test_the_published_values_that_are_asked_about() -> None:
    found = findings(real_edition(), "valeur_inhabituelle", "alerte")
    assert [one.cell for one in found] == ["R8", "W22", "R31", "R33"]
    assert found[1].message.replace("\u202f", " ").replace("\u00a0", " ") == (
        "« Nbr logements / habitant » : valeur inhabituelle : Corse (0,74) ; les autres vont de 0,47 à 0,61."
    )
    assert found[1].action.startswith("À vérifier")


def test_far_values() -> None:
    numbers = [Decimal(number) for number in (1, 2, 3, 4, 5, 6, 100)]
    assert far_values(numbers) == {Decimal(100)}
    low = [Decimal(number) for number in (80, 82, 85, 88, 8, 90, 92)]
    assert far_values(low) == {Decimal(8)}
    alike = [Decimal(1)] * 6 + [Decimal(9)]
    assert far_values(alike) == set()
    assert far_values(alike, Decimal(1)) == {Decimal(9)}
    assert far_values([*[Decimal(1)] * 6, Decimal(4)], Decimal(1)) == set()


def share(row: int, value: float, **changes: object) -> SurveyFigure:
    told = {"measure": "innovation_pct", "unit": "%", "value": Decimal(str(value)), "status": "value"}
    return figure(row, ["FR"], None, **{**told, **changes})


def jumps(*told: SurveyFigure) -> list[Finding]:
    found = Findings()
    check_jumps((), told, found, {"emploi": "Emploi"})
    return list(found.sorted())


@pytest.mark.parametrize(("after", "asked"), [(80, False), (80.5, True), (39.5, True), (40, False)])
def test_a_share_that_moves_by_more_than_a_fifth_of_its_scale(after: float, asked: bool) -> None:
    found = jumps(share(2, 60, wave="PHARE 2015"), share(3, after, wave="IMPACT 2019"))
    assert [one.cell for one in found] == (["J3"] if asked else [])


def test_a_note_that_moves_is_told_in_words() -> None:
    (found,) = jumps(
        note(2, ["FR"], "emploi", 7.1, wave="PHARE 2015", decimals=1),
        note(3, ["FR"], "emploi", 4.9, wave="IMPACT 2019", decimals=1),
    )
    said = found.message.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Emploi : valeur inhabituelle : 4,9 sur 10, contre 7,1 sur 10 dans « PHARE 2015 » (J2)." in said


def test_what_is_not_asked_again_is_not_compared() -> None:
    first = share(2, 20, wave="PHARE 2015")
    assert not jumps(first, share(3, 90, wave="PHARE 2015"))
    assert not jumps(first, share(3, 90, wave="IMPACT 2019", subpopulation="femmes"))
    assert not jumps(first, share(3, 90, wave="IMPACT 2019", remark=f"Chiffre {NOT_COMPARABLE}."))
    assert not jumps(first, share(3, 90, wave="IMPACT 2019", reliability="a_verifier"))
    assert not findings(real_edition(), "saut_entre_vagues")
