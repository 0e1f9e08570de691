"""The HTML page that Streamlit's script starts in: the same in French, and nothing unneeded."""

import logging
import re
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import parse_qs

import anyio
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from charts.icon import ICON
from loaders.store import StoreError
from pages import first_screen, preloads, wrong_address
from pages.zipped import Zipped

logger = logging.getLogger("observatoire")

TITLE = "Tableau de bord de l’Observatoire des partenariats"
_NOSCRIPT = (
    "Ce tableau de bord a besoin de JavaScript\u202f: activez-le dans votre navigateur, "
    "puis rechargez la page."
)
# Where the server is; no full screen of Streamlit's, which leaves out the title and the source; no dialog of
# its own over the page when the server is lost: `connection.js` says it. Who may send messages to the page
# (itself alone) and that nobody outside signs readers in: told this here, Streamlit opens its connection at
# once instead of asking the server first, one round trip of a network before the first word.
_SERVER = (
    'window.__streamlit = {BACKEND_BASE_URL: new URL("/", window.location).href, '
    "HOST_CONFIG: {allowedOrigins: [window.location.origin], useExternalAuthToken: false, "
    "disableFullscreenMode: true, blockErrorDialogs: true}};"
)
_MEDIA = Path(__file__).with_name("scripts").joinpath("media.css").read_text(encoding="utf-8")
_CONNECTION = (
    Path(__file__).with_name("scripts").joinpath("connection.js").read_text(encoding="utf-8").rstrip()
)
# Streamlit writes the address of a page when it hears of the page, then again when it hears of its choices:
# on a busy server, two entries of the history, the first without the region. On the way to another page
# (`st.switch_page`) it writes the choices of that page first, under the address of this one. Unless
# somebody has touched the page in between, the second takes the place of the first: one gesture, one entry.
_ONE_ENTRY = """(() => {
        const push = history.pushState.bind(history)
        let written = false, bare = false
        const touched = () => { written = bare = false }
        const touches = ["pointerdown", "click", "keydown", "popstate"]
        for (const kind of touches) addEventListener(kind, touched, true)
        history.pushState = (state, unused, url) => {
          const to = new URL(url ?? location.href, location.href)
          const moved = to.pathname !== location.pathname
          if (bare || (written && moved)) history.replaceState(state, unused, url)
          else push(state, unused, url)
          written = true
          bare = moved && !to.search
        }
      })()"""
# What is announced of lists and menus is French whatever the language of the browser, as the page is: where
# the library of their words (react-aria) looks first.
_LANGUAGE = 'window[Symbol.for("react-aria.i18n.locale")] = "fr-FR";'
# The size of the window, for the first run of the page (`pages.screen`): two numbers, no more.
SIZE_COOKIE = "fenetre"
_SIZE = f"document.cookie = `{SIZE_COOKIE}=${{innerWidth}}x${{innerHeight}}; path=/; SameSite=Strict`;"
_BEFORE = (_SERVER, _LANGUAGE, _SIZE, f"{_ONE_ENTRY};", _CONNECTION)
_START = "\n      ".join(("window.prerenderReady = false", *_BEFORE))
# What a reader sees: moved by an upgrade of Streamlit, it is logged and stays as Streamlit has it.
_WORDS = (
    (r'<html lang="en">', '<html lang="fr">'),
    (r"<title>Streamlit</title>", f"<title>{TITLE}</title>"),
    (r"<noscript>.*?</noscript>", f"<noscript>{_NOSCRIPT}</noscript>"),
    (r'<link rel="shortcut icon" href="[^"]*" />', f'<link rel="icon" href="{ICON}" />'),
)
# What the page may do: the security headers are made from the scripts of this page.
_RULES = (
    # Told where it is, the script does not look for the server under the address of each page (two errors
    # 404).
    (r"window\.prerenderReady = false", _START.replace("\\", r"\\")),
    (r"</head>", f"  <style>\n{_MEDIA}    </style>\n  </head>"),
    # The agent interface is off: the page does not announce it.
    (r'<!--\s*Machine-readable pointer(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*/>', ""),
)
NOT_FOUND = PlainTextResponse("Introuvable", status_code=404)
_AGENT = "/_stcore/agent"
_STATIC = "/static/"
# The host that a browser asks for: a name or an address, and a port.
_HOST = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9A-Fa-f:]{2,45}\])(?::[0-9]{1,5})?")
# Headers that would let Streamlit answer « not modified » or a part about its own page instead of ours.
_CONDITIONS = {b"if-none-match", b"if-modified-since", b"if-range", b"range"}


class ShellChangedError(RuntimeError):
    """Streamlit's page is not the one this module knows: an upgrade needs a look at `_RULES`."""


