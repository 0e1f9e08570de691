"""The fiche-débat as one web page."""

from __future__ import annotations

from exports import web
from exports.address import is_web
from exports.debate.content import data, fiche
from indicators.method import Method
from indicators.results import REFERENCE, Results


def make_html(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the fiche-débat of a region (INSEE code) as HTML in UTF-8, whole in one file.

    `link`: address of the view; one that is not of the web is left out. Raises `MethodError`.
    """
    return web.html("debate.html", data(fiche(results, region, link if is_web(link) else "", method)))
