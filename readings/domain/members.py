"""The indicators of a domain in words: which go with the others, what each brings to a region’s score."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.agreement import CHANCE
from indicators.members import Link
from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.plain_names import plain
from indicators.rows import Row, records
from readings.domain.words_measured import figure_words, france_words
from wording.lists import join, joined
from wording.numbers import MINUS, counted, number, ordinal, percent, plural, signed
from wording.typography import quoted, typed

SIGNS: Mapping[Link, str] = {Link.WITH: "+", Link.OPEN: "?", Link.AGAINST: MINUS}
HOW = (
    "Une ligne par indicateur, une colonne par région, de la plus à la moins fragile dans le domaine. La "
    "case porte le rang de la région pour cet indicateur\u202f: 1 est la plus fragile, un point dit "
    "qu’aucune valeur n’est publiée."
)
RULE = (
    "Signe\u202f: + pour un indicateur qui range les régions comme la moyenne des autres, "
    f"{MINUS} à l’inverse, plus nettement que 95 ordres tirés au hasard sur cent (corrélation des rangs de "
    "Spearman)\u202f; ? quand rien n’est établi. Le hasard seul en fait passer un sur "
    f"{number(1 / CHANCE, 0)}."
)
_MULTIPLIED = "Dans une moyenne géométrique les apports se multiplient\u202f: ils ne se lisent pas un par un."
# Of their mean these scores are the distance: a part has a side. Others are all on one.
_CENTRED = frozenset({Normalisation.ZSCORE, Normalisation.PERCENT})
_NAMED = 2
_STANDING = {
    Link.WITH: "Il range les régions comme la moyenne des autres",
    Link.AGAINST: "Il range les régions à l’inverse de la moyenne des autres",
    Link.OPEN: "Son lien avec la moyenne des autres n’est pas établi",
}
_HIGH, _LOW = "valeur élevée\u202f: plus fragile", "valeur basse\u202f: plus fragile"


def title(rows: pd.DataFrame) -> str:
    """Count the indicators by how they stand to the others; rows of `indicators.members`."""
    count = {link: int((rows["link"] == link).sum()) for link in Link}
    alike, against, left = (number(count[link], 0) for link in (Link.WITH, Link.AGAINST, Link.OPEN))
    verb = plural(count[Link.WITH], "range", "rangent")
    parts = [
        f"{alike} {verb} les régions comme les autres",
        f"{against} à l’inverse" * bool(count[Link.AGAINST]),
        f"rien n’est établi pour {left}" * bool(count[Link.OPEN]),
    ]
    return f"Ses {counted(len(rows), 'indicateur', 'indicateurs')}\u202f: {', '.join(filter(None, parts))}"


def ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Put first those that go most with the others, last those that go most against them."""
    place = rows["link"].map({link: number for number, link in enumerate(SIGNS)})
    return rows.assign(place=place).sort_values(
        ["place", "agreement"], ascending=[True, False], na_position="last", ignore_index=True
    )


def brought(parts: pd.DataFrame, names: Mapping[str, str], where: str, method: Method) -> str:
    """Say what makes the score of a region: rows of `index.contributions` at one level.

    `names`: of the indicators; `where`: of the region. `""` when the region has no score.
    """
    if parts.empty:
        return ""
    if method.aggregation.geometric("domaine"):
        return _MULTIPLIED
    ranked = records(parts.sort_values("part", ascending=False, kind="stable"))
    told = f"Le score {where} ({signed(float(parts['score'].iloc[0]), 2)}) est la somme des apports"
    if method.normalisation in _CENTRED:
        up = [row for row in ranked if row["part"] > 0][:_NAMED]
        down = [row for row in reversed(ranked) if row["part"] < 0][:_NAMED]
        sides = [("vers plus de fragilité", up), ("vers moins de fragilité", down)]
    else:
        sides = [("les plus forts", ranked[:_NAMED]), ("les plus faibles", ranked[::-1][:_NAMED])]
    said = [f"{side}, {_named(rows, names)}" for side, rows in sides if rows]
    return f"{told}\u202f: {joined(said)}."


