"""The method in words and formulas, with the numbers of the edition."""

from indicators.settings import explained as method_explained
from indicators.settings.conventions import conventions
from loaders.store import Store
from pages.facade.cache import kept
from pages.facade.current import store


def explained() -> method_explained.Explained:
    """Return the title and the parts of the explanation."""
    return _explained(store().key, store())


@kept(max_entries=4)
def _explained(key: str, _store: Store) -> method_explained.Explained:
    return method_explained.explained(conventions(_store))
