"""A debate as a sequence of steps, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class RoomState(StrEnum):
    """What a room is: its participants come in while it is open, its answers are gone once erased."""

    PREPARED = "preparee"
    OPEN = "ouverte"
    ENDED = "terminee"
    ERASED = "effacee"


class StepState(StrEnum):
    """What a step is: people answer while it is open, nothing is shown before it is revealed."""

    PREPARED = "preparee"
    OPEN = "ouverte"
    CLOSED = "close"
    REVEALED = "revelee"


class Kind(StrEnum):
    """What a step does."""

    WELCOME = "accueil"
    PRESENT = "presents"
    PRIORITIES = "priorites"
    NOTES = "notes"
    DOMAIN = "domaine"
    NUMBER = "nombre"
    RANK = "rang"
    VIEW = "vue"
    FIGURE = "figure"
    MIRROR = "miroir"
    NEXT = "suite"


# The kinds that ask something of the participants; the others are shown.
ASKED = frozenset({Kind.PRIORITIES, Kind.NOTES, Kind.DOMAIN, Kind.NUMBER, Kind.RANK, Kind.NEXT})
# Those that ask what is published: nothing may show it before.
GUESSES = frozenset({Kind.DOMAIN, Kind.NUMBER, Kind.RANK})


@dataclass(frozen=True)
class Step:
    """One step of the debate. `subject`: what it is about, in codes.

    `round`: 1, more when asked again; of a figure, which of its screens is shown.
    """

    rank: int
    kind: Kind
    subject: Mapping[str, Any] = field(default_factory=dict)
    state: StepState = StepState.PREPARED
    round: int = 1

    @property
    def asked(self) -> bool:
        """Say whether participants answer it."""
        return self.kind in ASKED

    def screens(self, shape: str) -> int:
        """Return on how many screens of a shape (see `hall.book.drawings`) it is shown."""
        return int(self.subject.get("ecrans", {}).get(shape, 1))


@dataclass(frozen=True)
class Progress:
    """Where a debate stands. `at`: rank of the step on the screen; `locked`: nobody new comes in."""

    steps: tuple[Step, ...]
    state: RoomState = RoomState.PREPARED
    at: int = 0
    dark: bool = False
    locked: bool = False

    @property
    def step(self) -> Step:
        """Return the step on the screen."""
        return self.steps[self.at]

    @property
    def alone(self) -> bool:
        """Say whether the screen is alone: it welcomes nobody, so that nobody answers but aloud."""
        return all(step.kind is not Kind.WELCOME for step in self.steps)

    def changed(self, step: Step) -> Progress:
        """Return the same with one step replaced by its rank."""
        steps = tuple(step if one.rank == step.rank else one for one in self.steps)
        return replace(self, steps=steps)
