"""A debate without telephones: what is asked of the room is asked aloud, then told on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hall.book.steps import Kind, Step

_TOLD = frozenset({Kind.WELCOME, Kind.DOMAIN, Kind.NUMBER, Kind.RANK, Kind.VIEW, Kind.NEXT})
_COVER = "Devinez, puis comparez"
_RULE = "Chacun dit d’abord ce qu’il pense\u202f; ce qui est publié vient ensuite."


def alone(planned: Sequence[Step]) -> tuple[Step, ...]:
    """Return what is left of a sequence where nobody answers but aloud: a cover, guesses, figures, questions.

    Nothing of it counts anybody; without a welcome its room is that of a screen (`Progress.alone`).
    """
    steps = [_aloud(step) for step in planned if step.kind in _TOLD and not step.subject.get("liens")]
    return tuple(replace(step, rank=rank) for rank, step in enumerate(steps))


def _aloud(step: Step) -> Step:
    """Return a step as a screen alone shows it: who is welcomed and who is chosen are to be read."""
    subject = step.subject
    if step.kind is Kind.WELCOME:
        return replace(step, kind=Kind.VIEW, subject={"titre": subject["titre"], "points": [[_COVER, _RULE]]})
    if step.kind is Kind.NEXT:
        asked = [[label, ""] for label in subject["acteurs"].values()]
        points = [[subject["question"], ""], *asked]
        return replace(step, kind=Kind.VIEW, subject={"titre": subject["titre"], "points": points})
    return step
