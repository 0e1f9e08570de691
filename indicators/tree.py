"""The structure of the index as one table, checked before anything rests on it.

The loader refuses a faulty workbook cell by cell; here the structure itself is checked, whatever made it, so
that no computation rests on a tree that is not one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.index import parameters
from indicators.method import Method
from indicators.steps import chain
from indicators.structure import directed
from indicators.tree_faults import Node, StructureError, check
from loaders.store import Store

__all__ = ["Node", "StructureError", "check", "nodes"]


def nodes(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return the structure of the index from the top down, checked: one row a node.

    Columns: code, parent ('' for the whole), level ('ensemble' | 'axe' | 'domaine' | 'indicateur'), label,
    direction (1, -1, as the method reads it; <NA> above the indicators, and for one without values), weight
    (of an indicator: as the workbook says; of a domain and an axis: share of the index by this method), unit,
    source, year, published (regions with a value), sheet, row_number. Raises `StructureError` and
    `MethodError`.
    """
    chosen = method or Method()
    bound = parameters(store, chosen)
    query = chain("domain_weight", "node", last="structure_node")
    frame = store.frame(query, {name: bound[name] for name in ("domain_codes", "domain_weights")})
    check(_rows(frame))
    return directed(frame, chosen.flipped, "code")


def _rows(frame: pd.DataFrame) -> Iterator[Node]:
    names = ["code", "parent", "level", "direction", "weight", "published", "sheet", "row_number"]
    plain = frame[names].astype(object).where(frame[names].notna(), None)
    return (Node(**{str(name): value for name, value in row.items()}) for row in plain.to_dict("records"))
