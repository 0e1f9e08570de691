"""« Ce qui est publié pour la région »: every figure on fragility, actor by actor, when too few to cross."""

from __future__ import annotations

import pandas as pd

from indicators.rows import each
from readings.actors.apart import together
from readings.actors.context import Context
from readings.actors.figures import told as figure_told
from readings.actors.part import Part
from wording.lists import join
from wording.numbers import counted

_NOTHING = "Aucun chiffre de fragilité ressentie n’est publié"


def regional(context: Context) -> Part | None:
    """Return the table of the chosen region; None when none is chosen, or when the figures are drawn."""
    if not context.region or context.place == context.region:
        return None
    names = context.words
    inside = names.names[context.region].name_in
    heading = f"Ce que les acteurs disent {inside}"
    told = context.told[context.told["region_code"] == context.region]
    silent = join(context.the(code) for code in context.actors if code not in set(told["actor_code"]))
    nothing = f"Sur la fragilité ressentie, rien n’y est publié pour {silent}." if silent else ""
    if told.empty:
        return Part(
            "region",
            heading,
            why=f"{_NOTHING} {inside}.",
            remedy="Les figures de cette page montrent la France entière.",
        )
    return Part(
        "region",
        heading,
        sentences=tuple(filter(None, (nothing, together(context.aside, context.region, context.domains)))),
        table=_table(context, told),
    )


def regional_title(context: Context) -> str:
    """Say why the figures are those of France when a region is chosen; `""` when they are not."""
    if not context.region or context.place == context.region or context.told.empty:
        return ""
    named = context.words.names[context.region]
    count = int((context.told["region_code"] == context.region).sum())
    if count == 0:
        return f"{_NOTHING} {named.name_in}\u202f: les figures montrent la France"
    said = counted(count, "chiffre publié", "chiffres publiés")
    return (
        f"{said} sur la fragilité ressentie, trop peu pour croiser les acteurs {named.name_of}\u202f: "
        "les figures montrent la France"
    )


def _table(context: Context, told: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (
            context.actors[str(row.actor_code)],
            context.domains[str(row.domain_code)],
            f"{figure_told(row)}, {row.wave}",
        )
        for row in each(told)
    ]
    return pd.DataFrame(rows, columns=["Acteur", "Domaine", "Chiffre publié"])
