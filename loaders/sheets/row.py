"""One indicator and its figures as published: what the checks look at."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.records import Indicator, IndicatorValue
from loaders.reference import FRANCE


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator with its figures as published. `is_total`: the source prints « Total » on the row."""

    indicator: Indicator
    values: dict[str, IndicatorValue]
    is_total: bool

    @property
    def france(self) -> IndicatorValue:
        """The figure for metropolitan France."""
        return self.values[FRANCE]

    @property
    def regions(self) -> list[IndicatorValue]:
        """The figures of the regions, in the order of the sheet."""
        return [value for code, value in self.values.items() if code != FRANCE]

    @property
    def span(self) -> str:
        """The range of cells that holds the figures, for a finding about the whole row."""
        cells = [value.cell for value in self.values.values()]
        return f"{cells[0]}:{cells[-1]}"
