"""How an interval says the errors of measure that it counts: published, or supposed by our convention."""

from __future__ import annotations

from dataclasses import dataclass

from wording.numbers import percent
from wording.typography import quoted

SETTINGS = "Réglages"


def supposed(share: float) -> str:
    """« 10 % de l’écart-type entre régions »; `share`: 0 to 1."""
    return f"{percent(round(100 * share, 6))} de l’écart-type entre régions"


@dataclass(frozen=True, slots=True)
class Errors:
    """Of some scored indicators: how many, how many publish their error, what is supposed of the others.

    `supposed`: in standard deviations between the regions, 0 for none.
    """

    indicators: int
    published: int
    supposed: float

    @property
    def drawn(self) -> bool:
        """Whether an error of measure moves anything."""
        return self.published > 0 or self.supposed > 0

    @property
    def conventional(self) -> bool:
        """Whether the error of one of them is supposed."""
        return self.published < self.indicators and self.supposed > 0

    @property
    def named(self) -> str:
        """Name what varies: « une erreur de mesure supposée », `""` where none is counted."""
        if not self.drawn:
            return ""
        if self.conventional:
            return "l’erreur de mesure, publiée ou supposée" if self.published else _SUPPOSED
        return "l’erreur de mesure" + " quand elle est publiée" * (self.published < self.indicators)

    @property
    def convention(self) -> str:
        """Say in a sentence what is supposed and where it is changed, `""` where nothing is."""
        if not self.conventional:
            return ""
        if self.published:
            start = "Une erreur de mesure qui n’est pas publiée est supposée de"
        else:
            start = "Aucune erreur de mesure n’étant publiée, elle est supposée de"
        return (
            f"{start} {supposed(self.supposed)}\u202f: notre convention, que {quoted(SETTINGS)} peut mettre "
            "à zéro."
        )


_SUPPOSED = "une erreur de mesure supposée"
