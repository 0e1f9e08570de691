"""What a browser may do with any answer of this server: draw this site, and talk to it alone."""

import hashlib
import re
from base64 import b64encode

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# What a visitor takes away, and drawings of what a visitor brought: for that browser, and not to be kept.
_MEDIA = "/media/"
_NOWHERE = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")


class SecurityHeaders:
    """ASGI middleware: add the security headers to the start of every HTTP answer."""

    def __init__(self, app: ASGIApp, page: str) -> None:
        self._app = app
        self._headers = security_headers(page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Relay one request; a websocket passes untouched."""

        async def relay(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if scope["path"].startswith(_MEDIA):
                    headers["Cache-Control"] = "private, no-store"
            await send(message)

        await self._app(scope, receive, relay if scope["type"] == "http" else send)


def security_headers(page: str) -> dict[str, str]:
    """Return the headers for a site whose HTML is `page`: inline scripts are allowed by their hash."""
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in _INLINE_SCRIPT.findall(page))
    policy = {
        "default-src": "'self'",
        # blob: the component that reports the width of the window is handed to the browser that way by
        # Streamlit.
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {hashes}",
        # Streamlit writes its styles while it runs.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "frame-ancestors": "'self'",
        "form-action": "'self'",
        "base-uri": "'self'",
        "object-src": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOWHERE),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "SAMEORIGIN",
        "X-Permitted-Cross-Domain-Policies": "none",
    }


def _digest(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()
