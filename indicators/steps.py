"""The steps of the computation, one SQL file each, chained into one query.

A file is one SELECT that names the steps it reads as if they were tables; `chain` puts them before it as
common table expressions. So each step is read, tested and replaced alone, and DuckDB still plans the whole
at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from indicators.method import Aggregation, Method, Outliers

ROOM = Path(__file__).parent / "sql"

# From the published values to what tells territories apart, as the workbook says.
COMPARED = ("territory", "criterion", "observation", "spread")

# Read twice and cheap to read again: kept, the 12 million values of 35,000 communes would take 0.6 GB.
_READ_AGAIN = frozenset({"published", "observation"})
_MEANS = {
    Aggregation.GEOMETRIC: "log",
    Aggregation.GEOMETRIC_INSIDE: "log",
    Aggregation.GEOMETRIC_BETWEEN: "moved",
}


def chain(*steps: str, last: str) -> str:
    """Return one query: `last` after the `steps` it needs, in this order. A step is `name` or `name=file`."""
    named = [step.partition("=") for step in steps]
    before = ",\n".join(f"{name} AS {_kept(name)}(\n{_text(file or name)}\n)" for name, _, file in named)
    return f"WITH {before}\nSELECT * FROM (\n{_text(last)}\n)" if named else _text(last)


def published(method: Method) -> tuple[str, ...]:
    """Steps up to the published values, turned as a method reads them (`observation`)."""
    flipped = "criterion=criterion_flipped" if method.flipped else "criterion"
    return ("territory", flipped, "observation")


def compared(method: Method) -> tuple[str, ...]:
    """Steps from the published values to what tells territories apart, as a method reads them.

    What they bind beside: `indicators.treatment.bound`.
    """
    *before, values = published(method)
    if method.outliers is not Outliers.KEPT:
        before, values = [*before, f"published={values}"], f"observation=observation_{method.outliers}"
    ends = ["published_spread=spread", "spread=spread_goalposts"] if method.goalposts else ["spread"]
    return (*before, values, *ends)


def normalised(method: Method) -> tuple[str, ...]:
    """Steps up to `normalised` (territory_code, indicator_code, score), in the unit of the method's mean."""
    return (
        *compared(method),
        f"normalised=normalised_{_MEANS.get(method.aggregation, method.normalisation)}",
    )


def _kept(name: str) -> str:
    return "NOT MATERIALIZED " if name in _READ_AGAIN else ""


@cache
def _text(name: str) -> str:
    return (ROOM / f"{name}.sql").read_text(encoding="utf-8")
