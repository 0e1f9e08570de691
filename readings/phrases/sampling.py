"""What must be said beside a survey figure: the question nobody printed, and what its error rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from indicators.evolution import UNPRINTED
from indicators.rows import records
from wording.lists import join
from wording.numbers import counted
from wording.typography import capital

QUESTION_UNKNOWN = "intitulé exact de la question inconnu"
NO_SIZE = "taille d’échantillon non publiée"
NO_DEVIATION = "écart-type non publié"


def question(remark: str) -> str:
    """Return the caution on a share whose question is not published; `""` for any other figure."""
    return QUESTION_UNKNOWN if remark.startswith(UNPRINTED) else ""


def missing(row: Mapping[Any, Any]) -> str:
    """Name what is not published of the sampling of a figure: its size, else the deviation of its notes.

    `row`: sampling_known, sample_size, kind (see `indicators.felt`). A rank has no error of its own.
    """
    if pd.notna(row["sampling_known"]) and row["sampling_known"]:
        return ""
    if pd.isna(row["sample_size"]):
        return NO_SIZE
    return NO_DEVIATION if row["kind"] == "note" else ""


def missing_of(figures: pd.DataFrame) -> str:
    """Name what is not published of one figure at least; the size first."""
    found = {missing(row) for row in records(figures)}
    return next((name for name in (NO_SIZE, NO_DEVIATION) if name in found), "")


def unsure(figures: pd.DataFrame, actors: Mapping[str, str]) -> list[str]:
    """Say of whom the sampling error is not known, and what is not published; nothing when it all is.

    `figures`: rows of `indicators.felt`; `actors`: « les citoyens », by code.
    """
    lacks = {str(actor): missing_of(own) for actor, own in figures.groupby("actor_code", sort=False)}
    parts = [
        f"{name} pour {join(actors[actor] for actor, lack in lacks.items() if lack == name)}"
        for name in (NO_SIZE, NO_DEVIATION)
        if name in lacks.values()
    ]
    if not parts:
        return []
    said = ", ".join(parts)
    return [f"{capital(said)}\u202f: l’erreur de sondage n’y est pas connue."]


def cautions(remarks: Iterable[str]) -> list[str]:
    """Say, once for a figure, that the question of some of its shares is not published."""
    if not any(map(question, remarks)):
        return []
    return [f"{UNPRINTED}\u202f: seules les parts et la place des domaines sont publiées."]


def asked(size: float, *, at_least: bool) -> str:
    """« 2 400 personnes », « plus de 2 000 personnes »."""
    return ("plus de " if at_least else "") + counted(int(size), "personne", "personnes")
