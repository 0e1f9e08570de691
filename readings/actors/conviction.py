"""« La conviction que les alliances innovent »: actor by actor, in the surveys of PHARE and IMPACT."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.actors.alliance_rows import INNOVATION, territory
from readings.actors.context import Context
from readings.actors.panel_rows import ASKED, asked
from readings.actors.part import Part
from wording.lists import join
from wording.numbers import counted, percent
from wording.typography import capital, uncapital

_CAUTION = (
    "Les questions et les personnes interrogées peuvent différer d’une enquête à l’autre\u202f: "
    "une hausse se lit comme un ordre de grandeur."
)
HEADING = "La conviction que les alliances innovent"
OTHERS = "Régions publiées"


def conviction(context: Context) -> Part:
    """Draw one line an actor: France in each programme, the published regions as marks of their own."""
    figures = context.of_measure(INNOVATION)
    # A part of the associations does not speak for all of them.
    figures = figures[figures["subpopulation"] == ""].reset_index(drop=True)
    if figures.empty:
        return Part(
            "conviction",
            HEADING,
            why="Aucun chiffre publié ne dit si les acteurs pensent que les alliances innovent.",
            remedy="Une feuille «\u00a0Alliances\u00a0» complétée dans le classeur les fera paraître ici.",
        )
    sentences = tuple(_sentences(context, figures))
    return Part(
        "conviction",
        HEADING,
        lead="Part des répondants pour qui les alliances innovent (l’axe ne part pas de 0).",
        sentences=sentences,
        rows=_rows(context, figures),
        table=_table(context, figures),
        figures=figures,
        finding=f"{HEADING}\u202f: {uncapital(sentences[0])}",
    )


def _sentences(context: Context, figures: pd.DataFrame) -> list[str]:
    country = figures[figures["region_code"] == FRANCE]
    said = [_extent(country)] if len(country) else []
    return [
        *said,
        *_region(context, figures),
        _CAUTION,
        *context.every_survey,
    ]


def _extent(country: pd.DataFrame) -> str:
    """« De 69 % à 97 % selon l’acteur et l’enquête, en France. »."""
    ends = country.sort_values("value").iloc[[0, -1]]
    low, high = (_part(row) for row in each(ends))
    if low == high:
        return f"{low} en France."
    return f"De {low} à {high} selon l’acteur et l’enquête, en France."


def _region(context: Context, figures: pd.DataFrame) -> list[str]:
    """Say what the chosen region answers, or that nothing is published for it."""
    if not context.region:
        return []
    found = figures[figures["region_code"] == context.region]
    name = context.words.names[context.region].name_in
    start = capital(name)
    if found.empty:
        published = sorted(set(figures["region_code"]) - {FRANCE})
        count = counted(len(published), "autre région a un chiffre", "autres régions ont des chiffres")
        return [f"{start}, rien n’est publié sur cette conviction\u202f; {count}."]
    said = join(f"{_part(row)} pour {context.the(str(row.actor_code))}" for row in each(found))
    return [f"{start}\u202f: {said}."]


def _part(row: Fields) -> str:
    """Write a share as it is shown in its cell, without a useless zero."""
    return percent(float(row.value), most=int(row.decimals))


def _rows(context: Context, figures: pd.DataFrame) -> pd.DataFrame:
    """Columns: line (actor), series (programme, OTHERS or the chosen region), value, text, label."""
    rows = [(_line(context, row), *_place(context, row), _label(context, row)) for row in each(figures)]
    frame = pd.DataFrame(rows, columns=["line", "series", "value", "text", "label"])
    # What is drawn last is on top: the country over the regions, the chosen region over both.
    order = {OTHERS: 0, **dict.fromkeys(figures["programme"], 1)}
    return frame.sort_values("series", key=lambda names: names.map(order).fillna(2), kind="stable")


def _line(context: Context, row: Fields) -> str:
    return context.words.actors_the[str(row.actor_code)].removeprefix("les ").capitalize()


def _place(context: Context, row: Fields) -> tuple[str, float, str]:
    value = float(row.value)
    if row.region_code == FRANCE:
        return str(row.programme), value, _part(row)
    if row.region_code == context.region:
        return context.words.names[context.region].name, value, _part(row)
    return OTHERS, value, ""


def _label(context: Context, row: Fields) -> str:
    where = territory(row, context.words)
    return f"{_line(context, row)}, {where}, {row.wave}\u202f: {_part(row)}"


def _table(context: Context, figures: pd.DataFrame) -> pd.DataFrame:
    rows = [(_line(context, row), _part(row), *asked(context, row)) for row in each(figures)]
    return pd.DataFrame(rows, columns=["Acteur", "Part", *ASKED])
