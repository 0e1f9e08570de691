"""What a participant answers: read from a form of unknown hands, against the step that asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hall.book.errors import BallotRefusedError
from hall.book.steps import Kind, Step

Form = Mapping[str, Sequence[str]]
Answer = dict[str, Any]

# The actors of the observatory, and who is none of them or would rather not say.
OTHER = "autre"
# Of who was handed a tablet and has not said who they are: neither counted nor able to answer.
NOBODY_YET = ""
ACTORS = ("citoyens", "entreprises", "associations", "maires", "elus_locaux")
PRIORITIES = 3
SCALE = range(11)
# A published figure has neither more digits nor another form.
_NUMBER = re.compile(r"[-\u2212]?\d{1,9}(?:[.,]\d{1,4})?")
_LONGEST_NUMBER = 40
# A share, in %.
_WHOLE = 100
_NO_OPINION = "sans-avis"
_NOTES = {str(note) for note in SCALE}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Ballot:
    """One answer. `device`: random, of this room alone; `person`: 1, more on a tablet that goes round."""

    room: str
    rank: int
    round: int
    device: str
    person: int
    actor: str
    answer: Answer


def read(step: Step, form: Form) -> Answer:
    """Return the answer of a form to a step; raises `BallotRefusedError`."""
    return _READERS[step.kind](step.subject, form)


def retained(step: Step, form: Form) -> Answer:
    """Return what a refused form holds, to be shown again: nobody ticks twice for one mistake."""
    known = step.subject.get("domaines", step.subject.get("acteurs", {}))
    notes = {code: _last(form, f"note-{code}") for code in known}
    return {
        "domaines": [code for code in form.get("domaine", ()) if code in known],
        "acteurs": [code for code in form.get("acteur", ()) if code in known],
        "notes": {code: int(note) for code, note in notes.items() if note in _NOTES},
        "sans_avis": [code for code, note in notes.items() if note == _NO_OPINION],
        "nombre": _last(form, "nombre")[:_LONGEST_NUMBER],
    }


def read_actor(form: Form, actors: Sequence[str]) -> str:
    """Return which of a room's actors a participant answers as, or `OTHER`; raises `BallotRefusedError`."""
    return _one(form, "acteur", (*actors, OTHER), "Choisissez en tant que qui vous répondez.")


def _priorities(subject: Mapping[str, Any], form: Form) -> Answer:
    chosen = list(dict.fromkeys(form.get("domaine", ())))
    if not chosen:
        raise BallotRefusedError("Choisissez une à trois priorités.")
    if len(chosen) > PRIORITIES:
        raise BallotRefusedError(f"Trois priorités au plus\u202f: vous en avez coché {len(chosen)}.")
    _all_known(chosen, subject["domaines"])
    return {"domaines": sorted(chosen)}


def _notes(subject: Mapping[str, Any], form: Form) -> Answer:
    """Read one note a domain; no note and « Sans avis » are the same: nobody's.

    « Sans avis » everywhere is an answer, a form that nobody touched is none.
    """
    given = {code: said for code in subject["domaines"] if (said := _last(form, f"note-{code}"))}
    if not given:
        raise BallotRefusedError("Donnez une note à un domaine au moins, ou dites «\u00a0Sans avis\u00a0».")
    notes = {code: said for code, said in given.items() if said != _NO_OPINION}
    if not _NOTES.issuperset(notes.values()):
        raise BallotRefusedError("Une note va de 0 à 10.")
    return {"notes": {code: int(note) for code, note in notes.items()}}


def _domain(subject: Mapping[str, Any], form: Form) -> Answer:
    return {"domaine": _one(form, "domaine", subject["domaines"], "Choisissez un domaine.")}


def _number(subject: Mapping[str, Any], form: Form) -> Answer:
    """Read a number; whoever writes its unit again, « 12 % », is understood."""
    given = _closed_up(_last(form, "nombre"))
    for unit in (subject["symbole"], subject["unite"]):
        given = given.removesuffix(_closed_up(unit).rstrip("."))
    if not _NUMBER.fullmatch(given):
        raise BallotRefusedError("Écrivez un nombre, par exemple 12 ou 12,5.")
    number = float(given.replace("\u2212", "-").replace(",", "."))
    # Of rooms of before nothing is known.
    if subject.get("part") and not 0 <= number <= _WHOLE:
        raise BallotRefusedError("Une part va de 0 à 100\u202f%.")
    return {"nombre": number}


def _rank(subject: Mapping[str, Any], form: Form) -> Answer:
    ranks = [str(rank) for rank in range(1, int(subject["parmi"]) + 1)]
    return {"rang": int(_one(form, "rang", ranks, "Choisissez un rang."))}


def _partners(subject: Mapping[str, Any], form: Form) -> Answer:
    chosen = list(dict.fromkeys(form.get("acteur", ())))
    if not chosen:
        raise BallotRefusedError("Choisissez au moins un acteur.")
    _all_known(chosen, subject["acteurs"])
    return {"acteurs": sorted(chosen)}


def _one(form: Form, name: str, known: Sequence[str] | Mapping[str, str], wanted: str) -> str:
    chosen = _last(form, name)
    if chosen not in known:
        raise BallotRefusedError(wanted)
    return chosen


def _all_known(chosen: Sequence[str], known: Mapping[str, str]) -> None:
    if not set(chosen) <= set(known):
        raise BallotRefusedError("Ce choix n’est pas dans la liste\u202f: rechargez la page.")


def _closed_up(text: str) -> str:
    return _SPACES.sub("", text).lower()


def _last(form: Form, name: str) -> str:
    given = form.get(name, ())
    return given[-1] if given else ""


_READERS: dict[Kind, Callable[[Mapping[str, Any], Form], Answer]] = {
    Kind.PRIORITIES: _priorities,
    Kind.NOTES: _notes,
    Kind.DOMAIN: _domain,
    Kind.NUMBER: _number,
    Kind.RANK: _rank,
    Kind.NEXT: _partners,
}
