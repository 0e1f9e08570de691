"""Whether the domains measure one thing, in words: alpha, axes and domains that are alike or opposed."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.coherence import STRONG, USUAL
from indicators.rows import Row, records
from readings.settings.importance import WHOLE
from wording.lists import join, joined
from wording.numbers import counted, number
from wording.typography import quoted, uncapital

# What goes with one of two opposed domains, and against the other.
ALIKE = 0.6
_NAMED = 3
HEADING = "Ce que les domaines mesurent ensemble"


def heading(table: pd.DataFrame) -> str:
    """Say from alpha whether the domains measure one thing; rows of `indicators.coherence.coherence`."""
    alpha = _of_whole(table).get("alpha")
    if alpha is None:
        return HEADING
    if round(alpha, 2) < USUAL:
        return f"Les domaines mesurent des choses différentes\u202f: α\u00a0=\u00a0{number(alpha, 2)}"
    return f"Les domaines vont dans le même sens\u202f: α\u00a0=\u00a0{number(alpha, 2)}"


def told(
    table: pd.DataFrame, pairs: pd.DataFrame, means: Mapping[bool, float], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Say what alpha is, then who is alike and who is opposed.

    `table`, `pairs`, `means`: of `indicators.coherence`; `names`: of the levels.
    """
    by_level = {
        level: pairs[pairs["level"] == level].dropna(subset=["correlation"]) for level in ("axe", "domaine")
    }
    said = [
        _alpha(_of_whole(table)),
        _inside(means),
        _axes(by_level["axe"], names),
        _profiles(by_level["domaine"], names),
        _strong(by_level["domaine"], names),
    ]
    return tuple(filter(None, said))


def _of_whole(table: pd.DataFrame) -> Row:
    rows = records(table[table["in_level"] == WHOLE])
    return rows[0] if rows else {}


def _alpha(row: Row) -> str:
    """« Leur α de Cronbach est de 0,27, au-dessous du 0,7 usuel, leur corrélation moyenne de 0,02. »."""
    if row.get("alpha") is None:
        return ""
    alpha, mean = (number(row[name], 2) for name in ("alpha", "mean_correlation"))
    usual = number(USUAL)
    if round(row["alpha"], 2) < USUAL:
        side, so = f"au-dessous du {usual} usuel", "Un seul nombre les résume donc mal."
    else:
        side, so = f"à partir du {usual} usuel", "Un seul nombre peut donc les résumer."
    return f"Leur α de Cronbach est de {alpha}, {side}, leur corrélation moyenne de {mean}. {so}"


def _inside(means: Mapping[bool, float]) -> str:
    """Compare two domains of one axis with two domains of different axes."""
    if len(means) < 2:
        return ""
    within, across = (round(means[same], 2) for same in (True, False))
    more = "se ressemblent plus" if within > across else "ne se ressemblent pas plus"
    numbers = f"{number(within, 2)} en moyenne, contre {number(across, 2)}"
    return f"Deux domaines d’un même axe {more} que deux domaines d’axes différents\u202f: r de {numbers}."


def _axes(pairs: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Name the two axes that go most against each other."""
    if pairs.empty or pairs["correlation"].iloc[0] >= 0:
        return ""
    row = records(pairs)[0]
    both = join(uncapital(names[row[name]]) for name in ("first", "second"))
    return f"Les axes les plus opposés\u202f: {both} (r\u00a0=\u00a0{number(row['correlation'], 2)})."


def _profiles(pairs: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Tell the two most opposed domains, and what goes with one of them and against the other."""
    if pairs.empty or pairs["correlation"].iloc[0] > -STRONG:
        return ""
    row = records(pairs)[0]
    sides = [_with(pairs, row[one], row[other]) for one, other in (("first", "second"), ("second", "first"))]
    (less, few), (more, many) = sorted(
        zip((row["first"], row["second"]), sides, strict=True), key=lambda side: len(side[1])
    )
    return (
        f"Deux profils opposés\u202f: là où {quoted(names[more])}{_along(many, names)} signale le plus de "
        f"fragilité, {quoted(names[less])}{_along(few, names)} en signale plutôt le moins "
        f"(r\u00a0=\u00a0{number(row['correlation'], 2)})."
    )


def _with(pairs: pd.DataFrame, one: str, other: str) -> list[str]:
    """Return the domains that go with one and against the other, those most alike first."""
    mine, theirs = _partners(pairs, one), _partners(pairs, other)
    found = [code for code, r in mine.items() if r >= ALIKE and theirs.get(code, 0) < 0]
    return sorted(found, key=lambda code: -mine[code])


def _partners(pairs: pd.DataFrame, code: str) -> dict[str, float]:
    return {
        (row["second"] if row["first"] == code else row["first"]): row["correlation"]
        for row in records(pairs)
        if code in (row["first"], row["second"])
    }


def _along(codes: list[str], names: Mapping[str, str]) -> str:
    if not codes:
        return ""
    more = [counted(len(codes) - _NAMED, "autre", "autres")] * (len(codes) > _NAMED)
    return f" (avec {join([*(quoted(names[code]) for code in codes[:_NAMED]), *more])})"


def _strong(pairs: pd.DataFrame, names: Mapping[str, str]) -> str:
    """List the near duplicates."""
    alike = pairs[pairs["correlation"] >= STRONG].iloc[::-1]
    if alike.empty:
        return ""
    shown = joined(
        f"{quoted(names[row['first']])} et {quoted(names[row['second']])} ({number(row['correlation'], 2)})"
        for row in records(alike.head(_NAMED))
    )
    left = len(alike) - _NAMED
    more = f"\u202f; et {counted(left, 'autre paire', 'autres paires')}" * (left > 0)
    return f"Presque en double (r de {number(STRONG, 2)} au moins)\u202f: {shown}{more}."