@cache
def page() -> str:
    """Return the page in French; raises ShellChangedError when a rule does not apply exactly once."""
    text = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    for pattern, replacement in (*_RULES, *_WORDS):
        text, count = re.subn(pattern, replacement, text, flags=re.DOTALL)
        if count != 1:
            wrong = f"{pattern!r} applies {count} times to Streamlit's index.html"
            if (pattern, replacement) in _RULES:
                raise ShellChangedError(wrong)
            logger.error(wrong)
    return text


class FrenchShell:
    """ASGI middleware: where Streamlit answers its page, answer the French one, or say where it is.

    Under an address that is no page of ours Streamlit answers its page too: the reader is sent on, and a file
    that is not there is not found. `others`: the first part of the addresses that answer pages of their own.
    """

    def __init__(self, app: ASGIApp, others: tuple[str, ...] = ()) -> None:
        self._app = app
        self._others = tuple(f"{other}/" for other in others)
        # Made now: where it cannot be, the server does not start.
        _ours("/", "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Replace the page, close the agent interface, let everything else through."""
        if scope["type"] != "http" or f"{scope['path']}/".startswith(self._others):
            await self._app(scope, receive, send)
            return
        if _AGENT in scope["path"]:
            await NOT_FOUND(scope, receive, send)
            return
        if not scope["path"].isprintable():
            # Nothing is looked for on the disk under such a name.
            await _elsewhere(scope)(scope, receive, send)
            return
        replaced = False

        async def relay(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_page(message):
                replaced = True
                answered = await anyio.to_thread.run_sync(_answer, scope)
                await answered(scope, receive, send)
            elif not replaced:
                await send(message)

        headers = scope["headers"]
        if not scope["path"].startswith(_STATIC):
            headers = [(name, value) for name, value in headers if name not in _CONDITIONS]
        await self._app({**scope, "headers": headers}, receive, relay)


def _answer(scope: Scope) -> Response:
    path, asked = scope["path"], parse_qs(scope.get("query_string", b"").decode("latin-1"))
    if wrong_address.is_page(path):
        headers, region = Headers(scope=scope), asked.get("region", [""])[-1]
        asked_at = _asked_at(scope.get("scheme", ""), headers.get("host", ""))
        return _ours(path, _named(region), _image(path, region, asked_at), _about()).answer(headers)
    return NOT_FOUND if wrong_address.is_file(path) else _elsewhere(scope)


# As many as there are pages, times a region or none.
@lru_cache(maxsize=150)
def _ours(path: str, region: str, image: str = "", about: str = "") -> Zipped:
    """Return the page of an address, with what is read before the scripts are there.

    `image`: the absolute address of what a shared link shows; `about`: what the public edition holds.
    """
    known = preloads.added(page())
    whole = first_screen.added(known, site=TITLE, path=path, region=region, image=image, about=about)
    return Zipped(whole.encode(), "text/html", kept="no-cache")


def _about() -> str:
    """Say what the public edition holds; nothing when no data can be served."""
    from pages.facade import current  # noqa: PLC0415 - its components need Streamlit's runtime

    try:
        return current.about()
    except (StoreError, OSError):
        return ""


def _named(region: str) -> str:
    """Return the name of a region by its code; nothing for another text, or when no data can be served."""
    from pages.facade import current  # noqa: PLC0415 - its components need Streamlit's runtime

    try:
        return current.region_names().get(region, "") if region else ""
    except (StoreError, OSError):
        return ""


def _image(path: str, region: str, asked_at: str) -> str:
    """Return the absolute address of the image of a page; nothing when no data can be served."""
    from pages.facade import sharing  # noqa: PLC0415 - its components need Streamlit's runtime

    try:
        return sharing.link(path, region, asked_at)
    except (StoreError, OSError):
        return ""


def _asked_at(scheme: str, host: str) -> str:
    """Return where the reader found the server, `""` for a host that is none."""
    return f"{scheme}://{host}" if scheme in {"http", "https"} and _HOST.fullmatch(host) else ""


def _elsewhere(scope: Scope) -> Response:
    """Send the reader of a wrong address on; not for ever: the address may become one of ours."""
    query = scope.get("query_string", b"").decode("latin-1")
    headers = {"Cache-Control": "no-store"}
    return RedirectResponse(wrong_address.leads_to(scope["path"], query), status_code=302, headers=headers)


def _is_page(start: Message) -> bool:
    """Tell Streamlit's own page from an HTML file that a reader takes away."""
    headers = Headers(raw=start["headers"])
    taken = "content-disposition" in headers
    return start["status"] == 200 and headers.get("content-type", "").startswith("text/html") and not taken
