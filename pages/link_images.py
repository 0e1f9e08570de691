"""The images that shared links show, answered to whoever shows them; another edition has another address."""

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from loaders.served.keeper import NoEdition
from pages.shell import NOT_FOUND
from pages.zipped import FOR_EVER

ADDRESS = "/partage/{name}"


async def link_images(request: Request) -> Response:
    """Answer an image; one of before leads to that of today, what is no page of ours is not found."""
    from pages.facade import sharing  # noqa: PLC0415 - its components need Streamlit's runtime

    try:
        found = await anyio.to_thread.run_sync(sharing.image, request.url.path)
    except NoEdition:
        return NOT_FOUND
    if found is None:
        return NOT_FOUND
    address, image = found
    if request.url.path == address:
        return Response(image, media_type="image/png", headers={"Cache-Control": FOR_EVER})
    return RedirectResponse(address, status_code=302, headers={"Cache-Control": "no-store"})
