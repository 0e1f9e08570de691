"""What a presenter does, as a pure function from where the debate stands to where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from hall.book.drawings import WIDE
from hall.book.errors import GestureRefusedError
from hall.book.steps import Kind, Progress, RoomState, Step, StepState


class Gesture(StrEnum):
    """A button of the desk, or a key of the remote."""

    OPEN = "ouvrir"
    CLOSE = "clore"
    REVEAL = "reveler"
    NEXT = "suivant"
    BACK = "precedent"
    HOME = "accueil"
    AGAIN = "second-tour"
    DARK = "ecran-noir"
    LOCK = "porte"
    END = "terminer"


def after(progress: Progress, gesture: Gesture, shape: str = WIDE) -> Progress:
    """Return where the debate stands after a gesture; raises `GestureRefusedError`, and nothing moves.

    No gesture leads back from what was revealed: what the room has seen, it cannot guess any more.
    `shape`: of the screen; a figure may take several of them.
    """
    if progress.state in (RoomState.ENDED, RoomState.ERASED):
        raise GestureRefusedError(
            "Cette salle est terminée\u202f: préparez-en une autre, page «\u00a0Débat\u00a0»."
        )
    if progress.alone and progress.state is RoomState.PREPARED and gesture is not Gesture.END:
        # There is nobody to open it to: it starts with the first gesture.
        progress = replace(progress, state=RoomState.OPEN)
    return _turned(progress, gesture, shape) or _MOVES[gesture](progress)


def _turned(progress: Progress, gesture: Gesture, shape: str) -> Progress | None:
    """Turn the screens of a figure; None where the gesture does something else, or leaves it."""
    step, count = progress.step, progress.step.screens(shape)
    if step.kind is not Kind.FIGURE or gesture not in _TURNS or progress.state is RoomState.PREPARED:
        return None
    screen = min(step.round, count) + _TURNS[gesture]
    return progress.changed(replace(step, round=screen)) if 1 <= screen <= count else None


# What « Suivant » does with a question, by where it stands.
_ONWARD = {
    StepState.PREPARED: Gesture.OPEN,
    StepState.OPEN: Gesture.CLOSE,
    StepState.CLOSED: Gesture.REVEAL,
}


def onward(progress: Progress) -> Gesture:
    """Return what a presenter does next: open the room, the question, close it, reveal it, go on, end."""
    if progress.state is RoomState.PREPARED and not progress.alone:
        return Gesture.OPEN
    step = progress.step
    if step.asked and step.state is not StepState.REVEALED:
        return Gesture.REVEAL if progress.alone else _ONWARD[step.state]
    return Gesture.END if progress.at + 1 == len(progress.steps) else Gesture.NEXT


def possible(progress: Progress) -> frozenset[Gesture]:
    """Return the gestures that would change something now."""
    return frozenset(gesture for gesture in Gesture if _changes(progress, gesture))


def moves_on(before: Progress, then: Progress) -> bool:
    """Say whether the debate moved on: it opened, a question opened, closed or was told, a step was shown.

    A step seen again, the screens of a figure, a black screen, a door and the end leave it where it was.
    """
    if then.state is not before.state:
        return then.state is RoomState.OPEN
    return [step.state for step in then.steps] != [step.state for step in before.steps]


def _changes(progress: Progress, gesture: Gesture) -> bool:
    try:
        return after(progress, gesture) != progress
    except GestureRefusedError:
        return False


def _opened(progress: Progress) -> Progress:
    """Open the room, or the question on the screen."""
    if progress.state is RoomState.PREPARED:
        return replace(progress, state=RoomState.OPEN)
    step = _asked(progress)
    if step.state is StepState.REVEALED:
        raise GestureRefusedError("Cette étape est révélée\u202f: «\u00a0Second tour\u00a0» la repose.")
    return progress.changed(replace(step, state=StepState.OPEN))


def _closed(progress: Progress) -> Progress:
    step = _asked(progress)
    if step.state is not StepState.OPEN:
        raise GestureRefusedError("Cette question n’est pas ouverte\u202f: il n’y a rien à clore.")
    return progress.changed(replace(step, state=StepState.CLOSED))


def _revealed(progress: Progress) -> Progress:
    step = progress.step if progress.alone and progress.step.asked else _asked(progress)
    if step.state is StepState.REVEALED:
        raise GestureRefusedError(
            "Cette question est déjà révélée\u202f: «\u00a0Suivant\u00a0» passe à la suite."
        )
    if step.state is not StepState.CLOSED and not progress.alone:
        raise GestureRefusedError(
            "«\u00a0Clore\u00a0» d’abord la question\u202f: ce qui peut changer ne se révèle pas."
        )
    return progress.changed(replace(step, state=StepState.REVEALED))


def _next(progress: Progress) -> Progress:
    """Do what comes next: open the room, open the question, close it, reveal it, go on."""
    gesture = onward(progress)
    if gesture is Gesture.END:
        raise GestureRefusedError("C’est la dernière étape\u202f: «\u00a0Terminer\u00a0» clôt le débat.")
    if gesture is not Gesture.NEXT:
        return _MOVES[gesture](progress)
    return _from_its_start(_shown(replace(progress, at=progress.at + 1)))


def _back(progress: Progress) -> Progress:
    """Show the step before; what is open stays open, what is revealed stays revealed."""
    if progress.at == 0:
        raise GestureRefusedError("C’est la première étape\u202f: «\u00a0Suivant\u00a0» avance.")
    return _shown(replace(progress, at=progress.at - 1))


def _home(progress: Progress) -> Progress:
    """Show the code again, for who comes late."""
    return replace(progress, at=0)


def _shown(progress: Progress) -> Progress:
    """A step that asks nothing is told as soon as it is on the screen."""
    step = progress.step
    return progress if step.asked else progress.changed(replace(step, state=StepState.REVEALED))


def _from_its_start(progress: Progress) -> Progress:
    """Come to a step from the one before: a figure starts at its first screen."""
    step = progress.step
    return progress.changed(replace(step, round=1)) if step.kind is Kind.FIGURE else progress


def _again(progress: Progress) -> Progress:
    """Ask the question again: the answers of the round before stay as they were shown."""
    step = _asked(progress)
    if step.state is not StepState.REVEALED:
        raise GestureRefusedError("Un second tour vient après la révélation du premier.")
    return progress.changed(replace(step, state=StepState.OPEN, round=step.round + 1))


def _asked(progress: Progress) -> Step:
    if progress.alone:
        raise GestureRefusedError("Cette salle est seule à l’écran\u202f: personne n’y répond par téléphone.")
    if progress.state is RoomState.PREPARED:
        raise GestureRefusedError("La salle n’est pas ouverte\u202f: «\u00a0Ouvrir\u00a0» d’abord.")
    if not progress.step.asked:
        raise GestureRefusedError(
            "Cette étape ne pose pas de question\u202f: «\u00a0Suivant\u00a0» passe à la suite."
        )
    return progress.step


_TURNS = {Gesture.NEXT: 1, Gesture.BACK: -1}
_MOVES: dict[Gesture, Callable[[Progress], Progress]] = {
    Gesture.OPEN: _opened,
    Gesture.CLOSE: _closed,
    Gesture.REVEAL: _revealed,
    Gesture.NEXT: _next,
    Gesture.BACK: _back,
    Gesture.HOME: _home,
    Gesture.AGAIN: _again,
    Gesture.DARK: lambda progress: replace(progress, dark=not progress.dark),
    Gesture.LOCK: lambda progress: replace(progress, locked=not progress.locked),
    Gesture.END: lambda progress: replace(progress, state=RoomState.ENDED),
}
