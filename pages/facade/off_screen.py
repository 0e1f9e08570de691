"""What a figure says when it leaves the page: the words of its numbers, the method when it is not ours."""

from collections.abc import Container

from exports.figures.names import Names, names
from indicators.method import Method
from pages.facade import methods
from pages.facade.edition import Edition, per_edition, results
from readings.phrases import conventions


def changed(method: Method) -> str:
    """Say the method of a picture when it is not our starting one, else nothing."""
    if method == methods.REFERENCE:
        return ""
    return f" Méthode de calcul modifiée\u202f: {methods.described(method)}."


def convention(domains: Container[str] | None = None) -> str:
    """Say how these domains are read, for those that are measured by convention; None: every domain."""
    return conventions.convention(results().vocabulary(), domains)


@per_edition(max_entries=1)
def words(edition: Edition) -> Names:
    """Return the words that codes are written with in a file of numbers."""
    return names(edition.results)
