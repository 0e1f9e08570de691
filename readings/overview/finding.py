"""Findings: structured facts that figures support. Only `readings.phrases.titles` turns them into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What sort of fact it is; each has its own wording."""

    MOST_FRAGILE = "most_fragile"  # objective: who is at rank 1, against France
    NO_DIFFERENCE = "no_difference"  # objective: the same value everywhere
    NOT_RANKABLE = "not_rankable"  # objective: values, but no direction to read them by
    MEASURED_RANKS = "measured_ranks"  # objective: place of the domain inside the regions
    PERCEIVED_RANKS = "perceived_ranks"
    PERCEIVED_VALUES = "perceived_values"
    RANK_GAPS = "rank_gaps"
    FRANCE_ONLY = "france_only"  # perceived: published for the country, for no region
    NOT_PUBLISHED = "not_published"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact: `region_codes` it is about, `numbers` it states, `cells` it rests on."""

    kind: Kind
    domain_code: str
    region_codes: tuple[str, ...] = ()
    actor_code: str = ""
    wave: str = ""
    numbers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    cells: tuple[str, ...] = ()
