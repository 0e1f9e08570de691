"""The fiche-débat: three solid facts, three gaps, three questions, and never more than the figures say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import openpyxl
import pytest

from indicators.facts import Fact, FactKind
from indicators.plain_names import plain
from indicators.results import REFERENCE, Results
from loaders.edition import LoadedEdition, load
from loaders.store import Store
from loaders.survey.door import Kind, Matching, read
from loaders.survey.merge import with_survey
from readings.debate import facts as solid
from readings.debate import gaps as stated
from readings.debate import questions as asked
from readings.debate.debate import debate
from readings.debate.parts import Part, parts
from readings.debate.point import MOST, Debate, Point
from readings.territory.gaps import gaps_by_actor
from readings.territory.meeting import FIRST, voices
from tests import opened
from tests.boring import REGIONS, WORKBOOK
from tests.surveys import unnamed_gaps
from wording.lettering import lines
from wording.ranks import placed_of_domains, placed_of_regions

SIGNS = {
    "positive": FactKind.GAP_MORE_FELT,
    "negative": FactKind.GAP_LESS_FELT,
    "nul": FactKind.GAP_NONE,
}

# In pixels, on a screen of 1366 by 768: the size of letters and of a line of them, then how much room they
# have: that of the title, that of each actor, and the columns.
TITLE, HEADING, WORDS = (28, 33.6), (22.4, 26.9), (16, 25.6)
WIDE, VOICE, COLUMNS = 990, 487, (369, 470, 335)
# Before a point, and under it; above the title, between the parts and around their headings.
BULLET, BETWEEN, ELSEWHERE, SCREEN = 23, 3.2, 239, 768


@cache
def edition() -> LoadedEdition:
    return load(WORKBOOK)


@pytest.fixture(scope="module")
def results() -> Results:
    return opened.published()


@pytest.fixture(scope="module")
def invented() -> Results:
    return opened.invented()


@pytest.fixture(scope="module")
def sheets(results: Results) -> dict[str, Debate]:
    return {region: debate(results, region) for region in REGIONS}


@cache
def workbook() -> Any:
    return openpyxl.load_workbook(WORKBOOK, data_only=True)


def written(cell: str) -> str:
    """What the workbook holds at « sheet!cell », rounded and written with a comma."""
    sheet, _, address = cell.rpartition("!")
    found = workbook()[sheet][address]
    percent = "%" in found.number_format
    value = round(float(found.value) * (100 if percent else 1), 4)
    return f"{value:g}".replace(".", ",").replace("-", "−")


def test_every_region_has_three_of_each_or_says_why(results: Results, sheets: dict[str, Debate]) -> None:
    counts = set()
    for region, found in sheets.items():
        every = len(stated.every(results, region, REFERENCE))
        counts.add(every)
        for points, note, more in (
            (found.facts, found.facts_note, False),
            (found.gaps, found.gaps_note, every > MOST),
            (found.questions, found.questions_note, False),
        ):
            assert len(points) <= MOST
            assert (note == "") == (len(points) == MOST and not more)
        # Three of more are not all there are.
        assert (f"3 des {every}\u00a0écarts établis" in found.gaps_note) == (every > MOST)
    assert min(counts) < MOST < max(counts)


def test_a_strength_among_frailties_says_so_and_a_gap_says_whose_it_is(
    results: Results, sheets: dict[str, Debate]
) -> None:
    strong = 0
    for region, found in sheets.items():
        for ground, point in zip(solid.grounds(results, region, REFERENCE), found.facts, strict=True):
            assert (", du côté le moins fragile." in point.text) == (ground.side == "force")
            strong += ground.side == "force"
        for point in found.gaps:
            elsewhere = re.search(r", (.+) \(périmètre de l’enquête\)", point.detail)
            asked_there = elsewhere and elsewhere[1].rpartition(", ")[2]
            assert bool(asked_there) == ("PACA-Corse" in point.text)
    assert strong
    assert "les citoyens (Rhône-Alpes) mettent ce domaine" in " ".join(
        point.text for point in sheets["84"].gaps
    )
    assert "les citoyens (PACA-Corse) mettent ce domaine" in " ".join(
        point.text for point in sheets["94"].gaps
    )


def height(text: str, room: float, letters: tuple[float, float] = WORDS) -> float:
    size, line = letters
    return line * len(lines(text, room, size, bold=letters != WORDS)) if text else 0


def high(part: Part, room: float) -> float:
    """How high one of the three columns is."""
    points = sum(height(point.text, room - BULLET) + BETWEEN for point in part.points)
    return height(part.heading, room, HEADING) + points + height(part.note, room)


@pytest.mark.parametrize("banner", [0, 72], ids=["published", "invented"])
def test_the_screen_for_a_meeting_fits_a_laptop(
    results: Results, invented: Results, sheets: dict[str, Debate], banner: int
) -> None:
    """The words of `pages.sections.meeting`, in lines; a browser measures them in one region."""
    edition = invented if banner else results
    words = edition.vocabulary()
    for region in REGIONS:
        made = debate(edition, region) if banner else sheets[region]
        heard = voices(gaps_by_actor(edition, region, REFERENCE), words)
        said = [height(f"{voice.actor}\u202f: {voice.said}", VOICE) for voice in heard]
        columns = map(high, parts(made), COLUMNS)
        assert height(f"{made.overall} {FIRST}", WIDE) == WORDS[1]
        taken = height(made.title, WIDE, TITLE) + max(sum(said[:2]), sum(said[2:])) + max(columns)
        assert ELSEWHERE + banner + taken <= SCREEN


def test_a_fact_is_the_figure_of_the_workbook(results: Results) -> None:
    for region in ("32", "94"):
        for point in debate(results, region).facts:
            own, france = point.cells
            numbers = [text.rstrip("0") for text in re.findall(r"−?[0-9]+,?[0-9]*", point.text)]
            assert written(own) in numbers
            assert written(france) in numbers


def test_a_solid_fact_agrees_with_its_rank_and_says_its_interval(sheets: dict[str, Debate]) -> None:
    for found in sheets.values():
        for point in found.facts:
            rank = re.search(r": ([0-9]+)[ʳᵉ]", point.detail)
            assert rank is not None
            frail = "(1ʳᵉ" in point.detail
            assert (int(rank[1]) < 7) if frail else (int(rank[1]) > 7)
            ends = re.search(r"entre ([0-9]+)[ʳᵉ]+ et ([0-9]+)", point.detail)
            assert ends is None or int(ends[2]) - int(ends[1]) <= solid.WIDEST


def test_what_the_check_doubts_is_no_solid_fact(sheets: dict[str, Debate]) -> None:
    told = " ".join(point.text + point.detail for found in sheets.values() for point in found.facts)
    # Few distinct values, a unit that is doubtful, none at all, a domain half measured, a copy of France.
    for name in ("revenu médian", "déchets", "retraités", "immigrées"):
        assert name not in told
    assert "Émissions" not in " ".join(point.text for point in sheets["93"].facts)


def test_a_difference_that_roundings_can_make_is_no_fact(sheets: dict[str, Debate]) -> None:
    """−2,3 % against −2,2 %: both may be −2,25 %."""
    told = [point.text for found in sheets.values() for point in found.facts]
    assert told
    assert not any("−2,3" in text and "contre −2,2" in text for text in told)
    for value, france, decimals, beyond in (
        (-2.3, -2.2, 1, False), (-2.4, -2.2, 1, True), (0.3, 0.2, 1, False), (10.8, 8.4, 1, True),
        (0.47, 0.54, 2, True), (1208.0, 1208.2, 1, True),
    ):  # fmt: skip
        figure: Any = {"value": value, "benchmark": france, "decimals": decimals}
        assert solid.beyond_rounding(figure) == beyond


def test_two_frailties_come_before_one_strength(sheets: dict[str, Debate]) -> None:
    sides = {code: ["(1ʳᵉ" in point.detail for point in found.facts] for code, found in sheets.items()}
    assert all(frail == sorted(frail, reverse=True) for frail in sides.values())
    assert sides["76"] == [True, True, False]
    # No strength of Hauts-de-France is known within two places.
    assert sides["32"] == [True, True, True]


def test_a_gap_is_one_that_the_findings_state(
    results: Results, published: Store, published_facts: tuple[Fact, ...]
) -> None:
    bounded = {
        (row.region_code, row.domain_code, actor)
        for actor in ("citoyens", "entreprises")
        for row in unnamed_gaps(published, actor).itertuples()
        if row.stated_sign == "negative"
    }
    for region in REGIONS:
        for gap in stated.gaps(results, region, REFERENCE):
            named = (region, gap.domain_code, gap.actor_code)
            kinds = {
                fact.kind
                for fact in published_facts
                if (fact.region_code, fact.domain_code, fact.actor_code) == named
            }
            assert SIGNS[gap.sign] in kinds or named in bounded
            assert gap.point.cells


def test_a_domain_is_talked_about_once(invented: Results) -> None:
    for region in REGIONS[:2]:
        found = stated.gaps(invented, region, REFERENCE)
        assert len(found) == MOST
        assert len({gap.domain_code for gap in found}) == MOST
        # A complete survey lets three different actors speak.
        assert len({gap.actor_code for gap in found}) == MOST


def test_the_latest_survey_speaks(invented: Results) -> None:
    for region in REGIONS[:2]:
        told = " ".join(gap.point.detail for gap in stated.gaps(invented, region, REFERENCE))
        assert "IMPACT 2019" in told
        assert "PHARE 2015" not in told


def test_two_figures_that_disagree_state_nothing(invented: Results) -> None:
    """The companies of 2019 gave a note and a share: a gap is stated when both readings agree."""
    for region in REGIONS[:2]:
        rows = invented.crossed("entreprises").gaps
        rows = rows[(rows["region_code"] == region) & (rows["wave"] == "IMPACT 2019")]
        signs = rows.groupby("domain_code")["stated_sign"].agg(set)
        for gap in stated.gaps(invented, region, REFERENCE):
            if gap.actor_code == "entreprises":
                assert signs[gap.domain_code] == {gap.sign}


def test_the_perimeter_and_the_missing_sample_are_said(sheets: dict[str, Debate]) -> None:
    told = " ".join(point.detail for point in sheets["94"].gaps)
    assert "PACA-Corse (périmètre de l’enquête)" in told
    assert "taille d’échantillon non publiée" in told


def test_what_a_top_list_leaves_out_is_a_bound(sheets: dict[str, Debate]) -> None:
    told = " ".join(point.text for point in sheets["75"].gaps)
    assert "pas parmi les premiers que citent les entreprises (3ᵉ rang au mieux)" in told


def test_a_region_without_any_gap_says_so_and_still_asks(sheets: dict[str, Debate]) -> None:
    found = sheets["76"]
    assert found.gaps == ()
    assert "Rien n’est estimé" in found.gaps_note
    assert len(found.questions) == MOST


def test_a_question_is_open(sheets: dict[str, Debate]) -> None:
    for found in sheets.values():
        assert all(point.text.endswith("\u202f?") for point in found.questions)


def test_french_spaces(sheets: dict[str, Debate]) -> None:
    for found in sheets.values():
        texts = [point.text + point.detail for point in (*found.facts, *found.gaps, *found.questions)]
        texts += [found.title, found.overall, found.facts_note, found.gaps_note]
        assert not any(re.search(r"[^\u202f][:;?!%]|« | »|'", text) for text in texts)


@pytest.fixture(scope="module")
def answered() -> Iterator[Results]:
    """Every actor is asked in the north; the mayors of six regions, on one domain only."""
    rows = [f"{actor};32;5;900;1" for actor in ("entreprises", "associations", "elus_locaux")]
    notes = {"11": 2, "24": 3, "27": 9, "28": 4, "32": 5, "44": 6}
    rows += [f"maires;{region};{note};900;1" for region, note in notes.items()]
    matching = Matching(
        Kind.MEANS, "note_fragilite_sur_10", "ESSAI", "2030", actor_column="Acteur", region_column="Région",
        domain="culture", value_column="Note", size_column="n", deviation_column="sd",
    )  # fmt: skip
    data = "\n".join(["Acteur;Région;Note;n;sd", *rows]).encode()
    store = Store.in_memory(with_survey(edition(), read(data, matching, edition())))
    yield Results(store)
    store.close()


def test_when_everybody_answered_one_asks_the_similar_regions(answered: Results) -> None:
    told = debate(answered, "32").questions
    assert "qui ressemblent à la nôtre" in told[-1].text
    assert "Régions semblables" in told[-1].detail


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (opened.published, "«\u00a0Mal-logement\u00a0» (logements"),
        (opened.large, "«\u00a0Mal-logement\u00a0» et "),
    ],
)
def test_a_convention_is_said_of_a_priority_that_one_indicator_measures(results: Any, told: str) -> None:
    found = [point.text for code in REGIONS for point in debate(results(), code).questions]
    assert any(told in text for text in found)
    assert not any("indicateurs)" in text for text in found)


def test_a_note_without_a_rank_is_quoted_as_a_note(answered: Results) -> None:
    """Six regions have a note on one domain: a standardised reading, and no rank among the domains."""
    told = [
        gap.point.text
        for region in ("11", "24", "27", "28", "44")
        for gap in stated.gaps(answered, region, REFERENCE)
        if gap.actor_code == "maires"
    ]
    assert told
    assert all(re.search(r"les maires lui donnent [0-9],[0-9] sur 10", text) for text in told)


def test_an_edition_without_any_value_says_nothing_solid() -> None:
    empty = tuple(
        replace(value, value=None, low=None, high=None, status="missing") for value in edition().values
    )
    store = Store.in_memory(replace(edition(), values=empty, perceptions=()))
    found = debate(Results(store), "32")
    store.close()
    assert (found.facts, found.gaps, found.overall) == ((), (), "")
    assert found.facts_note
    assert found.questions_note
    assert [point.text.split(" ")[0] for point in found.questions] == ["Que"]


def test_notes_are_empty_when_there_are_three() -> None:
    points = (Point("", "", ()),) * MOST
    assert solid.note(points) == asked.note(points) == ""


def test_a_rank_and_out_of_how_many() -> None:
    assert placed_of_regions(1, 1, 1, 13) == "1ʳᵉ sur 13\u00a0régions"
    assert placed_of_domains(3, 2, 6, 16) == "3ᵉ, entre 2ᵉ et 6ᵉ, des 16\u00a0domaines"


def test_an_unknown_indicator_keeps_its_own_label() -> None:
    assert plain("Taux de chomage") == "Taux de chômage"
    assert plain("taux d'accès : essai") == "Taux d’accès\u202f: essai"


def test_a_workbook_that_names_no_source_is_not_read_as_if_years_were_one() -> None:
    grounds = [
        ground
        for region in REGIONS
        for ground in solid.every_ground(opened.published(), region, REFERENCE)
        if not ground.figure["source"]
    ]
    assert grounds
    for ground in grounds:
        assert solid.ranked_by(ground) == "non publiée (chiffres de 2019-2018)"
        assert solid.origin(ground) == " Chiffres\u202f: 2019-2018, source non publiée."
