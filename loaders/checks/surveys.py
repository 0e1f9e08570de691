"""Checks on the survey figures: how many are doubtful, and which contradict one another."""

from __future__ import annotations

from collections import defaultdict

from loaders.findings import Findings
from loaders.records import SurveyFigure
from wording.lists import join
from wording.numbers import counted, plural

DOUBTFUL = "a_verifier"


def check_surveys(figures: tuple[SurveyFigure, ...], findings: Findings) -> None:
    """Count the doubtful figures of a sheet and report those that contradict one another."""
    _count_doubtful(figures, findings)
    same: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
    for figure in figures:
        # Without anything that says what is measured, two figures are not about the same thing.
        if figure.value is not None and (figure.domain_code or figure.detail):
            same[_subject(figure)].append(figure)
    for group in same.values():
        if len({figure.value for figure in group}) > 1:
            _contradiction(group, findings)


def _subject(figure: SurveyFigure) -> tuple[object, ...]:
    return (
        figure.wave,
        figure.survey,
        figure.survey_date,
        figure.actor_code,
        frozenset(figure.region_codes),
        figure.perimeter,
        figure.domain_code,
        figure.measure,
        figure.detail,
        figure.subpopulation,
        figure.unit,
        figure.base,
    )


def _count_doubtful(figures: tuple[SurveyFigure, ...], findings: Findings) -> None:
    doubtful = [figure for figure in figures if figure.reliability == DOUBTFUL]
    if doubtful:
        kept = plural(len(doubtful), "chiffre est", "chiffres sont")
        findings.info(
            "chiffres_a_verifier",
            doubtful[0].sheet,
            doubtful[0].cell,
            f"{len(doubtful)} {kept} à vérifier (contradiction, libellé illisible ou acteur incertain) : "
            "hors de tout calcul.",
            "Retrouver le document et changer la fiabilité.",
        )


def _contradiction(group: list[SurveyFigure], findings: Findings) -> None:
    """Two published figures that disagree are an alert, unless one of them is already marked as doubtful."""
    settled = sum(figure.reliability != DOUBTFUL for figure in group) <= 1
    record = findings.info if settled else findings.alert
    values = join(f"{figure.raw_value} ({figure.cell})" for figure in group)
    first = group[0]
    subject = (first.wave, first.actor_code, first.domain_code, first.detail)
    record(
        "chiffres_contradictoires",
        first.sheet,
        group[1].cell,
        f"{counted(len(group), 'chiffre', 'chiffres')} se contredisent sur un même sujet "
        f"({' ; '.join(part for part in subject if part)})"
        f" : {values}.",
        "Le chiffre douteux est déjà écarté."
        if settled
        else "Retrouver le bon chiffre et marquer l’autre a_verifier.",
    )
