"""Checks on the figures of one question asked of one territory: one scale, and ranks that follow values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from statistics import median

from loaders.checks.magnitude import misplaced, question
from loaders.checks.surveys import DOUBTFUL
from loaders.findings import Findings
from loaders.records import SurveyFigure
from wording.lists import join
from wording.numbers import plural

NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"
# Fewer figures say nothing of their scale.
_FEWEST = 5
_HALF, _TEN = Decimal(5), Decimal(10)


def check_vectors(figures: tuple[SurveyFigure, ...], findings: Findings) -> None:
    """Run the checks of each question on the figures that compare domains; doubtful ones are left out."""
    groups: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
    scales: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
    for figure in figures:
        if figure.domain_code and not figure.detail and figure.reliability != DOUBTFUL:
            asked = (figure.survey, figure.wave, figure.actor_code, figure.measure, figure.subpopulation)
            groups[*asked, frozenset(figure.region_codes), figure.perimeter].append(figure)
            if figure.value is not None:
                scales[asked].append(figure)
    for group in groups.values():
        _check_ranks(group, findings)
    for group in scales.values():
        if len(group) >= _FEWEST:
            _check_scale(group, findings)


def _check_ranks(group: list[SurveyFigure], findings: Findings) -> None:
    """A theme ranked third has two others above it at most: more values above its own contradict its rank."""
    valued = [(figure, figure.value) for figure in group if figure.value is not None]
    wrong = [
        (figure, above)
        for figure, value in valued
        if figure.rank_high is not None
        and (above := list(_above(figure, value, valued)))
        and (len(above) >= figure.rank_high or any(_better(figure, other) for other in above))
    ]
    if not wrong:
        return
    figure, above = wrong[0]
    cells = join(f"{other.rank_cell} ({other.raw_rank}, pour {other.raw_value})" for other, _ in wrong)
    more = join(f"{other.raw_value} ({other.cell})" for other in above)
    findings.alert(
        "rangs_contradictoires",
        figure.sheet,
        figure.rank_cell,
        f"{figure.wave}, {figure.actor_code}\u202f: {plural(len(wrong), 'le rang', 'les rangs')} {cells} "
        f"{plural(len(wrong), 'contredit', 'contredisent')} des valeurs plus élevées\u202f: {more}.",
        "Vérifier dans le document publié\u202f: le rang, les valeurs, ou ce qui est classé.",
    )


def _above(
    figure: SurveyFigure, value: Decimal, valued: Iterable[tuple[SurveyFigure, Decimal]]
) -> Iterable[SurveyFigure]:
    return (other for other, height in valued if other is not figure and height > value)


def _better(figure: SurveyFigure, other: SurveyFigure) -> bool:
    """True when a figure is ranked before another one that is higher."""
    return other.rank_low is not None and figure.rank_high is not None and other.rank_low > figure.rank_high


def _check_scale(group: list[SurveyFigure], findings: Findings) -> None:
    """Notes that never pass 5, shares that never pass 10, one note ten times or a tenth of the others."""
    values = {figure.cell: figure.value for figure in group if figure.value is not None}
    first, highest = group[0], max(values.values())
    said = f"{first.survey}, {first.wave}"
    if first.measure == NOTE and highest <= _HALF:
        findings.alert(
            "echelle_de_cinq",
            first.sheet,
            first.cell,
            f"{said}\u202f: aucune des {len(group)} notes ne passe 5. Est-ce une échelle de 1 à 5\u202f?",
            "Les notes se lisent sur 10\u202f: ramener celles d’une autre échelle à 10.",
        )
    if first.measure == SHARE and highest <= _TEN:
        findings.alert(
            "parts_ou_notes",
            first.sheet,
            first.cell,
            f"{said}\u202f: aucune des {len(group)} parts ne passe 10\u202f%. Des notes sur 10\u202f?",
            "Vérifier la mesure et l’unité.",
        )
    positive = {cell: value for cell, value in values.items() if value > 0}
    if first.measure == NOTE and len(positive) >= _FEWEST:
        for cell, found in misplaced(positive, median(positive.values())).items():
            findings.alert(
                "ordre_de_grandeur",
                first.sheet,
                cell,
                f"{said}\u202f: {question(found)}",
                "Vérifier dans le document publié\u202f; la valeur est gardée telle quelle.",
            )
