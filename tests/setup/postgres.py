"""A PostgreSQL server for the tests of rooms: of the distribution, on the loopback, gone with the run."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

REMEDY = "no PostgreSQL server on this machine: install postgresql to try rooms that several machines share"
_FOLDERS = "/usr/lib/postgresql/*/bin"


@contextmanager
def running() -> Iterator[str | None]:
    """Run a server until the block ends; yields its address, None when no server is installed."""
    tools = _tools()
    if tools is None:
        yield None
        return
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="salles-", ignore_cleanup_errors=True) as folder:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        data, port = f"{folder}/data", _free_port()
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"

        def run(tool: str, *given: str) -> None:
            command = [str(tools / tool), "-D", data, *given]
            subprocess.run(command, user=user, check=True, stdout=subprocess.DEVNULL, cwd=folder)

        run("initdb", "-A", "trust", "-U", "salles", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-o", settings, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://salles@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "-w", "stop")


def apart(address: str) -> str:
    """Return the address of a place of its own on a server."""
    name = f"t{secrets.token_hex(6)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{address}?options={quote(f'-c search_path={name}')}"


def _tools() -> Path | None:
    """Return the folder of the server's tools: on the path, else where Debian and Ubuntu put them."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).parent
    folders = sorted(Path("/").glob(_FOLDERS[1:]))
    return folders[-1] if folders else None


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
