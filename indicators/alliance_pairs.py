"""The same question on alliances in two successive surveys, and what its change is worth."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.evolution import moved
from wording.source_notes import NOT_COMPARABLE

# Programmes in the order they were carried out; a figure without a date stands by its programme.
_ORDER = ("ARPEA", "PHARE", "IMPACT")
_SAME = [
    "actor_code",
    "region_code",
    "perimeter",
    "domain_code",
    "measure",
    "detail",
    "subpopulation",
    "unit",
]


def paired(alliances: pd.DataFrame) -> pd.DataFrame:
    """Return one row two successive surveys that give a share to the same question, to the same people.

    Columns of the later figure, and value, wave, precision… with _from and _to, then those of
    `evolution.moved`. `alliances`: see `alliance_rows.published`. A figure said not to be comparable is out.
    """
    told = alliances[alliances["value"].notna() & (alliances["unit"] == "%")]
    told = told[~told["remark"].str.contains(NOT_COMPARABLE, regex=False)]
    told = told[(told["survey_date"] != "") | told["programme"].isin(_ORDER)]
    told = told.assign(
        place=[_ORDER.index(name) if name in _ORDER else len(_ORDER) for name in told["programme"]],
        when=told["survey_date"].replace("", "9999"),
        domain_code=told["domain_code"].fillna(""),
        kind="part",
        precision=told["decimals"],
        standard_error=np.sqrt(told["value"] * (100 - told["value"]) / told["sample_size"].astype("float64")),
    ).sort_values(["place", "when"], kind="stable")
    told = told.drop_duplicates([*_SAME, "wave"], keep=False)
    names = ["value", "wave", "precision", "kind", "sample_size", "standard_error"]
    before = told.groupby(_SAME, sort=False)[names].shift()
    pairs = told.rename(columns={name: f"{name}_to" for name in names}).join(before.add_suffix("_from"))
    pairs = pairs[pairs["wave_from"].notna()].sort_values("row_number", kind="stable")
    return pairs.assign(value=pairs["value_to"], **moved(pairs)).reset_index(drop=True)
