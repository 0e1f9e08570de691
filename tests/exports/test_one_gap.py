"""One gap, one number, one interval, one sign: every place that tells the gap of a region is read."""

from __future__ import annotations

import re

import pytest

from exports.figures.gaps import gap_matrix
from exports.figures.names import names
from indicators.results import REFERENCE, Results
from indicators.rows import Row, records
from readings.domain import gap_rows, words_gaps
from readings.gaps import cell_words
from readings.gaps.one_domain import domain_gaps
from readings.overview.overview import View, overview
from readings.territory.report import report
from tests.exports.slides_read import opened, words
from wording.signs import SHORT, WHOLE

_NUMBER = re.compile("[+\u2212]?\\d+")
ACTOR, WAVE = "citoyens", "PHARE 2015"
# Employment is felt in every region; Occitanie's sign is not stated, that of Hauts-de-France is « nul ».
DOMAIN = "emploi"


def told(text: str) -> tuple[int, ...]:
    """The numbers of a gap as they are written: the gap, then its interval when it has one."""
    before = text.split(" (mesuré", maxsplit=1)[0]
    return tuple(int(found.replace("\u2212", "-")) for found in _NUMBER.findall(before))


def right(row: Row) -> tuple[int, ...]:
    gap, low, high = (int(row[name]) for name in ("rank_gap", "rank_gap_low", "rank_gap_high"))
    return (gap,) if low == high else (gap, low, high)


@pytest.fixture(scope="module")
def gaps(published: Results) -> dict[str, Row]:
    """What the engine gives, by region."""
    found = published.crossed(ACTOR).gaps
    here = found[(found["domain_code"] == DOMAIN) & (found["wave"] == WAVE)]
    return {row["region_code"]: row for row in records(here.drop_duplicates("region_code"))}


def test_every_kind_of_sign_is_among_them(gaps: dict[str, Row]) -> None:
    assert len(gaps) == 13
    assert {row["stated_sign"] for row in gaps.values()} == {"positive", "nul", "indetermine"}


def test_the_page_of_the_gaps_and_the_first_page(published: Results, gaps: dict[str, Row]) -> None:
    crossed = domain_gaps(published, DOMAIN, ACTOR)
    assert crossed
    shown = overview(published, DOMAIN, View.GAP, ACTOR).frame.set_index("region_code")
    for cell in crossed.cells:
        row, said = gaps[cell.region_code], cell_words.gap(cell)
        assert (told(said), str(cell.sign)) == (right(row), row["stated_sign"])
        assert shown.loc[cell.region_code, "said"] == said
        assert (SHORT["indetermine"] in said) == (row["stated_sign"] == "indetermine")


def test_the_page_of_the_domain(published: Results, gaps: dict[str, Row]) -> None:
    crossed = published.crossed(ACTOR)
    rows = gap_rows.gap_rows(
        published.regions(), crossed.gaps, crossed.unnamed, published.rank_intervals(), DOMAIN
    )
    for row in records(words_gaps.gap_words(rows)):
        own = gaps[row["region_code"]]
        assert told(row["said"]) == right(own)
        assert row["said"].endswith(WHOLE[own["stated_sign"]])


def test_the_report_the_page_of_the_region_and_the_slides(published: Results, gaps: dict[str, Row]) -> None:
    for region, row in gaps.items():
        (citizens,) = (one for one in report(published, region).felt if one.actor_code == ACTOR)
        table = citizens.table.set_index("Domaine")
        said = str(table.loc["Emploi", "Écart"])
        assert told(said) == right(row)
        assert said.endswith(WHOLE[row["stated_sign"]])
        assert WAVE in str(table.loc["Emploi", "Précisions"])
        (line,) = (one for one in records(citizens.lines) if one["short_name"] == "Emploi")
        assert said in line["label"]
        assert told(line["gap"]) == right(row)
        if region == "84":
            slides = "\n".join(words(slide) for slide in opened(published, region).slides)
            assert f"{line['gap']}, {SHORT['positive']}" in slides


def test_the_numbers_of_the_files(published: Results, gaps: dict[str, Row]) -> None:
    crossed = domain_gaps(published, DOMAIN, ACTOR, method=REFERENCE)
    assert crossed
    made = gap_matrix(crossed.cells, crossed.gaps, crossed.picture, ACTOR, names(published))
    rows = made[(made["unit"] == "rangs") | made["measure"].str.startswith("Écart")]
    found = {row["region_code"]: row for row in records(rows[rows["value"].notna() | rows["low"].notna()])}
    for region, row in gaps.items():
        low, high = row["rank_gap_low"], row["rank_gap_high"]
        assert (found[region]["low"], found[region]["high"]) == (low, high)
