"""The page of the gaps in cells, points and words: nothing missing is 0, nothing lacks its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from indicators.felt import everyone, of_regions
from indicators.gap_signs import STATED, Reason, Sign
from indicators.intervals import rank_intervals
from indicators.method import Method
from indicators.vocabulary import Vocabulary, vocabulary
from loaders.store import Store
from readings.gaps import absent, cell_words, corner_rows, corner_words, findings, spot_rows, tables
from readings.gaps.cells import Cell, cells
from readings.gaps.corners import Point, among_domains, among_regions, spread
from readings.gaps.picture import Picture, of_picture, pictured
from tests import opened
from tests.surveys import gaps, quadrants, unnamed_gaps

DRAWS = 100
# Without any error of measure each of the five signs is there to be worded.
STILL = Method(error=0)
Drawn = tuple[Picture, tuple[Cell, ...], Vocabulary]
Placed = tuple[tuple[Point, ...], dict[str, tuple[Point, ...]]]


def drawn(store: Store, actor: str, wave: str | None = None) -> Drawn:
    found = gaps(store, actor, wave, STILL, draws=DRAWS)
    shown = pictured(found)
    known = vocabulary(store)
    if shown is None:
        raise LookupError(actor)
    every = cells(
        of_picture(found, shown),
        of_picture(unnamed_gaps(store, actor, wave, method=STILL, draws=DRAWS), shown),
        rank_intervals(store, STILL, DRAWS),
        list(known.regions),
        list(known.domains),
    )
    return shown, every, known


@pytest.fixture(scope="module")
def citizens(published: Store) -> Drawn:
    return drawn(published, "citoyens")


@pytest.fixture(scope="module")
def firms(published: Store) -> Drawn:
    return drawn(published, "entreprises")


@pytest.fixture(scope="module")
def invented() -> Drawn:
    return drawn(opened.invented().store, "entreprises")


@pytest.fixture(scope="module")
def points(invented: Drawn) -> Placed:
    return points_of(opened.invented().store, invented, "entreprises")


def at(every: Sequence[Cell], region: str, domain: str) -> Cell:
    return next(cell for cell in every if (cell.region_code, cell.domain_code) == (region, domain))


def test_one_wave_and_one_measure_are_shown_together(
    published: Store, citizens: Drawn, invented: Drawn
) -> None:
    assert (citizens[0].wave, citizens[0].others) == ("PHARE 2015", ())
    assert (invented[0].wave, invented[0].measure) == ("IMPACT 2019", "note_fragilite_sur_10")
    assert invented[0].others == ("Part des répondants qui en font une priorité",)
    assert pictured(gaps(published, "maires", draws=2)) is None


def test_a_place_with_two_figures_keeps_its_own_territory() -> None:
    rows = pd.DataFrame(
        {
            "wave": ["A", "A", "B"],
            "measure": ["m", "m", "m"],
            "region_code": ["93", "93", "93"],
            "domain_code": ["emploi", "emploi", "emploi"],
            "perimeter": ["PACA-Corse", "", ""],
        }
    )
    kept = of_picture(rows, Picture("A", "m", "", "", (), ()))
    assert kept.index.tolist() == [1]


def test_every_place_has_one_cell_and_three_looks(published: Store, citizens: Drawn) -> None:
    _, every, _ = citizens
    found = gaps(published, "citoyens", method=STILL, draws=DRAWS)
    assert len({(cell.region_code, cell.domain_code) for cell in every}) == len(every) == 13 * 16
    stated = found[found["stated_sign"] != "indetermine"]
    assert sum(cell.sign in STATED and not cell.bounded for cell in every) == len(stated)
    assert sum(cell.sign is Sign.UNDETERMINED for cell in every) == len(found) - len(stated)
    for row in stated.itertuples():
        cell = at(every, str(row.region_code), str(row.domain_code))
        assert (cell.gap, cell.low, cell.high) == (row.rank_gap, row.rank_gap_low, row.rank_gap_high)
        assert cell.measured is not None
        assert cell.measured[0] == row.objective_rank


def test_what_cannot_be_computed_is_never_a_zero(citizens: Drawn, firms: Drawn) -> None:
    for _, every, _ in (citizens, firms):
        nothing = [cell for cell in every if cell.sign is Sign.NONE]
        assert nothing
        for cell in nothing:
            assert (cell.gap, cell.low, cell.high, cell.felt) == (None, None, None, None)
            assert cell.reason in (Reason.UNNAMED, Reason.UNPUBLISHED)
            assert cell_words.mark(cell) == "•"
            assert cell_words.gap(cell) == "non calculable"
            assert "0" not in cell_words.mark(cell, short=True)


def test_a_partial_ranking_proves_two_gaps_only(citizens: Drawn) -> None:
    _, every, known = citizens
    proved = [cell for cell in every if cell.bounded]
    assert {(cell.region_code, cell.domain_code) for cell in proved} == {
        ("11", "diversite_handicap"),
        ("52", "sante"),
    }
    cell = at(every, "11", "diversite_handicap")
    assert cell_words.mark(cell) == "≤−2"
    assert cell_words.gap(cell) == "au moins 2 rangs de moins, ressenti moins fort"
    assert (
        cell_words.details(cell)
        == "mesuré 1ᵉʳ des 16\u00a0domaines\u202f; non cité, donc ressenti 3ᵉ au mieux"
    )
    rows = spot_rows.of_proved(every, known)
    assert rows.iloc[0].tolist() == [
        *("Diversité et handicap", "Île-de-France", "au moins 2 rangs de moins, ressenti moins fort"),
        *("1ᵉʳ des 16\u00a0domaines", "non cité, donc 3ᵉ au mieux", "", ""),
    ]
    assert rows.iloc[1].tolist()[:2] == ["Santé", "Pays de la Loire"]


@pytest.mark.parametrize(
    ("cell", "mark", "gap"),
    [
        (
            Cell("11", "emploi", Sign.MORE, gap=8, low=5, high=9),
            "+8",
            "+8\u00a0rangs, entre +5 et +9, ressenti plus fort",
        ),
        (Cell("11", "emploi", Sign.LESS, gap=-1, low=-1, high=-1), "−1", "−1\u00a0rang, ressenti moins fort"),
        (Cell("11", "emploi", Sign.SAME, gap=0, low=0, high=0), "0", "0\u00a0rang, ressenti au même rang"),
        (
            Cell("11", "emploi", Sign.MORE, low=1, high=2),
            "+",
            "entre +1 et +2\u00a0rangs, ressenti plus fort",
        ),
        (Cell("11", "emploi", Sign.MORE), "+", "ressenti plus fort"),
        (Cell("11", "emploi", Sign.LESS), "−", "ressenti moins fort"),
        (Cell("11", "emploi", Sign.UNDETERMINED, "note_seule", gap=4), "?", "sens non établi"),
    ],
)
def test_a_gap_in_words(cell: Cell, mark: str, gap: str) -> None:
    assert cell_words.mark(cell) == mark
    assert cell_words.gap(cell) == gap
    assert len(cell_words.mark(cell, short=True)) == 1


def test_both_sides_in_words(citizens: Drawn, firms: Drawn) -> None:
    assert cell_words.details(at(citizens[1], "94", "environnement")) == (
        "mesuré 6ᵉ des 16\u00a0domaines\u202f; ressenti 3ᵉ avec 45\u202f%\u202f; chiffre publié pour "
        "«\u00a0PACA-Corse\u00a0»"
    )
    assert cell_words.each_side(at(citizens[1], "94", "environnement")) == (
        *("6ᵉ des 16\u00a0domaines", "3ᵉ", "45\u202f%", "PACA-Corse"),
    )
    alone = at(firms[1], "75", "environnement")
    assert cell_words.each_side(alone)[1:] == ("sans rang publié", "4,1 sur 10", "")
    assert "ressenti 4,1 sur 10, sans rang publié" in cell_words.details(alone)
    assert "une note comparée seule ne suffit pas" in cell_words.details(alone)
    assert "une note" not in cell_words.sides(alone)
    bare = Cell("11", "emploi", Sign.UNDETERMINED, "objectif_absent", felt=(2, 3))
    assert cell_words.sides(bare) == "non mesuré\u202f; ressenti 2ᵉ à 3ᵉ"
    assert cell_words.each_side(bare) == ("non mesuré", "2ᵉ à 3ᵉ", "", "")
    assert cell_words.sides(Cell("11", "emploi", Sign.NONE)) == "non mesuré"


def test_the_finding_of_the_country_and_of_a_region(citizens: Drawn, firms: Drawn) -> None:
    _, every, known = citizens
    assert findings.title(every, "des citoyens", "", known) == (
        "Emploi\u202f: ressenti des citoyens plus fort que la position relative dans 11\u00a0régions sur 13"
    )
    region = findings.title(every, "des citoyens", "11", known)
    assert region == (
        "En Île-de-France, ressenti des citoyens plus fort pour 4\u00a0domaines et moins fort pour "
        "«\u00a0Diversité et handicap\u00a0» que la position relative"
    )
    same = findings.title(every, "des citoyens", "32", known)
    assert same.endswith("au même rang que la position relative pour «\u00a0Emploi\u00a0»")
    # Computed without a sign, nothing that can be computed, nothing published: three sentences.
    assert findings.title(every, "des citoyens", "76", known) == (
        "En Occitanie, un seul écart calculable entre le ressenti des citoyens et la mesure, sur "
        "«\u00a0Emploi\u00a0», de sens non établi"
    )
    unpublished = findings.title(firms[1], "des entreprises", "53", firms[2])
    assert unpublished == (
        "En Bretagne, aucun chiffre publié sur le ressenti des entreprises, donc aucun écart calculable"
    )
    bare = [replace(cell, sign=Sign.NONE, reason=Reason.UNNAMED) for cell in every]
    assert "aucun écart calculable entre" in findings.title(bare, "des citoyens", "76", known)
    alone = findings.title(firms[1], "des entreprises", "", firms[2])
    assert alone.endswith("en Nouvelle-Aquitaine")
    unsure = 2 * [cell for cell in every if cell.sign is Sign.UNDETERMINED]
    assert findings.title(unsure, "des citoyens", "", known) == (
        "2\u00a0écarts calculés entre le ressenti des citoyens et la mesure, sans qu’aucun sens soit établi"
    )


def test_the_notes_count_the_three_looks_and_say_the_limits(
    citizens: Drawn, firms: Drawn, invented: Drawn
) -> None:
    shown, every, known = citizens
    said = findings.notes(every, shown, "", known)
    assert said[0] == (
        "25\u00a0écarts établis (22\u00a0plus forts, 1\u00a0au même rang, 2\u00a0moins forts), "
        "1\u00a0au sens non établi, 182\u00a0non calculables."
    )
    assert any("PACA-Corse" in text and "Rhône-Alpes" in text for text in said)
    assert any("premiers rangs" in text and "≤" in text for text in said)
    assert not any("≤" in text for text in findings.notes(every, shown, "53", known))
    assert any("Aucun chiffre" in text for text in findings.notes(firms[1], firms[0], "53", known))
    assert any("n’est pas mélangée" in text for text in findings.notes(invented[1], invented[0], "", known))
    assert any("tiré au hasard donnerait +7,5" in text for text in said)
    assert findings.lead(shown, "des citoyens", "de 2012 à 2019").startswith(
        "Écart calculé\u202f: rang mesuré (indicateurs de 2012 à 2019) − rang ressenti (citoyens, PHARE 2015"
    )


def test_tables_and_alternative_hold_every_number(citizens: Drawn, invented: Drawn) -> None:
    for _, every, known in (citizens, invented):
        whole, said = tables.of_all(every, known), tables.said(every, known)
        assert whole["Domaine"].tolist() == list(known.domains.values())
        for cell in every:
            row = whole.set_index("Domaine").loc[known.domains[cell.domain_code]]
            if cell.sign in STATED:
                assert (
                    f"{known.regions[cell.region_code]} {cell_words.short(cell)}"
                    in row["Écarts établis (rangs)"]
                )
                assert f"{known.regions[cell.region_code]} {cell_words.mark(cell)}" in said
        own = tables.of_region(every, "52", known)
        mine = [cell for cell in every if cell.region_code == "52"]
        assert own["Écart"].tolist() == list(map(cell_words.gap, mine))
        for cell, (*_, measured, felt, value, _, why) in zip(mine, own.to_numpy().tolist(), strict=True):
            prose = cell_words.details(cell)
            # What a table says apart is what a sentence says.
            assert all(part in prose for part in (measured, felt.removeprefix("non cité, donc "), value, why))
            assert bool(why) == (cell.sign not in STATED)
    left = tables.of_all(citizens[1], citizens[2]).set_index("Domaine")["Le reste, et pourquoi"]
    assert left["Emploi"].startswith("Occitanie\u202f: sens non établi")
    assert left["Mal-logement"].startswith("13\u00a0régions\u202f: non calculable")
    assert "rien" in set(tables.of_all([], citizens[2])["Le reste, et pourquoi"])


def points_of(store: Store, shown: Drawn, actor: str) -> Placed:
    found = of_picture(quadrants(store, actor, method=STILL, draws=DRAWS), shown[0])
    felt = of_regions(everyone(store))
    felt = of_picture(felt[felt["actor_code"] == actor], shown[0])
    intervals = rank_intervals(store, STILL, DRAWS)
    across = {domain: among_regions(shown[1], found, felt, intervals, domain) for domain in shown[2].domains}
    return among_domains(shown[1], found, 16), across


def test_points_stand_in_the_corner_of_their_quadrant(invented: Drawn, points: Placed) -> None:
    store = opened.invented().store
    found: Any = of_picture(quadrants(store, "entreprises", method=STILL, draws=DRAWS), invented[0])
    inside, across = points
    assert len(inside) == 13 * 16
    assert sum(map(len, across.values())) == 13 * 16
    sides = {"reconnue": (1, 1), "angle_mort": (1, -1), "inquietude": (-1, 1), "point_d_appui": (-1, -1)}
    for placed in (inside, *across.values()):
        for point in placed:
            high, told = ((end + 1) / 2 for end in reversed(point.out_of))
            if point.quadrant:
                up, right = sides[point.quadrant]
                assert (high - point.measured) * up > 0
                assert (told - point.felt[0]) * right > 0
            else:
                assert point.reason == "a_la_mediane"
    quads = found[found["among"] == "domaines"].set_index(["region_code", "domain_code"])["quadrant"]
    assert all(quads[point.region_code, point.domain_code] == point.quadrant for point in inside)


def test_ties_have_a_row_each_and_none_crosses_the_middle() -> None:
    def point(rank: float) -> Point:
        return Point(*("11", "emploi", rank, (1, 1), "", "", "", None, 0, (16, 16), "", cell_words.Sides()))

    rows = [item.measured for item in spread([point(rank) for rank in (8, 8, 3, 3, 3, 9, 9)], 8.5)]
    assert rows == [3, 4, 5, 8, 8.25, 9, 10]
    assert [item.measured for item in spread([point(7), point(7)], 7)] == [6.5, 7.5]


def test_published_top_lists_leave_half_of_the_figure_empty(published: Store, citizens: Drawn) -> None:
    inside, across = points_of(published, citizens, "citoyens")
    assert not any(across.values())
    found: Any = of_picture(quadrants(published, "citoyens", method=STILL, draws=DRAWS), citizens[0])
    # Named: the sign is stated and agrees with the corner, and nine draws in ten are there.
    agrees = {"inquietude": ("positive",), "reconnue": ("positive", "nul", "negative")}
    named = [
        row.quadrant
        for row in found[found["among"] == "domaines"].itertuples()
        if row.stated_sign in agrees.get(row.quadrant, ()) and row.holds >= 0.9
    ]
    recognised, worries = named.count("reconnue"), named.count("inquietude")
    assert corner_words.title(inside, "dans les 13 régions").endswith(
        f"{recognised}\u00a0fragilités reconnues, {worries}\u00a0inquiétudes et "
        f"{sum(bool(point.quadrant) for point in inside) - len(named)}\u00a0places sans "
        "verdict"
    )
    together, bounded, half = corner_words.notes(inside, one=False)
    assert "×2" in together
    assert "trait tireté" in bounded
    assert "premiers rangs" in half
    assert corner_words.notes(inside, one=True) == (bounded, half)
    proved = [point for point in inside if point.reason == "" and not point.quadrant]
    assert {point.domain_code for point in proved} == {"diversite_handicap", "sante"}
    assert "ne le cite pas" in corner_words.place(proved[0])


def test_corners_in_words(invented: Drawn, points: Placed) -> None:
    known = invented[2]
    inside, across = points
    jobs, own = across["emploi"], [point for point in inside if point.region_code == "53"]
    assert corner_words.notes(own, one=True) == ()
    table = corner_words.table(jobs, known, of_regions=True)
    assert set(table["Région"]) == set(known.regions.values())
    assert table["Place"].str.contains("exactement au milieu").any()
    assert (
        table[["Rang mesuré", "Rang ressenti"]]
        .map(lambda rank: rank.endswith("sur 13\u00a0régions"))
        .all(axis=None)
    )
    for point, (_, corner, holds, measured, felt, *_) in zip(jobs, table.to_numpy().tolist(), strict=True):
        assert point.details.startswith(f"mesurée {measured}\u202f; ressentie {felt}")
        assert corner == corner_words.named(point)
        assert holds == ("" if point.holds is None else corner_words.held(point.holds))
    assert len(corner_words.table(own, known, of_regions=False)) == 16
    all_rows = corner_words.table_of_all(inside, known)
    assert len(all_rows) == 13
    assert all_rows["Ce qui s’y trouve"].str.contains("Points d’appui\u202f: «\u00a0").any()
    assert corner_words.table_of_all([], known)["Ce qui s’y trouve"].str.startswith("rien de publié").all()
    said = corner_words.said(inside, known, of_regions=False)
    assert all(known.domains[point.domain_code] in said for point in inside)
    whole = corner_words.said_of_all(inside, known)
    assert all(f"{region}\u202f: " in whole for region in known.regions.values())
    assert corner_words.said_of_all([], known) == "rang mesuré et rang ressenti de chaque domaine"
    assert "Bretagne" in corner_words.said(jobs, known, of_regions=True)
    words = corner_words.written(own, short=False)
    many = [words[code].split()[-1].removeprefix("aucune") for code in corner_words.CORNERS]
    assert sum(int(count) for count in many if count.isdecimal()) == 16


@pytest.mark.parametrize(
    ("quadrant", "established", "places", "words"),
    [
        ("angle_mort", 1, 3, "Angle mort (mesuré haut, ressenti bas)\u202f: 1 établi sur 3"),
        ("inquietude", 2, 3, "Inquiétude (mesuré bas, ressenti haut)\u202f: 2 établies sur 3"),
        ("reconnue", 0, 5, "Fragilité reconnue (mesuré haut, ressenti haut)\u202f: aucune établie sur 5"),
        ("point_d_appui", 0, 0, "Point d’appui (mesuré bas, ressenti bas)\u202f: aucune place"),
    ],
)
def test_a_corner_says_how_many_of_its_places_have_its_name(
    points: Placed, quadrant: str, established: int, places: int, words: str
) -> None:
    point = replace(points[0][0], quadrant=quadrant, verdict="")
    own = [replace(point, verdict=quadrant if rank < established else "") for rank in range(places)]
    found = corner_words.written(own, short=False)[quadrant]
    assert found.replace("\u00a0", " ") == words
    place = corner_words.POSITIONS[quadrant]
    assert corner_words.written(own, short=True)[quadrant] == found.replace(f" ({place})", "")


@pytest.mark.parametrize(
    ("share", "words"),
    [(1.0, "100"), (0.999, "99"), (0.004, "1"), (0.0, "0"), (0.97, "97")],
)
def test_a_share_never_says_always_where_a_draw_disagrees(share: float, words: str) -> None:
    assert corner_words.held(share) == f"dans {words}\u202f% des calculs"


def test_rows_to_draw(invented: Drawn, points: Placed) -> None:
    known = invented[2]
    inside, across = points
    rows = corner_rows.of_one(across["emploi"], known, of_regions=True, chosen="53", short=True)
    assert rows.loc[rows["strong"], "name"].tolist() == ["Bretagne"]
    long = corner_rows.of_one(across["emploi"], known, of_regions=True, chosen="", short=False)
    assert "Provence-Alpes-Côte d’Azur" in set(long["name"])
    assert not long["strong"].any()
    own = [point for point in inside if point.region_code == "53"]
    rows = corner_rows.of_one(own, known, of_regions=False, chosen="53", short=True)
    assert rows["name"].tolist() == [known.domains[point.domain_code] for point in own]
    assert not rows["strong"].any()
    together = corner_rows.of_all(inside, known)
    assert together["count"].sum() == len(inside)
    assert set(together.loc[together["count"] == 1, "name"]) == {""}
    many = corner_rows.of_all([inside[0]] * 8, known).iloc[0]
    assert many["name"] == "×8"
    assert many["label"].endswith("…")


def test_spots_come_strongest_first(invented: Drawn, points: Placed) -> None:
    inside, _ = points
    found = spot_rows.ranked(inside, "angle_mort")
    assert [point.strength for point in found] == sorted((point.strength for point in found), reverse=True)
    rows = spot_rows.of_points(found, invented[2])
    assert len(rows) == len(found) > 0
    assert rows["Tient"].tolist() == [corner_words.held(point.holds or 0) for point in found]
    assert rows["Rang ressenti"].tolist() == [point.sides.felt for point in found]
    assert spot_rows.of_points([], invented[2]).empty
    assert corner_words.counted_as("inquietude", 0).startswith("Aucune inquiétude")
    assert corner_words.counted_as("angle_mort", 2) == "2\u00a0angles morts"
    assert corner_words.proved(1).startswith("1\u00a0écart négatif")


def test_nothing_says_why_and_what_can_be_done(published: Store, citizens: Drawn) -> None:
    known = citizens[2]
    why, done = corner_words.nothing("regions", "Emploi", "des citoyens", [])
    assert "cinq régions" in why
    assert "Par région" in done
    assert "cette région" in corner_words.nothing("domaines", "en Corse", "x", ["en Bretagne"])[1]
    assert "une de ces" in corner_words.nothing("domaines", "en Corse", "x", ["en Bretagne", "en Corse"])[1]
    felt = everyone(published)
    told = felt[felt["actor_code"] == "associations"]
    why, done = absent.reason(told, "des associations", "")
    assert "8\u00a0domaines" in why
    assert "France entière" in why
    table = absent.table(told, known).set_index("Domaine")["France entière"]
    assert table["Emploi"] == "60\u202f%, 1ᵉʳ rang"
    assert table["Mobilité"] == "5,7 sur 10"
    why, done = absent.reason(told[:0], "des maires", "PHARE 2015")
    assert "les maires" in why
    assert "PHARE 2015" in why
    assert "Réglages" in done
    assert absent.table(told[:0], known).empty
    bare = told[:1].assign(value=float("nan"), rank_low=2, rank_high=3)
    assert absent.table(bare, known)["France entière"].tolist() == ["2ᵉ à 3ᵉ rang"]
    assert absent.title("des maires").startswith("Ressenti des maires")
