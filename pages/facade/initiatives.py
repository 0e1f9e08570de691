"""The initiatives that the documents name: the map of a choice, its list, its numbers."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck as pdk

from charts import departments
from charts.departments_zoom import departments_zoom
from charts.drawing import Drawing
from charts.legend import strip
from charts.look import Look
from charts.together import above
from exports.figures import alliances as numbers
from indicators import initiatives
from pages.explored import Explored, explored
from pages.facade import choices, off_screen, shapes
from pages.facade.edition import Edition, per_edition, results
from readings.alliances import phrases, selection, words
from wording.lists import joined
from wording.numbers import counted, number
from wording.typography import typed

# Height of the map in a picture, in pixels.
_PICTURE = 760
# The longest list that stands open.
_LISTED = 10


@dataclass(frozen=True)
class Named:
    """The initiatives of a choice: finding, map and legend (None: none to place), notes, table."""

    title: str
    map: Drawing | None
    legend: Drawing | None
    notes: tuple[str, ...]
    outside: tuple[str, ...]
    table: Explored | None
    folded: str
    elsewhere: str


@dataclass(frozen=True)
class One:
    """What the workbook says under one name."""

    title: str
    table: Explored


@per_edition(max_entries=64)
def one(edition: Edition, code: str) -> One:
    """Return the initiative of a code of the address, whatever else is chosen."""
    everywhere = selection.selected(results().initiatives(), "", "")
    named = everywhere["row_number"].map(choices.initiative_codes()) == code
    table = words.initiative_table(everywhere[named], edition.results.vocabulary())
    return One(typed(choices.label("initiative", code)), explored(table))


def numbers_of_map(theme: str, nature: str) -> pd.DataFrame:
    """Return how many initiatives of a choice each department has."""
    found = selection.selected(results().initiatives(), theme, nature)
    places = shapes.departments()
    counts = selection.by_department(found)
    return numbers.by_department(counts, places.name_of, places.region_of, off_screen.words())


def picture_of_map(theme: str, nature: str, look: Look) -> dict[str, Any]:
    """Return the map and its legend as they are drawn in a picture."""
    tall = look.of_height(_PICTURE)
    found = selection.selected(results().initiatives(), theme, nature)
    return above(_map(found, tall, "").specification, _legend(look).specification)


@per_edition(max_entries=1)
def sources(_edition: Edition) -> str:
    """Return the documents that name the initiatives."""
    found = results().initiatives()["source"]
    return joined(dict.fromkeys(part for text in found for part in documents(text)))


def documents(text: str) -> list[str]:
    """Return the documents that a cell names."""
    return [part.strip() for part in words.source(text).split("\u202f;")]


def where(region: str) -> str:
    """Return a region as a place (« en Bretagne »), `""` for none."""
    return results().vocabulary().names[region].name_in if region else ""


@per_edition(max_entries=256)
def named_of(edition: Edition, theme: str, nature: str, look: Look) -> Named:
    """Return the initiatives of a domain and a nature (`""`: all), in the chosen region of `look`."""
    everywhere = selection.selected(results().initiatives(), theme, nature)
    found = selection.of_region(everywhere, look.region)
    heading = phrases.title(found, _short(theme), where(look.region))
    drawn = _map(everywhere, look, heading) if len(everywhere) else None
    known = edition.results.vocabulary()
    table = words.initiative_table(found, known)
    return Named(
        title=heading,
        map=drawn,
        legend=_legend(look) if drawn else None,
        notes=tuple(phrases.reading(found, known.domains, theme)),
        outside=(*phrases.unplaced(found), *phrases.kept_out(initiatives.set_aside(edition.store))),
        table=None if table.empty else explored(table, filters=("Source",)),
        folded=_folded(len(found)),
        elsewhere=_elsewhere(everywhere, len(results().initiatives())),
    )


def zoomed(theme: str, nature: str, look: Look) -> pdk.Deck:
    """Return the map of a choice to move and to zoom."""
    return departments_zoom(
        shapes.departments(), _counted(selection.selected(results().initiatives(), theme, nature)), look
    )


def _map(found: pd.DataFrame, look: Look, heading: str) -> Drawing:
    places, counts = shapes.departments(), _counted(found)
    return Drawing(
        departments.departments_map(places, counts, look),
        phrases.map_alternative(heading, counts, places.name_of),
    )


def _counted(found: pd.DataFrame) -> pd.DataFrame:
    counts = selection.by_department(found)
    return counts.assign(label=[phrases.tooltip(names) for names in counts["names"]])


def _legend(look: Look) -> Drawing:
    bands = departments.classes(look.page)
    spec = strip(bands, ends=("", ""), missing="", look=look)
    labels = ", ".join(band.label for band in bands)
    return Drawing(spec, f"Légende des couleurs, nombre d’initiatives par département\u202f: {labels}.")


def _folded(count: int) -> str:
    """Name the list of a long choice, which opens at a click; a short one is open."""
    return f"Les {count} initiatives, une à une" if count > _LISTED else ""


def _elsewhere(found: pd.DataFrame, total: int) -> str:
    """Say what another choice would show."""
    if len(found):
        return f"Pour toute la France, ce même choix en montre {number(len(found), 0)}."
    known = counted(total, "initiative est citée", "initiatives sont citées")
    return f"Toutes natures et tous domaines réunis, {known}."


def _short(theme: str) -> str:
    return results().vocabulary().domains[theme] if theme else ""
