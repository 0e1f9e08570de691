"""Facts: what the figures say of a region, a domain or an actor, each with the cells it rests on.

`python -m readings findings` gives them (`readings.phrases.facts` words them): where each number comes from,
how strong it is, and when it cannot be stated. Pages and documents word their own (`readings/`).

Strength goes from 0 to 1 and orders facts of one kind, never of two:
    most_fragile, least_fragile, top_domains, bottom_domains: |z| of the score over its largest possible
        value, sqrt(n - 1) among n territories (the Samuelson bound of the population z-score)
    gap_*: |gap| in ranks over the largest possible one, times the share of draws that hold its sign
    blind_spot, worry: distance of the two ranks over the farthest possible, times the share of draws
    agreement_*: Kendall's W ; evolution: |difference| over the width of the scale (10 or 100)
    caveats: share of the territories (or of the weight) that the caveat is about
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[str, float] = MappingProxyType({})


class FactKind(StrEnum):
    """What sort of fact it is; each has its own wording."""

    MOST_FRAGILE = "most_fragile"  # who is at rank 1 of a domain
    LEAST_FRAGILE = "least_fragile"
    TOP_DOMAINS = "top_domains"  # where a region is most fragile relative to the others
    BOTTOM_DOMAINS = "bottom_domains"
    GAP_MORE_FELT = "gap_more_felt"  # sign stated: felt more than the relative position
    GAP_LESS_FELT = "gap_less_felt"
    GAP_NONE = "gap_none"
    GAP_UNDETERMINED = "gap_undetermined"  # `reason` says why no sign is stated
    BLIND_SPOT = "blind_spot"
    WORRY = "worry"
    AGREEMENT = "agreement"  # Kendall's W between actors, beyond what chance would give
    AGREEMENT_UNDETERMINED = "agreement_undetermined"  # chance would often agree as much
    EVOLUTION = "evolution"  # the same measure in two waves; with a `reason`, no change is stated
    TIES = "ties"  # few distinct values: most ranks are shared
    TOP_RANKS_ONLY = "top_ranks_only"  # only the first ranks are published: no blind spot can show
    CORRECTED = "corrected"  # a declared correction stands behind a value
    PARTLY_MEASURED = "partly_measured"  # a domain whose weight is not all measured
    SAMPLE_NOT_PUBLISHED = "sample_not_published"  # how many were asked is not known: no sampling error
    NOT_PUBLISHED = "not_published"  # an actor without any figure on fragility


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `codes`: the other regions, domains or actors that it names, in the order to name them.

    `since`: the earlier wave of an evolution; `among`: what a spot is compared with ('regions', 'domaines');
    `measures`: the kind of figure of each actor of `codes`, because two kinds are never mixed in silence;
    `numbers`: what it states, unrounded, by name, in `unit` where it is a published value; `reason`: code of
    why nothing is stated, or ''; `text`: a published text that it quotes; `strength`: 0 to 1; `cells`:
    « sheet!cell », each once, the own ones first.
    """

    kind: FactKind
    region_code: str = ""
    domain_code: str = ""
    actor_code: str = ""
    wave: str = ""
    since: str = ""
    among: str = ""
    codes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    numbers: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    unit: str = ""
    reason: str = ""
    text: str = ""
    strength: float = 0.0
    cells: tuple[str, ...] = ()


def numbers(**found: float) -> Mapping[str, float]:
    """Freeze what a fact states."""
    return MappingProxyType({name: float(value) for name, value in found.items()})


def strongest_first(facts: list[Fact]) -> list[Fact]:
    """Order facts of one kind; equal strengths keep the order of the regions and of the domains."""
    return sorted(facts, key=lambda fact: -fact.strength)
