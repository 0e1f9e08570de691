"""What is felt and what is measured, drawn once for all that compares them.

Gaps, their intervals and the quadrants need the same draws of the same scores. A draw is kept as long as its
`BothSides` is: whoever needs several of them asks for one, hands it to each and lets it go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, Floats, draw_table
from indicators.draws import draw, ranks
from indicators.felt import drawn_values, groups, of_regions, perceived_scores, with_benchmark
from indicators.method import Method
from indicators.noise import DRAWS_PAGE, Noise
from indicators.structure import actors, domains
from loaders.store import Store

_Key = tuple[Method, Noise, int]


@dataclass(frozen=True, slots=True)
class BothSides:
    """One actor against the measures, under one method; `draws` and `noise` are what is asked in the end.

    felt: figures of the regions (rows of `perceived_scores`, with France as `benchmark`), in the order of the
    table and not of the codes (see `draw_table`); domains: every code, measured or not.
    """

    felt: pd.DataFrame
    table: DrawTable
    method: Method
    draws: int
    noise: Noise
    domains: tuple[str, ...]
    _scores: dict[_Key, Floats] = field(default_factory=dict, repr=False)
    _places: dict[_Key, Floats] = field(default_factory=dict, repr=False)
    _values: dict[tuple[Noise, int], Floats] = field(default_factory=dict, repr=False)
    _groups: dict[tuple[str, ...], list[npt.NDArray[np.intp]]] = field(default_factory=dict, repr=False)

    def scores(self, noise: Noise, draws: int, method: Method | None = None) -> Floats:
        """Return the domain scores of every draw (R x D x N), never to be changed."""
        key = (method or self.method, noise, draws)
        if key not in self._scores:
            self._scores[key] = draw(self.table, *key).domains
        return self._scores[key]

    def places(self, noise: Noise, draws: int) -> Floats:
        """Return the ranks of the domains inside each region in every draw, NaN without a score (R x D x N).

        Never to be changed.
        """
        key = (self.method, noise, draws)
        if key not in self._places:
            place = ranks(self.scores(noise, draws), 1).astype(np.float64)
            place[place == 0] = np.nan
            self._places[key] = place
        return self._places[key]

    def values(self, noise: Noise, draws: int) -> Floats:
        """Return the perceived values of every draw (rows x N), never to be changed."""
        key = (min(noise, Noise.SAMPLING), draws)
        if key not in self._values:
            self._values[key] = drawn_values(self.felt, *key)
        return self._values[key]

    def groups(self, by: tuple[str, ...]) -> list[npt.NDArray[np.intp]]:
        """Return the rows of each group of figures (see `felt.groups`): the same at every level of noise."""
        if by not in self._groups:
            self._groups[by] = groups(self.felt, list(by))
        return self._groups[by]


def both_sides(
    store: Store,
    actor: str,
    wave: str | None = None,
    method: Method | None = None,
    draws: int = DRAWS_PAGE,
    noise: Noise = Noise.AGGREGATION,
) -> BothSides:
    """Read both sides; nothing is drawn yet. Raises `MethodError`."""
    chosen = method or Method()
    table = draw_table(store, chosen)
    felt = _felt(store, actor, wave, table)
    return BothSides(felt, table, chosen, draws, noise, tuple(domains(store)["domain_code"]))


def of_every_actor(store: Store, method: Method) -> Iterator[BothSides]:
    """Read both sides of each actor; what is measured is drawn once for all of them. Raises `MethodError`."""
    one, *others = (str(code) for code in actors(store)["actor_code"])
    first = both_sides(store, one, None, method)
    yield first
    for actor in others:
        yield replace(first, felt=_felt(store, actor, None, first.table), _values={}, _groups={})


def _felt(store: Store, actor: str, wave: str | None, table: DrawTable) -> pd.DataFrame:
    """Return what an actor feels in the regions, in the order of the table."""
    felt = of_regions(with_benchmark(perceived_scores(store, actor, wave)))
    place = pd.Index(table.regions).get_indexer(pd.Index(felt["region_code"]))
    by = ["place", "survey", "wave", "measure", "domain_code", "figure_id"]
    return felt.assign(place=place).sort_values(by, ignore_index=True).drop(columns="place")
