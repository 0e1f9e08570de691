"""Two visitors never share what they brought: not a figure, not a name, not a store, not after they left."""

import gc
import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.facade import cache, current
from pages.facade.own import OwnEdition
from tests.pages.bringing import FORGET, opened, press, said, see, unemployment, values
from tests.pages.conftest import Visit

A, B = unemployment(19.5), unemployment(18.5)
SHOWN = ("domain", "overview")


def drawn(app: AppTest) -> Iterator[str]:
    """What the page shows of the data: words, tables, drawings."""
    yield from values(app, "title", "header")
    yield from (table.value.to_csv() for table in app.table)
    for chart in app.get("vega_lite_chart"):
        yield chart.proto.alt + json.dumps(json.loads(chart.proto.spec), sort_keys=True)


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


def test_the_same_file_under_two_names_shares_nothing(browse: Visit) -> None:
    first, second = see(browse, A, "le-mien.xlsx"), see(browse, A, "le-tien.xlsx")
    assert of_session(first).store.key != of_session(second).store.key
    for app, own, other in ((first, "le-mien", "le-tien"), (second, "le-tien", "le-mien")):
        words = said(opened(app, "alliances"))
        assert own in words
        assert other not in words


def test_nothing_is_left_when_the_visit_ends(browse: Visit) -> None:
    app = see(browse, A)
    for page in ("domain", "gaps"):
        opened(app, page)
    own = of_session(app)
    assert own.memory
    left: list[weakref.ref[Any]] = [weakref.ref(item) for item in (own, own.store, own.memory)]
    count = cache.private_count()
    del own, app
    # The test's own context still holds the edition of the last run.
    current.begin()
    gc.collect()
    assert [reference() for reference in left] == [None, None, None]
    assert cache.private_count() < count


def test_forgetting_frees_the_store_during_the_visit(browse: Visit) -> None:
    app = see(browse, A)
    store = weakref.ref(of_session(app).store)
    press(app, FORGET)
    app.run()
    gc.collect()
    assert store() is None


class TestCache:
    """The way to keep results, without any page."""

    def test_a_private_result_is_kept_in_its_memory_alone(self) -> None:
        asked: list[str] = []

        @cache.kept(max_entries=4)
        def told(key: str, _store: object, code: str) -> str:
            asked.append(key)
            return f"{code} of {key}"

        key, memory = cache.private_memory()
        other, other_memory = cache.private_memory()
        assert [told(key, object(), "a"), told(key, object(), "a")] == [f"a of {key}"] * 2
        assert told(key, object(), code="b") == f"b of {key}"
        assert told(other, object(), "a") == f"a of {other}"
        assert asked == [key, key, other]
        assert memory is not other_memory

    def test_without_its_memory_nothing_is_kept(self) -> None:
        asked: list[str] = []

        @cache.kept(max_entries=4)
        def told(first: str, second: str) -> str:
            asked.append(second)
            return second

        key, memory = cache.private_memory()
        told("public", key)
        told("public", key)
        assert asked == [key]
        del memory
        gc.collect()
        assert told("public", key) == key
        assert told("public", key) == key
        assert asked == [key] * 3

    def test_what_is_public_is_shared(self) -> None:
        asked: list[str] = []

        @cache.kept(max_entries=4)
        def told(key: str) -> str:
            asked.append(key)
            return key

        assert [told("0123"), told("0123")] == ["0123"] * 2
        assert asked == ["0123"]
