"""What a figure says when it leaves the page: the words of its numbers, the method when it is not ours."""

from exports.figures.names import Names, names
from indicators.results import Results
from pages.facade import methods, results
from pages.facade.cache import kept
from pages.facade.current import store


def words() -> Names:
    """Return the words that codes are written with in a file of numbers."""
    return _names(store().key, results.of_edition())


def changed(method: str) -> str:
    """Say the method of a picture when it is not our starting one, else nothing."""
    if method == methods.REFERENCE:
        return ""
    return f" Méthode de calcul modifiée\u202f: {methods.described(method)}."


@kept(max_entries=4)
def _names(key: str, _results: Results) -> Names:
    return names(_results)
