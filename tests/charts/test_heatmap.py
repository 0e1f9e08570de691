"""The heatmap: three looks told apart without colour, names never cut, the chosen column framed."""

import re
from typing import Any

import pandas as pd
import pytest

from charts import bands, heatmap_legend, palette
from charts.heatmap import NOTHING, OPEN, STATED, Grid, heatmap, painted
from charts.heatmap_axes import Labels, fitted, two_lines
from charts.look import Look
from charts.screen_look import Projected
from exports.drawn import Room
from exports.drawn import drawn as picture
from tests.schema import check, framed, layers
from wording.lettering import breadth
from wording.numbers import number

REGIONS = [("11", ["Île-de-", "France"], False), ("53", ["Bretagne"], False)]
DOMAINS = [("emploi", ["Emploi"], False), ("pauvrete", ["Pauvreté"], True)]
ROWS = pd.DataFrame(
    [
        ("11", "emploi", STATED, 8.0, "+8", "Emploi, en Île-de-France : +8 rangs"),
        ("11", "pauvrete", OPEN, None, "?", "Pauvreté, en Île-de-France : sens non établi"),
        ("53", "emploi", NOTHING, None, "•", "Emploi, en Bretagne : non calculable"),
        ("53", "pauvrete", STATED, None, "−", "Pauvreté, en Bretagne : ressenti moins fort"),
    ],
    columns=["region", "line", "look", "value", "text", "label"],
)


def scale(rows: pd.DataFrame, page: palette.Page) -> list[bands.Band]:
    return bands.gaps(rows["value"], number, page)


def grid_of(rows: pd.DataFrame, look: Look, domains: Labels = DOMAINS) -> dict[str, Any]:
    grid = Grid(REGIONS, domains, ("domaine", "domaines"), "Écart")
    return heatmap(rows, grid, scale(rows, look.page), look)


def drawn(
    *, domains: Labels = DOMAINS, chosen: str = "", page: palette.Page = palette.LIGHT, narrow: bool = False
) -> dict[str, Any]:
    look = Look(chosen, (400 if narrow else 900, 400), page)
    return grid_of(ROWS, look, domains)


def marks(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer["mark"] for layer in layers(spec)]


@pytest.mark.parametrize("wide", [288, 736, 1206])
def test_a_number_is_as_small_as_its_box_asks(wide: int) -> None:
    """Two-digit ranks of thirteen regions never run together, whatever the width of the page."""
    codes = [f"{number}" for number in range(1, 14)]
    rows = pd.DataFrame({"region": codes, "line": "emploi", "look": STATED, "value": 8.0, "text": codes})
    grid = Grid([(code, [code], False) for code in codes], DOMAINS[:1], ("domaine", "domaines"), "Rang")
    look = Look("", (280, 280), palette.LIGHT)
    made = picture(heatmap(rows.assign(label=""), grid, scale(rows, look.page), look), Room(wide)).svg
    size = float(re.findall(r'font-size="([\d.]+)px"[^>]* font-weight="600"', made)[0])
    assert 8 <= size <= look.text
    assert breadth("13", size, bold=True) < (wide - 60) / 13
    assert size == look.text or wide == 288


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
@pytest.mark.parametrize("narrow", [True, False])
def test_the_specification_is_valid(page: palette.Page, narrow: bool) -> None:
    for chosen in ("", "53"):
        spec = drawn(page=page, narrow=narrow, chosen=chosen)
        check(spec)
        assert "datasets" not in spec
        assert spec["width"] == "container"


