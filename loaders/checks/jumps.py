"""A survey figure that jumps from one wave to another: the same question, to the same people, elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from loaders.cells.figures import is_percent
from loaders.checks.surveys import DOUBTFUL, about
from loaders.checks.vectors import NOTE
from loaders.findings import Findings
from loaders.records import SurveyFigure
from wording.numbers import quantity
from wording.source_notes import NOT_COMPARABLE
from wording.typography import quoted

# 20 points, 2 of a note. Of 613 questions asked again, half did not move, and half of those that did moved by
# less than 10 points (Page and Shapiro, Public Opinion Quarterly 46, 1982): we ask from twice as much.
_FIFTH = 5
_PERCENT, _NOTE = Decimal(100), Decimal(10)


def check_jumps(
    before: Iterable[SurveyFigure],
    figures: Iterable[SurveyFigure],
    findings: Findings,
    labels: Mapping[str, str],
) -> None:
    """Say which of `figures` are more than a fifth of their scale away from another wave.

    Each is compared to those of `before`, already checked, and to those above it. `labels`: of the domains.
    """
    same: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
    for figure in filter(_comparable, before):
        same[_question(figure)].append(figure)
    for figure in filter(_comparable, figures):
        for other in same[_question(figure)]:
            if figure.wave != other.wave and _moved(figure, other):
                _alert(figure, other, findings, labels)
        same[_question(figure)].append(figure)


def _comparable(figure: SurveyFigure) -> bool:
    return figure.value is not None and figure.reliability != DOUBTFUL and NOT_COMPARABLE not in figure.remark


def _moved(figure: SurveyFigure, other: SurveyFigure) -> bool:
    scale = _NOTE if figure.measure == NOTE else _PERCENT if is_percent(figure.unit) else None
    if scale is None or figure.value is None or other.value is None:
        return False
    return abs(figure.value - other.value) > scale / _FIFTH


def _question(figure: SurveyFigure) -> tuple[object, ...]:
    """What is asked of whom, whenever."""
    people = (figure.actor_code, figure.subpopulation, frozenset(figure.region_codes), figure.perimeter)
    return (*people, figure.domain_code, figure.measure, figure.detail, figure.unit)


def _alert(figure: SurveyFigure, other: SurveyFigure, findings: Findings, labels: Mapping[str, str]) -> None:
    findings.alert(
        "saut_entre_vagues",
        figure.sheet,
        figure.cell,
        f"{about(figure, labels)}\u202f: valeur inhabituelle\u202f: {_told(figure)}, contre "
        f"{_told(other)} dans {quoted(other.wave)} ({other.cell}).",
        "À vérifier dans les documents publiés\u202f; elle peut être vraie.",
    )


def _told(figure: SurveyFigure) -> str:
    unit = "sur 10" if figure.measure == NOTE else figure.unit
    return quantity(float(figure.value or 0), unit, most=figure.decimals)
