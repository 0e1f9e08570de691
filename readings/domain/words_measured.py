"""What is measured on one domain, in words: regions in order, indicators of the domain, initiatives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from indicators.plain_names import plain
from indicators.rows import Row, records
from readings.alliances.topics import named
from readings.phrases.reach import beside
from readings.phrases.words import compared, measured, out_of
from wording.lists import join, joined
from wording.numbers import number
from wording.ranks import placed
from wording.source_notes import NOT_PUBLISHED, absent, marked, without_address
from wording.typography import quoted, typed

_STATUS = {
    "value": "publié",
    "range": "publié sous forme d’intervalle",
    "missing": NOT_PUBLISHED,
    "not_available": "non disponible dans la source",
}
_READING = {
    1: "une valeur élevée signale plus de fragilité",
    -1: "une valeur basse signale plus de fragilité",
}
_CONVENTIONS = {
    "diversite_handicap": "convention\u202f: une valeur élevée compte comme un enjeu d’inclusion plus fort",
}


def ranking_table(
    rows: pd.DataFrame, figures: pd.DataFrame, reach: Mapping[str, str] = MappingProxyType({})
) -> pd.DataFrame:
    """Return one row a region: Région, Rang parmi les régions, Valeur publiée, Statut, Cellule, Correction.

    `rows`: see `ranking`; `figures`: see `indicators.values.region_values`. Where the domain has several
    published indicators, each figure comes with its label. `reach`: by region, what absent values could make
    of its rank (see `readings.phrases.reach`): a column where there is any.
    """
    told = _published(figures)
    several = len(set(told["indicator_code"])) > 1
    by_region: dict[str, list[Row]] = {}
    for row in records(told):
        by_region.setdefault(row["region_code"], []).append(row)
    every = [by_region.get(code, []) for code in rows["region_code"]]
    return pd.DataFrame(
        {
            "Région": rows["name"],
            "Rang parmi les régions": [rank_words(row) for row in records(rows)],
            **beside(rows["region_code"], reach),
            "Valeur publiée": [_figures(found, several=several) for found in every],
            "Statut": [joined(_STATUS[row["status"]] for row in found) for found in every],
            "Cellule": [joined(row["cell"] for row in found) for found in every],
            "Correction": [joined(filter(None, map(_correction, found))) for found in every],
        }
    )


def rank_words(row: Row) -> str:
    """« 3ᵉ, entre 2ᵉ et 6ᵉ », « sans rang »."""
    return "sans rang" if row["rank"] is None else placed(int(row["rank"]), int(row["low"]), int(row["high"]))


def figure_words(row: Row) -> str:
    """Write one published figure with its unit; a range with both ends; what is missing as such."""
    unit, decimals = str(row["unit"]), int(row["decimals"])
    if row["status"] == "value":
        return marked(measured(row["value"], unit, decimals), row["note"])
    if row["status"] == "range":
        ends = f"{number(row['low'], decimals)} à {measured(row['high'], unit, decimals)}"
        return marked(ends, row["note"])
    return absent(row["note"])


def france_words(row: Row) -> str:
    """Write the figure of the country beside those of the regions, or why there is none."""
    if row["benchmark"] is None:
        return absent(row["benchmark_note"])
    value = compared(float(row["benchmark"]), row["unit"], int(row["benchmark_decimals"]))
    return marked(value, row["benchmark_note"])


def indicator_table(catalogue: pd.DataFrame, figures: pd.DataFrame, domain: str) -> pd.DataFrame:
    """Return one row an indicator of the domain: Indicateur, Comment le lire (unit, year, direction, source).

    `catalogue`: see `indicators.structure`.
    """
    mine = catalogue[catalogue["domain_code"] == domain]
    total = figures["region_code"].nunique()
    country = figures.drop_duplicates("indicator_code").set_index("indicator_code")
    france = {"france": "benchmark", "france_note": "benchmark_note"}
    told = {name: mine["indicator_code"].map(country[column]) for name, column in france.items()}
    rows = records(mine.assign(**told))
    return pd.DataFrame(
        {"Indicateur": mine["label"].map(plain), "Comment le lire": [_reading(row, total) for row in rows]}
    )


def initiative_table(rows: pd.DataFrame, names: Mapping[str, str], region: str) -> pd.DataFrame:
    """Return one row an initiative, those of `region` first.

    Initiative, Où, Description, Acteurs, Date, Source.
    `rows`: see `indicators.initiatives`; `names`: of the regions, by code.
    """
    order = rows.assign(elsewhere=[region not in codes for codes in rows["region_codes"]])
    order = order.sort_values("elsewhere", kind="stable") if region else order
    told = records(order)
    return pd.DataFrame(
        {
            "Initiative": [named(name) for name in order["name"]],
            "Où": [_place(row, names) for row in told],
            "Description": [typed(row["description"]) for row in told],
            "Acteurs": [typed(row["partners"]) for row in told],
            "Date": [typed(row["dated"]) for row in told],
            "Source": [typed(without_address(str(row["source"]))) for row in told],
        }
    )


def _published(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the indicators that have a figure somewhere; without any, nothing is said thirteen times."""
    known = figures[figures["status"].isin(["value", "range"])]
    return figures[figures["indicator_code"].isin(known["indicator_code"])]


def _figures(rows: list[Row], *, several: bool) -> str:
    words = [
        f"{plain(row['label'])}\u202f: {figure_words(row)}" if several else figure_words(row) for row in rows
    ]
    return joined(words) or NOT_PUBLISHED


def _correction(row: Row) -> str:
    """« valeur corrigée, la cellule V15 porte « 55 00 » »; `""` of a figure that is as published."""
    held = quoted(row["published_raw"])
    return f"valeur corrigée, la cellule {row['cell']} porte {held}" if row["corrected"] else ""


def _reading(row: Row, total: int) -> str:
    """« en % ; 2019 (T1) ; une valeur élevée signale plus de fragilité ; France : 8,4 % ; … »."""
    if not row["values_published"]:
        return "aucune valeur publiée\u202f: l’indicateur ne donne aucun score"
    known = row["france"] is not None
    value = measured(row["france"], row["unit"], int(row["decimals"])) if known else ""
    country = marked(value, row["france_note"]) if known else absent(row["france_note"])
    parts = [
        f"unité\u202f: {row['unit']}",
        f"année\u202f: {row['year']}" if row["year"] else "année non publiée",
        _direction(row),
        f"France\u202f: {country}",
        f"publié pour {out_of(row['values_published'], total)}",
        f"source\u202f: {row['source']}" if row["source"] else "source non publiée",
    ]
    return joined(parts)


def _direction(row: Row) -> str:
    if row["direction"] is None:
        return "sans sens de lecture déclaré, donc sans score"
    direction = int(row["direction"])
    return (_CONVENTIONS.get(str(row["domain_code"])) if direction == 1 else None) or _READING[direction]


def _place(row: Row, names: Mapping[str, str]) -> str:
    """« Hauts-de-France, 59 Nord (Lille) »; the sheet may name no place."""
    regions = join(names[code] for code in row["region_codes"])
    if regions and row["department_label"]:
        return f"{regions}, {row['department_label']}"
    return regions or str(row["department_label"]) or "lieu non publié"
