"""What a published ranking does not name: the domains that can only come after its last place.

Surveys publish the first places only. Who is named 1st, 2nd and 3rd leaves the others 3rd at best (a tie that
nobody printed is possible), so a domain measured 1st or 2nd there is felt less than its position whatever
the rest of the ranking is. This bounds a rank and does not invent one; it supposes that the survey asked
about the domain, which the publications do not always say.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.both_sides import BothSides
from indicators.gap_signs import Reason, Sign

COLUMNS = (
    "region_code domain_code actor_code wave survey measure objective_rank objective_rank_low "
    "objective_rank_high objective_ranked perceived_rank_low perceived_rank_high gap_low gap_high "
    "stated_sign reason named perimeter cells draws"
).split()
# One ranking of domains, whatever the perimeter of each of its figures.
SAME = ["survey", "wave", "region_code", "measure", "actor_code"]
_READ = [*SAME, "perimeter", "domain_code", "rank_low", "row_number", "sheet", "rank_cell"]
_PERCEIVED = ["perimeter", "perceived_rank_low", "perceived_rank_high", "named", "cells"]
_TEXTS = ["region_code", "domain_code", "actor_code", "wave", "survey", "measure", "perimeter"]
_WHOLE = [name for name in COLUMNS if "rank" in name or name.startswith("gap")] + ["draws"]


def unnamed_gaps(sides: BothSides, intervals: pd.DataFrame) -> pd.DataFrame:
    """Return one row a region x domain that the published ranking of the region does not name.

    `intervals`: rows of `rank_intervals`, of the same arguments. Columns: `COLUMNS`. objective_rank_low,
    objective_rank_high: see `rank_intervals`; perceived_rank_low (the last place named without a hole before
    it), perceived_rank_high (the number of domains); gap_low, gap_high (ranks, the widest the two allow);
    stated_sign 'negative' when gap_high is under 0, else 'indetermine' with reason 'intervalle_contient_zero'
    ('objectif_absent' without a score); named (tuple of the domains named, in their order), cells (tuple of
    the 'sheet!cell' that name them).
    """
    inside = intervals[intervals["among"] == "domaines"].rename(columns={"code": "domain_code"})
    names = {"rank": "objective_rank", "ranked": "objective_ranked"}
    names |= {end: f"objective_rank_{end}" for end in ("low", "high")}
    told = _ranked(sides.felt).groupby(SAME, sort=False)
    rows = [row for _, named in told for row in _others(named, sides.domains)]
    frame = pd.DataFrame(rows, columns=[*SAME, "domain_code", *_PERCEIVED])
    objective = inside.rename(columns=names)[["region_code", "domain_code", *names.values()]]
    frame = frame.astype(dict.fromkeys(_TEXTS, "str")).merge(
        objective, on=["region_code", "domain_code"], how="left"
    )
    frame["gap_low"] = frame["objective_rank_low"] - frame["perceived_rank_high"]
    frame["gap_high"] = frame["objective_rank_high"] - frame["perceived_rank_low"]
    return _stated(frame.assign(draws=sides.draws))


def _ranked(felt: pd.DataFrame) -> pd.DataFrame:
    """Return the published ranks of the regions, best first, then in the order of the sheet."""
    ranked = felt.loc[felt["rank_low"].notna(), _READ]
    return ranked.sort_values(["rank_low", "row_number", "region_code"], kind="stable")


def _others(named: pd.DataFrame, every: Sequence[str]) -> list[dict[str, object]]:
    """Return the domains that one ranking leaves out, with the best place that is left for them.

    Where the ranking is published in pieces, for two perimeters, places are counted inside one of them.
    """
    told = set(named["domain_code"])
    left = [code for code in every if code not in told]
    if not left:
        return []
    longest = max((piece for _, piece in named.groupby("perimeter", sort=False)), key=_last_place)
    shared = {
        **longest.iloc[0][[*SAME, "perimeter"]],
        "perceived_rank_low": _last_place(longest),
        "perceived_rank_high": len(every),
        "named": tuple(named["domain_code"]),
        "cells": tuple(named["sheet"] + "!" + named["rank_cell"]),
    }
    return [{**shared, "domain_code": code} for code in left]


def _last_place(named: pd.DataFrame) -> int:
    """Return the last place of a ranking before its first hole; « 2 ou 3 » counts as the better one."""
    place, taken = 1, 0
    for rank in named["rank_low"]:
        if rank > taken + 1:
            break
        place, taken = int(rank), taken + 1
    return place


def _stated(frame: pd.DataFrame) -> pd.DataFrame:
    negative = (frame["gap_high"] < 0).fillna(value=False)
    scored = frame["objective_rank"].notna()
    signs = {True: str(Sign.LESS), False: str(Sign.UNDETERMINED)}
    reasons = {True: str(Reason.STATED), False: str(Reason.HOLDS_ZERO)}
    frame["stated_sign"] = negative.map(signs).astype("str")
    frame["reason"] = negative.map(reasons).astype("str")
    frame.loc[~scored, "reason"] = str(Reason.NO_OBJECTIVE)
    frame = frame.sort_values(["region_code", "objective_rank"], kind="stable", ignore_index=True)
    return frame[COLUMNS].astype(dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_TEXTS, "str"))
