"""One section of the page: what is said, what is drawn, the table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Part:
    """`kind` says which figure draws `rows` (no row: no figure); `table` is in words.

    `why` and `remedy`: two sentences in place of the figure, when nothing is published for it.
    """

    kind: str
    heading: str
    lead: str = ""
    sentences: tuple[str, ...] = ()
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    why: str = ""
    remedy: str = ""

    @property
    def alternative(self) -> str:
        """Say the figure in words: its subject, its sentences, then every number of its table."""
        rows = self.table.itertuples(index=False)
        lines = "\u202f; ".join(", ".join(filter(None, map(str, row))) for row in rows)
        said = " ".join([f"{self.heading}.", self.lead, *self.sentences]).strip()
        return f"{said} {lines}."
