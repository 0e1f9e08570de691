"""What the search box asks of the server: its script, its entries; their addresses change with them."""

from pathlib import Path

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from loaders.served.keeper import NoEdition
from pages.shell import NOT_FOUND
from pages.zipped import FOR_EVER, Zipped

FOLDER = "/recherche/"
ADDRESS = f"{FOLDER}{{name}}"
# Of three files, one script: one answer, and one address.
_PARTS = ("search_matching.js", "search_key.js", "search_box.js")
_SOURCE = b"\n".join(Path(__file__).with_name("scripts").joinpath(name).read_bytes() for name in _PARTS)
_SCRIPT = Zipped(_SOURCE, "text/javascript", kept=FOR_EVER)
SCRIPT_ADDRESS = f"{FOLDER}{_SCRIPT.name}.js"


async def searched(request: Request) -> Response:
    """Answer an address; one of before, which a page that stayed open still asks, leads to that of today."""
    from pages.facade import search  # noqa: PLC0415 - its components need Streamlit's runtime

    path = request.url.path
    if path.endswith(".js"):
        address, found = SCRIPT_ADDRESS, _SCRIPT
    else:
        try:
            address, found = await anyio.to_thread.run_sync(search.answer)
        except NoEdition:
            return NOT_FOUND
    if path == address:
        return found.answer(request.headers)
    return RedirectResponse(address, status_code=302, headers={"Cache-Control": "no-store"})
