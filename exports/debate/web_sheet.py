"""The fiche-débat as one web page: no script, nothing fetched, read by a telephone and by a screen reader."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from exports.address import is_web
from exports.debate.content import KIND, READING, REOPEN, Fiche, Part, fiche
from indicators.method import Method
from indicators.results import REFERENCE, Results
from readings.debate.point import Point
from wording import mentions

_TEMPLATE = Path(__file__).parents[1] / "templates" / "debate.html"


def make_html(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the fiche-débat of a region (INSEE code) as HTML in UTF-8, whole in one file.

    `link`: absolute web address of the view; "" leaves it out. Raises `MethodError`.
    """
    made = fiche(results, region, link, method)
    page = Template(_TEMPLATE.read_text(encoding="utf-8"))
    return page.substitute(_places(made)).encode("utf-8")


def _places(made: Fiche) -> dict[str, str]:
    """Fill the template: every text of the workbook passes through `html.escape` here or below."""
    found, about = made.debate, made.stamp
    changed = f"Méthode de calcul modifiée\u202f: {made.method}." if made.method else ""
    return {
        "page_title": escape(f"{KIND} · {found.title}"),
        "kind": escape(KIND),
        "observatory": escape(mentions.OBSERVATORY),
        "name": escape(found.name),
        "finding": escape(f"{made.debate.finding}."),
        "overall": _paragraph(found.overall),
        "fictional": _paragraph(mentions.NOT_MEASURED if about.fictional else "", "fictif"),
        "method": _paragraph(changed, "fictif"),
        "parts": "\n".join(_part(part) for part in made.parts),
        "reading": "\n".join(_paragraph(sentence, "about") for sentence in READING),
        "foot": "\n".join([*(_paragraph(line) for line in _foot(made)), _anchor(about.link)]),
    }


def _foot(made: Fiche) -> list[str]:
    """Return source, edition and mention; what is fictional is said at the top."""
    return [line for line in made.stamp.lines() if line != mentions.NOT_MEASURED]


def _part(part: Part) -> str:
    points = "\n".join(_point(point) for point in part.points)
    listed = f"<ol>\n{points}\n</ol>" if points else ""
    return (
        f'<section class="{part.code}" aria-labelledby="{part.code}">\n'
        f'<h2 id="{part.code}">{escape(part.heading)}</h2>\n'
        f"{_paragraph(part.about, 'about')}\n{listed}\n{_paragraph(part.note)}\n</section>"
    )


def _point(point: Point) -> str:
    return f"<li>{escape(point.text)}{_paragraph(point.detail, 'detail')}</li>"


def _paragraph(text: str, style: str = "") -> str:
    """Write a paragraph; nothing for an empty text. `style` is a name of the template, never of the data."""
    if not text:
        return ""
    return f'<p class="{style}">{escape(text)}</p>' if style else f"<p>{escape(text)}</p>"


def _anchor(link: str) -> str:
    """Link back to the view; an address that is not of the web is left out."""
    if not is_web(link):
        return ""
    return f'<p><a href="{escape(link)}">{escape(REOPEN)}</a></p>'
