"""The shapes of the first page: what a view is made of, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pandas as pd

from readings.overview.finding import Finding

if TYPE_CHECKING:
    from indicators.gap_chance import Chance
    from readings.gaps.one_domain import DomainGaps


class View(StrEnum):
    """What is shown of a domain; the values are the codes in the URL."""

    OBJECTIVE = "objectif"  # the published figure, in its unit
    RANK = "rang"  # the place of the domain inside each region, by objective score
    PERCEIVED = "percu"  # the rank, note or share that one actor is published to give it
    GAP = "ecart"  # objective rank - perceived rank, with its stated sign


class Quantity(StrEnum):
    """What the column `value` holds."""

    INDICATOR = "indicator_value"
    OBJECTIVE_RANK = "objective_rank"
    PERCEIVED_RANK = "perceived_rank"
    PERCEIVED_VALUE = "perceived_value"
    GAP = "rank_gap"


@dataclass(frozen=True, slots=True)
class Perimeter:
    """A survey's own territory, as published, and the regions of today that the figure is shown for."""

    text: str
    region_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Which indicator of a domain is shown (`""`: the first with a value), and those read the other way."""

    indicator: str = ""
    flipped: tuple[str, ...] = ()


FIRST = Measure()


@dataclass(frozen=True, slots=True)
class CorrectedCell:
    """A value on screen that is not what the cell holds."""

    region_code: str
    sheet: str
    cell: str
    published: str
    reason: str


@dataclass(frozen=True, slots=True)
class FranceFigure:
    """What one figure says of the whole country: its rank or its value may be missing, not both."""

    measure: str
    measure_label: str
    unit: str
    decimals: int
    wave: str
    value: float | None
    rank_low: int | None
    rank_high: int | None
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewMeta:
    """Everything that explains the 13 rows. Numbers are unformatted; what does not apply is None or empty.

    `direction`: 1 when a higher `value` is more fragile (or felt more), -1 when a lower one is (every rank).
    `unit` is that of `value`: the indicator's, the measure's, « rang » or « rangs ».
    `benchmark`: France's figure for the same quantity, shown with `benchmark_decimals`. `coverage`: share of
    the domain's weight that is measured. `published_count`: regions with a value or a range, out of
    `territory_count`.
    `rivals`: the regions that may be first too, where the figure shown is the score of the domain.
    `measured_when`, `measured_span`: dates of what measures the domain, of what measures all of them;
    `chance`: what chance gives for the gaps, where one rank is felt everywhere.
    """

    view: View
    quantity: Quantity
    domain_code: str
    domain_label: str
    domain_short_label: str
    unit: str
    decimals: int
    direction: int | None
    territory_count: int
    published_count: int
    turned: bool = False  # whether the reader takes the indicator the other way round
    indicator_code: str | None = None
    indicator_label: str | None = None  # as published
    indicator_name: str = ""  # in plain words
    indicator_described: str = ""  # with its unit and its year
    year: str | None = None
    sources: tuple[str, ...] = ()
    benchmark: float | None = None
    benchmark_decimals: int = 0
    benchmark_cell: str | None = None
    coverage: float | None = None
    rivals: tuple[str, ...] = ()
    ranked_domains: int | None = None
    missing_indicators: tuple[str, ...] = ()
    actor_code: str | None = None
    actor_label: str | None = None
    wave: str | None = None
    surveys: tuple[str, ...] = ()
    measure: str | None = None
    measure_label: str | None = None
    waves: tuple[str, ...] = ()
    measured_when: str = ""
    measured_span: str = ""
    measured_sources: tuple[str, ...] = ()
    chance: Chance | None = None
    perimeters: tuple[Perimeter, ...] = ()
    corrections: tuple[CorrectedCell, ...] = ()
    france: tuple[FranceFigure, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """One view of one domain; `crossed`: the cells that a view of gaps is made of.

    frame: 13 rows in the order of the bars: region_code, name, short_name, value, low, high, status ('value'
    | 'range' | 'undetermined' | 'missing' | 'not_available' | 'not_published'), rank (place in the bars),
    label_value, objective_rank, perceived_rank_low, perceived_rank_high, perimeter, sheet, cell, corrected,
    raw, note, and of a gap its words: mark, said, details, and apart those of `readings.overview.rows.APART`.
    """

    frame: pd.DataFrame
    meta: OverviewMeta
    finding: Finding
    title: str
    sentences: tuple[str, ...]
    crossed: DomainGaps | None = None
