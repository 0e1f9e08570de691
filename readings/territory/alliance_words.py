"""Co-construction and practices: what is published of the alliances of one region."""

from __future__ import annotations

import pandas as pd

from indicators.results import Results
from indicators.rows import Fields, each
from indicators.vocabulary import Vocabulary
from loaders.store import FRANCE
from readings.alliances.topics import asked_question, figure_text, of_territory, territory
from wording.numbers import counted, number
from wording.typography import capital

# What a figure shares with those of a part of the same people; its own population is then said too.
_SAME = ["actor_code", "measure", "detail", "unit", "wave"]
_HEADS = ["Acteur", "Ce qui est publié", "Chiffre"]


def alliance_table(figures: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return one row a figure: Acteur, Ce qui est publié (question, territory, wave), Chiffre."""
    parts = figures[figures["subpopulation"] != ""]
    split = set(each(parts[_SAME]))
    rows = [
        _row(row, names, whole=key in split)
        for row, key in zip(each(figures), each(figures[_SAME]), strict=True)
    ]
    return pd.DataFrame(rows, columns=_HEADS)


def country_table(results: Results) -> pd.DataFrame:
    """Return the same of France, which stands beside each region."""
    return results.once("alliances of the country", lambda: _of_country(results))


def alliance_finding(count: int, country: int) -> str:
    """Say how much is published for the region, and for France, whose figures stand under the same title."""
    figures = counted(count, "chiffre publié", "chiffres publiés") if count else "aucun chiffre publié"
    beside = f", {number(country, 0)} pour la France" if country else ""
    return f"Co-construction et pratiques\u202f: {figures} pour cette région{beside}"


def _of_country(results: Results) -> pd.DataFrame:
    return alliance_table(of_territory(results.alliance_figures(), FRANCE), results.vocabulary())


def _row(row: Fields, names: Vocabulary, *, whole: bool) -> tuple[str, str, str]:
    subject = "" if pd.isna(row.domain_code) else names.domains[row.domain_code]
    actor = names.actors.get(row.actor_code, row.actor_code)
    asked = asked_question(row, f"ensemble des {actor.lower()}" if whole else "")
    words = (f"{subject}\u202f: {asked}" if subject else capital(asked), territory(row, names), row.wave)
    return (
        actor,
        ", ".join(word for word in words if word),
        figure_text(row),
    )
