"""The view of the gaps: the cells of « Écarts » for one domain, as the 13 rows of the first page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.facts_cells import NO_SUPPORT, supports
from indicators.gap_signs import STATED, Sign
from indicators.perception import perceived
from indicators.results import Results
from indicators.structure import DomainLabels
from readings.gaps.cell_words import details, each_side, mark, reason
from readings.gaps.cell_words import gap as gap_words
from readings.gaps.cells import Cell
from readings.gaps.one_domain import DomainGaps, by_chance, domain_gaps
from readings.overview.choice import of_domain
from readings.overview.felt import actor_meta, france_figures
from readings.overview.finding import Finding
from readings.overview.findings import gap_finding
from readings.overview.rows import APART, thirteen
from readings.overview.views import OverviewMeta
from readings.phrases import measured_dates

Drawn = tuple[pd.DataFrame, OverviewMeta, Finding, DomainGaps | None]


def gap(results: Results, domain: DomainLabels, actor: str, wave: str | None) -> Drawn:
    """Show the gaps with the signs that may be stated, of the wave and measure that cover most regions."""
    told = perceived(results.store, actor)
    crossed = domain_gaps(results, domain.code, actor, wave)
    every = () if crossed is None else crossed.cells
    felt = _felt(crossed)
    frame = thirteen(results.store, _rows(every, felt), absent="not_published", lowest_first=False)
    meta = replace(
        actor_meta(results.store, domain, felt, frame, told, actor),
        published_count=sum(_computed(cell) and not cell.bounded for cell in every),
        france=france_figures(of_domain(told, domain.code), wave),
        measured_when=measured_dates.by_domain(results).get(domain.code, ""),
        measured_span=measured_dates.span(results),
        measured_sources=measured_dates.sources(results, domain.code),
        ranked_domains=max((cell.measured[3] for cell in every if cell.measured), default=None),
        chance=by_chance(every),
    )
    behind = supports(results.store)
    measured = [
        cell for code in felt["region_code"] for cell in behind.get((code, domain.code), NO_SUPPORT).cells
    ]
    meta = replace(meta, cells=tuple(dict.fromkeys([*meta.cells, *measured])))
    return frame, meta, gap_finding(every, meta), crossed


def _felt(crossed: DomainGaps | None) -> pd.DataFrame:
    """Return the felt figures behind the cells, with the cell that holds each."""
    if crossed is None:
        return pd.DataFrame(columns=["region_code", "survey", "source", "sheet", "cell", "wave", "measure"])
    rows = crossed.gaps
    own = rows["rank_origin"] == "published"
    return rows.assign(cell=rows["rank_cell"].where(own, rows["cell"]))


def _rows(every: tuple[Cell, ...], felt: pd.DataFrame) -> pd.DataFrame:
    """Return a row a cell that says something; the others are « not published »."""
    where = felt.set_index("region_code")[["sheet", "cell"]].to_dict("index")
    return pd.DataFrame(
        [
            {"region_code": cell.region_code} | _row(cell) | where.get(cell.region_code, {})
            for cell in every
            if _computed(cell) or cell.region_code in where
        ],
        columns=[*_COLUMNS, "sheet", "cell"],
    )


_COLUMNS = (
    *("region_code", "value", "low", "high", "status", "objective_rank"),
    *("perceived_rank_low", "perceived_rank_high", "perimeter", "mark", "said", "details", *APART),
)


def _row(cell: Cell) -> dict[str, Any]:
    low, high = cell.felt or (None, None)
    stated = cell.sign in STATED
    sides = each_side(cell)
    apart = (sides.measured, sides.felt, sides.value, reason(cell))
    return dict(zip(APART, apart, strict=True)) | {
        "value": cell.gap if stated else None,
        "low": cell.low,
        "high": cell.high,
        "status": _status(cell),
        "objective_rank": cell.measured[0] if cell.measured else None,
        "perceived_rank_low": low,
        "perceived_rank_high": high,
        "perimeter": cell.perimeter,
        "mark": mark(cell),
        "said": gap_words(cell),
        "details": details(cell),
    }


def _status(cell: Cell) -> str:
    if cell.sign is Sign.NONE:
        return "missing"
    if cell.sign is Sign.UNDETERMINED:
        return "undetermined"
    return "range" if cell.gap is None else "value"


def _computed(cell: Cell) -> bool:
    return cell.sign is not Sign.NONE
