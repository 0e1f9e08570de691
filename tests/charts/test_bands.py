"""Classes: real values in the legend, ties together, nothing for a missing value."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts import bands, palette
from wording import numbers

NAN = float("nan")
published = st.lists(
    st.integers(-50, 50).map(lambda tenth: tenth / 10) | st.just(NAN), min_size=1, max_size=13
)


def test_five_classes_of_the_values_that_exist() -> None:
    found = bands.fragility(
        [7.0, 7.1, 8.0, 8.4, 9.0, 9.9, 10.0, 10.2, 10.8, NAN], 1, numbers.number, palette.LIGHT
    )
    assert [band.label for band in found] == ["7 à 7,1", "8 à 8,4", "9 à 9,9", "10 à 10,2", "10,8"]
    assert [band.colour for band in found] == list(palette.FRAGILITY)


def test_a_low_value_is_the_darkest_when_low_means_fragile() -> None:
    found = bands.fragility([1.0, 2.0, 3.0, 4.0, 5.0], -1, numbers.number, palette.LIGHT)
    assert bands.colour_of(1.0, found, palette.LIGHT) == palette.FRAGILITY[-1]
    assert bands.colour_of(5.0, found, palette.LIGHT) == palette.FRAGILITY[0]


def test_one_value_for_all_takes_the_middle_and_not_an_end() -> None:
    (only,) = bands.fragility([3.0] * 13, 1, numbers.number, palette.LIGHT)
    assert (only.label, only.colour) == ("3", palette.FRAGILITY[2])


def test_nothing_published_makes_no_class() -> None:
    assert bands.fragility([NAN, NAN], 1, numbers.number, palette.LIGHT) == []
    assert bands.gaps([NAN], numbers.signed, palette.LIGHT) == []


@given(published, st.sampled_from([1, -1]))
def test_every_value_has_one_class_and_a_missing_one_has_none(values: list[float], direction: int) -> None:
    found = bands.fragility(values, direction, numbers.number, palette.LIGHT)
    for value in values:
        holders = [band for band in found if band.low <= value <= band.high]
        assert len(holders) == (0 if math.isnan(value) else 1)
    ordered = sorted(found, key=lambda band: band.low * direction)
    shades = [palette.luminance(band.colour) for band in ordered]
    assert all(one > other for one, other in pairwise(shades))


@pytest.mark.parametrize(
    ("gap", "colour"),
    [
        (-15, 0),
        (-12, 0),
        (-8, 1),
        (-7, 2),
        (-3, 3),
        (-1, 3),
        (0, 4),
        (1, 5),
        (4, 6),
        (7, 6),
        (8, 7),
        (12, 8),
        (15, 8),
    ],
)
def test_a_gap_has_the_colour_of_its_side(gap: float, colour: int) -> None:
    found = bands.gaps([gap], numbers.signed, palette.LIGHT)
    assert bands.colour_of(gap, found, palette.LIGHT) == palette.GAP[colour]


def test_no_gap_is_neither_side_and_is_not_missing() -> None:
    (zero,) = bands.gaps([0, 0, NAN], numbers.signed, palette.LIGHT)
    assert zero.label == "0"
    assert bands.colour_of(0, [zero], palette.LIGHT) not in {palette.MISSING, palette.GAP[3], palette.GAP[5]}
    assert bands.colour_of(NAN, [zero], palette.LIGHT) == palette.MISSING


def test_the_first_rank_is_the_darkest() -> None:
    found = bands.ranks([1, 2, 5, 16], numbers.number, palette.LIGHT)
    assert [band.label for band in found] == ["16", "5", "2", "1"]
    assert bands.colour_of(1, found, palette.LIGHT) == palette.FRAGILITY[-1]
