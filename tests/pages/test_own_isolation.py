"""Two visitors never share what they brought: not a figure, not a name, not a store, not after they left."""

import gc
import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from loaders.edition import LoadedEdition, load
from loaders.store import Store
from loaders.store.memory import Memory
from pages.facade import current, edition
from pages.facade.edition import Edition, OwnEdition
from tests.pages.bringing import FORGET, SEE, bring, opened, press, said, see, unemployment, values
from tests.pages.conftest import Visit
from tests.schema import specified

A, B = unemployment(19.5), unemployment(18.5)
SHOWN = ("domain", "overview")


def drawn(app: AppTest) -> Iterator[str]:
    """What the page shows of the data: words, tables, drawings."""
    yield from values(app, "title", "header")
    yield from (table.value.to_csv() for table in app.table)
    for chart in app.get("vega_lite_chart"):
        yield chart.proto.alt + json.dumps(specified(chart.proto.spec), sort_keys=True)


def of_session(app: AppTest) -> OwnEdition:
    own = app.session_state["classeur_montre"]
    assert isinstance(own, OwnEdition)
    return own


def test_two_visitors_at_once_each_see_their_own_figures(browse: Visit) -> None:
    first, second, public = see(browse, A, region="53"), see(browse, B, region="53"), browse(region="53")
    for page in SHOWN:
        shown = [" ".join(drawn(opened(app, page))) for app in (first, second, public)]
        assert len(set(shown)) == 3, page
        # Again in another order: nobody is given what another's visit left behind.
        again = [" ".join(drawn(app.run())) for app in (public, second, first)]
        assert again == shown[::-1]
    for app, own, other in ((first, "19,5", "18,5"), (second, "18,5", "19,5")):
        words = " ".join(drawn(opened(app, "domain")))
        assert own in words
        assert other not in words


def test_the_pages_are_those_that_the_workbook_gives_when_everybody_has_it(
    visit: Visit, workbook: Path
) -> None:
    own = see(visit, A, region="53")
    mine = list(drawn(opened(own, "domain")))
    workbook.write_bytes(A)
    assert mine == list(drawn(opened(visit(region="53"), "domain")))


def test_what_a_workbook_of_ones_own_makes_is_waited_for_in_words(
    browse: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, waited, spinner = see(browse, A, region="53"), [], st.spinner

    def heard(text: str) -> Any:
        waited.append(text)
        return spinner(text)

    monkeypatch.setattr(st, "spinner", heard)
    opened(app, "territory")
    assert waited == ["Le rapport de la région se prépare…"]
    # The published edition keeps what its pages show.
    browse("territory", region="53")
    assert len(waited) == 1


def test_the_same_file_under_two_names_shares_nothing(browse: Visit) -> None:
    first, second = see(browse, A, "le-mien.xlsx"), see(browse, A, "le-tien.xlsx")
    assert of_session(first).edition is not of_session(second).edition
    for app, own, other in ((first, "le-mien", "le-tien"), (second, "le-tien", "le-mien")):
        words = said(opened(app, "alliances"))
        assert own in words
        assert other not in words


def test_nothing_is_left_when_the_visit_ends(browse: Visit) -> None:
    app = see(browse, A)
    for page in ("domain", "gaps"):
        opened(app, page)
    own = of_session(app)
    memory = own.edition.memory(None, 1)
    held = (own, own.edition, own.edition.store, memory)
    left: list[weakref.ref[Any]] = [weakref.ref(item) for item in held]
    count = edition.private_count()
    del own, app, memory, held
    # The test's own context still holds the edition of the last run.
    current.begin()
    gc.collect()
    assert [reference() for reference in left] == [None] * 4
    assert edition.private_count() < count


def test_forgetting_frees_the_store_during_the_visit(browse: Visit) -> None:
    app = see(browse, A)
    store = weakref.ref(of_session(app).edition.store)
    press(app, FORGET)
    app.run()
    gc.collect()
    assert store() is None


def test_a_visit_keeps_what_it_looks_at_and_what_it_brought_last(browse: Visit, stores: Path) -> None:
    """However many workbooks it brings, and nothing on the disk; the one before goes with the next run."""
    count, app = edition.private_count(), see(browse, A)
    files = sorted(stores.rglob("*"))
    for turn in range(5):
        bring(app, unemployment(20 + turn), f"essai-{turn}.xlsx")
        assert len(kept_since(count)) <= 3, turn
    bring(app, b"refused")
    assert len(kept_since(count)) == 2
    press(app, SEE)
    opened(app, "domain")
    app.run()
    assert len(kept_since(count)) == 1
    assert sorted(stores.rglob("*")) == files
    del app
    current.begin()
    assert not kept_since(count)


def kept_since(count: int) -> range:
    """Return the editions that visitors hold more than so many; what is only garbage is not held."""
    gc.collect()
    return range(count, edition.private_count())


@pytest.fixture(scope="module")
def loaded() -> LoadedEdition:
    return load(A, "essai.xlsx")


class TestKept:
    """The way to keep results, without any page."""

    asked: list[str]

    @pytest.fixture(autouse=True)
    def ask(self) -> None:
        self.asked = asked = []

        @edition.per_edition(max_entries=2)
        def told(_edition: Edition, code: str) -> str:
            asked.append(code)
            return f"{code}, {len(asked)}"

        self.told = told

    def given(self, of: Edition, *codes: str) -> list[str]:
        edition.use(of)
        return [self.told(code) for code in codes]

    def test_a_result_is_kept_with_its_edition_alone(self, loaded: LoadedEdition) -> None:
        for private in (True, False):
            first, second = (Edition(Store.in_memory(loaded, private=private)) for _ in range(2))
            self.asked.clear()
            assert self.given(first, "a", "a", "b") == ["a, 1", "a, 1", "b, 2"]
            assert self.given(second, "a", "a") == ["a, 3", "a, 3"]
            assert self.given(first, "a") == ["a, 1"]

    def test_a_public_edition_keeps_few_results_of_each_function(self, loaded: LoadedEdition) -> None:
        self.given(Edition(Store.in_memory(loaded)), "a", "b", "c", "a")
        assert self.asked == ["a", "b", "c", "a"]

    def test_a_private_one_keeps_few_in_all(
        self, loaded: LoadedEdition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(edition, "_MOST", 3)
        self.given(Edition(Store.in_memory(loaded, private=True)), "a", "b", "c", "a", "d", "a", "b")
        assert self.asked == ["a", "b", "c", "d", "b"]

    def test_a_public_edition_is_known_by_its_content(
        self, loaded: LoadedEdition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(current, "_PUBLIC", Memory(2))
        first, second = (current.shared(Store.in_memory(loaded)) for _ in range(2))
        assert first is second

    def test_results_go_when_the_workbook_was_replaced_twice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(current, "_PUBLIC", Memory(2))
        contents: list[Any] = [SimpleNamespace(key=key, private=False, made_by=None) for key in "abc"]
        first = weakref.ref(current.shared(contents[0]))
        current.shared(contents[1])
        gc.collect()
        assert first() is not None
        current.shared(contents[2])
        gc.collect()
        assert first() is None

    def test_what_rests_on_no_edition_is_kept_once(self) -> None:
        asked: list[str] = []

        @edition.per_process(max_entries=1)
        def told(code: str) -> str:
            asked.append(code)
            return code

        assert [told("a"), told("a"), told("b"), told("a")] == ["a", "a", "b", "a"]
        assert asked == ["a", "b", "a"]
