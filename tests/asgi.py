"""One request to an ASGI application, without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope


def body(application: ASGIApp, path: str, kind: str = "http") -> bytes:
    """Return what a browser reads of the answer."""
    return b"".join(message.get("body", b"") for message in answer(application, path, kind))


def answer(
    application: ASGIApp, path: str, kind: str = "http", query: bytes = b"", **headers: str
) -> list[Message]:
    """Return all that is answered; `headers` of the request, with underscores for dashes.

    In a thread of its own: a browser driven by another test of this process keeps an event loop running here.
    """
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        raw = Headers({name.replace("_", "-"): value for name, value in headers.items()}).raw
        scope: Scope = {"type": kind, "method": "GET", "scheme": "http", "path": path, "headers": raw}
        scope["query_string"] = query
        await application(scope, receive, send)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asked()).result()
    return sent
