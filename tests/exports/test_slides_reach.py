"""What absent values could make of a rank is on the slides, in few words, only where one may move."""

from __future__ import annotations

from exports.slides import domains, overall
from indicators.rows import records
from readings.phrases import reach
from readings.territory.report import report
from tests import holed, opened
from tests.exports.slides_read import opened as slides_of
from tests.exports.slides_read import spoken, tables, words

REGION = "53"


def test_the_whole_has_a_column_of_possible_ranks() -> None:
    results = holed.results()
    shown = list(slides_of(results, REGION).slides)[3]
    (table,) = tables(shown)
    moved = reach.brief(results.missing_bounds(), "ensemble")
    names = results.vocabulary().regions
    assert table[0][-1] == overall._POSSIBLE
    assert {row[0]: row[-1] for row in table[1:]} == {
        name: moved.get((code, "ensemble"), "") for code, name in names.items()
    }
    ends = {
        str(row["region_code"]): (str(row["low"]), str(row["high"]))
        for row in records(results.missing_bounds())
        if (row["among"], row["level"]) == ("regions", "ensemble") and row["low"] < row["high"]
    }
    assert ends.keys() == {code for code, _ in moved}
    assert all(text.split("ᵉ")[0].split("ʳ")[0] == ends[code][0] for (code, _), text in moved.items())
    assert "rangs possibles" in words(shown)


def test_a_domain_whose_rank_may_move_is_marked_and_the_notes_say_how_far() -> None:
    results = holed.results()
    rows = report(results, REGION).spine_rows
    slides = list(slides_of(results, REGION).slides)[4:6]
    told = {row[0]: row[-1] for slide in slides for table in tables(slide) for row in table[1:]}
    marked = {name for name, text in told.items() if text.endswith(domains._MARK)}
    assert marked == set(rows.loc[rows["reach_text"] != "", "short_label"])
    assert {"Emploi", "Santé"} <= marked
    notes = "\n".join(map(spoken, slides))
    assert all(text in notes for text in rows["reach_text"])
    assert [("valeur absente" in words(slide)) for slide in slides] == [
        any(name in marked for table in tables(slide) for name, *_ in table[1:]) for slide in slides
    ]


def test_what_is_felt_counts_the_measured_ranks_that_may_move() -> None:
    shown = list(slides_of(holed.results(), "24").slides)
    slide = next(one for one in shown if "Du rang mesuré au rang ressenti" in {s.name for s in one.shapes})
    (made,) = (actor for actor in report(holed.results(), "24").felt if actor.actor_code == "citoyens")
    drawn = made.lines[made.lines["measured_reach"] != ""]
    assert len(drawn)
    (table,) = tables(slide)
    count = sum(name in {row[0] for row in table} for name in drawn["short_name"])
    several = "rangs mesurés peuvent" if count > 1 else "rang mesuré peut"
    assert f"Selon les valeurs absentes, {count}\u00a0{several} changer." in words(slide)
    assert all(
        f"{row.short_name}\u202f: rang mesuré {row.measured_reach}." in spoken(slide)
        for row in drawn.itertuples()
    )


def test_nothing_is_said_where_nothing_moves() -> None:
    for slide in slides_of(opened.published(), "32").slides:
        assert "possibles" not in words(slide)
        assert "absente" not in words(slide)
