"""The words of an edition by code: regions with their grammar, domains, axes, actors, indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import pandas as pd

from indicators import structure
from indicators.plain_names import conventions, measured_by, plain
from indicators.rows import records
from loaders.store import FRANCE, Store

COUNTRY = "France"


@dataclass(frozen=True, slots=True)
class RegionName:
    """How a region is named in a sentence: « les Hauts-de-France », « dans les Hauts-de-France », plural."""

    name: str
    name_in: str
    name_the: str
    name_of: str
    short_name: str
    is_plural: bool


_COUNTRY = RegionName(COUNTRY, "en France", "la France", "de France", COUNTRY, is_plural=False)
RegionNames = Mapping[str, RegionName]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by code, in the order of the edition."""

    names: RegionNames  # France too (code FR)
    places: Mapping[str, str]  # names of the regions, and France
    regions: Mapping[str, str]
    domains: Mapping[str, str]  # short labels
    domain_labels: Mapping[str, str]
    axes: Mapping[str, str]
    actors: Mapping[str, str]  # « Maires »
    actors_the: Mapping[str, str]  # « les maires »
    indicators: Mapping[str, str]  # plain names
    measures: Mapping[str, str]  # by domain, what its score rests on: « taux de chômage »
    conventions: Mapping[str, str]  # by domain measured by convention, how (see `readings.phrases`)

    @property
    def short_regions(self) -> Mapping[str, str]:
        """Names of the regions that fit in a narrow place."""
        return {code: self.names[code].short_name for code in self.regions}

    @property
    def overall(self) -> str:
        """The whole, in words: as many domains as the workbook names."""
        return f"Les {len(self.domains)} domaines ensemble"

    @property
    def levels(self) -> Mapping[str, str]:
        """Words of what has a score: the whole, the axes, the domains."""
        return {"ensemble": self.overall, **self.axes, **self.domains}


def vocabulary(store: Store) -> Vocabulary:
    """Read the words of an edition (the pages ask `Results.vocabulary`, which keeps them)."""
    domains, actors = structure.domains(store), structure.actors(store)
    names = region_names(structure.regions(store))
    regions = {code: name.name for code, name in names.items()}
    return Vocabulary(
        names={FRANCE: _COUNTRY, **names},
        places={FRANCE: COUNTRY, **regions},
        regions=regions,
        domains=_labels(domains, "domain_code", "short_label"),
        domain_labels=_labels(domains, "domain_code", "label"),
        axes=_labels(domains, "axis_code", "axis_label"),
        actors=_labels(actors, "actor_code", "label"),
        actors_the=_labels(actors, "actor_code", "label_the"),
        indicators={
            code: plain(label)
            for code, label in store.rows("SELECT indicator_code, label FROM mart.indicator")
        },
        measures=measured_by(store),
        conventions=conventions(store),
    )


def either(before: Vocabulary, after: Vocabulary) -> Vocabulary:
    """Return the words of two editions: where both have a code, the new one's."""
    both = {name.name: (getattr(before, name.name), getattr(after, name.name)) for name in fields(before)}
    return Vocabulary(**{name: {**old, **new} for name, (old, new) in both.items()})


def region_names(regions: pd.DataFrame) -> dict[str, RegionName]:
    """Return the grammar of each region by code: a frame of `structure.regions`."""
    return {
        str(row["region_code"]): RegionName(
            row["name"],
            row["name_in"],
            row["name_the"],
            row["name_of"],
            row["short_name"],
            is_plural=row["number"] == "plural",
        )
        for row in records(regions)
    }


def _labels(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code].astype(str), frame[label].astype(str), strict=True))
