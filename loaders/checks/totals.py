"""Do the regions add up to France? Recorded where they do; where they do not, said, and by how much."""

from __future__ import annotations

from decimal import Decimal

from loaders.cells.figures import is_percent
from loaders.checks.interval import Interval, interval, total
from loaders.findings import Findings
from loaders.records import IndicatorValue
from loaders.reference import Reference
from loaders.sheets.row import IndicatorRow
from wording.numbers import as_read, number, quantity

# A sum within 5 % of France is a sum with a mistake in it; a rate of 13 regions adds up to about 13 times
# France.
CLOSE_TO_A_TOTAL = Decimal("0.05")


def check_total(row: IndicatorRow, reference: Reference, findings: Findings) -> None:
    """Compare the France figure of an additive row with the sum of its regions."""
    if not is_additive(row):
        return
    intervals = [interval(value, row.indicator.decimals) for value in row.regions]
    france = interval(row.france, row.indicator.decimals)
    regions = [item for item in intervals if item is not None]
    if france is None or len(regions) < len(intervals):
        return
    if total(regions).meets(france):
        _verified(row, findings)
    else:
        _off(row, reference, findings)


def is_additive(row: IndicatorRow) -> bool:
    """True when France is the sum of the regions: the source says « Total », or the numbers say it."""
    if row.is_total:
        return True
    numbers = [value.value for value in row.regions]
    france = row.france.value
    known = [value for value in numbers if value is not None]
    if france is None or len(known) < len(numbers):
        return False
    return abs(sum(known) - france) <= CLOSE_TO_A_TOTAL * abs(france)


def _verified(row: IndicatorRow, findings: Findings) -> None:
    gap = _gap(row)
    how = "exactement" if gap == 0 else f"aux arrondis près{_size(row, gap)}"
    what = "Les parts" if is_percent(row.indicator.unit) else "Les régions"
    kind = "parts_verifiees" if is_percent(row.indicator.unit) else "total_verifie"
    findings.info(
        kind,
        row.indicator.sheet,
        row.span,
        f"«\u00a0{row.indicator.label}\u00a0»\u202f: {what.lower()} s’additionnent {how} à la valeur de "
        "la France "
        f"({as_read(row.france.raw)}).",
    )


def _off(row: IndicatorRow, reference: Reference, findings: Findings) -> None:
    gap = _gap(row)
    size = " Les fourchettes ne se rejoignent pas" if gap is None else f" L’écart est de {_amount(row, gap)}"
    findings.alert(
        "total_faux",
        row.indicator.sheet,
        row.france.cell,
        f"«\u00a0{row.indicator.label}\u00a0»\u202f: la France ({as_read(row.france.raw)}) n’est pas la "
        "somme des régions "
        f"({_sum_text(row)})."
        f"{size}{_culprit(row, gap, reference)}.",
        "Vérifier la valeur de la France et celles des régions dans le document publié.",
    )


def _size(row: IndicatorRow, gap: Decimal | None) -> str:
    return "" if gap is None else f" (écart\u202f: {_amount(row, gap)})"


def _amount(row: IndicatorRow, gap: Decimal) -> str:
    return quantity(float(abs(gap)), row.indicator.unit, most=row.indicator.decimals)


def _sum_text(row: IndicatorRow) -> str:
    bounds = total(
        item for value in row.regions if (item := interval(value, row.indicator.decimals)) is not None
    )
    if _gap(row) is not None:
        return number(float((bounds.low + bounds.high) / 2), most=row.indicator.decimals)
    return f"{number(float(bounds.low))} à {number(float(bounds.high))}"


def _gap(row: IndicatorRow) -> Decimal | None:
    """Sum of the regions minus France; None when some figures are ranges."""
    numbers = [value.value for value in row.regions if value.value is not None]
    if row.france.value is None or len(numbers) < len(row.regions):
        return None
    return sum(numbers, Decimal(0)) - row.france.value


def _culprit(row: IndicatorRow, gap: Decimal | None, reference: Reference) -> str:
    """Name the region whose value is the gap, within rounding: left out of the total, or counted twice."""
    if not gap:
        return ""
    # Every figure of the sum is rounded, so the gap is known to half a step each.
    slack = sum((_half_width(row, value) for value in [*row.regions, row.france]), Decimal(0))
    missed = [value for value in row.regions if value.value and abs(abs(gap) - value.value) <= slack]
    if len(missed) != 1:
        return ""
    name = reference.region_name(missed[0].region_code)
    consequence = "la France paraît calculée sans elle" if gap > 0 else "elle paraît comptée deux fois"
    return (
        f", exactement la valeur de cette région\u202f: {name} ({as_read(missed[0].raw)})\u202f; "
        f"{consequence}"
    )


def _half_width(row: IndicatorRow, value: IndicatorValue) -> Decimal:
    bounds = interval(value, row.indicator.decimals) or Interval(Decimal(0), Decimal(0))
    return (bounds.high - bounds.low) / 2
