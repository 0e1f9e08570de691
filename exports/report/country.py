"""What is published of the alliances for the whole country, a line an actor and a survey: paper is short."""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.results import Results
from indicators.vocabulary import Vocabulary
from loaders.store import FRANCE
from readings.actors.alliance_rows import INNOVATION
from readings.alliances.topics import TOPICS, figure_text, of_territory, topic_rows
from wording.lists import joined

HEADS = ["Acteur", "Enquête et question", "Réponses"]
_INNOVATION = "Part des répondants pour qui les alliances innovent"
_FRANCE = "France, "
# What a debate needs first, when a complete survey leaves little room.
_FIRST = ("domaines",)


def country(results: Results, *, brief: bool) -> dict[str, Any]:
    """Return `questions` (subject, note, table of words), `published` and `shown` (counts of figures).

    The topics are those of the page on the alliances; figures of no topic are left to it, and counted.
    `brief`: only on what to ally, and whether alliances innovate.
    """
    figures, names = of_territory(results.alliance_figures(), FRANCE), results.vocabulary()
    kept = [topic for topic in TOPICS if not brief or topic.code in _FIRST]
    asked = [(topic.subject, topic.note, topic_rows(figures, topic, names)) for topic in kept]
    asked.append((_INNOVATION, "", _innovation(figures, names)))
    return {
        "questions": [_question(subject, note, rows) for subject, note, rows in asked if len(rows)],
        "published": len(figures),
        "shown": sum(len(rows) for _, _, rows in asked),
    }


def _innovation(figures: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return the one question put to all four actors, as rows of a topic: the surveys are the bars."""
    kept = figures[figures["measure"] == INNOVATION]
    return pd.DataFrame(
        {
            "panel": [names.actors[code] for code in kept["actor_code"]],
            "note": "",
            "label": kept["wave"],
            "text": [figure_text(row) for row in kept.itertuples()],
        }
    )


def _question(subject: str, note: str, rows: pd.DataFrame) -> dict[str, Any]:
    groups = rows.groupby(["panel", "note"], sort=False)
    told = [[str(who), str(what).removeprefix(_FRANCE), _answers(found)] for (who, what), found in groups]
    # A question without any note leaves its column out.
    kept = range(3) if any(what for _, what, _ in told) else (0, 2)
    lines = [[row[at] for at in kept] for row in told]
    return {"subject": subject, "note": note, "table": {"heads": [HEADS[at] for at in kept], "rows": lines}}


def _answers(rows: pd.DataFrame) -> str:
    """« Emploi : 61 % ; Mobilité : 29 % »; the country is not said again."""
    pairs = zip(rows["label"], rows["text"], strict=True)
    return joined(f"{label.replace(_FRANCE, '')}\u202f:\u00a0{text}" for label, text in pairs)
