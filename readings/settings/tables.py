"""The tables of the settings page, in words: few columns, so that a phone shows them whole."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import floor
from typing import Any

import pandas as pd

from readings.settings.alternatives import changed
from readings.settings.moves import move_words, rank_words
from readings.settings.parts import Parts, share_words
from wording.numbers import counted, number, percent
from wording.typography import capital


def moves_table(moves: pd.DataFrame, *, changed: bool) -> pd.DataFrame:
    """One row a region: its rank and interval, with the settings and (when `changed`) without.

    Then how the rank moved (when `changed`), and in what share of the trials it comes back.
    """
    records = moves.to_dict("records")
    columns = {
        "Région": moves["name"].tolist(),
        "Rang parmi les régions": list(map(rank_words, moves["rank"], moves["low"], moves["high"])),
    }
    if changed:
        before = map(rank_words, moves["before"], moves["before_low"], moves["before_high"])
        columns["Référence"] = list(before)
        columns["Changement"] = list(map(_move, records))
    columns["Ce rang revient"] = [
        _held(row) if pd.notna(row["rank"]) else "non calculable" for row in records
    ]
    return pd.DataFrame(columns)


def alternatives_table(alternatives: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row a choice: how many regions it moves alone, and which conclusions it changes.

    Réglage, Régions déplacées, Au plus (how far, and which ones), En tête, Hors de l’intervalle de référence.
    """
    return pd.DataFrame(
        {
            "Réglage": row["choice"],
            "Régions déplacées": f"{row['moved']} sur {row['compared']}",
            **changed(row, names),
        }
        for row in alternatives.to_dict("records")
    )


def parts_table(parts: Parts) -> pd.DataFrame:
    """One row an indicator: its part, then what the part is made of."""
    rows = parts.rows
    return pd.DataFrame(
        {
            "Indicateur": rows["indicator"],
            "Domaine": rows["domain"],
            "Part": rows["text"],
            "Valeur comparable": [number(round(value, 3)) for value in rows["normalised"]],
            "Poids": rows["share"].map(share_words),
        }
    )


def removed_table(rows: pd.DataFrame, region: str = "") -> pd.DataFrame:
    """One row an element: the mean change of rank without it, and how many regions move, and how far.

    `region`: the column of `rows` with the rank of the chosen region without it, `""` for none.
    """
    own = {region: rows[region]} if region else {}
    moved = zip(rows["moved"], rows["compared"], rows["largest_change"], strict=True)
    told = [_moved(*row) for row in moved]
    return pd.DataFrame(
        {
            "Sans": rows["name"],
            **own,
            "Changement moyen": rows["mean"],
            "Régions déplacées": [regions for regions, _ in told],
            "Au plus": [most for _, most in told],
            "Rangs perdus": [number(int(lost)) for lost in rows["unranked"]],
        }
    )


def _moved(moved: int, compared: int, most: int | None) -> tuple[str, str]:
    """« 10 sur 13 », « 4 places »."""
    if not compared:
        return "non calculable", "non calculable"
    far = 0 if pd.isna(most) else int(most)
    return f"{number(int(moved))} sur {number(int(compared))}", counted(far, "place", "places")


def _move(row: Mapping[Hashable, Any]) -> str:
    said = move_words(row["move"])
    leaves = ", hors de l’intervalle de référence" if row["outside"] else ""
    return f"{capital(said)}{leaves}"


def _held(row: Mapping[Hashable, Any]) -> str:
    """« dans 62 % des essais »: how often the rank comes back, whatever moved it in the others."""
    share = 100 * float(row["holds"])
    said = "moins de 1\u202f%" if 0 < share < 1 else percent(floor(share), 0)
    return f"dans {said} des essais"
