"""What a visitor brought: a workbook read in memory, checked, and served to that visitor alone."""

from dataclasses import dataclass

from indicators.memory import Memory
from loaders.edition import LoadedEdition
from loaders.store import Store
from pages.facade.cache import private_memory


@dataclass(frozen=True, eq=False)
class OwnEdition:
    """An accepted workbook of one visitor; its store is in memory and its key is like no other.

    Two visitors who bring the same file share nothing, not even its name. `training`: the invented workbook
    of the house, chosen and not brought: it is the same for all, and so is its memory (None here).
    """

    loaded: LoadedEdition
    store: Store
    training: bool = False
    memory: Memory | None = None

    @property
    def name(self) -> str:
        """Return the name of the file, as it was brought: to be neutralised wherever it is written."""
        return self.loaded.file_name


def opened(loaded: LoadedEdition) -> OwnEdition:
    """Make the store of a workbook for one visitor, with what was added to it. Raises `StoreError`."""
    store = Store.in_memory(loaded)
    store.private = True
    store.key, memory = private_memory()
    return OwnEdition(loaded, store, memory=memory)
