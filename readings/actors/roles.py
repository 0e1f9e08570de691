"""« Les rôles que les maires attendent de chacun », as far as the figures are sure."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from readings.actors.alliance_rows import ROLES
from readings.actors.context import FOUR, Context
from readings.actors.panel_rows import COLUMNS, Bar, bar, detail, finding, table, where
from readings.actors.part import Part
from readings.phrases.words import of
from wording.lists import join
from wording.numbers import counted, plural

HEADING = "Les rôles que les maires attendent de chacun"
# Who is asked about the roles of the others.
_ASKED = "maires"


def roles(context: Context) -> Part:
    """Draw the sure figures, and say of whom nothing sure is published."""
    figures = context.of_measure(ROLES)
    doubtful = context.doubtful.count(ROLES)
    sentences = [
        *_unsaid(context, figures),
        *([_left_out(doubtful)] if doubtful else []),
        *context.every_survey,
    ]
    if figures.empty:
        return Part(
            "roles",
            HEADING,
            why=" ".join(sentences),
            remedy="La page «\u00a0Données et méthode\u00a0» en donne la liste.",
        )
    return Part(
        "roles",
        HEADING,
        lead="Part des répondants qui attendent ce rôle, de 0 à 100\u202f%.",
        sentences=tuple(sentences),
        rows=pd.DataFrame([_role(context, row) for row in each(figures)], columns=COLUMNS),
        table=table(context, figures),
        figures=figures,
        finding=finding(context, figures, "roles"),
    )


def _unsaid(context: Context, figures: pd.DataFrame) -> list[str]:
    """Name the actors of whom no sure figure says the role."""
    others = [of(context.the(code)) for code in FOUR if code != _ASKED]
    told = figures["detail"].str
    unsaid = [name for name in others if not told.contains(f"rôle attendu {name}", regex=False).any()]
    return [f"Aucun chiffre sûr n’est publié sur le rôle {join(unsaid)}."] if unsaid else []


def _left_out(doubtful: int) -> str:
    """Say how many figures are not shown, and why."""
    count = counted(doubtful, "autre chiffre publié reste", "autres chiffres publiés restent")
    which = plural(doubtful, "il n’est montré", "ils ne sont montrés")
    return f"Sur les rôles, {count} à vérifier\u202f: {which} que dans le rapport de qualité."


def _role(context: Context, row: Fields) -> Bar:
    """Split « prioritaire – rôle des collectivités … : animer un dialogue »: the question is the panel."""
    level, _, question = detail(row).partition(" – ")
    asked, _, answer = question.partition(" : ")
    label = f"{answer} ({level})" if answer else level
    return bar(context, row, asked or "Rôle attendu", where(context, row), label)
