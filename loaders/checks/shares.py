"""Percentages that cannot be shares, and France too near to zero to be compared to."""

from __future__ import annotations

from decimal import Decimal
from statistics import median

from loaders.cells.figures import is_percent
from loaders.checks.magnitude import written
from loaders.findings import Findings
from loaders.naming import words
from loaders.records import IndicatorValue
from loaders.sheets.row import IndicatorRow
from wording.lists import join
from wording.numbers import as_read, percent
from wording.typography import quoted

# A growth may be negative, or more than double.
_GROWTH = {"evolution", "variation", "croissance", "progression", "hausse", "baisse", "solde", "ecart"}
_PARTS = {"part", "parts", "proportion", "pourcentage", "menages", "population"}
# A « taux » may exceed 100 (a rate of cover, a ratio): one figure alone that does is a mistake.
_FEWEST_RATIOS = 3
_HUNDRED = Decimal(100)
# When half of the regions differ from France by more percent than this, the percent say France's zero and not
# the regions; one region far away says nothing of France.
MOST_PERCENT = Decimal(500)


def check_shares(row: IndicatorRow, findings: Findings) -> None:
    """Say which percentages are outside 0 to 100, where the row is made of shares."""
    if not is_percent(row.indicator.unit) or _is_growth(row):
        return
    known = [value for value in (row.france, *row.regions) if value.value is not None]
    outside = [value for value in known if not 0 <= _number(value) <= _HUNDRED]
    if not outside or (len(outside) >= _FEWEST_RATIOS and not _is_part(row)):
        return
    told = join(f"{value.cell} ({written(_number(value))})" for value in outside)
    findings.alert(
        "part_impossible",
        row.indicator.sheet,
        outside[0].cell,
        f"{quoted(row.indicator.label)}\u202f: une part est comprise entre 0 et 100\u202f%, pas {told}.",
        "Vérifier la valeur dans le document publié, ou l’unité de la ligne.",
    )


def check_benchmark(row: IndicatorRow, findings: Findings) -> None:
    """Say where the difference to France in percent would divide by next to nothing."""
    france = row.france.value
    numbers = [value.value for value in row.regions if value.value is not None]
    if row.indicator.direction is None or france is None or not numbers:
        return
    distances = [abs(value - france) for value in numbers]
    widest = max(distances)
    if widest == 0 or _HUNDRED * median(distances) <= MOST_PERCENT * abs(france):
        return
    most = f"irait jusqu’à {percent(float(100 * widest / abs(france)), 0)}" if france else "n’existe pas"
    findings.alert(
        "france_proche_de_zero",
        row.indicator.sheet,
        row.france.cell,
        f"{quoted(row.indicator.label)}\u202f: la France ({as_read(row.france.raw)}) est si proche de zéro "
        f"que l’écart à la France en pourcentage {most}.",
        "Ne pas choisir ce calcul des scores pour ce domaine.",
    )


def _number(value: IndicatorValue) -> Decimal:
    return value.value if value.value is not None else Decimal(0)


def _is_growth(row: IndicatorRow) -> bool:
    label = words(f"{row.indicator.label} {row.indicator.unit}")
    numbers = [_number(value) for value in row.regions]
    return bool(_GROWTH & set(label)) or sum(value < 0 for value in numbers) >= _FEWEST_RATIOS


def _is_part(row: IndicatorRow) -> bool:
    label = words(f"{row.indicator.label} {row.indicator.unit}")
    return row.indicator.label.lstrip().startswith("%") or bool(_PARTS & set(label))
