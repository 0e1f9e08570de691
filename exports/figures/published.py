"""Published figures as they are: what is measured, what is felt, what is said of alliances."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from exports.figures.names import Names
from exports.figures.rows import RANK, Row, ends, noted, one, text, valued
from exports.numbers import Status
from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.alliances.topics import detailed
from wording.mentions import WORKBOOK
from wording.perimeter import perimeter
from wording.typography import quoted, typed

PUBLISHED_RANK, DERIVED_RANK = "Rang publié", "Rang calculé sur les domaines publiés"


def measured(values: pd.DataFrame, names: Names) -> Iterator[Row]:
    """Yield one row an indicator x region, France after the regions; `values`: `values.region_values`.

    Needs domain_code too. A corrected cell says what it holds and why it is read otherwise.
    """
    for _, group in values.groupby(["domain_code", "indicator_code"], sort=False):
        rows = list(each(group))
        for row in rows:
            yield _indicator(row, names) | names.region(str(row.region_code)) | _figure(row)
        yield _indicator(rows[0], names) | names.region(FRANCE) | _benchmark(rows[0])


def felt(told: pd.DataFrame, names: Names) -> Iterator[Row]:
    """Yield one row a value and one a rank; a figure with neither is « non publié ».

    `told`: columns of `felt.perceived_scores`.
    """
    for row in each(told):
        base = _heard(row, names) | {"note": perimeter(text(row.perimeter))}
        if pd.isna(row.rank_low) or pd.notna(row.value):
            yield base | {"measure": row.measure_label, "cell": row.cell} | valued(row.value, text(row.unit))
        if pd.notna(row.rank_low):
            yield base | _rank(row)


def said(figures: pd.DataFrame, names: Names) -> Iterator[Row]:
    """Yield one row a figure on alliances x territory; needs the columns of `alliances.figures`.

    A figure for two regions has a row for each; one for no region of today has its own perimeter.
    """
    for row in each(figures):
        note = noted(
            perimeter(text(row.perimeter)),
            typed(text(row.subpopulation)),
            detailed(text(row.detail)),
            typed(text(row.base)),
        )
        for code in row.region_codes or ("",):
            base = _heard(row, names, code) | {"note": note, "measure": row.measure_label}
            if not code:
                base |= {"region": perimeter(text(row.perimeter))}
            yield base | (_rank(row) if _only_ranked(row) else _answer(row))


def _heard(row: Fields, names: Names, code: str | None = None) -> Row:
    """Return who says it, where, when and in which document."""
    return names.region(str(row.region_code) if code is None else code) | {
        "domain": names.domains.get(text(row.domain_code), ""),
        "actor": names.actors.get(text(row.actor_code), ""),
        "period": text(row.wave),
        "source": typed(text(row.source)),
        "sheet": text(row.sheet),
    }


def _rank(row: Fields) -> Row:
    derived = getattr(row, "rank_origin", "published") == "derived"
    return {
        "measure": DERIVED_RANK if derived else PUBLISHED_RANK,
        "unit": RANK,
        "cell": row.cell if derived else row.rank_cell,
    } | ends(row.rank_low, row.rank_high)


def _only_ranked(row: Fields) -> bool:
    return bool(pd.isna(row.value) and pd.isna(row.low) and pd.notna(row.rank_low))


def _answer(row: Fields) -> Row:
    known = {"value": one(row.value)} if pd.notna(row.value) else ends(row.low, row.high)
    return {"unit": row.unit, "cell": row.cell} | known


def _indicator(row: Fields, names: Names) -> Row:
    return {
        "domain": names.domains[str(row.domain_code)],
        "measure": typed(str(row.label)),
        "unit": typed(str(row.unit)),
        "period": row.year,
        "source": typed(text(row.source)) or WORKBOOK,
    }


def _figure(row: Fields) -> Row:
    """Return the figure of a region; `status` of the store: value, range, missing, not_available."""
    where = {"sheet": row.sheet, "cell": row.cell}
    if row.status == "range":
        return where | ends(row.low, row.high) | {"note": noted(row.note, _correction(row))}
    if row.status == "value":
        status = Status.CORRECTED if row.corrected else Status.VALUE
        return where | {
            "value": one(row.value),
            "status": status.value,
            "note": noted(row.note, _correction(row)),
        }
    return where | {"status": Status.MISSING.value, "note": row.note}


def _benchmark(row: Fields) -> Row:
    sheet, _, cell = text(row.benchmark_cell).rpartition("!")
    known = valued(row.benchmark, typed(str(row.unit)))
    return {"sheet": sheet, "cell": cell, "note": row.benchmark_note} | known


def _correction(row: Fields) -> str:
    if not row.corrected:
        return ""
    return f"publié {quoted(typed(row.published_raw))}, corrigé\u202f: {typed(row.correction_reason)}"
