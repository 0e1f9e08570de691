"""The regions on one domain, side by side: their standardised gaps, and both sides as distances to France."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pandas as pd

from indicators.rows import Row, records
from wording.lists import join
from wording.numbers import number, percent, plural, quantity, signed
from wording.typography import capital

STANDARDISED, MEASURED, FELT = "standardised", "measured", "felt"
ACROSS_LEAD = (
    "D’une région à l’autre, en écarts-types\u202f: la place de chacune dans le ressenti, moins sa place "
    "dans la mesure, parmi les régions publiées. Trait\u202f: intervalle\u202f; "
    "s’il touche la ligne «\u00a0comme mesuré\u00a0», aucun côté n’est établi."
)
SIDES_LEAD = (
    "Chaque côté pour lui-même, par rapport à la France\u202f: à gauche le mesuré, en écarts-types entre "
    "régions\u202f; à droite le ressenti, comparé au chiffre de la France de la même enquête. Les deux "
    "échelles ne se comparent pas."
)
SIDES_TITLE = "Mesuré et ressenti, chacun par rapport à la France"
NO_FRANCE = (
    "Aucune de ces enquêtes ne publie, à côté des régions, le chiffre de la France\u202f: la distance du "
    "ressenti à la France n’est pas calculable."
)


def across(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return the standardised gaps, highest first, as `charts.spans` takes them; empty where there is none.

    `rows`: of `indicators.gap_signs.gaps` on one domain, one a region; `names`: short, by code.
    """
    known = rows[rows["standardised_gap"].notna()].sort_values("standardised_gap", ascending=False)
    found = [
        _place(row, names, STANDARDISED, *(row[f"standardised_gap{end}"] for end in ("", "_low", "_high")))
        | {"text": signed(row["standardised_gap"], 1)}
        for row in records(known)
    ]
    return _labelled(found, _across_said)


def across_finding(rows: pd.DataFrame) -> str:
    """Count on which side of its measured place each region is felt; `rows`: of `across`."""
    sides = [
        (int((rows["low"] > 0).sum()), "au-dessus de sa place mesurée"),
        (int((rows["high"] < 0).sum()), "au-dessous"),
    ]
    left = len(rows) - sum(count for count, _ in sides)
    told = [f"{words} dans {_regions(count)}" for count, words in sides if count]
    told += [f"non établi dans {_regions(left)}"] * bool(left)
    return f"Entre régions, le ressenti est {join(told)}"


def across_table(rows: pd.DataFrame, regions: Mapping[str, str]) -> pd.DataFrame:
    """Return the same gaps in words: Région, Écart entre régions (écarts-types); `regions`: in full."""
    return pd.DataFrame(
        {
            "Région": [regions[code] for code in rows["region_code"]],
            "Écart entre régions (écarts-types)": [_span(row) for row in records(rows)],
        }
    )


def sides(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return both sides as distances to France, the most fragile measured first, for `charts.spans`.

    Empty unless a region has both. `rows`, `names`: see `across`.
    """
    both = rows[rows["objective_deviations"].notna() & rows["perceived_distance"].notna()]
    if both.empty:
        return _labelled([], _side_said)
    known = rows.sort_values("objective_deviations", ascending=False, na_position="last")
    return _labelled(_pairs(known, names), _side_said)


def sides_table(rows: pd.DataFrame, regions: Mapping[str, str], unit: str, decimals: int) -> pd.DataFrame:
    """Return a row a region: Région, the measured distance, the felt one, what France is published to feel.

    `regions`: in full, by code; `unit`, `decimals`: of the only indicator of the domain (`""` of several: no
    column in its unit).
    """
    found = records(rows.sort_values("objective_deviations", ascending=False, na_position="last"))
    table = {
        "Région": [regions[row["region_code"]] for row in found],
        "Mesuré (écarts-types)": [_known(row["objective_deviations"], 1) for row in found],
        "Mesuré (unité publiée)": [_in_unit(row["objective_distance"], unit, decimals) for row in found],
        "Ressenti": [_felt(row, row["perceived_distance"]) for row in found],
        "Ressenti, France": [_france(row) for row in found],
    }
    if all(not text for text in table["Mesuré (unité publiée)"]):
        del table["Mesuré (unité publiée)"]
    return pd.DataFrame(table)


_COLUMNS = ["region_code", "name", "panel", "value", "low", "high", "text", "label"]
_NUMBERS = dict.fromkeys(("value", "low", "high"), "float64")


def _pairs(rows: pd.DataFrame, names: dict[str, str]) -> Iterator[Row]:
    for row in records(rows):
        measured, felt = row["objective_deviations"], row["perceived_distance"]
        yield _place(row, names, MEASURED, *[measured] * 3) | {"text": _known(measured, 1) or _NOTHING}
        yield _place(row, names, FELT, *[felt] * 3) | {"text": _felt(row, felt) or _NOTHING}


_NOTHING = "non publié"


def _place(row: Row, names: dict[str, str], panel: str, value: float, low: float, high: float) -> Row:
    return {
        "region_code": row["region_code"],
        "name": names[row["region_code"]],
        "panel": panel,
        "value": value,
        "low": low,
        "high": high,
    }


def _labelled(rows: Iterable[Row], said: Callable[[Row], str]) -> pd.DataFrame:
    labelled = [{**row, "label": said(row)} for row in rows]
    return pd.DataFrame(labelled, columns=_COLUMNS).astype(_NUMBERS)


def _across_said(row: Row) -> str:
    return f"{row['name']}\u202f: {_span(row)}\u00a0{plural(row['high'], 'écart-type', 'écarts-types')}"


def _side_said(row: Row) -> str:
    side = {MEASURED: "mesuré", FELT: "ressenti"}[row["panel"]]
    deviations = row["panel"] == MEASURED and row["value"] is not None
    unit = f"\u00a0{plural(row['value'], 'écart-type', 'écarts-types')}" if deviations else ""
    return f"{capital(side)}, {row['name']}\u202f: {row['text']}{unit}"


def _span(row: Row) -> str:
    """« +1,2, entre +0,4 et +1,9 »."""
    return f"{row['text']}, entre {signed(row['low'], 1)} et {signed(row['high'], 1)}"


def _known(value: float | None, decimals: int) -> str:
    return "" if value is None else signed(value, decimals)


def _in_unit(value: float | None, unit: str, decimals: int) -> str:
    """« −0,8 point », « +0,02 »."""
    said = _known(value, decimals)
    return f"{said}\u00a0{plural(value or 0, 'point', 'points')}" if said and unit == "%" else said


def _felt(row: Row, value: float | None) -> str:
    """« −0,5 », of a note; « +3 points », of a share."""
    if value is None:
        return ""
    return _in_unit(value, "%", 0 if value == round(value) else 1) if row["unit"] == "%" else signed(value, 1)


def _france(row: Row) -> str:
    value = row["perceived_benchmark"]
    if value is None:
        return _NOTHING
    return percent(value, most=1) if row["unit"] == "%" else quantity(value, "sur 10", 1)


def _regions(count: int) -> str:
    return f"{number(count, 0)}\u00a0{plural(count, 'région', 'régions')}"
