"""What an initiative is, in the words its source opens its description with."""

from __future__ import annotations

UNSAID = "non_precisee"
KINDS = {
    "experimentation": "Expérimentation collective",
    "dialogue": "Dialogue territorial",
    "accompagnement": "Accompagnement",
    "lieu": "Gestion d’un lieu",
    "mecenat": "Mécénat",
    "cooperation": "Coopération économique",
    "coentreprise": "Joint-venture sociale",
    UNSAID: "Nature non précisée",
}
_OPENINGS = {
    "expérimentation collective": "experimentation",
    "dialogue territorial": "dialogue",
    "accompagnement": "accompagnement",
    "gestion d'un lieu": "lieu",
    "gestion d’un lieu": "lieu",
    "mécénat": "mecenat",
    "coopération économique": "cooperation",
    "joint-venture sociale": "coentreprise",
}


def kind_of(description: str) -> str:
    """Return the code of the kind a description opens with, `UNSAID` when it opens with none of them.

    Nothing is guessed from the rest of the text: « tiers-lieu éducatif » is not filed under the places.
    """
    opening = description.casefold()
    return next((code for words, code in _OPENINGS.items() if opening.startswith(words)), UNSAID)
