"""« Regards croisés »: its sections, worded and drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import crossing as charts
from charts.look import Look
from exports.figures import crossing as figures
from indicators.crossing.context import Voices, voices
from indicators.crossing.conviction import OTHERS
from indicators.crossing.page import Crossing, crossing
from indicators.crossing.part import Part
from loaders.store import FRANCE, Store
from pages.facade import choices, off_screen, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import filled


@dataclass(frozen=True)
class Drawn:
    """One section ready to be sent: the words of `part`, its figure and its table (None: there is none)."""

    part: Part
    alternative: str
    figure: dict[str, Any] | None
    table: pa.Table | None


@dataclass(frozen=True)
class ActorsPage:
    """The whole page: title, sections in order, documents."""

    title: str
    sections: tuple[Drawn, ...]
    sources: tuple[str, ...]


def page_of(actor: str, wave: str, look: Look) -> ActorsPage:
    """Return the page for an actor and a wave (codes), drawn for a look, which holds the region."""
    return _page(store().key, store(), (actor, wave), look)


def numbers_of(part: Part) -> pd.DataFrame:
    """Return the numbers of the figure of a section."""
    return figures.crossing(part, off_screen.words())


def picture_of(part: Part, look: Look) -> dict[str, Any]:
    """Return the figure of a section as it is drawn in a picture."""
    return _DRAWINGS[part.kind](part.rows, look=look)


@kept(max_entries=128)
def _page(key: str, _store: Store, choice: tuple[str, str], look: Look) -> ActorsPage:
    actor, wave = choice
    found = _crossing(key, _store, actor, look.region, wave)
    return ActorsPage(found.title, tuple(_drawn(part, look) for part in found.parts), found.sources)


@kept(max_entries=256)
def _crossing(key: str, _store: Store, actor: str, region: str, wave: str) -> Crossing:
    places = dict.fromkeys([FRANCE, region or FRANCE])
    agreements = pd.concat([results.agreements("", place) for place in places], ignore_index=True)
    return crossing(_voices_of(key, _store), agreements, actor, region, choices.wave(wave) or "")


@kept(max_entries=4)
def _voices_of(key: str, _store: Store) -> Voices:
    return voices(_store)


def _drawn(part: Part, look: Look) -> Drawn:
    table = filled(part.table)
    figure = None if part.rows.empty else _DRAWINGS[part.kind](part.rows, look=look)
    return Drawn(part, part.alternative, figure, table)


def _voices(rows: pd.DataFrame, scale: charts.Scale, look: Look) -> dict[str, Any]:
    names = choices.words(results.actors(), "actor_code", "label")
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
