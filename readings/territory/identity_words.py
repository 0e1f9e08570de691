"""The identity card in words: the finding, the table, what is said of each figure."""

from __future__ import annotations

import pandas as pd

from indicators.plain_names import plain
from indicators.rows import Row, records
from wording.numbers import number, percent, quantity
from wording.source_notes import absent, marked


def identity_table(card: pd.DataFrame) -> pd.DataFrame:
    """Return the card in words: Repère, Région, France; nothing of what is missing is a zero."""
    rows = records(card)
    return pd.DataFrame(
        {
            "Repère": [_head(row) for row in rows],
            "Région": [told(row) for row in rows],
            "France": [_france(row) for row in rows],
        }
    )


def identity_finding(card: pd.DataFrame, name: str) -> str:
    """« Carte d’identité : 6 023 336 habitants, 9,3 % de la France »: the first figure that has a share."""
    shared = card[card["share"].notna()]
    said = told(records(shared)[0]) if len(shared) else name
    return f"Carte d’identité\u202f: {said}"


def identity_sentences(card: pd.DataFrame) -> list[str]:
    """Say the other figures that have a share of France; of euros, what they are (« PIB régional : … »)."""
    shared = card[card["share"].notna()].iloc[1:]
    heads = [f"{plain(row['label'])}\u202f: " if "euros" in row["unit"] else "" for row in records(shared)]
    return [f"{head}{told(row)}." for head, row in zip(heads, records(shared), strict=True)]


def told(row: Row) -> str:
    """Write a figure and its share of France: « 31 806 km², 5,8 % de la France »."""
    if row["status"] == "range":
        low = number(row["low"], _decimals(row["low"], row["decimals"]))
        return marked(f"{low} à {_united(row['high'], row)}{_corrected(row)}", row["note"])
    if row["value"] is None:
        return absent(row["note"])
    share = "" if row["share"] is None else f", {percent(row['share'], 1)} de la France"
    return f"{marked(_united(row['value'], row), row['note'])}{share}{_corrected(row)}"


def _united(value: float, row: Row) -> str:
    """Write a value with its unit: words of a unit follow the number."""
    return quantity(value, row["unit"], _decimals(value, row["decimals"]))


def _france(row: Row) -> str:
    if row["benchmark"] is None:
        return absent(row["benchmark_note"])
    unit = "%" if row["unit"] == "%" else ""
    value = quantity(row["benchmark"], unit, _decimals(row["benchmark"], row["decimals"]))
    return marked(value, row["benchmark_note"])


def _head(row: Row) -> str:
    return ", ".join(word for word in (plain(row["label"]), row["year"]) if word)


def _corrected(row: Row) -> str:
    return " (valeur corrigée)" if row["corrected"] else ""


def _decimals(value: float, published: int) -> int:
    """Keep at most one decimal of what a spreadsheet divided (« 189,37735 »), none of whole numbers."""
    return 0 if float(value).is_integer() and not published else min(int(published), 1)
