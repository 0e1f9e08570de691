"""The figures of a room, drawn before it meets: kept with it, so that no key draws and none is ever lost."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hall.book.writer import Connection

# The shapes of a screen, and the colours of its page, as they are asked for in an address.
WIDE, SQUARE = "16-9", "4-3"
LIGHT, DARK = "clair", "sombre"
SHAPES, COLOURS = (WIDE, SQUARE), (LIGHT, DARK)
_KEEP = "INSERT INTO drawing VALUES (:room, :figure, :shape, :colours, :screen, :svg)"
_FIND = """
    SELECT svg FROM drawing
    WHERE room = :room AND figure = :figure AND shape = :shape AND colours = :colours AND screen = :screen
"""


@dataclass(frozen=True)
class Drawing:
    """One screen of a figure as SVG. `figure`: as the subject of its step names it; `screen`: from 1."""

    figure: str
    shape: str
    colours: str
    screen: int
    svg: str


def keep(connection: Connection, room: str, drawings: Iterable[Drawing]) -> None:
    """Write drawings, compressed: an outline of the country is a hundred thousand letters."""
    for one in drawings:
        named = {"figure": one.figure, "shape": one.shape, "colours": one.colours, "screen": one.screen}
        connection.execute(_KEEP, {"room": room, **named, "svg": zlib.compress(one.svg.encode())})


def found(
    rows: Callable[[str, Mapping[str, Any]], list[tuple[Any, ...]]], room: str, named: Mapping[str, Any]
) -> str:
    """Return a drawing, `""` when there is none; `named`: its figure, shape, colours and screen."""
    kept = rows(_FIND, {"room": room, **named})
    return zlib.decompress(kept[0][0]).decode() if kept else ""
