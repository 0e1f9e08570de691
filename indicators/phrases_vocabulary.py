"""The names that facts are worded with: regions with their grammar, domains, actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.phrases_words import RegionName
from indicators.plain_names import measured_by, plain
from loaders.store import FRANCE, Store

_COUNTRY = RegionName("France", "en France", "la France", is_plural=False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by code. `names` has France too (code FR); `indicators` gives the plain names."""

    names: Mapping[str, RegionName]
    of_names: Mapping[str, str]  # « des Hauts-de-France », « d’Île-de-France »
    domains: Mapping[str, str]  # short labels
    actors: Mapping[str, str]  # « les maires »
    indicators: Mapping[str, str]
    measures: Mapping[str, str]  # by domain, what its score rests on: « taux de chômage »
    region_count: int


def vocabulary(store: Store) -> Vocabulary:
    """Read the names of an edition."""
    regions = store.rows("SELECT region_code, name, name_in, name_the, name_of, number FROM mart.region")
    names = {
        code: RegionName(name, inside, the, number == "plural")
        for code, name, inside, the, _, number in regions
    }
    return Vocabulary(
        names={FRANCE: _COUNTRY, **names},
        of_names={FRANCE: "de France", **{row[0]: row[4] for row in regions}},
        domains=dict(store.rows("SELECT domain_code, short_label FROM mart.domain")),
        actors=dict(store.rows("SELECT actor_code, label_the FROM mart.actor")),
        indicators={
            code: plain(label)
            for code, label in store.rows("SELECT indicator_code, label FROM mart.indicator")
        },
        measures=measured_by(store),
        region_count=len(names),
    )
