"""The report of a region, its tables ready to be sent and its drawings; made once a region and method."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.domain_gaps import gap_lines
from charts.drawing import Drawing
from charts.look import Look
from charts.screen_look import Projected
from charts.spine import spine
from exports.figures import territory as numbers
from indicators.method import Method
from pages.explored import Explored, explored
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow, filled
from readings.debate.debate import debate
from readings.debate.parts import Part, parts
from readings.territory import line_words, lines
from readings.territory.alliance_words import country_table
from readings.territory.lines import Line
from readings.territory.meeting import FIRST, Voice, voices
from readings.territory.report import Felt, Report, report
from wording.lists import joined
from wording.perimeter import perimeters

__all__ = [
    "Line",
    "Portrait",
    "Told",
    "country_of",
    "felt_numbers",
    "felt_of",
    "felt_still",
    "lines_of",
    "meeting_of",
    "portrait_of",
    "read_lines",
    "spine_numbers",
    "spine_of",
    "spine_still",
]


@dataclass(frozen=True)
class Portrait:
    """The report, what opens it, and its folded tables, made ready to be sent when they are opened."""

    report: Report
    lead: tuple[str, ...]
    voices: tuple[Voice, ...]

    @cached_property
    def identity(self) -> pa.Table:
        """Return the identity card."""
        return arrow(self.report.identity)

    @cached_property
    def alliances(self) -> pa.Table | None:
        """Return the alliances of the region; None: nothing is published."""
        return filled(self.report.alliances)

    @cached_property
    def strengths(self) -> pa.Table:
        """Return the most and the least fragile domains."""
        return arrow(self.report.strengths)

    @cached_property
    def initiatives(self) -> Explored | None:
        """Return the initiatives of the region; None: there is none."""
        made = self.report.initiatives
        return None if made.empty else explored(made)


@dataclass(frozen=True)
class Told:
    """What an actor of the report feels: its table, its chart if it has one, where it was asked."""

    actor: Felt
    table: Explored
    drawing: Drawing | None
    perimeters: tuple[str, ...]


def felt_still(region: str, actor: str, method: Method, look: Look) -> dict[str, Any]:
    """Return the chart of the gaps of one actor of the report; raises LookupError when it has none."""
    drawn = [one.drawing for one in felt_of(region, method, look) if one.actor.actor_code == actor]
    if not (drawn and drawn[0]):
        raise LookupError("nothing is drawn for this actor")
    return drawn[0].specification


def spine_still(region: str, method: Method, look: Look) -> dict[str, Any]:
    """Return the spine chart of a region, for a picture; on a screen, the most fragile first."""
    order = lines.BY_FRAGILITY if isinstance(look, Projected) else lines.BY_AXIS
    return spine_of(region, method, look, order).specification


def spine_numbers(region: str, method: Method) -> pd.DataFrame:
    """Return the numbers of the spine chart, to take away."""
    return numbers.spine(results(), region, method)


def felt_numbers(region: str, actor: str, method: Method) -> pd.DataFrame:
    """Return the gaps of one actor in a region, to take away."""
    return numbers.felt(results(), region, actor, method)


@per_edition(max_entries=128)
def felt_of(_edition: Edition, region: str, method: Method, look: Look) -> tuple[Told, ...]:
    """Return what each actor of the report feels, with its table and its chart."""
    made = portrait_of(region, method).report
    return tuple(
        Told(
            actor,
            explored(actor.table, filters=("Domaine", "Enquête")),
            _gap_lines(actor, look),
            perimeters(gap["perimeter"] for gap in actor.gaps if gap["perimeter"] is not None),
        )
        for actor in made.felt
    )


def _gap_lines(actor: Felt, look: Look) -> Drawing | None:
    if actor.lines.empty:
        return None
    # Under the ranks written above the lines, and with the margin that the page leaves below a figure.
    height = round(look.text * (1.8 * len(actor.lines) + 3.2))
    spec = gap_lines(actor.lines, look, chosen="", height=height)
    listed = joined(actor.lines["label"])
    return Drawing(spec, f"{actor.sentence} {listed}.")


@per_edition(max_entries=128)
def spine_of(
    _edition: Edition, region: str, method: Method, look: Look, order: str = lines.BY_AXIS
) -> Drawing:
    """Return the spine chart of a region, its lines in an order of `readings.territory.lines.ORDERS`."""
    made = portrait_of(region, method).report
    rows = lines.ordered(made.spine_rows, made.gaps, order)
    return Drawing(spine(rows, look), line_words.spine_alternative(rows, made.spine_title))


@per_edition(max_entries=128)
def portrait_of(edition: Edition, region: str, method: Method) -> Portrait:
    """Return the report of a region."""
    made = report(edition.results, region, method)
    return Portrait(
        report=made,
        lead=(*filter(None, [made.overall]), FIRST),
        voices=voices(made.gaps, edition.results.vocabulary()),
    )


@per_edition(max_entries=1)
def country_of(edition: Edition) -> Explored:
    """Return what is published of the alliances of France, which stands beside each region."""
    return explored(country_table(edition.results), filters=("Acteur",))


@per_edition(max_entries=128)
def meeting_of(edition: Edition, region: str, method: Method) -> tuple[Part, ...]:
    """Return what a meeting about a region needs: facts, gaps, questions."""
    return parts(debate(edition.results, region, method))


@per_edition(max_entries=128)
def lines_of(edition: Edition, region: str, method: Method, order: str) -> tuple[lines.Line, ...]:
    """Return the lines of a region in an order of `readings.territory.lines.ORDERS`."""
    made = portrait_of(region, method).report
    return lines.lines(made.spine_rows, made.gaps, edition.results.vocabulary().actors, order)


def read_lines(order: str) -> tuple[str, str]:
    """Say what an order of the lines rests on, and what the words of their verdicts count."""
    return lines.RULES[order], lines.VERDICT
