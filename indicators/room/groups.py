"""Who of a room is heard: groups of five or more, and the whole made of them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

# Of fewer answers a mean would nearly be somebody's: the rule of the surveys too (`loaders.survey`).
FEWEST = 5
# Who is none of the actors, or would rather not say, counts among those present and nowhere else.
UNHEARD = "autre"


def heard(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the groups that are shown, with their number of answers."""
    return {actor: count for actor, count in counts.items() if count >= FEWEST and actor != UNHEARD}


def heard_among(actors: Iterable[str]) -> dict[str, int]:
    """Return the same from the actor of each answer."""
    return heard(Counter(actors))
