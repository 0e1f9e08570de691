"""Means as rows of « Perceptions »: the same record as a figure of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from loaders.file.addresses import address
from loaders.file.number_format import unformatted
from loaders.records import Measure, SurveyFigure
from loaders.survey import rooms
from loaders.survey.answers import Answers
from loaders.survey.aside import Reason
from loaders.survey.findings import SHEET, Remarks
from loaders.survey.matching import Matching
from loaders.survey.means import Mean
from loaders.survey.rows import Subject
from loaders.survey.scale import SHARE
from wording.lists import join
from wording.numbers import counted, number

# A mean of fewer answers would almost be the answer of somebody.
FEWEST = 5
# Under this, statisticians rarely publish; the figure is kept, with a word about it.
SMALL = 30
_DECIMALS = 2
_MOST_REASONS = 3


def figures_of(
    found: Mapping[Subject, Answers | Mean], matching: Matching, measure: Measure, remarks: Remarks
) -> tuple[SurveyFigure, ...]:
    """Return the means of enough answers; raises `SurveyRefused` when none is left.

    A mean is as written, or computed with two decimals. One whose number of answers is unknown is kept: its
    source published it.
    """
    for mean in found.values():
        if _fewer(mean, FEWEST):
            weighted = isinstance(mean, Answers) and mean.count >= FEWEST
            remarks.aside.add(Reason.FEW_WEIGHTED if weighted else Reason.FEW, mean.row, mean.column)
    kept = {subject: mean for subject, mean in found.items() if not _fewer(mean, FEWEST)}
    if matching.of_room:
        remarks.info("salle", rooms.APART)
    else:
        small = [address(mean.row, mean.column) for mean in kept.values() if _fewer(mean, SMALL)]
        _say_small(small, remarks, weighted=bool(matching.weight_column))
    figures = tuple(
        _figure(place, subject, matching, measure, mean)
        for place, (subject, mean) in enumerate(kept.items(), start=1)
    )
    return _checked(figures, remarks)


def _fewer(mean: Answers | Mean, limit: int) -> bool:
    """Compare the answers with a limit; weighted, they count as the equal ones that would be as precise."""
    size = mean.effective if isinstance(mean, Answers) else mean.count
    return size is not None and size < limit


def _checked(figures: tuple[SurveyFigure, ...], remarks: Remarks) -> tuple[SurveyFigure, ...]:
    if not figures:
        why = join(left.sentence() for left in list(remarks.aside)[:_MOST_REASONS])
        raise remarks.refuse(
            "aucune_valeur",
            f"Le fichier ne donne aucune moyenne utilisable{f' ({why})' if why else ''}.",
            f"Vérifier les colonnes choisies\u202f; une moyenne demande au moins {FEWEST} réponses.",
        )
    remarks.info("chiffres_lus", f"{counted(len(figures), 'chiffre lu', 'chiffres lus')} dans l’enquête.")
    return figures


def _averaged(answers: Answers, matching: Matching) -> dict[str, Any]:
    value = _rounded(answers.mean)
    column = answers.column
    asked = counted(answers.count, "réponse", "réponses")
    return {
        "value": value,
        "decimals": _DECIMALS,
        "raw_value": number(float(value), _DECIMALS),
        "sample_size": answers.effective,
        "standard_deviation": None if matching.measure == SHARE else _rounded(answers.deviation),
        "base": f"{asked}, pondérées" if matching.weight_column else asked,
        "cell": f"{address(answers.row, column)}:{address(answers.last, column)}",
    }


def _written(mean: Mean) -> dict[str, Any]:
    """A mean as written; a computed one (5.285714285714286) shows fewer decimals, its value stays exact."""
    shown = unformatted(mean.value.amount, mean.value.decimals)
    return {
        "value": mean.value.amount,
        "decimals": shown,
        "raw_value": mean.text if shown == mean.value.decimals else number(float(mean.value.amount), shown),
        "sample_size": mean.count,
        "standard_deviation": mean.deviation,
        "base": "",
        "cell": address(mean.row, mean.column),
    }


def _rounded(value: float) -> Decimal:
    return Decimal(f"{value:.{_DECIMALS}f}")


def _figure(
    place: int, subject: Subject, matching: Matching, measure: Measure, mean: Answers | Mean
) -> SurveyFigure:
    actor, region, domain = subject
    programme = matching.programme.strip()
    survey = matching.survey.strip() or programme
    return SurveyFigure(
        figure_id=f"enquete-{place}",
        programme=programme,
        survey=survey,
        wave=f"{programme} {matching.date[:4]}",
        survey_date=matching.date,
        actor_code=actor,
        region_codes=(region,),
        perimeter="",
        domain_code=domain,
        measure=measure.measure,
        detail="",
        low=None,
        high=None,
        status="value",
        rank_low=None,
        rank_high=None,
        raw_rank="",
        unit=measure.unit,
        subpopulation="",
        source=matching.source.strip() or f"{survey}, fichier importé",
        reliability=matching.reliability,
        remark="",
        sheet=SHEET,
        row_number=mean.row,
        rank_cell="",
        **(_averaged(mean, matching) if isinstance(mean, Answers) else _written(mean)),
    )


def _say_small(small: list[str], remarks: Remarks, *, weighted: bool) -> None:
    """`small`: the cells of the means of few answers."""
    once = ", une fois pondérées" if weighted else ""
    if small:
        remarks.alert(
            "peu_de_reponses",
            small[0],
            f"{counted(len(small), 'moyenne', 'moyennes')} de moins de {SMALL} réponses{once}\u202f: fragile"
            f"{'s' if len(small) > 1 else ''}.",
            "Les lire avec leur incertitude.",
        )
