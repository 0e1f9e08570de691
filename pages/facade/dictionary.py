"""The dictionary of the indicators, ready to be sent."""

from dataclasses import dataclass

import pyarrow as pa

from indicators import structure, weights
from indicators.method import Method
from indicators.settings import entries
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow


@dataclass(frozen=True)
class Dictionary:
    """The finding, and one table a heading."""

    title: str
    tables: tuple[tuple[str, pa.Table, str], ...]  # heading, table, text alternative


@per_edition(max_entries=32)
def dictionary(edition: Edition, method: Method) -> Dictionary:
    """Return the dictionary; the share of an indicator in the overall score is that of the method."""
    catalogue, domains = edition.results.catalogue(), edition.results.domains()
    missing = structure.missing_indicators(edition.store)
    weighed = weights.domain_weights(edition.store, method)
    groups = entries.entries(catalogue, domains, missing, weighed, len(edition.results.regions()))
    tables = tuple(
        (
            group.heading,
            arrow(group.rows),
            f"{group.heading}\u202f: {len(group.rows)} indicateurs.",
        )
        for group in groups
    )
    return Dictionary(entries.finding(catalogue, missing), tables)
