"""A room made for a region, from the figures of an edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hall.book.ballots import ACTORS
from hall.book.book import Book
from hall.book.drawings import Drawing
from hall.book.rooms import NewRoom, Room
from hall.book.steps import GUESSES, Step
from hall.stage.plan.alone import alone
from hall.stage.plan.figures import Figure, drawn
from hall.stage.plan.followed import followed
from hall.stage.plan.own_figures import after
from hall.stage.plan.sequence import sequence
from indicators.method import Method
from indicators.results import REFERENCE, Results
from wording import mentions

# Letters of the name of a room, on one line of its screen.
MOST_TITLE = 60


@dataclass(frozen=True)
class Choice:
    """What a presenter chose.

    `steps`: ranks in the sequence, and figures of the application, in the order chosen; None: the sequence.
    `actors`: whom a participant may answer as; `address`: where telephones reach this server, when said.
    `alone`: no telephone answers.
    """

    title: str = ""
    steps: tuple[int | Figure, ...] | None = None
    kept_days: int = 30
    shared: bool = False
    actors: tuple[str, ...] = ACTORS
    address: str = ""
    alone: bool = False


def new_room(
    book: Book, results: Results, region: str, method: Method = REFERENCE, choice: Choice | None = None
) -> Room:
    """Make a room with the sequence of its region (INSEE code), its figures drawn; raises `MethodError`."""
    chosen = choice or Choice()
    planned, _ = sequence(results, region, method)
    planned = alone(planned) if chosen.alone else planned
    kept = range(len(planned)) if chosen.steps is None else chosen.steps
    steps, drawings = _drawn(_followed(results, region, method, planned, kept))
    made = NewRoom(
        region=region,
        title=chosen.title or results.vocabulary().regions[region],
        edition=results.edition().sha256,
        footer=footer(results),
        steps=steps,
        drawings=drawings,
        kept_days=chosen.kept_days,
        shared=chosen.shared,
        actors=chosen.actors,
        address=chosen.address,
    )
    return book.create(made, datetime.now(UTC).date())


def _followed(
    results: Results, region: str, method: Method, planned: tuple[Step, ...], kept: Iterable[int | Figure]
) -> list[Step | Figure]:
    """Return what was kept, with the figures that show what its steps tell."""

    def figure(part: Step | Figure) -> Figure | None:
        return after(results, region, method, part) if isinstance(part, Step) else None

    def guess(part: Step | Figure) -> bool:
        return isinstance(part, Step) and part.kind in GUESSES

    parts = [one if isinstance(one, Figure) else planned[one] for one in kept]
    return followed(parts, figure, guess)


def _drawn(parts: list[Step | Figure]) -> tuple[tuple[Step, ...], tuple[Drawing, ...]]:
    """Draw the figures; returns every step in order, and the drawings."""
    steps: list[Step] = []
    drawings: list[Drawing] = []
    for rank, part in enumerate(parts):
        step, made = drawn(part, str(rank)) if isinstance(part, Figure) else (part, [])
        steps.append(replace(step, rank=rank))
        drawings += made
    return tuple(steps), tuple(drawings)


def footer(results: Results) -> tuple[str, ...]:
    """Return what is written under every figure of an edition: what is invented, the mention, the edition."""
    edition = results.edition()
    return (
        *((mentions.FICTIONAL,) if edition.fictional else ()),
        mentions.mention(fictional=edition.fictional, private=edition.private),
        mentions.edition(edition.file_name, edition.sha256),
    )
