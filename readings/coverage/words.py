"""What is published, in words: the finding, and a table for each picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.coverage.cells import Published
from readings.phrases.words import regions
from wording.lists import join, joined
from wording.numbers import counted, number
from wording.perimeter import asked_territory
from wording.typography import quoted

_NOTHING = "–"
SAID = {
    str(Published.REGION): "publié par région",
    str(Published.COUNTRY): "publié pour la France seulement",
    str(Published.NOTHING): "non publié",
}


def title(cells: pd.DataFrame) -> str:
    """« Ressenti : 28 croisements publiés par région sur 1 040 (acteur × région × domaine) »."""
    known = int((cells["published"] == Published.REGION).sum())
    told = counted(known, "croisement publié", "croisements publiés")
    every = f"sur {number(len(cells), 0)} (acteur × région × domaine)"
    return f"Ressenti\u202f: {told} par région {every}"


def here(cells: pd.DataFrame, known: Vocabulary, region: str) -> tuple[str, str]:
    """Say in a title how much is published for one region, then of whom and on what, in a sentence."""
    mine = cells[(cells["region_code"] == region) & (cells["published"] == Published.REGION)]
    count, where = mine["domain_code"].nunique(), known.names[region].name_in
    told = counted(count, "domaine publié", "domaines publiés") if count else "aucun domaine publié"
    listed = [
        f"{known.actors[str(actor)]} ({_listed(rows['domain_code'], known)})"
        for actor, rows in mine.groupby("actor_code", sort=False)
    ]
    title = f"Ressenti {where}\u202f: {told} sur {number(len(known.domains), 0)}, un acteur au moins"
    return title, f"Publié {where}\u202f: {joined(listed)}." if listed else ""


def _listed(codes: pd.Series[str], known: Vocabulary) -> str:
    """Name the domains, all of them by their number: sixteen names for each actor are not read."""
    if len(codes) == len(known.domains):
        return f"les {counted(len(codes), 'domaine', 'domaines')}"
    return join(known.domains[str(code)] for code in codes)


def actor_title(cells: pd.DataFrame, label: str) -> str:
    """« Citoyens : 9 domaines sur 16 par région, 3 pour la France seulement »; `cells`: of one actor."""
    best = cells.groupby("domain_code", sort=False)["published"].agg(set)
    local = int(sum(Published.REGION in found for found in best))
    country = int(sum(Published.COUNTRY in found and Published.REGION not in found for found in best))
    total = f"sur\u00a0{number(len(best), 0)}"
    if not local and not country:
        return f"{label}\u202f: aucun domaine publié {total}"
    told = f"{counted(local, 'domaine', 'domaines') if local else 'aucun domaine'} {total} par région"
    alone = number(country, 0) if country else "aucun"
    return f"{label}\u202f: {told}, {alone} pour la France seulement"


def counts(cells: pd.DataFrame, measured: Mapping[str, int], labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain x column: what is measured, then each actor.

    Columns: domain_code, column (label), published, regions (how many have a figure).
    `measured`: regions with a measured value, by domain; `labels`: of the actors, by code.
    """
    found = [
        {
            "domain_code": code,
            "column": "Mesuré",
            "regions": count,
            "published": str(Published.REGION if count else Published.NOTHING),
        }
        for code, count in measured.items()
    ]
    for (actor, domain), rows in cells.groupby(["actor_code", "domain_code"], sort=False):
        local = int((rows["published"] == Published.REGION).sum())
        best = str(Published.REGION) if local else rows["published"].iloc[0]
        label = labels[str(actor)]
        found.append({"domain_code": domain, "column": label, "regions": local, "published": best})
    return pd.DataFrame(found)


def counts_table(found_counts: pd.DataFrame, domains: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain: Domaine, Par région, Pour la France seulement."""
    rows = []
    for code, found in found_counts.groupby("domain_code", sort=False):
        local = found[found["published"] == Published.REGION]
        pairs = zip(local["column"], local["regions"], strict=True)
        told = [f"{column} ({regions(count)})" for column, count in pairs]
        country = found.loc[found["published"] == Published.COUNTRY, "column"]
        rows.append((domains[str(code)], join(told) or _NOTHING, join(country) or _NOTHING))
    return pd.DataFrame(rows, columns=["Domaine", "Par région", "Pour la France seulement"])


def actor_table(cells: pd.DataFrame, domains: Mapping[str, str], names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a domain: Domaine, Publié, Enquêtes, Périmètre de l’enquête; `cells`: of one actor."""
    rows = [
        (
            domains[str(code)],
            _where(found, names),
            join(_each(found["waves"])),
            join(map(quoted, map(asked_territory, _each(found["perimeters"])))),
        )
        for code, found in cells.groupby("domain_code", sort=False)
    ]
    return pd.DataFrame(rows, columns=["Domaine", "Publié", "Enquêtes", "Périmètre de l’enquête"])


def _where(found: pd.DataFrame, names: Mapping[str, str]) -> str:
    local = found.loc[found["published"] == Published.REGION, "region_code"]
    if len(local) == len(found):
        return f"les {regions(len(found))}"
    if len(local):
        return join(names[code] for code in local)
    return "France seulement" if found["published"].iloc[0] == Published.COUNTRY else "non publié"


def _each(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(name for names in lists for name in names))
