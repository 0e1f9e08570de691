"""Typed records the loader produces: their fields, with their types, are the columns of the store's tables.

Every figure is a `Decimal`: 0.069 shown as 6,9 % is exactly 6.9. Percentages are in percentage points (unit
`%`).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

# `value`: one number; `range`: only low and high are published; `missing`: nothing in the cell (or a declared
# sign for "nothing"); `not_available`: the source says it has no usable figure (#N/A, « n.d. », a malformed
# range).
Status = Literal["value", "range", "missing", "not_available"]
# `appliquee`: the corrected value is served; `perimee`: the source no longer holds the published text,
# nothing is changed; `introuvable`: the indicator or the region is not in this edition.
CorrectionState = Literal["appliquee", "perimee", "introuvable"]


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as read. `text` is what Excel displays (French separators); `formula` is "" for a constant.

    A raised note mark is a raised letter of `text` (« 8,4¹ »). `struck` is what is crossed out and therefore
    in neither `value` nor `text`; `raised`: the cell as a whole is set as a superscript or a subscript.
    """

    sheet: str
    cell: str
    row_number: int
    column_number: int
    value: bool | int | float | str | datetime.date | datetime.time | datetime.timedelta | None
    text: str
    number_format: str
    formula: str
    is_error: bool
    merged_range: str
    struck: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A metropolitan region (INSEE code). `name_in`: « en Bretagne », `name_of`: « de Bretagne »."""

    region_code: str
    name: str
    name_in: str
    name_of: str
    name_the: str
    short_name: str
    number: str
    gender: str
    position: int


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the axes that group the domains, in the order of the sheet « Domaines »."""

    axis_code: str
    label: str
    position: int


@dataclass(frozen=True, slots=True)
class Domain:
    """One of the domains of fragility."""

    domain_code: str
    label: str
    short_label: str
    axis_code: str
    position: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Who answers a survey. `label_the`: « les maires »."""

    actor_code: str
    label: str
    label_the: str
    position: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What a survey figure measures; `kind` is fragility, alliance or other.

    `minimum` and `maximum` are inclusive, in `unit`; None: unbounded.
    """

    measure: str
    label: str
    sheet: str
    kind: str
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str

    def largest_deviation(self, people: int | None) -> Decimal | None:
        """Return the largest standard deviation that so many answers can have; None: unbounded.

        That of one half of them at each end: half the scale, more by √(n / (n − 1)) as a sample has it. One
        answer has none, of an unknown number it is that of two: the largest there is.
        """
        if self.minimum is None or self.maximum is None:
            return None
        count = max(people or 2, 2)
        return (self.maximum - self.minimum) / 2 * (Decimal(count) / (count - 1)).sqrt()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of « Données territoriales ».

    `published_code`: the INDICE of the source, or "". `domain_code` None: a profile of the territory, not a
    fragility. `direction` +1: a high value is more fragile. `unit`: of every value of the row; % means
    percentage points (8.5, never 0.085). `weight`: inside the domain, no unit. `standard_error`: of every
    value of the row, in its unit; None where the producer publishes none. `year`: as published (2019,
    2019 (T1), 2015 à 2018). `decimals` is the finest precision shown in the row (a rounding interval is ±
    half a unit of the last decimal), whatever the cells hold beyond.
    """

    indicator_code: str
    published_code: str
    label: str
    criterion: str
    axis_label: str
    dimension: str
    domain_code: str | None
    direction: int | None
    unit: str
    weight: Decimal | None
    standard_error: Decimal | None
    year: str
    source: str
    status_phare: str
    sheet: str
    row_number: int
    decimals: int


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """The figure of one indicator for one region (or `FR`), with the cell it was read from.

    `value`, `low` and `high` (the bounds of a published range) are in the unit of the indicator.
    When `corrected`, `raw` is the corrected text and `published_raw` what the cell holds. `note`: what the
    source says of the number (« provisoire »), or why there is none (« secret statistique »); "" mostly.
    """

    indicator_code: str
    region_code: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status
    decimals: int
    raw: str
    sheet: str
    cell: str
    corrected: bool = False
    published_raw: str = ""
    correction_reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """A year that an indicator is published for: its own (the latest), or one of « Années antérieures ».

    `period`: the last year that `year` names (2018 for « 2015 à 2018 »). `rupture`: what changed in the
    definition after it, "" when the next year in the workbook is counted the same.
    """

    indicator_code: str
    period: int
    year: str
    source: str
    rupture: str
    sheet: str
    row_number: int


@dataclass(frozen=True, slots=True)
class PastValue:
    """The figure of one indicator for one region (or `FR`) in an earlier year.

    `value`, `low` and `high` are in the unit of the indicator, as those of `IndicatorValue`. No declared
    correction applies to it, and no score rests on it.
    """

    indicator_code: str
    period: int
    region_code: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status
    decimals: int
    raw: str
    sheet: str
    cell: str
    note: str


@dataclass(frozen=True, slots=True)
class SurveyFigure:
    """One published figure of a survey (« Perceptions » or « Alliances »).

    `region_codes` holds INSEE codes, or `FR`, or nothing when the source names no region of today. `wave` is
    programme + year. `perimeter`: the survey's own territory when it is not today's region, else "".
    `value`, `low`, `high` and `standard_deviation` are in `unit`; `subpopulation` is "" when the whole
    population was asked. `survey_date` is YYYY, YYYY-MM, YYYY-MM-DD or "". `rank_low`–`rank_high`: « 2 ou 3 »
    gives 2 and 3, « fin de classement » gives None. `note`: as for an indicator, about the value.
    `sample_at_least`: only a lower bound of `sample_size` is published (« plus de 2 000 » gives 2000).
    """

    figure_id: str
    programme: str
    survey: str
    wave: str
    survey_date: str
    actor_code: str | None
    region_codes: tuple[str, ...]
    perimeter: str
    domain_code: str | None
    measure: str
    detail: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status
    decimals: int
    rank_low: int | None
    rank_high: int | None
    raw_value: str
    raw_rank: str
    unit: str
    sample_size: int | None
    standard_deviation: Decimal | None
    base: str
    subpopulation: str
    source: str
    reliability: str
    remark: str
    sheet: str
    row_number: int
    cell: str
    rank_cell: str
    note: str = ""
    sample_at_least: bool = False


# How a figure is known that people gave in a debate room: no sample, so that no computation takes it.
ROOM = "salle"


@dataclass(frozen=True, slots=True)
class Initiative:
    """A local initiative named by a source document."""

    name: str
    description: str
    domain_codes: tuple[str, ...]
    domain_label: str
    department_codes: tuple[str, ...]
    department_label: str
    region_codes: tuple[str, ...]
    actors: str
    year: str
    source: str
    reliability: str
    sheet: str
    row_number: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document the figures come from."""

    source_code: str
    reference: str
    publisher: str
    date: str
    address: str
    remark: str
    sheet: str
    row_number: int


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared correction, as written in corrections.csv; `date` is the day of the decision, YYYY-MM-DD."""

    sheet: str
    cell: str
    indicator_code: str
    region_code: str
    published: str
    corrected: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class Correction(Declaration):
    """A declaration and what became of it in this edition.

    `sheet` and `cell` are where the figure is now (or where it was declared to be, when it cannot be found).
    """

    state: CorrectionState
