"""The whole data, the templates and the training workbook, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from exports.stamp import Stamp, file_name, stamp
from exports.whole import book, bundle
from exports.whole.dictionary import dictionary
from pages.facade import current, template
from pages.facade.edition import Edition, per_edition
from pages.facade.taken import XLSX, Offer, held
from wording.numbers import counted

_ZIP = "application/zip"
_TRAINING = current.ROOT / "data" / "formation_FICTIF.xlsx"
_TEMPLATE = "Modèle de classeur à remplir"


def title() -> str:
    """Say how much there is to take."""
    tables = counted(len(dictionary()), "table", "tables")
    return f"Tout ce qui est montré s’emporte\u202f: {tables}, et leur méthode"


def contents() -> list[str]:
    """Name each table and say what it holds."""
    return [f"{table.heading}\u202f: {table.description}" for table in dictionary()]


def whole(link: str) -> list[Offer]:
    """Return the two forms of the whole data of the edition of this run; `link`: address of this view."""
    about = stamp(current.identity(), book.TITLE, subtitle=book.SUBTITLE, source=book.SOURCE, link=link)
    return [
        _offer("Un classeur (XLSX)", "toutes les donnees", "xlsx", about, _book),
        _offer("Des fichiers CSV (ZIP)", "toutes les donnees csv", "zip", about, _bundle),
    ]


def templates(link: str) -> list[Offer]:
    """Return the two workbooks to fill: with the published indicators, or without."""
    about = stamp(current.identity(), _TEMPLATE, link=link)
    return [
        _offer("Modèle pour une enquête", "modele enquete", "xlsx", about, _for_a_survey),
        _offer("Modèle vide", "modele vide", "xlsx", about, _empty),
    ]


def training() -> Offer:
    """Return the invented workbook of the house, as it is."""
    return Offer("Classeur de formation", f"observatoire-{_TRAINING.name}", XLSX, _TRAINING.read_bytes)


def _offer(label: str, words: str, extension: str, about: Stamp, make: Callable[..., bytes]) -> Offer:
    named = file_name(words, extension, fictional=about.fictional)
    mime = _ZIP if extension == "zip" else XLSX
    return Offer(label, named, mime, held(partial(make, about)))


@per_edition(max_entries=4)
def _book(edition: Edition, about: Stamp) -> bytes:
    return book.book(edition.results, about)


@per_edition(max_entries=4)
def _bundle(edition: Edition, about: Stamp) -> bytes:
    return bundle.bundle(edition.results, about)


@per_edition(max_entries=4)
def _for_a_survey(edition: Edition, about: Stamp) -> bytes:
    return template.template(edition.results, about, filled=True)


@per_edition(max_entries=4)
def _empty(edition: Edition, about: Stamp) -> bytes:
    return template.template(edition.results, about, filled=False)
