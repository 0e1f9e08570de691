"""A workbook of the size that the sources speak of: 336 indicators in 16 domains, 320 of them invented.

Each published indicator of a domain has twenty variants on other publics, places and years, drawn around it
from a seed: what is regional is shared by a domain, so that most of its indicators agree and some contradict;
cells are missing as in the published sheet. The invented surveys are those of `tests.fictional`. FICTIF is in
the file name, so that every screen says so. `python -m tests.full_size FOLDER` writes it.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.boring import header_code, headers
from tests.fictional import TRAINING

FILE_NAME = "observatoire_entier_FICTIF.xlsx"
SHEET, HEADER = "Données territoriales", 4
SOURCE = "Données FICTIVES, pour les essais"
# What is measured of whom or where, twenty times.
VARIANTS = (
    "chez les 15-24 ans",
    "chez les 25-54 ans",
    "chez les 55 ans et plus",
    "chez les femmes",
    "chez les hommes",
    "des personnes seules",
    "des familles nombreuses",
    "des ménages modestes",
    "des ménages aisés",
    "des locataires",
    "dans les communes rurales",
    "dans les petites villes",
    "dans les grandes villes",
    "dans les quartiers prioritaires",
    "en zone de montagne",
    "sur le littoral",
    "au chef-lieu de région",
    "hors du chef-lieu de région",
    "selon le recensement",
    "selon l’enquête nationale",
)
YEARS = range(2012, 2022)
# Out of a hundred: cells left empty, indicators that contradict their domain, indicators without France.
EMPTY, CONTRARY, WITHOUT_FRANCE = 4, 15, 5


def write(folder: Path) -> Path:
    """Write the workbook into `folder` and return its path."""
    workbook = load_workbook(TRAINING)
    sheet = workbook[SHEET]
    columns = headers(sheet, HEADER)
    places = {text: code for text in columns if (code := header_code(text))}
    published = [
        row
        for row in range(HEADER + 1, sheet.max_row + 1)
        if sheet.cell(row, columns["Domaine"]).value and sheet.cell(row, columns["Sens"]).value
    ]
    for row in published:
        for number, variant in enumerate(VARIANTS, start=1):
            _add(sheet, columns, list(places), row, number, variant)
    path = folder / FILE_NAME
    workbook.save(path)
    return path


def _add(
    sheet: Worksheet, columns: dict[str, int], places: list[str], model: int, number: int, variant: str
) -> None:
    """Add one variant of the indicator of a row at the end of the sheet."""
    row, drawn = sheet.max_row + 1, random.Random(f"{model}.{number}")
    label = " ".join(str(sheet.cell(model, columns["INDICATEURS"]).value).split())
    domain = str(sheet.cell(model, columns["Domaine"]).value)
    told = {
        "INDICATEURS": f"{label}, {variant}",
        "CRITERES": domain.replace("_", " ").capitalize(),
        "SOURCES": SOURCE,
        "INDICE": f"FICTIF.{domain}.{number}",
        "Année": str(drawn.choice(YEARS)),
        "Domaine": domain,
        "Sens": sheet.cell(model, columns["Sens"]).value,
        "Unité": sheet.cell(model, columns["Unité"]).value,
        "Poids": drawn.choice((0.5, 1, 1, 1, 2)),
    }
    for name, value in told.items():
        sheet.cell(row, columns[name], value)
    level, turned = drawn.uniform(0.6, 1.4), -1 if drawn.random() * 100 < CONTRARY else 1
    center = float(str(sheet.cell(model, columns[places[0]]).value))
    for place in places:
        cell = sheet.cell(model, columns[place])
        hole = WITHOUT_FRANCE if header_code(place) == "FR" else EMPTY
        if drawn.random() * 100 < hole or not isinstance(cell.value, int | float):
            continue
        apart = turned * (cell.value - center) + drawn.gauss(0, 0.06) * abs(center)
        made = sheet.cell(row, columns[place], round(level * (center + apart), 4))
        made.number_format = cell.number_format


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]))}\n")
