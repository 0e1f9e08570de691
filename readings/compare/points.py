"""One row a domain x region: its score, and the words given to who clicks on it or listens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from indicators.vocabulary import RegionNames
from readings.compare.lines import Line
from wording.lists import joined


def points(
    scores: pd.DataFrame,
    ranks: pd.DataFrame,
    figures: Iterable[Line],
    domains: pd.DataFrame,
    codes: Sequence[str],
    names: RegionNames,
) -> pd.DataFrame:
    """Return name, group, domain_code, region_code, score (NaN: none), rank, words, label.

    In the order of the observatory. `words`: the rank and its interval; `label`: « Emploi, Bretagne : 7,2 %,
    12ᵉ, entre 12ᵉ et 13ᵉ », with the published value for the compared regions only. `figures`: of the domains
    that one indicator measures (`lines.alone`); `scores`: `index.index_scores`; `ranks`: `ranks.ranks`.
    """
    kept = scores.loc[scores["level"] == "domaine", ["code", "region_code", "score"]]
    rows = (
        domains[["domain_code", "short_label", "axis_code"]]
        .rename(columns={"short_label": "name", "axis_code": "group"})
        .merge(kept.rename(columns={"code": "domain_code"}), on="domain_code")
        .merge(
            ranks.rename(columns={"code": "domain_code"})[["domain_code", "region_code", "rank", "words"]],
            on=["domain_code", "region_code"],
        )
    )
    published = _published(figures, codes)
    rows["label"] = [
        f"{name}, {names[region].name}\u202f: {published.get((domain, region), '')}{words}"
        for name, domain, region, words in zip(
            rows["name"], rows["domain_code"], rows["region_code"], rows["words"], strict=True
        )
    ]
    return rows


def listed(rows: pd.DataFrame, codes: Sequence[str]) -> str:
    """Say the figures of the compared regions, for who does not see the drawing."""
    mine = rows[rows["region_code"].isin(list(codes))]
    return joined(mine["label"])


def _published(figures: Iterable[Line], codes: Sequence[str]) -> dict[tuple[str, str], str]:
    return {
        (line.domain_code, code): f"{figure}, "
        for line in figures
        for code, figure in zip(codes, line.figures, strict=True)
    }
