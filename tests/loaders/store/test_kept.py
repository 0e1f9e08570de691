"""Frames kept in the file of an edition: read back as they were, found by what computed them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from loaders.served.shelf import Shelf
from loaders.store import Computation, Store, build, open_file
from loaders.store.recipe import fingerprint
from tests import made

FRAME = pd.DataFrame(
    {
        "text": pd.Series(["é\u202f", None, ""], dtype="str"),
        "number": [0.1 + 0.2, float("nan"), -0.0],
        "rank": pd.Series([1, None, -(2**62)], dtype="Int64"),
        "flag": pd.Series([True, None, False], dtype="boolean"),
        "cells": [("a", "b"), (), ("c",)],
    }
)
FRAMES = {"three": FRAME, "none": FRAME.iloc[:0], "missing": FRAME.iloc[[1]].reset_index(drop=True)}
EDITION = made.edition({"a": {"FR": 2, "11": 1, "24": 2.5}}, [made.indicator("a", "emploi", 5)])


def test_a_frame_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    store = open_file(build(EDITION, tmp_path, Computation("this code", lambda _: FRAMES)))
    assert store.made_by == "this code"
    for name, frame in FRAMES.items():
        again = store.kept(name)
        assert_frame_equal(again, frame, check_exact=True, obj=name)
        assert again["number"].map(repr).tolist() == frame["number"].map(repr).tolist()
    assert Store.in_memory(EDITION).made_by is None


@pytest.mark.parametrize(
    "frame",
    [FRAME.astype({"number": "float32"}), FRAME.iloc[1:], FRAME.assign(rank=[1, 2, 3])],
    ids=["dtype", "index", "numpy integers"],
)
def test_a_frame_that_would_be_read_back_otherwise_is_refused(tmp_path: Path, frame: pd.DataFrame) -> None:
    with pytest.raises(TypeError):
        build(EDITION, tmp_path, Computation("this code", lambda _: {"frame": frame}))
    assert not list(tmp_path.iterdir())


def test_a_store_is_found_by_what_computed_it(tmp_path: Path) -> None:
    one, other = (Computation(made_by, lambda _: FRAMES) for made_by in ("one", "other"))
    Shelf(tmp_path, one).put(EDITION)
    identity = EDITION.sha256, EDITION.reference_sha256
    assert Shelf(tmp_path, one).find(*identity)
    assert Shelf(tmp_path, other).find(*identity) is None
    assert Shelf(tmp_path).find(*identity) is None


def test_a_changed_line_of_sql_or_python_is_another_code(tmp_path: Path) -> None:
    found = set()
    for place, (name, text) in enumerate([("a.py", "1"), ("a.py", "2"), ("a.sql", "2"), ("b.sql", "2")]):
        room = tmp_path / str(place)
        room.mkdir()
        (room / name).write_text(text)
        found.add(fingerprint(room))
    assert len(found) == 4
