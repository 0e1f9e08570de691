"""What the quality page shows: figures left out of every computation, and what is published for whom."""

from __future__ import annotations

import pandas as pd

from indicators.perception import perceived
from indicators.structure import actors, catalogue, domains
from loaders.store import FRANCE, Store

# The two survey sheets have the same columns; a figure that covers several regions is one figure.
_TO_VERIFY = """
    SELECT DISTINCT ON (sheet, figure_id)
        sheet, cell, programme, survey, wave, actor_code, perimeter, region_codes, domain_code, measure,
        coalesce(raw_value, '') AS raw_value, coalesce(raw_rank, '') AS raw_rank, unit, source, remark
    FROM (
        SELECT * FROM mart.perception WHERE reliability = 'a_verifier'
        UNION ALL BY NAME
        SELECT * FROM mart.alliance WHERE reliability = 'a_verifier'
    )
    ORDER BY sheet, figure_id
"""


def to_verify(store: Store) -> pd.DataFrame:
    """Return the figures whose reliability is `a_verifier`, one row a figure, as they were read.

    sheet, cell, programme, survey, wave, actor_code, perimeter, region_codes, domain_code, measure,
    raw_value, raw_rank, unit, source, remark. They take part in no computation and are shown nowhere else.
    """
    return store.frame(_TO_VERIFY)


def coverage(store: Store) -> pd.DataFrame:
    """Return what is published for each domain: one row a domain, in the observatory's order.

    domain_code, label, measured (regions with a value of one of its indicators), then one column an actor
    (its code): regions with a usable figure, and `<code>_france` (boolean) when there is one for the whole
    country.
    """
    table = domains(store)[["domain_code", "label"]]
    measured = catalogue(store).groupby("domain_code")["values_published"].max()
    table = table.assign(measured=table["domain_code"].map(measured).fillna(0).astype("Int64"))
    for actor in actors(store)["actor_code"]:
        figures = perceived(store, actor)
        country = figures["region_code"] == FRANCE
        regions = figures[~country].groupby("domain_code")["region_code"].nunique()
        table[actor] = table["domain_code"].map(regions).fillna(0).astype("Int64")
        table[f"{actor}_france"] = table["domain_code"].isin(figures.loc[country, "domain_code"])
    return table


def counts(store: Store) -> dict[str, int]:
    """Return how much the edition holds: indicators, values (France too), figures by sheet, initiatives."""
    return {name: int(store.rows(sql)[0][0]) for name, sql in _COUNTS.items()}


_COUNTS = {
    "indicators": "SELECT count(*) FROM mart.indicator",
    "values": "SELECT count(*) FROM mart.indicator_value WHERE status IN ('value', 'range')",
    "perceptions": "SELECT count(DISTINCT figure_id) FROM mart.perception",
    "alliances": "SELECT count(DISTINCT figure_id) FROM mart.alliance",
    "initiatives": "SELECT count(*) FROM mart.initiative",
    "rooms": "SELECT count(*) FROM clean.room_figure",
}
