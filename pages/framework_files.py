"""Streamlit's scripts and styles, compressed once: as it sends them, a page is four megabytes.

Its own reasons hold for a server behind another one that compresses; this one may stand alone. What its own
words are in is sent in French (`pages.french_scripts`), and its font of icons without the 4,000 that nothing
here draws (`tests/setup/icons.py`).
"""

import logging
from pathlib import Path

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from pages.french_scripts import scripts
from pages.zipped import FOR_EVER, Zipped

logger = logging.getLogger("observatoire")

ICONS, ICONS_FONT = Path(__file__).parents[1] / "data" / "fonts" / "icons.woff", "MaterialSymbols-Rounded"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff": "font/woff"}
# Under a name of Streamlit's, what we may change.
_OURS = "max-age=3600"


class FrameworkFiles:
    """ASGI middleware: answer these files, each compressed when it is first asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._files = files()
        self._ready: dict[str, Zipped] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Relay one request, or answer it."""
        path = scope["path"] if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} else ""
        if path not in self._files:
            await self._app(scope, receive, send)
            return
        if path not in self._ready:
            self._ready[path] = await anyio.to_thread.run_sync(_zipped, path, self._files[path])
        await self._ready[path].answer(Headers(scope=scope))(scope, receive, send)


def files() -> dict[str, Path]:
    """Return the scripts and styles by the path of their address."""
    folder = Path(file_util.get_static_dir())
    found = {f"/{path.relative_to(folder).as_posix()}": path for path in sorted(folder.glob("static/*/*"))}
    icons = {address: ICONS for address, path in found.items() if path.name.startswith(f"{ICONS_FONT}.")}
    if len(icons) != 1:
        logger.error("%d fonts %s: Streamlit's is sent whole", len(icons), ICONS_FONT)
    return {address: path for address, path in found.items() if path.suffix in _TYPES} | icons


def _zipped(address: str, path: Path) -> Zipped:
    french = scripts().get(address)
    kept = FOR_EVER if french is None and path != ICONS else _OURS
    return Zipped(path.read_bytes() if french is None else french, _TYPES[path.suffix], kept=kept)
