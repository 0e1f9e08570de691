"""Tables that are explored: what is looked for in their rows, in what order, what is said of it.

Pure functions: no Streamlit here. A row is found by all the words that are looked for, in any of its cells,
whatever their accents and capitals; a filter keeps the rows that have one of its values. A column of numbers
sorts as numbers, and what is not published is last, whichever way the rows are sorted.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import pyarrow as pa

from pages.tables import arrow
from wording.lists import ended, join, joined, unaccented
from wording.numbers import counted, number, plural
from wording.typography import quoted

# The rows of a table that is read at one look, a domain each at most: it is not explored.
_FEW = 16
# The columns that a phone shows whole; two hold all that more would say.
_FIT = 3
DETAILS = "Précisions"
_NOTHING = "–"
_UNSAID = re.compile("–|(?:non|sans) .*", re.DOTALL)
_NUMBER = re.compile(r"([+\u2212]?)×?(\d[\d\u202f]*)(,\d+)?")
_DIGITS = re.compile(r"(\d+)")

# What text is compared by: « Cellule T9 » is before « Cellule T18 ».
Key = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Explored:
    """Rows of words, neutralised, and what each is found by.

    `wide`, `narrow`: the rows as they are sent to a laptop, and in fewer columns to a phone; `words`: all
    that a row says; `keys`: by column, what it is sorted by (None: not published); `kinds`: by column that
    filters, its values.
    """

    wide: pa.Table
    narrow: pa.Table
    words: tuple[str, ...]
    keys: Mapping[str, tuple[Key | None, ...]]
    kinds: Mapping[str, tuple[str, ...]]

    @property
    def few(self) -> bool:
        """Say whether the rows are read at one look."""
        return len(self.words) <= _FEW

    def options(self, column: str) -> list[str]:
        """Return the values of a column that filters, each once, as they are looked for."""
        return sorted(set(self.kinds[column]), key=lambda kind: (_text(kind), kind))


@dataclass(frozen=True)
class Asked:
    """What a reader asks of a table: words, values by column, the column that sorts (`""`: as it came)."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    column: str = ""
    backwards: bool = False

    @property
    def narrows(self) -> bool:
        """Say whether some rows may be left out."""
        return bool(self.text.strip() or any(self.chosen.values()))


def explored(rows: pd.DataFrame, *, filters: Iterable[str] = (), chosen: str = "") -> Explored:
    """Make a finished table of words, whose columns hold one kind of thing each, ready to be explored.

    `filters`: its columns that filter; `chosen`: see `arrow`. Where a row has nothing to say « – » is
    written, and a column where none has is left out.
    """
    rows = _filled(rows)
    records = [[str(cell) for cell in row] for row in rows.itertuples(index=False, name=None)]
    return Explored(
        wide=arrow(rows, chosen=chosen),
        narrow=arrow(rows if len(rows.columns) <= _FIT else _folded(rows, records), chosen=chosen),
        words=tuple(unaccented(" ".join(row)) for row in records),
        keys={str(name): _keys(list(map(str, rows[name]))) for name in rows.columns},
        kinds={name: tuple(map(str, rows[name])) for name in filters if name in rows},
    )


def found(table: Explored, asked: Asked) -> list[int]:
    """Return the positions of the rows that answer, in the order that is asked for."""
    looked_for = unaccented(asked.text).split()
    filters = [(table.kinds[column], kinds) for column, kinds in asked.chosen.items() if kinds]
    kept = [
        place
        for place, words in enumerate(table.words)
        if all(word in words for word in looked_for) and all(of[place] in kinds for of, kinds in filters)
    ]
    if not asked.column:
        return kept[::-1] if asked.backwards else kept
    keys = table.keys[asked.column]
    said = [(key, place) for place in kept if (key := keys[place]) is not None]
    # Equal ones stay in the order of the table, both ways.
    said.sort(key=lambda one: one[0], reverse=asked.backwards)
    return [place for _, place in said] + [place for place in kept if keys[place] is None]


def told(asked: Asked, answered: int, total: int) -> str:
    """« 21 lignes sur 336, triées par « Année » : Unité, % ou €. »: how many, and what was asked."""
    said = counted(answered, "ligne", "lignes")
    if asked.narrows:
        said = f"{said} sur {number(total)}"
    if asked.column:
        said = f"{said}, {plural(answered, 'triée', 'triées')} par {quoted(asked.column)}"
    if asked.backwards:
        said = f"{said}, en ordre inverse"
    kept = [f"recherche {quoted(asked.text.strip())}"] * bool(asked.text.strip())
    kept += [f"{column}, {join(kinds, 'ou')}" for column, kinds in asked.chosen.items() if kinds]
    return f"{said}\u202f: {ended(joined(kept))}" if kept else f"{said}."


def _filled(rows: pd.DataFrame) -> pd.DataFrame:
    said = rows.replace("", _NOTHING)
    first, *others = said.columns
    return said[[first, *(name for name in others if said.empty or said[name].ne(_NOTHING).any())]]


def _folded(rows: pd.DataFrame, records: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Keep the first column, and write the others after their names: « Unité : %. Année : 2019. »."""
    first, *names = map(str, rows.columns)
    details = [
        " ".join(
            ended(f"{name}\u202f: {cell}")
            for name, cell in zip(names, cells, strict=True)
            if cell != _NOTHING
        )
        for _, *cells in records
    ]
    return pd.DataFrame({first: [row[0] for row in records], DETAILS: details})


def _keys(cells: Sequence[str]) -> tuple[Key | None, ...]:
    """Return what the cells of a column are sorted by, numbers where all that say something have one."""
    said = [None if _UNSAID.fullmatch(cell) else cell for cell in cells]
    read = [None if cell is None else _number(cell) for cell in said]
    if any(cell and not key for cell, key in zip(said, read, strict=True)):
        return tuple(None if cell is None else _text(cell) for cell in said)
    return tuple(read)


def _number(cell: str) -> Key | None:
    """Read the number that a cell starts with: « −1 234,5 % »; None when it starts with none."""
    met = _NUMBER.match(cell)
    if not met:
        return None
    sign, whole, decimals = met.groups(default="")
    size = float(whole.replace("\u202f", "") + decimals.replace(",", "."))
    return ((-size if sign == "\u2212" else size, ""),)


def _text(cell: str) -> Key:
    parts = _DIGITS.split(unaccented(cell))
    return tuple((int(part), "") if part.isdigit() else (float("inf"), part) for part in parts if part)
