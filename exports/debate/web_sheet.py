"""The fiche-débat as one web page: no script, nothing fetched, read by a telephone and by a screen reader."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exports.address import is_web
from exports.debate.content import data, fiche
from indicators.method import Method
from indicators.results import REFERENCE, Results
from wording import mentions

# Every text of the workbook is escaped by the template; a word that the template misspells stops it.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def make_html(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the fiche-débat of a region (INSEE code) as HTML in UTF-8, whole in one file.

    `link`: address of the view; one that is not of the web is left out. Raises `MethodError`.
    """
    made = fiche(results, region, link if is_web(link) else "", method)
    page = _TEMPLATES.get_template("debate.html")
    return page.render(data(made), not_measured=mentions.NOT_MEASURED).encode("utf-8")
