"""The steps of a trail, in French: what was done, where, and the number it gave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pandas as pd

from indicators.provenance_steps import StepName
from indicators.rows import Row, records
from indicators.vocabulary import Vocabulary
from readings.provenance.step_words import MISSING, WORDS, number_read, scored
from wording.lists import joined
from wording.numbers import number, percent, signed
from wording.typography import uncapital

# Steps that come in rows of many, told in one.
_MANY = {
    StepName.COMPARED: "Comparé aux autres régions",
    StepName.COMPARED_DOMAIN: "Scores des autres domaines de la région",
    StepName.PERCEIVED_COMPARED: "Comparé aux autres chiffres de l’enquête",
}


def trail_table(trail: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return the steps in words, in order: Étape, Où (sheet and cell), Ce qu’on y lit."""
    told = [_told(name, list(rows), names) for name, rows in groupby(records(trail), _run)]
    return pd.DataFrame(told, columns=["Étape", "Où", "Ce qu’on y lit"])


def parts_table(trail: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return one row an indicator of a score that rests on many, then the score itself: same columns."""
    own = trail[trail["level"] == "indicateur"]
    rows = [_part(str(code), steps, names) for code, steps in own.groupby("code", sort=False)]
    end = trail_table(trail[trail["level"] != "indicateur"], names)
    parts = pd.DataFrame(rows, columns=["Étape", "Où", "Ce qu’on y lit"])
    return pd.concat([parts, end], ignore_index=True)


def outcome(trail: pd.DataFrame, names: Vocabulary, place: str = "") -> str:
    """Say where a trail ends: « score +1,96 écart-type, 1ʳᵉ, entre 1ʳᵉ et 2ᵉ, sur 13 régions ».

    `place`: the rank with its interval; a rank is never said alone.
    """
    rows = records(trail)
    last = next((row for row in rows if row["step"] == StepName.GAP), rows[-1])
    if last["step"] != StepName.RANK:
        what, _, read = _told(last["step"], [last], names)
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


def _told(run: str, rows: list[Row], names: Vocabulary) -> tuple[str, str, str]:
    step = StepName(run.partition(" ")[0])
    if step in _MANY:
        sheets = dict.fromkeys(str(row["sheet"]) for row in rows)
        return _MANY[step], ", ".join(sheets), joined(_listed(step, rows, names))
    row = rows[0]
    what, read = WORDS[step](row)
    return what, place(row), read


def place(row: Row) -> str:
    """« Données territoriales, T18 », « – » for a step that no cell holds."""
    return f"{row['sheet']}, {row['cell']}" if row["cell"] else "–"


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


def _part(code: str, steps: pd.DataFrame, names: Vocabulary) -> tuple[str, str, str]:
    """« Taux de chômage | Données territoriales, T18 | 10,8 %, score +1,96 écart-type, part +0,12 »."""
    found = {row["step"]: row for row in records(steps)}
    raw = found[StepName.RAW]
    read = [number_read(found[StepName.TYPED])]
    if StepName.NORMALISED in found:
        read.append(f"score {scored(found[StepName.NORMALISED])}")
    if StepName.WEIGHTED in found:
        part = found[StepName.WEIGHTED]
        read.append(f"part {signed(part['number'], 2)} ({percent(100 * part['factor'], 1)} du poids)")
    return names.indicators[code], place(raw), ", ".join(read)
