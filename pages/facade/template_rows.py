"""What a template holds already: the domains, and the indicators of an edition as they are published."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_BEFORE = "axis_label dimension criterion label status_phare source published_code year".split()
_AFTER = "domain_code direction unit weight standard_error".split()
_DATED = "period year source rupture".split()
_GROUPED = re.compile(r"\d[ \u00a0\u202f]\d")


def domains(results: Results) -> Rows:
    """Return the rows of « Domaines »."""
    columns = ["domain_code", "label", "short_label", "axis_code", "axis_label", "position"]
    return {"domains": _lines(results.domains()[columns])}


def published(results: Results, reference: Reference) -> Rows:
    """Return the rows of « Données territoriales », of « Années antérieures » and of « Sources »."""
    sources = figures.sources(results.store)
    named = ["source_code", "reference", "publisher", "date", "address", "remark"]
    return {
        "territories": _indicators(results, reference),
        "past": _past(results, reference),
        "sources": _lines(sources[named]),
    }


def _indicators(results: Results, reference: Reference) -> list[list[Cell | Number]]:
    """Write each indicator on the row it has, so that a declared correction finds its cell again."""
    values = figures.all_values(results.store).set_index(["indicator_code", "region_code"])
    return [
        _row(row, [values.loc[(row["indicator_code"], code)] for code in _territories(reference)])
        for _, row in results.catalogue().iterrows()
    ]


def _past(results: Results, reference: Reference) -> list[list[Cell | Number]]:
    """Write each earlier year, what is said of its indicator as it is said today."""
    known = figures.earlier_values(results.store)
    values = {(row["indicator_code"], row["period"], row["region_code"]): row for _, row in known.iterrows()}
    dated = known.drop_duplicates(["indicator_code", "period"])[[*_DATED, "indicator_code"]]
    # The error of today's figures is not that of the earlier ones.
    today = results.catalogue().drop(columns=["year", "source"]).assign(standard_error=None)
    rows = dated.merge(today, on="indicator_code")
    return [
        [
            *_row(
                row,
                [values[row["indicator_code"], row["period"], code] for code in _territories(reference)],
            ),
            cell(row["rupture"]),
        ]
        for _, row in rows.iterrows()
    ]


def _territories(reference: Reference) -> list[str]:
    return [FRANCE, *(one.region_code for one in reference.regions)]


def _row(about: pd.Series, values: Iterable[pd.Series]) -> list[Cell | Number]:
    return [
        *(cell(about[name]) for name in _BEFORE),
        None,
        *map(_figure, values),
        *(cell(about[name]) for name in _AFTER),
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
