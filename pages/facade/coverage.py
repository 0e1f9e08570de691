"""The coverage matrix: what is published of what is felt, actor × region × domain."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.coverage import coverage_grid
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import coverage as numbers
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow
from readings.coverage import cells, words
from wording.lists import joined
from wording.perimeter import perimeters

SOURCE = "classeur des indicateurs régionaux et enquêtes publiées de l’Observatoire"


@dataclass(frozen=True)
class Grid:
    """A finding, its drawing with its text alternative, its table."""

    title: str
    drawing: Drawing
    table: pa.Table
    perimeters: tuple[str, ...] = ()


def numbers_of_everyone() -> pd.DataFrame:
    """Return how many regions have a figure, domain by domain, for each actor."""
    return numbers.everyone(_counts(), off_screen.words())


def numbers_of_actor(actor: str) -> pd.DataFrame:
    """Return what is published for an actor, region by region."""
    found = _cells()
    return numbers.of_actor(found[found["actor_code"] == actor], off_screen.words())


@per_edition(max_entries=1)
def _cells(edition: Edition) -> pd.DataFrame:
    found = edition.results
    return cells.cells(found.everyone(), found.actors(), found.regions(), found.domains())


@per_edition(max_entries=32)
def everyone_of(edition: Edition, look: Look) -> Grid:
    """Return what is published, domain by domain, for what is measured and for each actor."""
    found, domains = _cells(), edition.results.domains()
    counted = _counts()
    table = words.counts_table(counted, choices.words(domains, "domain_code", "label"))
    short = choices.words(domains, "domain_code", "short_label")
    rows = counted.assign(
        domain=counted["domain_code"].map(short),
        text=[str(count) if count else "" for count in counted["regions"]],
    )
    rows["said"] = rows["published"].map(words.SAID)
    title = words.title(found)
    columns = list(dict.fromkeys(rows["column"]))
    drawing = Drawing(_drawn(rows, columns, "", look), _told(title, table))
    return Grid(title, drawing, arrow(table))


@per_edition(max_entries=1)
def _counts(edition: Edition) -> pd.DataFrame:
    measured = edition.results.catalogue().groupby("domain_code")["values_published"].max()
    known = {str(code): int(measured.get(code, 0)) for code in edition.results.domains()["domain_code"]}
    labels = choices.words(edition.results.actors(), "actor_code", "label")
    return words.counts(_cells(), known, labels)


@per_edition(max_entries=64)
def actor_of(edition: Edition, actor: str, look: Look) -> Grid:
    """Return what is published for one actor, domain by domain and region by region."""
    found, domains, regions = _cells(), edition.results.domains(), edition.results.regions()
    mine = found[found["actor_code"] == actor]
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
    spec = _drawn(rows, list(short.values()), short.get(look.region, ""), look)
    own = perimeters(name for names in mine["perimeters"] for name in names)
    return Grid(title, Drawing(spec, _told(title, table)), arrow(table), own)


def _drawn(rows: pd.DataFrame, columns: list[str], chosen: str, look: Look) -> dict[str, Any]:
    return coverage_grid(rows, look, columns=columns, chosen=chosen)


def _told(title: str, table: pd.DataFrame) -> str:
    """Say the finding, then each domain."""
    lines = (f"{row[0]}\u202f: {row[1]}" for row in table.itertuples(index=False, name=None))
    return f"{title}. " + joined(lines) + "."
