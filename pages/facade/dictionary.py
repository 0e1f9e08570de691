"""The dictionary of the indicators and of the signs a workbook may hold, ready to be sent."""

from dataclasses import dataclass
from functools import cache

import pandas as pd
import pyarrow as pa

from indicators import structure, weights
from indicators.method import Method
from loaders.tables import read_tables
from pages.explored import Explored, explored
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow
from readings.settings import entries
from wording.source_notes import NOT_PUBLISHED
from wording.typography import typed

SIGNS = "Signes conventionnels du classeur"
SIGNS_READ = (
    "Ce qu’une case du tableau peut contenir à côté d’un nombre, ou à sa place.",
    "La valeur garde sa marque et la case vide sa raison, sur les pages et dans les fichiers.",
    "Une borne («\u00a0<0,1\u00a0») n’est pas un nombre\u202f: affichée, elle n’entre dans aucun calcul.",
    "Un exposant (8,4¹) est un renvoi à une note, jamais un chiffre\u202f; ce qui est barré n’est pas lu.",
)
_READ = {"missing": NOT_PUBLISHED, "not_available": "non disponible dans la source"}


@dataclass(frozen=True)
class Dictionary:
    """The finding, what follows it in words, and the table of every indicator."""

    title: str
    sentences: tuple[str, ...]
    table: Explored


@per_edition(max_entries=32)
def dictionary(edition: Edition, method: Method, region: str = "") -> Dictionary:
    """Return the dictionary; the share of an indicator in the overall score is that of the method.

    `region`: whose published values the title counts, `""` for none.
    """
    catalogue = edition.results.catalogue(method)
    missing = structure.missing_indicators(edition.store)
    every, table = entries.finding(catalogue, missing), _table(method)
    if not region:
        return Dictionary(every, (), table)
    values = edition.results.every_value()
    where = edition.results.vocabulary().names[region].name_in
    title = entries.finding_here(values[values["region_code"] == region], where)
    return Dictionary(title, (f"{every}.",), table)


@per_edition(max_entries=32)
def _table(edition: Edition, method: Method) -> Explored:
    found, missing = edition.results, structure.missing_indicators(edition.store)
    weighed = weights.domain_weights(edition.store, method)
    rows = entries.entries(found.catalogue(method), found.domains(), missing, weighed, len(found.regions()))
    return explored(rows, filters=("Domaine", "Unité", "Année", "Source"))


@cache
def signs() -> tuple[pa.Table, str]:
    """Return the table (Signe, Lu, Usage) and its text alternative."""
    tables = read_tables()
    beside = [(f"8,4 ({row['mark']})", row["meaning"], row["usage"]) for row in tables["value_marks"]]
    instead = [
        (row["token"], row["reason"] or _READ[row["status"]], row["usage"])
        for row in tables["missing_tokens"]
    ]
    rows = pd.DataFrame([*beside, *instead], columns=["Signe", "Lu", "Usage"])
    # One row a meaning: some have ten spellings.
    told = rows.groupby("Lu", sort=False, as_index=False).agg({"Signe": "\u2003".join, "Usage": _sentences})
    counts = f"{len(beside)} marques à côté d’un nombre, {len(instead)} signes à sa place"
    return arrow(told[list(rows.columns)]), f"{SIGNS}\u202f: {counts}."


def _sentences(usages: "pd.Series[str]") -> str:
    return " ".join(f"{typed(usage)}." for usage in dict.fromkeys(usages) if usage)
