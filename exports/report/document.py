"""The report of one region as a PDF."""

from __future__ import annotations

from exports import paper, qr
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

    `link`: absolute address of the view, written and drawn as a square code. Raises `MethodError` for a
    method this edition cannot compute.
    """
    made = report(results, region, method)
    files = drawings.files(made) | {"qr": qr.qr_svg(link).encode("utf-8")}
    return paper.pdf(TEMPLATE, content(results, made, link, method), files)
