"""The report of a region, its tables ready to be sent and its drawings; made once a region and method."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.domain_gaps import gap_lines
from charts.look import Look
from charts.spine import spine
from exports.figures import portrait as numbers
from indicators.method import Method
from indicators.portrait import line_words
from indicators.portrait.report import Felt, Report, report
from pages.facade import choices, perimeters
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow, filled

# A specification and its text alternative.
Drawn = tuple[dict[str, Any], str]


@dataclass(frozen=True)
class Portrait:
    """The report, and its tables ready to be sent (None: nothing is published)."""

    report: Report
    identity: pa.Table
    spine: pa.Table
    felt: tuple[pa.Table, ...]
    alliances: pa.Table | None
    country: pa.Table
    strengths: pa.Table
    initiatives: pa.Table | None


def felt_still(region: str, method: Method, look: Look, position: int) -> dict[str, Any]:
    """Return the chart of the gaps of one actor of the report; raises LookupError when it has none."""
    drawn = felt_drawings(region, method, look)[position]
    if drawn is None:
        raise LookupError("nothing is drawn for this actor")
    return drawn[0]


def spine_numbers(region: str, method: Method) -> pd.DataFrame:
    """Return the numbers of the spine chart, to take away."""
    return numbers.spine(results(), region, method)


def felt_numbers(region: str, actor: str, method: Method) -> pd.DataFrame:
    """Return the gaps of one actor in a region, to take away."""
    return numbers.felt(results(), region, actor, method)


def region_codes() -> tuple[str, ...]:
    """Return the regions in the order of the observatory."""
    return tuple(results().regions()["region_code"])


@per_edition(max_entries=128)
def felt_drawings(_edition: Edition, region: str, method: Method, look: Look) -> list[Drawn | None]:
    """Return, for each actor of the report, the chart of its gaps and its text alternative, if it has one."""
    made = portrait_of(region, method).report
    return [_felt_drawing(actor, look) for actor in made.felt]


@per_edition(max_entries=64)
def felt_perimeters(_edition: Edition, region: str, method: Method) -> tuple[str, ...]:
    """Return, for each actor of the report, the territories of the surveys (see `facade.perimeters`)."""
    made = portrait_of(region, method).report
    gaps = [choices.crossed(actor.actor_code, "", method).gaps for actor in made.felt]
    return tuple(perimeters.said(rows.loc[rows["region_code"] == region, "perimeter"]) for rows in gaps)


def _felt_drawing(actor: Felt, look: Look) -> Drawn | None:
    if actor.lines.empty:
        return None
    size = 13 if look.narrow else max(14, min(20, look.size[1] // 26))
    height = round(1.8 * size * (len(actor.lines) + 1))
    drawing = gap_lines(actor.lines, chosen="", height=height, size=size, page=look.page, narrow=look.narrow)
    listed = "\u202f; ".join(actor.lines["label"])
    return drawing, f"{actor.sentence} {listed}."


@per_edition(max_entries=128)
def spine_of(_edition: Edition, region: str, method: Method, look: Look) -> tuple[dict[str, Any], str]:
    """Return the spine chart of a region and its text alternative."""
    made = portrait_of(region, method).report
    size = 13 if look.narrow else max(14, min(20, look.size[1] // 26))
    drawn = spine(made.spine_rows, page=look.page, size=size, narrow=look.narrow)
    return drawn, line_words.spine_alternative(made.spine_rows, made.spine_title)


@per_edition(max_entries=128)
def portrait_of(edition: Edition, region: str, method: Method) -> Portrait:
    """Return the report of a region."""
    made = report(edition.results, region, method)
    return Portrait(
        report=made,
        identity=arrow(made.identity),
        spine=arrow(made.spine),
        felt=tuple(arrow(actor.table) for actor in made.felt),
        alliances=filled(made.alliances),
        country=arrow(made.country),
        strengths=arrow(made.strengths),
        initiatives=filled(made.initiatives),
    )
