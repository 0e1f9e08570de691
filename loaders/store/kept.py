"""What is computed once for an edition and kept in its file: typed tables, read back as they were written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from loaders.store.database import Store

# The one type of a column by its dtype; an object column holds tuples of texts.
_TYPES = {
    "str": pa.string(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "object": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class Computation:
    """What computes, for `loaders` knows no figure: the fingerprint of its code, and its frames by name.

    Without any frame nothing is kept. A frame has no index of its own; its dtypes are `str`, `Int64`,
    `float64`, `boolean`, and object for tuples of texts.
    """

    made_by: str
    frames: Callable[[Store], Mapping[str, pd.DataFrame]]


def table(frame: pd.DataFrame) -> pa.Table:
    """Return the typed table of a frame; raises TypeError for what would not be read back as it is."""
    kinds = {str(name): str(kind) for name, kind in frame.dtypes.items()}
    if unknown := {name: kind for name, kind in kinds.items() if kind not in _TYPES}:
        raise TypeError(f"no table holds these columns as they are: {unknown}")
    if not frame.index.equals(pd.RangeIndex(len(frame))):
        raise TypeError("a table has no index")
    fields = [(name, _TYPES[kind]) for name, kind in kinds.items()]
    return pa.Table.from_pandas(frame, pa.schema(fields), preserve_index=False)


def read_back(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame that became a table, from what a query makes of that table."""
    lists = [str(name) for name, kind in frame.dtypes.items() if kind == "object"]
    return frame.assign(**{name: pd.Series(map(tuple, frame[name]), dtype=object) for name in lists})
