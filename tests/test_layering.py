"""The shape of the house, read from its imports; and each rule against a sample that breaks it."""

from collections.abc import Callable

import pytest

from tests.rules import code, imports, places, tree, typography

Rule = Callable[[str, str], list[str]]

OF_PRODUCT: list[Rule] = [
    imports.against_the_flow,
    imports.taken_library,
    imports.unsafe_library,
    code.nobodys_file,
    code.markup_let_in,
    code.text_run_as_code,
    code.sql_made_of_pieces,
    code.sql_on_a_page,
    code.blind_except,
    code.assertion,
    code.endless_cache,
    code.bare_channel,
    code.undocumented,
    typography.guillemets,
    typography.invisible,
    typography.breaks,
    typography.files,
]

BROKEN: list[tuple[Rule, str, str]] = [
    (imports.against_the_flow, "loaders/edition.py", "from indicators.ranks import domain_ranks"),
    (imports.against_the_flow, "wording/lists.py", "import loaders.records"),
    (imports.against_the_flow, "indicators/ranks.py", "from loaders.file.workbook import cells"),
    (imports.against_the_flow, "indicators/ranks.py", "import loaders"),
    (imports.against_the_flow, "indicators/ranks.py", "from loaders.edition import load"),
    (imports.against_the_flow, "indicators/__main__.py", "from loaders.file.workbook import cells"),
    (imports.against_the_flow, "indicators/index.py", "from readings.phrases import words"),
    (imports.against_the_flow, "readings/gaps/cells.py", "from charts import bars"),
    (imports.against_the_flow, "charts/bars.py", "from loaders.store import Store"),
    (imports.against_the_flow, "charts/bars.py", "from indicators import catalogue"),
    (imports.against_the_flow, "pages/overview.py", "from indicators.ranks import domain_ranks"),
    (imports.against_the_flow, "pages/overview.py", "def page():\n    from loaders.store import Store"),
    (imports.against_the_flow, "app.py", "from loaders.store import Store"),
    (imports.against_the_flow, "pages/facade/current.py", "from tests.boring import scores"),
    (imports.against_the_flow, "loaders/edition.py", "from .workbook import cells"),
    (imports.taken_library, "readings/territory/report.py", "import numpy as np"),
    (imports.taken_library, "indicators/ranks.py", "import duckdb"),
    (imports.taken_library, "loaders/edition.py", "from openpyxl.utils import get_column_letter"),
    (imports.taken_library, "charts/bars.py", "import streamlit as st"),
    (imports.unsafe_library, "pages/facade/current.py", "from pickle import loads"),
    (typography.guillemets, "pages/overview.py", 'WHY = "la région « Corse »"'),
    (typography.guillemets, "pages/overview.py", 'WHY = "la région «\u202fCorse\u202f»"'),
    (typography.guillemets, "pages/overview.py", 'WHY = "la région «Corse»"'),
    (typography.invisible, "pages/overview.py", f'WHY = "5{chr(0x202F)}%"'),
    (typography.invisible, "pages/overview.py", f'WHY = "5{chr(0x200B)}%"'),
    (typography.breaks, "loaders/tables.py", 'WHY = "Saisir 1 234,5"'),
    (typography.breaks, "loaders/tables.py", 'WHY = "une part de 5 %"'),
    (typography.breaks, "loaders/tables.py", 'WHY = f"Code {what} inconnu : {text}"'),
    (typography.breaks, "loaders/tables.py", 'WHY = "un appel de note ?"'),
    (typography.files, "loaders/tables.py", 'WHY = "la déclarer (corrections.csv)"'),
    (code.nobodys_file, "loaders/utils.py", ""),
    (code.nobodys_file, "charts/helpers/axis.py", ""),
    (code.markup_let_in, "pages/overview.py", "st.markdown(label, unsafe_allow_html=True)"),
    (code.markup_let_in, "pages/overview.py", "st.html(label, unsafe_allow_javascript=True)"),
    (code.text_run_as_code, "pages/router.py", "region = eval(parameter)"),
    (code.text_run_as_code, "loaders/plug.py", "__import__(name)"),
    (code.sql_made_of_pieces, "indicators/ranks.py", 'store.frame(f"SELECT {column} FROM mart.region")'),
    (code.sql_made_of_pieces, "indicators/ranks.py", 'store.frame("SELECT * FROM " + table)'),
    (code.sql_made_of_pieces, "loaders/store/database.py", 'cursor.execute("SELECT %s" % value)'),
    (code.sql_made_of_pieces, "loaders/store/database.py", 'cursor.execute("SELECT {}".format(value))'),
    (code.sql_made_of_pieces, "loaders/store/database.py", 'sql = f"SELECT {value}"\ncursor.execute(sql)'),
    (code.sql_on_a_page, "pages/overview.py", 'QUERY = "SELECT *\\nFROM mart.region"'),
    (code.sql_on_a_page, "hall/stage/desk.py", 'QUERY = "SELECT 1 FROM room"'),
    (code.blind_except, "loaders/edition.py", "try:\n    load()\nexcept Exception:\n    pass"),
    (code.blind_except, "loaders/edition.py", "try:\n    load()\nexcept (OSError, BaseException):\n    pass"),
    (code.blind_except, "loaders/edition.py", "try:\n    load()\nexcept:\n    pass"),
    (code.assertion, "loaders/edition.py", "assert sheet is not None"),
    (code.endless_cache, "pages/facade/current.py", "@st.cache_data\ndef regions(): ..."),
    (code.endless_cache, "pages/facade/current.py", "@per_process\ndef regions(): ..."),
    (code.endless_cache, "pages/facade/current.py", "@st.cache_resource(ttl=60)\ndef store(): ..."),
    (code.endless_cache, "charts/theme.py", "@lru_cache\ndef colour(value): ..."),
    (code.bare_channel, "charts/bars.py", 'chart.encode(x=alt.X("a:Q"), text="label:N")'),
    (code.undocumented, "charts/bars.py", '"""Bars."""\ndef bars(frame): ...'),
    (
        code.undocumented,
        "charts/bars.py",
        '"""Bars."""\nclass Bars:\n    """A bar."""\n    def draw(self): ...',
    ),
    (code.undocumented, "charts/bars.py", "WIDTH = 3"),
    (places.named_place, "README.md", "See /" + "work/main for the code"),
    (places.named_place, "tests/test_a.py", 'open("../' + 'shared/data/regions.geojson")'),
    (places.named_place, "requirements.txt", "--index-url https://py" + "pi.org/simple"),
]

