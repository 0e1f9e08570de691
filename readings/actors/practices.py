"""« Pratiques et types de partenariat »: who has partnerships, and of which types."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.actors.alliance_rows import PRACTICE, TYPES
from readings.actors.context import FOUR, Context
from readings.actors.panel_rows import COLUMNS, Bar, bar, detail, finding, table, where, who
from readings.actors.part import Part
from wording.lists import join

HEADING = "Pratiques et types de partenariat"
_CAUTION = (
    "Chaque colonne est une enquête\u202f: quand les personnes interrogées diffèrent, deux colonnes ne "
    "mesurent pas une évolution. Celles que les sources permettent sont plus bas."
)


def practices(context: Context) -> Part:
    """Draw France and the chosen region; a panel is one actor, one survey, one territory."""
    practice, types = (_drawn(context, context.of_measure(name)) for name in (PRACTICE, TYPES))
    figures = pd.concat([practice, types], ignore_index=True)
    if figures.empty:
        return Part(
            "pratiques",
            HEADING,
            why="Aucun chiffre utilisable n’est publié sur les pratiques de partenariat.",
            remedy="La page «\u00a0Données et méthode\u00a0» dit ce qui reste à vérifier.",
        )
    rows = [_practice(context, row) for row in each(practice)]
    rows += [_type(context, row) for row in each(types)]
    return Part(
        "pratiques",
        HEADING,
        lead="Part des répondants, de 0 à 100\u202f%.",
        sentences=tuple(_sentences(context, figures)),
        rows=pd.DataFrame(rows, columns=COLUMNS),
        table=table(context, figures),
        figures=figures,
        finding=finding(context, figures, "pratique"),
    )


def _drawn(context: Context, figures: pd.DataFrame) -> pd.DataFrame:
    return figures[figures["region_code"].isin({FRANCE, context.region})]


def _sentences(context: Context, figures: pd.DataFrame) -> list[str]:
    heard = set(figures["actor_code"])
    silent = join(context.the(code) for code in FOUR if code not in heard)
    said = [f"Rien n’est publié sur les pratiques pour {silent}."] if silent else []
    if context.region and context.region not in set(figures["region_code"]):
        name = context.words.names[context.region].name_in
        said.append(
            f"Sur les pratiques, rien n’est publié {name}\u202f: les chiffres sont ceux de la France."
        )
    return [*said, _CAUTION, *context.every_survey]


def _practice(context: Context, row: Fields) -> Bar:
    """Write who was asked what beside the survey: « employeuses » is another question than « toutes »."""
    label = ", ".join(filter(None, [where(context, row), row.subpopulation or detail(row)]))
    return bar(context, row, f"Ont un partenariat\u202f: {who(context, row)}", "", label)


def _type(context: Context, row: Fields) -> Bar:
    """« des entreprises ayant des partenariats : mécénat » is « mécénat » in the panel of its actor."""
    label = detail(row).rpartition(" : ")[2]
    return bar(context, row, f"Types\u202f: {who(context, row)}", where(context, row), label)
