"""An error of measure that is published moves the ranks; one that is not moves nothing."""

from math import erf, sqrt
from typing import Any

import numpy as np
import pytest

from indicators.both_sides import both_sides
from indicators.draw_table import draw_table
from indicators.intervals import rank_intervals
from indicators.method import Method
from indicators.noise import Noise
from loaders.store import Store
from tests import made, opened

# Two regions a fifth of a point apart, the others far: which of the two is higher is all that can move.
VALUES = {"00": 1.0, "01": 1.2, "02": 9.0, "03": 12.0, "04": -7.0}
ERROR = 0.15


def store_of(error: float | None) -> Store:
    rows = [made.indicator("i0", "emploi", 5, standard_error=error)]
    return Store.in_memory(made.edition({"i0": VALUES}, rows))


def ranked(store: Store, noise: Noise) -> Any:
    frame = rank_intervals(store, draws=4_000, noise=noise)
    here = (frame["among"] == "regions") & (frame["level"] == "domaine")
    return frame[here].set_index("region_code")


def test_how_often_two_regions_change_places_is_that_of_two_normal_laws() -> None:
    found = ranked(store_of(ERROR), Noise.SAMPLING)
    # Each value moves by its error, and by half of its last decimal, evenly.
    spread = sqrt(2 * ERROR**2 + 2 * 0.05**2 / 3)
    kept = (1 + erf((VALUES["01"] - VALUES["00"]) / spread / sqrt(2))) / 2
    assert found.loc[["00", "01"], "holds"].to_numpy(float) == pytest.approx([kept, kept], abs=0.02)
    assert found.loc[["00", "01"], ["low", "high"]].to_numpy().tolist() == [[3, 4], [3, 4]]
    assert found.loc[["00", "01"], "widened_by_sampling"].tolist() == [1, 1]
    assert found.loc[["02", "03", "04"], "holds"].tolist() == [1, 1, 1]


def test_without_an_error_only_the_last_decimal_moves_a_rank() -> None:
    found = ranked(store_of(None), Noise.NORMALISATION)
    assert found["holds"].tolist() == [1] * 5
    assert found["widened_by_sampling"].tolist() == [0] * 5


def test_an_error_changes_no_other_draw() -> None:
    """Each source has its own stream: rounding gives the same ranks with an error and without."""
    one, other = (rank_intervals(store_of(error), draws=50, noise=Noise.ROUNDING) for error in (ERROR, None))
    assert one.equals(other)


def test_the_training_edition_draws_its_errors_and_the_gaps_see_them() -> None:
    store = opened.large().store
    table = draw_table(store, Method())
    assert 0.1 < (table.error > 0).mean() < 0.4
    sides = both_sides(store, "citoyens", draws=20)
    assert not np.array_equal(
        sides.scores(Noise.SAMPLING, 20), sides.scores(Noise.ROUNDING, 20), equal_nan=True
    )
