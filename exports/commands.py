"""What is made for one region: the documents of the commands (`python -m exports`) and of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.debate import make_html, make_pdf
from exports.report import document
from exports.slides import deck
from exports.stamp import file_name
from indicators.method import Method
from indicators.results import Results

# What is raised when a document cannot be made: by typst (`RuntimeError`), by vl-convert and JSON
# (`ValueError`), by python-pptx, lxml or the numbers beneath.
FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)

# (results, region, link, method) → the file. Raises `MethodError`.
Maker = Callable[[Results, str, str, Method], bytes]


@dataclass(frozen=True)
class Document:
    """One file a region: the command that makes it, its words, its format, and how it is made."""

    command: str
    words: str
    said: str
    extension: str
    mime: str
    make: Maker


_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# A command may make several of them.
DOCUMENTS = (
    Document("reports", "rapport", "Rapport (PDF)", "pdf", "application/pdf", document.make),
    Document("slides", "diapositives", "Diapositives (PPTX)", "pptx", _PPTX, deck.make),
    Document("debates", "fiche-debat", "Fiche-débat (PDF)", "pdf", "application/pdf", make_pdf),
    Document("debates", "fiche-debat", "Fiche-débat (page web)", "html", "text/html", make_html),
)


def commands() -> list[str]:
    """Return the names of the commands, in order."""
    return list(dict.fromkeys(one.command for one in DOCUMENTS))


def of_command(command: str) -> list[Document]:
    """Return the documents that a command makes."""
    return [one for one in DOCUMENTS if one.command == command]


def named(one: Document, region: str, *, fictional: bool) -> str:
    """Name the file of a region: « observatoire-rapport-bretagne.pdf »."""
    return file_name(f"{one.words} {region}", one.extension, fictional=fictional)
