"""What the sources say of fragility of no actor of its own: sub-populations, « les acteurs » together."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.actors.context import Context
from readings.actors.figures import said
from readings.actors.part import Part
from wording.lists import join
from wording.typography import capital, quoted, typed

_TOGETHER = "Les acteurs ensemble"


def apart(context: Context) -> Part | None:
    """Return their table, for France and the chosen region; None when there is none."""
    told = context.aside[context.aside["region_code"].isin([FRANCE, context.region])]
    if told.empty:
        return None
    rows = [_row(context, row) for row in each(told)]
    return Part(
        "a_part",
        "Ce que les sources disent à part",
        lead="Une partie d’un acteur, ou les acteurs ensemble\u202f: ces lignes n’entrent "
        "dans aucun classement.",
        table=pd.DataFrame(rows, columns=["Qui", "Domaine", "Ce qui est publié"]),
    )


def together(aside: pd.DataFrame, region: str, domains: Mapping[str, str]) -> str:
    """Say what the sources tell of the actors of a region together; `""` for nothing."""
    told = aside[(aside["region_code"] == region) & aside["actor_code"].isna()]
    parts = [
        f"{quoted(domains[str(row.domain_code)])}, {said(row) or typed(row.raw_rank)} ({row.wave})"
        for row in each(told)
    ]
    return f"Des acteurs ensemble, sans les nommer, la source dit\u202f: {join(parts)}." if parts else ""


def _row(context: Context, row: Fields) -> tuple[str, str, str]:
    who = capital(typed(row.subpopulation)) or _TOGETHER
    where = context.words.names[str(row.region_code)].name
    told = said(row) or typed(row.raw_rank)
    parts = [told, typed(row.detail), where, str(row.wave)]
    return who, context.domains[str(row.domain_code)], ", ".join(filter(None, parts))
