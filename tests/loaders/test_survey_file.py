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
        (BODY.encode("utf-16"), "utf-16"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    found = columns(data)
    assert (found.encoding, found.separator, found.row_count) == (encoding, ";", 2)
    assert found.headings == ("Région", "Note")
    assert [column.letter for column in found.columns] == ["A", "B"]
    assert found.columns[1].samples == ("7,5",)
    assert found.columns[1].filled == 1


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    found = columns(separator.join("abc").encode() + b"\n" + separator.join("123").encode())
    assert (found.separator, found.headings) == (separator, ("a", "b", "c"))


def test_a_declared_separator_is_followed_and_rows_keep_their_numbers() -> None:
    table = opened.read_table(b"sep=,\r\na,b;c\r\n1,2\r\n")
    assert (table.separator, table.headings, table.rows) == (",", ("a", "b;c"), ((3, ("1", "2")),))


def test_a_declaration_that_is_none_is_a_title() -> None:
    assert columns(b'sep="\r\na;b\n').separator == ";"


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
        (b"a;b\n\x00;1", "caractères interdits"),
        (b"\xff\xfea", "pas un texte"),
        (b"\x81\x8d;\n1", "pas un texte"),
        (b"a\n1\n", "une colonne"),
        (b"a;a\n1;2\n", "Deux colonnes"),
        (b'a;b\n"1;2\n', "mal formé"),
        (b"a;b\n1;" + b"x" * 3_000, "démesurée"),
        (b";".join(b"c%d" % number for number in range(301)) + b"\n1", "301\u00a0colonnes"),
        # The limit of the csv module is the whole process's: a library may have raised it.
        (b"a" * 200_000 + b";b\n1;2", "mal formé|démesurée"),
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
