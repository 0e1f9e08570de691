"""What changed between two editions as a workbook to take away: every cell, score, rank and gap."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from exports.sheets.workbook import Sheet, workbook_bytes
from exports.stamp import Stamp
from indicators.editions.effects import Effects
from indicators.vocabulary import Vocabulary
from wording.signs import FELT

# Column of the frame → heading; the order is that of the sheet.
_CELLS = {
    "kind": "Changement",
    "sheet": "Feuille",
    "before_cell": "Cellule avant",
    "after_cell": "Cellule après",
    "row": "Ligne",
    "column": "Colonne",
    "before": "Avant",
    "after": "Après",
}
_KINDS = {
    "modifiee": "modifiée",
    "ajoutee": "ajoutée",
    "retiree": "retirée",
    "reecrite": "écrite autrement",
}
_PLACE = {"region_code": "Code région", "region": "Région", "subject": "Résultat"}
_SCORES = {**_PLACE, "before_score": "Avant", "after_score": "Après", "change": "Différence"}
_RANKS = {
    **_PLACE,
    "among": "Rang parmi",
    "before_rank": "Avant",
    "before_low": "Avant, bas",
    "before_high": "Avant, haut",
    "after_rank": "Après",
    "after_low": "Après, bas",
    "after_high": "Après, haut",
    "move": "Places vers le plus fragile",
    "outside": "Hors de l’ancien intervalle",
}
_GAPS = {
    **_PLACE,
    "actor": "Acteur",
    "wave": "Enquête",
    "perimeter": "Périmètre de l’enquête",
    "before_sign": "Sens avant",
    "after_sign": "Sens après",
    "before_rank_gap": "Écart avant (rangs)",
    "after_rank_gap": "Écart après (rangs)",
    "before_perceived_value": "Ressenti avant",
    "after_perceived_value": "Ressenti après",
    "unit": "Unité",
}
_ENDS = {"became": "Apparu ou disparu", "cells": "Cellules changées"}
_AMONG = {"regions": "les régions", "domaines": "les domaines de la région"}
NOTES = (
    "Une ligne est reconnue à ce dont elle parle (un indicateur, une question d’enquête), pas à son numéro.",
    "«\u00a0Écrite autrement\u00a0»\u202f: un autre texte pour le même nombre, sans effet sur les résultats.",
    "Scores, rangs et écarts sont ceux de notre réglage de départ, recalculés sur chaque édition.",
    "Un rang hors de l’ancien intervalle a bougé plus que ses doutes ne le permettaient.",
    "Une cellule vide dit qu’il n’y a rien de publié ou de calculable dans cette édition, jamais zéro.",
)


def comparison_workbook(
    about: Stamp, changes: pd.DataFrame, effects: Effects, known: Vocabulary, notes: Sequence[str]
) -> bytes:
    """Return the XLSX; `changes`: rows of `loaders.editions.table`; `notes`: which two editions these are."""
    cells = changes.assign(kind=changes["kind"].map(lambda kind: _KINDS[str(kind)]))
    sheets = [
        Sheet("Cellules", _headed(cells, _CELLS), "Chaque cellule qui diffère."),
        Sheet(
            "Scores", _headed(_results(effects.scores, known), _SCORES | _ENDS), "Chaque score qui diffère."
        ),
        Sheet("Rangs", _headed(_ranks(effects.ranks, known), _RANKS | _ENDS), "Chaque rang qui diffère."),
        Sheet("Écarts", _headed(_gaps(effects.gaps, known), _GAPS | _ENDS), "Chaque écart qui diffère."),
    ]
    return workbook_bytes(about, sheets, [*notes, *NOTES])


def _headed(frame: pd.DataFrame, headings: dict[str, str]) -> pd.DataFrame:
    return frame[list(headings)].rename(columns=headings)


def _results(frame: pd.DataFrame, known: Vocabulary, code: str = "code") -> pd.DataFrame:
    return frame.assign(
        region=frame["region_code"].map(known.places.get),
        subject=frame[code].map(known.levels.get),
        cells=frame["cells"].map(", ".join),
    )


def _ranks(frame: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    return _results(frame, known).assign(among=frame["among"].map(_AMONG.get))


def _gaps(frame: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    signs = {f"{side}_sign": frame[f"{side}_stated_sign"].map(FELT.get) for side in ("before", "after")}
    return _results(frame, known, "domain_code").assign(
        actor=frame["actor_code"].map(known.actors.get), **signs
    )
