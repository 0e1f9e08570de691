"""The heading of each topic: what its figures say, in one sentence a room can read."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from indicators.rows import each
from loaders.store import FRANCE
from readings.alliances.selection import holding
from readings.alliances.topics import Topic
from wording.lists import join, joined


def heading(rows: pd.DataFrame, topic: Topic) -> str:
    """Write the finding of a topic from its rows (see `topics.topic_rows`).

    Without any figure for France, only the subject of the topic.
    """
    country = holding(rows, "region_codes", FRANCE)
    return _FINDINGS[topic.code](country) if len(country) else topic.subject


def _practice(rows: pd.DataFrame) -> str:
    """« En France, 37 % des entreprises et 38 % des associations ont des partenariats (PHARE 2015) »."""
    whole = rows[rows["subpopulation"] == ""]
    asked = whole.groupby("wave", sort=False)["panel"].nunique()
    if asked.empty:
        return "Pratique des partenariats, selon les populations interrogées"
    wave = asked.idxmax()
    latest = whole[whole["wave"] == wave].drop_duplicates("panel")
    shares = [f"{row.text} des {str(row.panel).lower()}" for row in each(latest)]
    return f"En France, {join(shares)} ont des partenariats ({wave})"


def _types(rows: pd.DataFrame) -> str:
    return f"Premier type de partenariat cité en France\u202f: {_first(rows)}"


def _domains(rows: pd.DataFrame) -> str:
    return f"Premier domaine où s’allier, en France\u202f: {_first(rows)}"


def _maturity(rows: pd.DataFrame) -> str:
    """Quote the most frequent answer; a sum of answers is none."""
    answers = rows[rows["label"].str.contains("«")]
    top = _highest(answers if len(answers) else rows)
    return f"La co-construction\u202f? {top['label']}, disent {top['text']} des {top['panel'].lower()}"


def _roles(rows: pd.DataFrame) -> str:
    top = _highest(rows)
    return f"Rôles attendus\u202f: un même rôle réunit jusqu’à {top['text']} des {top['panel'].lower()}"


def _first(rows: pd.DataFrame) -> str:
    """« emploi pour les entreprises (61 %), … »: what each actor names first in its latest dated survey."""
    said: dict[str, list[str]] = {}
    for actor, told in rows.groupby("panel", sort=False):
        latest = told[told["survey_date"] == told["survey_date"].max()]
        top = latest[latest["value"] == latest["value"].max()]
        label = join(dict.fromkeys(f"«\u00a0{name}\u00a0»" for name in top["label"]))
        said.setdefault(label, []).append(f"les {str(actor).lower()} ({top['text'].iloc[0]})")
    return joined(f"{label} pour {join(who)}" for label, who in said.items())


def _highest(rows: pd.DataFrame) -> dict[str, str]:
    top = rows.sort_values("value", ascending=False, kind="stable").head(1)
    return {column: str(top[column].iloc[0]) for column in ("panel", "label", "text")}


_FINDINGS: dict[str, Callable[[pd.DataFrame], str]] = {
    "pratique": _practice,
    "types": _types,
    "maturite": _maturity,
    "roles": _roles,
    "domaines": _domains,
}
