"""Marks beside a number or a word: superscripts, struck text, conventional signs of official statistics."""

from decimal import Decimal

import pytest

from loaders.cells.figures import read_text
from loaders.cells.marks import header, without_marks
from loaders.cells.unreadable import Unreadable
from loaders.reference import Reference, build_reference
from loaders.tables import read_tables
from tests.loaders.books import TABLE, Book, as_excel_writes, slim, to_bytes, with_cell_xml
from tests.loaders.outcomes import findings, loaded, refused, same_as_published

UP = '<rPr><vertAlign val="superscript"/></rPr>'
DOWN = '<rPr><vertAlign val="subscript"/></rPr>'
STRUCK = "<rPr><strike/></rPr>"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return build_reference(read_tables())


def rich(*runs: tuple[str, str]) -> str:
    """The XML of a cell whose text is in pieces: (font, letters)."""
    pieces = "".join(f'<r>{font}<t xml:space="preserve">{text}</t></r>' for font, text in runs)
    return f'<c r="PLACE" t="inlineStr"><is>{pieces}</is></c>'


def with_rich(header: str, *runs: tuple[str, str], sheet: str = TABLE, row: int = 18) -> bytes:
    """The slim book with a text in pieces in one cell, as Excel and LibreOffice write it."""
    book = slim()
    column = book[sheet].column(header, 4 if sheet == TABLE else 1)
    book[sheet].set(row, column, "x")
    return as_excel_writes(with_cell_xml(book, sheet, row, column, rich(*runs)))


def unemployment(data: bytes | Book, region: str = "44") -> tuple[Decimal | None, str, str, str]:
    value = next(v for v in loaded(data).values if (v.indicator_code, v.region_code) == ("Freco.1", region))
    return value.value, value.status, value.raw, value.note


@pytest.mark.parametrize(
    ("runs", "raw", "note"),
    [
        ((("", "8,4"), (UP, "1")), "8,4¹", "renvoi 1 de la source"),
        ((("", "8,4"), (UP, "(1)")), "8,4⁽¹⁾", "renvoi 1 de la source"),
        ((("", "8,4"), (UP, "1, 2")), "8,4¹  ²", "renvoi 1 de la source, renvoi 2 de la source"),
        ((("", "8,4 %"), (UP, "a")), "8,4 %ᵃ", "renvoi a de la source"),
        ((("", "8,4"), (UP, "p")), "8,4ᵖ", "provisoire"),
        ((("", "8,4"), (DOWN, "1")), "8,4₁", "renvoi 1 de la source"),
        ((("<rPr><b/></rPr>", "8"), ("", ",4"), (UP, "*")), "8,4*", "renvoi * de la source"),
        (((UP, "1"), ("", "8,4")), "¹8,4", "renvoi 1 de la source"),
        (((STRUCK, "32"), ("", "8,4")), "8,4", ""),
        ((("", "8,4"), ('<rPr><vertAlign val="baseline"/><strike val="0"/></rPr>', "1")), "8,41", ""),
    ],
)
def test_a_raised_or_struck_run_is_no_digit(runs: tuple[tuple[str, str], ...], raw: str, note: str) -> None:
    expected = Decimal("8.41") if raw == "8,41" else Decimal("8.4")
    assert unemployment(with_rich("Grand Est", *runs)) == (expected, "value", raw, note)


@pytest.mark.parametrize(
    ("header", "runs", "field", "read"),
    [
        ("Valeur", (("", "7,1"), (UP, "2")), "value", Decimal("7.1")),
        ("Effectif", (("", "412"), (UP, "1")), "sample_size", 412),
        ("Rang", (("", "2"), (UP, "1")), "rank_low", 2),
        ("Rang", (("", "1"), (UP, "er")), "rank_low", 1),
        ("Rang", (("", "3"), (UP, "e"), (UP, "(1)")), "rank_high", 3),
        ("Écart-type", (("", "1,8"), (UP, "1")), "standard_deviation", Decimal("1.8")),
        ("Date", (("", "2015-09"), (UP, "1")), "survey_date", "2015-09"),
        ("Codes région", (("", "44"), (UP, "2")), "region_codes", ("44",)),
    ],
)
def test_nor_in_the_figures_of_a_survey(
    header: str, runs: tuple[tuple[str, str], ...], field: str, read: object
) -> None:
    figure = loaded(with_rich(header, *runs, sheet="Perceptions", row=3)).perceptions[1]
    assert getattr(figure, field) == read


