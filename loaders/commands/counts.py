"""How much an edition holds: figures by sheet and status, findings by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from loaders.checks.surveys import DOUBTFUL
from loaders.edition import LoadedEdition
from loaders.findings import LEVELS, Finding

Counts = dict[str, dict[str, int]]


def sheet_counts(edition: LoadedEdition) -> Counts:
    """Sheet name → what it holds → how many: rows, figures by status, corrected, doubtful."""
    values = Counter(value.status for value in edition.values)
    corrected = sum(value.corrected for value in edition.values)
    counts: Counts = {
        _sheet(edition.indicators, "Données territoriales"): {
            "indicators": len(edition.indicators),
            **dict(sorted(values.items())),
            "corrected": corrected,
        }
    }
    if edition.past:
        past = Counter(value.status for value in edition.past)
        counts[edition.past[0].sheet] = {"years": _past_rows(edition), **dict(sorted(past.items()))}
    for name, figures in (("Perceptions", edition.perceptions), ("Alliances", edition.alliances)):
        statuses = Counter(figure.status for figure in figures)
        doubtful = sum(figure.reliability == DOUBTFUL for figure in figures)
        counts[_sheet(figures, name)] = {
            "figures": len(figures),
            **dict(sorted(statuses.items())),
            DOUBTFUL: doubtful,
        }
    counts[_sheet(edition.initiatives, "Initiatives")] = {"initiatives": len(edition.initiatives)}
    counts["Domaines"] = {"domains": len(edition.domains)}
    counts[_sheet(edition.sources, "Sources")] = {"sources": len(edition.sources)}
    return counts


def _past_rows(edition: LoadedEdition) -> int:
    return len({(value.indicator_code, value.period) for value in edition.past})


def level_counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Level → how many findings, every level present."""
    found = Counter(finding.level for finding in findings)
    return {level: found[level] for level in LEVELS}


def _sheet(records: Iterable[object], default: str) -> str:
    """The name of the sheet as the analysts wrote it; the usual one when it is empty."""
    return next((str(getattr(record, "sheet", default)) for record in records), default)
