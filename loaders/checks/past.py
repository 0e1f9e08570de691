"""An earlier year that holds the figures of another one: a year was typed over, its figures were not."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from loaders.checks.rows import FEWEST_COPIES
from loaders.findings import Findings
from loaders.sheets.past import PastRow
from loaders.sheets.row import IndicatorRow

_Figures = tuple[str, tuple[Decimal | None, ...]]


def check_copies(current: tuple[IndicatorRow, ...], past: tuple[PastRow, ...], findings: Findings) -> None:
    """Say which earlier years have, in every region, the figures of a year of the same indicator."""
    same: defaultdict[_Figures, list[IndicatorRow]] = defaultdict(list)
    for row in (*current, *(one.row for one in past)):
        figures = {code: value.value for code, value in sorted(row.values.items())}
        same[row.indicator.indicator_code, tuple(figures.values())].append(row)
    for (_, held), (first, *copies) in same.items():
        for row in copies if len(set(held)) >= FEWEST_COPIES else ():
            findings.alert(
                "annees_identiques",
                row.indicator.sheet,
                row.span,
                f"«\u00a0{row.indicator.label}\u00a0» a les mêmes valeurs en {row.indicator.year} qu’en "
                f"{first.indicator.year}, dans toutes les régions.",
                "Vérifier que ces valeurs sont bien celles de cette année.",
            )
