"""What chance gives for a domain that is felt at one rank everywhere: closed forms, every draw there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from indicators.gap_chance import Side, chance
from indicators.results import Results
from loaders.store import Store
from readings.gaps.chance_words import sentence
from readings.gaps.one_domain import by_chance, domain_gaps
from tests import boring


def sides(measured: list[int], ranked: int, felt: tuple[int, int] = (1, 1)) -> list[Side]:
    return [Side(rank, ranked, felt) for rank in measured]


def test_jobs_felt_first_in_13_regions_are_the_measured_rank_minus_one(published: Store) -> None:
    """+7.5 by the closed form (the middle of 16 ranks, minus 1); +8.3 observed, from plain loops."""
    found = domain_gaps(Results(published), "emploi", "citoyens")
    assert found is not None
    told = by_chance(found.cells)
    assert told is not None
    ranks = boring.domain_ranks()
    assert told.observed == pytest.approx(np.mean([ranks[code, "emploi"] - 1 for code in boring.REGIONS]))
    assert round(told.observed, 1) == 8.3
    assert (told.regions, told.felt, told.expected) == (13, 1, 7.5)
    assert told.low < told.observed < told.high
    assert "rien qui dépasse le hasard" in sentence(told)


@pytest.mark.parametrize(("regions", "ranked", "felt"), [(2, 5, 1), (4, 4, 2), (3, 6, 3)])
def test_the_ends_are_those_of_every_possible_draw(regions: int, ranked: int, felt: int) -> None:
    """All the ranks that the regions could have, one by one."""
    means = sorted(np.mean(draw) - felt for draw in product(range(1, ranked + 1), repeat=regions))
    told = chance(sides([1] * regions, ranked, (felt, felt)))
    assert told is not None
    assert told.expected == pytest.approx(np.mean(means))
    below = [np.mean([mean <= end + 1e-9 for mean in means]) for end in (told.low, told.high)]
    under = [np.mean([mean < end - 1e-9 for mean in means]) for end in (told.low, told.high)]
    assert under[0] < 0.05 <= below[0]
    assert under[1] < 0.95 <= below[1]


def test_what_goes_beyond_chance_is_said() -> None:
    told = chance(sides([16] * 13, 16))
    assert told is not None
    assert "plus que le hasard n’explique" in sentence(told)


@pytest.mark.parametrize(
    "told",
    [[], sides([3], 16), sides([3, 4], 16, (1, 2)), [*sides([3], 16), *sides([4], 16, (2, 2))]],
)
def test_ranks_that_differ_say_nothing_of_chance(told: list[Side]) -> None:
    assert chance(told) is None
