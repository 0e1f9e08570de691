"""Ranks in words, never without what is known of their solidity."""

from wording.numbers import ordinal


def placed(rank: int, low: int, high: int, *, feminine: bool = True) -> str:
    """Write a rank and its interval: « 3ᵉ, entre 2ᵉ et 6ᵉ »; « 1ʳᵉ » alone when our trials do not move it."""
    said = ordinal(rank, feminine=feminine)
    if low == high:
        return said
    return f"{said}, entre {ordinal(low, feminine=feminine)} et {ordinal(high, feminine=feminine)}"
