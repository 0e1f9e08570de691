"""The sheet of a debate room to hand out: one or two A4 pages, or a web page.

Its words are made by whoever holds the room (`hall.stage.kept.sheet`); this module only lays them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from exports import paper, web
from wording import mentions

KIND = "Fiche de salle"
_TEMPLATE = "room"


@dataclass(frozen=True)
class Part:
    """One part of the sheet. `rows`: a line each, a cell a column under `heads`; `points`: text, detail."""

    heading: str
    sentences: Sequence[str] = ()
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    points: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Sheet:
    """A room, in words. `overall`: how many answered; `edition`, `mention`: of the figures beside them."""

    name: str
    finding: str
    overall: str
    parts: Sequence[Part]
    edition: str
    mention: str
    fictional: bool


def make_pdf(sheet: Sheet) -> bytes:
    """Return the sheet on A4 paper, tagged PDF/UA-1 in French."""
    return paper.pdf(f"{_TEMPLATE}.typ", _data(sheet), {})


def make_html(sheet: Sheet) -> bytes:
    """Return the sheet as HTML in UTF-8, whole in one file."""
    return web.html(f"{_TEMPLATE}.html", _data(sheet))


def _data(sheet: Sheet) -> dict[str, object]:
    return asdict(sheet) | {
        "kind": KIND,
        "title": sheet.name,
        "observatory": mentions.OBSERVATORY,
        "mark": mentions.FICTIONAL if sheet.fictional else "",
        "link": "",
        "scanned": "",
    }
