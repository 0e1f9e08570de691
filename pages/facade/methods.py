"""The reader's method: read from its codes, and said in words."""

from collections.abc import Mapping

from exports import method_words
from indicators import method_codes, option_codes
from indicators.method import Method, MethodError
from indicators.plain_names import plain
from pages.facade.edition import Edition, per_edition, results
from readings.settings import explained as explanation
from readings.settings.conventions import conventions
from readings.settings.entries import DIRECTIONS
from readings.settings.explained import Explained
from wording.slug import slug

# What the address says when nothing is changed.
REFERENCE = Method()
NAMES = method_codes.NAMES


def named(chosen: Mapping[str, str]) -> Method:
    """Return the method that accepted codes name (see `method_codes`); raises `MethodError`."""
    return _named(tuple(chosen.items()))


@per_edition(max_entries=64)
def _named(_edition: Edition, chosen: tuple[tuple[str, str], ...]) -> Method:
    return method_codes.method(dict(chosen), _domains(), indicators())


def kept(method: Method) -> bool:
    """Say whether the edition keeps what a method gives: a workbook that a visitor brought keeps nothing."""
    return results().keeps(method)


def described(method: Method) -> str:
    """Say what is changed in the method, as files do: « Rangs des régions ; chaque axe compte autant »."""
    return method_words.said(results(), method)


def readable(weights: str) -> bool:
    """Say whether the address's weights can be read."""
    try:
        weights_of(weights)
    except MethodError:
        return False
    return True


def bounded(text: str) -> bool:
    """Say whether the address's goalposts can be read, and stand in their order."""
    try:
        named({method_codes.NORMALISATION: "minmax", option_codes.GOALPOSTS: text})
    except MethodError:
        return False
    return True


def weights_of(text: str) -> dict[str, float]:
    """Return the weight of every domain that the address gives; raises `MethodError`."""
    return method_codes.read_weights(text, _domains())


def weights_written(weights: dict[str, float]) -> str:
    """Return the address's text of weights."""
    return method_codes.write_weights(weights)


@per_edition(max_entries=1)
def explained(edition: Edition) -> Explained:
    """Return the method in words and formulas, with the numbers of the edition."""
    return explanation.explained(conventions(edition.store))


@per_edition(max_entries=1)
def weightings(edition: Edition) -> dict[str, str]:
    """Return the weightings the edition can compute."""
    return method_codes.weightings(edition.store)


@per_edition(max_entries=1)
def directions(edition: Edition) -> dict[str, str]:
    """Return the scored indicators in words, with the workbook's direction, by how an address names them."""
    known = edition.results.scored_indicators()
    return {
        slug(code): f"{plain(label)} ({DIRECTIONS[direction]})"
        for code, label, direction in zip(
            known["indicator_code"], known["label"], known["direction"], strict=True
        )
    }


@per_edition(max_entries=1)
def indicators(edition: Edition) -> dict[str, str]:
    """Return the codes of the scored indicators, by how an address names them."""
    return {slug(code): code for code in edition.results.scored_indicators()["indicator_code"]}


@per_edition(max_entries=1)
def _domains(edition: Edition) -> tuple[str, ...]:
    return tuple(edition.results.domains()["domain_code"])
