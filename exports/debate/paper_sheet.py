"""The fiche-débat on paper."""

from __future__ import annotations

from exports import paper
from exports.debate.content import data, fiche
from exports.qr import square_code
from indicators.method import Method
from indicators.results import REFERENCE, Results

TEMPLATE = "debate.typ"


def make_pdf(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the fiche-débat of a region (INSEE code): one A4 page, tagged PDF/UA-1 in French.

    `link`: absolute address of the view, drawn as a square code (see `exports.qr`). Raises `MethodError`.
    """
    made = fiche(results, region, link, method)
    return paper.pdf(TEMPLATE, data(made), square_code(link))
