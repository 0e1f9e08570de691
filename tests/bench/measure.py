"""Times and their summary."""

import math
import statistics
import time
from collections.abc import Callable, Sequence

MILLISECONDS = 1000.0


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def median_ms(action: Callable[[], object], times: int) -> float:
    """Return the median of `times` calls in milliseconds, after one call that is not counted."""
    action()
    return statistics.median(seconds(action) for _ in range(times)) * MILLISECONDS


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile: at least `share` (0 to 1) of the values do not exceed it."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
