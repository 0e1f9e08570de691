"""A room made for a region, from the figures of an edition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hall.book.ballots import ACTORS
from hall.book.book import Book
from hall.book.rooms import NewRoom, Room
from hall.stage.plan.sequence import sequence
from indicators.method import Method
from indicators.results import REFERENCE, Results
from wording import mentions


@dataclass(frozen=True)
class Choice:
    """What a presenter chose. `steps`: ranks in the sequence, in the order chosen; None: all of them.

    `actors`: whom a participant may answer as; `address`: where telephones reach this server, when said.
    """

    title: str = ""
    steps: tuple[int, ...] | None = None
    kept_days: int = 30
    shared: bool = False
    actors: tuple[str, ...] = ACTORS
    address: str = ""


def new_room(
    book: Book, results: Results, region: str, method: Method = REFERENCE, choice: Choice | None = None
) -> Room:
    """Make a room with the sequence of its region (INSEE code); raises `MethodError`."""
    chosen = choice or Choice()
    steps, _ = sequence(results, region, method)
    kept = range(len(steps)) if chosen.steps is None else chosen.steps
    made = NewRoom(
        region=region,
        title=chosen.title or results.vocabulary().regions[region],
        edition=results.edition().sha256,
        footer=footer(results),
        steps=tuple(replace(steps[rank], rank=place) for place, rank in enumerate(kept)),
        kept_days=chosen.kept_days,
        shared=chosen.shared,
        actors=chosen.actors,
        address=chosen.address,
    )
    return book.create(made, datetime.now(UTC).date())


def footer(results: Results) -> tuple[str, ...]:
    """Return what is written under every figure of an edition: what is invented, the mention, the edition."""
    edition = results.edition()
    return (
        *((mentions.FICTIONAL,) if edition.fictional else ()),
        mentions.mention(fictional=edition.fictional, private=edition.private),
        mentions.edition(edition.file_name, edition.sha256),
    )
