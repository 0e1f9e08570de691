"""A form sent in pieces, as no browser does: a real server reads it like any other, up to its limit."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import urlsplit

from hall.book.rooms import Room
from hall.stage.limits import LARGEST
from tests.asgi import apart


async def answered(server: str, address: str, pieces: Sequence[bytes]) -> str:
    """Send pieces, an empty one ends them; returns the first line of its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(server).port)
    head = f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
    writer.write(f"{head}Cookie: salle=a\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n".encode())
    for piece in pieces:
        writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    found = (await reader.readline()).decode()
    writer.close()
    return found


def test_a_form_in_pieces_is_read_no_further_than_its_limit(server: str, room: Room) -> None:
    """An honest one is read to its end, then refused for its token; another is refused before its end."""
    asked, without_end = f"/salle/{room.code}/acteur", [b"a" * (LARGEST // 4)] * 5
    assert " 403 " in apart(answered(server, asked, (b"acteur=mai", b"res&jeton=0", b"")))
    assert " 413 " in apart(answered(server, asked, without_end))
