"""The changed cells behind a changed result: its own region's first, then those it is compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from loaders.store import FRANCE

# What a score is made of beside the figures of the regions (see `loaders.editions.changes`).
_DECIDING = {"domain", "direction", "weight"}
_FIGURES = {"value", "rank"}
_REGION = "region "
_REWRITTEN = "reecrite"
_Cells = list[tuple[tuple[str, ...], str]]


class Behind:
    """Finds the cells of a result among the changes of two editions (rows of `loaders.editions.table`)."""

    def __init__(self, changes: pd.DataFrame) -> None:
        self._measured: defaultdict[str, _Cells] = defaultdict(list)
        self._felt: defaultdict[tuple[str, str, str], _Cells] = defaultdict(list)
        for change in changes.to_dict("records"):
            if change["kind"] != _REWRITTEN:
                self._sort(change)

    def measured(self, region: str, domains: Iterable[str]) -> tuple[str, ...]:
        """Return « sheet!cell » of the changed indicators of these domains."""
        return _own_first([cell for domain in domains for cell in self._measured[domain]], region)

    def placed(self, region: str, domain: str) -> tuple[str, ...]:
        """Return the cells behind the place of a domain inside its region: its own, or any other domain’s."""
        return self.measured(region, [domain]) or self.measured(region, list(self._measured))

    def felt(self, region: str, domain: str, actor: str, wave: str) -> tuple[str, ...]:
        """Return the changed cells of that survey on that domain and region, then the measured ones."""
        told = [item for item in self._felt[actor, wave, domain] if region in item[0]]
        measured = self.measured(region, [domain]) if told else self.placed(region, domain)
        return (*_own_first(told, region), *measured)

    def _sort(self, change: Mapping[Hashable, Any]) -> None:
        item = (change["region_codes"], f"{change['sheet']}!{change['after_cell'] or change['before_cell']}")
        for domain in change["domain_codes"]:
            if change["actor_code"]:
                if _tells(change):
                    self._felt[change["actor_code"], change["wave"], domain].append(item)
            elif change["indicator_code"] and _decides(change["column_name"]):
                self._measured[domain].append(item)


def _tells(change: Mapping[Hashable, Any]) -> bool:
    """Of a survey row that came or went, name the figures; of one that was changed, whatever was."""
    return not change["whole_row"] or change["column_name"] in _FIGURES


def _decides(column: str) -> bool:
    """Tell the columns that make a score: France is a mark beside the regions, not one of them."""
    return column in _DECIDING or (column.startswith(_REGION) and column != f"{_REGION}{FRANCE}")


def _own_first(cells: _Cells, region: str) -> tuple[str, ...]:
    def ordered() -> Iterator[str]:
        yield from (cell for regions, cell in cells if region in regions)
        yield from (cell for regions, cell in cells if region not in regions)

    return tuple(dict.fromkeys(ordered()))
