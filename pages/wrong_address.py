"""Addresses that are no page of ours: old ones, mistyped ones, others'. Where each of them leads.

Streamlit answers its page under any path, then says « Page not found » in English over it, or shows nothing
when the path has two levels. The server sends such a reader on before that, to the page that is meant when it
is plain, home otherwise, with the choices that the address held. No Streamlit here, no word of the address on
the page: a mark in the address makes the router say one sentence.
"""

import re
import unicodedata
from difflib import get_close_matches
from urllib.parse import parse_qsl, urlencode

from pages.menu import ENTRIES, Entry
from pages.menu import path as path_of

MARK, CORRECTED = "adresse", "corrigee"
# What the server answers itself under its own names, or another file than a page: not found is the answer.
_SERVED = {"_stcore", "static", "media", "component", "ready"}
_FILE = re.compile(r"\.(?!x?html?$|php$|aspx?$)[a-z0-9]{1,8}$", re.ASCII | re.IGNORECASE)
_EXTENSION = re.compile(r"\.(x?html?|php|aspx?)$")
_CODE = re.compile(r"[a-z0-9_]{1,40}", re.ASCII)
# A hostile path costs no more than an honest one.
_PARTS, _LONGEST, _LONGEST_QUERY, _FIELDS = 6, 60, 4000, 60
_ALIKE = 0.72


def is_page(path: str) -> bool:
    """Say whether this path is the address of a page, exactly."""
    return path == "/" or path[1:] in {entry.address for entry in ENTRIES[1:]}


def is_file(path: str) -> bool:
    """Say whether a path asks for something else than a page (a picture, a script, a route of the server)."""
    parts = path.strip("/").split("/")
    return parts[0] in _SERVED or _FILE.search(parts[-1]) is not None


def leads_to(path: str, query: str) -> str:
    """Return where a wrong address leads: a relative address, from the path as the browser has it."""
    parts = [_plain(part) for part in path.split("/")[: _PARTS + 1] if part]
    entry, after = _meant(parts)
    asked = _asked(query)
    # « /par-domaine/sante »: what follows the name of a page is its first choice.
    if entry.uses and _CODE.fullmatch(after) and entry.uses[0] not in dict(asked):
        asked.append((entry.uses[0], after))
    kept = [(name, value) for name, value in asked if name != MARK]
    # Relative, for a server behind a prefix; from deeper than any of ours, from the root.
    deep = path.count("/") - 1
    up = "/" if deep > _PARTS else "../" * deep or "./"
    return f"{up}{path_of(entry)}?{urlencode([*kept, (MARK, CORRECTED)], safe=',:')}"


def _meant(parts: list[str]) -> tuple[Entry, str]:
    """Return the page that a part names, by its address or its title, and the part after it."""
    names = {_plain(name): entry for entry in ENTRIES for name in (entry.address, entry.title)}
    for place, part in enumerate(parts):
        close = get_close_matches(part, names, n=1, cutoff=_ALIKE)
        if close:
            after = parts[place + 1] if place + 1 < len(parts) else ""
            return names[close[0]], after.replace("-", "_")
    return ENTRIES[0], ""


def _asked(query: str) -> list[tuple[str, str]]:
    """Return the choices that an address holds, as they are: the page checks them."""
    if len(query) > _LONGEST_QUERY:
        return []
    try:
        return parse_qsl(query, max_num_fields=_FIELDS)
    except ValueError:
        return []


def _plain(text: str) -> str:
    """Write a part of an address as we would: no accent, no capital, hyphens, no « .html »."""
    spelled = unicodedata.normalize("NFKD", text[:_LONGEST].casefold().replace("œ", "oe"))
    bare = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", _EXTENSION.sub("", bare)).strip("-")
