"""A browser without script over the routes of a hall: cookies, forms, redirections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage.hall import Hall
from hall.stage.routes import refused, routes
from tests.asgi import answer
from tests.hall.conftest import NOW
from tests.opened import published

_TOKEN = re.compile(r'name="jeton" value="(\w+)"')


class Visit:
    """One device."""

    def __init__(self, hall: Hall) -> None:
        self._application = Starlette(
            routes=routes(hall, published), exception_handlers={HTTPException: refused}
        )
        self.cookies: dict[str, str] = {}
        self.status, self.text, self.headers = 0, "", Headers()

    def get(self, address: str, **headers: str) -> Visit:
        """Ask for a page, and follow where it leads."""
        return self._asked(address, None, headers)

    def post(self, address: str, fields: dict[str, object], **headers: str) -> Visit:
        """Send a form, and follow where it leads."""
        return self._asked(address, [urlencode(fields, doseq=True).encode()], headers)

    def send(self, address: str, **fields: object) -> Visit:
        """Send the form of this page: its token goes with the fields."""
        found = _TOKEN.search(self.text)
        return self.post(address, ({"jeton": found[1]} if found else {}) | fields)

    def raw(self, address: str, parts: Sequence[bytes | None], **headers: str) -> Visit:
        """Send a body in these parts; None never comes."""
        return self._asked(address, parts, headers)

    def _asked(self, address: str, form: Sequence[bytes | None] | None, headers: dict[str, str]) -> Visit:
        parts = urlsplit(address)
        if self.cookies:
            headers = {
                "cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            } | headers
        sent = answer(
            self._application,
            parts.path,
            query=parts.query.encode(),
            form=form,
            bare=(),
            **{"host": "salle.test"} | headers,
        )
        self.status = sent[0]["status"]
        self.headers = Headers(raw=sent[0]["headers"])
        self.text = b"".join(message.get("body", b"") for message in sent).decode(errors="replace")
        for cookie in SimpleCookie(self.headers.get("set-cookie", "")).values():
            self.cookies[cookie.key] = cookie.value
        if self.status == 303:
            return self._asked(self.headers["location"], None, {})
        return self


def entered(hall: Hall, room: Room, actor: str = "maires") -> Visit:
    """Return a device whose holder said who they are."""
    return Visit(hall).get(f"/salle/{room.code}").send(f"/salle/{room.code}/acteur", acteur=actor)


def led(hall: Hall, room: Room, rank: int, *more: Gesture) -> None:
    """Lead the debate on to a step."""
    while hall.book.of(room.id).progress.at < rank:
        hall.book.move(room.id, Gesture.NEXT, NOW)
    for gesture in more:
        hall.book.move(room.id, gesture, 4_000_000_000.0)
