"""The whole page « Regards croisés », in the order it is read."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from readings.actors.accord import accord
from readings.actors.alliance_changes import alliance_changes
from readings.actors.alliance_rows import MEASURES
from readings.actors.apart import apart
from readings.actors.changes import changes
from readings.actors.context import Context, Voices, asked
from readings.actors.conviction import conviction
from readings.actors.part import Part
from readings.actors.practices import practices
from readings.actors.priorities import priorities, title
from readings.actors.rankings import rankings
from readings.actors.regional import regional, regional_title
from readings.actors.roles import roles
from readings.actors.side_by_side import side_by_side
from wording.source_notes import documents


@dataclass(frozen=True)
class Crossing:
    """The title, the sections, the documents that the figures come from (without their addresses).

    `finding`: that on France, `""` where it is the title.
    """

    title: str
    finding: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]


def crossing(
    heard: Voices, agreements: pd.DataFrame, actor: str, region: str = "", wave: str = ""
) -> Crossing:
    """Cross what the actors say; `region` (a code) and `wave` (a name) are `""` for no choice.

    `agreements`: rows of `indicators.agreement`, of France and of the region at least. `actor` orders the
    domains, and is the one whose evolution is drawn.
    """
    context = asked(heard, actor, region, wave)
    ranked = rankings(context)
    parts = (
        priorities(context, ranked),
        *filter(None, (regional(context), apart(context))),
        *side_by_side(context),
        accord(context, agreements),
        conviction(context),
        practices(context),
        *filter(None, (alliance_changes(context),)),
        roles(context),
        changes(context),
    )
    finding, own = title(context, ranked), regional_title(context)
    return Crossing(own or finding, finding if own else "", parts, _sources(context))


def _sources(context: Context) -> tuple[str, ...]:
    shown = context.alliances[context.alliances["measure"].isin(MEASURES)]
    return documents([*context.told["source"], *shown["source"]])
