"""« Par domaine », the regions side by side: standardised gaps, and both sides as distances to France."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.drawing import Drawing
from charts.look import Look
from charts.palette import Page
from charts.spans import spans
from charts.spans_frame import Panel
from exports.figures import domain_across as numbers
from indicators.method import Method
from pages.explored import Explored, explored
from pages.facade import choices
from pages.facade.domain_actors import Choice
from pages.facade.edition import Edition, per_edition, results
from readings.domain import across_words
from readings.gaps.picture import of_picture, pictured_on
from wording.lists import joined

SIDES_TITLE, STANDARDISED, FELT = across_words.SIDES_TITLE, across_words.STANDARDISED, across_words.FELT


@dataclass(frozen=True)
class Across:
    """A figure of the regions: what it finds and what it is, its drawing (None: there is nothing to draw).

    The table is made when it is asked.
    """

    title: str
    lead: str
    drawing: Drawing | None
    rows: pd.DataFrame = field(repr=False)
    chosen: str

    def table(self) -> Explored:
        """Return the same in words, ready to be sent."""
        return explored(self.rows, chosen=self.chosen)


@per_edition(max_entries=128)
def across_of(edition: Edition, choice: Choice, method: Method, look: Look) -> Across | None:
    """Return the standardised gaps of one choice; None where five regions are not compared."""
    rows = _standardised(choice, method)
    if rows.empty:
        return None
    title = across_words.across_finding(rows)
    panel = Panel(
        across_words.STANDARDISED,
        "Écart entre régions, en écarts-types",
        ("◂ ressenti au-dessous", "ressenti au-dessus ▸"),
        "comme mesuré",
        "diamond",
        look.page.felt,
    )
    drawing = Drawing(spans(rows, [panel], look, chosen=look.region), f"{title}. {joined(rows['label'])}.")
    table = across_words.across_table(rows, edition.results.vocabulary().regions)
    return Across(title, across_words.ACROSS_LEAD, drawing, table, choices.region_name(look.region))


def has_sides(choice: Choice, method: Method) -> bool:
    """Say whether a gap of this choice is published by region, so that both sides are known."""
    return not _gaps(choice, method).empty


@per_edition(max_entries=128)
def sides_of(edition: Edition, choice: Choice, method: Method, look: Look) -> Across:
    """Return both sides of one choice that has some (`has_sides`) as distances to France.

    Without the figure of France in the survey, the measured side stands alone in the table.
    """
    gaps = _gaps(choice, method)
    rows = across_words.sides(gaps, _names())
    values = edition.results.region_values(choice[0])
    unit, decimals = ("", 1) if values.empty else (str(values["unit"].iloc[0]), int(values["decimals"].max()))
    table = across_words.sides_table(gaps, edition.results.vocabulary().regions, unit, decimals)
    title = across_words.SIDES_TITLE
    if rows.empty:
        return Across(title, across_words.NO_FRANCE, None, table, choices.region_name(look.region))
    drawing = Drawing(
        spans(rows, _panels(gaps, look.page), look, chosen=look.region), f"{title}. {joined(rows['label'])}."
    )
    return Across(title, across_words.SIDES_LEAD, drawing, table, choices.region_name(look.region))


def still(drawn: str, choice: Choice, method: Method, look: Look) -> dict[str, Any]:
    """Return one of the two drawings, for a picture; raises LookupError where there is none."""
    made = (across_of if drawn == across_words.STANDARDISED else sides_of)(choice, method, look)
    if made is None or made.drawing is None:
        raise LookupError("nothing is drawn for this choice")
    return made.drawing.specification


def numbers_of(drawn: str, choice: Choice, method: Method) -> pd.DataFrame:
    """Return the numbers of one of the two drawings, to take away."""
    made = numbers.across if drawn == across_words.STANDARDISED else numbers.sides
    return made(results(), _gaps(choice, method))


@per_edition(max_entries=128)
def _standardised(_edition: Edition, choice: Choice, method: Method) -> pd.DataFrame:
    return across_words.across(_gaps(choice, method), _names())


@per_edition(max_entries=128)
def _gaps(_edition: Edition, choice: Choice, method: Method) -> pd.DataFrame:
    """Return the gaps of the survey that is shown, one a region; none of an actor without any."""
    domain, actor, wave = choice
    found = choices.crossed(actor, wave, method).gaps
    picture = pictured_on(found, domain)
    here = found[found["domain_code"] == domain]
    return of_picture(here, picture) if picture else here


def _names() -> dict[str, str]:
    return dict(results().vocabulary().short_regions)


def _panels(gaps: pd.DataFrame, page: Page) -> list[Panel]:
    felt = "Ressenti, en points" if (gaps["unit"] == "%").all() else "Ressenti, note sur 10"
    ends = ("◂ moins que la France", "plus ▸")
    return [
        Panel(across_words.MEASURED, "Mesuré, en écarts-types", ends, "France", "circle", page.measured),
        Panel(across_words.FELT, felt, ends, "France", "diamond", page.felt),
    ]
