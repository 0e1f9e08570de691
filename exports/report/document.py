"""The report of one region as a PDF."""

from __future__ import annotations

from exports import paper
from exports.qr import square_code
from exports.report import drawings
from exports.report.content import content
from indicators.method import Method
from indicators.results import REFERENCE, Results
from readings.territory.report import report

TEMPLATE = "report.typ"


def make(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the report of a region (INSEE code), tagged PDF/UA-1 in French: 6 to 8 A4 pages.

    Annexes follow: of three pages at most where domains have several indicators, then of two at most, the
    method in ten steps and how to cite it.

    `link`: absolute address of the view, written and drawn as a square code (see `exports.qr`). Raises
    `MethodError` for a method this edition cannot compute.
    """
    made = report(results, region, method)
    return paper.pdf(TEMPLATE, content(results, made, link, method), drawings.files(made) | square_code(link))
