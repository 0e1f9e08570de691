"""What a form may be: of this site, a few kilobytes, a few seconds, so many a second; never by address."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

import anyio
from cachetools import TTLCache
from starlette.exceptions import HTTPException
from starlette.requests import Request

from hall.book.ballots import Form

LARGEST = 8 * 1024  # bytes of a form: sixteen notes are one kilobyte
_PATIENCE = 10.0  # seconds to send it
_FIELDS = 100
# The rest of what is sent is not read.
_NO_MORE = {"Connection": "close"}
_KEPT = 60.0
_WATCHED = 10_000


def of_another_site(request: Request) -> bool:
    """Say whether the page that a request comes from is of another site, or says « null » of its own."""
    origin = request.headers.get("origin")
    return origin is not None and origin.partition("://")[2] != request.headers.get("host")


async def read_form(request: Request) -> Form:
    """Return the fields of a form, read within its limits; raises `HTTPException` 408, 413 or 422."""
    body = b""
    try:
        with anyio.fail_after(_PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST:
                    raise HTTPException(413, "Ce formulaire est trop long.", _NO_MORE)
    except TimeoutError as error:
        raise HTTPException(408, "L’envoi a pris trop de temps\u202f: recommencez.", _NO_MORE) from error
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except (UnicodeDecodeError, ValueError) as error:
        raise HTTPException(422, "Ce formulaire n’est pas lisible.") from error


@dataclass
class _Level:
    filled: float
    at: float


class Buckets:
    """So many at once, then so many a second, for each name; of this process alone."""

    def __init__(
        self, *, at_once: int, each_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once, self._rate, self._clock = at_once, each_second, clock
        self._levels: TTLCache[str, _Level] = TTLCache(_WATCHED, _KEPT, timer=clock)

    def allows(self, name: str) -> bool:
        """Count one for a name; false when it is one too many."""
        now = self._clock()
        level = self._levels.get(name) or _Level(0.0, now)
        filled = max(0.0, level.filled - (now - level.at) * self._rate)
        if filled + 1 > self._at_once:
            return False
        self._levels[name] = _Level(filled + 1, now)
        return True
