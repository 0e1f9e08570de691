"""The pages of the rooms, made by templates that escape every word; their style and scripts."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Collection, Hashable, Mapping
from functools import cache, partial
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from charts.icon import ICON
from wording.letters import FONTS
from wording.numbers import number, ordinal

_HERE = Path(__file__).parent
FOLDER = "/salle/fichiers/"
_TYPES = {"css": "text/css", "js": "text/javascript", "ttf": "font/ttf"}
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["ordinal"] = partial(ordinal, feminine=True)
_TEMPLATES.filters["nombre"] = number
# A page of a room is of one person at one moment.
_HEADERS = {"Cache-Control": "no-store"}
# Where a proof goes in such a page: nobody can write it in a title.
_PLACE = token_hex()


def answer(template: str, data: Mapping[str, Any], status: int = 200) -> Response:
    """Return a page; a word that its template misspells stops it."""
    return HTMLResponse(_whole(template, data), status, headers=_HEADERS)


def answer_alike(
    template: str, data: Callable[[], Mapping[str, Any]], alike: Hashable, proofs: Mapping[str, str]
) -> Response:
    """Return a page that is the same for all who are `alike`, but for the proofs that its forms carry.

    It is made once for a thousand telephones that ask at the same moment; for one whose `alike` is None, each
    time.
    """
    if alike is None:
        return answer(template, {**data(), **proofs})
    text = _of_all(template, data, alike, proofs)
    for name, proof in proofs.items():
        text = text.replace(_place(name), proof)
    return HTMLResponse(text, headers=_HEADERS)


# Pages that many ask for, some kilobytes each.
@cached(LRUCache(500), key=lambda template, _data, alike, _names: (template, alike), lock=Lock())
def _of_all(
    template: str, data: Callable[[], Mapping[str, Any]], _alike: Hashable, names: Collection[str]
) -> str:
    """Make the page of all who are alike, with a place for each proof."""
    return _whole(template, {**data(), **{name: _place(name) for name in names}})


def _place(name: str) -> str:
    return f"{_PLACE}-{name}"


def _whole(template: str, data: Mapping[str, Any]) -> str:
    known = {"icon": ICON, "files": _addresses(), "waiting": False, "watched": "", "moment": "", "here": ""}
    return fragment(template, known | dict(data))


def fragment(template: str, data: Mapping[str, Any]) -> str:
    """Return a part of a page."""
    return _TEMPLATES.get_template(f"{template}.html").render(data)


def message(title: str, *sentences: str, status: int, way_out: tuple[str, str] | None = None) -> Response:
    """Return a page that says one thing; `way_out`: an address and the words of its link."""
    data = {"title": title, "sentences": sentences, "way_out": way_out}
    return answer("message", data, status)


async def file(request: Request) -> Response:
    """Answer a style or a script by its address, which changes when it does; a font by its name."""
    found = _files().get(request.url.path)
    if found is None:
        return PlainTextResponse("Introuvable", 404)
    content, zipped, kind = found
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(content, media_type=_TYPES[kind], headers=headers)
    return Response(zipped, media_type=_TYPES[kind], headers=headers | {"Content-Encoding": "gzip"})


@cache
def _files() -> dict[str, tuple[bytes, bytes, str]]:
    """Return each file by its address: as it is, compressed once for all, its kind."""
    known = {_address(path): path for path in (_HERE / "files").iterdir()}
    known |= {f"{FOLDER}{path.name}": path for path in FONTS.glob("SourceSans3-*.ttf")}
    return {
        address: (path.read_bytes(), gzip.compress(path.read_bytes(), mtime=0), path.suffix[1:])
        for address, path in known.items()
    }


@cache
def _addresses() -> dict[str, str]:
    """Return the address of each file: `css`, `js` for those of the telephones, by their name for others."""
    return {
        path.suffix[1:] if path.stem == "salle" else f"{path.stem}_{path.suffix[1:]}": _address(path)
        for path in (_HERE / "files").iterdir()
    }


def _address(path: Path) -> str:
    return f"{FOLDER}{hashlib.sha256(path.read_bytes()).hexdigest()[:16]}{path.suffix}"
