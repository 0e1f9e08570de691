"""The tables of the page of the alliances, in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.rows import Fields, each
from indicators.vocabulary import Vocabulary
from readings.alliances.kinds import KINDS, UNSAID
from readings.alliances.topics import asked_question, figure_text, named, territory
from wording.lists import join
from wording.source_notes import without_address
from wording.typography import capital, typed

_NONE = "–"
NO_PLACE = "lieu non publié"


def topic_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the table of a topic (see `topics.topic_rows`).

    One kind of thing a column, as below: Chiffre, Valeur, Acteur, Contexte (territory, date and question),
    Source, Cellule.
    """
    return pd.DataFrame(
        {
            "Chiffre": rows["label"],
            "Valeur": rows["text"],
            "Acteur": rows["panel"],
            "Contexte": [text or _NONE for text in rows["note"]],
            "Source": [source(text) for text in rows["source"]],
            "Cellule": rows["where"],
        }
    )


def figure_table(figures: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return any figures (see `figures.alliance_figures`).

    Chiffre, Valeur, Acteur, Domaine, Territoire, Date, Population, Source, Cellule.
    """
    return pd.DataFrame([_figure(row, names) for row in each(figures)])


def initiative_table(initiatives: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return the initiatives (see `selection`).

    Initiative, Nature, Lieu, Domaines, Actions, Partenaires, Date, Source, Ligne (of the workbook).
    """
    return pd.DataFrame([_initiative(row, names) for row in each(initiatives)])


def place(row: Fields, regions: Mapping[str, str]) -> str:
    """« Hauts-de-France (59 Nord) », « Occitanie, département non publié », « lieu non publié »."""
    named = join(regions.get(code, code) for code in row.region_codes)
    if row.department_label:
        label = typed(row.department_label)
        # Brackets of the label become commas inside those.
        return f"{named} ({label.replace(' (', ', ').replace(')', '')})" if named else label
    return f"{named}, département non publié" if named else NO_PLACE


def source(text: str) -> str:
    """Write a source without its address."""
    return typed(without_address(text))


def with_kind(row: Fields) -> str:
    """Write the name of an initiative with its kind, where that is said."""
    kind = "" if row.kind == UNSAID else f" ({KINDS[row.kind].lower()})"
    return f"{named(row.name)}{kind}"


def subject(row: Fields, names: Vocabulary) -> str:
    """« Citoyens : part des répondants pour qui les alliances innovent »: who says it, then what."""
    domain = names.domains[row.domain_code] if pd.notna(row.domain_code) else ""
    asked = asked_question(row)
    said = ", ".join(part for part in (domain, asked) if part)
    return f"{names.actors.get(row.actor_code, row.actor_code)}\u202f: {said}"


def _figure(row: Fields, names: Vocabulary) -> dict[str, str]:
    return {
        "Chiffre": capital(asked_question(row)),
        "Valeur": figure_text(row),
        "Acteur": names.actors.get(row.actor_code, row.actor_code),
        "Domaine": names.domains[row.domain_code] if pd.notna(row.domain_code) else _NONE,
        "Territoire": territory(row, names),
        "Date": row.wave or _NONE,
        "Population": typed(row.base) or _NONE,
        "Source": source(row.source),
        "Cellule": f"{row.sheet}, {row.cell if pd.notna(row.value) else row.rank_cell}",
    }


def _initiative(row: Fields, names: Vocabulary) -> dict[str, str]:
    return {
        "Initiative": named(row.name),
        "Nature": _NONE if row.kind == UNSAID else KINDS[row.kind],
        "Lieu": place(row, names.regions),
        "Domaines": _domains(row, names) or _NONE,
        "Actions": capital(typed(row.description)) or _NONE,
        "Partenaires": typed(row.partners) or _NONE,
        "Date": typed(row.dated) or _NONE,
        "Source": source(row.source),
        "Ligne": str(row.row_number),
    }


def _domains(row: Fields, names: Vocabulary) -> str:
    """Name the domains by their short labels; published words that are none of them as they are."""
    return join(names.domains.get(code, code) for code in row.domain_codes) or typed(row.domain_label)
