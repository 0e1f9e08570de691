"""On what regions are told alike: the choice of the reader, and what is compared."""

from indicators.similarity import Basis
from pages.explored import Explored, explored
from pages.facade.edition import Edition, per_edition
from pages.parameters import Parameter
from readings.phrases import likeness as words

NAME = "semblables"
PARAMETER = Parameter(
    NAME,
    "Régions semblables par",
    {"": "Le profil", str(Basis.DOMAINS): "Les fragilités mesurées"},
    "",
)


def basis(code: str) -> Basis:
    """Return the basis of a code of the address: the profile when there is none."""
    return Basis(code) if code else Basis.PROFILE


@per_edition(max_entries=1)
def profile(edition: Edition) -> tuple[str, Explored]:
    """Return how the dimensions of the profile count, and a table of them."""
    found, results = edition.results.dimensions(), edition.results
    rows = words.table(found, results.catalogue(), results.findings())
    return " ".join(filter(None, [words.rule(found), words.flagged(rows)])), explored(rows)


def compared(code: str) -> tuple[str, Explored | None]:
    """Return how the dimensions of a basis count, and a table of them when they are not the domains."""
    return profile() if basis(code) is Basis.PROFILE else (words.EACH_DOMAIN, None)
