"""The whole data as one workbook."""

from __future__ import annotations

import pandas as pd

from exports.sheets.workbook import Sheet, workbook_bytes
from exports.stamp import Stamp
from exports.whole.content import tables
from exports.whole.method import method_lines
from indicators.published import shown
from indicators.results import Results

TITLE = "Toutes les données du tableau de bord"
SUBTITLE = "Chiffres publiés, scores, rangs avec leur intervalle, écarts entre mesuré et ressenti"
SOURCE = "une source par ligne"
_NOTES = (
    "Le dictionnaire dit ce que contient chaque colonne, la méthode comment les nombres sont calculés.",
    "Les scores et les rangs sont ceux de notre réglage de départ, sans les réglages du lecteur.",
    "Les chiffres contradictoires, illisibles ou d’acteur incertain («\u00a0à vérifier\u00a0») n’y sont pas.",
)


def book(results: Results, stamp: Stamp) -> bytes:
    """Write every table on a sheet of its own, after a cover and notes; the method closes the workbook."""
    cells = shown(results.store)
    sheets = [
        Sheet(
            table.heading,
            frame.set_axis([field.heading for field in table.fields], axis="columns"),
            table.description,
            cells,
        )
        for table, frame in tables(results).items()
    ]
    method = Sheet("Méthode", pd.DataFrame({"Méthode": method_lines(results.store)}), "Ce qui est calculé.")
    return workbook_bytes(stamp, [*sheets, method], notes(results))


def notes(results: Results) -> tuple[str, ...]:
    """Return what to know before reading, what is supposed of the errors of measure among it."""
    return (*_NOTES, *filter(None, [results.errors().convention]))
