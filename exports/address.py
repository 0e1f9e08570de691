"""The address of a view, for what is read away from the screen."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from urllib.parse import urlencode, urljoin, urlsplit

VARIABLE = "OBSERVATOIRE_ADRESSE"
DEFAULT = "http://localhost:8501"
_OWN_NAME = "localhost"


def announced() -> str:
    """Return the address that the installation announces, `""` when it announces none."""
    return os.environ.get(VARIABLE, "")


def public_base() -> str:
    """Return the address where readers find the application, when no page says it."""
    return announced() or DEFAULT


def is_web(address: str) -> bool:
    """Tell the address of a web site, which a reader can follow, from any other text."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_own(host: str) -> bool:
    """Say whether a host is its machine's own loopback: its name, or a number of either protocol."""
    if host == _OWN_NAME:
        return True
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback


def scanned(link: str) -> str:
    """Return what a telephone that scans a link reaches; `""` where the link leads it to itself."""
    return "" if is_own(urlsplit(link).hostname or "") else link


def view_link(base: str, page: str, codes: Mapping[str, str]) -> str:
    """Return the absolute address that opens a page on these choices; empty codes are left out.

    `base`: of the application, with or without final slash; `page`: its address in the menu
    (« mon-territoire »); `codes`: name and code of each choice, as in the address of a page.
    """
    query = urlencode({name: code for name, code in codes.items() if code}, safe=",:")
    found = urljoin(f"{base.rstrip('/')}/", page)
    return f"{found}?{query}" if query else found
