"""The tables of « Comparer deux éditions », in words: three columns, so that a phone shows them whole."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.editions import words
from readings.editions.words import Record
from wording.numbers import signed
from wording.perimeter import perimeter
from wording.typography import capital

COLUMNS = ["Résultat", "Avant, après", "Précisions"]
_AMONG = {"regions": "parmi les régions", "domaines": "parmi les domaines de la région"}


def scores_table(scores: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a score (rows of `effects.Effects.scores`): its two states, by how much and why."""
    return _table(scores, lambda row: _named(row, known), words.score, _score_details)


def ranks_table(ranks: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a rank, the same columns."""
    return _table(
        ranks, lambda row: f"{_named(row, known)}, {_AMONG[row['among']]}", words.rank, _rank_details
    )


def gaps_table(gaps: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """One row a gap, the same columns."""

    def named(row: Record) -> str:
        place = (known.places[row["region_code"]], known.levels[row["domain_code"]])
        return ", ".join((*place, known.actors[row["actor_code"]], row["wave"]))

    return _table(gaps, named, words.gap, _gap_details)


def _table(
    frame: pd.DataFrame,
    named: Callable[[Record], str],
    said: Callable[[Record, str], str],
    details: Callable[[Record], list[str]],
) -> pd.DataFrame:
    rows = [
        (named(row), _both(row, said), _sentence([*details(row), words.cells(row)]))
        for row in frame.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _both(row: Record, said: Callable[[Record, str], str]) -> str:
    before, after = said(row, "before"), said(row, "after")
    return f"Avant\u202f: {before}. Après\u202f: {after}."


def _named(row: Record, known: Vocabulary) -> str:
    return f"{known.places[row['region_code']]}, {known.levels[row['code']]}"


def _score_details(row: Record) -> list[str]:
    return [words.became(row) or signed(round(float(row["change"]), 2), 2)]


def _rank_details(row: Record) -> list[str]:
    return [words.moved(row)]


def _gap_details(row: Record) -> list[str]:
    told = words.became(row) or "le sens énoncé change" * bool(row["sign_changed"])
    return [told, perimeter(row["perimeter"])]


def _sentence(parts: list[str]) -> str:
    said = ". ".join(capital(part) for part in parts if part)
    return f"{said}." if said else ""
