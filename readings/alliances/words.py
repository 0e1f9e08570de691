"""The tables of the page of the alliances, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from indicators.rows import Fields
from indicators.vocabulary import Vocabulary
from readings.alliances.kinds import KINDS, UNSAID
from readings.alliances.topics import asked_question, figure_text, named, territory
from wording.lists import join, joined
from wording.numbers import plural
from wording.typography import capital, typed

# An address is in the sheet Sources: here it would be wider than a phone.
_ADDRESS = re.compile(r" - https?://\S+")
NO_PLACE = "lieu non publié"


def topic_table(rows: pd.DataFrame, *, narrow: bool) -> pd.DataFrame:
    """Return the table of a topic (see `topics.topic_rows`): figure, value, who says it and where it is.

    `narrow`: two columns instead of three, so that a phone shows them whole; so below.
    """
    table = pd.DataFrame(
        {
            "Chiffre": rows["label"],
            "Valeur": rows["text"],
            "Précisions": [
                joined(part for part in parts if part)
                for parts in zip(
                    rows["panel"], rows["note"], rows["source"].map(source), rows["where"], strict=True
                )
            ],
        }
    )
    return _two(table, "Valeur") if narrow else table


def figure_table(figures: pd.DataFrame, names: Vocabulary, *, narrow: bool) -> pd.DataFrame:
    """Return any figures (see `figures.alliance_figures`) as a table of the same three columns."""
    told = list(figures.itertuples())
    table = pd.DataFrame(
        {
            "Chiffre": [_subject(row, names) for row in told],
            "Valeur": [figure_text(row) for row in told],
            "Précisions": [_origin(row, names) for row in told],
        }
    )
    return _two(table, "Valeur") if narrow else table


def initiative_table(initiatives: pd.DataFrame, names: Vocabulary, *, narrow: bool) -> pd.DataFrame:
    """Return the initiatives (see `selection`): name and kind, place, what is done and who says so."""
    told = list(initiatives.itertuples())
    table = pd.DataFrame(
        {
            "Initiative": [_named(row) for row in told],
            "Lieu": [place(row, names.regions) for row in told],
            "Précisions": [_about(row, names) for row in told],
        }
    )
    return _two(table, "Lieu") if narrow else table


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
    return typed(_ADDRESS.sub("", text))


def _named(row: Fields) -> str:
    kind = "" if row.kind == UNSAID else f" ({KINDS[row.kind].lower()})"
    return f"{named(row.name)}{kind}"


def _about(row: Fields, names: Vocabulary) -> str:
    parts = [
        capital(typed(row.description)),
        _domain(row, names),
        f"avec\u202f: {typed(row.partners)}" if row.partners else "",
        typed(row.dated),
        f"source\u202f: {source(row.source)} ({row.sheet}, ligne {row.row_number})",
    ]
    return joined(part for part in parts if part)


def _domain(row: Fields, names: Vocabulary) -> str:
    """Name the domains by their short labels; published words that are none of them as they are."""
    labels = [names.domains.get(code, code) for code in row.domain_codes]
    said = join(labels) or typed(row.domain_label)
    return f"{plural(len(labels), 'domaine', 'domaines')}\u202f: {said}" if said else "aucun domaine publié"


def _two(table: pd.DataFrame, second: str) -> pd.DataFrame:
    """Write the second column after the first one."""
    first = table.columns[0]
    joined = [f"{one}\u202f: {other}" for one, other in zip(table[first], table[second], strict=True)]
    return pd.DataFrame({first: joined, "Précisions": table["Précisions"]})


def _subject(row: Fields, names: Vocabulary) -> str:
    """« Citoyens : part des répondants pour qui les alliances innovent »: who says it, then what."""
    domain = names.domains[row.domain_code] if pd.notna(row.domain_code) else ""
    asked = asked_question(row)
    said = ", ".join(part for part in (domain, asked) if part)
    return f"{names.actors.get(row.actor_code, row.actor_code)}\u202f: {said}"


def _origin(row: Fields, names: Vocabulary) -> str:
    parts = [
        territory(row, names),
        row.wave,
        typed(row.base),
        source(row.source),
        f"{row.sheet}, {row.cell if pd.notna(row.value) else row.rank_cell}",
    ]
    return joined(part for part in parts if part)
