"""What the screen shows at a step: one finding, one figure, its source; no answer before its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from hall.stage.told import ACTORS, GROUPS, promise
from indicators.room.groups import heard
from readings.room import words
from wording.numbers import counted, number, ordinal
from wording.ranks import placed

Content = Mapping[str, Any]
Telling = Callable[["View", Step, Content], None]
# A room reads so many lines from its last row; fewer under the truth, which comes first.
MOST, MOST_UNDER_TRUTH, MOST_SIDE_BY_SIDE = 8, 5, 6
# Counts go in fives: a step that a room can follow, and no difference of two of them is a small group.
_BY = 5
_STATES = {
    StepState.PREPARED: "La question va s’ouvrir",
    StepState.OPEN: "La question est ouverte",
    StepState.CLOSED: "La question est close",
    StepState.REVEALED: "",
}


@dataclass(frozen=True)
class Mark:
    """Where a voice stands on its line, 0 to 100: a point, and the ends of what is known of it, or None."""

    voice: str
    at: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Row:
    """One line of a figure: its name, what is drawn, what is written behind, a column each."""

    label: str
    values: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    bar: float | None = None
    marked: bool = False


@dataclass
class View:
    """What the screen shows."""

    kind: str
    heading: str
    place: str = ""
    state: str = ""
    dark: bool = False
    truth: str = ""
    qr: str = ""
    address: str = ""
    code: str = ""
    people: str = ""
    sentences: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    legend: list[tuple[str, str]] = field(default_factory=list)
    points: list[tuple[str, str]] = field(default_factory=list)
    footer: list[str] = field(default_factory=list)


def view(room: Room, step: Step, found: Content | None, counts: Mapping[str, int]) -> View:
    """Return the screen of a step. `found`: what it gave, None before it is revealed; `counts`: by actor."""
    made = View(step.kind.value, str(step.subject["titre"]), dark=room.progress.dark)
    made.footer = list(room.footer)
    made.place = f"{step.rank + 1} / {len(room.progress.steps)}"
    made.state = _STATES[step.state] if step.asked else ""
    if room.progress.state is RoomState.ENDED:
        made.state = "Le débat est terminé"
    if step.kind is Kind.WELCOME:
        made.people = at_least(sum(counts.values()), "téléphone", "téléphones")
        made.sentences = [promise(room)]
    elif step.kind is Kind.PRESENT:
        _present(made, counts)
    elif step.asked and found is None:
        _asked(made, step, sum(counts.values()))
    else:
        _TOLD[step.kind](made, step, found or {})
    return made


def at_least(count: int, singular: str, plural: str) -> str:
    """Say how many, in fives."""
    if count < _BY:
        return f"Moins de {_BY} {plural}"
    return f"Au moins {counted(count // _BY * _BY, singular, plural)}"


def _asked(made: View, step: Step, count: int) -> None:
    """Show the question and what there is to choose, for those without a telephone."""
    made.sentences = [str(step.subject["question"])]
    if "echelle" in step.subject:
        made.sentences.append(str(step.subject["echelle"]))
    made.choices = list(step.subject.get("domaines", step.subject.get("acteurs", {})).values())
    if step.state is not StepState.PREPARED:
        made.people = at_least(count, "réponse", "réponses")


def _present(made: View, counts: Mapping[str, int]) -> None:
    groups = heard(counts)
    shown = {actor: groups[actor] for actor in GROUPS if actor in groups}
    made.rows = _bars(shown, ACTORS, sum(shown.values()), MOST)
    hidden = [GROUPS[actor] for actor in GROUPS if actor not in groups]
    if hidden:
        made.sentences = [f"Moins de cinq, ou personne\u202f: {', '.join(hidden)}."]


def _bars(
    counts: Mapping[str, int], names: Mapping[str, str], people: int, most: int, marked: tuple[str, ...] = ()
) -> list[Row]:
    """Draw how many chose each, the most first; ties in the order of the names."""
    order = list(names)
    shown = sorted(counts, key=lambda code: (-counts[code], order.index(code)))[:most]
    top = max(counts.values(), default=1)
    return [
        Row(
            names[code],
            (f"{number(counts[code], 0)} sur {number(people, 0)}",),
            bar=100 * counts[code] / top,
            marked=code in marked,
        )
        for code in shown
    ]


def _chosen(what: str, name: str) -> Telling:
    def tell(made: View, step: Step, found: Content) -> None:
        names, truth = step.subject[name], str(step.subject.get("verite", ""))
        made.truth = truth
        if not found["people"]:
            made.sentences = [words.NOBODY]
            return
        made.sentences = [words.first(found, names, what)]
        made.state = words.heard(found, GROUPS)
        most = MOST_UNDER_TRUTH if truth else MOST
        right = tuple(step.subject.get("justes", ()))
        made.rows = _bars(found["counts"], names, found["people"], most, right)

    return tell


def _number(made: View, step: Step, found: Content) -> None:
    """Put the room, the region and France on one line, which starts at 0 when none is under it."""
    subject, symbol = step.subject, str(step.subject["symbole"])
    _truth(made, step, found, symbol)
    if not found:
        return
    ends = [*found["values"], subject["valeur"], subject["france"]]
    low, high = min(0.0, *ends), max(ends)

    def at(figure: float) -> float:
        return 100 * (figure - low) / (high - low) if high > low else 0.0

    def told(figure: float) -> str:
        return f"{number(figure)}\u202f{symbol}" if symbol else number(figure)

    place, value = str(subject["lieu"]), subject["valeur"]
    half = Mark("salle", at(found["median"]), at(found["first_quarter"]), at(found["third_quarter"]))
    made.rows = [
        Row("La salle, moitié du milieu et médiane", (told(found["median"]),), (half,)),
        Row(place, (told(value),), (Mark("mesures", at(value)),), marked=True),
        Row("France", (told(subject["france"]),), (Mark("france", at(subject["france"])),)),
    ]


def _rank(made: View, step: Step, found: Content) -> None:
    """Count the guesses of each rank, and mark the one that the measures give."""
    _truth(made, step, found, "")
    if found:
        ranks = [int(value) for value in found["values"]]
        counts = {str(rank): ranks.count(rank) for rank in sorted(set(ranks))}
        among = {str(rank): ordinal(rank, feminine=True) for rank in range(1, int(step.subject["parmi"]) + 1)}
        right = str(step.subject["valeur"])
        made.rows = _bars(counts, among, len(ranks), MOST_UNDER_TRUTH, (right,))


def _truth(made: View, step: Step, found: Content, symbol: str) -> None:
    made.truth = str(step.subject["verite"])
    made.sentences = [words.guessed(found, symbol)]
    made.points = [(str(step.subject["detail"]), "")]


def _noted(made: View, step: Step, found: Content) -> None:
    names, notes = step.subject["domaines"], found["whole"]["notes"]
    order = words.highest(notes, MOST)
    made.sentences = [words.noted(names[order[0]], notes[order[0]])] if order else [words.NOBODY]
    made.columns = ["moyenne"]
    made.legend = [("salle", "moitié du milieu des réponses, moyenne")] if order else []
    made.rows = [
        Row(
            names[code],
            (f"{number(notes[code]['mean'], 1)} sur 10",),
            (
                Mark(
                    "salle",
                    10 * notes[code]["mean"],
                    10 * notes[code]["first_quarter"],
                    10 * notes[code]["third_quarter"],
                ),
            ),
        )
        for code in order
    ]


def _mirrored(made: View, step: Step, found: Content) -> None:
    """Put the room's ranks beside those of the measures and of each survey: side by side, never mixed."""
    places, subject = found["whole"]["places"], step.subject
    made.sentences = [words.NOT_A_SAMPLE]
    if not places:
        made.sentences.insert(0, words.NO_RANKS)
        return
    order = sorted(places, key=lambda code: places[code]["rank"])[:MOST_SIDE_BY_SIDE]
    surveys = subject["enquetes"]
    made.columns = ["salle", "mesures", *(f"{ACTORS[one['acteur']]} {one['vague']}" for one in surveys)]
    made.legend = [("salle", "la salle"), ("mesures", "les mesures")]
    made.rows = [_side_by_side(subject, code, places[code]) for code in order]


