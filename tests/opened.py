"""The published workbook and the invented one, opened once for all the tests of a process."""

from functools import cache
from typing import Any

import pandas as pd

from indicators.facts import Fact
from indicators.facts_all import facts
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import fictional
from tests.boring import WORKBOOK


def remembered(store: Store) -> Store:
    """Run each query of a store once, and let nobody close it under the other tests.

    DuckDB takes some 28 ms to plan one of ours, and tests ask the same ones over and over.
    """
    ask = store.frame
    frames: dict[tuple[str, str], pd.DataFrame] = {}

    def frame(sql: str, parameters: Any = ()) -> pd.DataFrame:
        asked = (sql, repr(parameters))
        if asked not in frames:
            frames[asked] = ask(sql, parameters)
        return frames[asked].copy(deep=False)

    store.frame = frame  # type: ignore[method-assign]
    store.close = lambda: None  # type: ignore[method-assign]
    return store


@cache
def published() -> Results:
    """What the published workbook gives; `.store` is its store."""
    return Results(remembered(Store.in_memory(load(WORKBOOK))))


@cache
def invented() -> Results:
    """What a complete survey that does not exist gives."""
    return Results(remembered(fictional.store()))


@cache
def published_facts() -> tuple[Fact, ...]:
    """What the published edition gives to say."""
    return facts(published().store, draws=200)


@cache
def invented_facts() -> tuple[Fact, ...]:
    """What the complete survey gives to say."""
    return facts(invented().store, draws=100)
