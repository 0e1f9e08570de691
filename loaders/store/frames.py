"""An edition's records as frames, one for each table they are inserted into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

import pandas as pd

from loaders import records
from loaders.findings import Finding
from loaders.reference import FRANCE

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from loaders.edition import LoadedEdition


def frames(edition: LoadedEdition, recipe: str, schema: str) -> Mapping[str, pd.DataFrame]:
    """Name each frame after its table; columns bear the names of the table's.

    `recipe` and `schema` name the code and the tables of the store. A Decimal becomes the nearest float64
    (shown with the decimals it was published with, it reads the same), None stays None.
    """
    return {
        "edition": _edition(edition, recipe, schema),
        "cell": _cells(edition.raw_cells),
        "region": frame(edition.regions, records.Region),
        "territory": _territories(edition),
        "axis": frame(edition.axes, records.Axis),
        "domain": frame(edition.domains, records.Domain),
        "actor": frame(edition.actors, records.Actor),
        "measure": frame(edition.measures, records.Measure),
        "indicator": frame(edition.indicators, records.Indicator),
        "indicator_value": frame(edition.values, records.IndicatorValue),
        "indicator_year": frame(edition.years, records.IndicatorYear),
        "past_value": frame(edition.past, records.PastValue),
        "perception": frame(edition.perceptions, records.SurveyFigure),
        "room": frame(edition.rooms, records.SurveyFigure),
        "alliance": frame(edition.alliances, records.SurveyFigure),
        "initiative": _numbered(frame(edition.initiatives, records.Initiative), "initiative_id"),
        "source": frame(edition.sources, records.Source),
        "correction": frame(edition.corrections, records.Correction),
        "finding": _numbered(frame(edition.findings, Finding), "position"),
    }


def frame(items: Sequence[DataclassInstance], record: type[DataclassInstance]) -> pd.DataFrame:
    """Return one row a record and one column a field of the record's class, even when there is no record."""
    names = [field.name for field in fields(record)]
    columns = {name: [_plain(value) for value in map(attrgetter(name), items)] for name in names}
    return pd.DataFrame(columns, dtype=object)


def _plain(value: object) -> object:
    """Give DuckDB Decimals as floats, tuples as lists, everything else untouched."""
    if isinstance(value, Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value


def _numbered(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    return rows.assign(**{name: range(1, len(rows) + 1)})


def _edition(edition: LoadedEdition, recipe: str, schema: str) -> pd.DataFrame:
    names = ("sha256", "reference_sha256", "file_name", "fictional")
    return pd.DataFrame(
        [{name: getattr(edition, name) for name in names} | {"recipe": recipe, "schema": schema}]
    )


def _territories(edition: LoadedEdition) -> pd.DataFrame:
    codes = [region.region_code for region in edition.regions]
    levels = ["region"] * len(codes) + ["country"]
    return pd.DataFrame({"territory_code": [*codes, FRANCE], "level": levels})


def _cells(cells: Sequence[records.RawCell]) -> pd.DataFrame:
    """Keep the stored value as text with its type beside it: Excel has as many types as cells."""
    rows = frame(cells, records.RawCell)
    rows["value_type"] = [type(cell.value).__name__ for cell in cells]
    texts = [None if cell.value is None else str(cell.value) for cell in cells]
    rows["value"] = pd.Series(texts, dtype=object)
    return rows
