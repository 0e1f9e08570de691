"""The colours: order kept in grey print and for colour-blind readers, text always readable."""

import re
import tomllib
from collections.abc import Sequence
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


def test_paper_slides_and_pictures_have_no_colour_of_their_own() -> None:
    written = re.compile("#[0-9a-f]{6}")
    known = set(written.findall(Path(palette.__file__).read_text(encoding="utf-8")))
    for path in (Path(__file__).parents[2] / "exports").rglob("*.*"):
        if path.suffix in {".py", ".typ", ".html"}:
            found = set(written.findall(path.read_text(encoding="utf-8")))
            # A template cannot ask the palette: it repeats it.
            assert found <= (set() if path.suffix == ".py" else known), path.name


def test_contrast_is_the_one_of_wcag() -> None:
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


PAGES = [palette.LIGHT, palette.DARK]


def apart(colours: Sequence[str], page: palette.Page) -> list[float]:
    return [palette.contrast(colour, page.background) for colour in colours]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_more_fragile_stands_out_more_from_the_page(page: palette.Page) -> None:
    seen_by = apart(page.growing(palette.FRAGILITY), page)
    assert all(other > one * 1.2 for one, other in pairwise(seen_by))


@pytest.mark.parametrize("page", PAGES)
def test_a_larger_gap_stands_out_more_from_the_page(page: palette.Page) -> None:
    seen_by = apart(page.gap, page)
    middle = len(seen_by) // 2
    assert all(other > one * 1.2 for one, other in pairwise(seen_by[middle:]))
    assert all(other > one * 1.2 for one, other in pairwise(seen_by[middle::-1]))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_missing_never_stands_out_more_than_a_figure(page: palette.Page) -> None:
    (missing,) = apart([page.missing], page)
    assert missing < min(apart(page.growing(palette.FRAGILITY)[1:], page))
    assert page.missing not in {*page.gap, *palette.FRAGILITY}


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_two_sides_of_a_gap_differ_for_colour_blind_readers(blindness: str) -> None:
    for below, above in (pair for page in PAGES for pair in zip(page.gap[:4], page.gap[:4:-1], strict=True)):
        one, other = seen(below, BLINDNESS[blindness]), seen(above, BLINDNESS[blindness])
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.1


@pytest.mark.parametrize("page", PAGES)
def test_a_value_is_readable_on_every_colour(page: palette.Page) -> None:
    for shown in (*palette.FRAGILITY, *page.gap, page.missing):
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
