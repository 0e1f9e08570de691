"""What comes after a debate: what is done in the region already, and what to take home, by square codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from indicators.results import Results
from readings.alliances.selection import of_region, selected
from readings.alliances.topics import figure_text, of_territory
from readings.alliances.words import place, source, subject, with_kind
from wording.lists import joined

# What a screen of a room holds: of initiatives first, then of figures.
_MOST, _INITIATIVES = 3, 2
NOTHING = "Ce qui se fait déjà\u202f: ni initiative ni chiffre d’alliance n’est publié pour la région."


def already(results: Results, region: str) -> dict[str, Any] | None:
    """Return the step of what is done in a region (INSEE code) already; None where nothing is published."""
    points = [*_initiatives(results, region)][:_INITIATIVES]
    points += [*_figures(results, region)][: _MOST - len(points)]
    return {"titre": "Ce qui se fait déjà dans la région", "points": points} if points else None


def onwards(region: str) -> dict[str, Any]:
    """Return the step that leads on: one's own mirror, the fiche-débat of the region (INSEE code)."""
    return {
        "titre": "Pour continuer",
        "points": [],
        "liens": [
            ["Mon miroir", f"/miroir?region={region}"],
            ["La fiche-débat de la région", f"/fiche-debat?region={region}"],
        ],
    }


def _initiatives(results: Results, region: str) -> Iterator[list[str]]:
    known = results.vocabulary()
    found = of_region(selected(results.initiatives(), "", ""), region)
    for row in found.itertuples():
        where = place(row, known.regions)
        name = f"{with_kind(row)}, {where.removeprefix(known.regions[region]).strip(' ,()') or where}"
        yield [name, _source(str(row.source))]


def _figures(results: Results, region: str) -> Iterator[list[str]]:
    known = results.vocabulary()
    for row in of_territory(results.alliance_figures(), region).itertuples():
        yield [f"{subject(row, known)}, {figure_text(row)}", f"{row.wave}. {_source(str(row.source))}"]


def _source(text: str) -> str:
    return f"Source\u202f: {joined(one.strip() for one in source(text).split(';'))}."
