"""What rooms that an earlier version kept have not: without it they are neither read nor erased in time."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column that a table has gained, with what the rooms of before hold in it."""

    table: str
    name: str
    statement: str


# In the order of the versions; none is ever taken out.
ADDED = (
    Column("room", "address", "ALTER TABLE room ADD COLUMN address TEXT NOT NULL DEFAULT ''"),
    Column(
        "room",
        "actors",
        "ALTER TABLE room ADD COLUMN actors TEXT NOT NULL "
        """DEFAULT '["citoyens","entreprises","associations","maires","elus_locaux"]'""",
    ),
    Column("room", "moved", "ALTER TABLE room ADD COLUMN moved TEXT"),
)