def test_a_text_keeps_its_words_and_loses_its_marks() -> None:
    label = (("", "Émissions de CO"), (DOWN, "2"), ("", " par km"), (UP, "2"), (UP, "(1)"))
    indicator = loaded(with_rich("INDICATEURS", *label)).indicators[13]
    assert indicator.label == "Émissions de CO₂ par km²"
    assert loaded(with_rich("Année", ("", "2018"), (UP, "2"))).indicators[13].year == "2018"


@pytest.mark.parametrize("cell", [8.4, "8,4"])
def test_a_cell_struck_or_raised_as_a_whole(cell: object) -> None:
    book = slim()
    row, column = book[TABLE].row("Taux de chomage"), book[TABLE].column("Grand Est")
    book[TABLE].set(row, column, cell)
    styled = to_bytes(book, {(TABLE, row, column): "strike"})
    assert unemployment(styled)[:2] == (None, "not_available")
    assert unemployment(styled)[3] == "barré dans le classeur"
    assert [item.cell for item in findings(loaded(styled), "texte_barre", "alerte")] == ["K18"]
    refused(to_bytes(book, {(TABLE, row, column): "superscript"}), "nombre_en_exposant", "K18")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("8,4 (p)", "provisoire"),
        ("8,4 p", "provisoire"),
        ("8,4p", "provisoire"),
        ("8,4 % (p)", "provisoire"),
        ("8,4 (p) %", "provisoire"),
        ("(p) 8,4", "provisoire"),
        ("8,4 prov.", "provisoire"),
        ("8,4 (r)", "révisé"),
        ("8,4e", "estimé"),
        ("8,4 E", "estimé"),
        ("8,4 (sd)", "semi-définitif"),
        ("8,4*", "renvoi * de la source"),
        ("8,4 (1)", "renvoi 1 de la source"),
        ("8,4 [2]", "renvoi 2 de la source"),
        ("8,4¹", "renvoi 1 de la source"),
        ("8,4 (p, 1)", "provisoire, renvoi 1 de la source"),
        ("8,4 (p) (1)", "provisoire, renvoi 1 de la source"),
        ("8,4 (b)", "marque b de la source (rupture de série selon Eurostat)"),
    ],
)
def test_a_value_with_a_mark(reference: Reference, text: str, note: str) -> None:
    figure = read_text(text, "%", reference)
    assert (figure.value, figure.status, figure.decimals) == (Decimal("8.4"), "value", 1)
    assert (figure.raw, figure.note) == (text, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("s", "secret statistique"),
        ("S", "secret statistique"),
        ("(s)", "secret statistique"),
        ("c", "secret statistique"),
        (": c", "secret statistique"),
        (":", ""),
        ("ns", "non significatif"),
        ("N.S.", "non significatif"),
        ("non significatif", "non significatif"),
        ("NR", "non renseigné"),
        ("Non renseigné", "non renseigné"),
        ("///", "sans objet"),
        ("//", "sans objet"),
        ("...", ""),
        ("…", ""),
        ("NaN", ""),
        ("nd", ""),
        ("nd (1)", "non disponible, renvoi 1 de la source"),
        ("s (1)", "secret statistique, renvoi 1 de la source"),
        ("ε", "négligeable, mais pas nul"),
        ("x", "masqué ou sans objet dans la source"),
        ("*", "renvoi à une note de la source, sans nombre"),
        ("¹", "renvoi 1 de la source, sans nombre"),
        ("<0,1", "inférieur à 0,1"),
        ("≤ 0,1 %", "inférieur ou égal à 0,1 %"),
        ("moins de 5", "inférieur à 5"),
        ("> 1 000", "supérieur à 1 000"),
    ],
)
def test_an_absence_with_its_reason(reference: Reference, text: str, note: str) -> None:
    figure = read_text(text, "%", reference)
    assert (figure.value, figure.low, figure.high, figure.status) == (None, None, None, "not_available")
    assert (figure.raw, figure.note, figure.doubt) == (text, note, "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("8,4 s", "nombre_et_absence"),
        ("8,4c", "nombre_et_absence"),
        ("8,4 (s)", "nombre_et_absence"),
        ("p", "marque_sans_nombre"),
        ("(e)", "marque_sans_nombre"),
        ("10²", "unite_differente"),
        ("8,4 (5,2)", "texte_au_lieu_d_un_nombre"),
        ("8,4 ‰", "unite_differente"),
        ("8,4 q", "unite_differente"),
    ],
)
def test_what_contradicts_itself_is_refused(reference: Reference, text: str, kind: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_text(text, "%", reference)
    assert problem.value.kind == kind


def test_a_number_in_brackets_is_used_by_nobody(reference: Reference) -> None:
    figure = read_text("(0,5)", "%", reference)
    assert (figure.value, figure.status, figure.doubt) == (None, "not_available", "nombre_entre_parentheses")


def test_units_and_thousands(reference: Reference) -> None:
    assert read_text("8,4 ‰", "‰", reference).value == Decimal("8.4")
    assert read_text("8,4 hab/km²", "hab./km²", reference).value == Decimal("8.4")
    for text in ("5'548'090", "5’548’090", "5\u202f548\u202f090", "5 548 090 (1)"):
        assert read_text(text, "habitants", reference).value == 5548090
    # The row is in metres: « m » is its unit before it is a sign of Eurostat.
    assert read_text("8,4 m", "m", reference).value == Decimal("8.4")


def test_every_sign_of_the_tables_is_read_as_they_say(reference: Reference) -> None:
    for sign, absence in reference.absences.items():
        figure = read_text(sign, "%", reference)
        assert (figure.value, figure.status, figure.note) == (None, absence.status, absence.reason), sign
    for mark, meaning in reference.marks.items():
        for text in (f"8,4 ({mark})", f"8,4 {mark}", f"8,4 % {mark}"):
            assert (read_text(text, "%", reference).value, read_text(text, "%", reference).note) == (
                Decimal("8.4"),
                meaning,
            ), text


def test_a_sign_of_a_table_is_no_answer_of_a_survey(reference: Reference) -> None:
    """« x » is a ticked box and « n » a no: only what means nothing anywhere is missing in an answer."""
    assert not {"x", "n", "s", "c", "m", "u", "z", "p", "*"} & set(reference.missing)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Taux de chômage¹", "Taux de chômage"),
        ("Taux de chômage ⁽¹⁾", "Taux de chômage"),
        ("Source² : Insee", "Source : Insee"),
        ("Densité (hab./km²)²", "Densité (hab./km²)"),
        ("Émissions de CO₂", "Émissions de CO₂"),
        ("3ᵉ rang", "3ᵉ rang"),
        ("Taux provisoireᵖ", "Taux provisoire"),
        ("nᵒ 3", "nᵒ 3"),
        ("R²", "R²"),
    ],
)
def test_words_without_their_marks(text: str, words: str) -> None:
    assert without_marks(text) == words


@pytest.mark.parametrize("mark", [" (1)", "(1)", "¹", " ⁽¹⁾", "*", " †", " [1]", " (a)", " (1) (2)", "(*)"])
@pytest.mark.parametrize("title", ["Grand Est", "France\nMétropole", "Année", "Sens"])
def test_a_title_may_refer_to_a_note(mark: str, title: str) -> None:
    book = slim()
    column = book[TABLE].column(title.replace("\n", " "))
    book[TABLE].set(4, column, title + mark)
    assert header(title + mark) == title.replace("\n", " ")
    assert same_as_published(loaded(book))


def test_the_marks_of_a_workbook_are_said_once_by_meaning() -> None:
    book = slim()
    row = book[TABLE].row("Taux de chomage")
    for column, value in ((11, "8,4 (p)"), (12, "8,1 (p)"), (13, "s"), (14, "9,1")):
        book[TABLE].set(row, column, value)
    said = [item.message for item in findings(loaded(book), "valeurs_marquees", "info")]
    assert [int(message[0]) for message in said] == [2, 1]
    assert ["provisoire" in message for message in said] == [True, False]
