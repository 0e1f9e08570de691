"""The front door: what the site is made of, and the regions to choose from."""

from dataclasses import dataclass, replace

from charts.drawing import Drawing
from charts.locator import locator
from charts.look import Look
from charts.text import MAP_OF_DOOR
from pages.facade import choices, shapes
from pages.facade.edition import Edition, per_edition, results
from readings.overview import door as words
from readings.phrases import measured_dates
from wording.lists import alphabetical


@dataclass(frozen=True)
class Door:
    """What the site is, who made the figures and when; the regions by code, in alphabetical order."""

    title: str
    question: str
    what: str
    made: str
    regions: dict[str, str]


@per_edition(max_entries=1)
def door(edition: Edition) -> Door:
    """Return the words of the front door of an edition."""
    known = edition.results.vocabulary()
    return Door(
        words.TITLE,
        words.QUESTION,
        what=words.what(edition.results),
        made=words.made(measured_dates.span(edition.results), choices.waves().values()),
        regions=alphabetical(known.regions),
    )


@per_edition(max_entries=64)
def country(_edition: Edition, look: Look, width: int, height: int) -> Drawing:
    """Return the map of the regions, in pixels; the chosen one told apart."""
    names = results().vocabulary().regions
    told = f"Carte des régions\u202f: {names[look.region]}, marquée." if look.region else MAP_OF_DOOR
    drawn = locator(shapes.regions(), names, replace(look, size=(width, height)))
    return Drawing(drawn, told)
