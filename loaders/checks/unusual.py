"""A value far from the other regions of its row: a warning, never a refusal, since it may well be true."""

from __future__ import annotations

from decimal import Decimal

from loaders.checks.fences import far_values
from loaders.checks.interval import unit_in_last_place
from loaders.checks.magnitude import written
from loaders.checks.spread import FEWEST_REGIONS
from loaders.checks.totals import is_additive
from loaders.findings import Findings
from loaders.records import IndicatorValue
from loaders.reference import Reference
from loaders.sheets.row import IndicatorRow
from wording.numbers import as_read
from wording.typography import quoted

KIND = "valeur_inhabituelle"
_CHECK = "À vérifier dans le document publié\u202f; elle peut être vraie."


def check_unusual(row: IndicatorRow, asked: set[str], reference: Reference, findings: Findings) -> None:
    """Say which values are far from the other regions, but for those already `asked` about (cells).

    Parts of a whole are left to their sum, where France is there to check it.
    """
    middles = {value.cell: (value, middle) for value in row.regions if (middle := _middle(value)) is not None}
    france = _middle(row.france)
    if len(middles) < FEWEST_REGIONS or (france is not None and is_additive(row)):
        return
    # With all its regions, a France outside of them is said by itself.
    if france is not None and len(middles) < len(row.regions):
        middles[row.france.cell] = (row.france, france)
    far = far_values([middle for _, middle in middles.values()], unit_in_last_place(row.indicator.decimals))
    others = [middle for _, middle in middles.values() if middle not in far]
    for cell, (value, middle) in middles.items():
        if middle in far and cell not in asked:
            findings.alert(
                KIND,
                row.indicator.sheet,
                cell,
                f"{quoted(row.indicator.label)}\u202f: valeur inhabituelle\u202f: "
                f"{reference.region_name(value.region_code)} ({as_read(value.raw)})\u202f; "
                f"les autres vont de {written(min(others))} à {written(max(others))}.",
                _CHECK,
            )


def _middle(value: IndicatorValue) -> Decimal | None:
    """The value, or the middle of a published range."""
    if value.low is not None and value.high is not None:
        return (value.low + value.high) / 2
    return value.value
