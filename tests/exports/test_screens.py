"""A figure on the screens of a room: whole, in large letters, each with title, source and mention."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring

from charts import palette
from charts.bars import Benchmark, ranked_bars
from charts.look import Look
from exports.screens import HEIGHT, READING, screens
from tests.exports.test_picture import STAMP
from wording.mentions import FICTIONAL, MENTION

REGIONS = [f"Région {letter}" for letter in "ABCDEFGHIJKLM"]
LOOK = Look("07", (560, 475), palette.LIGHT)
# 1366 by 768 and 1920 by 1080 are of one shape, to a hundredth.
SCREENS = ((1024 / 768, palette.LIGHT), (1366 / 768, palette.DARK), (1920 / 1080, palette.LIGHT))
MOVE = re.compile(r"translate\(([\d.-]+),([\d.-]+)\)")
SVG = "{http://www.w3.org/2000/svg}"


def draw(look: Look) -> dict[str, object]:
    rows = pd.DataFrame({"short_name": REGIONS, "value": [float(20 - place) for place in range(13)]})
    rows = rows.assign(
        region_code=[f"{place:02}" for place in range(13)],
        text=[f"{value:g}\u202f%" for value in rows["value"]],
        label=rows["short_name"],
        colour="#2c74b3",
    )
    return ranked_bars(rows, look, benchmark=Benchmark(14.0, "France\u202f: 14\u202f%"))


def texts(node: Element, top: float = 0.0, scale: float = 1.0) -> Iterator[tuple[str, float, float]]:
    """Every text that is drawn, how far its foot is from the top, and the size of its letters."""
    for child in node:
        down, grown = top, scale
        if child.tag == f"{SVG}svg":
            _, start, _, high = map(float, child.get("viewBox", "0 0 1 1").split())
            grown = scale * float(child.get("height", high)) / high
            down = top + scale * float(child.get("y", 0)) - start * grown
        elif found := MOVE.search(child.get("transform", "")):
            down = top + scale * float(found[2])
        if child.tag == f"{SVG}text":
            size = float(child.get("font-size", "0").removesuffix("px"))
            yield "".join(child.itertext()), down + grown * float(child.get("y", 0)), grown * size
        else:
            yield from texts(child, down, grown)


def said(screen: str) -> str:
    return " ".join(words for words, _, _ in texts(fromstring(screen)))


@pytest.mark.parametrize(("shape", "page"), SCREENS)
def test_a_screen_holds_all_of_a_figure_in_letters_of_three_and_a_half_percent(
    shape: float, page: palette.Page
) -> None:
    found = screens(draw, STAMP, replace(LOOK, page=page), shape)
    assert len(found) > 2
    for screen in found:
        root = fromstring(screen)
        wide, high = (float(part) for part in root.get("viewBox", "").split()[2:])
        assert high == HEIGHT
        assert wide / high == pytest.approx(shape, abs=0.01)
        for _, down, size in texts(root):
            assert size / high >= 0.035
            assert size / 2 < down < high
        assert page.background in screen
        words = said(screen)
        assert all(part in words for part in ("Hauts-de-France sont", "Source\u202f: INSEE.", "Etude IMPACT"))
        assert "".join(MENTION.split()) in "".join(words.split())
    assert READING in said(found[-1])
    assert STAMP.edition in said(found[-1])


def test_the_first_screen_has_the_chosen_region_and_both_ends_and_the_next_ones_all_of_them_once() -> None:
    first, *others, _ = screens(draw, STAMP, LOOK, 16 / 9)
    shown = [name for name in REGIONS if name in said(first)]
    assert 5 <= len(shown) <= 9
    assert {REGIONS[0], REGIONS[7], REGIONS[-1]} <= set(shown)
    head = next(place for place, name in enumerate(REGIONS) if name not in shown)
    tail = len(shown) - head - 1
    rule = f"{head} en tête de liste, la région choisie et {tail} en fin de liste"
    assert f"{len(shown)}\u00a0régions sur 13\u202f: {rule}" in said(first)
    following = [name for screen in others for name in REGIONS if name in said(screen)]
    assert following == REGIONS
    # Alone, it needs no number, and no last screen once all is told.
    alone = replace(STAMP, edition="", subtitle="", title="Emploi, en Bretagne")
    (telling,) = screens(draw, alone, LOOK, 16 / 9, first=True)
    assert "en tête de liste" in said(telling)
    assert " . " not in said(telling)
    assert "1 / " not in said(telling)
    count = len(others) + 2
    for number, screen in enumerate([first, *others], 1):
        assert f"{number} / {count}" in said(screen)
        # The line of France goes with every region.
        assert "France\u202f: 14\u202f%" in said(screen)


def test_what_is_invented_says_so_on_every_screen() -> None:
    for screen in screens(draw, replace(STAMP, fictional=True), LOOK, 16 / 9):
        assert FICTIONAL in said(screen)


def test_a_figure_that_fits_is_one_screen_and_a_long_source_is_whole_on_the_last() -> None:
    long = "\u202f; ".join(f"rapport numéro {number}, publié en 2018" for number in range(30))
    few = replace(STAMP, source=long)

    def short(look: Look) -> dict[str, object]:
        row: dict[str, object] = {"region_code": "1", "short_name": "Corse", "value": 1.0, "text": "1"} | {
            "label": "",
            "colour": "#fff",
        }
        return ranked_bars(pd.DataFrame([row]), look, benchmark=None)

    figure, *told = screens(short, few, LOOK, 16 / 9)
    assert "(suite au dernier écran)" in said(figure)
    assert "rapport numéro 29" not in said(figure)
    assert "rapport numéro 29" in said(told[-1])


@pytest.mark.parametrize("shape", [0.0001, 0.46, 1e9])
def test_any_shape_has_a_screen(shape: float) -> None:
    root = fromstring(screens(draw, STAMP, LOOK, shape)[0])
    wide, high = (float(part) for part in root.get("viewBox", "").split()[2:])
    assert 1.2 < wide / high < 2.5


def test_a_convention_and_a_title_that_take_the_room_of_a_figure_are_whole_on_the_last_screen() -> None:
    short = replace(STAMP, convention="Convention de lecture\u202f: lue ainsi.")
    assert short.convention in said(screens(draw, short, LOOK, 16 / 9)[0])
    words = " ".join(f"mot{number}" for number in range(60))
    long = replace(STAMP, title=f"Titre, {words}", convention=f"Convention de lecture\u202f: {words} ainsi.")
    first, *others = screens(draw, long, LOOK, 4 / 3)
    told = [screen for screen in others if READING in said(screen)]
    assert "…" in said(first)
    assert "ainsi" not in said(first)
    assert "mesurés par convention" in said(first)
    # Each screen has its title, its number and its heading before its lines.
    read = " ".join(said(screen).partition(f"{len(others) + 1} ")[2] for screen in told)
    assert all(word in read for word in [*words.split(), "Titre", "ainsi"])
    assert all(down < HEIGHT for screen in told for _, down, _ in texts(fromstring(screen)))


def test_a_figure_of_several_screens_says_the_convention_whole_on_the_last_one_alone() -> None:
    told = " ".join(f"mot{number}" for number in range(24))
    long = replace(STAMP, convention=f"Convention de lecture\u202f: {told} ainsi.")
    found = screens(draw, long, LOOK, 16 / 9)
    figures = [screen for screen in found if READING not in said(screen)]
    assert len(figures) > 1
    assert all("mesurés par convention" in said(screen) and "ainsi" not in said(screen) for screen in figures)
    assert "ainsi" in said(found[-1])
