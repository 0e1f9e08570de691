"""The error of measure of an indicator moves its ranks: the published one, or else what is supposed."""

from math import erf, sqrt
from typing import Any

import numpy as np
import pytest

from indicators.both_sides import both_sides
from indicators.draw_table import draw_table
from indicators.index import index_scores
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


def ranked(store: Store, noise: Noise, method: Method | None = None) -> Any:
    frame = rank_intervals(store, method, 4_000, noise)
    here = (frame["among"] == "regions") & (frame["level"] == "domaine")
    return frame[here].set_index("region_code")


def test_how_often_two_regions_change_places_is_that_of_two_normal_laws() -> None:
    found = ranked(store_of(ERROR), Noise.SAMPLING)
    # Each value moves by its error, and by half of its last decimal, evenly.
    spread = sqrt(2 * ERROR**2 + 2 * 0.05**2 / 3)
    kept = (1 + erf((VALUES["01"] - VALUES["00"]) / spread / sqrt(2))) / 2
    assert found.loc[["00", "01"], "holds"].to_numpy(float) == pytest.approx([kept, kept], abs=0.02)
    assert found.loc[["00", "01"], ["low", "high"]].to_numpy().tolist() == [[3, 4], [3, 4]]
    assert found.loc[["02", "03", "04"], "holds"].tolist() == [1, 1, 1]


def test_without_any_error_only_the_last_decimal_moves_a_rank() -> None:
    found = ranked(store_of(None), Noise.AGGREGATION, Method(error=0))
    assert found["holds"].tolist() == [1] * 5
    assert (found["low"] == found["high"]).all()


@pytest.mark.parametrize("share", [0.1, 0.3])
def test_what_is_supposed_is_a_share_of_what_separates_the_regions(share: float) -> None:
    """The published error is kept; else the standard deviation of the regions, times the share."""
    values = list(VALUES.values())
    mean = sum(values) / len(values)
    deviation = sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    method = Method(error=share)
    assert draw_table(store_of(None), method).error == pytest.approx([share * deviation])
    assert draw_table(store_of(ERROR), method).error.tolist() == [ERROR]
    found = ranked(store_of(None), Noise.SAMPLING, method)
    spread = sqrt(2 * (share * deviation) ** 2 + 2 * 0.05**2 / 3)
    kept = (1 + erf((VALUES["01"] - VALUES["00"]) / spread / sqrt(2))) / 2
    # No other region is within four errors of these two.
    assert found.loc[["00", "01"], "holds"].to_numpy(float) == pytest.approx([kept, kept], abs=0.02)


def test_what_is_supposed_changes_no_score_and_no_rank(published: Store) -> None:
    one, other = (rank_intervals(published, Method(error=share), 12) for share in (0, 0.3))
    assert one["rank"].equals(other["rank"])
    assert not one["high"].equals(other["high"])
    scores = [index_scores(published, Method(error=share)) for share in (0, 0.3)]
    assert scores[0].equals(scores[1])


def test_an_error_changes_no_other_draw() -> None:
    """Each source has its own stream: rounding gives the same ranks with an error and without."""
    one, other = (rank_intervals(store_of(error), draws=50, noise=Noise.ROUNDING) for error in (ERROR, None))
    assert one.equals(other)


def test_the_training_edition_draws_its_errors_and_the_gaps_see_them() -> None:
    store = opened.large().store
    table = draw_table(store, Method())
    known = draw_table(store, Method(error=0))
    assert 0.1 < (known.error > 0).mean() < 0.4
    assert (table.error > 0).all()
    assert (table.error == known.error)[known.error > 0].all()
    sides = both_sides(store, "citoyens", draws=20)
    assert not np.array_equal(
        sides.scores(Noise.SAMPLING, 20), sides.scores(Noise.ROUNDING, 20), equal_nan=True
    )
