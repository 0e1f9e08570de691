"""An edition as the pages hold it: a store, and everything that was computed from it.

Results go away with their edition. A public one is shared between visitors; one that a visitor brought is
held by that visit alone, and so are its results: no other memory ever has any of them.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakSet

from indicators.results import Results
from loaders.edition import LoadedEdition
from loaders.store import Store
from loaders.store.memory import Memory

_Asked = ParamSpec("_Asked")
_Result = TypeVar("_Result")

# A visitor looks at one edition: a few pages, one look.
_MOST = 256


class Edition:
    """One store and its results; two editions are never equal, whatever they hold."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.results = Results(store)
        # Names this edition where another one keeps something of both.
        self.token = object()
        self._memories: dict[Hashable, Memory] = {}
        if store.private:
            _private.add(self)

    def memory(self, function: Hashable, most: int) -> Memory:
        """Return where the results of a function are kept, `most` of them; a visitor's own, all in one."""
        if self.store.private:
            function, most = None, _MOST
        known = self._memories.get(function)
        return known if known is not None else self._memories.setdefault(function, Memory(most))


@dataclass(frozen=True, eq=False)
class OwnEdition:
    """An accepted workbook of one visitor: two who bring the same file share nothing, not even its name.

    `training`: the invented workbook of the house, chosen and not brought: it is the same for all.
    """

    loaded: LoadedEdition
    edition: Edition
    training: bool = False

    @property
    def name(self) -> str:
        """Return the name of the file, as it was brought: to be neutralised wherever it is written."""
        return self.loaded.file_name


# Does not hold them: when the visit ends, so does its edition.
_private: WeakSet[Edition] = WeakSet()
# Of this run, whoever asks.
_current: ContextVar[Edition] = ContextVar("edition")


def private_count() -> int:
    """Return how many private editions are open on this server."""
    return len(_private)


def current() -> Edition:
    """Return the edition of this run."""
    return _current.get()


def results() -> Results:
    """Return what is computed once for all pages from the edition of this run."""
    return current().results


def use(edition: Edition) -> None:
    """Make every figure of this run from an edition."""
    _current.set(edition)


def per_edition(
    *, max_entries: int
) -> Callable[[Callable[Concatenate[Edition, _Asked], _Result]], Callable[_Asked, _Result]]:
    """Keep the results of a function of an edition with it; it is called without, and gets that of the run.

    Its other arguments are hashable; an argument is always given in the same way, by its place or its name.
    """

    def decorated(function: Callable[Concatenate[Edition, _Asked], _Result]) -> Callable[_Asked, _Result]:
        @wraps(function)
        def asked(*given: _Asked.args, **named: _Asked.kwargs) -> _Result:
            edition = current()
            what = function, given, *named.items()
            return edition.memory(function, max_entries).once(
                what, lambda: function(edition, *given, **named)
            )

        return asked

    return decorated


def per_process(*, max_entries: int) -> Callable[[Callable[_Asked, _Result]], Callable[_Asked, _Result]]:
    """Keep the results of a function that rests on no edition, or that opens one for every visitor."""

    def decorated(function: Callable[_Asked, _Result]) -> Callable[_Asked, _Result]:
        memory = Memory(max_entries)

        @wraps(function)
        def asked(*given: _Asked.args, **named: _Asked.kwargs) -> _Result:
            return memory.once((given, *named.items()), lambda: function(*given, **named))

        return asked

    return decorated
