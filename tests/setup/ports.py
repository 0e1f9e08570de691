"""A port of the loopback that nobody listens on."""

import socket


def free_port() -> int:
    """Return one; a test beside this one may take it before it is used."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
