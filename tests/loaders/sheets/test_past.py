"""« Années antérieures »: read as the current table, tied to it, and refused where years do not compare."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from loaders.naming import quote
from loaders.sheets.past import period
from tests.earlier_years import HOUSING, POVERTY, RATES, RENEWED, RUPTURE, SHEET, UNEMPLOYMENT, add, edition
from tests.loaders.books import TABLE, Book, address, slim, to_bytes
from tests.loaders.outcomes import findings, loaded, real_edition, refused, same_as_published
from tests.loaders.published import REGIONS

EARLIER = {"Année": "2012 (T1)"}


def test_a_workbook_without_earlier_years_is_told_nothing_of_them() -> None:
    real = real_edition()
    assert real.past == ()
    assert {one.sheet for one in real.years} == {TABLE}
    assert not [one for one in real.findings if SHEET in one.message]


def test_every_cell_is_kept_with_its_place_and_its_text() -> None:
    found = edition()
    assert same_as_published(found)
    told = {(one.period, one.region_code): one for one in found.past if one.indicator_code == "Freco.1"}
    for row, (year, figures) in enumerate(RATES.items(), start=5):
        for place, (code, figure) in enumerate(zip(REGIONS, figures, strict=True), start=10):
            one = told[int(year[:4]), code]
            assert (one.sheet, one.cell) == (SHEET, address(row, place))
            assert one.value == (None if figure is None else Decimal(str(figure)))
            assert one.status == ("missing" if figure is None else "value")
            assert one.raw == ("" if figure is None else f"{figure:g}".replace(".", ","))
    assert len(told) == 3 * 14


def test_a_row_is_tied_by_its_code_or_else_by_its_label() -> None:
    earlier = {(one.indicator_code, one.period): one.rupture for one in edition().years if one.sheet == SHEET}
    assert earlier == {
        ("Freco.1", 2015): "",
        ("Freco.1", 2012): "",
        ("Freco.1", 2009): RENEWED,
        ("nbr_logements_habitant", 2011): "",
        ("Frsoc.1", 2012): "nouveau seuil",
    }


@pytest.mark.parametrize(
    ("year", "last"),
    [
        ("2012", 2012),
        ("2019 (T1)", 2019),
        ("2015 à 2018", 2018),
        ("2012-2016", 2016),
        ("hier", None),
        ("12019", None),
    ],
)
def test_the_last_year_that_is_named(year: str, last: int | None) -> None:
    assert period(year) == last


def same_label(book: Book) -> None:
    book[TABLE].set(book[TABLE].row(POVERTY), 4, UNEMPLOYMENT)
    add(book, UNEMPLOYMENT, EARLIER | {"INDICE": None})


def without_heading(book: Book, heading: str) -> None:
    row = add(book, UNEMPLOYMENT, EARLIER)
    book[SHEET].set(row - 1, book[SHEET].column(heading), None)


def merged_value(book: Book) -> None:
    row = add(book, UNEMPLOYMENT, EARLIER)
    book[SHEET].merges.append((row, 11, row, 12))


Bend = Callable[[Book], object]
FAULTS: dict[str, tuple[Bend, str, str]] = {
    "indicateur_ancien_inconnu": (
        lambda book: add(book, UNEMPLOYMENT, EARLIER | {"INDICE": "Freco.9"}),
        "G5",
        "Aucune ligne actuelle n’a l’INDICE «\u00a0Freco.9\u00a0».",
    ),
    "libelle_ambigu": (
        same_label,
        "D5",
        "2 lignes actuelles portent le libellé «\u00a0Taux de chomage\u00a0», et celle-ci n’a pas d’INDICE.",
    ),
    "annee_absente": (
        lambda book: add(book, UNEMPLOYMENT, {"Année": None}),
        "H5",
        "La ligne n’a pas d’année.",
    ),
    "annee_actuelle_absente": (
        lambda book: add(book, "Poids de la région", {"Année": 2012}),
        "H5",
        f"L’indicateur {quote('Poids de la région')} n’a pas d’année dans {quote(TABLE)}, cellule H6.",
    ),
    "annee_non_anterieure": (
        lambda book: add(book, UNEMPLOYMENT, {"Année": "2019 (T4)"}),
        "H5",
        (
            f"{quote('2019 (T4)')} n’est pas antérieur à {quote('2019 (T1)')}, l’année de l’indicateur dans "
            f"{quote(TABLE)}, cellule H18."
        ),
    ),
    "annee_en_double": (
        lambda book: [add(book, UNEMPLOYMENT, {"Année": year}) for year in (2012, "2012 (T3)")],
        "H6",
        "«\u00a0Taux de chomage\u00a0» a deux lignes pour 2012\u202f: 5 et 6.",
    ),
    "unite_changee": (
        lambda book: add(book, HOUSING, {"Année": 2011, "Unité": None}),
        "Z5",
        f"La ligne n’a pas d’unité, la ligne actuelle a l’unité {quote('logements par habitant')}.",
    ),
    "sens_change": (
        lambda book: add(book, UNEMPLOYMENT, EARLIER | {"Sens": -1}),
        "Y5",
        "Le sens -1 n’est pas celui de la ligne actuelle (1).",
    ),
    "colonne_absente": (
        lambda book: without_heading(book, RUPTURE),
        "",
        f"Colonnes introuvables dans l’en-tête\u202f: {quote(RUPTURE)}. Titres non reconnus\u202f: aucun.",
    ),
    "region_absente": (
        lambda book: without_heading(book, "Corse"),
        "",
        "Pas de colonne pour Corse (94). Titres non reconnus\u202f: aucun.",
    ),
    "valeur_fusionnee": (
        merged_value,
        "K5",
        "La cellule fait partie d’une zone fusionnée\u202f: on ne sait pas à qui appartient sa valeur.",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_year_that_does_not_compare_is_refused_in_one_sentence(kind: str) -> None:
    bend, cell, message = FAULTS[kind]
    book = slim()
    bend(book)
    finding = refused(book, kind)
    assert (finding.sheet, finding.message) == (SHEET, message)
    assert not cell or finding.cell == cell


def test_a_label_without_code_that_no_row_has_is_refused() -> None:
    book = slim()
    add(book, HOUSING, {"Année": 2011, "INDICATEURS": "Nombre de logements"})
    assert "aucune ligne actuelle" in refused(book, "indicateur_ancien_inconnu", "D5").message


def test_a_text_that_names_no_year_is_refused() -> None:
    book = slim()
    add(book, UNEMPLOYMENT, {"Année": "avant la crise"})
    assert refused(book, "annee_absente", "H5").message.startswith("«\u00a0avant la crise\u00a0» ne nomme")


def test_what_is_doubtful_is_asked_about_at_its_cell() -> None:
    book = slim()
    add(book, UNEMPLOYMENT, EARLIER | {"INDICATEURS": "Chômage", "Bretagne": 72})
    add(book, POVERTY, {"Année": 2012})
    found = loaded(book)
    asked = {(one.kind, one.cell) for one in found.findings if (one.sheet, one.level) == (SHEET, "alerte")}
    assert asked == {
        ("libelle_change", "D5"),
        ("ordre_de_grandeur", "P5"),
        ("annees_identiques", "J6:W6"),
    }
    assert "en 2012 qu’en 2015" in findings(found, "annees_identiques")[0].message


def test_notes_and_a_whole_file_are_read_as_elsewhere() -> None:
    book = slim()
    row = add(book, UNEMPLOYMENT, EARLIER)
    book[SHEET].set(row + 2, 1, "Source : les éditions précédentes du tableau")
    found = loaded(to_bytes(book))
    assert [one.cell for one in findings(found, "note_du_tableau") if one.sheet == SHEET] == ["A7"]
    assert len(found.past) == 14
