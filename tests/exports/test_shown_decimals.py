"""What is shown follows the format of the cells: a computed 8.2123456789 under 0.0 is « 8,2 » everywhere."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd
import pytest

from exports.debate import make_html
from exports.report.content import content
from indicators.results import REFERENCE, Results
from indicators.rows import records
from loaders.edition import load
from loaders.store import Store
from readings.compare.lines import lines
from readings.compare.tables import values_table
from readings.overview.overview import overview
from readings.overview.views import View
from readings.provenance import subject
from readings.provenance.step_words import typed
from readings.provenance.subject import Subject
from readings.territory.report import report
from tests.loaders.books import TABLE, to_bytes, whole
from tests.opened import published

LINK = "https://observatoire.example/mon-territoire?region=94"
REGION = "94"
_TAIL = 0.123456789012
_FINGERPRINT = re.compile(r"\b[0-9a-f]{12,64}\b")


@cache
def computed() -> Results:
    """The published workbook, a tail of computed digits behind every number that a format rounds."""
    book = whole()
    for name in (TABLE, "Perceptions", "Alliances"):
        cells = book[name].cells
        for place, (value, code) in list(cells.items()):
            if isinstance(value, int | float) and "." in code:
                shown = len(code.partition(".")[2].rstrip("%")) + 2 * code.endswith("%")
                cells[place] = (value + _TAIL * 10**-shown, code)
    return Results(Store.in_memory(load(to_bytes(book), "indicateurs_regionaux.xlsx")))


def plain(value: Any) -> Any:
    """The same words without the fingerprint of the edition; drawings hold exact positions and are left."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name != "drawing"}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return _FINGERPRINT.sub("", value) if isinstance(value, str) else value


def test_the_digits_are_really_behind() -> None:
    sql = "SELECT value, decimals FROM mart.indicator_value WHERE indicator_code = 'Freco.1'"
    rows = computed().store.frame(sql)
    assert ((rows["value"] * 10) % 1).between(0.12, 0.13).sum() >= 10
    assert rows["decimals"].max() == 1


def test_the_report_says_the_same_words() -> None:
    ours, theirs = (
        plain(content(results, report(results, REGION), LINK, REFERENCE))
        for results in (computed(), published())
    )
    for told in (ours, theirs):
        del told["steps"]  # measures of the method follow the exact values, the citation the fingerprint
    assert ours == theirs


def test_the_debate_sheet_says_the_same_words() -> None:
    ours, theirs = (
        _FINGERPRINT.sub("", make_html(results, REGION, LINK, REFERENCE).decode())
        for results in (computed(), published())
    )
    assert re.sub(r'd="[^"]*"', "", ours) == re.sub(r'd="[^"]*"', "", theirs)


@pytest.mark.parametrize("domain", ["emploi", "environnement", "sante"])
def test_the_titles_say_the_same_words(domain: str) -> None:
    for view in View:
        if (domain, view) == ("emploi", View.GAP):
            continue  # a sign at the edge of an interval follows the exact values behind the shown ones
        ours, theirs = (overview(results, domain, view) for results in (computed(), published()))
        assert (ours.title, ours.sentences) == (theirs.title, theirs.sentences)


def test_a_comparison_says_the_same_words() -> None:
    tables = []
    for results in (computed(), published()):
        words = results.vocabulary()
        every = pd.concat(
            results.region_values(code).assign(domain_code=code) for code in results.domains()["domain_code"]
        )
        found = lines(every, ("44", "32"), words)
        tables.append(values_table(found, ("44", "32"), words.names, wide=True))
    pd.testing.assert_frame_equal(tables[0], tables[1])


def test_the_trail_says_that_more_is_held_than_shown() -> None:
    trail = subject.trail(computed().store, Subject("44", "domaine", "emploi"), REFERENCE)
    rows = records(trail[trail["step"] == "typed"])
    assert [typed(row) for row in rows] == ["8,2\u202f%, arrondi affiché de la valeur exacte"]
