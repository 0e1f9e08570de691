"""« Alliances et initiatives »: the initiatives that are shown, and the figures on alliances by topic."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import departments
from charts.crossing_bars import panel_bars
from charts.legend import strip
from charts.look import Look
from charts.together import above
from exports.figures import alliances as numbers
from indicators.alliances import figures, headings, initiatives, phrases, selection, topics, words
from indicators.crossing.figures import documents
from loaders.store import Store
from pages.facade import choices, off_screen, results, shapes
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow, filled
from wording.numbers import counted

TOPICS = tuple(topic.code for topic in topics.TOPICS)
# Panels beside one another where the screen allows.
_COLUMNS = 2
# Height of the map in a picture, in pixels.
_PICTURE = 760
# The longest list that stands open.
_LISTED = 10


@dataclass(frozen=True)
class Shown:
    """A finished specification and its text alternative."""

    specification: dict[str, Any]
    alternative: str


@dataclass(frozen=True)
class Named:
    """The initiatives of a choice: finding, map and legend (None: none to place), notes, table."""

    title: str
    map: Shown | None
    legend: Shown | None
    notes: tuple[str, ...]
    outside: tuple[str, ...]
    table: pa.Table | None
    folded: str
    elsewhere: str


@dataclass(frozen=True)
class Part:
    """The figures of one topic: finding, how to read them, drawing, table, sources."""

    title: str
    note: str
    drawing: Shown
    table: pa.Table
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """Figures in a table only: heading, table (None: nothing is published), where else there are some."""

    title: str
    table: pa.Table | None
    elsewhere: str


def named_of(theme: str, nature: str, look: Look) -> Named:
    """Return the initiatives of a domain and a nature (`""`: all), in the chosen region of `look`."""
    return _named(store().key, store(), theme, nature, look)


def part_of(topic: str, look: Look) -> Part | None:
    """Return one topic by its code; None when no usable figure is published on it."""
    return _part(store().key, store(), topic, look)


def regional(look: Look) -> Listed:
    """Return every figure on alliances that is published for the chosen region."""
    return _regional(store().key, store(), look.region, narrow=look.narrow)


def others(look: Look) -> Listed:
    """Return the figures that no drawing shows."""
    return _others(store().key, store(), narrow=look.narrow)


def sources() -> str:
    """Return the documents behind the page, in the order they come."""
    return _sources(store().key, store())


def numbers_of_map(theme: str, nature: str) -> pd.DataFrame:
    """Return how many initiatives of a choice each department has."""
    found = selection.selected(_initiatives(store().key, store()), theme, nature)
    places = shapes.departments()
    counts = selection.by_department(found)
    return numbers.by_department(counts, places.name_of, places.region_of, off_screen.words())


def picture_of_map(theme: str, nature: str, look: Look) -> dict[str, Any]:
    """Return the map and its legend as they are drawn in a picture."""
    tall = replace(look, size=(look.size[0], _PICTURE))
    found = selection.selected(_initiatives(store().key, store()), theme, nature)
    return above(_map(found, tall, "").specification, _legend(look).specification)


def numbers_of_part(topic: str) -> pd.DataFrame:
    """Return the published figures of a topic."""
    known = _figures(store().key, store())
    return numbers.topic(known, _topic_rows(known, topic), off_screen.words())


def picture_of_part(topic: str, look: Look) -> dict[str, Any]:
    """Return the bars of a topic as they are drawn in a picture."""
    rows = _topic_rows(_figures(store().key, store()), topic)
    return _bars(rows, look)


def sources_of_initiatives() -> str:
    """Return the documents that name the initiatives."""
    found = _initiatives(store().key, store())["source"]
    return "\u202f; ".join(dict.fromkeys(part for text in found for part in _documents(text)))


@kept(max_entries=4)
def _initiatives(key: str, _store: Store) -> pd.DataFrame:
    return initiatives.initiatives(_store)


@kept(max_entries=4)
def _figures(key: str, _store: Store) -> pd.DataFrame:
    return figures.alliance_figures(_store)


@kept(max_entries=4)
def _sources(key: str, _store: Store) -> str:
    found = [*_figures(key, _store)["source"], *_initiatives(key, _store)["source"]]
    return "\u202f; ".join(dict.fromkeys(part for text in found for part in _documents(text)))


def _documents(text: str) -> list[str]:
    """Return the documents that a cell names."""
    return [part.strip() for part in words.source(text).split("\u202f;")]


@kept(max_entries=256)
def _named(key: str, _store: Store, theme: str, nature: str, look: Look) -> Named:
    everywhere = selection.selected(_initiatives(key, _store), theme, nature)
    found = selection.of_region(everywhere, look.region)
    heading = phrases.title(found, _short(theme), _where(look.region))
    drawn = _map(everywhere, look, heading) if len(everywhere) else None
    table = words.initiative_table(found, _names(), narrow=look.narrow)
    domains = choices.words(results.domains(), "domain_code", "short_label")
    return Named(
        title=heading,
        map=drawn,
        legend=_legend(look) if drawn else None,
        notes=tuple(phrases.reading(found, domains, theme)),
        outside=(*phrases.unplaced(found), *phrases.kept_out(initiatives.set_aside(_store))),
        table=filled(table),
        folded=_folded(len(found)),
        elsewhere=_elsewhere(everywhere, len(_initiatives(key, _store))),
    )


@kept(max_entries=128)
def _part(key: str, _store: Store, code: str, look: Look) -> Part | None:
    topic, rows = _topic(code), _topic_rows(_figures(key, _store), code)
    if rows.empty:
        return None
    said = headings.heading(rows, topic)
    return Part(
        title=said,
        note=topic.note,
        drawing=Shown(_bars(rows, look), phrases.alternative(said, rows)),
        table=arrow(words.topic_table(rows, narrow=look.narrow)),
        sources=documents(rows["source"]),
    )


def _topic(code: str) -> topics.Topic:
    return next(item for item in topics.TOPICS if item.code == code)


def _topic_rows(known: pd.DataFrame, code: str) -> pd.DataFrame:
    return topics.topic_rows(known, _topic(code), _names())


def _bars(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    drawn = rows.assign(
        share=rows["value"] / 100, chosen=[look.region in codes for codes in rows["region_codes"]]
    )
    return panel_bars(drawn, look, columns=min(_COLUMNS, len(rows.groupby(["panel", "note"]))))


@kept(max_entries=64)
def _regional(key: str, _store: Store, region: str, *, narrow: bool) -> Listed:
    known = _figures(key, _store)
    mine = topics.of_territory(known, region)
    said = words.figure_table(mine, _names(), narrow=narrow)
    where = _where(region)
    count = counted(len(mine), "chiffre publié", "chiffres publiés") if len(mine) else "aucun chiffre publié"
    table = filled(said)
    return Listed(
        f"Les alliances {where}\u202f: {count}", table, phrases.published_for(known, _names().regions)
    )


@kept(max_entries=4)
def _others(key: str, _store: Store, *, narrow: bool) -> Listed:
    said = words.figure_table(topics.other_figures(_figures(key, _store)), _names(), narrow=narrow)
    heading = f"Les autres chiffres publiés sur les alliances ({len(said)})"
    return Listed(heading, filled(said), "")


def _map(found: pd.DataFrame, look: Look, heading: str) -> Shown:
    places = shapes.departments()
    counts = selection.by_department(found)
    rows = counts.assign(label=[phrases.tooltip(names) for names in counts["names"]])
    return Shown(
        departments.departments_map(places, rows, look),
        phrases.map_alternative(heading, counts, places.name_of),
    )


def _legend(look: Look) -> Shown:
    bands = departments.classes(look.page)
    spec = strip(bands, ends=("", ""), missing="", page=look.page, size=departments.text_size(look))
    labels = ", ".join(band.label for band in bands)
    return Shown(spec, f"Légende des couleurs, nombre d’initiatives par département\u202f: {labels}.")


def _folded(count: int) -> str:
    """Name the list of a long choice, which opens at a click; a short one is open."""
    return f"Les {count} initiatives, une à une" if count > _LISTED else ""


def _elsewhere(found: pd.DataFrame, total: int) -> str:
    """Say what another choice would show."""
    if len(found):
        known = counted(len(found), "initiative", "initiatives")
        return f"Pour toute la France, ce même choix en montre {known}."
    known = counted(total, "initiative est citée", "initiatives sont citées")
    return f"Toutes natures et tous domaines réunis, {known}."


def _names() -> topics.Names:
    return topics.Names(
        choices.words(results.actors(), "actor_code", "label"),
        choices.words(results.domains(), "domain_code", "short_label"),
        choices.words(results.regions(), "region_code", "name"),
    )


def _short(theme: str) -> str:
    return choices.words(results.domains(), "domain_code", "short_label")[theme] if theme else ""


def _where(region: str) -> str:
    return choices.words(results.regions(), "region_code", "name_in")[region] if region else ""
