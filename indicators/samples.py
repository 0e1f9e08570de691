"""What a draw is made of: figures, weights, a normalisation, a mean; each source has a stream of its own.

So that letting one more source loose does not change what the others drew. Draws are cut into blocks that fit
the processor's cache; each block has one normalisation and one mean, all blocks together equal shares of
each pair of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from indicators.draw_table import DrawTable, Floats
from indicators.method import Aggregation, Method
from indicators.noise import CONCENTRATION, SEED, Noise, aggregations, normalisations
from indicators.normalisation import Normalisation

# Numbers in one block of draws (8 bytes each): about what stays in the second level of cache.
_BLOCK = 100_000
# Blocks come by twenty-fours: equal shares for one to four normalisations, with one mean or two.
_EVEN = 24
# The seed of the second of two samples that owe each other nothing.
_OTHER = SEED + 1


@dataclass(frozen=True, slots=True)
class Sample:
    """One block of N draws of every source."""

    values: Floats  # R x I x N, oriented
    weights: tuple[Floats, Floats]  # of the indicators (I x N) and of the domains (D x N); N or 1
    normalisation: Normalisation
    aggregation: Aggregation


def samples(table: DrawTable, method: Method, noise: Noise, draws: int) -> Iterator[Sample]:
    """Yield blocks of `draws` draws in all; the same arguments give the same numbers."""
    return (one for (one,) in _together(table, method, noise, draws, (SEED,)))


def pairs(table: DrawTable, method: Method, noise: Noise, draws: int) -> Iterator[tuple[Sample, ...]]:
    """Yield two samples at a time, the first and another one; no source of one tells anything of the other.

    Every pair of normalisations and of means meets in equal shares of the blocks.
    """
    return _together(table, method, noise, draws, (SEED, _OTHER))


def _together(
    table: DrawTable, method: Method, noise: Noise, draws: int, seeds: tuple[int, ...]
) -> Iterator[tuple[Sample, ...]]:
    choices = list(product(normalisations(method, noise), aggregations(method, noise)))
    meetings = list(product(choices, repeat=len(seeds)))
    streams = [_Streams(seed) for seed in seeds]
    even = len(meetings) if _EVEN % len(meetings) else _EVEN
    for number, count in enumerate(_blocks(table.oriented.size, draws, even)):
        chosen = meetings[number % len(meetings)]
        yield tuple(
            Sample(
                _values(table, noise, count, stream), _weights(table, noise, count, stream.weighting), *choice
            )
            for stream, choice in zip(streams, chosen, strict=True)
        )


class _Streams:
    """The random numbers of one sample."""

    def __init__(self, seed: int) -> None:
        seeds = np.random.SeedSequence(seed).spawn(6)
        self.rounding, self.weighting, self.measuring = (
            np.random.default_rng(seeds[place]) for place in (0, 1, 5)
        )


def _blocks(size: int, draws: int, even: int) -> list[int]:
    """Cut the draws into blocks of about one size, a multiple of `even` of them; none is empty."""
    fits = max(1, _BLOCK // max(1, size))
    number = even * -(-draws // (even * fits))
    return [len(block) for block in np.array_split(np.arange(draws), number) if len(block)]


def _values(table: DrawTable, noise: Noise, count: int, streams: _Streams) -> Floats:
    """Return R x I x count oriented values: each in its rounding interval, moved by its error of measure.

    0 where nothing is published.
    """
    known = np.nan_to_num(table.oriented)[:, :, None]
    if noise < Noise.ROUNDING:
        return np.broadcast_to(known, (*table.oriented.shape, count)).copy()
    moved = streams.rounding.random((*table.oriented.shape, count))
    moved -= 0.5
    moved *= 2 * table.half_width[None, :, None]
    moved += known
    if noise >= Noise.SAMPLING and table.error.any():
        moved += streams.measuring.standard_normal(moved.shape) * table.error[None, :, None]
    return moved


def _weights(
    table: DrawTable, noise: Noise, count: int, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return the weights of the indicators (I x count) and of the domains (D x count)."""
    if noise < Noise.WEIGHTS:
        return table.weight[:, None], table.domain_weight[:, None]
    groups = np.diff(np.r_[table.domain_start, len(table.weight)])
    total = np.add.reduceat(table.weight, table.domain_start)
    # A Dirichlet draw is a vector of gamma draws divided by its sum; a weighted mean divides by it anyway.
    share = table.weight / np.repeat(total / groups, groups)
    heavy = table.domain_weight[table.domain_weight > 0]
    domain_share = table.domain_weight / heavy.mean() if len(heavy) else table.domain_weight
    both = np.r_[share, domain_share] * CONCENTRATION
    gamma = random.standard_gamma(both, size=(count, len(both))).T
    return gamma[: len(share)], gamma[len(share) :]
