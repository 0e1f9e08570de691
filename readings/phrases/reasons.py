"""Why nothing is stated, in French: the codes of `indicators.gap_signs`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_GAP: Mapping[str, str] = MappingProxyType(
    {
        "objectif_absent": "le domaine n’a pas de score dans cette région",
        "perception_insuffisante": "il n’y a ni rang publié, ni assez de régions pour comparer",
        "note_seule": "une note comparée seule ne suffit pas à décider",
        "lectures_divergentes": "les lectures de l’écart ne vont pas dans le même sens",
        "intervalle_contient_zero": (
            "l’incertitude des chiffres suffit à changer le sens d’au moins une lecture de l’écart"
        ),
        "non_cite": "le classement publié s’arrête à ses premiers rangs et ne le cite pas",
        "non_publie": "aucun chiffre n’est publié pour cette région et ce domaine",
    }
)


def gap_reason(code: str) -> str:
    """Say why no sign is stated; raises KeyError for a code that has no words, so that a test sees it."""
    return _GAP[code]
