"""Which doubt decides the ranks of the settings."""

from dataclasses import dataclass

from indicators.method import Method
from pages.explored import Explored, explored
from pages.facade import choices
from pages.facade.edition import Edition, per_edition
from readings.settings import doubts
from readings.settings.moves import OVERALL


@dataclass(frozen=True)
class Doubted:
    """What the ranks are due to, that of the chosen region first; how the table is read; the table."""

    said: tuple[str, ...]
    takeaway: str
    reading: str
    table: Explored


@per_edition(max_entries=64)
def doubted(edition: Edition, method: Method, axis: str, region: str) -> Doubted | None:
    """Return what decides the ranks of an axis (`""`: of the whole); None where there is no rank."""
    known, every = edition.results.vocabulary(), edition.results.doubts(method)
    rows = every[every["code"] == (axis or OVERALL)]
    if rows.empty:
        return None
    own = doubts.said(rows, known.names, region) if region else ""
    takeaway = doubts.takeaway(rows, known.regions)
    return Doubted(
        tuple(f"{said}." for said in (own, takeaway) if said),
        takeaway,
        doubts.READING,
        explored(doubts.table(rows, known.regions), chosen=choices.region_name(region)),
    )
