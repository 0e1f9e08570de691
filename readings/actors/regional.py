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


def regional(context: Context) -> Part | None:
    """Return the table of the chosen region; None when none is chosen, or when the figures are drawn."""
    if not context.region or context.place == context.region:
        return None
    names = context.words
    inside, of = names.names[context.region].name_in, names.names[context.region].name_of
    heading = f"Ce que les acteurs disent {inside}"
    told = context.told[context.told["region_code"] == context.region]
    silent = join(context.the(code) for code in context.actors if code not in set(told["actor_code"]))
    nothing = f"Sur la fragilité ressentie, rien n’y est publié pour {silent}." if silent else ""
    if told.empty:
        return Part(
            "region",
            heading,
            why=f"Aucun chiffre de fragilité ressentie n’est publié {inside}.",
            remedy="Les figures de cette page montrent la France entière.",
        )
    count = counted(len(told), "chiffre publié", "chiffres publiés")
    return Part(
        "region",
        heading,
        lead=f"{count} sur la fragilité ressentie, trop peu pour croiser les acteurs {of}\u202f: "
        "les figures montrent la France.",
        sentences=tuple(filter(None, (nothing, together(context.aside, context.region, context.domains)))),
        table=_table(context, told),
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
