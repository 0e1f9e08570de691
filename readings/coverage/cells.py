"""One row a crossing of actor, region and domain: published there, for France only, or not at all."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from loaders.store import FRANCE


class Published(StrEnum):
    """How far a domain is published for an actor."""

    REGION = "region"  # a usable figure of this very region
    COUNTRY = "france"  # a figure of the whole country, none of this region
    NOTHING = "rien"


def cells(
    everyone: pd.DataFrame, actors: pd.DataFrame, regions: pd.DataFrame, domains: pd.DataFrame
) -> pd.DataFrame:
    """Return every crossing, in the order of actors, domains and regions.

    Columns: actor_code, domain_code, region_code, published (a `Published`), waves, perimeters (tuples of
    texts, of that region's figures).
    `everyone`: see `indicators.felt`; the others: see `indicators.structure`.
    """
    keys = ["actor_code", "domain_code", "region_code"]
    frame = pd.MultiIndex.from_product(
        [actors["actor_code"], domains["domain_code"], regions["region_code"]], names=keys
    ).to_frame(index=False)
    own = everyone[everyone["region_code"] != FRANCE]
    told = own.groupby(keys, as_index=False).agg(waves=("wave", _each), perimeters=("perimeter", _each))
    frame = frame.merge(told, on=keys, how="left")
    country = everyone.loc[everyone["region_code"] == FRANCE, keys[:2]]
    for_france = pd.MultiIndex.from_frame(frame[keys[:2]]).isin(pd.MultiIndex.from_frame(country))
    frame["published"] = str(Published.NOTHING)
    frame.loc[for_france, "published"] = str(Published.COUNTRY)
    frame.loc[frame["waves"].notna(), "published"] = str(Published.REGION)
    for name in ("waves", "perimeters"):
        frame[name] = [value if isinstance(value, tuple) else () for value in frame[name]]
    return frame


def _each(texts: pd.Series[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
