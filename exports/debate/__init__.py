"""The fiche-débat of a region to hand out: one A4 page, or a web page for a telephone and a screen reader.

The sentences are those of `readings.debate`; this package only lays them out.
"""

from exports.debate.paper_sheet import make_pdf
from exports.debate.web_sheet import make_html

__all__ = ["make_html", "make_pdf"]
