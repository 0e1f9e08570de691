"""Each actor's own order of the domains: one survey, one measure, never two mixed."""

from __future__ import annotations

from itertools import islice

import pandas as pd

from indicators.rows import each
from readings.actors.context import Context
from readings.actors.figures import SCALES, short

# What is drawn of each order: its first places, ties included up to this many.
SHOWN = 6


def rankings(context: Context) -> dict[str, pd.DataFrame]:
    """Return, for each actor heard in the territory and survey drawn, their domains from first to last.

    Columns of `felt.everyone`, and `order` (1 = first; ties share it). Where an actor gives notes and shares,
    the measure with most ranks is taken, then the one with most domains.
    """
    found = {}
    for actor, told in context.here.groupby("actor_code", sort=False):
        groups = told.groupby(["survey", "perimeter", "measure"], sort=False)
        vectors = [one.drop_duplicates("domain_code") for _, one in groups]
        fullest = max(vectors, key=lambda one: (one["rank_low"].notna().sum(), len(one)))
        found[str(actor)] = _ordered(fullest)
    return {actor: found[actor] for actor in context.actors if actor in found}


def leaders(ranking: pd.DataFrame) -> list[str]:
    """Return the domain, or the domains on a par, that come first."""
    places = zip(ranking["domain_code"], ranking["order"], strict=True)
    return [str(code) for code, order in places if order == 1]


def first_rows(context: Context, found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the first places of each order as rows to draw.

    actor_code, panel (name of the actor), measure, label (domain), share (0..1 of the whole scale of the
    measure; missing when only a rank is published), text, order, perimeter, chosen.
    """
    rows = [
        {
            "actor_code": actor,
            "panel": context.actors[actor],
            "measure": str(row.measure),
            "label": context.domains[str(row.domain_code)],
            "share": float(row.value) / SCALES[str(row.measure)],
            "text": short(row),
            "order": int(row.order),
            "perimeter": str(row.perimeter),
            "chosen": False,
        }
        for actor, ranking in found.items()
        for row in islice(each(ranking), SHOWN)
    ]
    return pd.DataFrame(
        rows, columns="actor_code panel measure label share text order perimeter chosen".split()
    ).astype({"share": "float64"})


def _ordered(once: pd.DataFrame) -> pd.DataFrame:
    """Order by value where every domain has one, else by published rank: some ranks come without a value."""
    felt = once["value"] if once["value"].notna().all() else -once["rank_low"].astype("float64")
    order = felt.rank(ascending=False, method="min", na_option="bottom").astype("Int64")
    return once.assign(order=order).sort_values("order", kind="stable").reset_index(drop=True)
