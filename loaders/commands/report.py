"""What `python -m loaders check` says: the same report for a person and, as JSON, for a program."""

from __future__ import annotations

from dataclasses import asdict

from loaders.commands.counts import level_counts, sheet_counts
from loaders.edition import LoadedEdition
from loaders.findings import LEVELS, Finding, Level, WorkbookRefused
from wording.lists import join
from wording.numbers import counted

_LEVEL_TITLES: dict[Level, tuple[str, str]] = {
    "erreur": ("erreur", "erreurs"),
    "alerte": ("alerte", "alertes"),
    "info": ("information", "informations"),
}
_COUNTED: dict[str, tuple[str, str]] = {
    "indicators": ("indicateur", "indicateurs"),
    "years": ("ligne", "lignes"),
    "figures": ("chiffre", "chiffres"),
    "value": ("valeur", "valeurs"),
    "range": ("fourchette", "fourchettes"),
    "missing": ("case vide", "cases vides"),
    "not_available": ("valeur non disponible", "valeurs non disponibles"),
    "corrected": ("valeur corrigée", "valeurs corrigées"),
    "a_verifier": ("chiffre à vérifier", "chiffres à vérifier"),
    "initiatives": ("initiative", "initiatives"),
    "domains": ("domaine", "domaines"),
    "sources": ("source", "sources"),
}


def as_text(outcome: LoadedEdition | WorkbookRefused) -> str:
    """The report in French, one line a count, then the findings, most serious first."""
    lines = [f"Classeur\u202f: {outcome.file_name}", f"Édition (sha256)\u202f: {outcome.sha256 or 'aucune'}"]
    if isinstance(outcome, WorkbookRefused):
        lines.append("Résultat\u202f: REFUSÉ, l’édition précédente reste servie")
    else:
        lines.append("Résultat\u202f: accepté")
        lines.append("Données fictives\u202f: " + ("oui (FICTIF)" if outcome.fictional else "non"))
        lines += ["", *(_count_line(sheet, counts) for sheet, counts in sheet_counts(outcome).items())]
    for level in LEVELS:
        lines += _level_lines(level, [finding for finding in outcome.findings if finding.level == level])
    return "\n".join(lines)


def as_json(outcome: LoadedEdition | WorkbookRefused) -> dict[str, object]:
    """The report as plain data: edition, accepted, counts, findings, corrections."""
    edition = None if isinstance(outcome, WorkbookRefused) else outcome
    return {
        "edition": {
            "file_name": outcome.file_name,
            "sha256": outcome.sha256,
            "reference_sha256": edition.reference_sha256 if edition else "",
            "fictional": edition.fictional if edition else False,
        },
        "accepted": edition is not None,
        "counts": {
            "sheets": sheet_counts(edition) if edition else {},
            "findings": level_counts(outcome.findings),
        },
        "findings": [asdict(finding) for finding in outcome.findings],
        "corrections": [asdict(correction) for correction in edition.corrections] if edition else [],
    }


def _count_line(sheet: str, counts: dict[str, int]) -> str:
    return (
        f"{sheet}\u202f: {join(counted(count, *_COUNTED[name]) for name, count in counts.items() if count)}"
    )


def _level_lines(level: Level, findings: list[Finding]) -> list[str]:
    if not findings:
        return []
    title = counted(len(findings), *_LEVEL_TITLES[level]).upper()
    return ["", title, *(f"- [{finding.kind}] {finding.sentence()}" for finding in findings)]
