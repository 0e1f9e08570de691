"""One cell, one figure: everything a cell may hold, and what becomes of it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.figures import is_percent, read_figure
from loaders.cells.numerals import NotANumber, read_numeral, split_range
from loaders.cells.unreadable import Unreadable
from loaders.file.number_format import NumberFormat, exact, shown
from loaders.records import RawCell
from loaders.reference import Reference, build_reference
from loaders.tables import read_tables

THIN, NBSP, FIGURE_SPACE = "\u202f", "\u00a0", "\u2007"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return build_reference(read_tables())


def cell(value: Any, number_format: str = "General", *, formula: str = "", error: bool = False) -> RawCell:
    text = shown(value, number_format) if type(value) in {int, float} and abs(value) < 1e20 else str(value)
    return RawCell("F", "B2", 2, 2, value, text, number_format, formula, error, "")


@pytest.mark.parametrize(
    ("text", "amount", "decimals"),
    [
        ("8,4", "8.4", 1),
        ("8.4", "8.4", 1),
        ("0,60", "0.6", 2),
        ("-2,2", "-2.2", 1),
        ("−2,2", "-2.2", 1),
        ("–2,2", "-2.2", 1),
        ("+3", "3", 0),
        ("0", "0", 0),
        ("-0,5", "-0.5", 1),
        ("1 234,5", "1234.5", 1),
        (f"5{NBSP}391{THIN}223", "5391223", 0),
        (f"5{FIGURE_SPACE}391 223", "5391223", 0),
        ("65018096", "65018096", 0),
        ("0,067", "0.067", 3),
        ("1 234.567", "1234.567", 3),
        ("1234,567", "1234.567", 3),
        (" 12 ", "12", 0),
        ("\ufeff12\u200b", "12", 0),
    ],
)
def test_numbers_written_as_text(text: str, amount: str, decimals: int) -> None:
    numeral = read_numeral(text)
    assert (numeral.amount, numeral.decimals, numeral.unit) == (Decimal(amount), decimals, "")


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12,345", "999.999", "54,000"])
def test_a_lone_separator_before_three_digits_is_ambiguous(text: str) -> None:
    with pytest.raises(NotANumber) as error:
        read_numeral(text)
    assert error.value.ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "1,234,567",
        "1.234,5",
        "1,234.5",
        "12,5,3",
        "53 91 223",
        "55 00",
        "1 2",
        "0 234",
        "012",
        ",5",
        "5,",
        "(12)",
        "1e5",
        "٣",
        "３",
        "1/2",
        "12 34,5",
        "--5",
        "5-",
        "",
        "douze",
        "1" * 25,
        "0," + "1" * 30,
    ],
)
def test_what_is_not_a_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber) as error:
        read_numeral(text)
    assert not error.value.ambiguous


@given(st.integers(min_value=-(10**14), max_value=10**14), st.sampled_from([" ", NBSP, THIN, ""]))
def test_any_integer_written_in_french_is_read_back(value: int, space: str) -> None:
    assert read_numeral(f"{value:,}".replace(",", space)).amount == value


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from([",", "."]))
def test_any_decimal_is_read_back(value: Decimal, separator: str) -> None:
    assert read_numeral(f"{value:f}".replace(".", separator)).amount == value


@given(st.text(max_size=15))
def test_no_text_crashes_or_reads_as_something_else(text: str) -> None:
    try:
        numeral = read_numeral(text)
    except NotANumber:
        return
    digits = [character for character in text if character in "0123456789"]
    assert sorted(str(abs(numeral.amount)).replace(".", "").strip("0")) == sorted("".join(digits).strip("0"))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("90 000 à 105 000", ("90 000", "105 000")),
        ("90 000 - 105 000", ("90 000", "105 000")),
        ("90 000–105 000", ("90 000", "105 000")),
        (f"90{THIN}000{NBSP}à 105{THIN}000", ("90 000", "105 000")),
        ("de 5 à 7", ("5", "7")),
        ("entre 5 et 7", ("5", "7")),
        ("De 5 % à 7 %", ("5 %", "7 %")),
        ("a\u0300 5", None),
        ("8,4", None),
        ("-5", None),
        ("5 à", None),
        ("12-5-3", None),
    ],
)
def test_ranges_are_recognised(text: str, ends: tuple[str, str] | None) -> None:
    assert split_range(text) == ends


def test_a_decomposed_accent_still_makes_a_range() -> None:
    assert split_range("5 a\u0300 7") == ("5", "7")


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "expected", "raw"),
    [
        (8.4, "0.0", "%", "8.4", "8,4"),
        (0.069, "0.0%", "%", "6.9", "6,9%"),
        (0.07, "0.0%", "%", "7", "7,0%"),
        (1, "0.0%", "%", "100", "100,0%"),
        (-0.022, "0.0%", "%", "-2.2", "-2,2%"),
        (0.29, "0%", "%", "29", "29%"),
        (8.5, '0.0"%"', "%", "8.5", "8,5%"),
        (8.5, r"0.0\%", "%", "8.5", "8,5%"),
        ("8,5 %", "General", "%", "8.5", "8,5 %"),
        (f"8.5{THIN}%", "@", "%", "8.5", f"8.5{THIN}%"),
        (0.1 + 0.2, "General", "", "0.3", "0,3"),
        (5391223, "#,##0", "", "5391223", f"5{THIN}391{THIN}223"),
        (5391223, "# ##0", "", "5391223", f"5{THIN}391{THIN}223"),
        (119.531523, "0.0", "", "119.531523", "119,5"),
        (0.6, "0.00", "", "0.6", "0,60"),
        (1.5, "0." + "0" * 30, "", "1.5", "1,500000000000000"),
        (999999999999999, "0." + "0" * 30, "", "999999999999999", "999999999999999," + "0" * 15),
        (2.5, "0.##", "", "2.5", "2,5"),
        (-1208.25, '#,##0.0;[Red]"-"#,##0.0', "", "-1208.25", f"-1{THIN}208,3"),
        ("2153 milliards", "General", "milliards d’euros", "2153", "2153 milliards"),
        ("2 153 Mds €", "General", "milliards d’euros", "2153", "2 153 Mds €"),
        ("12 hab.", "General", "habitants", "12", "12 hab."),
        ("8,2 %", "General", "pourcentage", "8.2", "8,2 %"),
        (0.082, "0.0%", "taux (%)", "8.2", "8,2%"),
        ("7 M€", "General", "M€", "7", "7 M€"),
        (2153, '# ##0" Md€"', "milliards d’euros", "2153", f"2{THIN}153"),
        (1200, "#,##0\\ [$€-40C]", "euros", "1200", f"1{THIN}200"),
        (1200, "# ##0 €", "€ par hab.", "1200", f"1{THIN}200"),
        (3.6, '0.0" ‰"', "‰", "3.6", "3,6"),
        (3.6, '0.0" pour 1 000"', "pour 1 000 hab.", "3.6", "3,6"),
        (7.1, '0.0"/10"', "note moyenne sur 10", "7.1", "7,1"),
        (8.2, '"+"0.0', "%", "8.2", "8,2"),
        (-8.2, "0.0_);\\(0.0\\)", "%", "-8.2", "-8,2"),
        (2400, '# ##0" personnes"', "", "2400", f"2{THIN}400"),
        (2, '0"e"', "", "2", "2"),
        (0, '# ##0;-# ##0;"-"', "", "0", "0"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "", "0", "0"),
        (8.2, "", "%", "8.2", "8,2"),
    ],
)
def test_a_cell_gives_its_exact_value_and_what_it_shows(
    reference: Reference, value: Any, number_format: str, unit: str, expected: str, raw: str
) -> None:
    figure = read_figure(cell(value, number_format), unit, reference)
    assert (figure.value, figure.status, figure.raw) == (Decimal(expected), "value", raw)


@given(
    st.integers(min_value=-9999, max_value=9999),
    st.sampled_from(["fraction", "points", "text", "text_point"]),
)
def test_a_percentage_is_the_same_however_it_is_stored(tenths: int, way: str) -> None:
    points = Decimal(tenths) / 10
    stored = {
        "fraction": cell(float(points / 100), "0.0%"),
        "points": cell(float(points), "0.0"),
        "text": cell(f"{points}".replace(".", ",") + f"{NBSP}%"),
        "text_point": cell(f"{points}%"),
    }
    figure = read_figure(stored[way], "% des ménages", build_reference(read_tables()))
    assert figure.value == points
    assert figure.marked_percent == (way != "points")


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("", "missing"),
        (" \u00a0", "missing"),
        ("-", "missing"),
        ("–", "missing"),
        ("..", "missing"),
        ("n.d.", "not_available"),
        ("ND", "not_available"),
        ("s.o.", "not_available"),
        ("Non\u00a0publié", "not_available"),
        ("#N/A", "not_available"),
        ("#DIV/0!", "not_available"),
        ("#VALEUR!", "not_available"),
    ],
)
def test_signs_of_absence_never_become_zero(reference: Reference, value: str, status: str) -> None:
    figure = read_figure(cell(value), "%", reference)
    assert (figure.value, figure.low, figure.high, figure.status) == (None, None, None, status)
    assert figure.raw == value


def test_an_empty_cell_is_missing_and_zero_is_a_value(reference: Reference) -> None:
    assert read_figure(None, "%", reference).status == "missing"
    zero = read_figure(cell(0), "%", reference)
    assert (zero.value, zero.status) == (Decimal(0), "value")


def test_an_error_cell_is_not_available(reference: Reference) -> None:
    figure = read_figure(cell("#REF!", error=True), "%", reference)
    assert (figure.status, figure.doubt, figure.raw) == ("not_available", "valeur_en_erreur", "#REF!")


def test_a_range_keeps_both_ends(reference: Reference) -> None:
    figure = read_figure(cell("90 000 à 105 000"), "associations", reference)
    assert (figure.value, figure.low, figure.high) == (None, Decimal(90000), Decimal(105000))
    assert figure.status == "range"
    percent = read_figure(cell("5 à 7,5 %"), "%", reference)
    assert (percent.low, percent.high, percent.decimals) == (Decimal(5), Decimal("7.5"), 1)


@pytest.mark.parametrize("text", ["55 00 à 60 000", "60 000 à 55 000", "1.234 à 2.345", "5,5,5 à 7"])
def test_a_malformed_range_is_kept_as_text_only(reference: Reference, text: str) -> None:
    figure = read_figure(cell(text), "associations", reference)
    assert (figure.value, figure.low, figure.high) == (None, None, None)
    assert (figure.status, figure.doubt, figure.raw) == ("not_available", "fourchette_mal_formee", text)


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "kind"),
    [
        ("beaucoup", "General", "%", "texte_au_lieu_d_un_nombre"),
        ("<script>alert(1)</script>", "General", "%", "texte_au_lieu_d_un_nombre"),
        ("x" * 5000, "General", "%", "texte_au_lieu_d_un_nombre"),
        ("12,5,3", "General", "%", "texte_au_lieu_d_un_nombre"),
        ("1,234,567", "General", "hab", "texte_au_lieu_d_un_nombre"),
        ("1.234", "General", "hab", "nombre_ambigu"),
        ("5 millions", "General", "milliards d’euros", "unite_differente"),
        ("5 à 7 millions", "General", "milliards d’euros", "unite_differente"),
        ("5 %", "General", "hab", "unite_differente"),
        ("5 €", "General", "", "texte_au_lieu_d_un_nombre"),
        (0.05, "0%", "hab", "unite_differente"),
        (5.0, '0"%"', "hab", "unite_differente"),
        (1200000.0, "0.0,,", "hab", "format_a_l_echelle"),
        (True, "General", "", "booleen"),
        (float("inf"), "General", "", "nombre_absurde"),
        (float("nan"), "General", "", "nombre_absurde"),
        (1e16, "General", "", "nombre_absurde"),
        (5e-324, "0.0", "", "nombre_absurde"),
        (-1e-23, "0.0%", "%", "nombre_absurde"),
        ("1 000 000 000 000 000 000", "General", "", "nombre_absurde"),
        ("1 à 1 000 000 000 000 000 000", "General", "", "nombre_absurde"),
        (datetime.datetime(2026, 4, 8), "d-mmm", "%", "date_au_lieu_d_un_nombre"),  # noqa: DTZ001
        (datetime.time(8, 4), "h:mm", "%", "date_au_lieu_d_un_nombre"),
        (datetime.timedelta(hours=8), "[h]:mm", "%", "date_au_lieu_d_un_nombre"),
    ],
)
def test_what_cannot_be_read_one_way_is_refused(
    reference: Reference, value: Any, number_format: str, unit: str, kind: str
) -> None:
    with pytest.raises(Unreadable) as problem:
        read_figure(cell(value, number_format), unit, reference)
    assert problem.value.kind == kind
    assert len(problem.value.message) < 250
    assert problem.value.action


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "kind", "said"),
    [
        (84, '0" ‰"', "%", "unite_differente", "«\u00a084 ‰\u00a0» alors que l’unité de la ligne est"),
        (152000, '# ##0" M€"', "milliards d’euros", "unite_differente", "M€"),
        (2153, "# ##0 €", "milliards d’euros", "unite_differente", "€"),
        (8.2, "0.0\\ \\€", "%", "unite_differente", "«\u00a08,2 €\u00a0»"),
        (3.6, '0.0" pour 1000"', "%", "unite_differente", "pour 1000"),
        (0.1, '"< "0.0', "%", "unite_differente", "< 0,1"),
        (8.2, '"≈ "0.0', "%", "unite_differente", "≈ 8,2"),
        (8.2, '0.0" s"', "%", "unite_differente", "8,2 s"),
        (2, '0" milliers"', "", "unite_differente", "alors que la ligne n’a pas d’unité"),
        (0.5, "0%", "", "unite_differente", "(50%) alors que la ligne n’a pas d’unité"),
        (8.2, '"NC"', "%", "nombre_non_affiche", '8,2\u00a0», que son format («\u00a0"NC"\u00a0»)'),
        (8.2, ";;;", "%", "nombre_non_affiche", "n’affiche pas"),
        (-8.2, '0.0;"nc"', "%", "nombre_non_affiche", "n’affiche pas"),
        (0, "0.0;-0.0;;@", "%", "nombre_non_affiche", "n’affiche pas"),
        (7, '[>5]"+";0.0', "%", "nombre_non_affiche", "n’affiche pas"),
    ],
)
def test_what_a_format_says_beside_a_number_is_read(
    reference: Reference, value: float, number_format: str, unit: str, kind: str, said: str
) -> None:
    with pytest.raises(Unreadable) as problem:
        read_figure(cell(value, number_format), unit, reference)
    assert problem.value.kind == kind
    assert said in problem.value.message


@pytest.mark.parametrize("number_format", ['0.0"p"', '0.0" (p)"', "0.0\\p"])
def test_a_mark_in_a_format_is_a_mark(reference: Reference, number_format: str) -> None:
    figure = read_figure(cell(8.2, number_format), "%", reference)
    assert (figure.value, figure.note) == (Decimal("8.2"), "provisoire")


@pytest.mark.parametrize(
    ("unit", "percent"),
    [
        ("%", True),
        ("% des ménages", True),
        ("Pourcentage", True),
        ("pourcentages", True),
        ("pour cent", True),
        ("pour cent des ménages", True),
        ("en %", True),
        ("part en % de la population", True),
        ("taux (%)", True),
        ("(%)", True),
        ("points de pourcentage", False),
        ("points (en %)", False),
        ("pour cent mille habitants", False),
        ("pour 100 élèves", False),
        ("indice, 2015 = 100 %", False),
        ("‰", False),
        ("", False),
    ],
)
def test_a_percentage_in_whatever_words(unit: str, percent: bool) -> None:
    assert is_percent(unit) is percent


def test_a_date_says_what_excel_did(reference: Reference) -> None:
    with pytest.raises(Unreadable, match="« 8,4 »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")):
        read_figure(cell(datetime.datetime(2026, 4, 8), "d-mmm"), "%", reference)  # noqa: DTZ001


def test_a_formula_never_computed_is_refused(reference: Reference) -> None:
    with pytest.raises(Unreadable) as problem:
        read_figure(cell(None, formula="=SUM(A1:A3)"), "%", reference)
    assert problem.value.kind == "formule_sans_valeur"
    assert "=SUM(A1:A3)" in problem.value.message


@pytest.mark.parametrize(
    ("code", "percent", "thousands", "scaled", "decimals"),
    [
        ("General", False, False, False, None),
        ("@", False, False, False, None),
        ("0", False, False, False, 0),
        ("#,##0.00", False, True, False, 2),
        ('# ##0" €"', False, True, False, 0),
        ("0.0%", True, False, False, 1),
        ('0.0" % du total"', False, False, False, 1),
        ("[$-40C]0.0", False, False, False, 1),
        ("0.0,", False, False, True, 1),
        ('#,##0,,"M"', False, True, True, 0),
        ('"a;b"0.0;-0', False, False, False, 1),
        ("", False, False, False, None),
    ],
)
def test_number_formats(
    code: str, percent: bool, thousands: bool, scaled: bool, decimals: int | None
) -> None:
    style = NumberFormat.of(code)
    assert (style.percent, style.thousands, style.scaled) == (percent, thousands, scaled)
    assert style.most_decimals == decimals


@pytest.mark.parametrize(
    ("value", "number_format", "decimals", "raw"),
    [
        (8.2123456789012, "0.0", 1, "8,2"),
        (8.25, "0.0", 1, "8,3"),
        (8, "0.0", 1, "8,0"),
        (8.4, "0", 0, "8"),
        (8.2123456789012, "0.00", 2, "8,21"),
        (8.2, "0.0#", 1, "8,2"),
        (1234.5678, "# ##0,0", 1, f"1{THIN}234,6"),
        (8.2, "0,0", 1, "8,2"),
        (1234567.8, "#,##0", 0, f"1{THIN}234{THIN}568"),
        (8.2, "General", 1, "8,2"),
        (119.5315, "General", 4, "119,5315"),
        (8.2123456789012, "General", 2, "8,21"),
        (0.353493976226933, "General", 3, "0,353"),
        (0.00012345678, "General", 6, "0,000123"),
        (5.285714285714286, "@", 2, "5,29"),
        ("5,285714285714286", "General", 2, "5,285714285714286"),
        (8.5, "# ?/?", 1, "8,5"),
        (0.000123, "0.00E+00", 6, "0,000123"),
        (12345.678, "0.00E+00", 0, "12346"),
        (0.5, "[<1]0.00;0.0", 2, "0,50"),
        (3.44, "[<1]0.00;0.0", 1, "3,4"),
        (50, "[<1]0.00;[<10]0.0;0", 0, "50"),
        (0, "0.0;-0.0;0", 0, "0"),
        (-2.25, "0.0;-0.00", 2, "-2,25"),
    ],
)
def test_a_cell_shows_the_decimals_of_its_format(
    reference: Reference, value: Any, number_format: str, decimals: int, raw: str
) -> None:
    figure = read_figure(cell(value, number_format), "", reference)
    assert (figure.decimals, figure.raw) == (decimals, raw)
    # What is computed with is what the cell holds.
    assert figure.value == (Decimal(value.replace(",", ".")) if isinstance(value, str) else exact(value))


def test_a_percentage_shows_the_decimals_of_its_points(reference: Reference) -> None:
    figure = read_figure(cell(0.0821234, "0.0%"), "%", reference)
    assert (figure.value, figure.decimals, figure.raw) == (Decimal("8.21234"), 1, "8,2%")


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=4))
def test_a_typed_number_survives_the_double_it_is_stored_in(value: Decimal) -> None:
    assert exact(float(value)) == value
