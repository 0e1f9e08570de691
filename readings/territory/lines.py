"""The sixteen lines that open: what each says of the region, the rule of its verdict, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.gap_signs import STATED
from indicators.plain_names import inside
from indicators.rows import Row, records
from readings.phrases.most import than
from readings.phrases.reach import with_reach
from readings.territory.felt_words import felt_text, gap_told, own_text
from readings.territory.gaps import Gaps
from readings.territory.line_words import is_most, spread
from wording.lists import joined
from wording.numbers import counted
from wording.typography import capital

# The orders of the lines by their code; `""`: that of the observatory.
BY_AXIS, BY_FRAGILITY, BY_GAP = "", "fragilite", "ecart"
ORDERS = {
    BY_AXIS: "Par axe",
    BY_FRAGILITY: "Du plus fragile au moins fragile",
    BY_GAP: "Selon l’écart du ressenti",
}
# What each order rests on, written beside the lines.
RULES = {
    BY_AXIS: "Dans l’ordre des axes de l’Observatoire.",
    BY_FRAGILITY: "Dans l’ordre du rang de la région parmi les régions, puis dans celui des axes.",
    BY_GAP: (
        "D’abord les domaines où le sens d’un écart est établi, le plus grand écart en rangs en "
        "premier\u202f; puis les autres, dans l’ordre des axes."
    ),
}
VERDICT = (
    "Le verdict compte, aux deux bouts de l’intervalle du rang, les régions qui viennent après («\u00a0plus "
    "fragile que\u00a0») ou avant («\u00a0moins fragile que\u00a0»), quand c’est toujours plus de la moitié "
    "des autres. Une région est «\u00a0au milieu\u00a0» quand il y en a toujours un tiers au moins de chaque "
    "côté\u202f; sinon, son rang est trop incertain."
)
MIDDLE = "au milieu des régions"
UNSURE = "rang trop incertain pour un verdict"


@dataclass(frozen=True)
class Line:
    """One line: the domain, what is said of the region, then what it rests on, a sentence each.

    `several`: whether it is a score of several indicators, which the line opens on.
    """

    code: str
    domain: str
    said: str
    detail: tuple[str, ...]
    several: bool


def lines(rows: pd.DataFrame, gaps: Gaps, actors: Mapping[str, str], order: str) -> tuple[Line, ...]:
    """Return the lines of a region in an order of `ORDERS`.

    `rows`: see `readings.territory.line_words.worded`; `gaps`: of the region; `actors`: their labels.
    """
    felt = [row | {"actor": actors[actor]} for actor, found in gaps.items() for row in found]
    return tuple(
        _line(row, [gap for gap in felt if gap["domain_code"] == row["domain_code"]])
        for row in _ordered(records(rows), felt, order)
    )


def ordered(rows: pd.DataFrame, gaps: Gaps, order: str) -> pd.DataFrame:
    """Return the rows in an order, under one heading when it is not that of the axes."""
    if order == BY_AXIS:
        return rows
    felt = [row for found in gaps.values() for row in found]
    placed = [row["domain_code"] for row in _ordered(records(rows), felt, order)]
    found = rows.assign(place=rows["domain_code"].map(placed.index)).sort_values("place", kind="stable")
    return found.drop(columns="place").assign(axis_label=ORDERS[order]).reset_index(drop=True)


def verdict(row: Row) -> str:
    """« plus fragile que 11 régions sur 13 », « moins touchée que 7 à 9 régions sur 13 », or neither.

    Counts the regions that come after both ends of the interval of the rank, or before them, when they are
    more than half of the others at the worst end. `turned`: see `readings.phrases.most`. Without a rank, or
    another region, `""`.
    """
    if row["rank"] is None or row["ranked"] < 2:
        return ""
    low, high, ranked = (int(row[name]) for name in ("low", "high", "ranked"))
    for more, least, most in ((True, ranked - high, ranked - low), (False, low - 1, high - 1)):
        if is_most(least, ranked):
            count = f"{least} à " if least < most else ""
            said = than(row["domain_code"], more=more, turned=row["turned"])
            return f"{said} {count}{counted(most, 'région', 'régions')} sur {ranked}"
    return MIDDLE if min(low - 1, ranked - high) >= (ranked - 1) / 3 else UNSURE


def _verdict(row: Row) -> str:
    """Return the verdict; where absent values could move the rank, that it does not count them."""
    said = verdict(row)
    return f"{said}, sans compter les valeurs absentes" if said and row["reach_text"] else said


def _ordered(rows: Sequence[Row], felt: Sequence[Row], order: str) -> list[Row]:
    if order == BY_FRAGILITY:
        return sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0))
    if order == BY_GAP:
        return sorted(rows, key=lambda row: -_widest(row["domain_code"], felt))
    return list(rows)


def _widest(domain: str, felt: Sequence[Row]) -> float:
    """Return the widest stated gap of a domain, in ranks; -1 when the sign of none is stated."""
    stated = [row for row in felt if row["domain_code"] == domain and row["stated_sign"] in STATED]
    return max((abs(row["rank_gap"] or 0.0) for row in stated), default=-1.0)


def _line(row: Row, felt: Sequence[Row]) -> Line:
    dated = ", ".join(part for part in (row["label"] and inside(row["label"]), row["year"]) if part)
    france = f"France\u202f: {row['france_text']}" if row["france_text"] else ""
    said = joined(
        filter(
            None,
            [
                f"{dated}\u202f: {row['value_text']}",
                france,
                with_reach(row["rank_text"], row["reach_text"]),
                _verdict(row),
            ],
        )
    )
    detail = [f"{capital(text)}." for text in (spread(row), *map(_felt, felt)) if text]
    told = tuple(detail or ["Rien de plus n’est publié sur cette ligne."])
    return Line(str(row["domain_code"]), row["short_label"], said, told, several=row["indicators"] > 1)


def _felt(row: Row) -> str:
    """« Citoyens (PHARE 2015) : 1ᵉʳ rang ; +8 rangs, entre +7 et +9, ressenti plus fort … ; dont … »."""
    told = joined(filter(None, [felt_text(row), gap_told(row), own_text(row)]))
    return f"{row['actor']} ({row['wave']})\u202f: {told}"
