"""The dictionary: what each indicator is, which way it is read, what it weighs, whom it covers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.plain_names import plain
from wording.numbers import counted, number, percent
from wording.typography import quoted

DIRECTIONS = {1: "plus c’est haut, plus c’est fragile", -1: "plus c’est bas, plus c’est fragile"}
PROFILE = "Profil des régions"
_REASONS = {
    "no_value": "aucune valeur par région n’est publiée",
    "no_direction": "le classeur ne dit pas dans quel sens le lire",
    "constant": "toutes les régions ont la même valeur",
}
# Lines of a table that is read as a whole.
_HELD = 30
_NOT_SCORED = "ne compte dans aucun score"


@dataclass(frozen=True, slots=True)
class Group:
    """One table of the dictionary: its heading (axis, domain or profile) and its rows in words.

    `of_domain`: where the table of its axis would be too long to be read.
    """

    heading: str
    rows: pd.DataFrame
    of_domain: bool = False


def entries(
    catalogue: pd.DataFrame,
    domains: pd.DataFrame,
    missing: pd.DataFrame,
    weights: pd.DataFrame,
    regions: int,
) -> tuple[Group, ...]:
    """Return the dictionary in words, the axes in the observatory's order, then the profile.

    The domains instead of the axes, where an axis has more than a table holds.

    Frames of `indicators.structure` (catalogue, domains, missing_indicators) and `indicators.weights`;
    `regions`: how many there are. Rows: Indicateur (plain name, published label and code), Sens, Précisions.
    """
    rows = catalogue.merge(domains, on="domain_code", how="left", suffixes=("", "_of_domain"))
    reasons = dict(zip(missing["indicator_code"], missing["reason"], strict=True))
    shares = _shares(rows, reasons, weights)
    by_domain = rows["axis_label_of_domain"].value_counts().max() > _HELD
    kind, axes = ("short_label", "short_label") if by_domain else ("axis_label_of_domain", "axis_label")
    shown = pd.DataFrame(
        {
            "group": rows[kind].fillna(PROFILE),
            "Indicateur": [_name(row) for row in rows.to_dict("records")],
            "Sens": [DIRECTIONS.get(_direction(row), _NOT_SCORED) for row in rows["direction"]],
            "Précisions": [
                _details(row, share, reasons.get(row["indicator_code"], ""), regions)
                for row, share in zip(rows.to_dict("records"), shares, strict=True)
            ],
        }
    )
    order = [*dict.fromkeys(domains[axes]), PROFILE]
    return tuple(
        Group(heading, _of(shown, heading), of_domain=by_domain and heading != PROFILE)
        for heading in order
        if (shown["group"] == heading).any()
    )


def _of(shown: pd.DataFrame, heading: str) -> pd.DataFrame:
    return shown[shown["group"] == heading].drop(columns="group").reset_index(drop=True)


def finding(catalogue: pd.DataFrame, missing: pd.DataFrame) -> str:
    """Count in a title what measures the domains and what only describes the regions."""
    inside = catalogue["domain_code"].notna()
    without = len(missing)
    last = f", dont {number(without)} sans aucun chiffre" if without else ""
    return (
        f"{counted(len(catalogue), 'indicateur', 'indicateurs')}\u202f: {int(inside.sum())} mesurent "
        f"les domaines{last}, {int((~inside).sum())} décrivent le profil des régions"
    )


def finding_here(values: pd.DataFrame, where: str) -> str:
    """Count in a title the measures of the domains that have a value in one region (`where`: « en Corse »).

    `values`: the rows of `values.region_values` of that region, of all the domains.
    """
    known = int(values["status"].isin(["value", "range"]).sum())
    told = f"indicateurs des domaines {'ont' if known > 1 else 'a'} une valeur publiée {where}"
    return f"{known} des {len(values)}\u00a0{told}"


def _shares(rows: pd.DataFrame, reasons: dict[str, str], weights: pd.DataFrame) -> list[float | None]:
    """Share of each indicator in the overall score of a region that has them all; None for the profile."""
    scored = rows["domain_code"].notna() & ~rows["indicator_code"].isin(list(reasons))
    own = rows["weight"].where(scored, 0.0)
    total = own.groupby(rows["domain_code"]).transform("sum")
    domain = rows["domain_code"].map(dict(zip(weights["domain_code"], weights["weight"], strict=True)))
    share = (domain * own / total).where(scored)
    return [None if missing else float(value) for value, missing in zip(share, share.isna(), strict=True)]


def _direction(value: int | None) -> int:
    return 0 if pd.isna(value) else int(value)


def _name(row: Mapping[Hashable, Any]) -> str:
    """« Taux de chômage. Publié : « Taux de chomage » (Freco.1) »: our name, then the workbook's."""
    name, label = plain(row["label"]), str(row["label"])
    code = f" ({str(row['published_code']).strip().rstrip('.')})" if row["published_code"] else ""
    return f"{name}{code}" if name == label else f"{name}. Publié\u202f: {quoted(label)}{code}"


def _details(row: Mapping[Hashable, Any], share: float | None, reason: str, regions: int) -> str:
    """« Domaine : Emploi. Unité : %. Année : 2019 (T1). Source : COMISIS OW. 13 régions sur 13. … »."""
    published = [
        _said(kind, row[column])
        for kind, column in (("Unité", "unit"), ("Année", "year"), ("Source", "source"))
    ]
    parts = [
        _said("Domaine", row["short_label"]) if pd.notna(row["domain_code"]) else "",
        *published,
        _covered(int(row["values_published"]), regions),
        f"Ne compte pas\u202f: {_REASONS[reason]}." if reason else "",
        "" if share is None else _weighs(float(row["weight"]), share),
    ]
    return " ".join(part for part in parts if part)


def _said(kind: str, words: str | None) -> str:
    """« Unité : t/hab. », « Source non publiée. » (each kind is feminine but the first, always known)."""
    text = "" if pd.isna(words) else str(words).strip().rstrip(".")
    return f"{kind}\u202f: {text}." if text else f"{kind} non publiée."


def _weighs(weight: float, share: float) -> str:
    return (
        f"Poids dans son domaine\u202f: {number(weight)}, soit {percent(100 * share, 2)} du score d’ensemble."
    )


def _covered(count: int, regions: int) -> str:
    if not count:
        return "Aucune valeur par région."
    return f"{counted(count, 'région', 'régions')} sur {regions}."
