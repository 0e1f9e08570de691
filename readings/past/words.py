"""How an indicator has moved, in words: a difference where the definition is the same, else what changed."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from indicators.past import since
from indicators.plain_names import by_convention, plain
from indicators.rows import Fields, Row, each, records
from indicators.vocabulary import RegionNames
from loaders.store import FRANCE
from readings.phrases.words import compared, measured
from wording.numbers import plural, signed
from wording.typography import quoted, typed

STABLE = "stable à l’arrondi près"
NOTHING_COMPARES = "aucune année antérieure ne se compare"
# What a difference is not: the score of a domain compares regions in one year.
NOTE = (
    "L’arrondi des deux chiffres est compté, leur erreur de mesure ne l’est pas. Les "
    "scores et les rangs ne lisent que l’année la plus récente."
)
_MORE = {1: "plus", -1: "moins"}


def title(rows: pd.DataFrame, region: str, names: RegionNames) -> str:
    """« Taux de chômage, Bretagne : −0,8 point de 2012 (T1) à 2019 (T1) »; of France without a region.

    `rows`: see `indicators.past`, of one indicator; `region`: a code or `""`.
    """
    name, found = plain(str(rows["label"].iloc[0])), since(rows)
    told = _of(found, region or FRANCE)
    who = names[region or FRANCE].name
    if told is None:
        return f"{name}, {who}\u202f: {NOTHING_COMPARES}"
    return f"{name}, {who}\u202f: {change(told)} de {dated(told['year'])} à {dated(told['now_year'])}"


def sentences(rows: pd.DataFrame, region: str, names: RegionNames) -> tuple[str, ...]:
    """Say how the region has moved, then France, then each change of definition; each a full sentence.

    Where the region and France compare since the same year, in one sentence.
    """
    found = since(rows)
    here, country = _of(found, region), _of(found, FRANCE)
    told = [_moved(row, where, names) for row, where in ((here, region), (country, FRANCE)) if row]
    if here and country and here["period"] == country["period"]:
        told = [f"{told[0].removesuffix('.')}\u202f; {_beside(country)}."]
    return (*told, *_ruptures(rows), *([NOTE] if told else []))


def change(row: Row) -> str:
    """« −0,8 point », « +15 », « stable à l’arrondi près »; `row`: of `indicators.past`."""
    if row["stable"]:
        return STABLE
    said = signed(row["change"], int(row["change_decimals"]))
    return f"{said}\u00a0{plural(row['change'], 'point', 'points')}" if row["unit"] == "%" else said


def dated(year: str) -> str:
    """Write a year between « de » and « à »: « 2015 à 2018 » is « 2015–2018 » there, « (T1) » holds to it."""
    return year.replace(" à ", "–").replace(" (", "\u00a0(")


def _of(found: pd.DataFrame, region: str) -> Row | None:
    return next(iter(records(found[found["region_code"] == region])), None)


def _moved(row: Row, where: str, names: RegionNames) -> str:
    """« De 2012 à 2019, en Bretagne, l’indicateur passe de 8,0 % à 7,2 % (−0,8 point), ce qui… »."""
    when = f"De {dated(row['year'])} à {dated(row['now_year'])}"
    return f"{when}, {names[where].name_in}, l’indicateur {_passes(row)}{_meaning(row)}."


def _passes(row: Row) -> str:
    now = row["now_value"], row["unit"], int(row["now_decimals"])
    if not row["change"]:
        return f"est {STABLE}, à {measured(*now)}"
    before = measured(row["value"], row["unit"], int(row["decimals"]))
    return f"passe de {before} à {compared(*now)} ({change(row)})"


def _beside(row: Row) -> str:
    """« en France, de 9,0 % à 8,4 % (−0,6 point) »."""
    now = compared(row["now_value"], row["unit"], int(row["now_decimals"]))
    if not row["change"]:
        return f"en France, il est {STABLE}, à {now}"
    before = compared(row["value"], row["unit"], int(row["decimals"]))
    return f"en France, de {before} à {now} ({change(row)})"


def _meaning(row: Row) -> str:
    """Say what the change means; nothing without a direction, or of a figure that is read by convention."""
    if row["stable"] or row["direction"] is None or by_convention(row["label"]):
        return ""
    way = _MORE[1 if row["change"] * row["direction"] > 0 else -1]
    return f", ce qui signale {way} de fragilité qu’alors"


def _ruptures(rows: pd.DataFrame) -> list[str]:
    """Say after which year the definition changed, and in what: what is before does not compare."""
    years = pairwise(each(rows.drop_duplicates("period")))
    return [_rupture(before, after) for before, after in years if not before.joined]


def _rupture(before: Fields, after: Fields) -> str:
    return (
        f"La définition a changé entre {dated(before.year)} et {dated(after.year)}, "
        f"{quoted(typed(before.rupture))}\u202f: les années d’avant ne se comparent pas à celles d’après."
    )