def _side_by_side(subject: Content, code: str, place: Content) -> Row:
    among = max(len(subject["domaines"]) - 1, 1)

    def at(rank: float) -> float:
        return 100 * (rank - 1) / among

    voices = {"salle": place, "mesures": subject["mesures"].get(code)}
    marks = tuple(
        Mark(voice, at(one["rank"]), *(None if one[end] is None else at(one[end]) for end in ("low", "high")))
        for voice, one in voices.items()
        if one
    )
    felt = (one["rangs"].get(code) for one in subject["enquetes"])
    told = (
        *(_placed(one) for one in voices.values()),
        *(placed(rank[0], rank[0], rank[1], feminine=False) if rank else "non publié" for rank in felt),
    )
    return Row(subject["domaines"][code], told, marks)


def _placed(place: Content | None) -> str:
    """Write a rank in a column: « 3ᵉ (1-8) »."""
    if place is None:
        return "non mesuré"
    said = placed(place["rank"], place["rank"], place["rank"], feminine=False)
    low, high = place["low"], place["high"]
    return said if low is None or low == high else f"{said} ({low}\u2013{high})"


def _points(made: View, step: Step, _found: Content) -> None:
    made.points = [(text, detail) for text, detail in step.subject["points"]]


_TOLD: dict[Kind, Telling] = {
    Kind.PRIORITIES: _chosen("la première priorité", "domaines"),
    Kind.DOMAIN: _chosen("le domaine le plus cité", "domaines"),
    Kind.NEXT: _chosen("l’acteur le plus cité", "acteurs"),
    Kind.NUMBER: _number,
    Kind.RANK: _rank,
    Kind.NOTES: _noted,
    Kind.MIRROR: _mirrored,
    Kind.VIEW: _points,
}
