"""What the reader may change of the figures before they are compared: what it applies to, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from indicators import option_codes
from indicators.method import Method, MethodError
from indicators.normalisation import Normalisation
from indicators.option_codes import read_goalposts, write_goalposts
from indicators.reader_options import TREATED, check_goalposts
from indicators.treatment import flagged
from pages.facade import methods
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow
from readings.settings import outliers
from wording.numbers import number

OUTLIERS, GOALPOSTS, COVERAGE, FLIPPED, _ = option_codes.NAMES
MOST = option_codes.MOST
_UNTREATED = "Un rang, ou un écart à la France, se lit sur les valeurs publiées\u202f: rien n’y est traité."
UNBOUNDED = "Des bornes ne servent qu’aux calculs de 0 à 10\u202f: choisissez-en un pour en fixer."


@dataclass(frozen=True)
class Treated:
    """What the rule on outliers finds, in words; the values that are brought back (None: none is)."""

    sentences: tuple[str, ...]
    table: pa.Table | None


def changed(method: Method) -> bool:
    """Say whether a method changes something of the figures."""
    start = methods.REFERENCE
    kept = (start.outliers, start.goalposts, start.minimum_coverage, start.flipped)
    return (method.outliers, method.goalposts, method.minimum_coverage, method.flipped) != kept


def idle(method: Method) -> Mapping[str, str]:
    """Return, by name, why an option changes nothing with this calculation."""
    return {} if method.normalisation in TREATED else {OUTLIERS: _UNTREATED}


def bounds(method: Method) -> bool:
    """Say whether the calculation has two ends, which may be fixed."""
    return method.normalisation is Normalisation.MINMAX


@per_edition(max_entries=64)
def treated(edition: Edition, method: Method) -> Treated:
    """Return what becomes of the outliers by a method."""
    rows, known = flagged(edition.store, method), edition.results.vocabulary()
    moved = outliers.moved_table(rows, known.indicators, known.regions)
    return Treated(
        outliers.told(rows, method.outliers, known.indicators), None if moved.empty else arrow(moved)
    )


@per_edition(max_entries=1)
def ends(edition: Edition) -> Mapping[str, tuple[str, str]]:
    """Return the lowest and highest published value of each scored indicator, by how an address names it."""
    every = edition.results.every_value().dropna(subset=["value"]).groupby("indicator_code")["value"]
    lowest, highest = every.min(), every.max()
    return {
        name: (number(lowest[code], most=4), number(highest[code], most=4))
        for name, code in methods.indicators().items()
    }


def fixed(text: str) -> tuple[str, ...]:
    """Say which goalposts the address fixes, one a line."""
    names = results().vocabulary().indicators
    units = results().catalogue().set_index("indicator_code")["unit"]
    return tuple(
        f"{names[code]}\u202f: de {number(low)} à {number(high)} ({units[code]})"
        for code, low, high in read_goalposts(text, methods.indicators())
    )


def with_goalposts(text: str, name: str, low: str, high: str) -> str | None:
    """Return the address's goalposts with those of one more indicator; None when they cannot be read.

    A callback asks: nothing here depends on the edition. `low`, `high`: as a French reader types them.
    """
    others = [part for part in text.split(",") if part and not part.startswith(f"{name}:")]
    try:
        pair = ((name, _typed(low), _typed(high)),)
        check_goalposts(pair, Normalisation.MINMAX)
        written = write_goalposts(pair)
        read_goalposts(written, {name: name})
    except (MethodError, ValueError):
        return None
    return ",".join([*others, written]) if len(others) < MOST else None


def _typed(text: str) -> float:
    """Read a number with its decimal comma, its spaces and its minus; raises `ValueError`."""
    plain = "".join(text.split()).replace("\u2212", "-").replace(",", ".")
    return float(plain)
