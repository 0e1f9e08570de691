"""How far a rank of the room is from that of the measures, and the sign that may be stated of it."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.gap_signs import Sign


@dataclass(frozen=True)
class RoomGap:
    """Measured rank minus the room's, in ranks: above 0, the room puts the domain higher."""

    low: int
    high: int

    @property
    def sign(self) -> Sign:
        """Return the sign, stated only when the interval leaves 0 (or is 0)."""
        if self.low > 0:
            return Sign.MORE
        if self.high < 0:
            return Sign.LESS
        return Sign.SAME if self.low == self.high else Sign.UNDETERMINED

    @property
    def least(self) -> int:
        """Return how many ranks apart they are at least; 0 where no sign is stated."""
        return max(self.low, -self.high, 0)


def room_gap(room: tuple[int, int], measured: tuple[int, int]) -> RoomGap:
    """Return the gap from the lowest and highest rank of each: every pair of ranks is possible."""
    return RoomGap(measured[0] - room[1], measured[1] - room[0])
