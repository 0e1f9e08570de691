"""The interval of every rank among the regions against plain loops that share no random number with it."""

from __future__ import annotations

import math
from typing import Any

import pytest

from indicators.intervals import rank_intervals
from indicators.method import Method
from loaders.store import Store
from tests import boring_draws

PLAIN, OURS = 250, 10_000


@pytest.mark.parametrize("error", [0.1, 0.3])
def test_intervals_and_shares_are_those_of_plain_loops(published: Store, error: float) -> None:
    """Each share within five standard errors of the smaller sample, each end beyond what it leaves out."""
    frame: Any = rank_intervals(published, Method(error=error), OURS)
    among = frame[frame["among"] == "regions"]
    plain = boring_draws.shares(error, PLAIN, seed=11)
    assert len(among) == len(plain) == 13 * (16 + 4 + 1)
    for row in among.itertuples():
        came = plain[row.region_code, row.code]
        wide = 5 * math.sqrt(max(row.holds * (1 - row.holds), 0.02) / PLAIN)
        assert came[row.rank] / PLAIN == pytest.approx(row.holds, abs=wide)
        below = sum(count for rank, count in came.items() if rank < row.low) / PLAIN
        above = sum(count for rank, count in came.items() if rank > row.high) / PLAIN
        allowed = 0.05 + 5 * math.sqrt(0.05 * 0.95 / PLAIN)
        assert max(below, above) <= allowed
        # And it is no wider than it must be: an end that is not the rank itself is reached.
        if row.low < row.rank:
            assert sum(count for rank, count in came.items() if rank <= row.low) / PLAIN >= 0.05 - wide
        if row.high > row.rank:
            assert sum(count for rank, count in came.items() if rank >= row.high) / PLAIN >= 0.05 - wide
