"""The figures on a scale: a number that was guessed, the notes, the ranks side by side."""

from __future__ import annotations

from collections.abc import Mapping

from hall.book.steps import Step
from hall.stage.screen.counts import MOST, truth
from hall.stage.screen.view import Content, Mark, Row, View
from readings.room import words
from readings.room.mirror_words import heard
from wording.numbers import number

_HALF = "la moitié des réponses au moins, et la moyenne"
_EVERY = "chaque réponse, et la moyenne"
_EVERY_OR_HALF = "la moitié au moins, ou chaque réponse sous trente\u202f; la moyenne"
_ENDS = ("0, pas fragile du tout", "10, très fragile")


def guessed(made: View, step: Step, found: Content) -> None:
    """Put the room, the region and France on one line, which starts at 0 when none is under it."""
    subject, symbol = step.subject, str(step.subject["symbole"])
    truth(made, step, found, symbol)
    made.rows = published(subject, found)


def published(subject: Content, found: Content | None = None) -> list[Row]:
    """Return the lines of a published figure and of France, under that of the room where it answered."""
    symbol, place, value = str(subject["symbole"]), str(subject["lieu"]), subject["valeur"]
    # What is drawn, and no answer beyond it: one that is absurd would press all the others on one point.
    room = [found[end] for end in ("first_quarter", "median", "third_quarter")] if found else []
    ends = [*room, value, subject["france"]]
    low, high = min(0.0, *ends), max(ends)

    def at(figure: float) -> float:
        return 100 * (figure - low) / (high - low) if high > low else 0.0

    def told(said: str) -> str:
        return f"{said}\u202f{symbol}" if symbol else said

    rows = [
        Row(place, (told(number(value)),), (Mark("mesures", at(value)),), marked=True),
        Row("France", (told(number(subject["france"])),), (Mark("france", at(subject["france"])),)),
    ]
    if not found:
        return rows
    half = Mark("salle", at(found["median"]), at(found["first_quarter"]), at(found["third_quarter"]))
    middle = told(words.guess(found, found["median"]))
    return [Row("La salle\u202f: la moitié au moins, et la médiane", (middle,), (half,)), *rows]


def noted(made: View, step: Step, found: Content) -> None:
    """Show the domains that the room notes highest, with the middle half of its answers."""
    names, notes = step.subject["domaines"], found["whole"]["notes"]
    order = words.highest(notes, MOST)
    made.sentences = [words.noted(names[order[0]], notes[order[0]])] if order else [words.NOBODY]
    made.state = heard(found)
    made.columns, made.ends = ["moyenne"], _ENDS
    few = [notes[code]["low"] is None for code in order]
    made.legend = [("salle", _EVERY if all(few) else _EVERY_OR_HALF if any(few) else _HALF)] if order else []
    alone = found["whole"]["alone"]
    made.rows = [_note(names[code], notes[code], alone.get(code, {})) for code in order]


def _note(name: str, note: Content, alone: Mapping[str, int]) -> Row:
    """Draw the middle half of the notes of a domain; each of them where they are few."""
    told = (f"{number(note['mean'], 1)} sur 10",)
    if note["low"] is not None:
        ends = (10 * note["first_quarter"], 10 * note["third_quarter"])
        return Row(name, told, (Mark("salle", 10 * note["mean"], *ends),))
    most = max(alone.values(), default=1)
    answers = tuple((10 * float(given), count / most) for given, count in alone.items())
    return Row(name, told, (Mark("salle", 10 * note["mean"]),), answers=answers)
