"""The dictionary: what each indicator is, which way it is read, what it weighs, whom it covers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from indicators.plain_names import plain
from wording.numbers import counted, number, percent

DIRECTIONS = {1: "fragile si élevé", -1: "fragile si bas"}
PROFILE = "Profil des régions"
_REASONS = {
    "no_value": "aucune valeur par région n’est publiée",
    "no_direction": "le classeur ne dit pas dans quel sens le lire",
    "constant": "toutes les régions ont la même valeur",
}
_NONE, _SAME = "–", "le même"


def entries(
    catalogue: pd.DataFrame,
    domains: pd.DataFrame,
    missing: pd.DataFrame,
    weights: pd.DataFrame,
    regions: int,
) -> pd.DataFrame:
    """Return the dictionary in words, the domains in the observatory's order, then the profile.

    Frames of `indicators.structure` (catalogue, domains, missing_indicators) and `indicators.weights`;
    `regions`: how many there are. One kind of thing a column: Indicateur (plain name), Libellé publié, Code,
    Domaine, Sens, Unité, Erreur type (in the unit; left out when none is published), Année, Source,
    Régions, Poids (in its domain), Part du score.
    """
    rows = catalogue.merge(domains, on="domain_code", how="left", suffixes=("", "_of_domain"))
    rows = rows.sort_values("position", kind="stable", ignore_index=True)
    reasons = dict(zip(missing["indicator_code"], missing["reason"], strict=True))
    shares = _shares(rows, reasons, weights)
    told = [
        _entry(row, share, reasons.get(row["indicator_code"], ""), regions)
        for row, share in zip(rows.to_dict("records"), shares, strict=True)
    ]
    table = pd.DataFrame(told)
    return table if catalogue["standard_error"].notna().any() else table.drop(columns="Erreur type")


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


def _entry(row: Mapping[Hashable, Any], share: float | None, reason: str, regions: int) -> dict[str, str]:
    name, label = plain(row["label"]), str(row["label"])
    return {
        "Indicateur": name,
        "Libellé publié": _SAME if name == label else label,
        "Code": str(row["published_code"] or "").strip().rstrip(".") or _NONE,
        "Domaine": row["short_label"] if pd.notna(row["domain_code"]) else PROFILE,
        "Sens": DIRECTIONS.get(_direction(row["direction"]), _NONE),
        "Unité": _published(row["unit"]),
        "Erreur type": _error(row["standard_error"]),
        "Année": _published(row["year"]),
        "Source": _published(row["source"]),
        "Régions": f"{number(int(row['values_published']))} sur {regions}",
        "Poids": number(float(row["weight"])) if share is not None else _NONE,
        "Part du score": _share(share, reason),
    }


def _error(error: float | None) -> str:
    """Write a standard error with the two digits that say how large it is."""
    return "non publiée" if pd.isna(error) else number(float(f"{error:.2g}"))


def _published(words: str | None) -> str:
    text = "" if pd.isna(words) else str(words).strip()
    return text or "non publiée"


def _share(share: float | None, reason: str) -> str:
    if share is not None:
        return percent(100 * share, 2)
    return f"non compté\u202f: {_REASONS[reason]}" if reason else _NONE
