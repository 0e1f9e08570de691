"""The figures on a scale: a number that was guessed, the notes, the ranks side by side."""

from __future__ import annotations

from hall.book.steps import Step
from hall.stage.screen.counts import MOST, truth
from hall.stage.screen.view import Content, Mark, Row, View
from readings.room import words
from wording.numbers import number


def guessed(made: View, step: Step, found: Content) -> None:
    """Put the room, the region and France on one line, which starts at 0 when none is under it."""
    subject, symbol = step.subject, str(step.subject["symbole"])
    truth(made, step, found, symbol)
    if not found:
        return
    ends = [*found["values"], subject["valeur"], subject["france"]]
    low, high = min(0.0, *ends), max(ends)

    def at(figure: float) -> float:
        return 100 * (figure - low) / (high - low) if high > low else 0.0

    def told(said: str) -> str:
        return f"{said}\u202f{symbol}" if symbol else said

    place, value = str(subject["lieu"]), subject["valeur"]
    half = Mark("salle", at(found["median"]), at(found["first_quarter"]), at(found["third_quarter"]))
    made.rows = [
        Row("La salle, moitié du milieu et médiane", (told(words.guess(found, found["median"])),), (half,)),
        Row(place, (told(number(value)),), (Mark("mesures", at(value)),), marked=True),
        Row("France", (told(number(subject["france"])),), (Mark("france", at(subject["france"])),)),
    ]


def noted(made: View, step: Step, found: Content) -> None:
    """Show the domains that the room notes highest, with the middle half of its answers."""
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
