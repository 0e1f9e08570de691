"""The findings of the page of the alliances, in French sentences."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from readings.alliances.kinds import KINDS, UNSAID
from readings.alliances.selection import by_department, most_named
from readings.alliances.topics import named
from wording.lists import join, joined
from wording.numbers import counted

# How many domains or kinds are named in a sentence.
_NAMED = 3
# What is counted: one of them, several as often as one another, several of which some more often.
_ALSO = ("Aussi rangée dans", "Aussi rangées dans", "Aussi rangées dans")
_DOMAINS = ("Domaine cité", "Domaines cités", "Domaines les plus cités")
_KINDS = ("Nature citée", "Natures citées", "Natures les plus citées")


def title(found: pd.DataFrame, theme: str, where: str) -> str:
    """Say how many initiatives are shown: « Mobilité en Île-de-France : 2 initiatives citées… ».

    `theme`: short label of the domain or `""`; `where`: « en Bretagne » or `""`.
    """
    subject = " ".join(part for part in (theme or "Agir ensemble", where) if part)
    if found.empty:
        return f"{subject}\u202f: aucune initiative citée par les documents"
    count = counted(len(found), "initiative citée", "initiatives citées")
    places = len(by_department(found))
    spread = counted(places, "département", "départements") if places else "aucun département précisé"
    return f"{subject}\u202f: {count} par les documents, {'dans ' if places else ''}{spread}"


def reading(found: pd.DataFrame, domains: Mapping[str, str], theme: str) -> list[str]:
    """Say what the shown initiatives are about, besides the chosen domain, and what they are."""
    about = [item for item in most_named(found, "domain_codes") if item[0] != theme]
    words = _ALSO if theme else _DOMAINS
    said = [_most(words, about, domains)]
    kinds = [item for item in most_named(found, "kind") if item[0] != UNSAID]
    said.append(_most(_KINDS, kinds, KINDS))
    outside = int((found["domain_codes"].str.len() == 0).sum())
    if outside:
        said.append(
            f"{counted(outside, 'initiative n’est rangée', 'initiatives ne sont rangées')} dans aucun des "
            "16 domaines."
        )
    return [text for text in said if text]


def unplaced(found: pd.DataFrame) -> list[str]:
    """Name the initiatives without department: they are listed, never put on the map."""
    names = [named(name) for name in found.loc[found["department_codes"].str.len() == 0, "name"]]
    if not names:
        return []
    count = counted(len(names), "initiative sans département publié", "initiatives sans département publié")
    return [f"Hors de la carte, {count}\u202f: {joined(names)}."]


def kept_out(count: int) -> list[str]:
    """Say how many initiatives have a doubtful reading."""
    if not count:
        return []
    said = counted(
        count,
        "autre initiative, lue avec un doute, est tenue",
        "autres initiatives, lues avec un doute, sont tenues",
    )
    return [f"{said} à l’écart jusqu’à vérification (France entière, tous domaines)."]


def alternative(heading: str, rows: pd.DataFrame) -> str:
    """Say the finding of a figure, then each of its numbers."""
    listed = joined(
        ", ".join(part for part in parts if part) + f"\u202f: {text}"
        for *parts, text in rows[["panel", "note", "label", "text"]].itertuples(index=False)
    )
    return f"{heading}. Barres\u202f: {listed}."


def map_alternative(heading: str, counts: pd.DataFrame, departments: Mapping[str, str]) -> str:
    """Say the finding of the map, then each department with its number of initiatives."""
    listed = joined(
        f"{departments[code]} {count}"
        for code, count in zip(counts["department_code"], counts["count"], strict=True)
    )
    return f"{heading}. Carte des départements\u202f: {listed or 'aucun département'}."


def _most(words: tuple[str, str, str], counts: list[tuple[str, int]], labels: Mapping[str, str]) -> str:
    """« Natures les plus citées : … »; « most » only when some are less cited, and who ties with the last."""
    if not counts:
        return ""
    same = len({count for _, count in counts}) == 1
    start = words[0] if len(counts) == 1 else words[1] if same else words[2]
    shown, left = counts[:_NAMED], counts[_NAMED:]
    listed = [f"{labels[code]} ({count})" for code, count in shown]
    tied = sum(count == shown[-1][1] for _, count in left)
    if tied:
        listed.append(f"{counted(tied, 'autre', 'autres')} à égalité ({shown[-1][1]})")
    return f"{start}\u202f: {join(listed)}."


def tooltip(names: tuple[str, ...]) -> str:
    """« 2 initiatives : Ronalpia ; Cent Sept »."""
    count = counted(len(names), "initiative", "initiatives")
    return f"{count}\u202f: {joined(named(name) for name in names)}"


def published_for(figures: pd.DataFrame, regions: Mapping[str, str]) -> str:
    """Name the regions that have a figure on alliances: `""` when none has."""
    codes = {code for several in figures["region_codes"] for code in several}
    named = join(name for code, name in regions.items() if code in codes)
    return f"Des chiffres par région existent pour\u202f: {named}." if named else ""
