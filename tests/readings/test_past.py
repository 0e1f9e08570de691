"""What is said of earlier years, to the letter: a difference, a stable figure, a break, or nothing."""

from collections.abc import Mapping

import pytest

from indicators.past import past
from indicators.rows import each
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.past import rows, words
from tests import earlier_years
from tests.earlier_years import UNEMPLOYMENT
from tests.loaders.books import slim

BREAK = (
    "La définition a changé entre 2009\u00a0(T1) et 2012\u00a0(T1), «\u00a0enquête rénovée\u00a0»\u202f: les "
    "années d’avant ne se comparent pas à celles d’après."
)


@pytest.fixture(scope="module")
def store() -> Store:
    return earlier_years.store()


def said(store: Store, indicator: str, region: str) -> tuple[str, tuple[str, ...]]:
    frame, names = past(store, indicator), vocabulary(store).names
    return words.title(frame, region, names), words.sentences(frame, region, names)


def made(label: str, changes: Mapping[str, object]) -> Store:
    """One earlier year of an indicator, the current figures changed by heading."""
    book = slim()
    earlier_years.add(book, label, {"Année": "2010 à 2012", **changes})
    return earlier_years.opened(book)


def test_a_region_and_france_since_one_year_are_one_sentence(store: Store) -> None:
    assert said(store, "Freco.1", "53") == (
        "Taux de chômage, Bretagne\u202f: −0,8\u00a0point de 2012\u00a0(T1) à 2019\u00a0(T1)",
        (
            (
                "De 2012\u00a0(T1) à 2019\u00a0(T1), en Bretagne, l’indicateur passe de 8,0\u202f% à "
                "7,2\u202f% (−0,8\u00a0point), ce qui signale moins de fragilité qu’alors\u202f; en France, "
                "de 9,0\u202f% à 8,4\u202f% (−0,6\u00a0point)."
            ),
            BREAK,
            words.NOTE,
        ),
    )


def test_no_change_beyond_the_rounding_is_stable_and_signals_nothing(store: Store) -> None:
    title, (first, *_) = said(store, "Freco.1", "76")
    assert title.endswith("\u202f: stable à l’arrondi près de 2012\u00a0(T1) à 2019\u00a0(T1)")
    assert (
        "en Occitanie, l’indicateur est stable à l’arrondi près, à 10,3\u202f%\u202f; en France, de" in first
    )
    _, (both, *_) = said(store, "nbr_logements_habitant", "44")
    assert both == (
        "De 2011 à 2016, dans le Grand Est, l’indicateur est stable à l’arrondi près, à 0,51 (logements par "
        "habitant)\u202f; en France, il est stable à l’arrondi près, à 0,54."
    )


def test_france_alone_without_a_region(store: Store) -> None:
    title, (first, *_) = said(store, "Freco.1", "")
    assert title.startswith("Taux de chômage, France\u202f: −0,6\u00a0point")
    assert first.endswith("(−0,6\u00a0point), ce qui signale moins de fragilité qu’alors.")


def test_what_does_not_compare_is_not_compared(store: Store) -> None:
    assert said(store, "Frsoc.1", "53") == (
        f"Taux de pauvreté, Bretagne\u202f: {words.NOTHING_COMPARES}",
        (
            (
                "La définition a changé entre 2012 et 2015, «\u00a0nouveau seuil\u00a0»\u202f: les années "
                "d’avant ne se comparent pas à celles d’après."
            ),
        ),
    )


def test_a_region_without_a_figure_leaves_france_alone() -> None:
    _, told = said(made(UNEMPLOYMENT, {"Bretagne": None, "France Métropole": 11}), "Freco.1", "53")
    assert told == (
        (
            "De 2010–2012 à 2019\u00a0(T1), en France, l’indicateur passe de 11,0\u202f% à 8,4\u202f% "
            "(−2,6\u00a0points), ce qui signale moins de fragilité qu’alors."
        ),
        words.NOTE,
    )


def test_other_units_keep_theirs_and_a_convention_signals_nothing() -> None:
    health = made("Professionnels de santé / 100 000 hab", {"Bretagne": 335})
    _, (first, *_) = said(health, "Frétale.2", "53")
    assert "passe de 335\u00a0pour 100\u202f000 hab. à 319 (−16), ce qui signale plus de fragilité" in first
    immigrants = made("Taux d'immigration", {"Bretagne": 2.5})
    _, (first, *_) = said(immigrants, "Frsoc.3", "53")
    assert "passe de 2,5\u202f% à 3,5\u202f% (+1,0\u00a0point)\u202f; en France" in first
    # Two roundings of one and of no decimal: 7 % may be 7,2 %.
    book = slim()
    earlier_years.add(book, UNEMPLOYMENT, {"Année": "2010 à 2012"}, [None] * 6 + [7] + [None] * 7)
    assert said(earlier_years.opened(book), "Freco.1", "53")[1][0] == (
        "De 2010–2012 à 2019\u00a0(T1), en Bretagne, l’indicateur passe de 7\u202f% à 7,2\u202f% (stable à "
        "l’arrondi près)."
    )


def test_the_table_has_every_year_its_cells_and_what_changed(store: Store) -> None:
    table = rows.table(past(store, "Freco.1"), "94", vocabulary(store).names)
    assert table.to_numpy().tolist()[::2] == [
        [
            "2009 (T1)",
            "8,6\u202f%",
            "8,0\u202f%",
            (
                "Années antérieures, W7 et J7\u202f; source\u202f: COMISIS OW\u202f; la définition change "
                "ensuite\u202f: «\u00a0enquête rénovée\u00a0»"
            ),
        ],
        [
            "2015 (T1)",
            "non publié",
            "10,0\u202f%",
            "Années antérieures, W5 et J5\u202f; source\u202f: COMISIS OW",
        ],
    ]
    assert list(rows.table(past(store, "Freco.1"), "", vocabulary(store).names)) == [
        "Année",
        "France",
        "Cellules et précisions",
    ]


def test_the_text_of_the_drawing_has_the_same_numbers(store: Store) -> None:
    names = vocabulary(store).names
    drawn = rows.drawn(past(store, "nbr_logements_habitant"), names)
    assert rows.alternative("Constat", drawn, "93") == (
        "Constat. Courbes, une par territoire. Provence-Alpes-Côte d’Azur\u202f: 2011 0,60 (logements par "
        "habitant)\u202f; 2016 0,61 (logements par habitant). France\u202f: 2011 0,54 (logements par "
        "habitant)\u202f; 2016 0,54 (logements par habitant)."
    )
    every = rows.drawn(past(store, "Freco.1"), names, short=True)
    told = {(row.region_code, row.period): (row.name, row.text, row.label) for row in each(every)}
    assert told["93", 2019][:2] == ("PACA", "10,1\u202f%")
    assert told["94", 2015] == ("Corse", "", "Corse, 2015 (T1)\u202f: non publié")
