"""Which doubt decides a rank: the estimators on closed forms, then the ranks by plain loops."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from indicators.doubts import COLUMNS, SOURCES, doubts, indices
from indicators.draw_table import draw_table
from indicators.method import Method
from indicators.noise import Noise
from indicators.samples import pairs
from loaders.store import Store
from tests import boring, boring_draws, made

MANY = 400_000


def estimated(model: Any, size: int, low: float, high: float) -> list[tuple[float, float]]:
    """First order and total of each of `size` even numbers between two ends."""
    dice = np.random.default_rng(7)
    first, other = (dice.uniform(low, high, (size, MANY)) for _ in range(2))
    found = []
    for place in range(size):
        mixed = first.copy()
        mixed[place] = other[place]
        alone, left = indices(model(first), model(other), model(mixed))
        found.append((float(alone), float(left)))
    return found


def test_a_sum_is_shared_as_its_variances() -> None:
    """Y = x1 + 10 x2, without interaction: 1/101 and 100/101, first order and total alike."""
    (one, one_total), (two, two_total) = estimated(lambda x: x[0] + 10 * x[1], 2, 0, 1)
    assert (one, one_total) == pytest.approx((1 / 101, 1 / 101), abs=0.006)
    assert (two, two_total) == pytest.approx((100 / 101, 100 / 101), abs=0.006)


def test_ishigami_has_its_published_indices() -> None:
    """Sin x1 + 7 sin² x2 + 0,1 x3⁴ sin x1 on [−π, π]: x3 alone explains nothing, with x1 a quarter."""
    a, b = 7.0, 0.1
    found = estimated(
        lambda x: np.sin(x[0]) + a * np.sin(x[1]) ** 2 + b * x[2] ** 4 * np.sin(x[0]), 3, -math.pi, math.pi
    )
    first = 0.5 * (1 + b * math.pi**4 / 5) ** 2
    second, both = a**2 / 8, b**2 * math.pi**8 * 8 / 225
    whole = first + second + both
    expected = [(first / whole, (first + both) / whole), (second / whole,) * 2, (0, both / whole)]
    for got, true in zip(found, expected, strict=True):
        assert got == pytest.approx(true, abs=0.01)


@pytest.mark.parametrize("weights", [(0.0, 1.0, 4.5), (0.0, 0.0, 99.0)])
def test_a_product_has_its_closed_form(weights: tuple[float, ...]) -> None:
    """Sobol's g: a product of (|4x − 2| + a) / (1 + a), each of variance 1 / (3 (1 + a)²)."""
    parts = [1 / (3 * (1 + a) ** 2) for a in weights]
    whole = math.prod(1 + part for part in parts) - 1

    def model(x: Any) -> Any:
        return math.prod((abs(4 * x[i] - 2) + a) / (1 + a) for i, a in enumerate(weights))

    for place, (alone, left) in enumerate(estimated(model, 3, 0, 1)):
        others = math.prod(1 + part for number, part in enumerate(parts) if number != place)
        assert alone == pytest.approx(parts[place] / whole, abs=0.015)
        assert left == pytest.approx(parts[place] * others / whole, abs=0.015)


def test_what_never_moves_has_no_index() -> None:
    still = np.full((1, 50), 3)
    assert all(np.isnan(one).all() for one in indices(still, still, still))


def test_the_choices_of_two_samples_tell_nothing_of_each_other(published: Store) -> None:
    """Each pair of choices meets each other one in as many draws, and no other source is shared."""
    met: dict[Any, int] = {}
    for first, other in pairs(draw_table(published, Method()), Method(), Noise.AGGREGATION, 1_152):
        key = tuple((one.normalisation, one.aggregation) for one in (first, other))
        met[key] = met.get(key, 0) + first.values.shape[2]
        assert not np.isclose(first.values, other.values).all(axis=(0, 2)).any()
        assert not np.isclose(first.weights[1], other.weights[1]).any(axis=1).all()
    assert len(met) == 36
    assert set(met.values()) == {32}


