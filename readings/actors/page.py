"""The whole page « Regards croisés », in the order it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd

from readings.actors import (
    accord,
    alliance_changes,
    changes,
    conviction,
    practices,
    priorities,
    roles,
    side_by_side,
)
from readings.actors.alliance_rows import MEASURES
from readings.actors.apart import apart
from readings.actors.context import Context, Voices, asked
from readings.actors.part import Part
from readings.actors.rankings import rankings
from readings.actors.regional import regional, regional_title
from wording.source_notes import documents


@dataclass(frozen=True)
class Section:
    """One section: its heading, and the rest, made once it is open."""

    heading: str
    make: Callable[[], Part]

    @cached_property
    def part(self) -> Part:
        """The whole section."""
        return self.make()


@dataclass(frozen=True)
class Crossing:
    """The title, the sections, the documents that the figures come from (without their addresses).

    `finding`: that on France, `""` where it is the title.
    """

    title: str
    finding: str
    sections: tuple[Section, ...]
    sources: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every section, whole."""
        return tuple(section.part for section in self.sections)


def crossing(
    heard: Voices, agreements: pd.DataFrame, actor: str, region: str = "", wave: str = ""
) -> Crossing:
    """Cross what the actors say; `region` (a code) and `wave` (a name) are `""` for no choice.

    `agreements`: rows of `indicators.agreement`, of France and of the region at least. `actor` orders the
    domains, and is the one whose evolution is drawn.
    """
    context = asked(heard, actor, region, wave)
    ranked = rankings(context)
    sections = tuple(_sections(context, agreements, ranked))
    finding, own = priorities.title(context, ranked), regional_title(context)
    return Crossing(own or finding, finding if own else "", sections, _sources(context))


def _sections(
    context: Context, agreements: pd.DataFrame, ranked: dict[str, pd.DataFrame]
) -> Iterator[Section]:
    yield Section(priorities.HEADING, partial(priorities.priorities, context, ranked))
    for part in filter(None, (regional(context), apart(context))):
        yield Section(part.heading, partial(_made, part))
    for measure in side_by_side.measures(context):
        yield Section(side_by_side.HEADINGS[measure], partial(side_by_side.side_by_side, context, measure))
    yield Section(accord.HEADING, partial(accord.accord, context, agreements))
    yield Section(conviction.HEADING, partial(conviction.conviction, context))
    yield Section(practices.HEADING, partial(practices.practices, context))
    moved = alliance_changes.changed(context)
    if any(map(len, moved)):
        yield Section(alliance_changes.HEADING, partial(alliance_changes.alliance_changes, context, *moved))
    yield Section(roles.HEADING, partial(roles.roles, context))
    yield Section(changes.HEADING, partial(changes.changes, context))


def _made(part: Part) -> Part:
    return part


def _sources(context: Context) -> tuple[str, ...]:
    shown = context.alliances[context.alliances["measure"].isin(MEASURES)]
    return documents([*context.told["source"], *shown["source"]])
