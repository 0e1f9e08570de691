"""The coverage matrix: what is published of what is felt, actor × region × domain."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.coverage import coverage_grid
from charts.look import Look
from indicators.published import cells, words
from loaders.store import Store
from pages.facade import choices, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow


@dataclass(frozen=True)
class Grid:
    """A finding, its drawing with its text alternative, its table."""

    title: str
    specification: dict[str, Any]
    alternative: str
    table: pa.Table


def everyone_of(look: Look) -> Grid:
    """Return what is published, domain by domain, for what is measured and for each actor."""
    return _everyone(store().key, store(), look)


def actor_of(actor: str, look: Look) -> Grid:
    """Return what is published for one actor, domain by domain and region by region."""
    return _actor(store().key, store(), actor, look)


@kept(max_entries=4)
def _cells(key: str, _store: Store) -> pd.DataFrame:
    return cells.cells(results.everyone(), results.actors(), results.regions(), results.domains())


@kept(max_entries=32)
def _everyone(key: str, _store: Store, look: Look) -> Grid:
    found, domains = _cells(key, _store), results.domains()
    measured = results.catalogue().groupby("domain_code")["values_published"].max()
    known = {str(code): int(measured.get(code, 0)) for code in domains["domain_code"]}
    labels = choices.words(results.actors(), "actor_code", "label")
    counted = words.counts(found, known, labels)
    table = words.counts_table(counted, choices.words(domains, "domain_code", "label"))
    short = choices.words(domains, "domain_code", "short_label")
    rows = counted.assign(
        domain=counted["domain_code"].map(short),
        text=[str(count) if count else "" for count in counted["regions"]],
    )
    rows["said"] = rows["published"].map(words.SAID)
    title = words.title(found)
    columns = list(dict.fromkeys(rows["column"]))
    return Grid(title, _drawn(rows, columns, "", look), _told(title, table), arrow(table))


@kept(max_entries=64)
def _actor(key: str, _store: Store, actor: str, look: Look) -> Grid:
    found, domains, regions = _cells(key, _store), results.domains(), results.regions()
    mine = results.chosen_of(found, actor_code=actor)
    names = choices.words(regions, "region_code", "name")
    short = choices.words(regions, "region_code", "short_name")
    rows = mine.assign(
        domain=mine["domain_code"].map(choices.words(domains, "domain_code", "short_label")),
        column=mine["region_code"].map(short),
        text="",
    )
    rows["said"] = rows["published"].map(words.SAID)
    title = words.actor_title(mine, choices.label("acteur", actor))
    table = words.actor_table(mine, choices.words(domains, "domain_code", "label"), names)
    drawn = _drawn(rows, list(short.values()), short.get(look.region, ""), look)
    return Grid(title, drawn, _told(title, table), arrow(table))


def _drawn(rows: pd.DataFrame, columns: list[str], chosen: str, look: Look) -> dict[str, Any]:
    size = 12 if look.narrow else max(13, min(20, look.size[1] // 28))
    return coverage_grid(rows, columns=columns, chosen=chosen, size=size, page=look.page, narrow=look.narrow)


def _told(title: str, table: pd.DataFrame) -> str:
    """Say the finding, then each domain."""
    lines = (f"{row[0]}\u202f: {row[1]}" for row in table.itertuples(index=False, name=None))
    return f"{title}. {'; '.join(lines)}."
