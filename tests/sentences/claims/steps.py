"""What the ten steps of the method count: held against plain loops over the published workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tests import boring, boring_importance, boring_index
from tests.sentences.rule import Rule, at
from tests.sentences.said import PUBLISHED, Said

_USED = re.compile(r"(\d+)\u00a0valeurs sur (\d+) entrent dans les scores")
_APART = re.compile(r"(comparables|domaines) autrement déplace une région de (\d+)\u00a0places au plus")
_WITHOUT = re.compile(r"Sans un domaine, les rangs changent de (\d+,\d)\u00a0place au plus en moyenne")
_WHOLE = ("ensemble", "ensemble")
_OTHERS = {
    "comparables": (("minmax", False), ("rank", False), ("percent", False)),
    "domaines": (("geometrique", False), ("zscore", True)),
}
# By its published priorities, which no plain loop weighs here, no region moves farther.


@cache
def _cells() -> list[int]:
    table = [row for row in boring.rows() if set(row.numbers) & set(boring.REGIONS)]
    return [sum(code in row.numbers for row in table for code in boring.REGIONS), 13 * len(table)]


@cache
def _ranks(method: str, *, by_axes: bool = False, out: str = "") -> list[int]:
    weights = {code: 1.0 for code in boring_index.axes() if code != out} if out else None
    ranks = boring_index.ranks(boring_index.index(method, weights, by_axes=by_axes))
    return [ranks[region, *_WHOLE] for region in boring.REGIONS]


def _moves(other: list[int]) -> list[int]:
    return [abs(one - after) for one, after in zip(_ranks("zscore"), other, strict=True)]


@cache
def _farthest(what: str) -> int:
    return max(max(_moves(_ranks(method, by_axes=by_axes))) for method, by_axes in _OTHERS[what])


@cache
def _most_without() -> str:
    means = [boring_importance.mean(_moves(_ranks("zscore", out=code))) for code in boring_index.axes()]
    return f"{max(means):.1f}".replace(".", ",")


def used(said: Said) -> Iterator[str]:
    """Refuse a count of the values of the scores that is not that of the workbook."""
    for found in _USED.findall(said.text) if said.place.data == PUBLISHED else []:
        if list(map(int, found)) != _cells():
            yield f"{found}: by plain loops {_cells()}"


def moves(said: Said) -> Iterator[str]:
    """Refuse another distance than the one that the farthest choice moves a region by."""
    for what, far in _APART.findall(said.text) if said.place.data == PUBLISHED else []:
        if int(far) != _farthest(what):
            yield f"{far} places: by plain loops {_farthest(what)}"


def without(said: Said) -> Iterator[str]:
    """Refuse another mean change than that of the ranks without the domain that changes them most."""
    for mean in _WITHOUT.findall(said.text) if said.place.data == PUBLISHED else []:
        if mean != _most_without():
            yield f"{mean}: by plain loops {_most_without()}"


_ENTER = "208\u00a0valeurs sur 208 entrent dans les scores"
_MOVES = "Rendre les chiffres comparables autrement déplace une région de 4\u00a0places au plus."
_CHANGE = "Sans un domaine, les rangs changent de 1,1\u00a0place au plus en moyenne"
RULES = (
    Rule("values-of-the-scores", used, [at(_ENTER.replace("208", "207", 1))], [at(_ENTER)]),
    Rule(
        "farthest-choice",
        moves,
        [at(_MOVES.replace("4", "3"))],
        [
            at(_MOVES),
            at("Peser ou réunir les domaines autrement déplace une région de 5\u00a0places au plus."),
        ],
    ),
    Rule("ranks-without-a-domain", without, [at(_CHANGE.replace("1,1", "2,1"))], [at(_CHANGE)]),
)
