"""The steps of one indicator in one region: from its cell to its part in a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.past import past
from indicators.provenance_steps import Step, StepName, known
from indicators.rows import Fields, each
from indicators.steps import chain, normalised
from indicators.treatment import bound
from loaders.store import FRANCE, Store

_LEVEL = "indicateur"
# The note of a direction that is not the workbook's.
FLIPPED = "inverse"


def indicator_steps(store: Store, region: str, code: str, method: Method) -> list[Step]:
    """Return the steps up to the normalised value and its rank among the regions with one.

    Before them, the earlier years of the same region, oldest first.
    """
    cells = _cells(store, [code], method)
    return [
        *_past(store, region, code),
        *_to_normalised(cells, region, code, method),
        *_rank(cells, region, code),
    ]


def _past(store: Store, region: str, code: str) -> Iterator[Step]:
    rows = past(store, code)
    for row in each(rows[rows["earlier"] & (rows["region_code"] == region)]):
        yield Step(
            StepName.PAST,
            _LEVEL,
            code,
            region,
            str(row.sheet),
            str(row.cell),
            text=str(row.raw),
            number=known(row.value),
            unit=str(row.unit),
            note=str(row.year),
            decimals=int(row.decimals),
        )


def scored_steps(
    store: Store, region: str, codes: list[str], parts: pd.DataFrame, method: Method
) -> list[Step]:
    """Return the steps of each indicator of a score, ending with its part; `parts`: see `contributions`.

    An indicator of `codes` that gives no part (missing, constant, not shown) stops where it stops.
    """
    cells = _cells(store, codes, method)
    brought: dict[str, Any] = {str(row.indicator_code): row for row in parts.itertuples()}
    steps: list[Step] = []
    for code in codes:
        own = cells[cells["indicator_code"] == code]
        steps.extend(_to_normalised(own, region, code, method))
        if code in brought:
            steps.extend(_weighted(own, region, brought[code], method))
    return steps


def _weighted(cells: pd.DataFrame, region: str, part: Fields, method: Method) -> Iterator[Step]:
    here: Any = cells.iloc[0]
    code = str(part.indicator_code)
    if method.aggregation is not Aggregation.ARITHMETIC:
        inside = method.aggregation.geometric("domaine")
        made = StepName.LOGARITHM if inside else StepName.MOVED
        yield Step(made, _LEVEL, code, region, number=known(part.normalised))
    yield Step(
        StepName.WEIGHTED,
        _LEVEL,
        code,
        region,
        *_place(here, here["weight_cell"]),
        text=_whole(here["weight"]),
        factor=known(part.share),
        number=known(part.part),
    )


def _cells(store: Store, codes: list[str], method: Method) -> pd.DataFrame:
    plain = replace(method, aggregation=Aggregation.ARITHMETIC)
    return store.frame(
        chain(*normalised(plain), last="provenance_cell"), {**bound(store, plain), "indicators": codes}
    )


def _to_normalised(cells: pd.DataFrame, region: str, code: str, method: Method) -> Iterator[Step]:
    found = cells[cells["region_code"] == region]
    if found.empty:
        return
    here: Any = found.iloc[0]
    unit, place = str(here["unit"]), _place(here, here["cell"])
    raw = here["published_raw"] if here["corrected"] else here["shown"]
    yield Step(StepName.RAW, _LEVEL, code, region, *place, text=str(raw))
    if here["corrected"]:
        reason = str(here["correction_reason"])
        yield Step(StepName.CORRECTED, _LEVEL, code, region, *place, text=str(here["raw"]), note=reason)
    yield Step(
        StepName.TYPED,
        _LEVEL,
        code,
        region,
        *place,
        text=str(here["note"]),
        number=known(here["value"]),
        unit=unit,
        note=str(here["status"]),
        decimals=int(here["decimals"]),
    )
    if pd.isna(here["normalised"]):
        return
    yield Step(
        StepName.ORIENTED,
        _LEVEL,
        code,
        region,
        *_place(here, here["direction_cell"]),
        text=_whole(here["direction"]),
        factor=known(here["direction"]),
        number=known(here["oriented"]),
        unit=unit,
        note="" if here["direction"] == here["stated"] else FLIPPED,
        decimals=int(here["decimals"]),
    )
    yield from _changed(here, region, code, method)
    yield from _compared(cells, region, code, method)
    score = known(here["normalised"])
    yield Step(StepName.NORMALISED, _LEVEL, code, region, number=score, unit=str(method.normalisation))


def _changed(here: Fields, region: str, code: str, method: Method) -> Iterator[Step]:
    """Say what the reader's options make of the value, and of the scale it is read on."""
    unit, decimals = str(here["unit"]), int(here["decimals"])
    if here["treated"] != here["oriented"]:
        number, note = known(here["treated"] * here["direction"]), str(method.outliers)
        yield Step(
            StepName.TREATED, _LEVEL, code, region, number=number, unit=unit, note=note, decimals=decimals
        )
    for named, *ends in method.goalposts:
        for end in ends if named == code else ():
            yield Step(StepName.GOALPOST, _LEVEL, code, region, number=end, unit=unit)


def _compared(cells: pd.DataFrame, region: str, code: str, method: Method) -> Iterator[Step]:
    """Name the other cells that the normalised value rests on: those of the regions, or of France."""
    to_france = method.normalisation is Normalisation.PERCENT
    others = cells[cells["region_code"] == FRANCE] if to_france else cells[cells["normalised"].notna()]
    name = StepName.BENCHMARK if to_france else StepName.COMPARED
    for _, other in others[others["region_code"] != region].iterrows():
        yield Step(
            name,
            _LEVEL,
            code,
            str(other["region_code"]),
            *_place(other, other["cell"]),
            text=str(other["shown"]),
            number=known(other["value"]),
            unit=str(other["unit"]),
            decimals=int(other["decimals"]),
        )


def _rank(cells: pd.DataFrame, region: str, code: str) -> Iterator[Step]:
    """Place the region among those with a normalised value: ties share the better rank."""
    oriented = cells.loc[cells["normalised"].notna()].set_index("region_code")["oriented"]
    if region in oriented:
        place = float((oriented > oriented[region]).sum()) + 1
        yield Step(StepName.RANK, _LEVEL, code, region, factor=float(len(oriented)), number=place)


def _place(row: Fields, cell: object) -> tuple[str, str]:
    """Return sheet and cell, both empty when the workbook has no such cell."""
    return (str(row["sheet"]), str(cell)) if isinstance(cell, str) else ("", "")


def _whole(value: float | None) -> str:
    """Write a direction or a weight as the cell shows it: « 1 », « 0.5 »; '' when there is none."""
    return "" if pd.isna(value) else f"{float(value):g}"
