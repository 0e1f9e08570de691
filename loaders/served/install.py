"""A new edition put in place of the served workbook: checked, compared, the previous one archived.

The application notices the new file by itself. It is replaced in one movement of the file system: a visitor
gets the old edition or the new one, never half of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from loaders import place
from loaders.edition import LoadedEdition, load
from loaders.editions.changes import Comparison, compare
from loaders.file.guard import MAXIMUM_FILE_BYTES
from loaders.findings import WorkbookRefused
from loaders.served.archive import Archive, Archived, fingerprint, replace
from loaders.store import Store
from wording.typography import quoted


class InstallationRefused(Exception):
    """Nothing was installed. `str()` is in French: what is wrong, then what to do."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did.

    `comparison` None: there was no readable edition to compare with; `archived` None: there was nothing to
    keep; `changed` False: the edition was already in place, nothing was done.
    """

    edition: LoadedEdition
    comparison: Comparison | None
    archived: Path | None
    changed: bool


def install(file: Path, workbook: Path, moment: datetime | None = None) -> Installed:
    """Put `file` in place of `workbook`; raises `WorkbookRefused` or `InstallationRefused`.

    `moment`: when, for the name of the archive (now, in UTC).
    """
    edition, data = _checked(file)
    if edition.fictional:
        raise InstallationRefused(
            f"{quoted(file.name)} contient des données fictives\u202f: elles ne peuvent pas devenir "
            "l’édition publique. Pour s’entraîner, lancez l’application avec ce classeur, ou choisissez-le "
            "sur la page Données et méthode."
        )
    if "fictif" in workbook.name.casefold():
        raise InstallationRefused(
            f"Le classeur en place, {quoted(workbook.name)}, est celui des données fictives"
            f"\u202f: une édition installée sous ce nom serait annoncée comme inventée. Donnez à "
            "--workbook le classeur public."
        )
    with _alone(workbook):
        return _put(edition, data, workbook, moment or datetime.now(UTC), withdrawn=False)


def roll_back(workbook: Path, moment: datetime | None = None) -> Installed:
    """Put the last archived edition back; raises `WorkbookRefused` or `InstallationRefused`.

    The edition that is taken out is kept too, marked as withdrawn, so that going back again goes further.
    """
    with _alone(workbook):
        archived = _previous(workbook)
        edition, data = _checked(archived.path)
        done = _put(edition, data, workbook, moment or datetime.now(UTC), withdrawn=True)
        # In place now, and no longer something to go back to.
        archived.path.unlink(missing_ok=True)
        return done


@contextmanager
def _alone(workbook: Path) -> Iterator[None]:
    """Install nothing while another one does, in this process or another: each archives what it replaces."""
    with ExitStack() as held:
        try:
            held.enter_context(Archive(workbook).alone())
        except TimeoutError as error:
            raise InstallationRefused(
                "Une autre installation est en cours sur ce classeur\u202f: l’édition en place n’a pas "
                "changé. Attendez qu’elle finisse, puis recommencez."
            ) from error
        except OSError as error:
            raise _unwritable(workbook) from error
        yield


def _previous(workbook: Path) -> Archived:
    """Return the latest archive that is not the edition in place; raises `InstallationRefused`."""
    archive, current = Archive(workbook), _in_place(workbook)
    in_place = fingerprint(current) if current is not None else ""
    for item in archive.editions():
        if not item.withdrawn and item.fingerprint != in_place:
            return item
    raise InstallationRefused(
        f"Aucune édition précédente dans {quoted(str(archive.folder))}\u202f: il n’y a rien à rétablir."
    )


def _checked(file: Path) -> tuple[LoadedEdition, bytes]:
    """Read a file once, so that what is checked is what is installed."""
    try:
        with file.open("rb") as stream:
            # One byte more than allowed is enough to be refused.
            data = stream.read(MAXIMUM_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InstallationRefused(
            f"Le fichier {quoted(str(file))} n’existe pas ou ne peut pas être lu\u202f: vérifiez "
            "son nom, son dossier et le droit de le lire."
        ) from error
    return load(data, file.name), data


def _put(
    edition: LoadedEdition, data: bytes, workbook: Path, moment: datetime, *, withdrawn: bool
) -> Installed:
    current = _in_place(workbook)
    if current == data:
        return Installed(edition, Comparison((), 0), None, changed=False)
    comparison = None if current is None else _compared(current, workbook.name, edition)
    try:
        kept = None if current is None else Archive(workbook).keep(current, moment, withdrawn=withdrawn)
        replace(workbook, data)
    except OSError as error:
        raise _unwritable(workbook) from error
    return Installed(edition, comparison, kept, changed=True)


def _compared(current: bytes, name: str, edition: LoadedEdition) -> Comparison | None:
    """Compare with the edition in place; None when that one is refused today."""
    try:
        before = load(current, name)
    except WorkbookRefused:
        return None
    old, new = Store.in_memory(before), Store.in_memory(edition)
    try:
        return compare(old, new)
    finally:
        old.close()
        new.close()


def _in_place(workbook: Path) -> bytes | None:
    """Read the served workbook; None when there is none yet."""
    try:
        return workbook.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unwritable(workbook) from error


def _unwritable(workbook: Path) -> InstallationRefused:
    return InstallationRefused(
        f"Le classeur {quoted(str(workbook))} ou son dossier d’archives ne peut pas être lu ou écrit"
        f"\u202f: l’édition en place n’a pas changé. Fermez le classeur dans Excel ou LibreOffice, "
        "vérifiez le droit d’écrire dans ce dossier et la place libre sur le disque, puis recommencez. "
        + place.advice(workbook, "")
    )
