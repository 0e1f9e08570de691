"""The changes as a frame, for what reads them: the command's CSV and JSON, the results they explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import pandas as pd

from loaders.editions.changes import CellChange

COLUMNS = [field.name for field in fields(CellChange)]


def table(changes: Sequence[CellChange]) -> pd.DataFrame:
    """Return one row a change with the fields of `CellChange`; codes stay tuples. Empty: the columns only."""
    rows = {name: [getattr(change, name) for change in changes] for name in COLUMNS}
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)
