"""Enumerations and ends of sentences."""

from wording.lists import alphabetical, ended


def test_an_accented_name_is_where_a_reader_looks_for_it() -> None:
    named = {"1": "Occitanie", "2": "Île-de-France", "3": "Hauts-de-France", "4": "étang"}
    assert list(alphabetical(named).values()) == ["étang", "Hauts-de-France", "Île-de-France", "Occitanie"]


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert ended("3,3 pour 1 000 hab.") == "3,3 pour 1 000 hab."
    assert ended("3,3 %") == "3,3 %."
