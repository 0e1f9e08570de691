"""« Alliances et initiatives »: the figures on alliances, by topic, of the region, and the others."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from charts.actors_bars import panel_bars
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import alliances as numbers
from indicators.vocabulary import Vocabulary
from pages.explored import Explored, explored
from pages.facade import off_screen
from pages.facade.edition import Edition, per_edition, results
from pages.facade.initiatives import documents as named_in
from pages.facade.initiatives import where
from readings.alliances import headings, phrases, topics, words
from wording.lists import joined
from wording.numbers import counted
from wording.source_notes import documents

TOPICS = tuple(topic.code for topic in topics.TOPICS)
# Panels beside one another where the screen allows.
_COLUMNS = 2


@dataclass(frozen=True)
class Part:
    """The figures of one topic: finding, how to read them; the rest is made once it is open."""

    title: str
    note: str
    rows: pd.DataFrame
    look: Look

    @cached_property
    def drawing(self) -> Drawing:
        """The figure, ready to be sent."""
        return Drawing(_bars(self.rows, self.look), phrases.alternative(self.title, self.rows))

    @cached_property
    def table(self) -> Explored:
        """The same numbers in words, ready to be sent."""
        return explored(words.topic_table(self.rows), filters=("Acteur", "Source"))

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Name the documents of the figures."""
        return documents(self.rows["source"])


@dataclass(frozen=True)
class Listed:
    """Figures in a table only: heading, table (None: nothing is published), where else there are some."""

    title: str
    table: Explored | None
    elsewhere: str


def numbers_of_part(topic: str) -> pd.DataFrame:
    """Return the published figures of a topic."""
    return numbers.topic(results().alliance_figures(), _told(topic)[1], off_screen.words())


def picture_of_part(topic: str, look: Look) -> dict[str, Any]:
    """Return the bars of a topic as they are drawn in a picture."""
    return _bars(_told(topic)[1], look)


@per_edition(max_entries=1)
def sources(edition: Edition) -> str:
    """Return the documents behind the page, in the order they come."""
    found = [
        *edition.results.alliance_figures()["source"],
        *edition.results.initiatives()["source"],
    ]
    return joined(dict.fromkeys(part for text in found for part in named_in(text)))


@per_edition(max_entries=128)
def part_of(_edition: Edition, code: str, look: Look) -> Part | None:
    """Return one topic by its code; None when no usable figure is published on it."""
    topic, (title, rows) = _topic(code), _told(code)
    return None if rows.empty else Part(title, topic.note, rows, look)


@per_edition(max_entries=len(TOPICS))
def _told(_edition: Edition, code: str) -> tuple[str, pd.DataFrame]:
    """Return the finding of a topic and its figures, whatever is chosen."""
    rows = topics.topic_rows(results().alliance_figures(), _topic(code), results().vocabulary())
    return "" if rows.empty else headings.heading(rows, _topic(code)), rows


def _topic(code: str) -> topics.Topic:
    return next(item for item in topics.TOPICS if item.code == code)


def _bars(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    drawn = rows.assign(
        share=rows["value"] / 100, chosen=[look.region in codes for codes in rows["region_codes"]]
    )
    return panel_bars(drawn, look, columns=min(_COLUMNS, len(rows.groupby(["panel", "note"]))))


@per_edition(max_entries=64)
def regional(edition: Edition, region: str) -> Listed:
    """Return every figure on alliances that is published for a region."""
    known = results().alliance_figures()
    mine, names = topics.of_territory(known, region), edition.results.vocabulary()
    count = counted(len(mine), "chiffre publié", "chiffres publiés") if len(mine) else "aucun chiffre publié"
    return Listed(
        f"Les alliances {where(region)}\u202f: {count}",
        _table(mine, names),
        phrases.published_for(known, names.regions),
    )


@per_edition(max_entries=1)
def others(edition: Edition) -> Listed:
    """Return the figures that no drawing shows."""
    found = topics.other_figures(results().alliance_figures())
    heading = f"Les autres chiffres publiés sur les alliances ({len(found)})"
    return Listed(heading, _table(found, edition.results.vocabulary()), "")


def _table(figures: pd.DataFrame, names: Vocabulary) -> Explored | None:
    said = words.figure_table(figures, names)
    return None if said.empty else explored(said, filters=("Acteur", "Domaine", "Territoire", "Source"))
