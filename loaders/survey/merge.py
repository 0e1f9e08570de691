"""An edition with one more survey: the figures of a file beside those of the workbook."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from dataclasses import replace

from loaders.checks import signs
from loaders.edition import LoadedEdition
from loaders.findings import Finding, sort_findings
from loaders.records import SurveyFigure
from loaders.survey.door import SurveyRows
from loaders.survey.findings import SHEET
from wording.numbers import counted


def with_survey(edition: LoadedEdition, rows: SurveyRows) -> LoadedEdition:
    """Return the edition with the figures of a survey; the edition given is not changed.

    A figure of the workbook on the same subject (wave, actor, territory, domain, measure) gives way to the
    survey's, and a finding says how many did. The fingerprint is another one; FICTIF in either name makes
    the whole fictional. A survey imported before is replaced.
    """
    own = [figure for figure in edition.perceptions if figure.sheet != SHEET]
    told = {_subject(figure) for figure in rows.figures}
    kept = [figure for figure in own if _subject(figure) not in told]
    return replace(
        edition,
        sha256=hashlib.sha256(f"{edition.sha256} {rows.sha256}".encode()).hexdigest(),
        file_name=" + ".join(name for name in (edition.file_name, rows.file_name) if name),
        fictional=edition.fictional or "fictif" in rows.file_name.casefold(),
        perceptions=(*kept, *rows.figures),
        findings=sort_findings(
            [
                *edition.findings,
                *rows.findings,
                *_replaced(len(own) - len(kept)),
                *signs.of_survey(rows.figures, rows.file_name, SHEET),
            ]
        ),
    )


def _subject(figure: SurveyFigure) -> Hashable:
    return (
        *(figure.wave, figure.actor_code, frozenset(figure.region_codes), figure.domain_code),
        *(figure.measure, figure.subpopulation),
    )


def _replaced(count: int) -> list[Finding]:
    if not count:
        return []
    said = counted(count, "chiffre du classeur laisse sa place", "chiffres du classeur laissent leur place")
    return [
        Finding("info", "chiffres_remplaces", SHEET, "", f"{said} à l’enquête importée.", "Rien à faire.")
    ]
