"""The annex of a report: in each domain of several indicators, which bring its score most and least."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.method import Method
from indicators.plain_names import plain
from indicators.results import Results
from indicators.rows import Row, records
from readings.domain.members import rank_words
from readings.domain.words_measured import figure_words, france_words
from wording.numbers import number, signed

TITLE = "Annexe\u202f: dans chaque domaine, les indicateurs qui comptent le plus pour la région"
# Of each end of a domain: with all of them the annex would be longer than the report.
_EACH = 2
_COLUMNS = ("Domaine et indicateur", "Région", "France", "Rang parmi les régions", "Apport au score")


def annex(results: Results, region: str, method: Method) -> pd.DataFrame:
    """Return the indicators that bring most, then least, to the score of each domain of the region.

    Columns of words: Domaine et indicateur (the domain, then after a line break the indicator and its year),
    Région, France, Rang parmi les régions, Apport au score. No row where each domain has one indicator, or
    where parts do not add up (geometric mean).
    """
    if method.aggregation.geometric("domaine"):
        return pd.DataFrame(columns=list(_COLUMNS))
    parts = results.contributions(region, method)
    parts = parts[parts["level"] == "domaine"]
    several = parts[parts.groupby("code")["code"].transform("size") > 2 * _EACH]
    values = results.every_value(method)
    own = {row["indicator_code"]: row for row in records(values[values["region_code"] == region])}
    words = results.vocabulary().domains
    rows = [
        (words[str(code)], own[row["indicator_code"]], float(row["part"]))
        for code, found in several.groupby("code", sort=False)
        for row in _ends(found)
    ]
    return pd.DataFrame([_line(*row) for row in rows], columns=list(_COLUMNS))


def said(results: Results, found: pd.DataFrame) -> str:
    """Say how the indicators of an annex were chosen, and where the others are."""
    every = number(len(results.scored_indicators()), 0)
    return (
        "De chaque domaine, les deux indicateurs qui apportent le plus de fragilité au score de la région et "
        f"les deux qui en apportent le moins\u202f: {number(len(found), 0)} sur {every}. L’apport est en "
        "unités du score\u202f; ceux de tous les indicateurs d’un domaine s’additionnent à son score. La "
        "page «\u00a0Par domaine\u00a0» les montre tous."
    )


def _ends(found: pd.DataFrame) -> Iterator[Row]:
    ranked = records(found.sort_values("part", ascending=False, kind="stable"))
    yield from ranked[:_EACH]
    yield from ranked[-_EACH:]


def _line(domain: str, figure: Row, part: float) -> tuple[str, ...]:
    what = ", ".join(filter(None, (plain(figure["label"]), figure["year"])))
    return (
        f"{domain}\n{what}",
        figure_words(figure),
        france_words(figure),
        rank_words(figure),
        signed(part, 2),
    )
