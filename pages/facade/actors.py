"""« Regards croisés »: its sections, worded and drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from charts import actors as charts
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import actors as figures
from loaders.store import FRANCE
from pages.explored import Explored, explored
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition, results
from readings.actors.context import Voices, voices
from readings.actors.conviction import OTHERS
from readings.actors.page import Crossing, crossing
from readings.actors.page import Section as Found
from readings.actors.part import Part


@dataclass(frozen=True)
class Section:
    """One section: its heading; its words, drawing (None: there is none), table, made once it is open."""

    found: Found
    look: Look

    @property
    def heading(self) -> str:
        """Its heading, which is there before it is open."""
        return self.found.heading

    @property
    def part(self) -> Part:
        """Its words."""
        return self.found.part

    @cached_property
    def drawing(self) -> Drawing | None:
        """The figure, ready to be sent."""
        part = self.part
        return None if part.rows.empty else Drawing(picture_of(part, self.look), part.alternative)

    @cached_property
    def table(self) -> Explored:
        """The same numbers in words, ready to be sent."""
        filters = [name for name in ("Acteur", "Domaine") if name in self.part.table]
        return explored(self.part.table, filters=filters)


@dataclass(frozen=True)
class ActorsPage:
    """The whole page: title, finding on France when it is not the title, sections in order, documents."""

    title: str
    finding: str
    sections: tuple[Section, ...]
    sources: tuple[str, ...]


def numbers_of(part: Part) -> pd.DataFrame:
    """Return the numbers of the figure of a section."""
    return figures.crossing(part, off_screen.words())


def picture_of(part: Part, look: Look) -> dict[str, Any]:
    """Return the figure of a section as it is drawn in a picture."""
    return _DRAWINGS[part.kind](part.rows, look=look)


@per_edition(max_entries=128)
def page_of(_edition: Edition, actor: str, wave: str, look: Look) -> ActorsPage:
    """Return the page for an actor and a wave (codes), drawn for a look, which holds the region."""
    found = _crossing(actor, look.region, wave)
    sections = tuple(Section(section, look) for section in found.sections)
    return ActorsPage(found.title, found.finding, sections, found.sources)


@per_edition(max_entries=256)
def _crossing(edition: Edition, actor: str, region: str, wave: str) -> Crossing:
    places = dict.fromkeys([FRANCE, region or FRANCE])
    agreements = pd.concat([edition.results.agreements(None, place) for place in places], ignore_index=True)
    return crossing(voices_of(), agreements, actor, region, choices.wave(wave) or "")


@per_edition(max_entries=1)
def voices_of(edition: Edition) -> Voices:
    """Return what everyone is published to say, whatever is chosen."""
    return voices(edition.results)


def _voices(rows: pd.DataFrame, scale: charts.Scale, look: Look) -> dict[str, Any]:
    names = results().vocabulary().actors
    shown = {code: names[code] for code in names if code in set(rows["series"])}
    return charts.voices(rows, shown, scale, look)


def _conviction(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    region = choices.label("region", look.region) if look.region else ""
    return charts.conviction(rows, region, OTHERS, look)


_DRAWINGS: dict[str, Callable[..., dict[str, Any]]] = {
    "priorites": charts.priorities,
    "note_fragilite_sur_10": partial(_voices, scale=charts.NOTES),
    "part_priorite_pct": partial(_voices, scale=charts.SHARES),
    "accord": charts.accord,
    "conviction": _conviction,
    "pratiques": charts.answers,
    "roles": charts.answers,
    "evolution_note_fragilite_sur_10": partial(charts.changes, scale=charts.NOTES),
    "evolution_part_priorite_pct": partial(charts.changes, scale=charts.SHARES),
}
