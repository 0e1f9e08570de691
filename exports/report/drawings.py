"""The charts of the report, drawn for paper: the same specifications as on screen, in the light colours."""

from __future__ import annotations

from dataclasses import dataclass

from charts import palette
from charts.domain_gaps import gap_lines
from charts.look import Look
from charts.spine import spine
from exports import picture
from exports.report.outline import outline_svg
from readings.territory import line_words
from readings.territory.report import Felt, Report
from wording.lists import joined

# Pixels of the drawing, which paper brings to the width of the text: 14 pixels are read as 8 points. So low,
# a figure has the smallest letters.
_SPINE, _LOW = (820, 900), 0
_GAPS_WIDTH, _GAPS_HALF = 700, 470
# Lines on all the charts of gaps together, past which they stand side by side.
_FEW_LINES = 20


@dataclass(frozen=True)
class Drawing:
    """A chart of the paper: its name among the files, and what it shows in words."""

    name: str
    alternative: str


def files(made: Report) -> dict[str, bytes]:
    """Return the pictures of a report by name: outline, spine, and one an actor that has lines."""
    drawn = spine(made.spine_rows, _look(_SPINE[0]))
    found = {
        "outline": outline_svg(made.region),
        # A page of its own: its lines stand further apart than on screen.
        "spine": picture.bare_svg(drawn | {"height": _SPINE[1]}, width=_SPINE[0]),
    }
    several = side_by_side(made)
    for actor in made.felt:
        if len(actor.lines):
            found[actor.actor_code] = _gaps(actor, several=several)
    return {name: content.encode("utf-8") for name, content in found.items()}


def spine_drawing(made: Report) -> Drawing:
    """Return the spine chart with the words of the page's own alternative."""
    return Drawing("spine", line_words.spine_alternative(made.spine_rows, made.spine_title))


def gap_drawing(actor: Felt) -> Drawing | None:
    """Return the chart of an actor's gaps with its words; None when no domain has both ranks."""
    if actor.lines.empty:
        return None
    listed = joined(actor.lines["label"])
    return Drawing(actor.actor_code, f"{actor.sentence} {listed}.")


def side_by_side(made: Report) -> bool:
    """Say whether the charts of the actors stand two by two: a complete survey would fill four pages."""
    return sum(len(actor.lines) for actor in made.felt) > _FEW_LINES


def _gaps(actor: Felt, *, several: bool) -> str:
    width = _GAPS_HALF if several else _GAPS_WIDTH
    look, rows = _look(width), len(actor.lines) + 1
    height = round((1.55 if several else 1.8) * look.text * rows)
    return picture.bare_svg(gap_lines(actor.lines, look, chosen="", height=height), width=width)


def _look(width: int) -> Look:
    return Look("", (width, _LOW), palette.LIGHT)
