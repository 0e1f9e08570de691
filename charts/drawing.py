"""A drawing ready to be sent, with what it says to who does not see it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Drawing:
    """A finished Vega-Lite specification, and its text alternative: the finding and the numbers."""

    specification: dict[str, Any]
    alternative: str
