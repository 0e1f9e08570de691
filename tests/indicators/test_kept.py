"""What a store keeps of the reference method: what was computed, to the bit, by this very code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from indicators import agreement, dominance, index, intervals, kept, similarity, values
from indicators import results as results_module
from indicators.method import Method, MethodError, Weighting
from indicators.results import Results
from indicators.structure import UnknownCode
from loaders.edition import load
from loaders.store import Computation, Store, build, open_file
from tests import fictional, made, opened
from tests.boring import WORKBOOK

Frames = Mapping[str, pd.DataFrame]


@pytest.fixture(
    scope="module",
    params=[(lambda: WORKBOOK, opened.published), (fictional.workbook, opened.invented)],
    ids=["published", "complete"],
)
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Results, Frames, Results]]:
    """What is read from a file, the frames that were written into it, what is computed without it."""
    workbook, computed = request.param
    written: dict[str, pd.DataFrame] = {}

    def noted(store: Store) -> Frames:
        written.update(kept.frames(store))
        return written

    path = build(load(workbook()), tmp_path_factory.mktemp("kept"), Computation(kept.made_by(), noted))
    store = open_file(path)
    yield Results(store), written, computed()
    store.close()


def test_every_frame_is_read_back_to_the_bit(both: tuple[Results, Frames, Results]) -> None:
    read, written, _ = both
    for name, frame in written.items():
        again = read.store.kept(name)
        assert_frame_equal(again, frame, check_exact=True, obj=name)
        lists = [column for column, kind in frame.dtypes.items() if kind == "object"]
        assert again[lists].equals(frame[lists])
        assert all(isinstance(cell, tuple) for column in lists for cell in again[column])
    assert len(written["rank_intervals"]) > 0


def answers(results: Results) -> Iterator[tuple[str, pd.DataFrame]]:
    """Every result that may be kept, as it is asked for."""
    yield from (
        ("index", results.index_scores()),
        ("intervals", results.rank_intervals()),
        ("dominance", results.dominance()),
    )
    yield from (("values", results.every_value()), ("agreements", results.agreements()))
    yield "members", results.members("emploi")
    for domain in results.domains()["domain_code"]:
        yield domain, results.region_values(domain)
    for region in results.regions()["region_code"]:
        yield from ((region, results.strengths(region)), (region, results.agreements(None, region)))
        for basis in similarity.Basis:
            yield from ((region, results.similar(region, basis, count)) for count in (1, 3))
    for actor in results.actors()["actor_code"]:
        found = results.crossed(actor)
        yield from ((actor, frame) for frame in (found.gaps, found.quadrants, found.spots, found.unnamed))
        for wave in found.gaps["wave"].unique():
            yield from ((wave, results.crossed(actor, wave).gaps), (wave, results.agreements(wave)))


def test_what_is_read_is_what_would_be_computed(both: tuple[Results, Frames, Results]) -> None:
    """DuckDB adds in an order of its own, so that two computations differ in their last bits."""
    read, _, computed = both
    for (name, one), (_, other) in zip(answers(read), answers(computed), strict=True):
        assert_frame_equal(one, other, rtol=1e-12, atol=1e-12, obj=name)


def test_nothing_that_is_kept_is_computed_again(both: tuple[Results, Frames, Results]) -> None:
    fresh = Results(both[0].store)
    asked: list[tuple[object, str]] = [
        (agreement, "agreement"),
        (results_module, "both_sides"),
        (index, "index_scores"),
        (intervals, "rank_intervals"),
        (dominance, "dominance"),
        (similarity, "similar_regions"),
        (similarity, "strengths"),
        (values, "every_value"),
    ]
    for module, name in asked:
        with patch.object(module, name, side_effect=AssertionError(name)):
            assert list(answers(fresh))


@pytest.mark.parametrize(
    "ask",
    [
        lambda results: results.similar("99", similarity.Basis.PROFILE),
        lambda results: results.strengths("99"),
    ],
)
def test_a_region_that_does_not_exist_is_refused(
    both: tuple[Results, Frames, Results], ask: Callable[[Results], pd.DataFrame]
) -> None:
    with pytest.raises(UnknownCode):
        ask(both[0])


def test_another_method_is_computed(both: tuple[Results, Frames, Results]) -> None:
    read, _, computed = both
    other = Method(weighting=Weighting.EQUAL_AXES)
    assert_frame_equal(read.index_scores(other), computed.index_scores(other), rtol=1e-12)
    assert not read.index_scores(other)["score"].equals(read.index_scores()["score"])
    assert read.keeps()
    assert not read.keeps(other)
    assert not computed.keeps()


def test_an_edition_that_the_method_cannot_read_is_installed_and_says_why(tmp_path: Path) -> None:
    store = open_file(build(made.edition({}, []), tmp_path, kept.computation()))
    assert store.made_by is None
    with pytest.raises(MethodError):
        Results(store).rank_intervals()


def test_what_another_code_computed_is_not_read(tmp_path: Path) -> None:
    def nothing(store: Store) -> Frames:
        return {name: frame.iloc[:0] for name, frame in kept.frames(store).items()}

    edition = load(WORKBOOK)
    ours, others = (
        open_file(build(edition, tmp_path, Computation(made_by, nothing)))
        for made_by in (kept.made_by(), "another code")
    )
    assert ours.key != others.key
    assert Results(ours).index_scores().empty
    assert_frame_equal(Results(others).index_scores(), opened.published().index_scores(), rtol=1e-12)