def test_the_indices_of_the_overall_ranks_are_those_of_plain_loops(published: Store) -> None:
    """Another generator, one trial at a time: as near as 250 of them allow."""
    frame: Any = doubts(published, draws=4_608)
    own = frame[frame["level"] == "ensemble"].set_index(["region_code", "source"])
    names = dict(zip(boring_draws.SOURCES, SOURCES.values(), strict=True))
    plain = boring_draws.effects(0.1, 250, 5)
    for (region, source), (alone, left) in plain.items():
        row = own.loc[(region, names[source])]
        assert row["first"] == pytest.approx(alone, abs=0.27)
        assert row["total"] == pytest.approx(left, abs=0.2)
    far = [
        abs(own.loc[(region, names[source]), "total"] - left) for (region, source), (_, left) in plain.items()
    ]
    assert sum(far) / len(far) < 0.06


def test_a_domain_of_one_indicator_is_decided_by_its_figures_alone(published: Store) -> None:
    frame: Any = doubts(published)
    assert list(frame.columns) == COLUMNS
    domains = frame[(frame["level"] == "domaine") & frame["total"].notna()]
    others = domains[domains["source"] != "chiffres"]
    assert (others[["first", "total"]].abs() < 1e-9).all(axis=None)
    own = domains[domains["source"] == "chiffres"]
    assert own["total"].mean() == pytest.approx(1, abs=0.03)
    still = frame[(frame["level"] == "domaine") & frame["total"].isna()]
    assert still["first"].isna().all()
    assert 0 < len(still) < len(domains)


def test_rounding_weights_and_normalisation_alone_have_the_values_of_an_independent_computation(
    published: Store,
) -> None:
    """Bourgogne-Franche-Comté and Nouvelle-Aquitaine, first order, by code that shares nothing with ours.

    Weights by brute force: 3,000 sets of them, the mean rank of each over 90 draws of all the rest.
    """
    frame: Any = doubts(published, Method(error=0), 9_216, Noise.NORMALISATION)
    own = frame[frame["level"] == "ensemble"].set_index(["region_code", "source"])["first"]
    expected = {"27": (0.08, 0.505, 0.11, 0), "75": (0.12, 0.504, 0.01, 0)}
    for region, firsts in expected.items():
        for source, first in zip(SOURCES.values(), firsts, strict=True):
            assert own.loc[(region, source)] == pytest.approx(first, abs=0.05)


def test_permuting_the_regions_permutes_the_indices() -> None:
    values = {"00": [1.0, 5.0], "01": [1.2, 4.0], "02": [9.0, 1.0], "03": [2.0, 7.0], "04": [4.0, 4.4]}
    renamed = dict(zip(values, ["03", "00", "04", "02", "01"], strict=True))

    def found(names: dict[str, str]) -> Any:
        numbers = {
            f"i{place}": {names[code]: own[place] for code, own in values.items()} for place in range(2)
        }
        rows = [made.indicator("i0", "emploi", 5), made.indicator("i1", "sante", 6)]
        frame = doubts(Store.in_memory(made.edition(numbers, rows)), draws=576)
        return frame.set_index(["region_code", "level", "code", "source"])[["first", "total"]]

    one, other = found({code: code for code in values}), found(renamed)
    for region, level, code, source in one.index:
        mine, its = one.loc[region, level, code, source], other.loc[renamed[region], level, code, source]
        assert mine.tolist() == pytest.approx(its.tolist(), nan_ok=True)


def test_nothing_scored_has_no_row() -> None:
    edition = made.edition({"i0": {"00": 1.0, "01": 1.0}}, [made.indicator("i0", "emploi", 5)])
    assert doubts(Store.in_memory(edition)).empty


def test_every_region_and_rank_has_each_source(published: Store) -> None:
    frame: Any = doubts(published, draws=576)
    assert len(frame) == len(boring.REGIONS) * (16 + 4 + 1) * len(SOURCES)
    assert not frame.duplicated(["region_code", "level", "code", "source"]).any()
