"""The reader's method in this run: its three codes, and the `Method` they name.

A page asks `key()` and hands it to what it computes; the key, a text, is what caches are keyed by.
"""

from indicators import method_codes, structure
from indicators.method import Method, MethodError
from loaders.store import Store
from pages.facade.cache import kept
from pages.facade.current import store

# What the address says when nothing is changed.
REFERENCE = "||"


def key(normalisation: str, weighting: str, weights: str) -> str:
    """Join the three codes; weights only count with the weighting that reads them."""
    return f"{normalisation}|{weighting}|{weights if weighting == method_codes.READER else ''}"


def of(method: str) -> Method:
    """Return the method of a key made by `key` from accepted codes; raises `MethodError`."""
    normalisation, weighting, weights = method.split("|")
    return method_codes.method(normalisation, weighting, weights, domain_codes(store().key, store()))


def described(method: str) -> str:
    """Say the method in words: « Rangs des régions ; chaque axe compte autant »."""
    normalisation, weighting, _ = method.split("|")
    weighted = weightings(store().key, store())[weighting]
    return f"{method_codes.NORMALISATIONS[normalisation]}\u202f; {weighted[:1].lower()}{weighted[1:]}"


def readable(weights: str) -> bool:
    """Say whether the address's weights can be read."""
    try:
        method_codes.read_weights(weights, domain_codes(store().key, store()))
    except MethodError:
        return False
    return True


@kept(max_entries=4)
def weightings(key: str, _store: Store) -> dict[str, str]:
    """Return the weightings the edition can compute."""
    return method_codes.weightings(_store)


@kept(max_entries=4)
def domain_codes(key: str, _store: Store) -> tuple[str, ...]:
    """Return the codes of the domains, in order."""
    return tuple(structure.domains(_store)["domain_code"])
