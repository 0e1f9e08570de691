"""What the slides of one region are told from: the report, the fiche-débat, the results behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.method import Method
from indicators.results import Results
from readings.debate.debate import debate
from readings.debate.point import Debate, Point
from readings.territory.report import Report, report


@dataclass(frozen=True)
class Story:
    """The words of a region and where its numbers are; nothing is computed here."""

    results: Results
    method: Method
    report: Report
    debate: Debate

    @property
    def region(self) -> str:
        """INSEE code of the region."""
        return self.report.region

    @property
    def name(self) -> str:
        """Name of the region."""
        return self.report.name


def told(results: Results, region: str, method: Method) -> Story:
    """Gather what the slides of a region say; raises `MethodError`."""
    return Story(results, method, report(results, region, method), debate(results, region, method))


def spoken(points: tuple[Point, ...], note: str) -> Iterator[str]:
    """Yield the sentences of the fiche-débat, each followed by what it rests on, then why there are few."""
    for point in points:
        yield f"{point.text} {point.detail}"
    if note:
        yield note
