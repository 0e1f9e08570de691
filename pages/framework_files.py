"""Streamlit's scripts and styles, compressed once: as it sends them, a page is four megabytes.

Its own reasons hold for a server behind another one that compresses; this one may stand alone. What its own
words are in is sent in French (`pages.french_scripts`).
"""

from pathlib import Path

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from pages.french_scripts import scripts
from pages.zipped import FOR_EVER, Zipped

_TYPES = {".js": "text/javascript", ".css": "text/css"}
# Their names are Streamlit's and do not change with our words.
_FRENCH = "max-age=3600"


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
    found = (path for path in sorted(folder.glob("static/*/*")) if path.suffix in _TYPES)
    return {f"/{path.relative_to(folder).as_posix()}": path for path in found}


def _zipped(address: str, path: Path) -> Zipped:
    french = scripts().get(address)
    kept = FOR_EVER if french is None else _FRENCH
    return Zipped(path.read_bytes() if french is None else french, _TYPES[path.suffix], kept=kept)
