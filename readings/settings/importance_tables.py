"""The tables of what decides, in words, one kind of thing a column."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.rows import Row, records
from readings.settings.importance import share_words
from wording.numbers import number

_WITHOUT = "non calculable"


def domains_table(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain; rows of `readings.settings.importance.ordered`."""
    return pd.DataFrame([{"Domaine": names[row["code"]]} | _told(row) for row in records(rows)])


def indicators_table(
    rows: pd.DataFrame, every: pd.DataFrame, names: Mapping[str, str], domains: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row an indicator: in the whole, then in its domain.

    `every`: the whole frame of `indicators.importance`; `domains`: of the indicators, in words.
    """
    inside = {row["code"]: row for row in records(every[every["in_level"] == "domaine"])}
    return pd.DataFrame(
        [
            {"Indicateur": names[row["code"]], "Domaine": domains[row["code"]]}
            | _told(row)
            | {"Part dans son domaine": share_words(inside.get(row["code"], {"share": 1.0})["share"])}
            for row in records(rows)
        ]
    )


def coherence_table(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a score; rows of `indicators.coherence.coherence`."""
    return pd.DataFrame(
        [
            {
                "Score": names[row["in_code"]],
                "Fait de": f"{number(row['elements'])}\u00a0"
                + ("indicateurs" if row["in_level"] == "domaine" else "domaines"),
                "α de Cronbach": _number(row, "alpha"),
                "Corrélation moyenne": _number(row, "mean_correlation"),
            }
            for row in records(table)
        ]
    )


def pairs_table(pairs: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a pair of domains, the most opposed first; rows of `indicators.coherence.pairs`."""
    return pd.DataFrame(
        [
            {
                "Domaine": names[row["first"]],
                "Autre domaine": names[row["second"]],
                "Axe": "le même" if row["same_axis"] else "différent",
                "r": _number(row, "correlation"),
                "Régions": number(row["regions"]),
            }
            for row in records(pairs[pairs["level"] == "domaine"])
        ]
    )


def _told(row: Row) -> dict[str, str]:
    return {
        "Poids": share_words(row["weight"]),
        "Part des différences": share_words(row["share"]),
        "r²": _number(row, "r2"),
        "Sens": _side(row["correlation"]),
        "Effet principal": _number(row, "main_effect"),
        "Régions": number(row["regions"]),
    }


def _number(row: Row, column: str) -> str:
    return _WITHOUT if row[column] is None else number(row[column], 2)


def _side(correlation: float | None) -> str:
    if correlation is None:
        return _WITHOUT
    seen = round(correlation, 2)
    return "avec" if seen > 0 else "contre" if seen < 0 else "aucun"
