"""The server: `streamlit run app.py`. An ASGI shell around the pages.

With a `pages/` folder beside the script Streamlit runs, the first visitor of a deep link gets a page without
its frame; so the script is `pages/navigation.py`, and this file holds what surrounds it: the French HTML
page, the security headers, a readiness route, a warm start, and what a reader sees when something breaks.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hall.stage.hall import shared
from hall.stage.routes import FOLDERS, refused, routes
from indicators.results import Results
from loaders.store import StoreError
from pages import heap, open_files, promised_files, turns
from pages.framework_files import FrameworkFiles
from pages.link_images import ADDRESS as IMAGES
from pages.link_images import link_images
from pages.outlines import ADDRESS, outlines
from pages.searched import ADDRESS as SEARCHED
from pages.searched import searched
from pages.security import SecurityHeaders, security_headers
from pages.shell import FrenchShell, page

logger = logging.getLogger("observatoire")


@asynccontextmanager
async def warm_start(_app: st.App) -> AsyncIterator[None]:
    """Open the store and draw the first page before anybody comes; what is there then is never garbage."""
    from pages.facade import warm  # noqa: PLC0415 - its components need Streamlit's runtime, which has just started

    open_files.ask_for_more()
    turns.last_longer()
    heap.settle()
    try:
        await anyio.to_thread.run_sync(warm.warm_up)
    except StoreError:
        logger.exception("no edition can be served: every page says so until the workbook is repaired")
    heap.settle()
    forgetting = asyncio.create_task(shared().forget_in_time())
    yield
    forgetting.cancel()
    shared().close()


def public_results() -> Results:
    """Return what is computed from the edition that everybody sees; raises `NoEdition`."""
    from pages.facade import current  # noqa: PLC0415

    return current.public().results


async def ready(_request: Request) -> JSONResponse:
    """Answer 200 when a query on the data works, 503 otherwise (Streamlit says 200 to any mistyped path)."""
    from pages.facade import current  # noqa: PLC0415

    try:
        state = await anyio.to_thread.run_sync(current.readiness)
    except (StoreError, OSError) as error:
        logger.exception("not ready")
        return JSONResponse({"ready": False, "error": type(error).__name__}, status_code=503)
    return JSONResponse(state, headers={"Cache-Control": "no-store"})


def on_script_error(error: Exception) -> bool:
    """Log the error whole; the reader gets one sentence, never a trace."""
    logger.error("a page failed", exc_info=error)
    st.error(
        "Cette page n’a pas pu s’afficher. Rechargez-la\u202f; si le problème revient, prévenez "
        "l’Observatoire en indiquant l’adresse de la page."
    )
    return True


async def failed(request: Request, error: Exception) -> Response:
    """Answer an error of ours: this answer passes no middleware, and carries the same headers."""
    found = await refused(request, error)
    found.headers.update(security_headers(page()))
    return found


promised_files.keep_promises()
app = st.App(
    "pages/navigation.py",
    lifespan=warm_start,
    routes=[
        Route("/ready", ready),
        Route(ADDRESS, outlines),
        Route(SEARCHED, searched),
        Route(IMAGES, link_images),
        *routes(shared(), public_results),
    ],
    exception_handlers={HTTPException: refused, Exception: failed},
    middleware=[
        Middleware(SecurityHeaders, page=page()),
        Middleware(FrenchShell, others=FOLDERS),
        Middleware(FrameworkFiles),
    ],
    on_script_error=on_script_error,
)
