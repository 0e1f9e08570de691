"""The method in words and formulas, with the numbers of the edition."""

from indicators.settings import explained as method_explained
from indicators.settings.conventions import conventions
from pages.facade.edition import Edition, per_edition


@per_edition(max_entries=1)
def explained(edition: Edition) -> method_explained.Explained:
    """Return the title and the parts of the explanation."""
    return method_explained.explained(conventions(edition.store))
