"""The page of the gaps: heatmap, corners and lists, each made once for a choice."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from charts import bands, heatmap_legend
from charts.drawing import Drawing
from charts.heatmap import NOTHING, OPEN, STATED, Grid, heatmap
from charts.heatmap_axes import two_lines
from charts.look import Look
from charts.together import above
from exports.figures.gaps import gap_matrix
from indicators.gap_signs import Sign
from indicators.method import Method
from indicators.vocabulary import Vocabulary
from pages.explored import Explored, explored
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition, results
from pages.tables import filled
from readings.gaps import absent as words_of_none
from readings.gaps import cell_words, findings, picture, tables
from readings.gaps.cells import Cell, cells
from readings.phrases import measured_dates, reach
from readings.phrases.words import of
from wording.numbers import number

_LINE, _PHONE_LINE = 12, 16


class Survey(NamedTuple):
    """One actor, one wave (a code of the address), one method."""

    actor: str
    wave: str
    method: Method


@dataclass(frozen=True)
class Matrix:
    """The first figure, ready to be sent: what it finds, its drawing and its table."""

    title: str
    lead: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    drawing: Drawing
    legend: Drawing
    table: Explored
    shown: picture.Picture


@dataclass(frozen=True)
class Absent:
    """What is said when nothing is published by region: why, what can be done, what exists (or None)."""

    title: str
    why: str
    done: str
    table: pa.Table | None
    sources: tuple[str, ...]


def numbers_of(survey: Survey, found: picture.Picture) -> pd.DataFrame:
    """Return every gap of the matrix with both its sides."""
    told = picture.of_picture(choices.crossed(*survey).gaps, found)
    return gap_matrix(every_cell(survey), told, found, survey.actor, off_screen.words())


def picture_of(survey: Survey, look: Look) -> dict[str, Any]:
    """Return the matrix and its legend as they are drawn in a picture."""
    return above(_drawing(every_cell(survey), vocabulary(), look), heatmap_legend.legend(look))


def felt_by(actor: str) -> str:
    """Return « des citoyens »."""
    return of(vocabulary().actors_the[actor])


def shown(survey: Survey) -> picture.Picture | None:
    """Return which wave and measure are shown together."""
    return picture.pictured(choices.crossed(*survey).gaps)


@per_edition(max_entries=1)
def vocabulary(edition: Edition) -> Vocabulary:
    """Return the names the page is worded with."""
    return edition.results.vocabulary()


@per_edition(max_entries=128)
def every_cell(edition: Edition, survey: Survey) -> tuple[Cell, ...]:
    """Return every region x domain of the picture shown."""
    found, known = shown(survey), vocabulary()
    if found is None:
        return ()
    return cells(
        picture.of_picture(choices.crossed(*survey).gaps, found),
        picture.of_picture(choices.crossed(*survey).unnamed, found),
        edition.results.rank_intervals(survey.method),
        list(known.regions),
        list(known.domains),
        reach.inside_of(edition.results, survey.method),
    )


@per_edition(max_entries=256)
def matrix(edition: Edition, survey: Survey, look: Look) -> Matrix | None:
    """Return the heatmap of one actor; None when nothing is published by region."""
    found, known, who = shown(survey), vocabulary(), felt_by(survey.actor)
    if found is None:
        return None
    every = every_cell(survey)
    title = findings.title(every, who, look.region, known)
    table = tables.of_region(every, look.region, known) if look.region else tables.of_all(every, known)
    return Matrix(
        title=title,
        lead=findings.lead(found, who, measured_dates.span(edition.results)),
        notes=findings.notes(every, found, look.region, known),
        sources=found.sources,
        drawing=Drawing(
            _drawing(every, known, look),
            f"{title}. Tableau de couleurs, un domaine par ligne, une région par colonne\u202f: "
            f"{tables.said(every, known)}. Le reste est non calculable.",
        ),
        legend=Drawing(heatmap_legend.legend(look), heatmap_legend.ALTERNATIVE),
        table=explored(table),
        shown=found,
    )


@per_edition(max_entries=64)
def absent(_edition: Edition, survey: Survey) -> Absent:
    """Return what is said of an actor without any figure by region."""
    who = felt_by(survey.actor)
    felt = choices.everyone(survey.wave)
    felt = felt[felt["actor_code"] == survey.actor]
    why, done = words_of_none.reason(felt, who, choices.wave(survey.wave) or "")
    table = words_of_none.table(felt, vocabulary())
    return Absent(
        words_of_none.title(who),
        why,
        done,
        filled(table),
        tuple(felt["source"].drop_duplicates()),
    )


def _drawing(every: tuple[Cell, ...], known: Vocabulary, look: Look) -> dict[str, Any]:
    rows = pd.DataFrame([_row(cell, known, short=look.narrow) for cell in every])
    rows = rows.astype({"value": "float64"})
    regions = [(code, two_lines(name, _LINE), False) for code, name in known.short_regions.items()]
    axes = list(results().domains()["axis_label"])
    domains = [
        (
            code,
            two_lines(name, _PHONE_LINE) if look.narrow else [name],
            place > 0 and axes[place] != axes[place - 1],
        )
        for place, (code, name) in enumerate(known.domains.items())
    ]
    grid = Grid(regions, domains, ("domaine", "domaines"), "Écart")
    return heatmap(rows, grid, bands.gaps(rows["value"], number, look.page), look)


def _row(cell: Cell, known: Vocabulary, *, short: bool) -> dict[str, Any]:
    where = f"{known.domains[cell.domain_code]}, {known.names[cell.region_code].name_in}"
    looks = {Sign.UNDETERMINED: OPEN, Sign.NONE: NOTHING}
    return {
        "region": cell.region_code,
        "line": cell.domain_code,
        "look": looks.get(cell.sign, STATED),
        "value": cell.high if cell.bounded else cell.gap,
        "text": cell_words.mark(cell, short=short),
        "label": f"{where}\u202f: {cell_words.gap(cell)} ({cell_words.sides(cell)})",
    }
