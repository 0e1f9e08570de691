"""The addresses by which telephones may reach this machine: all of them, for no rule finds the right one."""

from __future__ import annotations

import ipaddress

import ifaddr


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


def is_own(address: str) -> bool:
    """Say whether an address is this machine's own loopback, written in either version of the protocol."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
