"""A PostgreSQL server for the tests of rooms: of the distribution, on the loopback, gone with the run."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests.setup.needed import Needed, is_root, of_debian, starts
from tests.setup.ports import free_port

_FOLDERS = "/usr/lib/postgresql/*/bin"


@contextmanager
def running() -> Iterator[str]:
    """Run a server until the block ends; yields its address. Raises RuntimeError where none is installed."""
    found = find()
    if found is None:
        raise RuntimeError(POSTGRES.absent)
    tools = Path(found).resolve().parent
    # The server refuses to run as root.
    user = "postgres" if is_root() else None
    with tempfile.TemporaryDirectory(prefix="salles-", ignore_cleanup_errors=True) as folder:
        if user:
            shutil.chown(folder, user)
        data, port = f"{folder}/data", free_port()
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


def find() -> str | None:
    """Return the path of a `pg_ctl` that answers: on the PATH, else where Debian puts it; or None."""
    put = sorted(Path("/").glob(f"{_FOLDERS[1:]}/pg_ctl"), reverse=True)
    candidates = [shutil.which("pg_ctl"), *map(str, put)]
    return next((path for path in candidates if path and starts([path, "--version"])), None)


POSTGRES = Needed(
    "postgres",
    "PostgreSQL server",
    "No PostgreSQL server was found or could be installed: ROOMS THAT MACHINES SHARE WERE NOT TRIED.",
    "Install the package postgresql of your distribution, or put its pg_ctl on the path",
    find,
    lambda: of_debian("postgresql"),
)
