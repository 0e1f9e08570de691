"""What there is to choose from, and what the figures rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.steps import COMPARED, chain
from loaders.store import Store


@dataclass(frozen=True, slots=True)
class Edition:
    """The workbook behind a store.

    `fictional`: invented figures for training, to be said on every screen; `private`: brought by a visitor.
    """

    sha256: str
    file_name: str
    fictional: bool
    private: bool = False


def edition(store: Store) -> Edition:
    """Return the edition of the store."""
    sha256, file_name, fictional = store.rows("SELECT sha256, file_name, fictional FROM mart.edition")[0]
    return Edition(sha256, file_name, fictional, store.private)


def catalogue(store: Store) -> pd.DataFrame:
    """Return one row an indicator in the order of the workbook.

    Columns: indicator_code, published_code, label, criterion, axis_label, dimension, domain_code, direction
    (1, -1, <NA>), unit, weight, standard_error (missing where none is published), year, source, status_phare,
    sheet, row_number, decimals, values_published (regions with a value).
    """
    return store.frame(chain(last="catalogue"))


def directed(rows: pd.DataFrame, flipped: Sequence[str], key: str = "indicator_code") -> pd.DataFrame:
    """Return rows of indicators (their code in `key`, direction) with these read the other way round."""
    if not flipped:
        return rows
    kept = ~rows[key].isin(list(flipped))
    return rows.assign(direction=rows["direction"].where(kept, -rows["direction"]))


def missing_indicators(store: Store) -> pd.DataFrame:
    """Return the indicators that give no score to any region, and why: they lower their domain's coverage.

    Columns: indicator_code, label, domain_code, weight, reason ('no_value' | 'no_direction' | 'constant').
    """
    return store.frame(chain(*COMPARED, last="missing_indicator"))


def scored_indicators(store: Store) -> pd.DataFrame:
    """Return the rows of the catalogue that the scores of the domains rest on."""
    table, silent = catalogue(store), missing_indicators(store)["indicator_code"]
    return table[table["domain_code"].notna() & (table["weight"] > 0) & ~table["indicator_code"].isin(silent)]


def measured_with_error(store: Store) -> pd.DataFrame:
    """Return the scored indicators whose standard error is published."""
    table = scored_indicators(store)
    return table[table["standard_error"].notna()]


def regions(store: Store) -> pd.DataFrame:
    """Return the regions with the grammar of their names, in the order of the selectors.

    Columns: region_code, name, name_in, name_of, name_the, short_name, number, gender, position.
    """
    return store.frame("SELECT * FROM mart.region ORDER BY position")


def domains(store: Store) -> pd.DataFrame:
    """Return the domains in the observatory's order.

    Columns: domain_code, label, short_label, axis_code, axis_label, position.
    """
    return store.frame(chain(last="domain"))


def actors(store: Store) -> pd.DataFrame:
    """Return the actors and how many usable figures on fragility are published for each, all waves.

    Columns: actor_code, label, label_the, position, perceived_figures.
    """
    return store.frame(chain(last="actor"))


def findings(store: Store) -> pd.DataFrame:
    """Return what the loader had to say about the workbook, most serious first."""
    return store.frame("SELECT level, kind, sheet, cell, message, action FROM mart.finding ORDER BY position")


def corrections(store: Store) -> pd.DataFrame:
    """Return the declared corrections and what became of each."""
    return store.frame("SELECT * FROM mart.correction ORDER BY sheet, cell")


class UnknownCode(LookupError):
    """A domain, region or actor code that the edition does not have."""


@dataclass(frozen=True, slots=True)
class DomainLabels:
    """A domain and its two French labels."""

    code: str
    label: str
    short_label: str


def domain_labels(store: Store, code: str) -> DomainLabels:
    """Return one domain's labels; raises `UnknownCode`."""
    found = store.rows("SELECT label, short_label FROM mart.domain WHERE domain_code = ?", [code])
    if not found:
        raise UnknownCode(code)
    return DomainLabels(code, *found[0])


def actor_label(store: Store, code: str) -> str:
    """Return « les citoyens » for `citoyens`; raises `UnknownCode`."""
    found = store.rows("SELECT label_the FROM mart.actor WHERE actor_code = ?", [code])
    if not found:
        raise UnknownCode(code)
    return str(found[0][0])
