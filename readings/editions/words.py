"""What two editions change in the results, in French: a finding, then the largest effects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from indicators.editions.effects import Effects
from indicators.editions.pairs import APPEARED, GONE
from indicators.vocabulary import Vocabulary
from readings.phrases.words import measured
from readings.settings.moves import move_words
from wording.lists import join, joined
from wording.numbers import counted, number, plural
from wording.ranks import placed
from wording.signs import FELT, whole
from wording.typography import quoted

UNKNOWN = "non calculable"
UNPUBLISHED = "non publié"
_NAMED_CELLS = 3
Record = Mapping[Any, Any]


def changed(effects: Effects) -> str:
    """« 39 scores, 61 rangs et 16 écarts changent »; « aucun score, aucun rang, aucun écart ne change »."""
    counts = (
        (len(effects.scores), "score", "scores"),
        (len(effects.ranks), "rang", "rangs"),
        (len(effects.gaps), "écart", "écarts"),
    )
    found = [counted(count, one, many) for count, one, many in counts if count]
    total = sum(count for count, _, _ in counts)
    if not total:
        return "aucun score, aucun rang et aucun écart ne change"
    return f"{join(found)} {plural(total, 'change', 'changent')}"


def largest(effects: Effects, known: Vocabulary) -> list[str]:
    """Say the largest change of each kind, and what goes further than the doubts allowed."""
    said = [_largest_rank(effects.ranks, known), _beyond(effects.ranks), *_gaps(effects.gaps)]
    return [sentence for sentence in said if sentence]


def _largest_rank(ranks: pd.DataFrame, known: Vocabulary) -> str:
    moved = ranks[ranks["move"].notna() & (ranks["among"] == "regions")]
    if moved.empty:
        return ""
    row = moved.to_dict("records")[0]
    where = f"{known.places[row['region_code']]}, {quoted(known.levels[row['code']])}"
    return (
        f"Le plus grand déplacement entre régions\u202f: {where}, de {quoted(rank(row, 'before'))} "
        f"à {quoted(rank(row, 'after'))}."
    )


def _beyond(ranks: pd.DataFrame) -> str:
    out = int(ranks["outside"].sum())
    if ranks.empty:
        return ""
    if not out:
        return "Aucun rang ne sort de l’intervalle qu’il avait dans l’ancienne édition."
    return (
        f"{counted(out, 'rang sort', 'rangs sortent')} de l’intervalle que "
        f"{plural(out, 'lui', 'leur')} donnait l’ancienne édition\u202f: là, la conclusion change."
    )


def _gaps(gaps: pd.DataFrame) -> Iterator[str]:
    for column, wanted, one, many in (
        (
            "sign_changed",
            True,
            "écart change de sens, ou de certitude",
            "écarts changent de sens, ou de certitude",
        ),
        ("became", APPEARED, "écart est nouveau", "écarts sont nouveaux"),
        ("became", GONE, "écart a disparu", "écarts ont disparu"),
    ):
        count = int((gaps[column] == wanted).sum())
        if count:
            yield f"{counted(count, one, many)}."


def score(row: Record, side: str) -> str:
    """Write the score of one edition, or that there is none."""
    found = row[f"{side}_score"]
    return UNKNOWN if _missing(found) else number(round(float(found), 2), 2)


def rank(row: Record, side: str) -> str:
    """Write the rank of one edition with its interval, or that there is none."""
    found = [row[f"{side}_{name}"] for name in ("rank", "low", "high")]
    if _missing(found[0]):
        return UNKNOWN
    # A region is feminine, a domain masculine.
    return placed(*map(int, found), feminine=row["among"] == "regions")


def gap(row: Record, side: str) -> str:
    """Write the gap of one edition: its sign, its ranks, what is felt; or that it is not published."""
    sign = row[f"{side}_stated_sign"]
    if _missing(sign):
        return UNPUBLISHED
    gap, low, high = (_number(row[f"{side}_rank_gap{end}"]) for end in ("", "_low", "_high"))
    said = [whole(sign, gap, low, high, FELT)]
    felt = row[f"{side}_perceived_value"]
    if not _missing(felt):
        said.append(f"ressenti\u00a0{measured(float(felt), row['unit'], _decimals(felt))}")
    return ", ".join(said)


def _number(value: str | float | None) -> float | None:
    return None if value is None or _missing(value) else float(value)


def _missing(value: str | float | None) -> bool:
    return bool(pd.isna(value))


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def became(row: Record) -> str:
    """Say that a result came or went; nothing when both editions have it."""
    return {APPEARED: "nouveau", GONE: "disparu"}.get(row["became"], "")


def moved(row: Record) -> str:
    """« plus fragile de 2 places, hors de l’ancien intervalle », or that the rank came or went."""
    return became(row) or move_words(row["move"]) + ", hors de l’ancien intervalle" * bool(row["outside"])


def cells(row: Record) -> str:
    """Name the first changed cells behind a result, and count the others."""
    found = [cell.replace("!", ", ") for cell in row["cells"]]
    if not found:
        return ""
    rest = len(found) - _NAMED_CELLS
    more = f" et {counted(rest, 'autre', 'autres')}" if rest > 0 else ""
    return f"{joined(found[:_NAMED_CELLS])}{more}"
