"""Every gap in its three readings against plain loops: on what is published, and on a complete survey."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from indicators import gap_draws
from indicators.both_sides import both_sides
from indicators.gap_draws import Reading
from indicators.gap_intervals import drawn_gaps
from indicators.intervals import tails
from indicators.noise import Noise
from indicators.rows import each
from loaders.store import Store
from tests import boring, boring_gaps, fictional, made, opened
from tests.surveys import gaps

COLUMNS = (("A", 2), ("B", 3), ("C", 5))

ACTORS = ["citoyens", "entreprises", "associations", "maires"]


@pytest.fixture(scope="module")
def complete() -> tuple[Path, Store]:
    return fictional.workbook(), opened.invented().store


def readings(store: Store, actor: str, column: str) -> dict[boring_gaps.Key, float]:
    frame: Any = gaps(store, actor, draws=2, noise=Noise.NONE)
    frame = frame[frame[column].notna()]
    return {
        (row.region_code, row.domain_code, row.wave, row.measure): getattr(row, column)
        for row in frame.itertuples()
    }


@pytest.mark.parametrize("actor", [*ACTORS, "elus_locaux"])
def test_published_gaps(published: Store, actor: str) -> None:
    ranks = {key: low for key, (_, low, high) in boring.gaps(actor).items() if low == high}
    assert readings(published, actor, "rank_gap") == ranks
    assert readings(published, actor, "native_gap") == pytest.approx(boring_gaps.native(actor))
    assert readings(published, actor, "standardised_gap") == boring_gaps.standardised(actor) == {}


@pytest.mark.parametrize("actor", ACTORS)
def test_gaps_of_a_complete_survey(complete: tuple[Path, Store], actor: str) -> None:
    path, store = complete
    native, standardised = boring_gaps.native(actor, path), boring_gaps.standardised(actor, path)
    assert len(native) == 2 * 13 * 16
    assert readings(store, actor, "native_gap") == pytest.approx(native)
    assert len(standardised) >= 2 * 13 * 16
    assert readings(store, actor, "standardised_gap") == pytest.approx(standardised)
    derived = boring_gaps.ranks_of_notes(actor, path)
    found = readings(store, actor, "rank_gap")
    assert {key: found[key] for key in derived} == derived


def test_published_gaps_centred_on_the_country(published: Store) -> None:
    """Only jobs have a gap in five regions at least; the same rank is felt in all thirteen."""
    told = {key: float(low) for key, (_, low, high) in boring.gaps("citoyens").items() if low == high}
    centred = boring_gaps.centred(told)
    assert {key[1] for key in centred} == {"emploi"}
    assert readings(published, "citoyens", "centred_gap") == pytest.approx(centred)
    shared = readings(published, "citoyens", "shared_gap")
    assert shared == pytest.approx({key: told[key] - own for key, own in centred.items()})
    assert set(readings(published, "citoyens", "shared_regions").values()) == {13}
    assert sum(centred.values()) == pytest.approx(0)
    assert boring_gaps.centred({key: gap for key, gap in told.items() if key[0] in boring.REGIONS[:4]}) == {}


@pytest.mark.parametrize("actor", ACTORS)
def test_gaps_of_a_complete_survey_centred_on_the_country(complete: tuple[Path, Store], actor: str) -> None:
    _, store = complete
    told = readings(store, actor, "rank_gap")
    centred = boring_gaps.centred(told)
    assert len(centred) == len(told) >= 2 * 13 * 16
    assert readings(store, actor, "centred_gap") == pytest.approx(centred)


@pytest.mark.parametrize("actor", ACTORS)
def test_both_sides_as_distances_to_france(complete: tuple[Path, Store], actor: str) -> None:
    path, store = complete
    felt = boring_gaps.felt_distances(actor, path)
    assert len(felt) >= 2 * 13 * 16
    assert readings(store, actor, "perceived_distance") == pytest.approx(felt)
    measured = boring_gaps.measured_distances()
    for column, side in (("objective_distance", 0), ("objective_deviations", 1)):
        found = readings(store, actor, column)
        assert found == pytest.approx({key: measured[key[0], key[1]][side] for key in felt})


def test_no_published_survey_gives_a_region_and_france_together(published: Store) -> None:
    for actor in ACTORS:
        assert boring_gaps.felt_distances(actor) == {} == readings(published, actor, "perceived_distance")


def test_the_distance_of_a_large_domain_is_the_weighted_mean_of_its_indicators() -> None:
    """The training edition: twenty indicators a domain, one by one, in plain loops."""
    results = opened.large()
    values, weights = results.every_value(), results.scored_indicators().set_index("indicator_code")["weight"]
    frame: Any = gaps(results.store, "maires", draws=2, noise=Noise.NONE)
    told = {(row.region_code, row.domain_code): row for row in frame.itertuples()}
    sums: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for code, rows in values.groupby("indicator_code"):
        known = [row for row in each(rows) if not pd.isna(row.value)]
        if code not in weights.index or pd.isna(known[0].benchmark):
            continue
        numbers = [float(row.value) for row in known]
        mean = sum(numbers) / len(numbers)
        spread = math.sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
        for row in known:
            apart = row.direction * (float(row.value) - float(row.benchmark)) / spread
            sums.setdefault((row.region_code, row.domain_code), []).append((float(weights[code]), apart))
    for key, pairs in sums.items():
        expected = sum(weight * apart for weight, apart in pairs) / sum(weight for weight, _ in pairs)
        assert told[key].objective_deviations == pytest.approx(expected)
        assert pd.isna(told[key].objective_distance)
    assert len(sums) == 13 * 16


def test_the_interval_of_a_centred_gap_comes_from_the_same_draws(published: Store) -> None:
    """Each level of noise, draw by draw, in plain loops: the hull of the point and of both tails."""
    sides = both_sides(published, "citoyens", draws=60)
    rows = [place for place, code in enumerate(sides.felt["domain_code"]) if code == "emploi"]
    ends: dict[int, list[float]] = {row: [] for row in rows}
    for level, draws in ((Noise.NONE, 2), (sides.noise, 60)):
        drawn = gap_draws.readings(sides, level, draws)[Reading.RANK]
        own: dict[int, list[float]] = {row: [] for row in rows}
        for draw in range(draws):
            mean = sum(drawn[row, draw] for row in rows) / len(rows)
            for row in rows:
                own[row].append(float(drawn[row, draw] - mean))
        for row in rows:
            below, above = tails(np.array([own[row]]))
            ends[row] += [float(below[0]), float(above[0])]
    found = drawn_gaps(sides)[Reading.CENTRED]
    for row in rows:
        assert found.low[row] == pytest.approx(min(ends[row]))
        assert found.high[row] == pytest.approx(max(ends[row]))


def test_a_range_and_a_second_figure_of_a_region_are_in_no_mean() -> None:
    """Five regions with one rank each; « 2 ou 3 » and a figure asked on a wider territory stay out."""
    codes = [f"R{number}" for number in range(6)]
    columns = {name: {code: (place * step) % 7 for place, code in enumerate(codes)} for name, step in COLUMNS}
    indicators = [made.indicator(name, name.lower(), row) for row, (name, _) in enumerate(COLUMNS, 5)]
    one = [made.figure(number, [code], "a") for number, code in enumerate(codes[:5], 2)]
    wider = made.figure(20, codes[:2], "a", perimeter="Deux régions", rank_low=2, rank_high=2)
    doubtful = made.figure(21, [codes[5]], "a", rank_low=2, rank_high=3)
    store = Store.in_memory(made.edition(columns, indicators, [*one, wider, doubtful]))
    frame: Any = gaps(store, "citoyens", draws=2, noise=Noise.NONE)
    kept = frame[frame["centred_gap"].notna()]
    assert kept["figure_id"].tolist() == [figure.figure_id for figure in one]
    mean = sum(kept["rank_gap"]) / 5
    assert kept["centred_gap"].tolist() == pytest.approx([gap - mean for gap in kept["rank_gap"]])
    assert frame["shared_regions"].dropna().unique().tolist() == [5]
    fewer = Store.in_memory(made.edition(columns, indicators, [*one[:4], wider, doubtful]))
    assert gaps(fewer, "citoyens", draws=2, noise=Noise.NONE)["centred_gap"].isna().all()
