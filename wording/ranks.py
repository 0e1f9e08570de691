"""Ranks in words, never without what is known of their solidity."""

from wording.numbers import ordinal


def placed(rank: int, low: int, high: int, *, feminine: bool = True) -> str:
    """Write a rank and its interval: « 3ᵉ, entre 2ᵉ et 6ᵉ »; « 1ʳᵉ » alone when our trials do not move it."""
    said = ordinal(rank, feminine=feminine)
    if low == high:
        return said
    return f"{said}, entre {ordinal(low, feminine=feminine)} et {ordinal(high, feminine=feminine)}"


def placed_of(rank: int, low: int, high: int, ranked: int, *, feminine: bool = True) -> str:
    """Write a rank, its interval and out of how many: « 1ʳᵉ sur 13 », « 3ᵉ, entre 2ᵉ et 6ᵉ, sur 13 »."""
    said = placed(rank, low, high, feminine=feminine)
    return f"{said}{'' if low == high else ','} sur {ranked}"
