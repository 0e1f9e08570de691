"""The steps of a trail, in French: what was done, where, and the number it gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import pandas as pd

from indicators.provenance_steps import StepName
from indicators.rows import Row, records
from indicators.vocabulary import Vocabulary
from readings.provenance.step_words import MISSING, WORDS, number_read, scored
from wording.lists import joined
from wording.numbers import number, percent, signed
from wording.typography import uncapital

_COLUMNS = ["Étape", "Feuille", "Cellule", "Ce qu’on y lit"]
_NOWHERE = "–"
# Steps that come in rows of many, told in one.
_MANY = {
    StepName.COMPARED: "Comparé aux autres régions",
    StepName.COMPARED_DOMAIN: "Scores des autres domaines de la région",
    StepName.PERCEIVED_COMPARED: "Comparé aux autres chiffres de l’enquête",
}


def trail_table(trail: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return the steps in words, in order: Étape, Feuille, Cellule, Ce qu’on y lit.

    Where several indicators are followed, Indicateur says whose step it is.
    """
    runs = [(run, list(rows)) for run, rows in groupby(records(trail), _run)]
    table = pd.DataFrame([_told(run, rows, names) for run, rows in runs], columns=_COLUMNS)
    whose = [names.indicators.get(rows[0]["code"], _NOWHERE) for _, rows in runs]
    if len(set(whose) - {_NOWHERE}) > 1:
        table.insert(1, "Indicateur", whose)
    return table


def parts_table(trail: pd.DataFrame, names: Vocabulary, domains: Mapping[str, str]) -> pd.DataFrame:
    """Return one row an indicator of a score that rests on many, then the score itself.

    `domains`: the code of the domain by that of the indicator. Étape (the indicator), Domaine, Feuille,
    Cellule, Ce qu’on y lit, Score, Part, Poids.
    """
    own = trail[trail["level"] == "indicateur"]
    rows = [_part(str(code), steps, names) for code, steps in own.groupby("code", sort=False)]
    end = trail_table(trail[trail["level"] != "indicateur"], names)
    parts = pd.DataFrame(rows, columns=[*_COLUMNS, "Score", "Part", "Poids"])
    parts.insert(1, "Domaine", [names.domains[domains[code]] for code in own["code"].unique()])
    return pd.concat([parts, end], ignore_index=True).fillna(_NOWHERE)


def outcome(trail: pd.DataFrame, names: Vocabulary, place: str = "") -> str:
    """Say where a trail ends: « score +1,96 écart-type, 1ʳᵉ, entre 1ʳᵉ et 2ᵉ, sur 13 régions ».

    `place`: the rank with its interval; a rank is never said alone.
    """
    rows = records(trail)
    last = next((row for row in rows if row["step"] == StepName.GAP), rows[-1])
    if last["step"] != StepName.RANK:
        what, *_, read = _told(last["step"], [last], names)
        # In brackets, for a title has one colon; those of the words become commas.
        inside = what.replace(" (", ", ").replace(")", "")
        return f"{read} ({uncapital(inside)})"
    scores = trail[trail["step"].isin([StepName.SCORE, StepName.NORMALISED])]
    among = f"sur {number(last['factor'], 0)}\u00a0régions"
    ranked = f", {place}{',' if ',' in place else ''} {among}" if place else ""
    return f"score {scored(records(scores)[-1])}{ranked}"


def _run(row: Row) -> str:
    """Tell neighbours that are one step from those that are not."""
    return str(row["step"]) if row["step"] in _MANY else f"{row['step']} {row['position']}"


def _told(run: str, rows: list[Row], names: Vocabulary) -> tuple[str, str, str, str]:
    step = StepName(run.partition(" ")[0])
    if step in _MANY:
        sheets = dict.fromkeys(str(row["sheet"]) for row in rows)
        return _MANY[step], ", ".join(sheets), _NOWHERE, joined(_listed(step, rows, names))
    row = rows[0]
    what, read = WORDS[step](row)
    return what, *_place(row), read


def _place(row: Row) -> tuple[str, str]:
    """Return the sheet and the cell, « – » for a step that no cell holds."""
    return (row["sheet"], row["cell"]) if row["cell"] else (_NOWHERE, _NOWHERE)


def _listed(step: StepName, rows: list[Row], names: Vocabulary) -> Iterator[str]:
    """« Grand Est 8,2 (K18) », one number of decimals for all; of a domain on two cells, both cells."""
    told = [number(row["number"], most=int(row["decimals"])) for row in rows if row["number"] is not None]
    width = max((len(text.partition(",")[2]) for text in told), default=0)
    for (region, code, value, shown), same in groupby(rows, _figure):
        cells = ", ".join(str(row["cell"]) for row in same)
        who = names.domains[code] if step is StepName.COMPARED_DOMAIN else names.places[region]
        if step is StepName.PERCEIVED_COMPARED:
            who = f"{names.domains[code]}, {who}"
        if value is None:
            said = MISSING
        elif step is StepName.COMPARED_DOMAIN:
            said = number(value, 2)
        else:
            said = number(value, min(width, int(shown)))
        yield f"{who} {said} ({cells})"


def _figure(row: Row) -> tuple[str, str, float | None, int]:
    return row["region_code"], row["code"], row["number"], row["decimals"]


def _part(code: str, steps: pd.DataFrame, names: Vocabulary) -> tuple[str, ...]:
    """« Taux de chômage | Données territoriales | T18 | 10,8 % | +1,96 écart-type | +0,123 | 6,3 % »."""
    found = {row["step"]: row for row in records(steps)}
    score, part, weight = _NOWHERE, _NOWHERE, _NOWHERE
    if StepName.NORMALISED in found:
        score = scored(found[StepName.NORMALISED])
    if StepName.WEIGHTED in found:
        weighed = found[StepName.WEIGHTED]
        part, weight = signed(weighed["number"], 3), percent(100 * weighed["factor"], 1)
    read = number_read(found[StepName.TYPED])
    return names.indicators[code], *_place(found[StepName.RAW]), read, score, part, weight
