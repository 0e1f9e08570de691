"""A workbook bent where its format bends: the zip, its parts, the XML of the cells, the styles, the texts."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

from tests.loaders.books import parts, zipped

Parts = dict[str, bytes]
# What stands between two quotes, and a whole element: what a program that writes XML gets wrong.
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_CELL = re.compile(rb"<(?:x:)?c [^>]*?(?:/>|>.*?</(?:x:)?c>)", re.DOTALL)
_ROW = re.compile(rb"<(?:x:)?row [^>]*?>.*?</(?:x:)?row>", re.DOTALL)
_TEXT = re.compile(rb">([^<>]+)<")
_TAG = re.compile(rb"</?[\w:]+")
# What programs and people write in the place of a number, a place, a kind of cell or a name.
NUMBERS = ("", "0", "-0", "1e5", "1E999", "-1E-999", "NaN", "INF", "1,5", "1.234", "0x10", " 8.4 ", "8.4e")
LONG = ("9" * 400, "0." + "0" * 400 + "1", "2147483648", "-1", "&#0;", "&amp;", "&lt;b&gt;", "#REF!")
PLACES = ("A1:XFD1048576", "XFE1", "A0", "a1", "R1C1", "../../etc/passwd", "http://exemple.fr/", "rId999")
KINDS = ("s", "inlineStr", "str", "e", "b", "d", "n", "x", "true")
LETTERS = ("\u0660\u0661", "\u202e8,4", "\uff18,\uff14")
VALUES = tuple(text.encode() for text in (*NUMBERS, *LONG, *PLACES, *KINDS, *LETTERS))
# Elements of a cell, and one that no format knows.
TAGS = (b"<v", b"<is", b"<f", b"<t", b"<r", b"</c", b"<zz", b"<c")
FORMULAS = (b"<f>A1+1</f>", b'<f t="array" ref="A1:XFD9">A1</f>', b'<f t="shared" si="9"/>', b"<f/>")
FIGURES = "xl/worksheets/sheet2.xml"
BOMB = b'<!DOCTYPE z [<!ENTITY a "' + b"z" * 999 + b'">]>'


def bent(data: bytes, seed: random.Random) -> tuple[bytes, str]:
    """Return a workbook bent in one to three ways, and the names of the ways."""
    files, names = parts(data), []
    for _ in range(seed.choice((1, 1, 1, 2, 3))):
        way = seed.choice(WAYS)
        way(files, seed)
        names.append(way.__name__)
    whole = zipped(files)
    if seed.random() < 0.1:
        way_of_bytes = seed.choice(OF_BYTES)
        whole = way_of_bytes(whole, seed)
        names.append(way_of_bytes.__name__)
    return whole, " ".join(names)


def _part(files: Parts, seed: random.Random) -> str:
    """Choose a part: often the sheet of the figures, mostly one that is read."""
    if FIGURES in files and seed.random() < 0.4:
        return FIGURES
    read = [name for name in files if re.search(r"sheet\d|sharedStrings|styles|workbook", name)]
    return seed.choice(read if read and seed.random() < 0.9 else list(files))


def _replace_one(
    files: Parts, seed: random.Random, what: re.Pattern[bytes], by: Callable[[bytes], bytes]
) -> None:
    """Replace one match of a pattern in a part; a part without any stays."""
    name = _part(files, seed)
    found = list(what.finditer(files[name]))
    if found:
        match = seed.choice(found)
        files[name] = files[name][: match.start()] + by(match[0]) + files[name][match.end() :]


def attribute(files: Parts, seed: random.Random) -> None:
    """Give an attribute another value."""
    _replace_one(
        files, seed, _ATTRIBUTE, lambda text: text.partition(b"=")[0] + b'="' + seed.choice(VALUES) + b'"'
    )


def attribute_lost(files: Parts, seed: random.Random) -> None:
    """Take an attribute away."""
    _replace_one(files, seed, _ATTRIBUTE, lambda _: b"")


def text(files: Parts, seed: random.Random) -> None:
    """Write something else in an element."""
    _replace_one(files, seed, _TEXT, lambda _: b">" + seed.choice(VALUES) + b"<")


def tag(files: Parts, seed: random.Random) -> None:
    """Give an element another name."""
    _replace_one(
        files, seed, _TAG, lambda _: seed.choice((b"<v", b"<is", b"<f", b"<t", b"<r", b"</c", b"<zz", b"<c"))
    )


def cell_twice(files: Parts, seed: random.Random) -> None:
    """Write a cell, or a row, twice."""
    _replace_one(files, seed, seed.choice((_CELL, _ROW)), lambda whole: whole + whole)


def cell_lost(files: Parts, seed: random.Random) -> None:
    """Lose a cell, or a row."""
    _replace_one(files, seed, seed.choice((_CELL, _ROW)), lambda _: b"")


def formula(files: Parts, seed: random.Random) -> None:
    """Make a cell a formula, with or without what it gave."""
    kept = seed.choice((b"<v>1</v>", b"", b"<v>#REF!</v>"))
    kind = seed.choice(
        (b"<f>A1+1</f>", b'<f t="array" ref="A1:XFD9">A1</f>', b'<f t="shared" si="9"/>', b"<f/>")
    )

    def by(whole: bytes) -> bytes:
        place = re.search(rb'r="([A-Z]+\d+)"', whole)
        return b'<c r="' + (place[1] if place else b"A1") + b'">' + kind + kept + b"</c>"

    _replace_one(files, seed, _CELL, by)


def part_lost(files: Parts, seed: random.Random) -> None:
    """Lose a part."""
    files.pop(_part(files, seed))


def parts_swapped(files: Parts, seed: random.Random) -> None:
    """Give two parts each other's content."""
    one, other = _part(files, seed), _part(files, seed)
    files[one], files[other] = files[other], files[one]


