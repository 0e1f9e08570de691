"""The figures that count: who is there, what was chosen, which ranks were guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hall.book.steps import Kind, Step
from hall.stage.participants import ACTORS, GROUPS
from hall.stage.screen.view import Content, Row, Telling, View
from indicators.room.groups import heard
from readings.room import words
from wording.numbers import counted, number, ordinal

# A room reads so many lines from its last row; fewer under the truth, which comes first.
MOST, MOST_UNDER_TRUTH = 8, 5
# Counts go in fives: a step that a room can follow, and no difference of two of them is a small group.
_BY = 5


def at_least(count: int, singular: str, plural: str) -> str:
    """Say how many, in fives."""
    if count < _BY:
        return f"Moins de {_BY} {plural}"
    return f"Au moins {counted(count // _BY * _BY, singular, plural)}"


def present(made: View, counts: Mapping[str, int], asked: Sequence[str]) -> None:
    """Show who is there, in fives: who comes in, or leaves, is followed by nobody.

    Groups of five or more, the others `asked` named without a number.
    """
    groups = heard(counts)
    shown = {actor: groups[actor] // _BY * _BY for actor in GROUPS if actor in groups}
    top = max(shown.values(), default=1)
    made.rows = [
        Row(ACTORS[actor], (f"au moins {count}",), bar=100 * count / top)
        for actor, count in sorted(shown.items(), key=lambda one: -one[1])
    ]
    hidden = [GROUPS[actor] for actor in GROUPS if actor in asked and actor not in groups]
    if hidden:
        made.sentences = [f"Moins de cinq, ou personne\u202f: {', '.join(hidden)}."]


def _bars(
    counts: Mapping[str, int], names: Mapping[str, str], people: int, most: int, marked: tuple[str, ...] = ()
) -> list[Row]:
    """Draw how many chose each, the most first; ties in the order of the names."""
    order = list(names)
    shown = sorted(counts, key=lambda code: (-counts[code], order.index(code)))[:most]
    return _drawn(shown, counts, names, people, marked)


def _drawn(
    shown: Sequence[str],
    counts: Mapping[str, int],
    names: Mapping[str, str],
    people: int,
    marked: Sequence[str],
) -> list[Row]:
    top = max(counts.values(), default=1)
    return [
        Row(
            names[code],
            (f"{number(counts.get(code, 0), 0)} sur {number(people, 0)}",),
            bar=100 * counts.get(code, 0) / top,
            marked=code in marked,
        )
        for code in shown
    ]


def chosen(what: words.First, name: str) -> Telling:
    """Return what shows a choice: `what` came first, `name` where the subject holds what was proposed."""

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


def rank(made: View, step: Step, found: Content) -> None:
    """Count the guesses of each rank, and mark the one that the measures give."""
    truth(made, step, found, "")
    if found:
        ranks = [int(value) for value in found["values"]]
        counts = {str(rank): ranks.count(rank) for rank in sorted(set(ranks))}
        among = {str(rank): ordinal(rank, feminine=True) for rank in range(1, int(step.subject["parmi"]) + 1)}
        right = str(step.subject["valeur"])
        cited = sorted(counts, key=lambda rank: (-counts[rank], int(rank)))
        # The right one is shown, whoever guessed it; ranks stand in their order.
        shown = {right, *cited[: MOST_UNDER_TRUTH - (right not in cited[:MOST_UNDER_TRUTH])]}
        made.rows = _drawn(sorted(shown, key=int), counts, among, len(ranks), (right,))


def truth(made: View, step: Step, found: Content, symbol: str) -> None:
    """Put the published figure first, then what the room guessed (in `symbol`), then its source."""
    made.truth = str(step.subject["verite"])
    made.sentences = [words.ranked(found) if step.kind is Kind.RANK else words.guessed(found, symbol)]
    made.state = words.count(found)
    made.points = [(str(step.subject["detail"]), "")]
