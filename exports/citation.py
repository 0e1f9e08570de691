"""How what is shown is cited: the dashboard with its edition, in APA style (7th edition) and in BibTeX.

No author is named where none is known (APA then starts with the title), no address but the one that the
installation announces, and the edition is told by its fingerprint: it has no other version.
"""

from __future__ import annotations

from exports.address import announced, is_web
from indicators.structure import Edition
from readings.ten_steps.references import entry, references, tex
from wording import mentions
from wording.typography import uncapital

TITLE = "Tableau de bord des fragilités territoriales"
# Of the dashboard, as its licence says.
YEAR = "2026"
_PRINT = 12
_BROUGHT = "classeur apporté par un lecteur"


def apa(edition: Edition) -> str:
    """Return the citation of an edition as plain text."""
    beside = mentions.FICTIONAL.lower() if edition.fictional else _BROUGHT * edition.private
    kind = ", ".join(filter(None, ["Tableau de bord interactif", beside]))
    where = f" {_address()}" if _address() else ""
    return (
        f"{TITLE} ({uncapital(mentions.edition(edition.file_name, edition.sha256))}) [{kind}]. ({YEAR}). "
        f"{mentions.OBSERVATORY}.{where}"
    )


def bibtex(edition: Edition) -> str:
    """Return the citation of an edition as a BibTeX entry."""
    note = mentions.mention(fictional=edition.fictional, private=edition.private)
    fields = {
        "title": f"{{{TITLE}}}",
        "year": YEAR,
        "publisher": f"{{{mentions.OBSERVATORY}}}",
        "version": tex(mentions.edition(edition.file_name, edition.sha256)),
        "note": tex(f"{mentions.FICTIONAL}. {note}" if edition.fictional else note),
        "url": _address(),
    }
    return entry("misc", f"fragilites_{edition.sha256[:_PRINT]}", fields)


def library(edition: Edition) -> str:
    """Return a BibTeX file: the edition, then all that its method cites."""
    return "\n\n".join([bibtex(edition), *(one.bibtex for one in references().values())]) + "\n"


def _address() -> str:
    return announced() if is_web(announced()) else ""
