"""What chance gives for a domain that is felt at one rank everywhere: closed forms, every draw there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from indicators.gap_chance import Count, Side, chance, count
from indicators.results import Results
from loaders.store import Store
from readings.gaps.chance_words import of_count, sentence
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


# Ranked, felt: some places come after the felt one, none, or all of them.
COUNTED = [((5, 1), (5, 1)), ((4, 2), (6, 3), (3, 3)), ((2, 1), (3, 1), (4, 4), (5, 2)), ((3, 5), (4, 1))]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("places", COUNTED)
def test_a_count_is_set_against_every_possible_draw(places: tuple[tuple[int, int], ...], after: bool) -> None:
    """All the ranks that the regions could have, one by one."""
    draws = [
        sum((rank > felt) if after else (rank < felt) for rank, (_, felt) in zip(draw, places, strict=True))
        for draw in product(*(range(1, ranked + 1) for ranked, _ in places))
    ]
    told = count([Side(1, ranked, (felt, felt)) for ranked, felt in places], after=after)
    assert told is not None
    assert told.expected == pytest.approx(np.mean(draws))
    for end, share in ((told.low, 0.05), (told.high, 0.95)):
        assert (
            np.mean([draw < end for draw in draws]) < share <= np.mean([draw <= end for draw in draws]) + 1e-9
        )
    assert told.observed == sum((felt < 1) if after else (felt > 1) for _, felt in places)


def test_a_range_has_no_count_and_one_region_no_chance() -> None:
    assert count([*sides([3], 16), *sides([4], 16, (2, 3))], after=True) is None
    assert count([], after=False) is None


def test_jobs_are_measured_after_they_are_felt_about_as_often_as_chance_would_have_it() -> None:
    """15 places of 16 come after the first: 13 x 15 / 16 = 12.2 regions of 13."""
    ranks = boring.domain_ranks()
    measured = [ranks[code, "emploi"] for code in boring.REGIONS]
    told = count(sides(measured, 16), after=True)
    assert told is not None
    assert told.observed == sum(rank > 1 for rank in measured)
    assert of_count(told, "Emploi") == (
        "Sur «\u00a0Emploi\u00a0», un rang mesuré tiré au hasard viendrait après le rang ressenti dans "
        "12,2\u00a0régions sur 13 en moyenne (de 11 à 13 neuf fois sur dix)\u202f; intervalles à part, il "
        f"vient après dans {told.observed}, rien qui dépasse le hasard."
    )


@pytest.mark.parametrize(
    ("observed", "end"),
    [
        (4, "rien qui dépasse le hasard."),
        (6, "plus que le hasard n’explique."),
        (1, "moins que le hasard n’en donnerait."),
    ],
)
def test_a_count_says_on_which_side_of_chance_it_is(observed: int, end: str) -> None:
    said = of_count(Count(9, after=False, observed=observed, expected=1.5, low=2, high=5), "Santé")
    assert said.endswith(f"il vient avant dans {observed}, {end}")
    assert "1,5\u00a0région sur 9 en moyenne (de 2 à 5 neuf fois" in said
    alone = of_count(Count(9, after=False, observed=observed, expected=2.0, low=2, high=2), "Santé")
    assert "2,0\u00a0régions sur 9 en moyenne (2 neuf fois" in alone
