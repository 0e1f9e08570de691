"""CSV: numbers a French spreadsheet reads, texts none of them computes."""

import csv
import io

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from exports.cells import cell, one_line, starts_formula
from exports.csv_text import csv_bytes, number_text, plain_csv_bytes

FRAME = pd.DataFrame(
    {
        "Région": ["Corse", "=cmd|' /C calc'!A0", 'Île «\u00a0;\u00a0» "x"', ""],
        "Valeur": [0.1 + 0.2, np.nan, -12.5, 0.0],
        "Rang": pd.array([1, None, 3, 4], dtype="Int64"),
        "Sûr": pd.array([True, None, False, True], dtype="boolean"),
        "Codes": [("11", "24"), (), None, np.array(["FR"])],
    }
)


def read(content: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))


def test_a_french_spreadsheet_opens_it_by_a_double_click() -> None:
    content = csv_bytes(FRAME)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 5
    assert read(content, ";") == [
        ["Région", "Valeur", "Rang", "Sûr", "Codes"],
        ["Corse", "0,3", "1", "oui", "11 24"],
        ["'=cmd|' /C calc'!A0", "", "", "", ""],
        ['Île «\u00a0;\u00a0» "x"', "-12,5", "3", "non", ""],
        ["", "0", "4", "oui", "FR"],
    ]


def test_any_program_reads_the_other_form() -> None:
    read_again = pd.read_csv(io.BytesIO(plain_csv_bytes(FRAME)))
    assert read_again["Valeur"].tolist()[::2] == [0.3, -12.5]
    assert read_again["Sûr"].tolist()[0] is True
    assert pd.isna(read_again["Valeur"][1])


def test_a_frame_without_rows_keeps_its_headings() -> None:
    assert csv_bytes(FRAME.iloc[:0]).decode("utf-8-sig") == '"Région";"Valeur";"Rang";"Sûr";"Codes"\r\n'


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_with_its_digits_and_no_exponent(value: float) -> None:
    text = number_text(value)
    assert "e" not in text.lower()
    assert float(text) == np.float64(f"{value:.15g}")


@given(st.text())
def test_no_text_starts_a_formula_or_another_line(text: str) -> None:
    (heading,), (written,) = read(csv_bytes(pd.DataFrame({"t": [text or "x"]})), ";")
    assert heading == "t"
    assert not starts_formula(written) or written.startswith("'")
    assert written.lstrip("'").lstrip() == one_line(text or "x").lstrip("'").lstrip()


def test_what_starts_a_formula() -> None:
    for text in ("=1", "+1", "-1", "@a", "\t=1", " =1", "\ufeff=1", "'=1", "\uff1d1"):
        assert starts_formula(text), text
    for text in ("", "Corse", "a=1", "\u22122", "«\u00a0=\u00a0»"):
        assert not starts_formula(text), text


def test_what_is_missing_is_an_empty_cell() -> None:
    assert [cell(value) for value in (None, pd.NA, np.nan, float("inf"), pd.NaT)] == [None] * 5
    assert [cell(value) for value in (np.int64(3), np.float32(0.5), np.bool_(True), "a\r\nb")] == [
        3,
        0.5,
        True,
        "a b",
    ]
