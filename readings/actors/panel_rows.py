"""The rows of figures made of panels: one bar an answer, one panel a question to one actor in one survey."""

from __future__ import annotations

import re

import pandas as pd

from indicators.rows import Fields, each
from readings.actors.alliance_rows import territory
from readings.actors.context import Context
from readings.alliances.headings import heading
from readings.alliances.topics import TOPICS, topic_rows
from wording.numbers import percent
from wording.typography import capital, typed

COLUMNS = ["panel", "note", "label", "share", "text", "actor_code", "chosen"]
ASKED = ["Territoire", "Enquête", "Personnes interrogées"]
Bar = tuple[str, str, str, float, str, str, bool]
_QUESTION = re.compile(r"\bQ\d+ ")


def bar(context: Context, row: Fields, panel: str, note: str, label: str) -> Bar:
    """Return one row in the order of `COLUMNS`; `chosen`: a figure of the chosen region."""
    panel, note, label = (capital(text) for text in map(typed, (panel, note, label)))
    chosen = row.region_code == context.region
    return (
        panel,
        note,
        label,
        row.value / 100,
        percent(row.value, most=int(row.decimals)),
        str(row.actor_code),
        chosen,
    )


def who(context: Context, row: Fields) -> str:
    """« les entreprises »."""
    return context.the(str(row.actor_code))


def where(context: Context, row: Fields) -> str:
    """« France, PHARE 2015 »."""
    return f"{territory(row, context.words)}, {row.wave}"


def detail(row: Fields) -> str:
    """Return the answer without the number of the question in the questionnaire."""
    return _QUESTION.sub("", str(row.detail))


def finding(context: Context, figures: pd.DataFrame, topic: str) -> str:
    """Say what the figures find, in the words of the page on alliances; `topic`: a code of its topics."""
    asked = next(item for item in TOPICS if item.code == topic)
    return heading(topic_rows(figures.drop_duplicates("figure_id"), asked, context.words), asked)


def table(context: Context, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures in words: Acteur, Part, Réponse, Territoire, Enquête, Personnes interrogées."""
    rows = [
        (
            who(context, row).removeprefix("les ").capitalize(),
            percent(row.value, most=int(row.decimals)),
            typed(detail(row)),
            *asked(context, row),
        )
        for row in each(figures)
    ]
    return pd.DataFrame(rows, columns=["Acteur", "Part", "Réponse", *ASKED])


def asked(context: Context, row: Fields) -> tuple[str, str, str]:
    """Return where, when and of whom (`""`: the source does not say) a figure was asked: see `ASKED`."""
    return territory(row, context.words), str(row.wave), typed(str(row.base or ""))
