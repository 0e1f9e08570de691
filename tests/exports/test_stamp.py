"""What everything taken away says of itself, and how its file is named."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.stamp import file_name, stamp
from indicators.structure import Edition
from wording.mentions import BROUGHT, FICTIONAL, MENTION
from wording.mentions import INVENTED as INVENTED_MENTION

REAL = Edition("0123456789abcdef", "indicateurs.xlsx", fictional=False)
INVENTED = Edition("0123456789abcdef", "essai_FICTIF.xlsx", fictional=True)


def test_a_stamp_says_source_edition_and_mention() -> None:
    made = stamp(REAL, "Emploi", source="INSEE, 2019")
    assert made.lines() == [
        "Source\u202f: INSEE, 2019.",
        "Édition des données\u202f: indicateurs.xlsx, empreinte\u00a00123456789ab.",
        MENTION,
    ]
    assert made.about("Santé").lines() == made.lines()


def test_invented_data_say_so_first() -> None:
    assert stamp(INVENTED, "Emploi").lines()[0].startswith(FICTIONAL)


def test_only_what_comes_from_the_study_carries_its_mention() -> None:
    assert MENTION not in stamp(INVENTED, "Emploi").lines()
    assert stamp(INVENTED, "Emploi").lines()[-1] == INVENTED_MENTION
    private = stamp(replace(REAL, private=True), "Emploi").lines()
    assert MENTION not in private
    assert private[-1] == BROUGHT


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Île-de-France\u202f: l’emploi", "observatoire-ile-de-france-l-emploi.png"),
        ("../../etc/passwd", "observatoire-etc-passwd.png"),
        ("CON", "observatoire-con.png"),
        ("", "observatoire.png"),
    ],
)
def test_a_file_has_a_plain_name(words: str, name: str) -> None:
    assert file_name(words, "png") == name


@given(st.text(max_size=200))
def test_any_words_give_a_name_every_system_takes(words: str) -> None:
    assert re.fullmatch(r"observatoire[A-Za-z0-9-]{0,68}\.csv", file_name(words, "csv", fictional=True))
    assert "FICTIF" in file_name(words, "csv", fictional=True)
