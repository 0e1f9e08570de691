"""The reference tables as typed, indexed objects, ready for lookup while a workbook is read."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, cast

from loaders.file.guard import refuse
from loaders.naming import collapse, key, words
from loaders.records import Actor, Declaration, Measure, Region, Status
from loaders.tables import Row, Tables

RelationKind = Literal["share", "ratio"]
FRANCE = "FR"


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """A sheet we know: the name to show, the keys of all its accepted names, and whether a load needs it.

    `expected`: its absence is said; most workbooks have no past years, and need not be told.
    """

    sheet_key: str
    name: str
    accepted: frozenset[str]
    required: bool
    expected: bool


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column we know, with the longest text one of its cells may hold."""

    column_key: str
    header: str
    accepted: frozenset[str]
    required: bool
    maximum_length: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A declared arithmetic relation: a share of France (in %), or the ratio of two indicators."""

    kind: RelationKind
    result_code: str
    numerator_code: str
    denominator_code: str


@dataclass(frozen=True, slots=True)
class Absence:
    """What a sign that stands for a figure says: its status, and why there is none ("" when it does not)."""

    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything the tables say. `region_columns`: key of an alias → INSEE code or FR.

    `missing`: signs of no answer anywhere, → status; `absences`: the same with those that mean it only where
    a figure is expected (an « x » in a survey is a ticked box); `marks`: sign beside a number → what it says.
    `reliabilities`: code → label.
    """

    regions: tuple[Region, ...]
    region_columns: dict[str, str]
    actors: tuple[Actor, ...]
    measures: tuple[Measure, ...]
    sheets: tuple[SheetSpec, ...]
    columns: dict[str, tuple[ColumnSpec, ...]]
    missing: dict[str, Status]
    absences: dict[str, Absence]
    marks: dict[str, str]
    unit_words: dict[str, list[str]]
    relations: tuple[Relation, ...]
    reliabilities: dict[str, str]
    declarations: tuple[Declaration, ...]
    sha256: str

    def region_name(self, region_code: str) -> str:
        """The name of a region for a sentence; « France » for FR."""
        return next((region.name for region in self.regions if region.region_code == region_code), "France")


def build_reference(tables: Tables) -> Reference:
    """Type and index the tables; raises `WorkbookRefused` when a number or a code in them is wrong."""
    try:
        return Reference(
            regions=tuple(Region(**_with(row, position=int)) for row in tables["regions"]),
            region_columns={key(row["alias"]): row["region_code"] for row in tables["region_aliases"]},
            actors=tuple(Actor(**_with(row, position=int)) for row in tables["actors"]),
            measures=tuple(
                Measure(**_with(row, minimum=_bound, maximum=_bound)) for row in tables["measures"]
            ),
            sheets=tuple(_sheet(row) for row in tables["sheets"]),
            columns=_columns(tables["columns"]),
            missing={
                _sign(row["token"]): _status(row["status"])
                for row in tables["missing_tokens"]
                if row["scope"] == "anywhere"
            },
            absences={
                _sign(row["token"]): Absence(_status(row["status"]), row["reason"])
                for row in tables["missing_tokens"]
            },
            marks={_sign(row["mark"]): row["meaning"] for row in tables["value_marks"]},
            unit_words={" ".join(words(row["word"])): words(row["unit"]) for row in tables["unit_words"]},
            relations=tuple(Relation(**_with(row, kind=_kind)) for row in tables["relations"]),
            reliabilities={row["reliability"]: row["label"] for row in tables["reliabilities"]},
            declarations=tuple(Declaration(**_with(row, date=_date)) for row in tables["corrections"]),
            sha256=tables.sha256,
        )
    except (ValueError, InvalidOperation) as error:
        raise refuse(
            "table_de_reference",
            "Une table de référence de l’application contient une valeur inattendue.",
            "Rétablir la version d’origine de ces tables.",
        ) from error


def _with(row: Row, **readings: Callable[[str], object]) -> dict[str, Any]:
    """Return the cells of a row by the name of their column, some of them typed."""
    return {**row, **{name: read(row[name]) for name, read in readings.items()}}


def _bound(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _date(text: str) -> str:
    datetime.date.fromisoformat(text)
    return text


def _sheet(row: Row) -> SheetSpec:
    return SheetSpec(
        sheet_key=row["sheet_key"],
        name=row["name"],
        accepted=_accepted(row["name"], row["aliases"]),
        required=row["required"] == "yes",
        expected=row["required"] != "optional",
    )


def _columns(rows: list[Row]) -> dict[str, tuple[ColumnSpec, ...]]:
    specs: dict[str, tuple[ColumnSpec, ...]] = {}
    for row in rows:
        spec = ColumnSpec(
            column_key=row["column_key"],
            header=row["header"],
            accepted=_accepted(row["header"], row["aliases"]),
            required=row["required"] == "yes",
            maximum_length=int(row["maximum_length"]),
        )
        specs[row["sheet_key"]] = (*specs.get(row["sheet_key"], ()), spec)
    return specs


def _accepted(name: str, aliases: str) -> frozenset[str]:
    return frozenset(key(text) for text in (name, *aliases.split("|")) if text)


def _sign(text: str) -> str:
    return collapse(text).casefold()


def _status(text: str) -> Status:
    if text not in {"missing", "not_available"}:
        raise ValueError(text)
    return cast("Status", text)


def _kind(text: str) -> RelationKind:
    if text not in {"share", "ratio"}:
        raise ValueError(text)
    return cast("RelationKind", text)