SOUND: list[tuple[Rule, str, str]] = [
    (imports.against_the_flow, "indicators/ranks.py", "from loaders.store import Store"),
    (imports.against_the_flow, "indicators/ranks.py", "from indicators.queries import read"),
    (imports.against_the_flow, "indicators/__main__.py", "from loaders.edition import load"),
    (imports.against_the_flow, "pages/facade/current.py", "from loaders.served.keeper import EditionKeeper"),
    (imports.against_the_flow, "pages/overview.py", "from readings.overview.views import View"),
    (imports.taken_library, "loaders/store/database.py", "import duckdb"),
    (imports.taken_library, "pages/overview.py", "import streamlit as st"),
    (code.sql_made_of_pieces, "indicators/ranks.py", "store.frame(RANKS, [region])"),
    (code.sql_on_a_page, "indicators/ranks.py", 'QUERY = "SELECT 1 FROM mart.region"'),
    (code.blind_except, "loaders/edition.py", "try:\n    load()\nexcept (OSError, ValueError):\n    pass"),
    (code.endless_cache, "pages/facade/current.py", "@st.cache_data(max_entries=4)\ndef regions(): ..."),
    (code.endless_cache, "pages/facade/current.py", "st.cache_data.clear()"),
    (code.bare_channel, "charts/bars.py", 'chart.encode(x=alt.X("a:Q"), text=alt.Text("label:N"))'),
    (code.bare_channel, "exports/csv_text.py", 'text.encode("utf-8", errors="strict")'),
    (code.undocumented, "charts/bars.py", '"""Bars."""\ndef _width(): ...'),
    (typography.guillemets, "pages/overview.py", '"""« A note »."""\nWHY = "«\u00a0Corse\u00a0»"'),
    (typography.invisible, "pages/overview.py", r'WHY = "5\u202f%"'),
    (typography.breaks, "charts/map.py", r'WHY = "5\u202f%", "1\u202f234", "10:30"'),
    (typography.files, "loaders/tables.py", '"""Of corrections.csv."""\nNAME = "corrections"'),
    (places.named_place, "loaders/workbook.py", "data/workbook.xlsx"),
]


def _ids(cases: list[tuple[Rule, str, str]]) -> list[str]:
    return [f"{rule.__name__}-{number}" for number, (rule, _, _) in enumerate(cases)]


@pytest.mark.parametrize("rule", OF_PRODUCT, ids=lambda rule: rule.__name__)
def test_the_product_follows(rule: Rule) -> None:
    broken = [sentence for path, source in tree.product().items() for sentence in rule(path, source)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("rule", [imports.unsafe_library, code.nobodys_file], ids=lambda rule: rule.__name__)
def test_the_tests_follow(rule: Rule) -> None:
    broken = [sentence for path, source in tree.tests().items() for sentence in rule(path, source)]
    assert not broken, "\n".join(broken)


def test_no_written_file_names_a_place_of_one_machine() -> None:
    broken = [line for path, text in tree.written().items() for line in places.named_place(path, text)]
    assert not broken, "\n".join(broken)


def test_every_room_is_read() -> None:
    """An empty list of files would make every rule above pass."""
    rooms = {path.split("/", maxsplit=1)[0] for path in tree.product()}
    assert rooms == {"app.py", *tree.ROOMS}
    assert {".ci/run", "Makefile", "README.md", "requirements.txt"} <= set(tree.written())


@pytest.mark.parametrize(("rule", "path", "source"), BROKEN, ids=_ids(BROKEN))
def test_each_rule_sees_what_breaks_it(rule: Rule, path: str, source: str) -> None:
    assert rule(path, source)


@pytest.mark.parametrize(("rule", "path", "source"), SOUND, ids=_ids(SOUND))
def test_each_rule_lets_sound_code_pass(rule: Rule, path: str, source: str) -> None:
    assert rule(path, source) == []


def test_every_rule_has_a_sample_that_breaks_it() -> None:
    assert {rule for rule, _, _ in BROKEN} == {*OF_PRODUCT, places.named_place}
