"""The words of a figure for who does not see it, and for the chosen region."""

import pandas as pd
import pytest

from charts.text import alternative, place


@pytest.fixture
def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": ["53", "32", "94"],
            "name": ["Bretagne", "Hauts-de-France", "Corse"],
            "text": ["+10", "0", "non publié"],
            "full": ["+10\u00a0rangs", "0\u00a0rang", "non publié"],
            "rank": pd.array([1, 2, None], dtype="Int64"),
            "missing": [False, False, True],
            "status": ["value", "range", "not_published"],
            "objective_rank": pd.array([11, 1, None], dtype="Int64"),
            "perceived_rank_low": pd.array([1, 1, None], dtype="Int64"),
        }
    )


def test_an_alternative_says_the_finding_and_every_number(rows: pd.DataFrame) -> None:
    said = alternative("Un constat.", "Carte", rows)
    assert said == "Un constat. Carte\u202f: Bretagne +10\u202f; Hauts-de-France 0\u202f; Corse non publié."


@pytest.mark.parametrize(
    ("region", "quantity", "words"),
    [
        ("", "rank_gap", ""),
        ("53", "rank_gap", "+10\u00a0rangs"),
        ("32", "rank_gap", "0\u00a0rang"),
        ("53", "indicator_value", "+10\u00a0rangs, 1ʳᵉ sur 2\u00a0régions"),
        ("53", "perceived_rank", "+10\u00a0rangs"),
        ("94", "indicator_value", "non publié"),
    ],
)
def test_the_chosen_region_is_said_in_words(
    rows: pd.DataFrame, region: str, quantity: str, words: str
) -> None:
    assert place(rows, region, quantity=quantity) == words
