"""The words that codes are written with in a file of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.results import Results
from readings.phrases import measured_dates
from wording.lists import joined


@dataclass(frozen=True)
class Names:
    """Words by code: regions (and France), domains (and axes, and the whole), actors.

    `measured`: when each domain was measured, by its label (see `readings.phrases.measured_dates`).
    """

    regions: Mapping[str, str]
    domains: Mapping[str, str]
    actors: Mapping[str, str]
    measured: Mapping[str, str] = field(default_factory=dict)

    def dated(self, domain: str, wave: str) -> str:
        """Return both dates of a gap: « mesuré 2019, T1 ; ressenti PHARE 2015 »; `domain`: its label."""
        sides = {"mesuré": self.measured.get(domain, ""), "ressenti": wave}
        return joined(f"{side} {when}" for side, when in sides.items() if when)

    def region(self, code: str) -> dict[str, str]:
        """Return the two columns that say where; both empty for no territory of today."""
        return {"region_code": code, "region": self.regions.get(code, "")}


def names(results: Results) -> Names:
    """Take the words of an edition."""
    words = results.vocabulary()
    dates = measured_dates.by_domain(results)
    return Names(
        regions=words.places,
        domains={"ensemble": words.overall, **words.axes, **words.domain_labels},
        actors=words.actors,
        measured={label: dates.get(code, "") for code, label in words.domain_labels.items()},
    )
