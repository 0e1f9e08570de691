"""French typography, and the territories that surveys asked."""

from __future__ import annotations

import pytest

from wording.perimeter import perimeter, perimeters
from wording.typography import capital, grouped, quoted, typed, unbroken, uncapital


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("l'« emploi » : 8 %", "l’«\u00a0emploi\u00a0»\u202f: 8\u202f%"),
        ("pourquoi ? ici ! là ;", "pourquoi\u202f? ici\u202f! là\u202f;"),
        ("8:30", "8:30"),
        ("", ""),
    ],
)
def test_a_text_is_typed_as_french_is(text: str, written: str) -> None:
    assert typed(text) == written
    assert typed(written) == written


def test_capitals_and_quotation_marks() -> None:
    assert capital("élan ÉTÉ") == "Élan ÉTÉ"
    assert uncapital("Élan ÉTÉ") == "élan ÉTÉ"
    assert capital("") == uncapital("") == ""
    assert quoted("Emploi") == "«\u00a0Emploi\u00a0»"
    assert unbroken("IMPACT (date non publiée)") == "IMPACT\u00a0(date non publiée)"


def test_the_territory_of_a_survey_is_said_once() -> None:
    assert perimeter("PACA-Corse (périmètre de l'enquête)") == "PACA-Corse (périmètre de l’enquête)"
    assert perimeter("") == ""
    assert perimeters(["", "PACA-Corse", "PACA-Corse (périmètre de l’enquête)"]) == (
        "Périmètre de l’enquête\u202f: «\u00a0PACA-Corse\u00a0».",
    )
    assert perimeters(["A", "B"])[0].startswith("Périmètres de l’enquête\u202f: ")
    assert perimeters([""]) == ()


def test_the_digits_of_a_number_are_held_together() -> None:
    assert grouped("pour 10 000 hab. en 2019") == "pour 10\u202f000 hab. en 2019"
    assert grouped("2 sur 10, 1 234 567, 12 345 6") == "2 sur 10, 1\u202f234\u202f567, 12\u202f345 6"
