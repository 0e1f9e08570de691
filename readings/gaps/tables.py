"""The cells as a table of words: one row a domain."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.gap_signs import STATED, Sign
from indicators.vocabulary import Vocabulary
from readings.gaps.cell_words import each_side, gap, mark, reason, short
from readings.gaps.cells import Cell
from readings.gaps.columns import WHY, columns
from readings.gaps.own_words import MEAN, OWN, brief
from readings.phrases.reasons import gap_reason
from readings.phrases.words import regions
from wording.lists import join, joined
from wording.numbers import counted, signed

# Of the regions whose own part is established.
OWN_STATED = "Propre à la région, établi"


def of_region(cells: Sequence[Cell], region: str, names: Vocabulary) -> pd.DataFrame:
    """Return the domains of one region: Domaine, Écart, both sides (`columns`), Pourquoi aucun sens.

    Where the mean gap of the regions is known: what is the region’s own (`own_words.OWN`), after the gap.
    """
    own = [cell for cell in cells if cell.region_code == region]
    gaps = {
        "Domaine": [names.domains[cell.domain_code] for cell in own],
        "Écart": [gap(cell) for cell in own],
    }
    if any(cell.own for cell in own):
        gaps[OWN] = [brief(cell.own) for cell in own]
    return pd.DataFrame(gaps).join(columns(map(each_side, own))).assign(**{WHY: list(map(reason, own))})


def of_all(cells: Sequence[Cell], names: Vocabulary) -> pd.DataFrame:
    """Return every region, domain by domain: Domaine, Écarts établis (rangs), Le reste et pourquoi.

    Where the mean gap of the regions is known of a domain: it, then what is established of its regions’ own.
    """
    rows, centred = [], any(cell.own for cell in cells)
    for code, label in names.domains.items():
        own = [cell for cell in cells if cell.domain_code == code]
        rows.append(
            {
                "Domaine": label,
                "Écarts établis (rangs)": _listed([cell for cell in own if cell.sign in STATED], names),
                **(_centred(own, names) if centred else {}),
                "Le reste, et pourquoi": _left(own, names),
            }
        )
    return pd.DataFrame(rows)


def _centred(cells: Sequence[Cell], names: Vocabulary) -> dict[str, str]:
    """« +8,3 (13 régions) », « Grand Est +4,7 (+1,2 à +4,8) ; … »; a word where nothing is centred."""
    known = {names.regions[cell.region_code]: cell.own for cell in cells if cell.own}
    if not known:
        return {MEAN: "–", OWN_STATED: "–"}
    first = next(iter(known.values()))
    told = joined(f"{name} {brief(own)}" for name, own in known.items() if own.side)
    return {MEAN: f"{signed(first.mean, 1)} ({regions(first.regions)})", OWN_STATED: told or "aucun"}


def said(cells: Sequence[Cell], names: Vocabulary) -> str:
    """Say every number of the figure, for its text alternative: « Emploi : Grand Est +13, … »."""
    parts = []
    for code, label in names.domains.items():
        own = [cell for cell in cells if cell.domain_code == code and cell.sign is not Sign.NONE]
        if own:
            parts.append(f"{label}\u202f: {', '.join(_short(cell, names) for cell in own)}")
    return joined(parts)


def _listed(cells: Sequence[Cell], names: Vocabulary) -> str:
    """« Grand Est +13 (+6 à +14) ; Bretagne … »; a word where there is none."""
    return joined(f"{names.regions[cell.region_code]} {short(cell)}" for cell in cells) or "aucun"


def _left(cells: Sequence[Cell], names: Vocabulary) -> str:
    """Group what is not stated by its reason."""
    reasons = dict.fromkeys(cell.reason for cell in cells if cell.sign not in STATED)
    parts = []
    for code in reasons:
        own = [cell for cell in cells if cell.reason == code and cell.sign not in STATED]
        kind = "sens non établi" if own[0].sign is Sign.UNDETERMINED else "non calculable"
        where = (
            join(names.regions[cell.region_code] for cell in own)
            if len(own) <= len(names.regions) // 2
            else counted(len(own), "région", "régions")
        )
        parts.append(f"{where}\u202f: {kind}, {gap_reason(code)}")
    return joined(parts) or "rien"


def _short(cell: Cell, names: Vocabulary) -> str:
    text = "sens non établi" if cell.sign is Sign.UNDETERMINED else mark(cell)
    return f"{names.regions[cell.region_code]} {text}"
