"""Which values carry a mark of the source, or a reason for being absent: said once per meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from loaders.findings import Findings
from loaders.naming import quote
from loaders.records import IndicatorValue, SurveyFigure
from wording.numbers import counted

_SHOWN = 5


def report_marked(values: Iterable[IndicatorValue | SurveyFigure], findings: Findings) -> None:
    """List the cells of each mark, at the first of them."""
    marked: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for value in values:
        if value.note:
            marked[value.sheet, value.note].append(value.cell)
    for (sheet, note), cells in marked.items():
        places = ", ".join(cells[:_SHOWN]) + ("…" if len(cells) > _SHOWN else "")
        findings.info(
            "valeurs_marquees",
            sheet,
            cells[0],
            f"{counted(len(cells), 'case porte', 'cases portent')} un signe de la source, lu {quote(note)} "
            f"({places}).",
        )
