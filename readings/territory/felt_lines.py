"""What one actor feels in one region, ready to be drawn: a line a domain, from measured to felt rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from indicators.rows import records
from readings.territory.felt_words import felt_text, gap_ends, gap_text, measured_text

COLUMNS = "region_code short_name measured measured_reach felt_low felt_high verdict label gap wave".split()
SURVEY = ["wave", "survey", "measure"]
Survey = tuple[str, ...]


def widest(surveys: Iterable[Survey]) -> Survey:
    """Return the survey and measure that has most figures, the first of two on a par; one for each figure."""
    ((most, _),) = Counter(surveys).most_common(1)
    return most


def of_one_survey(gaps: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures of the `widest` survey and measure."""
    surveys = list(zip(*(gaps[name] for name in SURVEY), strict=True))
    most = widest(surveys)
    return gaps.loc[[survey == most for survey in surveys]].reset_index(drop=True)


def felt_lines(gaps: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain with both ranks, most felt first, of the survey that ranks most domains.

    Columns: region_code, short_name (of the domain), measured, measured_reach (what absent
    values could make of it, in words), felt_low, felt_high (ranks), verdict (the stated sign), label (the
    line in words), gap (« +14 (+7 à +15) »), wave. No row when no domain has both. `gaps`: rows of
    `readings.territory.gaps` of one actor in one region, latest survey first; `labels`: of the domains.
    """
    both = gaps[gaps["objective_rank"].notna() & gaps["perceived_rank_low"].notna()]
    if both.empty:
        return pd.DataFrame(columns=COLUMNS)
    kept = (
        of_one_survey(both)
        .drop_duplicates("domain_code")
        .sort_values(
            ["perceived_rank_low", "perceived_rank_high", "domain_code"], kind="stable", ignore_index=True
        )
    )
    names = kept["domain_code"].map(labels)
    rows = records(kept)
    told = [
        f"{name}\u202f: {measured_text(row)}, ressenti {felt_text(row)}\u202f: {gap_text(row)}"
        for name, row in zip(names, rows, strict=True)
    ]
    return pd.DataFrame(
        columns=COLUMNS,
        data={
            "region_code": kept["region_code"],
            "short_name": names,
            "measured": kept["objective_rank"],
            "measured_reach": kept["objective_reach"],
            "felt_low": kept["perceived_rank_low"],
            "felt_high": kept["perceived_rank_high"],
            "verdict": kept["stated_sign"],
            "label": told,
            "gap": [gap_ends(row) for row in rows],
            "wave": kept["wave"],
        },
    )
