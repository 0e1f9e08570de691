"""What a rank becomes with the values that are absent, in words: bounds, never a guess.

Each absent value is taken at both ends of what the other regions have (`indicators.missing_bounds`). Nothing
is said of a rank that no absent value can move.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, records
from wording.numbers import number, ordinal
from wording.ranks import placed_of_domains

# Why nothing is put in the place of what is absent.
REFUSED = (
    "Aucune valeur absente n’est remplacée par une estimation\u202f: une moyenne, une région voisine ou un "
    "modèle donneraient un rang qui a l’air publié. Chaque absence est prise aux deux bouts de ce que les "
    "autres régions ont, et le rang devient un intervalle."
)
COLUMN = "Selon les valeurs absentes"
Place = tuple[str, str]
# Where nothing may move, or nobody asks.
NOWHERE: Mapping[Place, str] = MappingProxyType({})


def reached(bounds: pd.DataFrame, level: str, among: str = "regions") -> Mapping[Place, str]:
    """Return « de 2ᵉ à 7ᵉ selon sa valeur absente » by region and code; only where a rank may move.

    `bounds`: rows of `indicators.missing_bounds`; `level`: 'domaine', 'axe' or 'ensemble'; `among`:
    'regions', or 'domaines' for the domains inside a region.
    """
    feminine = among == "regions"
    moved = _moved(bounds, level, among)
    return {(row["region_code"], row["code"]): span(row, feminine=feminine) for row in moved}


def reached_of(results: Results, method: Method, level: str, among: str = "regions") -> Mapping[Place, str]:
    """Return the same of an edition: words of up to 208 ranks, which readings of every region ask for."""
    return results.once(
        ("reach", method, level, among), lambda: reached(results.missing_bounds(method), level, among)
    )


def inside_of(results: Results, method: Method) -> Mapping[Place, str]:
    """Return the same of the ranks of the domains inside each region."""
    return reached_of(results, method, "domaine", "domaines")


def brief(bounds: pd.DataFrame, level: str) -> Mapping[Place, str]:
    """Return « 2ᵉ à 7ᵉ » by region and code, of the ranks among the regions: where there is no room."""
    moved = _moved(bounds, level, "regions")
    return {(row["region_code"], row["code"]): _ends(row, feminine=True) for row in moved}


def with_reach(place: str, reach: str | None) -> str:
    """Write a place, then what absent values could make of it: « 6ᵉ des 16 domaines, de 5ᵉ à 7ᵉ selon… »."""
    return ", ".join(filter(None, [place, reach]))


def measured_place(
    ends: Sequence[float | None], reach: str | None, unmeasured: str = "sans rang mesuré"
) -> str:
    """« 9ᵉ des 16 domaines, de 8ᵉ à 10ᵉ selon sa valeur absente », « sans rang mesuré ».

    `ends`: rank, low, high, and how many are ranked; nothing in the first place where there is no rank.
    """
    known = [int(end) for end in ends if end is not None]
    return with_reach(placed_of_domains(*known) if ends and ends[0] is not None else unmeasured, reach)


def of_code(found: Mapping[Place, str], code: str) -> dict[str, str]:
    """Return the same by region, of one domain, one axis or the whole; `found`: see `reached`."""
    return {region: said for (region, own), said in found.items() if own == code}


def beside(regions: Iterable[str], reach: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the column of what absent values could make of each rank; none where there is nothing to say."""
    return {COLUMN: [reach.get(region, "") for region in regions]} if reach else {}


def span(row: Row, *, feminine: bool) -> str:
    """« de 2ᵉ à 7ᵉ selon sa valeur absente », « de 4ᵉ à 5ᵉ selon les valeurs absentes ailleurs »."""
    ends = _ends(row, feminine=feminine)
    ranks = f"de {ends}" if row["low"] != row["high"] else ends
    return f"{ranks} selon {_whose(int(row['missing']))}" + ("" if row["exact"] else ", au moins")


def _moved(bounds: pd.DataFrame, level: str, among: str) -> list[Row]:
    here = bounds[(bounds["among"] == among) & (bounds["level"] == level)]
    return records(here[(here["low"] < here["high"]) | (here["rank"].isna() & here["low"].notna())])


def _ends(row: Row, *, feminine: bool) -> str:
    low, high = (ordinal(int(row[end]), feminine=feminine) for end in ("low", "high"))
    return f"{low} à {high}" if low != high else low


def _whose(missing: int) -> str:
    if not missing:
        return "les valeurs absentes ailleurs"
    return "sa valeur absente" if missing == 1 else f"ses {number(missing, 0)}\u00a0valeurs absentes"
