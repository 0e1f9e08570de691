"""Numbers written as text. What can be read in two ways is refused, never guessed.

The rule, in one sentence: spaces (of any kind) or apostrophes group thousands three by three, one comma or
one point marks the decimals, and a lone comma or point followed by exactly three digits (« 1.234 »,
« 1,234 ») is ambiguous unless the integer part is 0. « 1,234,567 », « 1.234,5 », « 12,5,3 », « (12) »,
« 1e5 » are not numbers here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loaders.naming import collapse

MOST_DIGITS = 24

_MINUS_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?(?P<integer>0|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]*)(?:[.,](?P<fraction>[0-9]+))?"
)
_AMBIGUOUS = re.compile(r"[+-]? ?[1-9][0-9]{0,2}[.,][0-9]{3}")
_WITH_UNIT = re.compile(r"(?P<number>[+-]? ?[0-9](?:[0-9 .,]*[0-9])?) ?(?P<unit>(?:[^\W\d_]|[%‰€])[^0-9]*)?")
_DIGITS = r"[+-]? ?[0-9][0-9 .,]*"
_RANGE = re.compile(
    rf"(?:(?:de|entre) )?(?P<low>{_DIGITS}[^0-9+-]*?) ?(?:\b(?:à|a|et)\b|-) ?(?P<high>{_DIGITS}[^0-9+-]*)",
    re.IGNORECASE,
)


# Swiss thousands, and what a word processor makes of them.
_APOSTROPHE = re.compile(r"(?<=[0-9])['’‘ʼ′](?=[0-9]{3}(?![0-9]))")
_BOUND = re.compile(
    r"(?P<sign><=|>=|=<|=>|[<>≤≥]|moins de|plus de|au moins|au plus|inférieure? à|supérieure? à) ?"
    r"(?P<number>[^<>≤≥]+)",
    re.IGNORECASE,
)
_BOUND_WORDS = {
    "<": "inférieur à",
    "≤": "inférieur ou égal à",
    ">": "supérieur à",
    "≥": "supérieur ou égal à",
}


class NotANumber(ValueError):
    """The text is not a number by the rule above; `ambiguous` when it would be two different ones."""

    def __init__(self, text: str, *, ambiguous: bool = False) -> None:
        super().__init__(text)
        self.ambiguous = ambiguous


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from text, with the unit written after it (« % », « milliards », or "")."""

    amount: Decimal
    decimals: int
    unit: str


def tidy(text: str) -> str:
    """One line, ordinary hyphens for every kind of minus sign and dash, ordinary spaces between thousands."""
    return _APOSTROPHE.sub(" ", collapse(text).translate(_MINUS_SIGNS))


def read_numeral(text: str) -> Numeral:
    """Read « −1 234,5 % » as −1234.5 with unit « % »; raises `NotANumber`."""
    parts = _WITH_UNIT.fullmatch(tidy(text))
    if parts is None:
        raise NotANumber(text)
    if _AMBIGUOUS.fullmatch(parts["number"]):
        raise NotANumber(text, ambiguous=True)
    match = _NUMBER.fullmatch(parts["number"])
    # More digits than a published figure ever has would be rounded on the way: refused rather than changed.
    if match is None or sum(map(str.isdigit, parts["number"])) > MOST_DIGITS:
        raise NotANumber(text)
    fraction = match["fraction"] or ""
    amount = Decimal(f"{match['sign']}{match['integer'].replace(' ', '')}.{fraction or '0'}")
    return Numeral(amount.normalize() + 0, len(fraction), parts["unit"] or "")


def split_range(text: str) -> tuple[str, str] | None:
    """The two ends of « 90 000 à 105 000 », « 90 000 – 105 000 » or « de 5 à 7 % »; None when not a range."""
    match = _RANGE.fullmatch(tidy(text))
    return (match["low"].strip(), match["high"].strip()) if match else None


def split_bound(text: str) -> tuple[str, str] | None:
    """What a published bound says, and its number: « <0,1 » gives (« inférieur à », « 0,1 »); else None."""
    match = _BOUND.fullmatch(tidy(text))
    if match is None:
        return None
    sign = (
        match["sign"].casefold().replace("=<", "≤").replace("<=", "≤").replace("=>", "≥").replace(">=", "≥")
    )
    sign = {"moins de": "<", "plus de": ">", "au plus": "≤", "au moins": "≥"}.get(
        sign, {"inf": "<", "sup": ">"}.get(sign[:3], sign)
    )
    return _BOUND_WORDS[sign], match["number"].strip()
