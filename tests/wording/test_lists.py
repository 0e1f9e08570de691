"""Enumerations and ends of sentences."""

from wording.lists import ended


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert ended("3,3 pour 1 000 hab.") == "3,3 pour 1 000 hab."
    assert ended("3,3 %") == "3,3 %."
