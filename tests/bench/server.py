"""Start a Streamlit server in a process of its own, on this machine only, and stop it whatever happens."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.setup.ports import free_port

LOOPBACK = "127.0.0.1"
START_SECONDS = 60


@contextmanager
def server(script: Path, folder: Path) -> Iterator[int]:
    """Serve `script` as `started` does and yield the port."""
    with started(script, folder) as (port, _):
        yield port


@contextmanager
def started(script: Path, folder: Path, **settings: str) -> Iterator[tuple[int, int]]:
    """Serve `script` as `streamlit run` does from `folder` (whose .streamlit/ applies): port and process.

    The developer's own settings (home folder, environment) are left out: those of the folder are
    measured, or Streamlit's defaults when it has none, and `settings` beside them. Raises RuntimeError with
    the log when it fails to start.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += [f"--server.address={LOOPBACK}", "--server.headless=true"]
    with tempfile.TemporaryDirectory() as home, (Path(home) / "log").open("w+") as log:
        ours = ("STREAMLIT_", "OBSERVATOIRE_")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        environment |= {"HOME": home, "PYTHONPATH": str(folder)} | settings
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            if not _healthy(port, process):
                raise RuntimeError(f"{script} did not start:\n{Path(log.name).read_text()[-2000:]}")
            yield port, process.pid
        finally:
            _stop(process)


def processor_seconds(pid: int) -> float:
    """Return how long a process has kept processors busy, in seconds; not a number where Linux is not."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _healthy(port: int, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
