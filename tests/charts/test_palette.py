"""The colours: order kept in grey print and for colour-blind readers, text always readable."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from charts import palette

SETTINGS = Path(__file__).parents[2] / ".streamlit" / "config.toml"
# Linear sRGB → what a reader without red, green or blue cones sees; source: Machado, Oliveira, Fernandes
# (2009).
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    linear = [palette._linear(part / 255) for part in palette.rgb(colour)]
    return tuple(sum(a * b for a, b in zip(row, linear, strict=True)) for row in matrix)


def test_contrast_is_the_one_of_wcag() -> None:
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_fragility_only_gets_darker() -> None:
    light = [palette.luminance(colour) for colour in palette.FRAGILITY]
    assert all(one > other * 1.25 for one, other in pairwise(light))


def test_gap_gets_darker_away_from_zero() -> None:
    light = [palette.luminance(colour) for colour in palette.GAP]
    middle = len(light) // 2
    assert all(one > other * 1.2 for one, other in pairwise(light[middle:]))
    assert all(one > other * 1.2 for one, other in pairwise(light[middle::-1]))


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_two_sides_of_a_gap_differ_for_colour_blind_readers(blindness: str) -> None:
    for below, above in zip(palette.GAP[:4], palette.GAP[:4:-1], strict=True):
        one, other = seen(below, BLINDNESS[blindness]), seen(above, BLINDNESS[blindness])
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.1


@pytest.mark.parametrize("colour", [*palette.FRAGILITY, *palette.GAP, palette.MISSING])
@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_a_value_is_readable_on_every_colour_faded_or_not(colour: str, page: palette.Page) -> None:
    for shown in (colour, palette.mix(colour, page.background, 0.3)):
        assert palette.contrast(palette.ink(shown), shown) >= 4.5


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_outlines_are_seen_on_the_page(page: palette.Page) -> None:
    assert palette.contrast(palette.OUTLINE, page.background) >= 3
    assert palette.contrast(palette.CHOSEN, page.background) >= 3


def test_the_page_colours_are_the_ones_of_the_settings() -> None:
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    for name, page in (("light", palette.LIGHT), ("dark", palette.DARK)):
        assert (theme[name]["backgroundColor"], theme[name]["textColor"]) == (page.background, page.ink)


def test_the_text_of_both_themes_is_readable() -> None:
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    for name in ("light", "dark"):
        for text in ("textColor", "linkColor", "grayTextColor"):
            for ground in ("backgroundColor", "secondaryBackgroundColor"):
                assert palette.contrast(theme[name][text], theme[name][ground]) >= 4.5, (name, text, ground)
