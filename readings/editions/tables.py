"""The tables of « Comparer deux éditions », in words: a row a result, one kind of thing a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.editions import words
from readings.editions.words import Record
from wording.numbers import signed
from wording.perimeter import perimeter
from wording.typography import capital

BEFORE, AFTER, CHANGE, PERIMETER, CELLS = "Avant", "Après", "Changement", "Périmètre", "Cellules"
_AMONG = {"regions": "parmi les régions", "domaines": "parmi les domaines de la région"}
_NONE = "–"


def scores_table(scores: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a score (rows of `effects.Effects.scores`): whose, its two states, by how much and why."""
    return _table(scores, lambda row: _named(row, known), words.score, _score_change)


def ranks_table(ranks: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a rank, the same columns, and among what it is."""

    def named(row: Record) -> dict[str, str]:
        return _named(row, known) | {"Classement": _AMONG[row["among"]]}

    return _table(ranks, named, words.rank, words.moved)


def gaps_table(gaps: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a gap: of which domain, actor and survey; the same columns, and the territory asked."""

    def named(row: Record) -> dict[str, str]:
        return {
            "Région": known.places[row["region_code"]],
            "Domaine": known.levels[row["domain_code"]],
            "Acteur": known.actors[row["actor_code"]],
            "Enquête": row["wave"],
        }

    table = _table(gaps, named, words.gap, _gap_change)
    if len(table):
        table.insert(
            list(table).index(CELLS),
            PERIMETER,
            [capital(perimeter(text)) or _NONE for text in gaps["perimeter"]],
        )
    return table


def lines(table: pd.DataFrame) -> Iterator[str]:
    """Say each row of a table in one line: « Bretagne, Emploi. Avant : 1. Après : 2. +1. Cellule : P18. »."""
    for row in table.to_dict("records"):
        subject = list(row)[: list(row).index(BEFORE)]
        cell = "Cellules" if "\u202f;" in row[CELLS] else "Cellule"
        more = [row[CHANGE], row.get(PERIMETER, _NONE)]
        more += [f"{cell}\u202f: {row[CELLS]}"] * (row[CELLS] != _NONE)
        both = f"Avant\u202f: {row[BEFORE]}. Après\u202f: {row[AFTER]}."
        said = [", ".join(str(row[name]) for name in subject) + ".", both]
        yield " ".join([*said, *(f"{text}." for text in more if text != _NONE)])


def _table(
    frame: pd.DataFrame,
    named: Callable[[Record], dict[str, str]],
    said: Callable[[Record, str], str],
    changed: Callable[[Record], str],
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            named(row)
            | {
                BEFORE: said(row, "before"),
                AFTER: said(row, "after"),
                CHANGE: capital(changed(row)) or _NONE,
                CELLS: words.cells(row) or _NONE,
            }
            for row in frame.to_dict("records")
        ],
        dtype=object,
    )


def _named(row: Record, known: Vocabulary) -> dict[str, str]:
    return {"Région": known.places[row["region_code"]], "Résultat": known.levels[row["code"]]}


def _score_change(row: Record) -> str:
    return words.became(row) or signed(round(float(row["change"]), 2), 2)


def _gap_change(row: Record) -> str:
    return words.became(row) or "le sens énoncé change" * bool(row["sign_changed"])
