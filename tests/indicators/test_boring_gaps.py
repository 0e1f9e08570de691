"""Every gap in its three readings against plain loops: on what is published, and on a complete survey."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from indicators.noise import Noise
from loaders.store import Store
from tests import boring, boring_gaps, fictional, opened
from tests.surveys import gaps

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
