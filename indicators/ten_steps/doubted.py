"""Steps 7 and 8: how wide the intervals are, who is told apart, and what the whole rests on."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.dominance import SETTLED, points
from indicators.doubts import SOURCES
from indicators.leave_one_out import leave_one_out
from indicators.results import REFERENCE, Results
from indicators.score_table import WHOLE
from indicators.ten_steps.step import Measure, Step, Unit


def uncertainty(results: Results) -> Iterator[Measure]:
    """Measure the intervals of the ranks among regions, level by level, and the pairs told apart."""
    ranks = results.rank_intervals()
    ranks = ranks[(ranks["among"] == "regions") & ranks["rank"].notna()]
    for level in (WHOLE, "axe", "domaine"):
        width = (ranks["high"] - ranks["low"])[ranks["level"] == level].astype("float64")
        yield Measure(Step.UNCERTAINTY, "ranks", level, len(width), Unit.COUNT)
        yield Measure(Step.UNCERTAINTY, "mean_width", level, float(width.mean()), Unit.PLACES)
        yield Measure(Step.UNCERTAINTY, "without_width", level, int((width == 0).sum()), Unit.COUNT)
    errors = results.scored_indicators()["standard_error"]
    yield Measure(Step.UNCERTAINTY, "indicators", "", len(errors), Unit.COUNT)
    yield Measure(Step.UNCERTAINTY, "errors_published", "", int(errors.notna().sum()), Unit.COUNT)
    yield Measure(Step.UNCERTAINTY, "error_supposed", "", REFERENCE.error, Unit.SHARE)
    yield from _alone(results)
    yield from _apart(results)


def _alone(results: Results) -> Iterator[Measure]:
    """Measure what each doubt explains by itself of the ranks of the whole, on average over the regions."""
    every = results.doubts()
    rows = every[every["code"] == WHOLE]
    for source in SOURCES.values():
        share = rows.loc[rows["source"] == source, "first"].mean()
        yield Measure(Step.UNCERTAINTY, "doubt_alone", source, float(share), Unit.SHARE)


def _apart(results: Results) -> Iterator[Measure]:
    """Count the pairs of regions that the draws of the whole compare, and those they tell apart."""
    every = results.dominance()
    shares = every.loc[every["code"] == WHOLE, "more"].dropna()
    # A pair has two rows, one each way round.
    yield Measure(Step.UNCERTAINTY, "pairs", WHOLE, len(shares) // 2, Unit.COUNT)
    settled = sum(points(float(share)) >= SETTLED for share in shares)
    yield Measure(Step.UNCERTAINTY, "pairs_settled", WHOLE, settled, Unit.COUNT)


def back(results: Results) -> Iterator[Measure]:
    """Measure how the ranks of the whole move when an axis or a domain is taken out."""
    for row in leave_one_out(results.store, REFERENCE, ("axe", "domaine")).to_dict("records"):
        for name in ("mean_change", "largest_change"):
            value = float("nan") if row["compared"] == 0 else float(row[name])
            yield Measure(Step.BACK, f"{name}_without", str(row["code"]), value, Unit.PLACES)
