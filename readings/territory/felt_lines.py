"""What one actor feels in one region, ready to be drawn: a line a domain, from measured to felt rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from indicators.rows import Row
from readings.territory.felt_words import felt_text, gap_ends, gap_told, measured_text

COLUMNS = "region_code short_name measured measured_reach felt_low felt_high verdict label gap wave".split()
Survey = tuple[str, ...]


def widest(surveys: Iterable[Survey]) -> Survey:
    """Return the survey and measure that has most figures, the first of two on a par; one for each figure."""
    ((most, _),) = Counter(surveys).most_common(1)
    return most


def survey(row: Row) -> Survey:
    """Return the survey and measure of a figure."""
    return row["wave"], row["survey"], row["measure"]


def felt_lines(gaps: Sequence[Row], labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain with both ranks, most felt first, of the survey that ranks most domains.

    Columns: region_code, short_name (of the domain), measured, measured_reach (what absent
    values could make of it, in words), felt_low, felt_high (ranks), verdict (the stated sign), label (the
    line in words), gap (« +14 (+7 à +15) »), wave. No row when no domain has both. `gaps`: those of one
    actor in one region (see `readings.territory.gaps`), latest survey first; `labels`: of the domains.
    """
    both = [row for row in gaps if None not in (row["objective_rank"], row["perceived_rank_low"])]
    if not both:
        return pd.DataFrame(columns=COLUMNS)
    most, kept = widest(map(survey, both)), dict[str, Row]()
    for row in both:
        if survey(row) == most:
            kept.setdefault(row["domain_code"], row)
    ends = ("perceived_rank_low", "perceived_rank_high", "domain_code")
    rows = sorted(kept.values(), key=lambda row: tuple(row[end] for end in ends))
    return pd.DataFrame([_line(row, labels[row["domain_code"]]) for row in rows], columns=COLUMNS)


def _line(row: Row, name: str) -> Row:
    told = f"{measured_text(row)}, ressenti {felt_text(row)}\u202f: {gap_told(row)}"
    return {
        "region_code": row["region_code"],
        "short_name": name,
        "measured": row["objective_rank"],
        "measured_reach": row["objective_reach"],
        "felt_low": row["perceived_rank_low"],
        "felt_high": row["perceived_rank_high"],
        "verdict": row["stated_sign"],
        "label": f"{name}\u202f: {told}",
        "gap": gap_ends(row),
        "wave": row["wave"],
    }
