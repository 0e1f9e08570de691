"""A survey as CSV, bent where people and programs bend one: cells, titles, how it is cut, its bytes.

Whoever bends knows what it wrote: the encoding, the separator and the rows are told with the bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

ACTORS = ("Citoyens", "Entreprises", "Maires")
REGIONS = ("Bretagne", "Hauts-de-France", "Île-de-France")
DOMAINS = ("Emploi", "Santé")
# What people and programs write in the place of a name, and what stands for no number; plain readings of
# both are in `plain_survey`.
NAMES = (
    "BRETAGNE",
    "bretagne",
    " Bretagne ",
    "53",
    "053",
    "53.0",
    "Ile de France",
    "Bretagn",
    "=Bretagne",
    "",
)
OTHERS = ("Corse\x00", "<b>Corse</b>", "Bretagne, Corse", "999", "Guadeloupe", "\u202eengaterB", "x" * 70_000)
NUMBERS = (
    "7,5",
    "7.5",
    "7/10",
    "7 sur 10",
    "0",
    "10",
    " 8 ",
    "+3",
    "3,",
    ",5",
    "7,25",
    "0,0001",
    "10,0",
    "−1",
)
NOTHING = ("", "NSP", "n.d.", "-", "Ne sait pas", "\u00a0")
JUNK = (
    *(
        "1e1",
        "1E999",
        "NaN",
        "inf",
        "0x7",
        "٧",
        "７",
        "7 8",
        "7-8",
        "7 ou 8",
        "11",
        "-1",
        "99",
        "7/20",
        "5 %",
    ),
    *(
        "=1+1",
        "=HYPERLINK(1)",
        "@SUM(A1)",
        "1_0",
        "7;5",
        '7"5',
        "7\n5",
        "7\x005",
        "sept",
        "#REF!",
        "9" * 4_000,
    ),
    *("07-mai", "5-juil.", "janv-06", "07/05/2025", "0,45 %"),
    *("1.234", "1 234", "1,234,5", "<script>7</script>", "\u200b7", "7\u0301"),
)
BOXES = ("oui", "non", "1", "0", "Oui", "NON", "x", "true", "2", "oui non", "1,0", "0.0")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")
# Encodings that the product does not know: their accents are lost, which must be said.
FOREIGN = ("mac-roman", "cp437", "utf-32", "utf-7")
SEPARATORS = (";", ",", "\t", "|")
# A file beyond the limits takes as long to judge as a hundred others.
_HUGE = 0.004


@dataclass
class Written:
    """A file as it is written. `rows` start with the titles; `exact`: no byte was bent after that."""

    rows: list[list[str]]
    separator: str = ";"
    encoding: str = "utf-8"
    end: str = "\r\n"
    quoted: bool = False
    declared: bool = False
    exact: bool = True
    ways: list[str] = field(default_factory=list)

    def data(self) -> bytes:
        """Return the bytes before any of them is bent."""
        lines = [self.separator.join(map(self._cell, row)) for row in self.rows]
        if self.declared:
            lines.insert(0, f"sep={self.separator}")
        return (self.end.join(lines) + self.end).encode(self.encoding, "replace")

    def _cell(self, text: str) -> str:
        special = {'"', "\r", "\n", self.separator}
        if self.quoted or special & {*text}:
            return '"' + text.replace('"', '""') + '"'
        return text


def bent(seed: random.Random) -> tuple[bytes, Written]:
    """Return the bytes of a survey bent in a few ways, and what is known of them."""
    file = Written(seed.choice(BASES)(seed))
    for way in (seed.choice(OF_CELLS) for _ in range(seed.choice((0, 1, 1, 2, 4)))):
        way(file.rows, seed)
        file.ways.append(way.__name__)
    if seed.random() < _HUGE:
        huge(file.rows, seed)
        file.ways.append(huge.__name__)
    _cut(file, seed)
    data = file.data()
    if seed.random() < 0.35:
        for way_of_bytes in (seed.choice(OF_BYTES) for _ in range(seed.choice((1, 1, 3)))):
            data = way_of_bytes(data, seed)
            file.ways.append(way_of_bytes.__name__)
        file.exact = False
    return data, file


def _cut(file: Written, seed: random.Random) -> None:
    """Choose how the file is cut: mostly as spreadsheets do."""
    file.separator = seed.choice(SEPARATORS)
    file.encoding = seed.choice(ENCODINGS)
    if seed.random() < 0.06:
        file.encoding, file.exact = seed.choice(FOREIGN), False
    if seed.random() < 0.04:
        file.separator, file.exact = seed.choice((":", " ", "¦")), False
    file.end = seed.choice(("\r\n", "\n", "\n", "\r"))
    file.quoted, file.declared = seed.random() < 0.3, seed.random() < 0.1
    file.ways.append(f"{file.encoding} {file.separator!r} {file.end!r}")


def _notes(seed: random.Random) -> list[list[str]]:
    """One row a person and a domain."""
    rows = [["Acteur", "Région", "Domaine", "Note"]]
    subjects = [(actor, region, domain) for actor in ACTORS[:2] for region in REGIONS for domain in DOMAINS]
    return rows + [[*one, _note(seed)] for one in subjects for _ in range(seed.randrange(4, 9))]


def _weighted(seed: random.Random) -> list[list[str]]:
    """One row a person, with a weight."""
    rows = _notes(seed)
    return [[*rows[0], "Poids"], *([*row, seed.choice(("1", "0,5", "2", "1.25"))] for row in rows[1:])]


def _wide(seed: random.Random) -> list[list[str]]:
    """One row a person, a column a domain."""
    rows = [["Acteur", "Région", *DOMAINS]]
    people = [(actor, region) for actor in ACTORS for region in REGIONS for _ in range(seed.randrange(5, 9))]
    return rows + [[*one, *(_note(seed) for _ in DOMAINS)] for one in people]


def _boxes(seed: random.Random) -> list[list[str]]:
    """One row a person and a domain, a box ticked or not."""
    return [
        [*row[:3], row[3] if not place else seed.choice(BOXES[:2])] for place, row in enumerate(_notes(seed))
    ]


def _means(seed: random.Random) -> list[list[str]]:
    """One row a mean that somebody computed."""
    rows = [["Acteur", "Région", "Domaine", "Moyenne", "Effectif", "Écart-type"]]
    subjects = [(actor, region, domain) for actor in ACTORS for region in REGIONS for domain in DOMAINS]
    return rows + [
        [*one, f"{seed.randrange(1000) / 100:.2f}".replace(".", ","), str(seed.randrange(3, 900)), "1,5"]
        for one in subjects
    ]


def _note(seed: random.Random) -> str:
    return seed.choice([str(seed.randrange(11)), NUMBERS[0], NUMBERS[1]])


BASES = (_notes, _notes, _weighted, _wide, _boxes, _means)
Rows = list[list[str]]


def _place(rows: Rows, seed: random.Random) -> tuple[int, int]:
    row = seed.randrange(1, len(rows)) if len(rows) > 1 else 0
    return row, seed.randrange(len(rows[row])) if rows[row] else 0


def cells(rows: Rows, seed: random.Random) -> None:
    """Write something else in a few cells, wherever they are."""
    for _ in range(seed.choice((1, 3, 9))):
        row, column = _place(rows, seed)
        if rows[row]:
            rows[row][column] = seed.choice((*NUMBERS, *NOTHING, *JUNK, *BOXES, *NAMES, *OTHERS))


def names(rows: Rows, seed: random.Random) -> None:
    """Write names otherwise."""
    for _ in range(seed.choice((1, 5))):
        row, _column = _place(rows, seed)
        rows[row][:3] = [seed.choice((text, text.upper(), f"{text}\u00a0", *NAMES)) for text in rows[row][:3]]


def values(rows: Rows, seed: random.Random) -> None:
    """Write values otherwise, in one column."""
    column = seed.randrange(2, max(3, len(rows[0])))
    kinds = seed.choice((NUMBERS, NUMBERS + NOTHING, BOXES, NUMBERS + JUNK))
    for row in rows[1:]:
        if column < len(row) and seed.random() < 0.1:
            row[column] = seed.choice(kinds)


def titles(rows: Rows, seed: random.Random) -> None:
    """Write a title otherwise."""
    column = seed.randrange(max(1, len(rows[0])))
    if rows[0]:
        text = rows[0][column]
        others = (
            "",
            "=1+1",
            text * 300,
            f"{text}\x00",
            "Note",
            "Région",
            "7",
            "\ufeff",
            "<b>x</b>",
            "a\nb",
            "n",
        )
        rows[0][column] = seed.choice((text.upper(), f" {text} ", f"{text} ?", *others))


def titles_lost(rows: Rows, _seed: random.Random) -> None:
    """Lose the titles."""
    del rows[0]


def row_twice(rows: Rows, seed: random.Random) -> None:
    """Write a row twice, or many times."""
    row, _ = _place(rows, seed)
    rows[row:row] = [list(rows[row])] * seed.choice((1, 1, 40))


def row_cut(rows: Rows, seed: random.Random) -> None:
    """Cut a row short, or make it too long."""
    row, column = _place(rows, seed)
    rows[row] = seed.choice((rows[row][:column], [*rows[row], "", "7", "reste"], [""], ["", "", "", ""]))


def column_moved(rows: Rows, seed: random.Random) -> None:
    """Put the columns in another order, or one of them twice."""
    width = len(rows[0])
    order = seed.choice((seed.sample(range(width), width), [*range(width), seed.randrange(max(1, width))]))
    rows[:] = [[row[place] if place < len(row) else "" for place in order] for row in rows]


def column_lost(rows: Rows, seed: random.Random) -> None:
    """Lose a column."""
    column = seed.randrange(max(1, len(rows[0])))
    rows[:] = [row[:column] + row[column + 1 :] for row in rows]


def column_more(rows: Rows, seed: random.Random) -> None:
    """Add a column that nobody asked for."""
    title, text = seed.choice(
        (("Remarque", "x" * 5_000), ("id", "1"), ("", "\x07"), ("Département", "53"), ("Date", "=1"))
    )
    rows[:] = [[*row, title if not place else text] for place, row in enumerate(rows)]


def huge(rows: Rows, seed: random.Random) -> None:
    """Write a field of a megabyte, or so many columns or rows."""
    row, column = _place(rows, seed)
    way = seed.randrange(3)
    if way == 0 and rows[row]:
        rows[row][column] = "7" * 1_000_000
    elif way == 1:
        rows[row] += ["x"] * 1_200
    else:
        rows += [list(rows[row])] * 55_000


OF_CELLS: tuple[Callable[[Rows, random.Random], None], ...] = (
    *(cells, cells, names, names, values, values, values, titles, titles, row_twice, row_cut),
    *(column_moved, column_lost, column_more),
)


def byte(data: bytes, seed: random.Random) -> bytes:
    """Change a byte."""
    place = seed.randrange(len(data))
    return data[:place] + bytes([seed.randrange(256)]) + data[place + 1 :]


def inserted(data: bytes, seed: random.Random) -> bytes:
    """Put in bytes that cut, hide or end."""
    place = seed.randrange(len(data))
    what = seed.choice(
        (b'"', b"\x00", b"\r", b"\n", b";", b",", b"\x1a", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80")
    )
    return data[:place] + what * seed.choice((1, 1, 2, 50)) + data[place:]


def truncated(data: bytes, seed: random.Random) -> bytes:
    """Cut the file short."""
    return data[: seed.randrange(len(data)) + 1]


def shifted(data: bytes, seed: random.Random) -> bytes:
    """Lose a byte: what follows is read beside its place."""
    place = seed.randrange(len(data))
    return data[:place] + data[place + 1 :]


def doubled(data: bytes, seed: random.Random) -> bytes:
    """Write the end of the file again."""
    return data + data[seed.randrange(len(data)) :]


def other_kind(data: bytes, seed: random.Random) -> bytes:
    """Give the file another start: an archive, a picture, a page, zeros."""
    start = seed.choice(
        (b"PK\x03\x04", b"\x89PNG\r\n", b"%PDF-1.4", b"<html>", b"\x00" * 300, b"\xd0\xcf\x11\xe0")
    )
    return start + data


OF_BYTES = (byte, byte, inserted, inserted, truncated, shifted, doubled, other_kind)
