"""What is said of an actor for whom nothing is published by region, and what exists instead."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from indicators.vocabulary import Vocabulary
from loaders.store import FRANCE
from readings.phrases.words import measured, nth
from wording.lists import join
from wording.numbers import counted


def title(who: str) -> str:
    """Say the finding: there is none. `who`: « des associations »."""
    return f"Ressenti {who}\u202f: aucun écart ne peut être calculé par région"


def reason(felt: pd.DataFrame, who: str, wave: str) -> tuple[str, str]:
    """Say why, and what can be done; `felt`: rows of `perceived_scores`; `wave`: its name or `""`."""
    inside = f" dans l’enquête {wave}" if wave else ""
    done = "Choisissez un autre acteur dans «\u00a0Ressenti de\u00a0»"
    done += " ou toutes les enquêtes dans «\u00a0Réglages\u00a0»." if wave else "."
    if felt.empty:
        return (
            f"Aucun chiffre publié ne dit ce que ressentent {_subject(who)}, domaine par domaine{inside}.",
            done,
        )
    waves = join(dict.fromkeys(felt["wave"]))
    what = counted(felt["domain_code"].nunique(), "domaine", "domaines")
    return (
        (
            f"Les chiffres du ressenti {who} ({waves}) portent sur {what}, pour la France entière "
            f"seulement\u202f: rien n’est estimé par région."
        ),
        done,
    )


def table(felt: pd.DataFrame, names: Vocabulary) -> pd.DataFrame:
    """Return what is published for France: Domaine, France entière (« 7,1 sur 10, 1ᵉʳ rang »), Enquête."""
    france = felt[felt["region_code"] == FRANCE]
    return pd.DataFrame(
        {
            "Domaine": [names.domains[code] for code in france["domain_code"]],
            "France entière": [_figure(row) for row in each(france)],
            "Enquête": france["wave"].tolist(),
        }
    )


def _figure(row: Fields) -> str:
    parts = []
    if pd.notna(row.value):
        parts.append(measured(float(row.value), str(row.unit), int(row.decimals)))
    if pd.notna(row.rank_low):
        ends = dict.fromkeys([nth(row.rank_low), nth(row.rank_high)])
        parts.append(f"{' à '.join(ends)} rang")
    return ", ".join(parts)


def _subject(who: str) -> str:
    """« des maires » → « les maires »."""
    return f"les {who.removeprefix('des ')}"
