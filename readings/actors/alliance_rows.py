"""The usable figures on alliances, one row a figure x territory."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.rows import Fields
from indicators.vocabulary import Vocabulary
from loaders.store import FRANCE
from wording.perimeter import perimeter

# Earlier programmes asked other people other questions.
# What this page shows of the alliances; the rest is on the page of the alliances.
INNOVATION, PRACTICE, TYPES = "innovation_pct", "pratique_partenariat_pct", "type_partenariat_pct"
ROLES, COCONSTRUCTION = "role_attendu_pct", "domaine_coconstruction_pct"
MEASURES = (INNOVATION, PRACTICE, TYPES, ROLES, COCONSTRUCTION)
PROGRAMMES = ("PHARE", "IMPACT")


def published(figures: pd.DataFrame) -> pd.DataFrame:
    """Return one row a usable figure x territory (France is 'FR'), in the order of the sheet.

    `figures`: see `indicators.alliance_figures`; their columns, and region_code. Sub-populations are kept
    under their own name: « associations employeuses » is never « associations ».
    """
    given = figures.dropna(subset="actor_code")
    rows = given.assign(region_code=given["region_codes"]).explode("region_code")
    return rows.dropna(subset="region_code").reset_index(drop=True)


def of_measure(alliances: pd.DataFrame, measure: str, actors: Sequence[str]) -> pd.DataFrame:
    """Return the figures with a value of the programmes shown: actor by actor, France first, PHARE first."""
    rows = alliances[
        (alliances["measure"] == measure)
        & alliances["value"].notna()
        & alliances["programme"].isin(PROGRAMMES)
    ].reset_index(drop=True)
    order = pd.DataFrame(
        {
            "actor": rows["actor_code"].map(list(actors).index),
            "abroad": rows["region_code"] != FRANCE,
            "programme": rows["programme"].map(PROGRAMMES.index),
        }
    )
    places = order.sort_values(["actor", "abroad", "programme"], kind="stable").index
    return rows.iloc[places].reset_index(drop=True)


def territory(row: Fields, words: Vocabulary) -> str:
    """« France », « Bretagne », « PACA-Corse (périmètre de l’enquête) »."""
    return perimeter(str(row.perimeter)) or words.names[str(row.region_code)].name
