"""An edition with one more survey: the figures of a file beside those of the workbook and of other files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from loaders.checks import jumps, signs
from loaders.edition import LoadedEdition
from loaders.findings import Finding, Findings, sort_findings
from loaders.naming import quote
from loaders.records import SurveyFigure
from loaders.survey.door import SurveyRows
from loaders.survey.findings import SHEET
from wording.lists import join
from wording.numbers import counted

_AND = " + "
_IMPORTED = "Importé de "


@dataclass(frozen=True, slots=True)
class Replaced:
    """Figures that give way to a survey. `origin`: the file they were imported from; "": the workbook."""

    wave: str
    actor: str
    origin: str
    count: int

    def sentence(self) -> str:
        """« 3 chiffres du classeur (PHARE 2015, Citoyens) »."""
        told = counted(self.count, "chiffre", "chiffres")
        origin = f"de {quote(self.origin)}" if self.origin else "du classeur"
        return f"{told} {origin} ({self.wave}, {self.actor})"


def replaced(edition: LoadedEdition, rows: SurveyRows) -> tuple[Replaced, ...]:
    """Say which figures of an edition give way to a survey: those on the same subject."""
    actors = {actor.actor_code: actor.label for actor in edition.actors}
    told = {_subject(figure) for figure in rows.figures}
    found = Counter(
        (figure.wave, actors.get(figure.actor_code or "", ""), _origin(figure))
        for figure in getattr(edition, _held(rows))
        if _subject(figure) in told
    )
    return tuple(Replaced(*about, count) for about, count in found.items())


def with_survey(edition: LoadedEdition, rows: SurveyRows) -> LoadedEdition:
    """Return the edition with the figures of a survey; the edition given is not changed.

    A figure on the same subject (wave, actor, territory, domain, measure), of the workbook or of a survey
    added before, gives way, and a finding says which. The fingerprint is another one; FICTIF in either name
    makes the whole fictional. A survey whose figures have all given way is no longer told of.
    What a debate room said stands beside what other rooms said, and takes the place of nothing published.
    """
    told = {_subject(figure) for figure in rows.figures}
    before: tuple[SurveyFigure, ...] = getattr(edition, _held(rows))
    kept = [figure for figure in before if _subject(figure) not in told]
    added = [
        replace(figure, figure_id=f"enquete-{rows.sha256[:12]}-{place}", remark=_imported(rows.file_name))
        for place, figure in enumerate(rows.figures, start=1)
    ]
    gone = {_origin(figure) for figure in before} - {_origin(figure) for figure in kept} - {""}
    names = [name for name in edition.file_name.split(_AND) if name not in {*gone, rows.file_name}]
    lost = tuple(map(_about, gone))
    others = [
        finding
        for finding in edition.findings
        if finding.sheet != SHEET or not finding.message.startswith(lost)
    ]
    moved = Findings()
    labels = {domain.domain_code: domain.short_label for domain in edition.domains}
    if not rows.of_room:
        jumps.check_jumps(kept, added, moved, labels)
    found = (*rows.findings, *_said(replaced(edition, rows)), *moved.sorted())
    own = [_named(finding, rows.file_name) for finding in found]
    held: dict[str, Any] = {_held(rows): (*kept, *added)}
    return replace(
        edition,
        sha256=hashlib.sha256(f"{edition.sha256} {rows.sha256}".encode()).hexdigest(),
        file_name=_AND.join(name for name in (*names, rows.file_name) if name),
        fictional=edition.fictional or _invented(rows),
        findings=sort_findings([*others, *own, *signs.of_survey(rows.figures, rows.file_name, SHEET)]),
        **held,
    )


def _held(rows: SurveyRows) -> str:
    """Return the field of an edition that the figures of a file go to."""
    return "rooms" if rows.of_room else "perceptions"


def _invented(rows: SurveyRows) -> bool:
    """Say whether a file, or the survey that it holds, calls itself invented."""
    names = (rows.file_name, *(figure.programme for figure in rows.figures))
    return any("fictif" in name.casefold() for name in names)


def _imported(file_name: str) -> str:
    return f"{_IMPORTED}{file_name}."


def _origin(figure: SurveyFigure) -> str:
    """Return the file a figure was imported from, "" for the workbook."""
    return figure.remark.removeprefix(_IMPORTED).removesuffix(".") if figure.sheet == SHEET else ""


def _subject(figure: SurveyFigure) -> Hashable:
    return (
        *(figure.wave, figure.actor_code, frozenset(figure.region_codes), figure.domain_code),
        *(figure.measure, figure.subpopulation),
    )


def _said(gone: Iterable[Replaced]) -> list[Finding]:
    sentences = [item.sentence() for item in gone]
    if not sentences:
        return []
    message = f"Remplacés par cette enquête\u202f: {join(sentences)}."
    return [Finding("info", "chiffres_remplaces", SHEET, "", message, "Rien à faire.")]


def _named(finding: Finding, file_name: str) -> Finding:
    """Say in a finding which of several files it is about."""
    return replace(finding, message=f"{_about(file_name)}{finding.message}") if file_name else finding


def _about(file_name: str) -> str:
    return f"{quote(file_name)}\u202f: "
