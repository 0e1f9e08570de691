"""Draws: the whole computation again, thousands of times at once, each time with other noise.

The same arithmetic as the SQL steps, on arrays whose last dimension is the draw; a test holds the two
together (without noise, a draw is the published score). What is drawn comes from `indicators.samples`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indicators import geometric, outliers
from indicators.draw_table import DrawTable, Flags, Floats
from indicators.method import Aggregation, Method, Outliers, Weighting
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from indicators.reader_options import TREATED
from indicators.samples import Sample, samples

# Scores equal to as many decimals are equal, as in `domain_rank.sql`.
DIGITS = 9
# One group that holds all.
_ALL = np.zeros(1, np.intp)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Scores of every draw, NaN where there is none; N draws. Units of the normalisation of the draw."""

    domains: Floats  # R x D x N
    axes: Floats  # R x A x N
    whole: Floats  # R x 1 x N


def draw(table: DrawTable, method: Method, noise: Noise, draws: int) -> Drawn:
    """Compute all the scores `draws` times; the same arguments give the same numbers."""
    if not table.regions:
        return Drawn(*(np.empty((0, 0, draws)) for _ in range(3)))
    scored = [scores_of(table, method, sample) for sample in samples(table, method, noise, draws)]
    return Drawn(
        *(np.concatenate([getattr(one, name) for one in scored], axis=2) for name in Drawn.__slots__)
    )


def scores_of(table: DrawTable, method: Method, sample: Sample) -> Drawn:
    """Compute all the scores of one block of draws, by its own normalisation and mean."""
    scores = normalise(table, sample.values, sample.normalisation)
    if sample.aggregation is not Aggregation.ARITHMETIC and sample.normalisation is not Normalisation.MINMAX:
        scores = _tenths(scores, *_ends(scores, table.published[:, :, None]))
    return _scores(table, method, scores, sample.weights, sample.aggregation)


def computed(table: DrawTable, method: Method, scores: Floats) -> Drawn:
    """Bring together R x I x N comparable values (see `normalise`), with the table's own weights."""
    if not table.regions:
        return Drawn(*(np.empty((0, 0, scores.shape[-1])) for _ in range(3)))
    weights = (table.weight[:, None], table.domain_weight[:, None])
    return _scores(table, method, scores, weights, method.aggregation)


def normalise(table: DrawTable, values: Floats, normalisation: Normalisation) -> Floats:
    """Make R x I x N oriented values comparable, as `normalised_*.sql` do; meaningless where unpublished.

    Outliers are treated where how far they stand counts, in each draw anew.
    """
    published = table.published[:, :, None]
    if table.outliers is not Outliers.KEPT and normalisation in TREATED:
        values = _treated(table, values)
    if normalisation is Normalisation.PERCENT:
        france = table.benchmark[None, :, None]
        return 100 * (values - france) / abs(france)
    if normalisation is Normalisation.RANK:
        return np.asarray(published.sum(axis=0) - _above(values, published), np.float64)
    if normalisation is Normalisation.MINMAX:
        low, high = _ends(values, published)
        if not np.isnan(table.goalposts).all():
            low, high = (
                np.where(np.isnan(fixed), own, fixed)
                for fixed, own in zip(table.goalposts[:, :, None], (low, high), strict=True)
            )
            values = np.clip(values, low, high)
        return _tenths(values, low, high)
    count = published.sum(axis=0)
    spread = (values - (values * published).sum(axis=0) / count) * published
    return np.asarray(spread / np.sqrt((spread * spread).sum(axis=0) / count), np.float64)


def _treated(table: DrawTable, values: Floats) -> Floats:
    """Treat the outliers of R x I x N values, of the indicators without goalposts; the others stay."""
    open_ended = np.isnan(table.goalposts[0])
    columns = np.where(table.published[:, :, None], values, np.nan)[:, open_ended]
    found = values.copy()
    treated = outliers.treated(columns.reshape(len(values), -1), table.outliers).reshape(columns.shape)
    found[:, open_ended] = np.where(np.isnan(columns), values[:, open_ended], treated)
    return found


def _ends(values: Floats, published: Flags) -> tuple[Floats, Floats]:
    """Return the lowest and the highest value that is published, of each indicator and draw."""
    low = values.min(axis=0, where=published, initial=np.inf)
    return low, values.max(axis=0, where=published, initial=-np.inf)


