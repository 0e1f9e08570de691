"""The earlier years of one indicator: how far it has moved where its definition is the same."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import past as lines
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import past as figures
from indicators import past as computed
from indicators.method import Method
from indicators.plain_names import described
from indicators.structure import directed
from pages.facade import choices, off_screen
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow
from readings.past import rows as told
from readings.past import words
from wording.lists import joined
from wording.source_notes import documents

TABLE = "Tableau des mêmes nombres, une ligne par année."
READING = (
    "Rond\u202f: la région. Losange\u202f: la France. Traits fins\u202f: les autres régions. Un trait "
    "s’arrête où une année n’est pas publiée, ou quand la définition change."
)


@dataclass(frozen=True)
class Past:
    """An indicator over its years: a finding, what follows it, a drawing, its table, its documents.

    `subtitle`: what is drawn; `source`: without final point; `drawing` None: one year alone has values.
    """

    title: str
    sentences: tuple[str, ...]
    drawing: Drawing | None
    table: pa.Table
    subtitle: str
    source: str


@per_edition(max_entries=128)
def past_of(edition: Edition, indicator: str, region: str, look: Look, method: Method) -> Past | None:
    """Return the years of an indicator (its code); None when the workbook has no earlier one.

    `region`: a code or `""`, that of `look`.
    """
    rows = directed(computed.past(edition.store, indicator), method.flipped)
    if rows.empty:
        return None
    names = edition.results.vocabulary().names
    title = words.title(rows, region, names)
    return Past(
        title=title,
        sentences=words.sentences(rows, region, names),
        drawing=_drawing(rows, title, region, look),
        table=arrow(told.table(rows, region, names), chosen=choices.region_name(region)),
        subtitle=_subtitle(rows),
        source=joined(documents(rows["source"])) or "non publiée",
    )


def numbers(indicator: str) -> pd.DataFrame:
    """Return the years of an indicator and how far each territory has moved, to take away."""
    return figures.past(computed.past(results().store, indicator), off_screen.words())


def picture(indicator: str, region: str, method: Method, look: Look) -> dict[str, Any]:
    """Return the years of an indicator as they are drawn in a picture; raises LookupError without any."""
    found = past_of(indicator, region, look, method)
    if found is None or found.drawing is None:
        raise LookupError("nothing is drawn for this indicator")
    return found.drawing.specification


def _drawing(rows: pd.DataFrame, title: str, region: str, look: Look) -> Drawing | None:
    if rows.loc[rows["value"].notna(), "period"].nunique() < 2:
        return None
    names = results().vocabulary().names
    spec = lines.past(told.drawn(rows, names, short=look.narrow), look)
    return Drawing(spec, told.alternative(title, told.drawn(rows, names), region))


def _subtitle(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    what = described(str(first["label"]), str(first["unit"]), "")
    return f"{what}, par année (l’axe ne part pas de 0)."
