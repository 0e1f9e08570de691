"""Signs of the texts that come in, which the letters of our documents lack.

Nothing is changed here: the words of the workbook stay as they are, and what draws them puts something else
in the place of a sign that it lacks (`wording.letters`). A reader must only know it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from loaders.file.sheet import Sheet
from loaders.findings import Finding, Findings
from loaders.naming import quote
from loaders.records import SurveyFigure
from wording.letters import replaced
from wording.lists import join
from wording.numbers import counted

KIND = "signe_absent_des_lettres"
# A workbook in another script would have a finding for every cell: nobody reads past the first few.
MOST = 30
_CODES = 4
_DONE = "Les tableaux à emporter gardent le texte exact. Pour d’autres mots, changer ce texte."


def check_sheets(sheets: Iterable[Sheet], findings: Findings) -> None:
    """Say which cells hold a sign that paper and pictures cannot draw, and what they draw."""
    for sheet in sheets:
        cells = sheet.cells.values()
        texts = [("", sheet.name), *((cell.cell, cell.text) for cell in cells if isinstance(cell.value, str))]
        found = [(cell, changed) for cell, text in texts if (changed := replaced(text))]
        for cell, changed in found[:MOST]:
            findings.info(KIND, sheet.name, cell, _said(changed), _DONE)
        if len(found) > MOST:
            rest = counted(len(found) - MOST, "autre cellule", "autres cellules")
            findings.info(KIND, sheet.name, "", f"De même pour {rest} de cette feuille.", _DONE)


def check_name(file_name: str, findings: Findings) -> None:
    """Say the same of the name of a file, which documents write."""
    for finding in _of_texts([file_name], "", "Nom du fichier"):
        findings.info(finding.kind, finding.sheet, finding.cell, finding.message, finding.action)


def of_survey(figures: Iterable[SurveyFigure], file_name: str, sheet: str) -> list[Finding]:
    """Return the same for a survey that is brought: its wave, its source… and the name of its file."""
    own = [field.name for field in fields(SurveyFigure)]
    words = (getattr(figure, name) for figure in figures for name in own)
    texts = [*dict.fromkeys(word for word in words if isinstance(word, str)), file_name]
    return list(_of_texts(texts, sheet, "Texte de l’enquête"))[:MOST]


def _of_texts(texts: Iterable[str], sheet: str, what: str) -> Iterable[Finding]:
    for text in texts:
        changed = replaced(text)
        if changed:
            yield Finding("info", KIND, sheet, "", f"{what} {quote(text)}. {_said(changed)}", _DONE)


def _said(changed: dict[str, str]) -> str:
    told = join([_one(run, drawn) for run, drawn in changed.items()])
    return f"Absent des lettres de nos documents (PDF et images)\u202f: {told}."


def _one(run: str, drawn: str) -> str:
    """« ⚠ » (U+26A0), remplacé par « □ »."""
    codes = [f"U+{ord(sign):04X}" for sign in run]
    listed = " ".join(codes[:_CODES]) + (" …" if len(codes) > _CODES else "")
    named = f"{quote(run)} ({listed})" if drawn else f"le signe invisible {listed}"
    return f"{named}, remplacé par {quote(drawn)}" if drawn else f"{named}, laissé de côté"
