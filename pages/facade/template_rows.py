"""What a template holds already: the domains, and the indicators of an edition as they are published."""

from __future__ import annotations

import re
from typing import TypeAlias

import pandas as pd

from exports.cells import Cell, cell
from exports.sheets.forms import Number
from indicators import published as figures
from indicators.results import Results
from loaders.file.number_format import exact
from loaders.reference import FRANCE, Reference

# By key of the sheet, in the order of its columns.
Rows: TypeAlias = dict[str, list[list[Cell | Number]]]

# A number alone, maybe in percent; « 152 milliards » is a text, and stays one.
_TYPED = re.compile(r"[-\u2212+]?[\d., \u00a0\u202f]+%?")
_GROUPED = re.compile(r"\d[ \u00a0\u202f]\d")


def domains(results: Results) -> Rows:
    """Return the rows of « Domaines »."""
    columns = ["domain_code", "label", "short_label", "axis_code", "axis_label", "position"]
    return {"domains": _lines(results.domains()[columns])}


def published(results: Results, reference: Reference) -> Rows:
    """Return the rows of « Données territoriales » and of « Sources »."""
    sources = figures.sources(results.store)
    named = ["source_code", "reference", "publisher", "date", "address", "remark"]
    return {"territories": _indicators(results, reference), "sources": _lines(sources[named])}


def _indicators(results: Results, reference: Reference) -> list[list[Cell | Number]]:
    """Write each indicator on the row it has, so that a declared correction finds its cell again."""
    values = figures.all_values(results.store).set_index(["indicator_code", "region_code"])
    codes = [FRANCE, *(one.region_code for one in reference.regions)]
    before = "axis_label dimension criterion label status_phare source published_code year".split()
    after = "domain_code direction unit weight".split()
    return [
        [
            *(cell(row[name]) for name in before),
            None,
            *(_figure(values.loc[(row["indicator_code"], code)]) for code in codes),
            *(cell(row[name]) for name in after),
        ]
        for _, row in results.catalogue().iterrows()
    ]


def _figure(value: pd.Series) -> Cell | Number:
    """Write a value as published: an exact number that shows its decimals, or the text of its cell."""
    raw = str(value["published_raw"] or value["raw"])
    if value["status"] != "value" or not _TYPED.fullmatch(raw):
        return cell(raw)
    digits = int(value["decimals"])
    shown = ("#,##0" if _GROUPED.search(raw) else "0") + ("." + "0" * digits if digits else "")
    if "%" in raw:
        return Number(float(exact(value["value"]) / 100), f"{shown}%")
    return Number(float(value["value"]), shown)


def _lines(frame: pd.DataFrame) -> list[list[Cell | Number]]:
    return [[cell(value) for value in row] for row in frame.itertuples(index=False)]
