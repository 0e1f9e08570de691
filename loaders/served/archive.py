"""The folder beside the workbook where replaced editions are kept, so that an installation can be undone."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock

FOLDER = "archives"
# An installation reads two workbooks: a few seconds each.
_LOCK, _PATIENCE_SECONDS = ".verrou", 60.0
# Date and time (UTC), beginning of the sha256, whether it was withdrawn by a rollback.
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{6})_([0-9a-f]{12})(_retiree)?\.xlsx")
_PRINT = 12
_WITHDRAWN = "_retiree"
# On Windows a file that somebody reads cannot be replaced: a reader keeps it for some milliseconds only.
_ATTEMPTS, _PAUSE_SECONDS = 20, 0.1


@dataclass(frozen=True, slots=True)
class Archived:
    """An edition kept in the folder. `withdrawn`: taken out by a rollback, never put back by another one."""

    path: Path
    moment: datetime
    fingerprint: str
    withdrawn: bool


class Archive:
    """The archived editions of one workbook."""

    def __init__(self, workbook: Path) -> None:
        self.folder = workbook.parent / FOLDER

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder, made if need be: what another one installs waits until it is left.

        Raises `OSError`; `TimeoutError`, one of them, when another one holds it for a minute. The system
        releases what a process held that is killed.
        """
        self.folder.mkdir(exist_ok=True)
        with FileLock(self.folder / _LOCK, timeout=_PATIENCE_SECONDS):
            yield

    def editions(self) -> list[Archived]:
        """Return what is kept, the latest first; nothing when the folder does not exist."""
        if not self.folder.is_dir():
            return []
        found = [_archived(path) for path in self.folder.iterdir()]
        kept = [item for item in found if item is not None]
        return sorted(kept, key=lambda item: (item.moment, item.path.name), reverse=True)

    def keep(self, data: bytes, moment: datetime, *, withdrawn: bool = False) -> Path:
        """Write an edition into the folder under its date and fingerprint; raises `OSError`.

        Under a date after every other: their order, which a rollback goes by, is that of the installations,
        be the clock set back or two of them in one second.
        """
        self.folder.mkdir(exist_ok=True)
        after = [item.moment + timedelta(seconds=1) for item in self.editions()]
        moment = max([moment.replace(microsecond=0), *after])
        stamp = moment.astimezone(UTC).strftime("%Y-%m-%d_%H%M%S")
        name = f"{stamp}_{fingerprint(data)}{_WITHDRAWN * withdrawn}.xlsx"
        path = self.folder / name
        replace(path, data)
        return path


def fingerprint(data: bytes) -> str:
    """Return the beginning of the sha256 of a workbook, as editions are named everywhere."""
    return hashlib.sha256(data).hexdigest()[:_PRINT]


def replace(path: Path, data: bytes, prefix: str = ".") -> None:
    """Put a file in place whole: whoever reads the path gets the old content or the new. Raises `OSError`.

    `prefix`: of the name of the file until it is in place.
    """
    handle, temporary = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _readable(Path(temporary), path)
        _moved(Path(temporary), path)
    except OSError:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _readable(temporary: Path, path: Path) -> None:
    """Give the new file the rights of the one it replaces: a temporary file is its owner's alone."""
    mode = path.stat().st_mode if path.exists() else 0o644
    temporary.chmod(mode & 0o777)


def _moved(temporary: Path, path: Path) -> None:
    for _ in range(_ATTEMPTS - 1):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    temporary.replace(path)


def _archived(path: Path) -> Archived | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    day, clock, mark, withdrawn = match.groups()
    try:
        moment = datetime.strptime(f"{day} {clock}", "%Y-%m-%d %H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Archived(path, moment, mark, bool(withdrawn))
