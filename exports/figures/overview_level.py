"""The numbers of the ranks of the regions: of a domain, an axis, the whole, all domains at once."""

from __future__ import annotations

from math import floor

import pandas as pd

from exports.figures.compare import RANK, SCORE
from exports.figures.names import Names
from exports.figures.rows import COMPUTED, placed, valued
from exports.numbers import numbers
from indicators.rows import each
from wording.numbers import counted, percent


def ranks(rows: pd.DataFrame, unit: str, names: Names) -> pd.DataFrame:
    """Return the rank of each region with its interval, then the score behind it.

    `rows`: `panorama.ranks.ranks` with `code` (of a domain, an axis, or the whole); `unit`: of a score.
    """
    found = []
    for row in each(rows):
        base = names.region(str(row.region_code)) | {"domain": names.domains[row.code], "source": COMPUTED}
        among = (
            {} if pd.isna(row.ranked) else {"note": f"sur {counted(int(row.ranked), 'région', 'régions')}"}
        )
        covered = {} if pd.isna(row.coverage) else {"note": _covered(float(row.coverage))}
        found += [
            base | {"measure": RANK} | placed(row.rank, row.low, row.high) | among,
            base | {"measure": SCORE} | valued(row.score, unit) | covered,
        ]
    return numbers(pd.DataFrame(found))


def _covered(share: float) -> str:
    return f"{percent(floor(100 * share))} du poids prévu est mesuré"
