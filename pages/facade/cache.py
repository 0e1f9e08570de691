"""How results are kept: whole, a limited number of them.

What comes from the public workbook is shared between visitors. What comes from a workbook that a visitor
brought is kept in that visitor's own memory, which goes away with the visit: the process-wide cache never
holds any of it. One is told from the other by the key of the edition, first in every call.
"""

import secrets
from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from inspect import signature
from itertools import compress
from typing import Any, TypeVar, cast
from weakref import WeakValueDictionary

import streamlit as st

from charts.look import Look
from indicators.memory import Memory

_Function = TypeVar("_Function", bound=Callable[..., Any])

# The key of a private edition starts so; that of a public one is in hexadecimal.
_PRIVATE = "prive-"
# A visitor looks at one edition: a few pages, one look.
_MOST = 256
# Does not keep them: when the visit ends, so does its memory. A key cannot be guessed.
_memories: WeakValueDictionary[str, Memory] = WeakValueDictionary()


def private_memory() -> tuple[str, Memory]:
    """Return a key that no other edition has, and the memory of its results; whoever holds it, keeps it."""
    key, memory = f"{_PRIVATE}{secrets.token_hex(16)}", Memory(_MOST)
    _memories[key] = memory
    return key, memory


def private_count() -> int:
    """Return how many private editions are open on this server."""
    return len(_memories)


def kept(*, max_entries: int) -> Callable[[_Function], _Function]:
    """Keep the results of a function of the edition's key, the store (not part of the key) and codes.

    A `Look` is told from another by its words: Streamlit's own way to tell dataclasses apart takes twice as
    long, a dozen times a page. With the key of a private edition among the arguments, all of them but the
    stores must be hashable, and the result goes to the memory of that edition, or nowhere once it is gone.
    """

    def decorated(function: _Function) -> _Function:
        shared: Any = st.cache_resource(show_spinner=False, max_entries=max_entries, hash_funcs={Look: repr})(
            function
        )
        counted = [not name.startswith("_") for name in signature(function).parameters]

        @wraps(function)
        def asked(*arguments: object, **named: object) -> object:
            key = _private_key((*arguments, *named.values()))
            if key is None:
                return shared(*arguments, **named)
            memory = _memories.get(key)
            if memory is None:
                return function(*arguments, **named)
            what: Hashable = (function, *compress(arguments, counted), *sorted(named.items()))
            return memory.once(what, lambda: function(*arguments, **named))

        return cast("_Function", asked)

    return decorated


def _private_key(arguments: Iterable[object]) -> str | None:
    return next((item for item in arguments if isinstance(item, str) and item.startswith(_PRIVATE)), None)
