"""How far apart the compared regions are in each domain, in the unit of the chosen normalisation."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.rows import records

# Scores equal to 9 decimals are ties, as everywhere.
_DIGITS = 9


def spreads(scores: pd.DataFrame, domains: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Return one row a domain, in the order of the observatory.

    Columns: domain_code, label, known (compared regions with a score), spread (highest minus lowest score;
    NaN below two), most and least (tuples of codes: the most and the least fragile; empty below two),
    unknown (tuple of the codes without a score). `scores`: `index.index_scores`.
    """
    rows = scores[(scores["level"] == "domaine") & scores["region_code"].isin(list(codes))]
    by_domain: dict[str, dict[str, float]] = {}
    for row in records(rows[["code", "region_code", "score"]]):
        if row["score"] is not None:
            by_domain.setdefault(row["code"], {})[row["region_code"]] = round(row["score"], _DIGITS)
    return pd.DataFrame(
        [
            {"domain_code": code, "label": label, **_apart(by_domain.get(code, {}), codes)}
            for code, label in zip(domains["domain_code"], domains["short_label"], strict=True)
        ]
    )


def _apart(known: dict[str, float], codes: Sequence[str]) -> dict[str, object]:
    unknown = tuple(code for code in codes if code not in known)
    if len(known) < 2:
        return {"known": len(known), "spread": float("nan"), "most": (), "least": (), "unknown": unknown}
    high, low = max(known.values()), min(known.values())
    return {
        "known": len(known),
        "spread": high - low,
        "most": tuple(code for code in codes if known.get(code) == high),
        "least": tuple(code for code in codes if known.get(code) == low),
        "unknown": unknown,
    }