def entity(files: Parts, seed: random.Random) -> None:
    """Declare an entity."""
    name = _part(files, seed)
    files[name] = files[name].replace(b"?>", b"?>" + BOMB, 1)


def cut(files: Parts, seed: random.Random) -> None:
    """Cut a part short."""
    name = _part(files, seed)
    files[name] = files[name][: seed.randrange(len(files[name]) + 1)]


def bits(files: Parts, seed: random.Random) -> None:
    """Change a byte of a part."""
    name = _part(files, seed)
    if files[name]:
        place = seed.randrange(len(files[name]))
        files[name] = files[name][:place] + bytes([seed.randrange(256)]) + files[name][place + 1 :]


def nested(files: Parts, seed: random.Random) -> None:
    """Nest elements too deep."""
    deep = seed.choice((50, 500, 5000))
    _replace_one(files, seed, _TEXT, lambda _: b">" + b"<r>" * deep + b"8" + b"</r>" * deep + b"<")


WAYS = (
    *(attribute, attribute, attribute, text, text, text, attribute_lost, tag, cell_twice, cell_lost, formula),
    *(part_lost, parts_swapped, entity, cut, bits, nested),
)


def truncated(data: bytes, seed: random.Random) -> bytes:
    """Cut the file short."""
    return data[: seed.randrange(len(data))]


def byte(data: bytes, seed: random.Random) -> bytes:
    """Change a byte of the file."""
    place = seed.randrange(len(data))
    return data[:place] + bytes([seed.randrange(256)]) + data[place + 1 :]


def doubled(data: bytes, seed: random.Random) -> bytes:
    """Put a part in the file under a name that is there, or that leads out of it."""
    whole = io.BytesIO(data)
    names = zipfile.ZipFile(whole).namelist()
    name = seed.choice((seed.choice(names), "../../evil.xml", "/etc/passwd", "xl\\worksheets\\sheet1.xml"))
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"<a/>")
    return whole.getvalue()


OF_BYTES = (truncated, byte, doubled)
