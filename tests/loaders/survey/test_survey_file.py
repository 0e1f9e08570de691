"""How a CSV is cut: encodings, separators, headings, limits, hostile bytes."""

from __future__ import annotations

import pytest

from loaders.survey import decoding
from loaders.survey import table as opened
from loaders.survey.door import SurveyRefused, columns

BODY = "Région;Note\r\nÎle-de-France;7,5\r\n\r\nCorse;\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (BODY.encode(), "utf-8-sig"),
        (BODY.encode("utf-8-sig"), "utf-8-sig"),
        (BODY.encode("cp1252"), "cp1252"),
        (BODY.encode("mac_roman"), "mac_roman"),
        (BODY.encode("cp850"), "cp850"),
        (BODY.encode("utf-16"), "utf-16"),
        (BODY.encode("utf-16-le"), "utf-16-le"),
        (BODY.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    found = columns(data)
    assert (found.encoding, found.separator, found.row_count) == (encoding, ";", 2)
    assert found.headings == ("Région", "Note")
    assert [column.letter for column in found.columns] == ["A", "B"]
    assert found.columns[1].samples == ("7,5",)
    assert found.columns[1].filled == 1


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    assert columns(BODY.encode() + b"Corse;\xff\r\n").encoding == "utf-8-sig"


@pytest.mark.parametrize(
    "text",
    [
        "“mot”",
        "l’emploi – « mot » • puce",
        "RÉGION",
        "Œuvre",
        "Noël",
        "où",
        "1 €",
        "ÇA",
        "Pâques",
        "Müller",
        "°",
    ],
)
def test_a_file_of_windows_stays_one(text: str) -> None:
    found = columns(f"{text};Note\nCorse;7\n".encode("cp1252"))
    assert (found.encoding, found.headings[0]) == ("cp1252", text)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
@pytest.mark.parametrize(
    "text", ["Santé", "Éducation", "Sécurité", "Région", "Île-de-France", "Rhône", "RÉGION", "SANTÉ", "élus"]
)
def test_the_accents_of_a_mac_or_of_dos_are_read(text: str, encoding: str) -> None:
    assert columns(f"{text};Note\nCorse;7\n".encode(encoding)).headings == (text, "Note")


@pytest.mark.parametrize(
    "cell",
    [
        "\uf0b7 logement",
        "\x07\x00",
        "a" * 200_000,
        "\udcff".encode("utf-8", "surrogateescape").decode("cp1252"),
    ],
)
def test_an_unused_cell_refuses_nothing(cell: str) -> None:
    rows = "".join(f"Corse;{note};\r\n" for note in range(10))
    found = columns(f"Région;Note;Remarque\r\nCorse;5;{cell}\r\n{rows}".encode())
    assert (found.row_count, found.headings) == (11, ("Région", "Note", "Remarque"))
    assert all(len(sample) < 100 and sample.isprintable() for sample in found.columns[2].samples)


def test_columns_of_one_title_are_told_apart_by_their_letter() -> None:
    assert columns(b"a;b;a\n1;2;3\n").headings == ("a", "b", "a (colonne C)")


def test_a_long_title_keeps_its_two_ends() -> None:
    title = "Notez " + "a" * 400 + " : Emploi"
    (cut, _) = columns(f"{title};b\n1;2\n".encode()).headings
    assert cut.startswith("Notez a")
    assert cut.endswith("…" + title[-150:])


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_line_break_in_a_title_cuts_nothing(separator: str) -> None:
    rows = ['"Dans quelle région\nhabitez-vous ?"', "profil", "emploi"], ["11", "citoyens", '"6,5"']
    found = columns("\n".join(map(separator.join, rows)).encode())
    assert found.headings == ("Dans quelle région habitez-vous ?", "profil", "emploi")
    assert found.row_count == 1


def test_the_separator_is_not_the_comma_of_the_decimals() -> None:
    assert columns(b"Enquete, 2025\na;b;c;d\n" + b"1,5;2,5;3,5;4,5\n" * 9).separator == ";"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    found = columns(separator.join("abc").encode() + b"\n" + separator.join("123").encode())
    assert (found.separator, found.headings) == (separator, ("a", "b", "c"))


def test_a_declared_separator_is_followed_and_rows_keep_their_numbers() -> None:
    assert opened.read_table(b"sep=,\ra,b;c\r1,2\r").headings == ("a", "b;c")
    table = opened.read_table(b"sep=,\r\na,b;c\r\n1,2\r\n")
    assert (table.separator, table.headings, table.rows) == (",", ("a", "b;c"), ((3, ("1", "2")),))


def test_a_declaration_that_is_none_is_a_title() -> None:
    found = columns(b'sep="\r\na;b\n1;2\n')
    assert (found.separator, found.headings, found.row_count) == (";", ("a", "b"), 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "region,profil,Emploi,Sante\n" + "11,Citoyens,7,5,8,5\n" * 9,
            "9\u00a0lignes ont plus de cellules que de titres (6 au lieu de 4, dès la ligne 2)\u202f: ",
        ),
        (
            "profil;remarque;Emploi\nCitoyens;ok;7\nCitoyens;bien; mais cher;8\n",
            "1\u00a0ligne a plus de cellules que de titres (4 au lieu de 3, ligne 3)\u202f: ",
        ),
        ("Emploi;Sante;\n1;7;5;8\n", "(4 au lieu de 3, ligne 2)"),
        ("sep=,\nEmploi,Sante\n7,5,8\n", "(3 au lieu de 2, ligne 3)"),
    ],
)
def test_rows_longer_than_their_titles_are_refused(data: str, said: str) -> None:
    with pytest.raises(SurveyRefused) as refused:
        columns(data.encode())
    assert said in str(refused.value)
    assert "en CSV avec le point-virgule" in str(refused.value)


