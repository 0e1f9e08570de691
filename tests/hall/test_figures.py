"""The figures of a debate: drawn when its room is made, for every screen, and shown after what they tell."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from charts import palette
from charts.look import Look
from charts.palette import Page
from charts.screen_look import LETTERS, Projected
from exports.screens import Draw, screens
from exports.stamp import Stamp
from hall.book.drawings import DARK, LIGHT, SHAPES, SQUARE
from hall.book.gestures import Gesture
from hall.book.steps import Kind, Step
from hall.stage.hall import Hall
from hall.stage.plan import own_figures
from hall.stage.plan.figures import Figure
from hall.stage.plan.new_room import Choice, new_room
from indicators.results import REFERENCE, Results
from tests.exports.test_screens import said
from tests.hall.conftest import NOW, led_to
from tests.hall.visit import Visit
from tests.opened import invented, published
from wording.mentions import MENTION

REGION = "94"
PAGES = {LIGHT: palette.LIGHT, DARK: palette.DARK}


def three_or_two(page: Page, shape: float) -> list[str]:
    """Draw a figure of the application, which takes three screens where they are narrow."""
    return [f"<svg>{number}{page.background}</svg>" for number in range(3 if shape < 1.5 else 2)]


def test_a_figure_follows_what_it_shows_and_is_drawn_for_every_screen(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, float]] = []

    def told(draw: Draw, stamp: Stamp, look: Look, shape: float, *, first: bool) -> list[str]:
        assert first
        if (shape, look.page) == (16 / 9, palette.LIGHT):
            drawn = draw(Projected(look.region, (600, 400), look.page, LETTERS, 1200))
            assert len(drawn["layer"]) > 2
        asked.append((stamp.title, shape))
        return [" ".join([stamp.title, *stamp.lines(), look.page.background])]

    monkeypatch.setattr(own_figures, "screens", told)
    room = new_room(hall.book, published(), REGION)
    kinds = [step.kind for step in room.progress.steps]
    # The rank that was just guessed, then the domains, which hold the answers of all three.
    guess = kinds.index(Kind.RANK)
    assert kinds[guess - 2 : guess + 3] == [Kind.DOMAIN, Kind.NUMBER, Kind.RANK, Kind.FIGURE, Kind.FIGURE]
    ranked, frail = (step.subject for step in room.progress.steps[guess + 1 : guess + 3])
    assert ranked["titre"].startswith("Culture, en Corse")
    assert frail["titre"].startswith("Corse\u202f: ")
    assert kinds.count(Kind.FIGURE) == 3
    assert len(asked) == 3 * 4
    # What an edition has drawn is drawn once.
    assert new_room(hall.book, published(), REGION).progress.steps == room.progress.steps
    assert len(asked) == 3 * 4
    shown = [
        room := hall.book.move(room.id, Gesture.NEXT, NOW)
        for _ in range(40)
        if room.progress.at + 1 < len(kinds)
    ]
    for place in shown:
        if place.progress.step.kind is Kind.FIGURE:
            for shape in SHAPES:
                for colours, page in PAGES.items():
                    said = hall.book.drawing(place, shape, colours)
                    title = str(place.progress.step.subject["titre"])
                    assert all(part in said for part in (MENTION, "Source", title, page.background))


# Every region where there is the least room; elsewhere those that had too many lines for theirs.
@pytest.mark.parametrize(
    ("results", "shape", "regions"),
    [(invented, 4 / 3, None), (invented, 16 / 9, ("76", "93")), (published, 4 / 3, ("24",))],
)
def test_a_figure_shows_every_domain_that_its_title_names_and_no_end_of_a_list(
    results: Callable[[], Results],
    shape: float,
    regions: tuple[str, ...] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_figures, "screens", screens)
    asked = Step(0, Kind.DOMAIN)
    for code in regions or results().vocabulary().regions:
        figure = own_figures.after(results(), code, REFERENCE, asked)
        assert figure
        drawn = said(figure.screens(palette.LIGHT, shape)[0])
        named = re.findall("«\u00a0([^»]+)\u00a0»", figure.title)
        assert named
        # In the title, then at a line.
        assert [label for label in named if drawn.count(label) < 2] == []
        assert "en fin de liste" not in drawn


def test_a_figure_of_the_application_is_where_it_was_put_and_the_screen_shows_its_own(hall: Hall) -> None:
    choice = Choice(steps=(0, Figure("Les écarts", three_or_two), 1))
    room = new_room(hall.book, published(), REGION, choice=choice)
    figure = room.progress.steps[1]
    assert (figure.kind, figure.subject["titre"]) == (Kind.FIGURE, "Les écarts")
    led_to(hall.book, room, 1)
    screen = Visit(hall).get(f"/ecran/{room.code}")
    assert f"<svg>0{palette.LIGHT.background}</svg>" in screen.text
    assert "Les écarts" in screen.text
    shown = f"/ecran/{room.code}/vue?forme={SQUARE}&teinte="
    assert f"<svg>0{palette.DARK.background}</svg>" in screen.get(f"{shown}{DARK}").text
    assert f"<svg>0{palette.LIGHT.background}</svg>" in screen.get(f"{shown}rose").text
    # The desk is on another device: it turns the screens of the screen that was last seen.
    desk = Visit(hall).get(f"/regie/ouvrir?jeton={hall.book.lend(room.id, hall.now(), 120)}")
    for _ in range(2):
        desk.post(f"/regie/{room.code}/geste", {"geste": Gesture.NEXT})
    assert f"<svg>2{palette.LIGHT.background}</svg>" in screen.get(f"{shown}{LIGHT}").text
    # Without script the buttons of the screen lead back to it.
    desk.post(f"/regie/{room.code}/geste", {"geste": Gesture.NEXT, "retour": "ecran"})
    assert "Qui est là" in desk.text
    assert hall.book.of(room.id).progress.at == 2


def test_the_letters_of_the_figures_are_served_with_the_screen(hall: Hall) -> None:
    font = Visit(hall).get("/salle/fichiers/SourceSans3-Regular.ttf")
    assert (font.status, font.headers["content-type"]) == (200, "font/ttf")
    assert font.get("/salle/fichiers/icons.woff").status == 404
