"""« Ce qui a changé dans les alliances »: a question on alliances in two surveys, and published rises."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from loaders.store import FRANCE
from readings.actors.alliance_rows import territory
from readings.actors.context import Context
from readings.actors.part import Part
from readings.alliances.topics import asked_question
from readings.phrases.sampling import NO_SIZE
from wording.numbers import counted, number, percent, plural, signed
from wording.typography import capital, typed

HEADING = "Ce qui a changé dans les alliances, d’une enquête à l’autre"
_POINTS = "points"
_CAUTION = (
    "Une enquête peut avoir interrogé d’autres personnes que la précédente\u202f: "
    "sans taille d’échantillon publiée, une hausse se lit comme un ordre de grandeur."
)


def changed(context: Context) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what is asked twice, then what sources say has changed, in France and the chosen region."""
    pairs, published = (
        rows[rows["region_code"].isin([FRANCE, context.region])]
        for rows in (context.alliance_pairs, context.alliances)
    )
    return pairs, published[published["unit"] == _POINTS]


def alliance_changes(context: Context, pairs: pd.DataFrame, risen: pd.DataFrame) -> Part:
    """Return the table of what is `changed`, of every actor."""
    rows = [_move(context, row) for row in each(pairs)] + [_risen(context, row) for row in each(risen)]
    return Part(
        "mouvements_alliances",
        HEADING,
        lead=f"{counted(len(pairs), 'même question', 'mêmes questions')} dans deux enquêtes, "
        f"{counted(len(risen), 'évolution publiée', 'évolutions publiées')} par les sources elles-mêmes.",
        sentences=(_CAUTION, *context.every_survey),
        table=pd.DataFrame(rows, columns=["Question", "Chiffres publiés", "Évolution"]),
    )


def _move(context: Context, row: Fields) -> tuple[str, str, str]:
    ends = (
        f"{percent(getattr(row, f'value_{end}'), int(getattr(row, f'precision_{end}')))}, "
        f"{getattr(row, f'wave_{end}')}"
        for end in ("from", "to")
    )
    return _question(context, row), ", puis ".join(ends), f"{_points(row.change)}, {_said(row)}"


def _said(row: Fields) -> str:
    """Say what the margin lets conclude, or that there is none to speak of."""
    if row.sampling != "publiee":
        return NO_SIZE
    margin = number((row.change_high - row.change_low) / 2, 1)
    verdict = {"": "au-delà", "a_la_limite": "à la limite"}.get(row.reason, "en deçà")
    return f"{verdict} de la marge d’erreur à 95\u202f% (±\u202f{margin} au plus, arrondi compris)"


def _risen(context: Context, row: Fields) -> tuple[str, str, str]:
    said = ". ".join(filter(None, [f"publié par la source ({row.wave})", typed(str(row.remark)).rstrip(".")]))
    return _question(context, row), said, _points(row.value)


def _points(change: float) -> str:
    said = signed(float(change), 0 if float(change).is_integer() else 1)
    return f"{said}\u00a0{plural(change, 'point', 'points')}"


def _question(context: Context, row: Fields) -> str:
    who = capital(context.the(str(row.actor_code)).removeprefix("les "))
    domain = context.domains.get(str(row.domain_code), "")
    where = territory(row, context.words)
    return f"{who}\u202f: {', '.join(filter(None, [domain, asked_question(row), where]))}"
