"""Two rooms side by side, in words: per actor, on the questions that both were asked in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hall.book.errors import RoomError
from hall.stage.kept.given_back import Given
from hall.stage.kept.surveys import NOTES, PRIORITIES
from hall.stage.participants import GROUPS
from indicators.room.compared import Difference, compared
from wording import mentions
from wording.numbers import number, signed
from wording.typography import capital

SENTENCES = (
    (
        "Deux salles ne sont pas deux échantillons\u202f: l’écart dit ce qui sépare les personnes présentes, "
        "non les régions."
    ),
    (
        "Elles ne s’additionnent pas, et ne se comparent pas dans leur ensemble\u202f: elles ne sont pas "
        "faites des mêmes acteurs."
    ),
    (
        "Un intervalle n’est donné qu’à partir de 30 réponses de chaque côté\u202f; s’il contient 0, l’écart "
        "peut être nul."
    ),
)
_SAME = "C’est deux fois la même salle\u202f: donnez-en deux."
_NOTHING = (
    "Aucun acteur n’a donné cinq réponses dans les deux salles à une question posée dans les mêmes "
    "mots\u202f: rien ne se compare."
)
_SUBJECTS = {NOTES: "note de fragilité sur 10", PRIORITIES: "part qui en fait une priorité, en %"}
_DECIMALS = {NOTES: 1, PRIORITIES: 0}


@dataclass(frozen=True)
class Table:
    """What one actor says in both rooms. `rows`: domain, first room, second room, difference."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Comparison:
    """Two rooms, in words. `left`: the questions that were not asked in the same words."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    left: str


def comparison(one: Given, other: Given) -> Comparison:
    """Compare two rooms; raises `RoomError` for a room with itself."""
    if one.name == other.name:
        raise RoomError(_SAME)
    names = [_told(room) for room in (one, other)]
    tables = tuple(table for name in _SUBJECTS for table in _tables(name, one, other))
    fictional = [mentions.NOT_MEASURED] * (one.fictional or other.fictional)
    return Comparison(
        title=" et ".join(names),
        sentences=(*fictional, *(SENTENCES if tables else [_NOTHING])),
        tables=tables,
        left=_left(one, other),
    )


def _tables(name: str, one: Given, other: Given) -> Iterator[Table]:
    same = [code for code in one.wordings[name] if _asked(one, name, code) == _asked(other, name, code)]
    found = compared(one.answers[name], other.answers[name], same)
    for actor in GROUPS:
        if actor in found:
            rows = tuple(_row(one.names[code], told, _DECIMALS[name]) for code, told in found[actor].items())
            heads = ("Domaine", one.name, other.name, "Écart")
            yield Table(f"{capital(GROUPS[actor])}\u202f: {_SUBJECTS[name]}", heads, rows)


def _row(name: str, told: Difference, decimals: int) -> tuple[str, ...]:
    each = (
        f"{number(mean, decimals)} ({number(count, 0)})"
        for mean, count in zip(told.means, told.counts, strict=True)
    )
    said = signed(told.difference, decimals)
    if told.low is not None and told.high is not None:
        said += f", entre {signed(told.low, decimals)} et {signed(told.high, decimals)}"
    return (name, *each, said)


def _asked(room: Given, name: str, code: str) -> tuple[str, str] | None:
    """Return what a room was asked of a domain; None when it was not."""
    wording = room.wordings[name].get(code)
    return None if wording is None else (room.names[code], wording)


def _left(one: Given, other: Given) -> str:
    """Name the domains that both were asked, in other words."""
    left = {
        one.names[code]
        for name in _SUBJECTS
        for code in one.wordings[name]
        if code in other.wordings[name] and _asked(one, name, code) != _asked(other, name, code)
    }
    return (
        f"Laissé de côté, faute d’une question posée dans les mêmes mots\u202f: {', '.join(sorted(left))}."
        if left
        else ""
    )


def _told(room: Given) -> str:
    """« Salle KX7M4P (Lille, Hauts-de-France, 2027-01-15) »."""
    where = ", ".join(dict.fromkeys((room.title, room.place, room.date)))
    return f"{room.name} ({where})"
