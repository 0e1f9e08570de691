"""The cells that differ between two editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from loaders.editions.rows import Held, Row, region_of, rows
from loaders.reference import Reference, build_reference
from loaders.store import Store
from loaders.tables import read_tables


class Kind(StrEnum):
    """What happened to a cell. REWRITTEN: another text for the same figure, which changes no result."""

    CHANGED = "modifiee"
    ADDED = "ajoutee"
    REMOVED = "retiree"
    REWRITTEN = "reecrite"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs.

    `row` and `column` are words ("" for a text outside the tables); `before_cell` or `after_cell` is "" when
    the cell is only in the other edition; `whole_row`: the whole row came or went. The codes say what the
    cell is about, in either edition: they are empty for what it is not about.
    """

    kind: Kind
    sheet: str
    row: str
    column: str
    column_name: str
    before: str
    after: str
    before_cell: str
    after_cell: str
    whole_row: bool
    indicator_code: str
    domain_codes: tuple[str, ...]
    region_codes: tuple[str, ...]
    actor_code: str
    wave: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, in the reading order of the new edition, then what it no longer has.

    `moved`: cells whose content is the same at another address.
    """

    changes: tuple[CellChange, ...]
    moved: int


def compare(old: Store, new: Store, reference: Reference | None = None) -> Comparison:
    """Compare two editions cell by cell; raises `WorkbookRefused` when a reference table is damaged."""
    known = reference or build_reference(read_tables())
    before, after = rows(old, known), rows(new, known)
    pairs = [(before.get(identity), row) for identity, row in after.items()]
    found = _met_again(
        [row for identity, row in before.items() if identity not in after],
        pairs,
    )
    met = {id(row) for row, _ in found}
    gone = [(row, None) for identity, row in before.items() if identity not in after and id(row) not in met]
    changes = list(chain.from_iterable(_changes(*pair) for pair in [*found, *gone]))
    return Comparison(tuple(changes), sum(_moved(*pair) for pair in found))


def _met_again(gone: list[Row], pairs: list[tuple[Row | None, Row]]) -> list[tuple[Row | None, Row]]:
    """Recognise a row whose subject was corrected in place: same sheet and number, mostly the same cells."""
    places = {(row.sheet, row.number): row for row in gone if not row.outside}
    found: list[tuple[Row | None, Row]] = []
    for old, new in pairs:
        other = places.get((new.sheet, new.number)) if old is None and not new.outside else None
        found.append((other if other is not None and _alike(other, new) else old, new))
    return found


def _alike(old: Row, new: Row) -> bool:
    same = sum(name in new.held and cell.text == new.held[name].text for name, cell in old.held.items())
    return same * 2 > max(len(old.held), len(new.held))


def _moved(old: Row | None, new: Row) -> int:
    if old is None:
        return 0
    both = [(cell, new.held[name]) for name, cell in old.held.items() if name in new.held]
    return sum(was.text == now.text and was.cell != now.cell for was, now in both)


def _changes(old: Row | None, new: Row | None) -> Iterator[CellChange]:
    before, after = (row.held if row is not None else {} for row in (old, new))
    for name in dict.fromkeys([*after, *before]):
        was, now = before.get(name), after.get(name)
        kind = _kind(was, now)
        if kind is not None:
            yield _change(kind, (old, new), (was, now))


def _kind(was: Held | None, now: Held | None) -> Kind | None:
    if was is None:
        return Kind.ADDED
    if now is None:
        return Kind.REMOVED
    if was.text == now.text and was.says_as(now):
        return None
    return Kind.REWRITTEN if was.says_as(now) else Kind.CHANGED


def _change(
    kind: Kind, rows: tuple[Row | None, Row | None], cells: tuple[Held | None, Held | None]
) -> CellChange:
    known = [row for row in reversed(rows) if row is not None]
    held = [cell for cell in reversed(cells) if cell is not None]
    subjects = [row.subject for row in known]
    before, after = _texts(*cells)
    regions = region_of(held[0].column) or _distinct(code for item in subjects for code in item.region_codes)
    return CellChange(
        kind=kind,
        sheet=known[0].sheet,
        row=subjects[0].words,
        column=held[0].column.heading,
        column_name=held[0].column.name,
        before=before,
        after=after,
        before_cell=cells[0].cell if cells[0] is not None else "",
        after_cell=cells[1].cell if cells[1] is not None else "",
        whole_row=len(known) == 1 and not known[0].outside,
        indicator_code=subjects[0].indicator_code,
        domain_codes=_distinct(item.domain_code for item in subjects),
        region_codes=regions,
        actor_code=subjects[0].actor_code,
        wave=subjects[0].wave,
    )


def _texts(was: Held | None, now: Held | None) -> tuple[str, str]:
    """Return what both cells show; what they store too, when they show the same."""
    before, after = (cell.text if cell is not None else "" for cell in (was, now))
    if was is None or now is None or before != after:
        return before, after
    return f"{before} (enregistré\u202f: {was.value})", f"{after} (enregistré\u202f: {now.value})"


def _distinct(codes: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))