def test_cells_without_a_title_are_no_shift() -> None:
    assert columns(b"a;b\n1;2;;\n3;4\n").headings == ("a", "b")
    assert columns(b"a;b;\n1;2;\n3;4;x\n").headings == ("a", "b", "Colonne C")
    assert columns(b"a;;b\n1;2;3\n").headings == ("a", "Colonne B", "b")


def test_columns_without_a_title_are_named_or_forgotten() -> None:
    assert columns(b"a;;b;;\n1;2;3;;\n").headings == ("a", "Colonne B", "b")


def test_empty_rows_before_the_titles_are_skipped() -> None:
    table = opened.read_table(b"\n;;\na;b\n1;2\n")
    assert (table.headings, table.rows) == (("a", "b"), ((4, ("1", "2")),))


def test_old_line_ends_are_read() -> None:
    assert columns(b"a;b\r1;2\r").headings == ("a", "b")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vide"),
        (b" \n ", "vide"),
        (b"sep=;\r\n", "aucune ligne"),
        (b"a;b\n", "que des titres"),
        (b"a;b\n;\n", "que des titres"),
        (b"PK\x03\x04", "un classeur"),
        (b"\xd0\xcf\x11\xe0", "un classeur"),
        (b"a;b\n\x00;1", "pas un texte"),
        ("a;b\n1;2".encode("utf-16")[:-1], "UTF-16, et incomplet"),
        (b"\xff\xfea", "pas un texte"),
        (b"\x81\x8d;\n1", "pas un texte"),
        (b"a\n1\n", "une colonne"),
        (b'a;b\n"1;2\n', "mal formé"),
        (b";".join(b"c%d" % number for number in range(1_001)) + b"\n1", "1\u202f001\u00a0colonnes"),
    ],
)
def test_what_is_not_a_table_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(SurveyRefused, match=said) as refused:
        columns(data)
    assert len(refused.value.findings) == 1


@pytest.mark.parametrize(
    ("limit", "said"), [("MOST_BYTES", "pèse plus de"), ("MOST_ROWS", "plus de 1 lignes")]
)
def test_a_file_beyond_the_limits_is_refused(limit: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = decoding if limit == "MOST_BYTES" else opened
    monkeypatch.setattr(owner, limit, 1)
    with pytest.raises(SurveyRefused, match=said):
        columns(b"a;b\n1;2\n3;4\n5;6\n")
