"""What comes from outside, and who judges it: each door, and how many knocks for one workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import addresses, forms, surveys, workbooks
from tests.fuzz.verdict import Verdict


@dataclass(frozen=True)
class Door:
    """`what` is bent; `share`: how many for one workbook, so that no door takes all the time."""

    what: str
    judged: Callable[[int], Verdict]
    share: float


DOORS = {
    "workbook": Door("workbooks", workbooks.judged, 1),
    "survey": Door("survey files", surveys.judged, 5),
    "address": Door("addresses", addresses.judged, 5),
    "page": Door("whole pages", addresses.page_judged, 0.1),
    "room": Door(f"visits of {forms.VISIT} requests to a room", forms.judged, 0.3),
}
