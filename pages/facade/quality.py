"""The quality report: what was read, found, corrected, left out."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

import pandas as pd
import pyarrow as pa

from charts import report
from indicators import quality as data_quality
from indicators import structure
from indicators.vocabulary import vocabulary
from loaders.findings import Finding
from loaders.store import Store
from pages.explored import Explored, explored
from pages.facade.edition import Edition, per_edition
from pages.tables import filled
from wording.lists import join
from wording.numbers import counted

_HELD = {
    "indicators": ("indicateur", "indicateurs"),
    "values": ("valeur publiée", "valeurs publiées"),
    "perceptions": ("chiffre de perception", "chiffres de perception"),
    "alliances": ("chiffre sur les alliances", "chiffres sur les alliances"),
    "initiatives": ("initiative", "initiatives"),
}
_LEVELS = {
    "erreur": ("Erreurs", "Le fichier est refusé tant qu’elles restent."),
    "alerte": ("Alertes", "Ces cellules demandent une vérification. Rien n’y est corrigé sans être déclaré."),
    "info": ("Informations", "Ce qui a été vérifié, et ce qui est tenu à l’écart des calculs."),
}


@dataclass(frozen=True)
class Listed:
    """One table under its heading; `rows` None: no case in this edition.

    `folded`: what opens a long table, which would hide the rest of the report; `""` for a short one.
    """

    heading: str
    what: str
    rows: pa.Table | Explored | None
    alternative: str
    folded: str


@dataclass(frozen=True)
class Quality:
    """What the quality report shows: its finding, how much was read, its tables."""

    title: str
    content: str
    tables: tuple[Listed, ...]


@per_edition(max_entries=1)
def quality(edition: Edition) -> Quality:
    """Return the quality report."""
    return quality_of(edition.store)


def refused(findings: Iterable[Finding]) -> tuple[Listed, ...]:
    """List what was found in a workbook that has no store, because it is refused."""
    return tuple(_found(report.findings(pd.DataFrame([asdict(item) for item in findings]))))


def quality_of(store: Store) -> Quality:
    """Return the quality report of an edition, looked at or not."""
    findings = report.findings(structure.findings(store))
    counts = data_quality.counts(store)
    held = join(counted(counts[name], *forms) for name, forms in _HELD.items())
    beside = counted(counts["rooms"], "chiffre de salle de débat", "chiffres de salles de débat")
    apart = f" À part\u202f: {beside}, hors de tout calcul." if counts["rooms"] else ""
    return Quality(
        _title(len(findings["erreur"]), len(findings["alerte"])),
        f"Cette édition contient {held}.{apart}",
        (*_found(findings), *_declared(store)),
    )


def _title(errors: int, alerts: int) -> str:
    """Write what matters first: is anything refused, how much is doubtful."""
    read = f"{counted(errors, 'erreur', 'erreurs')} dans le classeur" if errors else "Classeur accepté"
    doubtful = counted(alerts, "cellule ou ligne à vérifier", "cellules ou lignes à vérifier")
    return f"{read}\u202f: {doubtful}"


def _found(findings: dict[str, pd.DataFrame]) -> Iterator[Listed]:
    """List the findings of the loader by level; a level without any has no heading."""
    for level, (heading, what) in _LEVELS.items():
        if len(findings[level]):
            yield _listed(f"{heading} ({len(findings[level])})", what, findings[level], ("Feuille",))


def _declared(store: Store) -> Iterator[Listed]:
    """List what was corrected, what is left out, and what is published for whom."""
    actors = vocabulary(store).actors
    yield _listed(
        "Corrections déclarées",
        "Appliquées après la lecture, signalées partout.",
        report.corrections(structure.corrections(store)),
        ("Feuille", "État"),
    )
    yield _listed(
        "Chiffres à vérifier",
        "Contradictoires, illisibles ou d’acteur incertain\u202f: hors de tout calcul, montrés ici seuls.",
        report.to_verify(data_quality.to_verify(store)),
        ("Enquête", "Unité", "Source"),
    )
    heading = "Ce qui est publié, domaine par domaine"
    what = "Nombre de régions qui ont un chiffre utilisable. Rien n’est estimé pour les autres."
    covered = report.coverage(data_quality.coverage(store), actors)
    yield Listed(heading, what, filled(covered), f"{heading}.", "")


def _listed(heading: str, what: str, rows: pd.DataFrame, filters: tuple[str, ...]) -> Listed:
    sent = None if rows.empty else explored(rows, filters=filters)
    lines = counted(len(rows), "ligne", "lignes")
    folded = f"Voir les {lines}" if sent and not sent.few else ""
    return Listed(heading, what, sent, f"{heading}\u202f: {lines}.", folded)