def test_the_three_looks_differ_without_colour() -> None:
    rows = painted(ROWS, scale(ROWS, palette.LIGHT), palette.LIGHT)
    assert rows["text"].tolist() == ["+8", "?", "•", "−"]
    # Without a number there is no shade; without anything to compute, no outline either.
    assert rows["fill"].tolist()[1:] == [palette.LIGHT.background] * 3
    outlines = [layer for layer in layers(drawn()) if "strokeDash" in layer["mark"]]
    assert [layer["mark"]["strokeDash"] for layer in outlines] == [[1, 0], [5, 3]]
    kept = [layer["transform"] for layer in outlines]
    assert kept == [[{"filter": {"field": "look", "equal": look}}] for look in (STATED, OPEN)]
    phone = Look("", (400, 400), palette.LIGHT)
    empty = grid_of(ROWS.assign(look=NOTHING), phone)
    assert not any("strokeDash" in mark for mark in marks(empty))


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_numbers_are_legible_on_their_box(page: palette.Page) -> None:
    rows = pd.concat([ROWS.assign(value=float(gap)) for gap in range(-15, 16)])
    shown = painted(rows, scale(rows, page), page)
    stated = shown[shown["look"] == STATED]
    worst = min(palette.contrast(*pair) for pair in zip(stated["ink"], stated["fill"], strict=True))
    assert worst >= 4.5


def test_the_column_of_the_chosen_region_is_framed_and_every_colour_stays() -> None:
    chosen, none = drawn(chosen="11"), drawn()
    assert framed(chosen) == ["11"]
    assert framed(none) == []
    full, same = (layers(spec)[0] for spec in (chosen, none))
    assert (full["data"], full["mark"]) == (same["data"], same["mark"])


def test_groups_of_domains_are_separated() -> None:
    assert sum(mark["type"] == "rule" for mark in marks(drawn())) == 1
    alone = [(code, lines, False) for code, lines, _ in DOMAINS]
    assert not any(mark["type"] == "rule" for mark in marks(drawn(domains=alone)))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Corse", ["Corse"]),
        ("Pays de la Loire", ["Pays de", "la Loire"]),
        ("Bourg.-Fr.-Comté", ["Bourg.-", "Fr.-Comté"]),
        ("Anticonstitutionnellement", ["Anticonstitutionnellement"]),
    ],
)
def test_a_long_name_takes_two_lines(name: str, lines: list[str]) -> None:
    assert two_lines(name, 12) == lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Taux de chômage", ["Taux de chômage"]),
        ("Taux de chômage des 15-24 ans", ["Taux de chômage", "des 15-24 ans"]),
        (
            "Part des demandeurs inscrits depuis un an ou plus",
            ["Part des demandeurs…", "depuis un an ou plus"],
        ),
        (
            "Part des demandeurs inscrits depuis trois ans ou plus",
            ["Part des demandeurs…", "trois ans ou plus"],
        ),
        (
            "Anticonstitutionnellement-inconstitutionnelles",
            ["Anticonstitutionnellem…", "nt-inconstitutionnelles"],
        ),
    ],
)
def test_a_name_too_long_for_two_lines_keeps_its_ends(name: str, lines: list[str]) -> None:
    here = Look("", (900, 400), palette.LIGHT)
    assert fitted(name, 20 if "A" not in name else 23, here) == lines


def test_on_a_screen_a_name_holds_on_one_line() -> None:
    here = Projected("", (900, 400), palette.LIGHT, letters=26, wide=1280)
    (line,) = fitted("Part des demandeurs inscrits depuis un an ou plus", 36, here)
    assert line == "Part des…un an ou plus"
    assert fitted("Taux de chômage", 36, here) == ["Taux de chômage"]


@pytest.mark.parametrize("narrow", [True, False])
def test_the_legend_draws_each_look_with_its_words(narrow: bool) -> None:
    spec = heatmap_legend.legend(Look("", (400 if narrow else 900, 400), palette.DARK))
    check(spec)
    rows = next(layer for layer in layers(spec) if layer["mark"]["type"] == "text")["data"]["values"]
    # On a phone a box holds a sign: so does its legend.
    assert [row["text"] for row in rows] == (list("+0−?•") if narrow else ["+8", "0", "−8", "?", "•"])
    for word in ("orange", "violette", "sens non établi", "non calculable"):
        assert word in heatmap_legend.ALTERNATIVE
