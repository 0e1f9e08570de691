"""One request to an ASGI application, without a server."""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope

Done = TypeVar("Done")
Header = tuple[bytes, bytes]


def body(application: ASGIApp, path: str, kind: str = "http") -> bytes:
    """Return what a browser reads of the answer."""
    return b"".join(message.get("body", b"") for message in answer(application, path, kind))


def answer(
    application: ASGIApp,
    path: str,
    kind: str = "http",
    query: bytes = b"",
    *,
    form: Sequence[bytes | None] | None = None,
    method: str = "",
    bare: Sequence[Header] = (),
    **headers: str,
) -> list[Message]:
    """Return all that is answered; `headers` of the request, with underscores for dashes.

    `form`: the body of a POST, in the parts in which it comes; None never comes. `method`: another one than
    GET, or POST for a form. `bare`: headers as bytes, that a client of good faith would not send.
    """
    sent: list[Message] = []
    parts = list(form or ())

    async def receive() -> Message:
        if not parts:
            return {"type": "http.disconnect"}
        part = parts.pop(0)
        if part is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        raw = Headers({name.replace("_", "-"): value for name, value in headers.items()}).raw
        scope: Scope = {"type": kind, "scheme": "http", "path": path, "query_string": query}
        scope["headers"] = [*raw, *bare]
        scope["method"] = method or ("GET" if form is None else "POST")
        await application(scope, receive, send)

    apart(asked())
    return sent


def apart(work: Coroutine[Any, Any, Done]) -> Done:
    """Run work that waits, in a thread of its own.

    A browser driven by another test of this process keeps an event loop running here.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
