"""Numbers and lists, character by character: a wrong space is invisible on screen and wrong on paper."""

import math

import pytest

from wording.lists import join
from wording.numbers import as_read, counted, number, ordinal, percent, plural, quantity, signed


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1208.2, 1, "1\u202f208,2"),
        (65018096, 0, "65\u202f018\u202f096"),
        (-2.2, 1, "\u22122,2"),
        (-0.04, 1, "0,0"),
        (8.25, 1, "8,3"),
        (-8.25, 1, "\u22128,3"),
        (2.675, 2, "2,68"),
        (0, 2, "0,00"),
        (7.5, None, "7,5"),
        (8.0, None, "8"),
        (119.531523, None, "119,531523"),
    ],
)
def test_number(value: float, decimals: int | None, text: str) -> None:
    assert number(value, decimals) == text


def test_what_is_written_freely_has_a_most() -> None:
    assert number(8.2123456789, most=1) == "8,2"
    assert percent(60.0001, most=1) == "60\u202f%"
    assert number(28.5, most=0) == "29"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_missing_value_is_never_written_as_a_number(value: float) -> None:
    with pytest.raises(ValueError, match="missing or infinite"):
        number(value)


@pytest.mark.parametrize(
    ("value", "text"), [(3, "+3"), (-2, "\u22122"), (0, "0"), (-0.0, "0"), (1.25, "+1,25")]
)
def test_signed(value: float, text: str) -> None:
    assert signed(value) == text


def test_units_are_held_to_their_number() -> None:
    assert percent(10.8, 1) == "10,8\u202f%"
    assert quantity(2153, "milliards d’euros") == "2\u202f153\u00a0milliards d’euros"
    assert quantity(4, "") == "4"


def test_ordinals() -> None:
    assert [ordinal(1), ordinal(1, feminine=True), ordinal(3)] == ["1ᵉʳ", "1ʳᵉ", "3ᵉ"]


def test_french_plural_starts_at_two() -> None:
    assert [plural(n, "région", "régions") for n in (0, 1, 1.9, 2, -2)] == ["région"] * 3 + ["régions"] * 2
    assert counted(13, "région", "régions") == "13\u00a0régions"


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_join(items: list[str], text: str) -> None:
    assert join(items) == text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("29754,1", "29\u202f754,1"),
        ("65018096", "65\u202f018\u202f096"),
        ("-2,2%", "\u22122,2\u202f%"),
        ("1208", "1\u202f208"),
        ("8,4", "8,4"),
        ("007", "007"),
        ("2153 milliards", "2153 milliards"),
        ("", ""),
    ],
)
def test_the_number_of_a_cell_is_read_digit_for_digit(raw: str, said: str) -> None:
    assert as_read(raw) == said


def test_a_ratio_is_a_bare_number() -> None:
    assert quantity(1.03, "rapport 2016/2012") == "1,03"
