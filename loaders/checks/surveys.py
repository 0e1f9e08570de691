"""Checks on the survey figures: how many are doubtful, which are told twice, which contradict one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from loaders.findings import Findings
from loaders.records import SurveyFigure
from wording.lists import join, joined
from wording.numbers import counted, plural

DOUBTFUL = "a_verifier"
Groups = Iterable[list[SurveyFigure]]


def check_surveys(
    figures: tuple[SurveyFigure, ...], findings: Findings, labels: Mapping[str, str]
) -> tuple[SurveyFigure, ...]:
    """Report what is doubtful, repeated or contradictory on a sheet; return the figures, each once.

    `labels`: of the domains by code, since no reader knows a code.
    """
    _count_doubtful(figures, findings)
    repeated = _repeated(figures, findings, labels)
    kept = tuple(figure for figure in figures if figure.figure_id not in repeated)
    for group in _together(kept):
        if len({figure.value for figure in group}) > 1:
            _contradiction(group, findings, labels)
    return kept


def _together(figures: tuple[SurveyFigure, ...]) -> Groups:
    """The figures by what they are about; without anything that says it, two figures are not compared."""
    same: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and (figure.domain_code or figure.detail):
            same[_subject(figure)].append(figure)
    return same.values()


def _subject(figure: SurveyFigure) -> tuple[object, ...]:
    """What a figure is about. Among alliances the base belongs to the question; elsewhere it is a note."""
    asked = () if figure.domain_code and not figure.detail else (figure.survey, figure.base, figure.unit)
    return (
        figure.wave,
        figure.actor_code,
        frozenset(figure.region_codes),
        figure.perimeter,
        figure.domain_code,
        figure.measure,
        figure.detail,
        figure.subpopulation,
        *asked,
    )


def _repeated(figures: tuple[SurveyFigure, ...], findings: Findings, labels: Mapping[str, str]) -> set[str]:
    """Name each figure that says again, to the digit, what another says; return those that add nothing.

    Of two that differ by a rank, the one that has it stays.
    """
    extra: set[str] = set()
    for group in _together(tuple(figure for figure in figures if figure.reliability != DOUBTFUL)):
        by_value: defaultdict[tuple[object, ...], list[SurveyFigure]] = defaultdict(list)
        for figure in group:
            by_value[figure.value, figure.survey].append(figure)
        for same in by_value.values():
            ranks = {figure.rank_low for figure in same} - {None}
            if len(same) > 1 and len(ranks) <= 1:
                kept = max(same, key=lambda figure: figure.rank_low is not None)
                extra |= {figure.figure_id for figure in same} - {kept.figure_id}
                _repetition(same, kept, findings, about(kept, labels))
    return extra


def _repetition(same: list[SurveyFigure], kept: SurveyFigure, findings: Findings, told: str) -> None:
    cells = join(figure.cell for figure in same)
    findings.alert(
        "chiffre_en_double",
        kept.sheet,
        next(figure.cell for figure in reversed(same) if figure is not kept),
        f"Le même chiffre ({told}\u202f: {kept.raw_value}) est saisi {len(same)} fois\u202f: "
        f"{cells}. Il est montré une seule fois, celui de {kept.cell}.",
        "Retirer les lignes en trop, ou corriger ce qu’elles devaient dire.",
    )


def _count_doubtful(figures: tuple[SurveyFigure, ...], findings: Findings) -> None:
    doubtful = [figure for figure in figures if figure.reliability == DOUBTFUL]
    if doubtful:
        kept = plural(len(doubtful), "chiffre est", "chiffres sont")
        findings.info(
            "chiffres_a_verifier",
            doubtful[0].sheet,
            doubtful[0].cell,
            f"{len(doubtful)} {kept} à vérifier (contradiction, libellé illisible ou acteur incertain)"
            "\u202f: hors de tout calcul.",
            "Retrouver le document et changer la fiabilité.",
        )


def _contradiction(group: list[SurveyFigure], findings: Findings, labels: Mapping[str, str]) -> None:
    """Two published figures that disagree are an alert, unless one of them is already marked as doubtful."""
    settled = sum(figure.reliability != DOUBTFUL for figure in group) <= 1
    record = findings.info if settled else findings.alert
    values = join(f"{figure.raw_value} ({figure.cell})" for figure in group)
    first = group[0]
    record(
        "chiffres_contradictoires",
        first.sheet,
        group[1].cell,
        f"{counted(len(group), 'chiffre', 'chiffres')} se contredisent sur un même sujet "
        f"({about(first, labels)})\u202f: {values}.",
        "Le chiffre douteux est déjà écarté."
        if settled
        else "Retrouver le bon chiffre et marquer l’autre a_verifier.",
    )


def about(figure: SurveyFigure, labels: Mapping[str, str]) -> str:
    """What a figure is about, in words: its wave, its actor, its domain (`labels` by code), its detail."""
    domain = labels.get(figure.domain_code or "", figure.domain_code)
    subject = (figure.wave, figure.actor_code, domain, figure.detail)
    return joined(part for part in subject if part)
