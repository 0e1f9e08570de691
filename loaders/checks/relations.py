"""Shares and ratios that can be recomputed from other rows, as declared in data/reference/relations.csv."""

from __future__ import annotations

from decimal import Decimal

from loaders.checks.interval import Interval, interval
from loaders.findings import Findings
from loaders.records import IndicatorValue
from loaders.reference import FRANCE, Reference, Relation
from loaders.sheets.row import IndicatorRow
from wording.lists import join
from wording.numbers import as_read, counted


def check_relations(rows: tuple[IndicatorRow, ...], reference: Reference, findings: Findings) -> None:
    """Recompute each declared relation wherever its rows exist; rounding of every operand is allowed for."""
    by_code = {row.indicator.indicator_code: row for row in rows}
    for relation in reference.relations:
        result, numerator = by_code.get(relation.result_code), by_code.get(relation.numerator_code)
        denominator = by_code.get(relation.denominator_code) if relation.kind == "ratio" else numerator
        if result and numerator and denominator:
            _check(relation, result, (numerator, denominator), findings)


def _check(
    relation: Relation, result: IndicatorRow, operands: tuple[IndicatorRow, IndicatorRow], findings: Findings
) -> None:
    verified, wrong = 0, []
    for region_code, value in result.values.items():
        expected = _expected(relation, operands, region_code)
        found = interval(value, value.decimals)
        if expected is None or found is None:
            continue
        if expected.meets(found):
            verified += 1
        else:
            wrong.append(value)
    if wrong:
        _report_wrong(relation, result, operands, wrong, findings)
    elif verified:
        findings.info(
            "relation_verifiee",
            result.indicator.sheet,
            result.span,
            f"«\u00a0{result.indicator.label}\u00a0»\u202f: "
            f"{counted(verified, 'valeur recalculée', 'valeurs recalculées')} à partir "
            f"de {_operands(relation, operands)}, aux arrondis près.",
        )


def _expected(
    relation: Relation, operands: tuple[IndicatorRow, IndicatorRow], region_code: str
) -> Interval | None:
    numerator, denominator = operands
    over = FRANCE if relation.kind == "share" else region_code
    top = interval(numerator.values[region_code], numerator.indicator.decimals)
    bottom = interval(denominator.values[over], denominator.indicator.decimals)
    quotient = top.over(bottom) if top and bottom else None
    return quotient.scaled(Decimal(100)) if quotient and relation.kind == "share" else quotient


def _report_wrong(
    relation: Relation,
    result: IndicatorRow,
    operands: tuple[IndicatorRow, IndicatorRow],
    wrong: list[IndicatorValue],
    findings: Findings,
) -> None:
    cells = join(f"{value.cell} ({as_read(value.raw)})" for value in wrong)
    findings.alert(
        "relation_fausse",
        result.indicator.sheet,
        wrong[0].cell,
        f"«\u00a0{result.indicator.label}\u00a0»\u202f: "
        f"{counted(len(wrong), 'valeur ne se retrouve', 'valeurs ne se retrouvent')} pas "
        f"à partir de {_operands(relation, operands)}\u202f: {cells}.",
        "Vérifier ces cellules dans le document publié.",
    )


def _operands(relation: Relation, operands: tuple[IndicatorRow, IndicatorRow]) -> str:
    numerator, denominator = (f"«\u00a0{row.indicator.label}\u00a0»" for row in operands)
    return f"{numerator} (part de la France)" if relation.kind == "share" else f"{numerator} et {denominator}"
