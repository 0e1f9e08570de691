"""Reading what a visitor brings: in memory, checked by the loaders, refused in one sentence."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from loaders import place
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.store import Store, StoreError
from pages.facade import quality
from pages.facade.current import ROOT
from pages.facade.edition import Edition, OwnEdition, per_process, private_count
from pages.facade.quality import Quality

# Streamlit stops larger files in the browser (.streamlit/config.toml); what passes is measured again.
MAXIMUM_BYTES = 5_000_000
# A store in memory takes about 40 MB: a gigabyte in all.
MOST_OPEN = 24
TRAINING = ROOT / "data" / "formation_FICTIF.xlsx"
_LONGEST_NAME = 80
_UNNAMED = "classeur sans nom.xlsx"
_TOO_MANY = (
    "Trop de classeurs personnels sont ouverts en ce moment. Réessayez dans quelques minutes\u202f: la place "
    "se libère quand les autres visiteurs ferment leur page."
)
TOO_LARGE = f"Le fichier pèse plus de {MAXIMUM_BYTES // 1_000_000}\u00a0Mo."
_NOT_STORED = (
    "Le classeur a été lu, mais ses données n’ont pas pu être préparées. Signalez-le à l’Observatoire."
)
# Reading a workbook keeps one processor busy for a second or more: two at a time, the others wait.
_AT_ONCE = BoundedSemaphore(2)


@dataclass(frozen=True)
class Outcome:
    """What reading a file gave. `own` None: refused, and `why` says it in one sentence."""

    name: str
    own: OwnEdition | None
    why: str
    report: Quality


def workbook(data: bytes, name: str) -> Outcome:
    """Read a workbook; nothing of it touches the disk."""
    said = safe_name(name)
    if len(data) > MAXIMUM_BYTES:
        return _refused(said, TOO_LARGE)
    return read(said, lambda: load(data, said))


def read(name: str, loading: Callable[[], LoadedEdition]) -> Outcome:
    """Load an edition by `loading`, which raises `WorkbookRefused`, and open its store for one visitor."""
    if private_count() >= MOST_OPEN:
        return _refused(name, _TOO_MANY)
    try:
        with _AT_ONCE:
            own = _own(loading())
    except WorkbookRefused as refusal:
        return Outcome(name, None, str(refusal), Quality(str(refusal), "", quality.refused(refusal.findings)))
    except StoreError:
        return _refused(name, _NOT_STORED)
    return Outcome(name, own, "", quality.quality_of(own.edition.store))


def public() -> LoadedEdition:
    """Read the public workbook again. Raises `WorkbookRefused`."""
    return load(place.workbook())


def has_training() -> bool:
    """Say whether the invented workbook of the house is installed."""
    return TRAINING.is_file()


def training() -> OwnEdition:
    """Return the invented workbook of the house, the same one for every visitor."""
    return _training(TRAINING)


def safe_name(name: str) -> str:
    """Return a file name in one short line: no folder, no control or direction character.

    FICTIF stays in it wherever it was: the loaders read there that the figures are invented.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    if len(shown) > _LONGEST_NAME:
        fictional = "FICTIF " if "fictif" in shown.casefold() else ""
        shown = f"{fictional}{shown[: _LONGEST_NAME // 2]}…{shown[-_LONGEST_NAME // 4 :]}"
    return shown or _UNNAMED


def _refused(name: str, why: str) -> Outcome:
    return Outcome(name, None, why, Quality(why, "", ()))


def _own(loaded: LoadedEdition, *, training: bool = False) -> OwnEdition:
    store = Store.in_memory(loaded, private=not training)
    return OwnEdition(loaded, Edition(store), training)


@per_process(max_entries=1)
def _training(workbook: Path) -> OwnEdition:
    return _own(load(workbook), training=True)
