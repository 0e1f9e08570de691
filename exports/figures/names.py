"""The words that codes are written with in a file of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.comparison.ranks import OVERALL
from indicators.results import Results
from loaders.store import FRANCE

COUNTRY = "France"


@dataclass(frozen=True)
class Names:
    """Words by code: regions (and France), domains (and axes, and the whole), actors."""

    regions: Mapping[str, str]
    domains: Mapping[str, str]
    actors: Mapping[str, str]

    def region(self, code: str) -> dict[str, str]:
        """Return the two columns that say where; both empty for no territory of today."""
        return {"region_code": code, "region": self.regions.get(code, "")}


def names(results: Results) -> Names:
    """Take the words of an edition."""
    domains = results.domains()
    return Names(
        regions={FRANCE: COUNTRY} | _words(results.regions(), "region_code", "name"),
        domains={"ensemble": OVERALL}
        | _words(domains, "axis_code", "axis_label")
        | _words(domains, "domain_code", "label"),
        actors=_words(results.actors(), "actor_code", "label"),
    )


def _words(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code].astype(str), frame[label].astype(str), strict=True))
