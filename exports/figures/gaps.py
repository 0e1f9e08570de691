"""The numbers of the first figure of « Écarts »: every gap, with both sides it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from exports.figures.names import Names
from exports.figures.rows import COMPUTED, CROSSED, RANK, Row, ends, missing, noted, one, placed, valued
from exports.numbers import numbers
from indicators.gap_signs import Sign
from indicators.rows import Fields, each
from readings.gaps.cells import Cell
from readings.gaps.picture import Picture
from readings.phrases.reasons import gap_reason
from readings.phrases.words import nth
from wording.lists import joined
from wording.numbers import number
from wording.perimeter import perimeter
from wording.signs import WHOLE
from wording.typography import typed

GAP = "Écart (rang mesuré − rang ressenti)"
MEASURED, FELT = "Rang mesuré du domaine dans la région", "Rang ressenti"
# The other readings of a gap, as they are called for who reads only this table.
STANDARDISED = ("Écart standardisé (ressenti − mesuré, entre régions)", "écarts-types")
_READINGS = {
    "standardised_gap": STANDARDISED,
    "native_gap": ("Écart de notes (ressenti − mesuré de 0 à 10)", "points sur 10"),
    "centred_gap": ("Écart propre à la région (écart − écart moyen des régions)", "rangs"),
}


def gap_matrix(
    cells: Sequence[Cell], gaps: pd.DataFrame, picture: Picture, actor: str, names: Names
) -> pd.DataFrame:
    """Return the gap, its readings, its measured and its felt side, for every region x domain.

    `gaps`: rows of `indicators.gap_signs.gaps`, of the picture (`gap_matrix.picture.of_picture`); `actor`: a
    code. What cannot be computed is « non publié », and the note says why.
    """
    told = {(str(row.region_code), str(row.domain_code)): row for row in each(gaps)}
    rows = []
    for cell in cells:
        base = names.region(cell.region_code) | {
            "domain": names.domains[cell.domain_code],
            "actor": names.actors[actor],
            "period": picture.wave,
        }
        rows += [base | row for row in _cell(cell, told, picture, names)]
    return numbers(pd.DataFrame(rows))


def _cell(cell: Cell, told: Mapping[tuple[str, str], Any], picture: Picture, names: Names) -> Iterator[Row]:
    row, domain = told.get((cell.region_code, cell.domain_code)), names.domains[cell.domain_code]
    both = {"period": names.dated(domain, picture.wave), "source": CROSSED}
    yield both | {"measure": GAP, "unit": "rangs"} | _gap(cell)
    if row is not None:
        yield from (reading | both for reading in _readings(row))
    yield measured(cell, names)
    yield felt(cell, picture) | (written(row, rank=True) if cell.felt else {})
    if row is not None and cell.value is not None:
        known = {"measure": row.measure_label, "note": perimeter(cell.perimeter)}
        yield known | valued(cell.value, cell.unit) | written(row, rank=False)


def measured(cell: Cell, names: Names) -> Row:
    """Return the measured rank of the domain in the region, with its interval and the date of its domain."""
    when = names.measured.get(names.domains[cell.domain_code], "")
    base = {"measure": MEASURED, "unit": RANK, "period": when, "actor": "", "source": COMPUTED}
    if cell.measured is None:
        return base | missing("le domaine n’a pas de score dans cette région")
    rank, low, high, ranked = cell.measured
    return base | placed(rank, low, high) | {"note": f"sur {number(ranked, 0)} domaines"}


def felt(cell: Cell, picture: Picture) -> Row:
    """Return the felt rank: published, or the places that a top list leaves to what it does not name."""
    base = {"measure": FELT, "unit": RANK, "source": cell_sources(picture)}
    if cell.felt is None:
        return base | missing(noted("aucun rang publié", perimeter(cell.perimeter)))
    unnamed = f"non cité\u202f: {nth(cell.felt[0])} au mieux" if cell.bounded else ""
    return base | ends(*cell.felt) | {"note": noted(unnamed, perimeter(cell.perimeter))}


def cell_sources(picture: Picture) -> str:
    """Return the documents of a picture, without final point."""
    return joined(picture.sources)


def _gap(cell: Cell) -> Row:
    """A stated gap is told from one whose sign is not by its note; a bound is a range."""
    note = noted(WHOLE[cell.sign], _why(cell), perimeter(cell.perimeter))
    if cell.sign is Sign.NONE:
        return missing(note)
    if cell.gap is None:
        return ends(cell.low, cell.high) | {"note": note}
    return {"value": one(cell.gap), "low": one(cell.low), "high": one(cell.high), "note": note}


def _why(cell: Cell) -> str:
    return gap_reason(cell.reason) if cell.reason else ""


def _readings(row: Fields) -> Iterator[Row]:
    for column, (label, unit) in _READINGS.items():
        if pd.notna(getattr(row, column)):
            values = {"value": column, "low": f"{column}_low", "high": f"{column}_high"}
            known = {end: one(getattr(row, name)) for end, name in values.items()}
            yield {"measure": label, "unit": unit} | known


def written(row: Fields, *, rank: bool) -> Row:
    """Return where a figure is written; nothing where none is. A rank derived from values is in theirs."""
    if row is None:
        return {}
    own = rank and row.rank_origin != "derived"
    return {"source": typed(row.source), "sheet": row.sheet, "cell": row.rank_cell if own else row.cell}