def standing(row: Row, count: int, domain: str) -> list[str]:
    """Say what an indicator weighs among `count`, and whether it goes with the others of its domain."""
    share = percent(100 * row["share"], 1)
    weight = f"Un des {counted(count, 'indicateur', 'indicateurs')} du domaine «\u00a0{domain}\u00a0»"
    if row["agreement"] is None:
        return [f"{weight}, {share} de son poids."]
    told = f"{_STANDING[Link(row['link'])]} (corrélation des rangs\u202f: {number(row['agreement'], 2)})."
    return [f"{weight}, {share} de son poids.", told]


def table(
    rows: pd.DataFrame, values: pd.DataFrame, parts: pd.DataFrame, region: str, name: str
) -> pd.DataFrame:
    """Return one row an indicator: unit, year, direction, weight, link, France, then the chosen region.

    `rows`: `indicators.members`; `values`: `indicators.values`; `parts`: see `brought`, without rows when no
    region is chosen (`region`, its `name`: `""`) or when parts do not add up.
    """
    country = values.drop_duplicates("indicator_code").set_index("indicator_code")
    here = values[values["region_code"] == region].set_index("indicator_code")
    own = {row["indicator_code"]: row["part"] for row in records(parts)}
    found = []
    for row in records(rows):
        code = row["indicator_code"]
        told = records(country.loc[[code]])[0]
        line = {
            "Indicateur": plain(told["label"]),
            "Unité": typed(told["unit"]),
            "Année": told["year"] or "non publiée",
            "Sens": _HIGH if told["direction"] == 1 else _LOW,
            "Poids dans le domaine": percent(100 * row["share"], 1),
            "Avec les autres": link_words(row),
            "France": france_words(told),
        }
        if region:
            mine = records(here.loc[[code]])[0]
            line |= {name: figure_words(mine), "Rang": rank_words(mine)}
            line |= {"Apport au score": _part(own, code)} if own else {}
        found.append(line | {"Source": typed(told["source"]) or "non publiée"})
    return pd.DataFrame(found)


def inside(rows: pd.DataFrame, values: pd.DataFrame, parts: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return the indicators of a domain in one region, those that bring its score most first.

    Columns: Indicateur, Valeur, France, Rang, Apport au score (where `parts` add up: see `table`).
    """
    own = {row["indicator_code"]: row["part"] for row in records(parts)}
    told = values[(values["region_code"] == region) & values["indicator_code"].isin(rows["indicator_code"])]
    ranked = sorted(records(told), key=lambda row: -own.get(row["indicator_code"], float("-inf")))
    found = [
        {
            "Indicateur": ", ".join(filter(None, (plain(row["label"]), row["year"]))),
            "Valeur": figure_words(row),
            "France": france_words(row),
            "Rang": rank_words(row),
        }
        | ({"Apport au score": _part(own, row["indicator_code"])} if own else {})
        for row in ranked
    ]
    return pd.DataFrame(found)


def link_words(row: Row) -> str:
    """« + (0,92) »: the sign and the correlation of ranks, without one where there is no order."""
    sign = SIGNS[Link(row["link"])]
    return sign if row["agreement"] is None else f"{sign} ({number(row['agreement'], 2)})"


def rank_words(row: Row) -> str:
    """« 12ᵉ sur 13 régions », « sans rang »."""
    if row["rank"] is None:
        return "sans rang"
    return (
        f"{ordinal(int(row['rank']), feminine=True)} sur {counted(int(row['ranked']), 'région', 'régions')}"
    )


def _part(own: Mapping[str, float], code: str) -> str:
    return signed(own[code], 2) if code in own else "aucun"


def _named(rows: list[Row], names: Mapping[str, str]) -> str:
    return join(f"{quoted(names[row['indicator_code']])} ({signed(row['part'], 2)})" for row in rows)
