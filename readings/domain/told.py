"""What every actor is published to say of one domain, each kind of figure apart."""

from __future__ import annotations

import pandas as pd

from readings.overview.choice import RANK, drawable, of_domain

KINDS = {RANK: "rang", "note_fragilite_sur_10": "note", "part_priorite_pct": "part"}


def told(everyone: pd.DataFrame, actors: pd.DataFrame, domain: str) -> pd.DataFrame:
    """Return one row a figure x territory (France included): the columns of `everyone`, and kind, low, high.

    `everyone`: see `indicators.felt`; `actors`: see `indicators.structure`. kind: 'note' (out of 10), 'part'
    (percent) or 'rang' (a published one: a derived rank would say the note twice); value is of that kind,
    missing for a rank « 2 ou 3 », whose ends are low and high. By actor, the latest survey first.
    """
    rows = drawable(of_domain(everyone, domain))
    rows = rows[(rows["shown"] != RANK) | (rows["rank_origin"] == "published")]
    place = dict(zip(actors["actor_code"], actors["position"], strict=True))
    rows = rows.assign(kind=rows["shown"].map(KINDS), place=rows["actor_code"].map(place))
    order = ["survey_date", "row_number", "region_code"]
    rows = rows.sort_values(
        ["place", "kind", *order], ascending=[True, True, False, True, True], kind="stable"
    )
    return rows.drop(columns="place").reset_index(drop=True)


def silent(actors: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the actors of whom nothing is published on the domain; `rows`: see `told`."""
    return actors[~actors["actor_code"].isin(rows["actor_code"])].reset_index(drop=True)
