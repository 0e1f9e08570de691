"""The shapes that drawings name, answered to browsers: once each, for their address changes with them."""

import anyio
from starlette.requests import Request
from starlette.responses import Response

from charts.served import FOLDER
from pages.shell import NOT_FOUND

ADDRESS = f"{FOLDER}{{name}}"


async def outlines(request: Request) -> Response:
    """Answer the shapes of an address; not found when no drawing names it."""
    from pages.facade import shapes  # noqa: PLC0415 - its components need Streamlit's runtime

    known = await anyio.to_thread.run_sync(shapes.answers)
    found = known.get(request.url.path)
    return found.answer(request.headers) if found else NOT_FOUND
