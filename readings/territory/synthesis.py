"""The synthesis: strongest and weakest domains, blind spots and worries, similar regions, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pandas as pd

from indicators.plain_names import plain
from indicators.rows import Row, records
from indicators.similarity import Basis
from readings.alliances.topics import named
from readings.phrases.likeness import BASES, compared
from readings.phrases.reach import with_reach
from readings.phrases.words import nth, of
from wording.lists import join, joined
from wording.numbers import counted, number, percent
from wording.perimeter import perimeter
from wording.ranks import placed_of_domains, placed_of_regions
from wording.typography import quoted, typed

_ABSENT = {"missing", "not_available"}
_SIDES = {"fragilite": "Parmi les plus fragiles", "force": "Parmi les moins fragiles"}
_QUADRANTS = {"angle_mort": "Angle mort", "inquietude": "Inquiétude"}
# Over this share of the usual distance, in percent, the most similar region is told as not close.
_CLOSE = 67
_DEGREE = "Entre parenthèses, la distance\u202f: 100\u202f% est celle, habituelle, de deux régions."
OFFERS = {
    Basis.PROFILE: "Comparer à ces régions de même profil",
    Basis.DOMAINS: "Comparer à ces régions aux mêmes fragilités",
}


def strength_table(
    strengths: pd.DataFrame,
    labels: Mapping[str, str],
    reach: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """Return the most and the least fragile domains: Côté, Domaine, Rang parmi les régions (interval).

    `strengths`: see `indicators.results`; in the order of the ranks, said by `wording.reading.STRENGTHS`;
    `reach`: what absent values could make of each, by domain.
    """
    rows = []
    for row in records(strengths):
        said = placed_of_regions(row["rank"], row["low"], row["high"], row["ranked"])
        said = with_reach(said, reach.get(row["domain_code"]))
        rows.append((_SIDES[row["side"]], labels[row["domain_code"]], said))
    return pd.DataFrame(rows, columns=["Dans la région", "Domaine", "Rang parmi les régions"])


def spot_sentences(
    spots: Mapping[str, pd.DataFrame], labels: Mapping[str, str], actors: Mapping[str, str]
) -> list[str]:
    """Say the blind spots then the worries of one region, strongest first, for each actor.

    `spots`: rows of `indicators.quadrants.spots` of the region, by actor; `actors`: « les citoyens ».
    """
    told = []
    for actor, rows in spots.items():
        inside = rows[rows["among"] == "domaines"]
        for quadrant, head in _QUADRANTS.items():
            here = inside[inside["quadrant"] == quadrant]
            for wave, found in here.groupby("wave", sort=False):
                named = _named(found.drop_duplicates("domain_code"), labels)
                told.append(f"{head} {of(actors[actor])} ({wave})\u202f: {named}.")
    return told


def unnamed_sentences(
    unnamed: Mapping[str, pd.DataFrame], labels: Mapping[str, str], actors: Mapping[str, str]
) -> list[str]:
    """Say what is measured high and not named by a published top list: a bound, not a rank."""
    told = []
    for actor, rows in unnamed.items():
        found = rows[rows["stated_sign"] == "negative"].drop_duplicates("domain_code")
        if not found.empty:
            cases = (
                f"{quoted(labels[row['domain_code']])} (mesuré {placed_of_domains(*_place(row))}, "
                f"ressenti {nth(row['perceived_rank_low'])} au mieux)"
                for row in records(found)
            )
            waves = join(found["wave"].unique())
            told.append(f"Mesuré plus haut que cité par {actors[actor]} ({waves})\u202f: {join(cases)}.")
    return told


def similar_sentence(similar: pd.DataFrame, names: Mapping[str, str], basis: Basis) -> str:
    """« … par le profil : Normandie (38 %)… ; 7 dimensions comparées. Entre parenthèses, la distance… ».

    The degree is the distance to the region, as a share of the usual one between two regions.
    """
    if similar.empty:
        return f"Régions semblables {BASES[basis]}\u202f: trop peu de chiffres pour comparer."
    degrees = 100 * similar["distance"] / similar["usual"]
    named = join(
        f"{names[code]} ({percent(degree, 0)})"
        for code, degree in zip(similar["region_code"], degrees, strict=True)
    )
    common = compared(int(similar["common"].min()), int(similar["dimensions"].max()), basis)
    none = " Aucune n’est vraiment proche." if degrees.min() > _CLOSE else ""
    return f"Régions semblables {BASES[basis]}\u202f: {named}\u202f; {common}. {_DEGREE}{none}"


def initiative_table(initiatives: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return the initiatives placed in a region: Initiative, Description, Département, Date, Source."""
    # Typed: without any initiative a list would select no column at all.
    here = initiatives[initiatives["region_codes"].map(lambda codes: region in codes).astype("bool")]
    told = {
        head: [typed(text or "") for text in here[name]]
        for head, name in (
            ("Description", "description"),
            ("Département", "department_label"),
            ("Date", "dated"),
            ("Source", "source"),
        )
    }
    return pd.DataFrame({"Initiative": list(map(named, here["name"]))} | told)


def sheet_table(initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return the same (`initiative_table`) in what a sheet of paper has room for: Initiative, Précisions."""
    told = [joined(filter(None, details)) for _, *details in initiatives.itertuples(index=False)]
    return initiatives[["Initiative"]].assign(Précisions=told)


def unpublished(
    card: pd.DataFrame, lines: pd.DataFrame, felt: Mapping[str, int], domain_count: int
) -> list[str]:
    """Say what is not published for the region; `felt`: domains with a figure, by actor (« Citoyens »)."""
    missing = card.loc[card["status"].isin(_ABSENT), "label"]
    unranked = lines[lines["rank"].isna()].groupby("short_label", sort=False)["status"]
    named: dict[bool, list[str]] = {True: [], False: []}
    for label, statuses in unranked:
        named[set(statuses) <= _ABSENT].append(quoted(str(label)))
    told = []
    if not missing.empty:
        told.append(f"Carte d’identité\u202f: {join(quoted(plain(label)) for label in missing)}.")
    if named[True]:
        told.append(f"Domaines sans rang\u202f: {join(named[True])}.")
    if named[False]:
        # Every region alike, a range, no direction: the value is there.
        told.append(f"Domaines publiés, mais sans rang\u202f: {join(named[False])}.")
    silent = [f"les {actor.lower()}" for actor, count in felt.items() if not count]
    if silent:
        told.append(f"Ressenti\u202f: aucun domaine pour {join(silent)}.")
    for actor, count in felt.items():
        if 0 < count < domain_count:
            absent = counted(domain_count - count, "domaine", "domaines")
            told.append(
                f"{actor}\u202f: {absent} sur {number(domain_count, 0)} sans rien de publié pour la région."
            )
    return told


def _place(row: Row) -> Iterator[int]:
    ends = ("objective_rank", "objective_rank_low", "objective_rank_high", "objective_ranked")
    return (int(row[end]) for end in ends)


def _named(rows: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Name each domain, with the territory its own figure was asked on when that is no region of today."""
    places = [perimeter(text) for text in rows["perimeter"]]
    domains = [quoted(labels[code]) for code in rows["domain_code"]]
    if len(set(places)) == 1:
        return ", ".join(filter(None, [join(domains), places[0]]))
    return joined(
        f"{name}, {where or 'la région elle-même'}" for name, where in zip(domains, places, strict=True)
    )
