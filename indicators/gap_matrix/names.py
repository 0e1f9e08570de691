"""The names the page of the gaps is worded with, by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.phrases_words import of


@dataclass(frozen=True)
class Names:
    """Names by code; `inside`: « en Bretagne », « dans les Hauts-de-France »; `felt_by`: « des citoyens »."""

    regions: Mapping[str, str]
    short_regions: Mapping[str, str]
    inside: Mapping[str, str]
    domains: Mapping[str, str]
    axes: Mapping[str, str]
    felt_by: Mapping[str, str]


def names(regions: pd.DataFrame, domains: pd.DataFrame, actors: pd.DataFrame) -> Names:
    """Take the names out of the frames of `indicators.structure`."""
    felt_by = _by_code(actors, "actor_code", "label_the")
    return Names(
        regions=_by_code(regions, "region_code", "name"),
        short_regions=_by_code(regions, "region_code", "short_name"),
        inside=_by_code(regions, "region_code", "name_in"),
        domains=_by_code(domains, "domain_code", "short_label"),
        axes=_by_code(domains, "domain_code", "axis_label"),
        felt_by={code: of(label) for code, label in felt_by.items()},
    )


def _by_code(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code].astype(str), frame[label].astype(str), strict=True))
