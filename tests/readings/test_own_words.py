"""What of a gap belongs to the region, in words: each sentence recomputed from plain loops."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from readings.gaps import centred_notes, own_words
from readings.gaps.cells import Cell
from readings.gaps.one_domain import domain_gaps
from readings.gaps.own_words import Own
from tests import boring, boring_gaps, opened

BRITTANY = Own(10, 1.692307, 1.461538, 5.153846, 8.307692, 13)


def test_the_published_gap_of_brittany_to_the_letter() -> None:
    results = opened.published()
    found = domain_gaps(results, "emploi", "citoyens")
    assert found is not None
    own = {cell.region_code: cell.own for cell in found.cells}
    ranks = {code: float(boring.domain_ranks()[code, "emploi"] - 1) for code in boring.REGIONS}
    centred = boring_gaps.centred({(code, "emploi", "", ""): gap for code, gap in ranks.items()})
    for code in boring.REGIONS:
        mine = own[code]
        assert mine is not None
        assert (mine.gap, mine.regions) == (ranks[code], 13)
        assert mine.own == pytest.approx(centred[code, "emploi", "", ""])
        assert mine.mean == pytest.approx(sum(ranks.values()) / 13)
    assert own["53"] is not None
    assert own_words.sentence(own["53"], "Emploi", "en Bretagne") == (
        "En Bretagne, l’écart sur «\u00a0Emploi\u00a0» (+10\u00a0rangs) réunit l’écart moyen des "
        "13\u00a0régions publiées, +8,3, et ce qui est propre à la région, +1,7 (de +0,5 à +5,5), "
        "au-dessus de la moyenne."
    )


@pytest.mark.parametrize(
    ("low", "high", "side", "end"),
    [
        (1.5, 5.2, 1, ", au-dessus de la moyenne."),
        (-5.2, -1.5, -1, ", au-dessous de la moyenne."),
        (-1.0, 2.0, 0, "\u202f: non établi."),
        (0.04, 2.0, 0, "\u202f: non établi."),  # shown as 0: what is shown decides
        (0.0, 2.0, 0, "\u202f: non établi."),
    ],
)
def test_a_side_is_written_only_where_the_interval_that_is_shown_leaves_0_out(
    low: float, high: float, side: int, end: str
) -> None:
    own = BRITTANY._replace(low=low, high=high)
    assert own.side == side
    assert own_words.sentence(own, "Emploi", "en Bretagne").endswith(end)
    assert own_words.brief(own).endswith(", non établi") is (side == 0)


@pytest.mark.parametrize(("gap", "mean"), [(9, 8.25), (9, 8.75), (3, 8.25), (-2, 0.05), (0, -4.15)])
def test_what_a_reader_adds_up_is_the_gap(gap: int, mean: float) -> None:
    own = Own(gap, gap - mean, gap - mean - 1, gap - mean + 1, mean, 8)
    said = own_words.sentence(own, "Emploi", "en Corse").replace("\u2212", "-").replace(",", ".")
    parts = said.split("publiées. ")[1].split(". et ce qui est propre à la région. ")
    assert float(parts[0]) + float(parts[1].split(" (")[0]) == pytest.approx(gap)


def test_a_domain_names_who_leaves_its_mean_furthest_first() -> None:
    sides = {"A": 1.0, "B": 3.0, "C": 2.0, "D": 4.0, "E": 5.0, "F": -2.0}
    found = {name: Own(0, own, own - 0.5, own + 0.5, -own, 7) for name, own in sides.items()}
    said = own_words.of_domain(found | {"G": Own(0, 0.1, -1.0, 1.0, -0.1, 7)}, "Emploi", constant=True)
    assert "au-dessus de la moyenne\u202f: E (+5,0), D (+4,0), B (+3,0) et 2\u00a0autres régions" in said
    assert "au-dessous de la moyenne\u202f: F (−2,0)\u202f; non établi pour 1\u00a0région." in said
    assert said.endswith(own_words.CONSTANT)
    four = {name: own for name, own in found.items() if name in "ABCD"}
    assert "D (+4,0), B (+3,0), C (+2,0) et A (+1,0)." in own_words.of_domain(four, "Emploi", constant=False)


def test_nothing_is_said_where_nothing_is_centred() -> None:
    results = opened.published()
    found = domain_gaps(results, "securite", "citoyens")
    assert found is not None
    assert list(centred_notes.found(found.cells, "", results.vocabulary())) == []
    (rule, left, order) = centred_notes.told(found.cells, "", results.vocabulary())
    gaps = sum(cell.gap is not None for cell in found.cells)
    assert 1 < gaps < 5
    assert left == (
        f"{gaps}\u00a0écarts calculés n’ont pas d’écart moyen\u202f: moins de 5\u00a0régions publient un "
        "rang sur le domaine."
    )
    assert (rule, order) == (own_words.RULE, centred_notes.ORDER)
    assert centred_notes.table(found.cells, "", results.vocabulary()).empty
    assert own_words.brief(None) == own_words.clause(None) == ""


@cache
def large_cells() -> tuple[Cell, ...]:
    every: list[Cell] = []
    for domain in opened.large().vocabulary().domains:
        found = domain_gaps(opened.large(), domain, "citoyens", "IMPACT 2019")
        assert found is not None
        every += found.cells
    return tuple(every)


def test_a_complete_survey_counts_what_leaves_the_mean_of_its_domain() -> None:
    known, every = opened.large().vocabulary(), large_cells()
    stated = [
        cell for cell in every if cell.own and (round(cell.own.low, 1) > 0 or round(cell.own.high, 1) < 0)
    ]
    (first,) = centred_notes.found(every, "", known)
    assert first.startswith(f"{len(stated)}\u00a0écarts sur 208 s’éloignent de l’écart moyen de leur domaine")
    assert centred_notes.told(every, "", known) == [own_words.RULE, centred_notes.ORDER]
    mine = [cell for cell in stated if cell.region_code == "53"]
    (count,) = centred_notes.found(every, "53", known)
    *told, _, _ = centred_notes.told(every, "53", known)
    assert len(told) == 2
    assert count.startswith(f"En Bretagne, {len(mine)}\u00a0écarts sur 16")
    widest = max(mine, key=lambda cell: abs(cell.own.own) if cell.own else 0)
    assert known.domains[widest.domain_code] in told[0]


def _number(text: str) -> float:
    return float(text.replace("\u2212", "-").replace(",", "."))


@pytest.mark.parametrize("region", ["", "53", "94"])
def test_the_table_cuts_each_gap_in_two_and_states_a_side_by_the_interval(region: str) -> None:
    """Each mean by a plain sum over the regions; gap = mean + own part as read; a side by both ends."""
    known, every = opened.large().vocabulary(), large_cells()
    rows = centred_notes.table(every, region, known)
    assert len(rows) == sum(bool(cell.own) for cell in every if region in ("", cell.region_code))
    gaps: dict[str, list[int]] = {}
    for cell in every:
        if cell.gap is not None:
            gaps.setdefault(known.domains[cell.domain_code], []).append(cell.gap)
    far: list[tuple[bool, float]] = []
    assert ("Région" in rows) == (not region)
    if not region:
        assert set(rows.pop("Région")) == set(known.regions.values())
    for domain, gap, mean, own, side in rows.itertuples(index=False):
        assert _number(mean.split(" ")[0]) == pytest.approx(sum(gaps[domain]) / len(gaps[domain]), abs=0.051)
        assert mean.endswith(f"({len(gaps[domain])}\u00a0régions)")
        ((part, low, high),) = (map(_number, found) for found in re.findall(r"(\S+) \((\S+) à (\S+)\)", own))
        assert _number(gap) == pytest.approx(_number(mean.split(" ")[0]) + part)
        ends = {"au-dessus de la moyenne": low > 0, "au-dessous de la moyenne": high < 0}
        assert ends.get(side, low <= 0 <= high)
        far.append((side == "non établi", -abs(part) if side != "non établi" else 0.0))
    # The order is that of the exact parts: what is shown may differ by a rounding.
    assert all(one[0] <= next_one[0] and one[1] <= next_one[1] + 0.11 for one, next_one in pairwise(far))
    assert set(rows["Sens"]) >= {"non établi", "au-dessus de la moyenne"}


def test_a_fold_is_named_after_what_it_tells() -> None:
    assert centred_notes.title("") == "Ce qui est propre à chaque région"
    assert centred_notes.title("53") == "Ce qui est propre à la région"


def test_the_published_gaps_are_counted_then_told_domain_by_domain_in_the_fold() -> None:
    results = opened.published()
    found = domain_gaps(results, "emploi", "citoyens")
    assert found is not None
    owns = {results.vocabulary().regions[cell.region_code]: cell.own for cell in found.cells if cell.own}
    stated = sum(round(own.low, 1) > 0 or round(own.high, 1) < 0 for own in owns.values())
    (said,) = centred_notes.found(found.cells, "", results.vocabulary())
    assert said == (
        f"{stated}\u00a0écarts sur 13 s’éloignent de l’écart moyen de leur domaine (intervalle en rangs "
        "hors de 0)."
    )
    first, *_ = centred_notes.told(found.cells, "", results.vocabulary())
    assert first == own_words.of_domain(owns, "Emploi", constant=True)
    (alone,) = centred_notes.found(found.cells, "53", results.vocabulary())
    assert alone == own_words.sentence(owns["Bretagne"], "Emploi", "en Bretagne")
    assert centred_notes.told(found.cells, "53", results.vocabulary())[0] == own_words.RULE
