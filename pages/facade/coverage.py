"""The coverage matrix: what is published of what is felt, actor × region × domain."""

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from charts.coverage import coverage_grid
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import coverage as numbers
from indicators.method import Method
from indicators.structure import missing_indicators
from pages.explored import Explored, explored
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow
from readings.coverage import cells, holes, words
from wording.lists import joined
from wording.perimeter import perimeters

SOURCE = "classeur des indicateurs régionaux et enquêtes publiées de l’Observatoire"


@dataclass(frozen=True)
class Grid:
    """A finding, its drawing with its text alternative, its table."""

    title: str
    drawing: Drawing
    table: pa.Table | Explored
    perimeters: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    whole: str = ""  # the finding on all the regions, which are in the drawing


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


@dataclass(frozen=True)
class Holes:
    """What is absent from what is measured: the finding, its sentences, its table (None: nothing is)."""

    title: str
    sentences: tuple[str, ...]
    table: Explored | None


@per_edition(max_entries=64)
def holes_of(edition: Edition, region: str, method: Method) -> Holes:
    """Return the values that are absent, and the ranks that they leave open."""
    bounds, known = edition.results.missing_bounds(method), edition.results.vocabulary()
    table = holes.table(bounds, known, region)
    said = holes.sentences(bounds, missing_indicators(edition.store))
    mine = [holes.here(bounds, known.names[region].name_in, region)] if region else []
    return Holes(holes.title(bounds), (*mine, *said), None if table.empty else explored(table))


@per_edition(max_entries=32)
def everyone_of(edition: Edition, look: Look) -> Grid:
    """Return what is published, domain by domain, for what is measured and for each actor."""
    found, counted, known = _cells(), _counts(), edition.results.vocabulary()
    table = words.counts_table(counted, known.domain_labels)
    rows = counted.assign(
        domain=counted["domain_code"].map(known.domains),
        text=[str(count) if count else "" for count in counted["regions"]],
    )
    rows["said"] = rows["published"].map(words.SAID)
    title = whole = words.title(found)
    said: tuple[str, ...] = ()
    if look.region:
        title, mine = words.here(found, known, look.region)
        said = tuple(filter(None, [mine, f"{whole}."]))
    columns = list(dict.fromkeys(rows["column"]))
    drawing = Drawing(coverage_grid(rows, look, columns=columns, chosen=""), _told(whole, table))
    # Of France alone too, nothing is something to say.
    return Grid(title, drawing, arrow(table), sentences=said, whole=whole)


@per_edition(max_entries=1)
def _counts(edition: Edition) -> pd.DataFrame:
    measured = edition.results.catalogue().groupby("domain_code")["values_published"].max()
    known = {str(code): int(measured.get(code, 0)) for code in edition.results.domains()["domain_code"]}
    return words.counts(_cells(), known, edition.results.vocabulary().actors)


@per_edition(max_entries=64)
def actor_of(edition: Edition, actor: str, look: Look) -> Grid:
    """Return what is published for one actor, domain by domain and region by region."""
    found, known = _cells(), edition.results.vocabulary()
    mine = found[found["actor_code"] == actor]
    short = known.short_regions
    rows = mine.assign(
        domain=mine["domain_code"].map(known.domains),
        column=mine["region_code"].map(short),
        text="",
    )
    rows["said"] = rows["published"].map(words.SAID)
    title = words.actor_title(mine, choices.label("acteur", actor))
    table = words.actor_table(mine, known.domain_labels, known.regions)
    spec = coverage_grid(rows, look, columns=list(short.values()), chosen=short.get(look.region, ""))
    own = perimeters(name for names in mine["perimeters"] for name in names)
    return Grid(title, Drawing(spec, _told(title, table)), explored(table), own)


def _told(title: str, table: pd.DataFrame) -> str:
    """Say the finding, then each domain."""
    lines = (f"{row[0]}\u202f: {row[1]}" for row in table.itertuples(index=False, name=None))
    return f"{title}. " + joined(lines) + "."
