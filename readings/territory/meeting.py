"""The screen for a meeting: whose feelings are published for the region, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readings.territory.report import Felt
from wording.lists import join, joined
from wording.numbers import counted
from wording.typography import uncapital


def voices(felt: Iterable[Felt], actors: Mapping[str, str], domain_count: int) -> str:
    """« Ressenti publié pour la région : citoyens, 3 domaines sur 16 ; aucun pour … ».

    `actors`: the labels of all the actors by code.
    """
    heard = {told.actor_code: told.table["Domaine"].nunique() for told in felt}
    told = [
        f"{uncapital(actors[code])}, {counted(count, 'domaine', 'domaines')} sur {domain_count}"
        for code, count in heard.items()
    ]
    silent = [uncapital(label) for code, label in actors.items() if code not in heard]
    told += [f"aucun chiffre pour {join(f'les {label}' for label in silent)}"] * bool(silent)
    return f"Ressenti publié pour la région\u202f: {joined(told)}."
