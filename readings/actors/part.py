"""One section of the page: what is said, what is drawn, the table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from wording.lists import joined
from wording.perimeter import perimeters
from wording.source_notes import documents


@dataclass(frozen=True)
class Part:
    """`kind` says which figure draws `rows` (no row: no figure); `table` is in words.

    `why` and `remedy`: two sentences in place of the figure, when nothing is published for it.
    `figures`: the frame of `indicators` that `rows` come from, unrounded, holes included, with its source;
    `finding`: what the figure says, for a picture of it alone (`""`: its heading).
    """

    kind: str
    heading: str
    lead: str = ""
    sentences: tuple[str, ...] = ()
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    why: str = ""
    remedy: str = ""
    figures: pd.DataFrame = field(default_factory=pd.DataFrame)
    finding: str = ""

    @cached_property
    def perimeters(self) -> tuple[str, ...]:
        """Say which territories of the surveys are no region of today (none: nothing)."""
        return perimeters(self.figures.get("perimeter", pd.Series(dtype="str")).dropna())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Name the documents of the figure."""
        return documents(self.figures["source"].dropna())

    @property
    def alternative(self) -> str:
        """Say the figure in words: its subject, its sentences, then every number of its table."""
        rows = self.table.itertuples(index=False)
        lines = joined(", ".join(filter(None, map(str, row))) for row in rows)
        said = " ".join([f"{self.heading}.", self.lead, *self.sentences]).strip()
        return f"{said} {lines}."
