"""Values that stand far from the others, in words: which indicators fail the usual rule, what they become."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.method import Outliers
from indicators.outliers import KURTOSIS, MOST_MOVED, SKEWNESS
from indicators.rows import Row, records
from wording.lists import join
from wording.numbers import counted, number, plural
from wording.typography import quoted

_RULE = f"asymétrie au-delà de {number(SKEWNESS)} et aplatissement au-delà de {number(KURTOSIS)}"
_NAMED = 3
_MOST_DECIMALS = 4


def told(rows: pd.DataFrame, outliers: Outliers, names: Mapping[str, str]) -> tuple[str, ...]:
    """Say which indicators fail the rule and what is made of their values.

    `rows`: of `indicators.treatment.flagged`; `names`: of the indicators.
    """
    found = records(rows.drop_duplicates("indicator_code"))
    if not found:
        return (f"Aucun indicateur n’est hors de la règle usuelle ({_RULE}).",)
    whose = plural(len(found), "Ses", "Leurs")
    said = [f"{_flagged(found, names)}.", _MADE[outliers].format(whose=whose)]
    left = [row for row in found if row["left"]]
    if outliers is not Outliers.KEPT and left:
        verb = plural(len(left), "reste", "restent")
        said.append(f"{counted(len(left), 'indicateur', 'indicateurs')} y {verb} malgré cela.")
    return tuple(said)


_MADE = {
    Outliers.KEPT: (
        "{whose} valeurs sont gardées telles que publiées\u202f: la plus éloignée resserre toutes les autres."
    ),
    Outliers.WINSORISED: (
        "La valeur la plus éloignée est ramenée à la suivante, une à une, jusqu’à ce que la règle soit "
        f"respectée\u202f: {MOST_MOVED} au plus par indicateur. Seuls les scores changent\u202f: les "
        "chiffres montrés restent ceux qui sont publiés."
    ),
    Outliers.LOGARITHM: (
        "{whose} valeurs sont comparées par leur logarithme\u202f: l’ordre des régions ne change pas, leurs "
        "distances si. Les chiffres montrés restent ceux qui sont publiés."
    ),
}


def moved_table(rows: pd.DataFrame, names: Mapping[str, str], places: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a value that is brought back: Indicateur, Région, Valeur publiée, Ramenée à.

    `places`: names of the regions by code. No row where nothing is moved.
    """
    moved = records(rows[rows["moved"]])
    columns = ["Indicateur", "Région", "Valeur publiée", "Ramenée à"]
    return pd.DataFrame(
        [
            (
                names[row["indicator_code"]],
                places[row["region_code"]],
                number(row["value"], most=_MOST_DECIMALS),
                number(row["treated"], most=_MOST_DECIMALS),
            )
            for row in moved
        ],
        columns=columns,
    )


def _flagged(found: list[Row], names: Mapping[str, str]) -> str:
    verb = plural(len(found), "est", "sont")
    listed = [
        f"{quoted(names[row['indicator_code']])} (asymétrie {number(row['skewness'], 1)}, aplatissement "
        f"{number(row['kurtosis'], 1)})"
        for row in found[:_NAMED]
    ]
    more = len(found) - _NAMED
    listed += [counted(more, "autre", "autres")] * (more > 0)
    count = counted(len(found), "indicateur", "indicateurs")
    return f"{count} {verb} hors de la règle usuelle ({_RULE})\u202f: {join(listed)}"
