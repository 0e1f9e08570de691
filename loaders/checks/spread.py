"""What the spread of one row tells: ties, suspicious equalities with France, a France out of its regions."""

from __future__ import annotations

import math
from decimal import Decimal

from loaders.checks.interval import unit_in_last_place
from loaders.checks.totals import is_additive
from loaders.file.number_format import decimals
from loaders.findings import Findings
from loaders.records import IndicatorValue
from loaders.reference import Reference
from loaders.sheets.row import IndicatorRow
from wording.lists import join
from wording.numbers import as_read, counted, number, percent

# Below five regions a spread means nothing.
FEWEST_REGIONS = 5
COINCIDENCE = 0.05


def check_spread(row: IndicatorRow, reference: Reference, findings: Findings) -> None:
    """Run every check that only looks at the values of one row."""
    values = [value for value in row.regions if value.value is not None]
    if len(values) < FEWEST_REGIONS:
        return
    _check_ties(row, values, findings)
    if not is_additive(row):
        _check_equal_to_france(row, values, reference, findings)
        _check_france_inside(row, values, findings)


def _numbers(values: list[IndicatorValue]) -> list[Decimal]:
    return [value.value for value in values if value.value is not None]


def _check_ties(row: IndicatorRow, values: list[IndicatorValue], findings: Findings) -> None:
    distinct = len(set(_numbers(values)))
    if distinct * 2 <= len(values):
        findings.alert(
            "valeurs_peu_distinctes",
            row.indicator.sheet,
            row.span,
            f"«\u00a0{row.indicator.label}\u00a0»\u202f: "
            f"{counted(distinct, 'valeur distincte', 'valeurs distinctes')} pour "
            f"{counted(len(values), 'région', 'régions')}\u202f; les rangs sont surtout des ex æquo.",
            "Demander la valeur avec une décimale de plus au producteur.",
        )


def _check_equal_to_france(
    row: IndicatorRow, values: list[IndicatorValue], reference: Reference, findings: Findings
) -> None:
    """A region equal to France to the digit may be a copy of the wrong cell, or plain chance."""
    equal = [value for value in values if value.value == row.france.value]
    # Cells may hold more than they show: what is equal here is what they hold.
    digits = max(row.indicator.decimals, *map(decimals, _numbers(values)))
    chance = chance_of_equal(_numbers(values), digits, len(equal))
    if not equal or chance is None:
        return
    names = join(reference.region_name(value.region_code) for value in equal)
    record = findings.alert if chance < COINCIDENCE else findings.info
    likely = percent(100 * chance, 1 if chance < 0.1 else 0)
    record(
        "egal_a_la_france",
        row.indicator.sheet,
        equal[0].cell,
        f"«\u00a0{row.indicator.label}\u00a0»\u202f: même valeur que la France, au chiffre près "
        f"({as_read(row.france.raw)})\u202f: {names}. "
        f"Vu la dispersion des régions, le hasard seul en donnerait autant dans {likely} des cas.",
        "Vérifier qu’il ne s’agit pas d’une copie de la colonne France."
        if chance < COINCIDENCE
        else "Rien à faire\u202f: c’est compatible avec le hasard.",
    )


def chance_of_equal(numbers: list[Decimal], decimals: int, at_least: int) -> float | None:
    """Chance that `at_least` regions show France's figure by accident.

    Values in steps of one last decimal, spread evenly over their range, would meet France's figure
    n × step / range times on average (Poisson). None when all values are equal: then nothing can be said.
    """
    width = max(numbers) - min(numbers)
    if width == 0:
        return None
    expected = float(len(numbers) * unit_in_last_place(decimals) / width)
    return 1 - sum(math.exp(-expected) * expected**k / math.factorial(k) for k in range(at_least))


def _check_france_inside(row: IndicatorRow, values: list[IndicatorValue], findings: Findings) -> None:
    numbers, france = _numbers(values), row.france.value
    if france is None or len(values) < len(row.regions) or min(numbers) <= france <= max(numbers):
        return
    findings.alert(
        "france_hors_bornes",
        row.indicator.sheet,
        row.france.cell,
        f"«\u00a0{row.indicator.label}\u00a0»\u202f: la France ({as_read(row.france.raw)}) sort de "
        "l’intervalle des régions "
        f"({_written(min(numbers), row)} à {_written(max(numbers), row)})\u202f: une moyenne ne le peut pas.",
        "Vérifier la valeur de la France et l’unité de la ligne.",
    )


def _written(value: Decimal, row: IndicatorRow) -> str:
    return number(float(value), most=row.indicator.decimals)
