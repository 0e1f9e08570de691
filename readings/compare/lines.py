"""Published values side by side, and the difference between them in words and in units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.plain_names import inside, plain, unit_beside
from indicators.rows import Row, records
from indicators.vocabulary import RegionNames, Vocabulary
from readings.domain.words_measured import france_words
from readings.phrases.words import compared as written
from readings.phrases.words import measured
from wording.lists import join
from wording.numbers import number, plural
from wording.source_notes import absent, marked

# A table of more lines is no longer read; then it holds so many.
_HELD, _KEPT = 40, 20
_PUBLISHED = ("value", "range")
_READ = [
    *("domain_code", "indicator_code", "region_code", "label", "unit", "year", "direction", "decimals"),
    *("value", "low", "high", "status", "corrected", "note"),
    *("benchmark", "benchmark_decimals", "benchmark_note"),
]
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3})")


@dataclass(frozen=True)
class Line:
    """One indicator: codes and name, its words, figures of the regions (in order), France's, the difference.

    `ends`: the value of the most and of the least fragile region by code, without and with its unit; `{}`
    when there are not two.
    """

    code: str
    domain_code: str
    name: str
    title: str
    figures: tuple[str, ...]
    france: str
    difference: str
    ends: dict[str, tuple[str, str]]


def lines(values: pd.DataFrame, codes: Sequence[str], known: Vocabulary) -> list[Line]:
    """Return a line for each indicator that has a value somewhere, in the order of the observatory.

    `values`: the rows of `values.region_values` of all the domains, with their `domain_code`.
    """
    published = _published(values)
    groups: dict[tuple[str, str], dict[str, Row]] = {}
    for row in records(values.loc[values["region_code"].isin(list(codes)), _READ]):
        groups.setdefault((row["domain_code"], row["indicator_code"]), {})[row["region_code"]] = row
    return [
        _line(known.domains[domain], [rows[region] for region in codes], known.names)
        for (domain, code), rows in groups.items()
        if code in published
    ]


def alone(values: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the domains that one published indicator measures: only such a figure is cited."""
    published = values[values["status"].isin(_PUBLISHED)]
    counts = published.groupby("domain_code")["indicator_code"].nunique()
    return values[values["domain_code"].isin(counts.index[counts == 1])]


def unmeasured(values: pd.DataFrame) -> list[str]:
    """Return the labels of the indicators that have no value in any region."""
    published = values["status"].isin(_PUBLISHED)
    seen = published.groupby([values["indicator_code"], values["label"]], sort=False).any().reset_index()
    return [plain(str(label)) for label in seen.loc[~seen["status"], "label"]]


def telling(values: pd.DataFrame, apart: Mapping[str, float]) -> tuple[pd.DataFrame, str]:
    """Return the rows of the indicators of a table, and how these were chosen (`""`: all of them).

    `apart`: see `indicators.separation`. Of more than a table holds, those that separate the regions most.
    """
    count = len(_published(values))
    if count <= _HELD:
        return values, ""
    placed = sorted(apart, key=lambda code: -apart[code])
    kept, left = placed[:_KEPT], placed[_KEPT : _KEPT + 1]
    held = number(len(kept), 0)
    # Others may stand as far apart as the last of these.
    which = f"{held} de ceux" if any(apart[code] == apart[kept[-1]] for code in left) else f"les {held}"
    told = (
        f"Parmi {number(count, 0)} indicateurs, {which} où ces régions s’écartent le "
        "plus, en part de l’étendue entre toutes les régions\u202f; «\u00a0Emporter\u00a0» les donne tous."
    )
    return values[values["indicator_code"].isin(kept)], told


def _published(values: pd.DataFrame) -> set[str]:
    """Return the codes of the indicators that have a value somewhere."""
    return set(values.loc[values["status"].isin(_PUBLISHED), "indicator_code"].unique())


def _line(label: str, rows: Sequence[Row], names: RegionNames) -> Line:
    """Word one indicator; `rows`: of the regions, in their order."""
    first = rows[0]
    known = {row["region_code"]: float(row["value"]) for row in rows if row["value"] is not None}
    ends = _ends(known, first)
    details = ", ".join(part for part in (plain(first["label"]), _unit(first), first["year"]) if part)
    return Line(
        first["indicator_code"],
        first["domain_code"],
        inside(first["label"], short=True),
        f"{label}\u202f: {details}",
        tuple(map(_figure, rows)),
        france_words(first),
        _difference(known, ends, first, names),
        {code: (_written(known[code], first), _measured(known[code], first)) for code in ends},
    )


def _ends(known: Mapping[str, float], row: Row) -> tuple[str, ...]:
    """Return the codes of the most and of the least fragile region; nothing when there is no order."""
    if len(set(known.values())) < 2 or row["direction"] is None:
        return ()
    ordered = {code: value * row["direction"] for code, value in known.items()}
    return max(ordered, key=ordered.__getitem__), min(ordered, key=ordered.__getitem__)


def _difference(known: Mapping[str, float], ends: tuple[str, ...], row: Row, names: RegionNames) -> str:
    if len(known) < 2:
        return "aucune différence à lire"
    gap = max(known.values()) - min(known.values())
    if gap == 0:
        return "même valeur"
    if not ends:
        return _amount(gap, row)
    top = join(names[code].short_name for code, value in known.items() if value == known[ends[0]])
    return f"{_amount(gap, row)}\u202f; du côté le plus fragile\u202f: {top}"


def _amount(gap: float, row: Row) -> str:
    """« 3,6 points » for percentages, « 0,05 (logements par habitant) » otherwise.

    Of values that only differ beyond what is shown: « moins de 0,1 point ».
    """
    decimals = int(row["decimals"])
    least = 10.0**-decimals
    if round(gap, decimals) == 0:
        return f"moins de {_amount(least, row)}"
    if row["unit"] == "%":
        return f"{number(gap, decimals)}\u00a0{plural(round(gap, decimals), 'point', 'points')}"
    return _measured(gap, row)


def _figure(row: Row) -> str:
    if row["status"] == "range":
        said = f"{_written(row['low'], row)} à {_written(row['high'], row)}"
    elif row["status"] == "value":
        said = _written(row["value"], row)
    else:
        return absent(row["note"])
    return marked(f"{said} (corrigé)" if row["corrected"] else said, row["note"])


def _written(value: float, row: Row) -> str:
    return written(float(value), row["unit"], int(row["decimals"]))


def _measured(value: float, row: Row) -> str:
    return _held(measured(float(value), row["unit"], int(row["decimals"])))


def _held(text: str) -> str:
    """Hold « 10 000 » together in a unit of the workbook, so that no line ends inside a number."""
    return _THOUSANDS.sub("\u202f", text)


def _unit(row: Row) -> str:
    """Percentages carry their sign, some names hold their unit: it is not said twice."""
    unit = str(row["unit"])
    return "" if unit == "%" else _held(unit_beside(plain(str(row["label"])), unit))
