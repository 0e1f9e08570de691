"""Which column of a survey file is what: proposed from the headings, decided by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from loaders.records import ROOM

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    """What a row of the file is."""

    ANSWERS = "reponses"  # a person who answered
    MEANS = "moyennes"  # a mean that somebody computed


LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ANSWERS: "Une ligne par personne interrogée",
        Kind.MEANS: "Une ligne par moyenne déjà calculée",
    }
)


PUBLISHED = "publie"
RELIABILITIES = (PUBLISHED, ROOM)


@dataclass(frozen=True)
class Matching:
    """What each column is, by its heading ("" : no column), and what is the same for the whole file.

    Actor, region and domain are read in a column (`actor_column`…: codes or names, of `…_names`) or are one
    code for the whole file (`actor`, `region`: INSEE code or FR, `domain`). When every domain has its own
    column, `domain_columns` gives the domain code of each (heading → code), and `value_column` and
    `domain_column` are not read. `measure`: « note_fragilite_sur_10 » (answers: 0 to 10) or
    « part_priorite_pct » (answers: oui/non or 1/0; means: 0 to 100). `weight_column`: weight of an answer.
    `size_column`, `deviation_column`: number of answers and standard deviation of a mean. `programme`,
    `survey`, `date` (YYYY, YYYY-MM or YYYY-MM-DD) and `source` describe the survey. `empty_is_no`: in a
    column of boxes that never says « non », an empty cell is a box that was not ticked. `reliability`:
    « salle » for what the people of a debate room said, which no computation takes.
    """

    kind: Kind
    measure: str
    programme: str
    date: str
    survey: str = ""
    source: str = ""
    actor_column: str = ""
    actor: str = ""
    region_column: str = ""
    region: str = ""
    domain_column: str = ""
    domain: str = ""
    domain_columns: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    value_column: str = ""
    weight_column: str = ""
    size_column: str = ""
    deviation_column: str = ""
    empty_is_no: bool = False
    reliability: str = PUBLISHED

    @property
    def of_room(self) -> bool:
        """Say whether the people of a debate room answered."""
        return self.reliability == ROOM

    def columns(self) -> tuple[str, ...]:
        """Return the headings that are used, in the order of the fields."""
        own = (
            *(self.actor_column, self.region_column),
            *(self.domain_columns or (self.domain_column, self.value_column)),
            *(self.weight_column, self.size_column, self.deviation_column),
        )
        return tuple(heading for heading in own if heading)