def _tenths(values: Floats, low: Floats, high: Floats) -> Floats:
    """Bring values between 0, the low end, and 10, the high one."""
    return np.asarray(10 * ((values - low) / (high - low)), np.float64)


def _above(values: Floats, published: Flags) -> Floats:
    """Count, for each value, the published ones of the same indicator and draw that are higher."""
    above = np.zeros(values.shape)
    for one, shown in zip(values, published, strict=True):
        above += (one > values) & shown
    return above


def _scores(
    table: DrawTable,
    method: Method,
    scores: Floats,
    weights: tuple[Floats, Floats],
    aggregation: Aggregation,
) -> Drawn:
    """Bring indicators together into domains, domains into axes, and into the whole (`overall_part_of_*`)."""
    inside, between = (aggregation.geometric(level) for level in ("domaine", "ensemble"))
    if inside or between:
        # What is not published weighs nothing, but its logarithm has to exist.
        scores = np.where(table.published[:, :, None], scores, 0)
        scores = geometric.logarithms(scores) if inside else geometric.moved(scores)
    indicator, domain = weights
    scored, shown, told = scored_places(table, method)
    domains = _mean(scores, indicator, table.published, table.domain_start)
    if inside != between:
        domains = geometric.scores(domains) if inside else geometric.of_scores(domains)
    known = np.where(scored[:, :, None], domains, 0)
    axes = _mean(known, domain, scored, table.axis_start)
    if method.weighting is Weighting.EQUAL_AXES:
        drawn = np.add.reduceat(domain, table.axis_start, axis=0)
        weight = np.add.reduceat(table.domain_weight, table.axis_start)
        planned = np.divide(table.axis_weight, weight, out=np.zeros(len(weight)), where=weight > 0)
        whole = _mean(np.where(shown[:, :, None], axes, 0), drawn * planned[:, None], shown, _ALL)
    else:
        whole = _mean(known, domain, scored, _ALL)
    domains = np.where(scored[:, :, None], domains, np.nan)
    axes = np.where(shown[:, :, None], axes, np.nan)
    whole = np.where(told[:, :, None], whole, np.nan)
    if between:
        return Drawn(*(geometric.scores(level) for level in (domains, axes, whole)))
    return Drawn(domains, axes, whole)


def scored_places(table: DrawTable, method: Method) -> tuple[Flags, Flags, Flags]:
    """Say which domains (R x D), axes (R x A) and wholes (R x 1) are covered enough for a score."""
    present = np.add.reduceat(table.published * table.weight, table.domain_start, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):  # what weighs nothing has no score
        coverage = present / table.planned
        scored = _enough(coverage, method)
        covered = np.add.reduceat(
            np.where(scored, coverage, 0) * table.domain_weight, table.axis_start, axis=1
        )
        shown = _enough(covered / table.axis_weight, method)
    counted = covered * shown if method.weighting is Weighting.EQUAL_AXES else covered
    return scored, shown, _enough(counted.sum(axis=1, keepdims=True), method)


def _enough(coverage: Floats, method: Method) -> Flags:
    """Compare shares to 9 decimals, as the SQL does: the order of a sum must not hide a score."""
    rounded = np.round(coverage, 9)
    return np.asarray((rounded >= method.minimum_coverage) & (rounded > 0))


def _mean(scores: Floats, weights: Floats, present: Flags, starts: npt.NDArray[np.intp]) -> Floats:
    """Average R x I x N scores over the groups that begin at `starts`; what is absent weighs nothing."""
    heavy = weights * present[:, :, None]
    if len(starts) == scores.shape[1]:  # one member a group: the mean is the member
        return np.where(heavy > 0, scores, np.nan)
    total = np.add.reduceat(heavy, starts, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):  # a group without anything is NaN
        return np.asarray(np.add.reduceat(scores * heavy, starts, axis=1) / total)


def ranks(scores: Floats, axis: int) -> npt.NDArray[np.int16]:
    """Rank scores along an axis: 1 = highest, ties share the better rank, 0 where there is no score.

    Equal to `DIGITS` decimals is equal.
    """
    rounded = np.moveaxis(np.round(np.where(np.isnan(scores), -np.inf, scores), DIGITS), axis, 0)
    better = np.ones(rounded.shape, np.int16)
    for one in rounded:
        better += one > rounded
    better[np.isneginf(rounded)] = 0
    return np.moveaxis(better, 0, axis)
