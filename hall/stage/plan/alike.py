"""The same sequence elsewhere: the steps of a room made of the figures of another region, no answer."""

from __future__ import annotations

from collections.abc import Sequence

from hall.book.book import Book
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.book.steps import Kind, Progress, RoomState, Step
from hall.stage.plan.alone import alone
from hall.stage.plan.new_room import Choice, new_room
from hall.stage.plan.sequence import sequence
from indicators.method import Method
from indicators.results import REFERENCE, Results
from wording.typography import quoted

_NONE = "la région n’a pas de quoi faire cette étape"
_ADD = "cette figure est de l’autre salle, ajoutez-la de nouveau depuis sa page"
# Several steps are of these kinds: their titles, the same everywhere, tell them apart.
_SEVERAL = frozenset({Kind.NOTES, Kind.VIEW, Kind.MIRROR})


def alike(
    steps: Sequence[Step], results: Results, region: str, method: Method = REFERENCE
) -> tuple[tuple[int, ...], list[str]]:
    """Return the ranks of the same steps in the sequence of a region (INSEE code), in the same order.

    And what is left out, and why, in sentences. Raises `MethodError`.
    """
    planned, left = sequence(results, region, method)
    planned = alone(planned) if Progress(tuple(steps)).alone else planned
    ranks = {_what(step): step.rank for step in planned}
    # What follows a step of the sequence is drawn again with it.
    wanted = [(step, ranks.get(_what(step))) for step in steps if not step.subject.get("propre")]
    missing = [
        f"{quoted(str(step.subject['titre']))}\u202f: {_ADD if step.kind is Kind.FIGURE else _NONE}."
        for step, rank in wanted
        if rank is None
    ]
    return tuple(rank for _, rank in wanted if rank is not None), [*missing, *(left if missing else [])]


def new_alike(
    book: Book, results: Results, region: str, like: Room, title: str = "", address: str = ""
) -> tuple[Room, list[str]]:
    """Make a room with the steps and the choices of another one; returns what is left out too.

    `title`, `address`: instead of that of the region, of the other room. Raises `RoomError` for a room that
    is erased.
    """
    if like.progress.state is RoomState.ERASED:
        raise RoomError("Cette salle est effacée\u202f: sa séquence l’est aussi.")
    ranks, left = alike(like.progress.steps, results, region)
    choice = Choice(
        title,
        ranks,
        like.kept_days,
        like.shared,
        like.actors,
        address or like.address,
        like.progress.alone,
    )
    return new_room(book, results, region, choice=choice), left


def _what(step: Step) -> tuple[Kind, str]:
    return step.kind, str(step.subject["titre"]) if step.kind in _SEVERAL else ""
