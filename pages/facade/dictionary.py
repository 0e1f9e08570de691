"""The dictionary of the indicators, ready to be sent."""

from dataclasses import dataclass

import pyarrow as pa

from indicators import structure, weights
from indicators.settings import entries
from loaders.store import Store
from pages.facade import methods, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow


@dataclass(frozen=True)
class Dictionary:
    """The finding, and one table a heading."""

    title: str
    tables: tuple[tuple[str, pa.Table, str], ...]  # heading, table, text alternative


def dictionary(method: str = methods.REFERENCE) -> Dictionary:
    """Return the dictionary; the share of an indicator in the overall score is that of the method."""
    return _dictionary(store().key, store(), method)


@kept(max_entries=32)
def _dictionary(key: str, _store: Store, method: str) -> Dictionary:
    catalogue, domains = results.catalogue(), results.domains()
    missing = structure.missing_indicators(_store)
    weighed = weights.domain_weights(_store, methods.of(method))
    groups = entries.entries(catalogue, domains, missing, weighed, len(results.regions()))
    tables = tuple(
        (
            group.heading,
            arrow(group.rows),
            f"{group.heading}\u202f: {len(group.rows)} indicateurs.",
        )
        for group in groups
    )
    return Dictionary(entries.finding(catalogue, missing), tables)
