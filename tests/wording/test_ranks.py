"""A rank is written with its interval."""

from wording.ranks import placed


def test_an_interval_is_written_after_the_rank() -> None:
    assert placed(3, 2, 6) == "3ᵉ, entre 2ᵉ et 6ᵉ"
    assert placed(1, 1, 4) == "1ʳᵉ, entre 1ʳᵉ et 4ᵉ"
    assert placed(1, 1, 4, feminine=False) == "1ᵉʳ, entre 1ᵉʳ et 4ᵉ"


def test_a_rank_that_nothing_moves_is_alone() -> None:
    assert placed(2, 2, 2) == "2ᵉ"
