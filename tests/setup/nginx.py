"""The nginx of `deploy/`, on free ports of the loopback, gone with the test."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from tests.rules.tree import ROOT
from tests.setup.needed import Needed, of_debian, starts

CONFIGURATION = ROOT / "deploy" / "nginx"
# What an installation of the distribution has there, and what the files of `deploy/` have for it.
_TLS = "/etc/observatoire/tls"


@contextmanager
def running(folder: Path, port: int, servers: tuple[int, int], *, tls: bool = False) -> Iterator[str]:
    """Run nginx in front of two servers until the block ends; yields its address.

    `folder`: its own, where everything that it writes is found afterwards, and the certificate for `tls`,
    which it speaks at 127.0.0.3. Raises RuntimeError without nginx.
    """
    found = find()
    if found is None:
        raise RuntimeError(NGINX.absent)
    laid(folder, port, servers, tls=tls)
    command = [found, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with (folder / "said.log").open("wb") as said, subprocess.Popen(command, stderr=said) as process:
        try:
            _wait(process, folder / "nginx.pid")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def laid(folder: Path, port: int, servers: tuple[int, int] = (1, 2), *, tls: bool = False) -> None:
    """Lay the files of `deploy/nginx` in a folder, with its own ports in the place of the container's.

    `tls`: with the entry that ends TLS in the place of the other.
    """
    first, second = (f"127.0.0.1:{server}" for server in servers)
    places = {
        "server a:8501": f"server {first}",
        "server b:8501": f"server {second}",
        "[::]:8080": f"127.0.0.2:{port}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "listen 8443": f"listen 127.0.0.3:{port}",
        "/tmp/": f"{folder}/",  # noqa: S108 - where the container may write
        _TLS: str(folder),
    }
    for file in CONFIGURATION.iterdir():
        text = file.read_text(encoding="utf-8")
        for ours, theirs in places.items():
            text = text.replace(ours, theirs)
        (folder / file.name).write_text(text, encoding="utf-8")
    if tls:
        (folder / "observatoire.entry-tls.conf").rename(folder / "observatoire.entry.conf")


def refused(folder: Path) -> str:
    """Return what nginx says of the files of a folder, `""` when it would start."""
    command = [str(find()), "-t", "-q", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def _wait(process: subprocess.Popen[bytes], mark: Path) -> None:
    """Wait until nginx has written that it runs."""
    tick = Event()
    for _ in range(200):
        if mark.exists() or process.poll() is not None:
            return
        tick.wait(0.05)


def find() -> str | None:
    """Return the path of an nginx that answers, or None; Debian puts it where only root looks."""
    candidates = (shutil.which("nginx"), "/usr/sbin/nginx")
    return next((path for path in candidates if path and starts([path, "-v"])), None)


NGINX = Needed(
    "nginx",
    "nginx",
    "No nginx was found or could be installed: SEVERAL SERVERS BEHIND ONE ADDRESS WERE NOT TRIED.",
    "Install the package nginx of your distribution, or put it on the path",
    find,
    lambda: of_debian("nginx-light"),
)
