"""What a person's notes have in common with the measures, and where they part; never who is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readings.debate.voices import Rank, Survey
from wording.lists import join
from wording.numbers import ordinal
from wording.ranks import placed
from wording.typography import quoted

# What stands first on a list of sixteen: a third of it.
FIRST = 5
_COLON = "\u202f: "


@dataclass(frozen=True)
class Line:
    """One domain in words: its name, its note, the rank it gives, the measures, the surveys."""

    name: str
    note: str
    own: str
    measured: str
    felt: str


def places(notes: Mapping[str, int]) -> dict[str, int]:
    """Return the rank of each note, 1 the highest; equal notes share the better one."""
    return {code: 1 + sum(other > note for other in notes.values()) for code, note in notes.items()}


def sentences(notes: Mapping[str, int], measured: Mapping[str, Rank], names: Mapping[str, str]) -> list[str]:
    """Say what is first for both, then what is first for one and in the last half for the other."""
    own = places(notes)
    if len(own) < FIRST:
        return [f"Notez au moins cinq domaines\u202f: avec {len(own)}, rien ne se compare."]
    middle = len(measured) / 2
    both = [code for code in names if own.get(code, 99) <= FIRST and _first(measured, code)]
    worries = [
        code
        for code in names
        if own.get(code, 99) <= FIRST and code in measured and measured[code].rank > middle
    ]
    blind = [code for code in names if code in own and own[code] > len(own) / 2 and _first(measured, code)]
    said = [
        _said(both, names, "En commun", "parmi les premières fragilités pour vous et dans les mesures"),
        _said(worries, names, "Vous, plus que les mesures", "haut dans vos notes, bas dans les mesures"),
        _said(blind, names, "Les mesures, plus que vous", "haut dans les mesures, bas dans vos notes"),
    ]
    found = [one for one in said if one]
    return found or [
        "Vos premières fragilités et celles des mesures ne se touchent ni ne s’opposent nettement."
    ]


def lines(
    notes: Mapping[str, int],
    measured: Mapping[str, Rank],
    surveys: Sequence[Survey],
    names: Mapping[str, str],
    actors: Mapping[str, str],
) -> list[Line]:
    """Return the domains in the order of the notes, then those that were not noted."""
    own = places(notes)
    order = sorted(names, key=lambda code: (own.get(code, len(names) + 1), list(names).index(code)))
    return [
        Line(
            names[code],
            f"{notes[code]} sur 10" if code in notes else "sans avis",
            ordinal(own[code]) if code in own else "",
            _measured(measured.get(code)),
            "\u202f; ".join(_felt(one, code, actors) for one in surveys if code in one.ranks) or "non publié",
        )
        for code in order
    ]


def _first(measured: Mapping[str, Rank], code: str) -> bool:
    return code in measured and measured[code].rank <= FIRST


def _said(codes: Sequence[str], names: Mapping[str, str], title: str, what: str) -> str:
    return f"{title}{_COLON}{join(quoted(names[code]) for code in codes)}, {what}." if codes else ""


def _measured(rank: Rank | None) -> str:
    return "non mesuré" if rank is None else placed(rank.rank, rank.low, rank.high, feminine=False)


def _felt(survey: Survey, code: str, actors: Mapping[str, str]) -> str:
    low, high = survey.ranks[code]
    said = ordinal(low) if low == high else f"{ordinal(low)} ou {ordinal(high)}"
    return f"{actors[survey.actor]} ({survey.wave}), {said}"
