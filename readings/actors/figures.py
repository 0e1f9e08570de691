"""How a published figure is written: its value with its unit, its rank, who was asked, where."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from indicators.rows import Fields
from readings.phrases.sampling import question
from readings.phrases.words import measured, nth
from wording.lists import join
from wording.perimeter import perimeter
from wording.typography import quoted

# The whole scale of each kind of measure: a figure shows it whole, so that no length misleads.
SCALES = {"note_fragilite_sur_10": 10.0, "part_priorite_pct": 100.0}
SHORT = {"note_fragilite_sur_10": "note sur 10", "part_priorite_pct": "part des répondants", "rang": "rang"}
NOT_PUBLISHED = "non publié"


def said(row: Fields) -> str:
    """« 7,1 sur 10 », « 60 % », « 1ᵉʳ rang », « 7,1 sur 10, 1ᵉʳ rang »."""
    value = "" if pd.isna(row.value) else measured(float(row.value), str(row.unit), int(row.precision))
    return ", ".join(filter(None, [value, place(row)]))


def short(row: Fields) -> str:
    """Write the figure for a drawing, where the scale already says the unit: « 7,1 », « 60 % », « 1ᵉʳ »."""
    if pd.isna(row.value):
        return place(row).removesuffix(" rang")
    return measured(float(row.value), "%" if row.unit == "%" else "", int(row.precision))


def place(row: Fields) -> str:
    """« 1ᵉʳ rang », « 2ᵉ ou 3ᵉ rang », `""` when no rank is published."""
    if pd.isna(row.rank_low):
        return ""
    ends = dict.fromkeys([nth(row.rank_low), nth(row.rank_high)])
    return f"{' ou '.join(ends)} rang"


def beside(row: Fields) -> str:
    """Return what must stand beside a figure: its own territory, a question that is not published."""
    remark = "" if pd.isna(row.remark) else str(row.remark)
    unknown = question(remark) if pd.notna(row.value) else ""
    return ", ".join(filter(None, [perimeter(str(row.perimeter)), unknown]))


def told(row: Fields) -> str:
    """« 48 %, 2ᵉ rang, PACA-Corse (périmètre de l’enquête), intitulé exact de la question inconnu »."""
    return ", ".join(filter(None, [said(row), beside(row)]))


def labels(names: Iterable[str]) -> str:
    """List domains in quotes: some labels hold an « et »."""
    return join(quoted(name) for name in names)
