"""Bent workbooks: each is refused with a sentence, read right, or a fault that must not be."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from typing import Any

from loaders import place
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from tests.fuzz.bent_workbook import bent
from tests.fuzz.cells import UNREADABLE, Contents, rows
from tests.fuzz.verdict import Verdict, verdict
from tests.loaders.books import as_excel_writes

# Rows that say what the columns of a sheet are.
HEADERS = range(7)


def judged(number: int) -> Verdict:
    """Bend a workbook by its number, load it, say what became of it; a number always bends the same.

    « told »: read otherwise than the published figures, as its cells say.
    """
    seed = random.Random(number)
    data, ways = bent(seed.choice(_bases()), seed)
    return verdict(number, ways, lambda: _outcome(data))


def _outcome(data: bytes) -> tuple[str, str]:
    try:
        return _compared(load(data, "bent.xlsx"), data)
    except WorkbookRefused as refusal:
        told = [item.message for item in refusal.findings if item.level == "erreur"]
        return ("refused", told[0]) if told and all(told) else ("mute", str(refusal))


def _compared(edition: LoadedEdition, data: bytes) -> tuple[str, str]:
    """Hold what was read against the published figures, and each difference against the cells."""
    got, wanted = _figures(edition), _published()
    changed = {key for key in got.keys() | wanted.keys() if got.get(key) != wanted.get(key)}
    if not changed:
        return "right", ""
    try:
        differs = _differing(rows(data))
    except UNREADABLE as error:
        return "unknown", f"{len(changed)} figures differ, {error!r}"
    silent = sorted(key for key in changed if not _explained(key, differs))
    return ("silent", str(silent[:3])) if silent else ("told", f"{len(changed)} figures differ")


def _explained(key: tuple[str, ...], differs: set[tuple[str, int]]) -> bool:
    """Say whether the row of a figure differs, or what heads its sheet."""
    sheet, row = key[0], int(key[1])
    return bool({(sheet, row), *((sheet, head) for head in HEADERS)} & differs)


def _differing(found: Contents) -> set[tuple[str, int]]:
    wanted = _contents()
    return {key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)}


def _figures(edition: LoadedEdition) -> Mapping[tuple[str, ...], Any]:
    """Return every figure that is kept by where it was read, without how it is written."""
    values: dict[tuple[str, ...], Any] = {
        (item.sheet, item.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), item.indicator_code, item.region_code): (
            item.value,
            item.low,
            item.high,
            item.status,
        )
        for item in edition.values
    }
    told: dict[tuple[str, ...], Any] = {
        (item.sheet, str(item.row_number), "enquête"): (item.value, item.rank_low, item.rank_high)
        for item in (*edition.perceptions, *edition.alliances)
    }
    return values | told


@cache
def _bases() -> tuple[bytes, ...]:
    data = place.workbook().read_bytes()
    return data, as_excel_writes(data)


@cache
def _published() -> Mapping[tuple[str, ...], Any]:
    return _figures(load(_bases()[0], "bent.xlsx"))


@cache
def _contents() -> Contents:
    return rows(_bases()[0])
