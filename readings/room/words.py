"""The sentences of a room: what it chose, noted, guessed, each with how many people it rests on.

They are made of what `hall` keeps (`indicators.room` as plain dicts), long after the answers are erased.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import ceil, floor
from typing import Any, NamedTuple

from indicators.room.spread import FEW
from wording.lists import join
from wording.numbers import counted, number, ordinal
from wording.typography import quoted, uncapital

Content = Mapping[str, Any]


class First(NamedTuple):
    """What came first in a question: alone, at a tie, and each of those at a tie."""

    one: str
    many: str
    each: str = "chacun"


PRIORITY = First("la première priorité", "les premières priorités", "chacune")
DOMAIN = First("le domaine le plus cité", "les domaines les plus cités")
ACTOR = First("l’acteur le plus cité", "les acteurs les plus cités")
# More names than this are a list, not a finding.
_NAMED = 3
NOT_A_SAMPLE = (
    "Cette salle n’est pas un échantillon de la région\u202f: elle dit ce que pensent les personnes "
    "présentes."
)
NO_RANKS = "La salle n’a pas donné cinq notes à chaque domaine\u202f: ses rangs ne se calculent pas."
NOBODY = "Moins de cinq réponses dans chaque groupe\u202f: rien n’est montré."
_LEFT_OUT = "sans les groupes de moins de cinq, ni les réponses sans acteur"
_CAUTION = f"Moins de {FEW} réponses\u202f: à lire avec prudence."
_FEW = "Peu de réponses\u202f: chacune est montrée, aucun intervalle n’est donné."


def heard(found: Content, groups: Mapping[str, str]) -> str:
    """« 71 réponses : 40 citoyens et 31 maires. »; `groups`: their names in the plural, in order.

    Where others answered, that they are not there, never how many they are.
    """
    of_groups = found["groups"]
    said = [
        f"{number(of_groups[actor]['people'], 0)} {name}"
        for actor, name in groups.items()
        if actor in of_groups
    ]
    whole = counted(found["people"], "réponse", "réponses")
    # What an earlier version kept does not say it.
    if found.get("left_out"):
        return f"{whole} montrées\u202f: {join(said)}\u202f; {_LEFT_OUT}."
    return f"{whole}\u202f: {join(said)}." if len(said) > 1 else f"{whole}."


def titled(title: str, turn: int, turns: int) -> str:
    """« Vos trois priorités, 2ᵉ tour »; the title alone of what was asked once."""
    return title if turns == 1 else f"{title}, {ordinal(turn)} tour"


def count(found: Content) -> str:
    """« 84 réponses. », of guesses; nothing where nobody is heard."""
    return shown(counted(found["count"], "réponse", "réponses"), found) if found else ""


def shown(answers: str, found: Content) -> str:
    """« 84 réponses. », or why they are fewer than those who answered, where `found` leaves some out."""
    return f"{answers} montrées\u202f; {_LEFT_OUT}." if found.get("left_out") else f"{answers}."


def many(counts: Collection[int]) -> str:
    """« 84 », « 80 à 84 » when not everybody answered the whole question; there is at least one count."""
    low, high = min(counts), max(counts)
    return number(low, 0) if low == high else f"{number(low, 0)} à {number(high, 0)}"


def first(found: Content, names: Mapping[str, str], what: First) -> str:
    """Say what was chosen most: « « Emploi » est la première priorité de la salle : 40 réponses sur 84. ».

    Ties are all named.
    """
    if not found["people"]:
        return NOBODY
    most = max(found["counts"].values())
    top = [quoted(names[code]) for code in names if found["counts"].get(code) == most]
    share = f"{counted(most, 'réponse', 'réponses')} sur {number(found['people'], 0)}"
    if len(top) == 1:
        said = f"{top[0]} est {what.one} de la salle\u202f: {share}."
    elif len(top) > _NAMED:
        said = f"Rien ne se détache\u202f: {len(top)} choix à égalité, {share} chacun."
    else:
        said = f"{join(top)} sont à égalité {what.many} de la salle\u202f: {share} {what.each}."
    return f"{said} {_CAUTION}" if found["people"] < FEW else said


def noted(name: str, note: Content) -> str:
    """« « Santé » reçoit 7,4 sur 10 en moyenne ; la moitié des réponses au moins est entre 6 et 9. »."""
    half = _half(number(note["first_quarter"]), number(note["third_quarter"]))
    said = f"{quoted(name)} reçoit {number(note['mean'], 1)} sur 10 en moyenne\u202f; {uncapital(half)}."
    if note["low"] is None:
        return f"{said} {_FEW}"
    low, high = number(note["low"], 1), number(note["high"], 1)
    if low == high:
        return said
    return f"{said} Avec d’autres personnes du même public, la moyenne serait entre {low} et {high}."


def _half(low: str, high: str) -> str:
    return f"La moitié des réponses au moins est {low if low == high else f'entre {low} et {high}'}"


def guessed(found: Content, unit: str = "") -> str:
    """« La moitié des réponses au moins est entre 7 et 12 %, la médiane est 9 %. », as fine as guesses."""
    if not found:
        return NOBODY
    low, high, middle = (guess(found, found[name]) for name in ("first_quarter", "third_quarter", "median"))
    end = f"\u202f{unit}" if unit == "%" else ""
    told = f"{_half(low, high)}{end}"
    return f"{told}." if low == high else f"{told}, la médiane est {middle}{end}."


def guess(found: Content, value: float) -> str:
    """Write a number that the guesses give, with as many decimals as the finest of them, one at least."""
    most = max(len(f"{one:.4f}".rstrip("0").partition(".")[2]) for one in found["values"])
    return number(value, most=max(most, 1))


def ranked(found: Content) -> str:
    """« La moitié des réponses au moins va du 3ᵉ au 11ᵉ rang, la médiane est le 8ᵉ. »; a rank is whole."""
    if not found:
        return NOBODY
    # Of a room of before, a quarter may fall between two ranks.
    low, high = floor(found["first_quarter"]), ceil(found["third_quarter"])
    middle = sorted({floor(found["median"]), ceil(found["median"])})
    if low == high:
        return f"La moitié des réponses au moins est le {ordinal(low)} rang."
    said = " et le ".join(ordinal(rank) for rank in middle)
    where = f"la médiane est {'entre ' if len(middle) > 1 else ''}le {said}"
    return f"La moitié des réponses au moins va du {ordinal(low)} au {ordinal(high)} rang, {where}."


def highest(notes: Mapping[str, Content], most: int) -> list[str]:
    """Return the domains by their mean, the highest first, at most so many; ties as the edition orders."""
    return sorted(notes, key=lambda code: -round(notes[code]["mean"], 9))[:most]
