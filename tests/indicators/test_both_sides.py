"""One draw shared by gaps, intervals, quadrants and bounds: the same numbers, computed once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd
import pytest

from indicators.both_sides import both_sides
from indicators.draws import draw
from indicators.gap_signs import gaps
from indicators.method import Method
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from indicators.quadrants import quadrants
from loaders.store import Store
from tests import opened

DRAWS = 60
RANKS = Method(normalisation=Normalisation.RANK)


def test_what_is_shared_gives_the_same_numbers(published: Store) -> None:
    cases = ((published, "citoyens", RANKS), (opened.invented().store, "entreprises", None))
    for store, actor, method in cases:
        asked: Any = (store, actor, None, method, DRAWS)
        sides, apart = both_sides(*asked), both_sides(*asked)
        found = gaps(apart)
        # Whatever is asked first.
        placed = quadrants(sides, found)
        pd.testing.assert_frame_equal(gaps(sides), found)
        pd.testing.assert_frame_equal(placed, quadrants(apart, found))


def test_nothing_is_drawn_twice(published: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[tuple[Method, Noise, int]] = Counter()

    def counted(table: Any, method: Method, noise: Noise, draws: int) -> Any:
        drawn[method, noise, draws] += 1
        return draw(table, method, noise, draws)

    monkeypatch.setattr("indicators.both_sides.draw", counted)
    sides = both_sides(published, "citoyens", draws=DRAWS)
    quadrants(sides, gaps(sides))
    assert set(drawn.values()) == {1}
    assert {noise for _, noise, _ in drawn} == {Noise.NONE, Noise.WEIGHTS, Noise.AGGREGATION}


def test_sampling_moves_what_is_felt() -> None:
    sides = both_sides(opened.invented().store, "citoyens", "PHARE 2015", draws=DRAWS)
    assert not np.array_equal(sides.values(Noise.SAMPLING, DRAWS), sides.values(Noise.ROUNDING, DRAWS))
    assert sides.values(Noise.WEIGHTS, DRAWS) is sides.values(Noise.SAMPLING, DRAWS)
