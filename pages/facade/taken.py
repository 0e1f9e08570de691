"""The files of a figure, made when they are asked for: pictures and numbers, each with its stamp."""

from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.look import Look
from exports import picture
from exports.address import public_base
from exports.csv_text import csv_bytes
from exports.numbers import headed, numbers
from exports.screens import screens
from exports.sheets.workbook import Sheet, workbook_bytes
from exports.stamp import Stamp, file_name, stamp
from indicators.published import shown
from pages.facade import current, edition, shapes
from readings.phrases.conventions import convention

IMAGE_WIDTH = 1280
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Make = Callable[[], bytes]
Rows = Callable[[], pd.DataFrame]
Draw = Callable[[], dict[str, Any]]
_NOTES = (
    "«\u00a0valeur\u00a0»\u202f: le nombre publié, ou calculé à partir de nombres publiés.",
    "«\u00a0non publié\u00a0»\u202f: rien n’est publié ni estimé à la place\u202f; la cellule reste vide.",
    "«\u00a0corrigé\u00a0»\u202f: la cellule du classeur porte autre chose, et la précision dit quoi.",
    "«\u00a0fourchette\u00a0»\u202f: seules les deux bornes sont publiées ou calculables.",
)


@dataclass(frozen=True)
class Offer:
    """One thing to take: its words, its file, and how it is made."""

    label: str
    file_name: str
    mime: str
    make: Make


def offers(about: Stamp, rows: Rows, draw: Draw) -> list[Offer]:
    """Return the files of a figure; nothing is made before `make` is called, maybe in another thread."""

    def offer(label: str, extension: str, mime: str, make: Make) -> Offer:
        named = file_name(about.title, extension, fictional=about.fictional)
        return Offer(label, named, mime, held(make))

    return [
        offer(
            "Image (PNG)",
            "png",
            "image/png",
            lambda: picture.png(shapes.whole(draw()), read(about, rows()), width=IMAGE_WIDTH),
        ),
        offer(
            "Dessin (SVG)",
            "svg",
            "image/svg+xml",
            lambda: picture.svg(shapes.whole(draw()), read(about, rows()), width=IMAGE_WIDTH).encode(),
        ),
        offer("Nombres (CSV)", "csv", "text/csv", lambda: csv_bytes(headed(numbers(rows())))),
        offer("Nombres (XLSX)", "xlsx", XLSX, lambda: _workbook(about, rows)),
    ]


def on_screen(
    about: Stamp, rows: Rows, draw: Callable[[Look], dict[str, Any]], look: Look, shape: float
) -> list[str]:
    """Return the screens of a figure as SVG; `shape`: width of the screen by its height."""
    return screens(lambda drawn: shapes.whole(draw(drawn)), read(about, rows()), look, shape)


def about(title: str, subtitle: str, source: str, link: str) -> Stamp:
    """Return what the files of a figure say of themselves, in the edition of this run."""
    return stamp(current.identity(), title, subtitle=subtitle, source=source, link=link)


def read(about: Stamp, rows: pd.DataFrame) -> Stamp:
    """Add to the stamp of a figure how its measured domains are read, where one is measured by convention.

    `rows`: its numbers (see `exports.numbers`); a row of an actor says what is felt.
    """
    words = edition.results().vocabulary()
    told = numbers(rows)
    named = set(told.loc[(told["actor"] == "") & told["value"].notna(), "domain"])
    shown = {
        code for labels in (words.domains, words.domain_labels) for code in labels if labels[code] in named
    }
    return replace(about, convention=convention(words, shown))


def edition_of_run() -> object:
    """Return what names the edition of this run: the same object as long as it is the same edition."""
    return edition.current().token


def private() -> bool:
    """Tell whether the pages are made from a workbook that this visitor brought."""
    return current.shown() is not None


def public_address() -> str:
    """Return where readers find the application when the browser does not say it."""
    return public_base()


def _workbook(about: Stamp, rows: Rows) -> bytes:
    made = numbers(rows())
    sheet = Sheet("Nombres", headed(made), shown=shown(edition.current().store))
    return workbook_bytes(read(about, made), [sheet], _NOTES)


def held(make: Make) -> Make:
    """Keep the run's own edition for whoever makes the file: the browser asks for it after the run."""
    run = copy_context()
    # A context is entered by one thread at a time: each call takes its own.
    return lambda: run.copy().run(make)
