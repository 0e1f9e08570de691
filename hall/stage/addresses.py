"""The addresses by which telephones may reach this machine: all of them, for no rule finds the right one."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import ifaddr

from exports.address import announced, is_own


def reachable() -> list[str]:
    """Return the IPv4 addresses of this machine's networks, private ones first; never its own loopback."""
    found = [
        ipaddress.ip_address(str(ip.ip))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    outward = [address for address in found if not address.is_loopback and not address.is_link_local]
    return [str(address) for address in sorted(set(outward), key=lambda one: (not one.is_private, one))]


def named(host: str) -> str:
    """Return the name, or number, that a browser asks for (`localhost:8501`); nothing in what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:  # half of an address between brackets
        return ""


def of_telephones(said: str, asked: str) -> str:
    """Return where telephones reach this server: as the presenter `said`, as it is set, or as it was `asked`.

    A screen is opened on the machine itself, by an address that leads a telephone to itself: the first of the
    networks takes its place.
    """
    base = (said or announced() or asked).rstrip("/")
    parts = urlsplit(base)
    networks = reachable() if is_own(parts.hostname or "") else []
    if not networks:
        return base
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{networks[0]}{port}"


def is_local(address: str) -> bool:
    """Say whether a page is on a network that may have no internet: its host is a private number."""
    try:
        return ipaddress.ip_address(urlsplit(address).hostname or "").is_private
    except ValueError:
        return False
