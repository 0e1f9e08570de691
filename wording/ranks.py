"""Ranks in words, never without what is known of their solidity, nor of what they are among."""

from wording.numbers import counted, ordinal


def placed(rank: int, low: int, high: int, *, feminine: bool = True) -> str:
    """Write a rank and its interval: « 3ᵉ, entre 2ᵉ et 6ᵉ »; « 1ʳᵉ » alone when our trials do not move it."""
    said = ordinal(rank, feminine=feminine)
    if low == high:
        return said
    return f"{said}, entre {ordinal(low, feminine=feminine)} et {ordinal(high, feminine=feminine)}"


def placed_short(rank: int, low: int | None, high: int | None) -> str:
    """Write the rank of a domain where there is no room: « 3ᵉ (1–8) », « 3ᵉ » when sure or without ends."""
    said = ordinal(rank)
    return said if low is None or low == high else f"{said} ({low}\u2013{high})"


def placed_of_regions(rank: int, low: int, high: int, ranked: int) -> str:
    """Write the rank of a region: « 1ʳᵉ sur 13 régions », « 3ᵉ, entre 2ᵉ et 6ᵉ, sur 13 régions »."""
    return f"{placed(rank, low, high)}{_after(low, high)} sur {counted(ranked, 'région', 'régions')}"


def placed_of_domains(rank: int, low: int, high: int, ranked: int) -> str:
    """Write the rank of a domain in its region: « 9ᵉ, entre 8ᵉ et 10ᵉ, des 16 domaines ».

    Never as the rank of a region is written: both stand on the same pages.
    """
    if ranked == 1:
        return "1ᵉʳ du seul domaine mesuré"
    return f"{placed(rank, low, high, feminine=False)}{_after(low, high)} des {ranked}\u00a0domaines"


def _after(low: int, high: int) -> str:
    """Close an interval before what follows it."""
    return "" if low == high else ","
