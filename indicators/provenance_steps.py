"""The steps from a cell to a result, one row each: the table that every trail is made of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import pandas as pd


class StepName(StrEnum):
    """What was done, in the order it is done."""

    PAST = "past"  # the figure of an earlier year (`note`), on which no score rests
    RAW = "raw"  # the text that the cell shows
    CORRECTED = "corrected"  # the text read instead, by a declared correction (its reason in `note`)
    TYPED = "typed"  # the number read from it, in the unit of the row
    ORIENTED = "oriented"  # x direction (`factor`), so that higher is more fragile
    TREATED = "treated"  # an outlier brought back, or its logarithm (`note`: which)
    GOALPOST = "goalpost"  # an end of the scale that the reader fixes, in the unit of the row
    COMPARED = "compared"  # the same row for another region: the normalisation rests on it
    BENCHMARK = "benchmark"  # France's value, when the normalisation reads it
    NORMALISED = "normalised"
    LOGARITHM = "logarithm"  # before a geometric mean: see `indicators.geometric`
    MOVED = "moved"  # from 0–10 to 1–10, where only the mean above is geometric
    WEIGHTED = "weighted"  # x share of the indicator in the score (`factor`); these rows add up to it
    COVERAGE = "coverage"  # share of the weight that is measured
    SCORE = "score"
    RANK = "rank"  # among the regions (`factor`: how many are ranked)
    COMPARED_DOMAIN = "compared_domain"  # score of another domain of the region
    RANK_IN_REGION = "rank_in_region"  # of the domain among the region's domains (`factor`: how many)
    PERCEIVED_RAW = "perceived_raw"
    PERCEIVED_TYPED = "perceived_typed"
    PERCEIVED_COMPARED = "perceived_compared"  # of another domain (derived rank) or region (standardised gap)
    PERCEIVED_RANK = "perceived_rank"  # a range « 2 ou 3 » gives two rows
    NATIVE_SCORE = "native_score"  # min–max, 0 to 10: what the native reading compares a note with
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Step:
    """One row. `number` is missing where nothing is published or computed, never 0.

    `number` is exact; `decimals`: how many the cell shows of it, when it comes from a cell.
    """

    step: StepName
    level: str  # 'indicateur', 'domaine', 'axe', 'ensemble'
    code: str
    region_code: str
    sheet: str = ""
    cell: str = ""
    text: str = ""
    factor: float = float("nan")
    number: float = float("nan")
    unit: str = ""
    note: str = ""
    decimals: int = 0
    # Of a survey figure: which one, over which territory, and whether its rank is published or derived.
    wave: str = ""
    measure: str = ""
    perimeter: str = ""
    rank_origin: str = ""
    reading: str = ""  # of a gap: rank, standardised or native


_COLUMNS = tuple(Step.__dataclass_fields__)


def known(value: Any) -> float:  # noqa: ANN401 - a value of a frame
    """Return a number, NaN where there is none."""
    return float("nan") if pd.isna(value) else float(value)


def table(steps: list[Step]) -> pd.DataFrame:
    """Return the steps as rows, in order: columns of `Step` after `position` (from 1)."""
    frame = pd.DataFrame([asdict(step) for step in steps], columns=list(_COLUMNS))
    numbers = {"factor": "float64", "number": "float64", "decimals": "Int64"}
    frame = frame.astype(dict.fromkeys(_COLUMNS, "str") | numbers)
    frame.insert(0, "position", pd.Series(range(1, len(frame) + 1), dtype="Int64"))
    return frame


def cells(frame: pd.DataFrame) -> tuple[str, ...]:
    """Name the workbook cells that a trail goes through, « sheet!cell », each once, in order."""
    named = frame[frame["cell"] != ""]
    return tuple(dict.fromkeys(named["sheet"] + "!" + named["cell"]))
